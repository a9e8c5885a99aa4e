/** The columns beside a printed timeline: outline number, task, days, finish and who. */
import { dayNumber } from '../domain/base/dates';
import { shortDate } from '../domain/gantt/dateLabel';
import type { Extent } from '../domain/gantt/extent';
import { line } from '../domain/gantt/primitive';
import type { OutlineRow } from '../domain/outline';
import type { Person } from '../domain/registers/all';
import type { Schedule } from '../domain/schedule/schedule';
import { recordIn, type Workbook } from '../domain/workbook';
import { label, marksToSvg, type SvgPart } from './svg';
import { charactersOf, fitLine, textWidth } from './svgText';

const SIZE = 9.6;
const HEAD_SIZE = 9.3;
const GAP = 5;
const INDENT = 8;
const NAME_WIDTH = 200;
const DAYS_WIDTH = 27;
const WHO_WIDTH = 32;
const WIDEST_NUMBER = 70;

export interface GanttTable {
  readonly width: number;
  /** Column heads that stand on the line at `y`. */
  head(place: { x: number; y: number }): SvgPart[];
  rows(part: { x: number; y: number; first: number; end: number; rowHeight: number }): SvgPart[];
  /** Whose initials occur in the rows, spelled out. */
  people(first: number, end: number): string;
}

interface Plan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly rows: readonly OutlineRow[];
}

interface Columns {
  /** Right edge of the numbers, left edge of the names, right edges of the rest. */
  readonly number: number;
  readonly name: number;
  readonly days: number;
  readonly finish: number;
  readonly who: number;
}

export function ganttTable(plan: Plan, extent: Extent): GanttTable {
  // A plan of more than a year needs the year with its dates.
  const dateText = dayNumber(extent.until) - dayNumber(extent.from) > 360 ? yearDate : shortDate;
  const columns = columnsOf(plan, textWidth(dateText('2028-09-30'), SIZE));
  const initials = initialsOfOwners(plan);
  return {
    width: columns.who + GAP,
    head: ({ x, y }) => columnHeads(columns, x, y - 5),
    rows: ({ x, y, first, end, rowHeight }) =>
      plan.rows.slice(first, end).flatMap((row, index) => {
        const top = y + index * rowHeight;
        const rule = line({
          sign: 'background',
          points: [x, top + rowHeight - 0.5, x + columns.who, top + rowHeight - 0.5],
          stroke: 'line',
        });
        return [
          marksToSvg([rule]),
          ...cells(plan, row, { columns, x, y: top + rowHeight / 2 + SIZE * 0.36, dateText, initials }),
        ];
      }),
    people: (first, end) => spelledOut(plan, plan.rows.slice(first, end), initials),
  };
}

/** `Sep 30, 2028` */
function yearDate(date: string): string {
  return `${shortDate(date)}, ${date.slice(0, 4)}`;
}

function columnsOf(plan: Plan, dateWidth: number): Columns {
  const longest = plan.rows.reduce((widest, row) => Math.max(widest, textWidth(row.wbs, SIZE)), 14);
  const number = Math.min(longest, WIDEST_NUMBER) + 2;
  const name = number + GAP;
  const days = name + NAME_WIDTH + DAYS_WIDTH;
  const finish = days + dateWidth + 2 * GAP;
  return { number, name, days, finish, who: finish + WHO_WIDTH };
}

function columnHeads(columns: Columns, x: number, y: number): SvgPart[] {
  const head = { y, size: HEAD_SIZE, tone: 'text-2' as const };
  const right = { ...head, anchor: 'end' as const };
  return [
    label({ ...right, x: x + columns.number, text: '#' }),
    label({ ...head, x: x + columns.name, text: 'Task' }),
    label({ ...right, x: x + columns.days, text: 'Days' }),
    label({ ...right, x: x + columns.finish, text: 'Finish' }),
    label({ ...right, x: x + columns.who, text: 'Who' }),
  ];
}

interface Cells {
  readonly columns: Columns;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly dateText: (date: string) => string;
  readonly initials: Initials;
}

function cells(
  { workbook, schedule }: Plan,
  row: OutlineRow,
  { columns, x, y, dateText, initials }: Cells,
): SvgPart[] {
  const task = workbook.tables.tasks.byId.get(row.id);
  const scheduled = schedule.task(row.id);
  if (task === undefined) return [];
  const weight = row.hasChildren ? ('semibold' as const) : ('regular' as const);
  const cell = { y, size: SIZE, weight };
  const right = { ...cell, anchor: 'end' as const };
  const indent = Math.min(row.depth, 8) * INDENT;
  const who = initials.get(task.owner ?? '') ?? '';
  const days =
    scheduled === undefined || scheduled.durationDays === 0 ? '' : daysText(scheduled.durationDays);
  const name = fitLine(task.name, NAME_WIDTH - indent, SIZE * (row.hasChildren ? 1.05 : 1));
  const shown: (readonly [Parameters<typeof label>[0], string])[] = [
    [
      {
        ...right,
        weight: 'regular',
        x: x + columns.number,
        tone: 'text-3',
        text: fitLine(row.wbs, WIDEST_NUMBER, SIZE),
      },
      row.wbs,
    ],
    [{ ...cell, x: x + columns.name + indent, text: name }, name],
    [{ ...right, x: x + columns.days, text: days }, days],
    [
      { ...right, x: x + columns.finish, text: scheduled === undefined ? '' : dateText(scheduled.finish) },
      scheduled?.finish ?? '',
    ],
    [{ ...right, weight: 'regular', x: x + columns.who, tone: 'text-2', text: who }, who],
  ];
  return shown.filter(([, text]) => text !== '').map(([mark]) => label(mark));
}

function daysText(days: number): string {
  return String(Math.round(days * 100) / 100);
}

/** Of every owner, by person; those who would share theirs get one letter more. */
type Initials = ReadonlyMap<string, string>;

function initialsOfOwners({ workbook, rows }: Plan): Initials {
  const owners = new Set<Person>();
  for (const row of rows) {
    const owner = recordIn(workbook, 'people', workbook.tables.tasks.byId.get(row.id)?.owner ?? null);
    if (owner !== undefined) owners.add(owner);
  }
  const people = [...owners];
  const short = people.map((person) => initialsOf(person, 1));
  const isShared = (text: string): boolean => short.indexOf(text) !== short.lastIndexOf(text);
  return new Map(
    people.map((person, index) => {
      const text = short[index] ?? '';
      return [person.id, isShared(text) ? initialsOf(person, 2) : text];
    }),
  );
}

/** As entered, or the first letters of the first and last name: `PL`, or `PrL` with two of the first. */
function initialsOf({ name, initials }: Person, ofFirst: 1 | 2): string {
  if (initials !== '') return initials;
  const words = name.split(/\s+/).filter((word) => word !== '');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  const [first, second = ''] = charactersOf(words[0] ?? '');
  const begin = (first ?? '').toUpperCase();
  return `${begin}${ofFirst === 2 ? second : ''}${(charactersOf(last).next().value ?? '').toUpperCase()}`;
}

function spelledOut({ workbook }: Plan, rows: readonly OutlineRow[], initials: Initials): string {
  const ids = new Set(rows.map(({ id }) => workbook.tables.tasks.byId.get(id)?.owner ?? ''));
  return [...ids]
    .flatMap((id) => {
      const person = recordIn(workbook, 'people', id);
      return person === undefined ? [] : [`${initials.get(id) ?? ''} ${person.name}`];
    })
    .join(' · ');
}
