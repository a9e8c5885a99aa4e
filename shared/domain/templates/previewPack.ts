/** What a starter pack would make of some answers, before anything is kept. */
import { dayNumber, type CalendarDate } from '../base/dates';
import { add, decimalOf, times, type Decimal } from '../base/decimal';
import { uuidFromBytes, type Id } from '../base/ids';
import type { Problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import { daysInWords } from '../format/amounts';
import { formatMoney } from '../format/money';
import { planOf, type Plan } from '../plan';
import { checkAnswers } from './answers';
import { assembleRecords } from './assembleRecords';
import { likelyGoLive, type LikelyGoLive } from './experience';
import { instantiatePack, type PackInput } from './instantiatePack';
import type { Pack } from './pack';

export interface PackPreview {
  readonly plan: Plan;
  /** What others needed; null where nothing published fits. */
  readonly likely: LikelyGoLive | null;
}

/** @param today decides what is late */
export function previewPack(
  pack: Pack,
  input: Omit<PackInput, 'idFor'>,
  today: CalendarDate,
): Result<PackPreview, Problem> {
  const idFor = numberedIds();
  const made = instantiatePack(pack, { ...input, idFor });
  if (!made.ok) return made;
  const plan = planOf(assembleRecords(made.value, ''), today);
  return ok({ plan, likely: likelyGoLive(pack, checkAnswers(pack, input.answers), plan, idFor) });
}

/** Ids that stand for nothing outside the preview. */
function numberedIds(): PackInput['idFor'] {
  const known = new Map<string, Id>();
  return (register, key) => {
    const place = `${register}/${key}`;
    const count = known.size;
    const id =
      known.get(place) ??
      uuidFromBytes(Uint8Array.of(...Array<number>(12).fill(0), count >> 16, count >> 8, count, 0));
    known.set(place, id);
    return id;
  };
}

export interface Stage {
  readonly name: string;
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  /** Whether a day more in it is a day more to go-live, or it has room, or it comes after. */
  readonly weight: 'decides' | 'has room' | 'after';
}

/** The outline's top rows with their dates. */
export function stagesOf({ workbook, schedule }: Plan): readonly Stage[] {
  return workbook.outline.rows.flatMap((row): readonly Stage[] => {
    const task = workbook.tables.tasks.byId.get(row.id);
    const dates = schedule.task(row.id);
    if (row.parent !== null || task === undefined || dates === undefined) return [];
    const { start, finish, critical } = dates;
    const isAfter = schedule.goLive !== null && start > schedule.goLive;
    return [
      { name: task.name, start, finish, weight: isAfter ? 'after' : critical ? 'decides' : 'has room' },
    ];
  });
}

/** The milestones by date: the days on which someone goes live. */
export function goLivesOf({
  workbook,
  schedule,
}: Plan): readonly { id: string; name: string; date: CalendarDate }[] {
  return workbook.tables.tasks.live
    .filter(({ kind }) => kind === 'milestone')
    .flatMap(({ id, name }) => {
      const date = schedule.task(id)?.finish;
      return date === undefined ? [] : [{ id, name, date }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** `Go-live 3 days later, $3,600 more.`: what an answer changed, or that it changed neither. */
export function changeBetween(before: Plan, after: Plan): string {
  const date = dateChange(before.schedule.goLive, after.schedule.goLive);
  const money = moneyChange(before, after);
  if (date === null && money === null) return 'No change to the date or the cost.';
  return `${date ?? 'No change to the date'}, ${money ?? 'no change to the cost'}.`;
}

function dateChange(before: CalendarDate | null, after: CalendarDate | null): string | null {
  if (before === null || after === null || before === after) return null;
  const days = dayNumber(after) - dayNumber(before);
  return `Go-live ${daysInWords(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'sooner'}`;
}

function moneyChange(before: Plan, after: Plan): string | null {
  if (before.budget.currency !== after.budget.currency) return null;
  const [was, is] = [before, after].map(({ budget }) => budget.totals.totalCostOfOwnership);
  if (was === undefined || is === undefined) return null;
  const difference: Decimal = add(is, times(was, decimalOf(-1)));
  if (difference.digits === 0n) return null;
  const text = formatMoney(difference, after.budget.currency).replace('\u2212', '');
  return `${text} ${difference.digits > 0n ? 'more' : 'less'}`;
}
