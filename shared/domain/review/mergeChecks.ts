/**
 * What a merge did to the plan as a whole: the dates, the critical path, the money, who has too much to do, what broke,
 * and rows that look as if two people had added the same thing. Nobody wrote these; they come of what everybody wrote
 * together.
 */
import { add, decimalOf, isZero, times, type Decimal } from '../base/decimal';
import type { CalendarDate } from '../base/dates';
import type { Finding } from '../base/problem';
import { problemText, type FactStyle } from '../base/problemText';
import { decisionText } from '../approvals/words';
import { projectTime, workingDaysTo } from '../commands/runUp';
import { daysInWords } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { counted } from '../format/sentence';
import type { Plan } from '../plan';
import { isRegisterId } from '../registers/all';
import { waitsForChoice } from '../recordFindings';
import { loadChecks } from './loadChecks';
import { lookAlikes, noneLeft } from './lookAlikes';
import type { MergeCheck } from './mergeCheck';

/** Of what broke, so many are listed and the rest counted. */
const MOST_FINDINGS = 12;
const MOST_NAMES = 3;

/** @param style how dates and money are written in what broke; as in the window unless told */
export function mergeChecks(before: Plan, after: Plan, style?: FactStyle): readonly MergeCheck[] {
  const dates = (
    pick: (plan: Plan) => CalendarDate | null,
  ): readonly [CalendarDate | null, CalendarDate | null] => [pick(before), pick(after)];
  return [
    dateCheck(
      'Go-live',
      before,
      dates(({ schedule }) => schedule.goLive),
    ),
    ...finishCheck(
      before,
      dates(({ schedule }) => schedule.projectFinish),
    ),
    ...criticalPathCheck(before, after),
    costCheck(before, after),
    ...loadChecks(before, after, style),
    ...decidedChecks(before, after),
    ...brokenChecks(before, after, style),
    ...lookAlikes(before.workbook, after.workbook).map(({ register, id, more, text }): MergeCheck => ({
      tone: 'moved',
      text,
      record: { register, id },
      isLookAlike: true,
      more,
    })),
    ...noneLeft(before.workbook, after.workbook).map(({ register, id, text }): MergeCheck => ({
      tone: 'moved',
      text,
      record: { register, id },
      isNoneLeft: true,
    })),
  ];
}

function dateCheck(
  what: string,
  before: Plan,
  [was, is]: readonly [CalendarDate | null, CalendarDate | null],
): MergeCheck {
  const shown = (date: CalendarDate | null): string =>
    date === null ? 'no date' : formatDate(date, 'weekdayYear');
  if (was === is) return { tone: 'same', text: `${what} unchanged: ${shown(is)}` };
  const moved = `${what} moves from ${shown(was)} to ${shown(is)}`;
  if (was === null || is === null) return { tone: 'moved', text: moved };
  const days = workingDaysTo(projectTime(before.workbook), was, is);
  const how = `${daysInWords(Math.abs(days))} ${is > was ? 'later' : 'earlier'}`;
  return { tone: 'moved', text: `${moved}, ${how}` };
}

/** The end of the plan is worth a line only where it moved. */
function finishCheck(
  before: Plan,
  dates: readonly [CalendarDate | null, CalendarDate | null],
): readonly MergeCheck[] {
  return dates[0] === dates[1] ? [] : [dateCheck('The end of the plan', before, dates)];
}

