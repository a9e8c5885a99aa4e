/** Records in the palette: what they are in a few words, and going to them. */
import type { ReactNode } from 'react';
import { Banknote, FileText, Map as MapIcon, MessageSquare, TriangleAlert, User } from 'lucide-react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { restoreRecords } from '../../../shared/domain/commands/records';
import { formatDateNear } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { anyReferenceText, fieldText } from '../../../shared/domain/records/fieldText';
import { definitionOf, registers, type RegisterId } from '../../../shared/domain/registers/all';
import { riskScore } from '../../../shared/domain/risk/rating';
import type { FoundRecord } from '../../../shared/domain/search/searchable';
import { taskStandings } from '../../../shared/domain/timeline/taskStanding';
import { recordIn } from '../../../shared/domain/workbook';
import type { Commands } from '../../state/commands';
import { say } from '../../state/messages';
import { goTo, pageOf } from '../../state/navigation';
import { StatusShape } from '../../ui/StatusShape';
import type { Entry } from './entry';

const ICONS: Readonly<Partial<Record<RegisterId, ReactNode>>> = {
  costs: <Banknote />,
  actuals: <Banknote />,
  risks: <TriangleAlert />,
  roadmapItems: <MapIcon />,
  comments: <MessageSquare />,
  people: <User />,
};

/** The open plan and how to change it. */
export interface Bench {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly commands: Commands;
}

export function recordEntry(found: FoundRecord, bench: Bench): Entry {
  const { register, id, title, titleMatches, found: elsewhere, isInBin } = found;
  const { icon, text } = isInBin ? inBin(register) : standing(register, id, bench);
  return {
    id: `record.${id}`,
    icon,
    title,
    matches: titleMatches,
    detail: elsewhere === null ? { text, matches: [] } : snippetDetail(register, elsewhere, isInBin),
    run: () => {
      if (isInBin) bringBackOffer(register, id, title, bench.commands);
      else showRecord(register, id, elsewhere?.field);
    },
  };
}

/** `Task · Notes: … before the extract`, with what was found marked. */
function snippetDetail(
  register: RegisterId,
  { field, label, text, matches }: NonNullable<FoundRecord['found']>,
  isInBin: boolean,
): NonNullable<Entry['detail']> {
  const { singular, titleField } = definitionOf(register);
  const where = field === titleField ? singular : `${singular} · ${label}`;
  const lead = `${isInBin ? 'In the bin · ' : ''}${where}: `;
  const moved = matches.map(({ from, to }) => ({ from: from + lead.length, to: to + lead.length }));
  return { text: `${lead}${text}`, matches: moved };
}

function inBin(register: RegisterId): { readonly icon: ReactNode; readonly text: string } {
  return { icon: ICONS[register] ?? <FileText />, text: `${definitionOf(register).singular} · in the bin` };
}

export function showRecord(register: RegisterId, id: string, field?: string): void {
  const page = pageOf(register);
  if (page !== undefined) goTo({ page, record: { register, id, ...(field === undefined ? {} : { field }) } });
}

/** What is in the bin stands on no page; it can come back. */
function bringBackOffer(register: RegisterId, id: string, title: string, commands: Commands): void {
  say(`“${title}” is in the bin.`, {
    label: 'Bring back',
    run: () => {
      const command = restoreRecords(commands.workbook(), register, [id]);
      if (command !== undefined && commands.run(command)) showRecord(register, id);
    },
  });
}

/** `Task 12 · finish Jul 9`, `Risk · score 16`, `Cost line · Hardware` */
function standing(
  register: RegisterId,
  id: string,
  { plan, today }: Bench,
): { readonly icon: ReactNode; readonly text: string } {
  const { workbook } = plan;
  const { singular } = definitionOf(register);
  const icon = ICONS[register] ?? <FileText />;
  switch (register) {
    case 'tasks':
      return taskLine(id, plan, today);
    case 'risks': {
      const risk = recordIn(workbook, 'risks', id);
      const score = risk === undefined ? null : riskScore(risk);
      return { icon, text: score === null ? singular : `${singular} · score ${String(score)}` };
    }
    case 'costs': {
      const line = recordIn(workbook, 'costs', id);
      const category = fieldText(workbook, registers.costs.fields.category, line?.category ?? '');
      return { icon, text: `${singular} · ${category}` };
    }
    case 'comments': {
      const about = recordIn(workbook, 'comments', id)?.about ?? null;
      return {
        icon,
        text: about === null ? singular : `${singular} on ${anyReferenceText(workbook, about)}`,
      };
    }
    default:
      return { icon, text: singular };
  }
}

function taskLine(
  id: string,
  plan: Plan,
  today: CalendarDate,
): { readonly icon: ReactNode; readonly text: string } {
  const { workbook, schedule } = plan;
  const row = workbook.outline.index.get(id) ?? -1;
  const state = taskStandings(workbook, schedule, today)(row).standing;
  const kind = recordIn(workbook, 'tasks', id)?.kind;
  const dates = schedule.task(id);
  const number = `Task ${String(row + 1)}`;
  const finish = dates === undefined ? '' : formatDateNear(dates.finish, today);
  const words = { done: `done ${finish}`, late: `late, finish ${finish}` };
  const isSign = kind === 'milestone' && state === 'todo';
  return {
    icon: <StatusShape kind={isSign ? 'milestone' : state} silent />,
    text: `${number} · ${state === 'done' || state === 'late' ? words[state] : `finish ${finish}`}`,
  };
}
