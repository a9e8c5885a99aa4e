/** What stands around the rows of a history: the heads, when a value was written where the person is, what is missing. */
import { formatNumber } from '../../domain/format/amounts';
import { cutName } from '../../domain/format/sentence';
import { MOST_CHANGES, type HistoryFound } from '../../domain/history/changesFound';
import type { Person } from '../../domain/history/people';
import type { HistoryFilter } from '../../domain/history/query';
import { recordName } from '../../domain/records/recordName';
import { registerOf } from '../../domain/records/fieldText';
import { definitionOf, isRegisterId } from '../../domain/registers/all';
import { choiceText } from '../../domain/review/writerText';
import type { Workbook } from '../../domain/workbook';

/** The wall clock of a time zone. */
export interface WallTime {
  /** `America/Chicago` */
  readonly zone: string;
  /** `2027-01-04 08:01:30`. @param at milliseconds since 1970 */
  readonly textOf: (at: number) => string;
}

export function wallTime(zone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  /** The rows of one edit share its moment. */
  let last = { at: Number.NaN, text: '' };
  return {
    zone,
    textOf: (at) => {
      if (at !== last.at) {
        const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
        const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = part;
        last = { at, text: `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}:${second}` };
      }
      return last.text;
    },
  };
}

const UTC = wallTime('UTC');

/** A moment under the heads of the times: where the person is, and in UTC where that is not the same. */
export function timesOf(at: number, wall: WallTime): readonly string[] {
  return wall.zone === UTC.zone ? [wall.textOf(at)] : [wall.textOf(at), UTC.textOf(at)];
}

interface Head {
  readonly name: string;
  /** Characters. */
  readonly width: number;
}

/** The heads of the times, which differ from place to place, and those around them. */
export function historyHeads({ zone }: WallTime): readonly Head[] {
  const zones = zone === UTC.zone ? [zone] : [zone, UTC.zone];
  return [
    { name: 'Edit', width: 8 },
    ...zones.map((name) => ({ name: `When (${name})`, width: 20 })),
    { name: 'Who', width: 22 },
    { name: 'Command', width: 36 },
    { name: 'What', width: 18 },
    { name: 'Register', width: 18 },
    { name: 'Record', width: 40 },
    { name: 'Field', width: 20 },
    { name: 'Before', width: 28 },
    { name: 'After', width: 28 },
    { name: 'Unit', width: 14 },
    { name: 'Id', width: 38 },
  ];
}

const LONGEST_NAME = 60;

/** What was asked for: `Only changes by Maria, in Costs.`; empty for everything. */
export function questionText(
  workbook: Workbook,
  filter: HistoryFilter,
  people: readonly Person[],
  { textOf, zone }: WallTime,
): string {
  const { record, register, writer, text = '', visit, from, until } = filter;
  const place = record === undefined ? undefined : registerOf(workbook, record);
  const parts = [
    ...(record === undefined
      ? []
      : [
          `of ${place === undefined ? 'one record' : `“${cutName(recordName(workbook, place, record), LONGEST_NAME)}”`}`,
        ]),
    ...(isRegisterId(register) ? [`in ${definitionOf(register).title}`] : []),
    ...(writer === undefined ? [] : [`by ${choiceText(people, writer, (at) => textOf(at).slice(0, 10))}`]),
    ...(text.trim() === '' ? [] : [`with “${cutName(text.trim(), LONGEST_NAME)}” in them`]),
    ...(visit === undefined ? [] : [VISITS[visit]]),
    ...(from === undefined ? [] : [`from ${textOf(from)} (${zone}) on`]),
    ...(until === undefined ? [] : [`until ${textOf(until)} (${zone})`]),
  ];
  return parts.length === 0 ? '' : `Only changes ${parts.join(', ')}.`;
}

const VISITS: Readonly<Record<NonNullable<HistoryFilter['visit']>, string>> = {
  sinceLastVisit: 'made since the person who exports was last here',
  lastVisit: 'made when the person who exports was last here',
};

/** What the table cannot hold; empty where it holds everything that was ever put down. */
export function missingText({ leftOut, reach }: HistoryFound, { textOf, zone }: WallTime): string {
  const sentences = [
    ...(leftOut === 0
      ? []
      : [
          `Only the newest ${formatNumber(MOST_CHANGES)} changes are in this table; ${formatNumber(leftOut)} older ones are not. Ask for a register, a person, or a period to get at them.`,
        ]),
    ...(reach.isWhole || reach.from === null
      ? []
      : [`Changes before ${textOf(reach.from)} (${zone}) are no longer kept on this computer.`]),
  ];
  return sentences.join(' ');
}