function criticalPathCheck(before: Plan, after: Plan): readonly MergeCheck[] {
  const [was, is] = [criticalTasks(before), criticalTasks(after)];
  const names = after.workbook.tables.tasks.live
    .filter(({ id }) => is.has(id) && !was.has(id))
    .map(({ id, name }) => ({ id, name }));
  const left = [...was].filter((id) => !is.has(id)).length;
  const parts = [
    ...(names.length === 0 ? [] : [`now on the critical path: ${listed(names.map(({ name }) => name))}`]),
    ...(left === 0 ? [] : [`${counted(left, 'task')} no longer on it`]),
  ];
  const [first] = names;
  if (parts.length === 0) return [];
  const text = parts.join('; ');
  return [
    {
      tone: 'moved',
      text:
        first === undefined ? `Critical path: ${text}` : `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
      ...(first === undefined ? {} : { record: { register: 'tasks', id: first.id } as const }),
    },
  ];
}

/** Of tasks only: summaries follow from the tasks below them. */
export function criticalTasks({ workbook, schedule }: Plan): ReadonlySet<string> {
  const work = workbook.tables.tasks.live.filter(({ kind }) => kind !== 'summary');
  return new Set(work.filter(({ id }) => schedule.task(id)?.critical === true).map(({ id }) => id));
}

function costCheck(before: Plan, after: Plan): MergeCheck {
  const { currency } = after.budget;
  const [was, is] = [before, after].map(({ budget }) => budget.totals.totalCostOfOwnership) as [
    Decimal,
    Decimal,
  ];
  const money = (amount: Decimal): string => formatMoney(amount, currency, { cents: true });
  const difference = add(is, times(was, decimalOf(-1)));
  if (before.budget.currency !== currency)
    return { tone: 'moved', text: `The currency is now ${currency}; total cost ${money(is)}` };
  if (isZero(difference)) return { tone: 'same', text: `Total cost unchanged: ${money(is)}` };
  const sign = difference.digits > 0n ? '+' : '';
  return {
    tone: 'moved',
    text: `Total cost from ${money(was)} to ${money(is)} (${sign}${money(difference)})`,
  };
}

/** Decisions that came in: nobody should have to look for them. Those that meet another are told with it. */
function decidedChecks(before: Plan, after: Plan): readonly MergeCheck[] {
  const { byId } = before.workbook.tables.approvals;
  const bothWays = new Set(
    after.workbook.conflicts.flatMap(({ cause, values }) =>
      cause === 'contradictory' ? values.map(({ value }) => value) : [],
    ),
  );
  const added = after.workbook.tables.approvals.live.filter(({ id }) => !byId.has(id) && !bothWays.has(id));
  const shown = added.slice(0, MOST_FINDINGS).map((approval): MergeCheck => ({
    tone: 'moved',
    text: `Decided on “${approval.subject}”: ${decisionText(after.workbook, approval)}`,
    record: { register: 'approvals', id: approval.id },
  }));
  const rest = added.length - shown.length;
  return rest === 0
    ? shown
    : [...shown, { tone: 'moved', text: counted(rest, 'more decision'), register: 'approvals' }];
}

/** Who has more work than time is told with before and after instead. */
const TOLD_APART: Finding['problem']['code'] = 'resources/tooMuch';

/** Of what waits for a choice the one that nobody wrote: it comes of two decisions that meet. */
const BOTH_WAYS: Finding['problem']['code'] = 'approval/contradictory';

/** What is wrong now and was not before, notes left out. What else waits for a choice is told elsewhere. */
function brokenChecks(before: Plan, after: Plan, style: FactStyle | undefined): readonly MergeCheck[] {
  const known = new Set(before.findings.map(identity));
  const broken = after.findings.filter(
    (finding) =>
      finding.level !== 'info' &&
      finding.problem.code !== TOLD_APART &&
      (!waitsForChoice(finding) || finding.problem.code === BOTH_WAYS) &&
      !known.has(identity(finding)),
  );
  const shown = broken.slice(0, MOST_FINDINGS).map(({ level, problem, register, id }): MergeCheck => {
    const place = !isRegisterId(register)
      ? {}
      : id === undefined
        ? { register }
        : { record: { register, id } };
    return { tone: level === 'error' ? 'broken' : 'moved', text: problemText(problem, style), ...place };
  });
  const rest = broken.length - shown.length;
  return rest === 0
    ? shown
    : [...shown, { tone: 'moved', text: `${counted(rest, 'more new problem')}, listed under Problems` }];
}

function identity({ problem, register, id }: Finding): string {
  return JSON.stringify([problem.code, register, id]);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${String(rest)} more`;
}
