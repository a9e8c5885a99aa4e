/** What in the plan waits for a person, the most urgent first, each with the one thing to do about it. */
import { recordTitle } from '../records/recordName';
import type { CalendarDate } from '../base/dates';
import type { Finding, ProblemCode } from '../base/problem';
import { problemText } from '../base/problemText';
import { formatNumber } from '../format/amounts';
import { formatDateNear } from '../format/dates';
import { capitalized, counted } from '../format/sentence';
import type { Plan } from '../plan';
import { definitionOf, isRegisterId, type RegisterId } from '../registers/all';
import { decisionsOf } from '../review/decisions';
import { recordIn } from '../workbook';
import { slippingTasks } from './overviewLists';
import { projectTime, workingDaysTo } from './runUp';

/** `late`: its day has passed. `broken`: a promise of the plan is broken. `decide`: several values. `close`, `open`: due. */
export type Urgency = 'late' | 'broken' | 'decide' | 'close' | 'open';

export interface Need {
  readonly key: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly detail: string;
  /** When it falls due, in a few words; empty where no day is known. */
  readonly due: string;
  /** A verb for its button. */
  readonly action: string;
  /** The record to go to; the page of choices where there is none. */
  readonly record: { readonly register: RegisterId; readonly id: string; readonly field?: string } | null;
}

/** How many late tasks are named before the table of late tasks has to do. */
const MOST_LATE = 3;
/** Gates are named so many working days ahead. */
const GATE_NOTICE_DAYS = 10;

const BY_URGENCY: readonly Urgency[] = ['late', 'broken', 'decide', 'close', 'open'];

export function needsOf(plan: Plan, today: CalendarDate): readonly Need[] {
  const needs = [
    ...lateNeeds(plan, today),
    ...brokenNeeds(plan),
    ...decisionNeeds(plan),
    ...gateNeeds(plan, today),
    ...ownerNeeds(plan, today),
    ...riskNeeds(plan, today),
    ...budgetNeeds(plan),
  ];
  return needs.sort((a, b) => BY_URGENCY.indexOf(a.urgency) - BY_URGENCY.indexOf(b.urgency));
}

/** Late work that go-live waits for comes first: it moves the date with every day. */
function lateNeeds(plan: Plan, today: CalendarDate): Need[] {
  const late = slippingTasks(plan, today).filter(({ kind }) => kind === 'late');
  return [...late.filter(({ critical }) => critical), ...late.filter(({ critical }) => !critical)]
    .slice(0, MOST_LATE)
    .map(({ task, critical, standing }) => {
      const owner = recordIn(plan.workbook, 'people', task.owner)?.name;
      const who = owner === undefined ? 'Nobody owns it.' : `${owner} owns it.`;
      return {
        key: `late/${task.id}`,
        urgency: 'late',
        title: `Finish or plan anew: ${task.name}`,
        detail: critical ? `${who} Each day of delay moves the end by a day.` : who,
        due: standing,
        action: 'Open task',
        record: { register: 'tasks', id: task.id, field: 'percentComplete' },
      };
    });
}

function brokenNeeds(plan: Plan): Need[] {
  const broken = plan.findings.filter(({ level, id }) => level === 'error' && id !== undefined);
  return broken.slice(0, MOST_LATE).flatMap((finding, index) => {
    const record = recordOf(finding);
    if (record === null) return [];
    const definition = definitionOf(record.register);
    const title = recordTitle(plan.workbook, record.register, record.id);
    const named = record.register === 'links' ? 'A link of the plan' : title;
    return [
      {
        key: `broken/${record.id}/${String(index)}`,
        urgency: 'broken',
        title: named,
        detail: problemText(finding.problem),
        due: '',
        action: `Open ${definition.singular.toLowerCase()}`,
        record,
      },
    ];
  });
}

function decisionNeeds({ workbook }: Plan): Need[] {
  const waiting =
    workbook.conflicts.length === 0 ? [] : decisionsOf(workbook).filter(({ weight }) => weight === 'decide');
  if (waiting.length === 0) return [];
  const names = waiting.slice(0, 3).map(({ recordName, label }) => `${recordName}: ${label.toLowerCase()}`);
  const more =
    waiting.length > names.length ? `, and ${formatNumber(waiting.length - names.length)} more` : '';
  return [
    {
      key: 'decide',
      urgency: 'decide',
      title: `Decide ${counted(waiting.length, 'field')} written apart`,
      detail: `${names.join('; ')}${more}`,
      due: '',
      action: 'Review',
      record: null,
    },
  ];
}

function gateNeeds({ workbook, schedule }: Plan, today: CalendarDate): Need[] {
  const time = projectTime(workbook);
  return workbook.tables.tasks.live.flatMap((task): Need[] => {
    const scheduled = task.kind === 'gate' ? schedule.task(task.id) : undefined;
    if (scheduled === undefined || task.percentComplete >= 100 || scheduled.finish < today) return [];
    const days = workingDaysTo(time, today, scheduled.finish);
    if (days > GATE_NOTICE_DAYS) return [];
    return [
      {
        key: `gate/${task.id}`,
        urgency: 'close',
        title: `Pass the gate: ${task.name}`,
        detail: days === 0 ? 'It falls due today.' : `${capitalized(counted(days, 'working day'))} left.`,
        due: formatDateNear(scheduled.finish, today),
        action: 'Open gate',
        record: { register: 'tasks', id: task.id },
      },
    ];
  });
}

function ownerNeeds(plan: Plan, today: CalendarDate): Need[] {
  return withCode(plan, ['plan/noOwner']).flatMap((finding): Need[] => {
    const record = recordOf(finding);
    const start = record === null ? undefined : plan.schedule.task(record.id)?.start;
    if (record === null || start === undefined) return [];
    return [
      {
        key: `owner/${record.id}`,
        urgency: start <= today ? 'close' : 'open',
        title: `Name an owner: ${recordTitle(plan.workbook, 'tasks', record.id)}`,
        detail:
          start <= today
            ? 'It should have started, and nobody owns it.'
            : 'It starts soon, and nobody owns it.',
        due: formatDateNear(start, today),
        action: 'Assign',
        record,
      },
    ];
  });
}

function riskNeeds(plan: Plan, today: CalendarDate): Need[] {
  return withCode(plan, ['risk/needsAttention', 'risk/reviewOverdue']).flatMap((finding): Need[] => {
    const record = recordOf(finding);
    const { problem } = finding;
    if (record === null) return [];
    const base = { urgency: 'close' as const, record, title: recordTitle(plan.workbook, 'risks', record.id) };
    if (problem.code === 'risk/needsAttention') {
      const { score, missing } = problem.facts;
      const detail = `Risk with a score of ${String(score)} and no ${missing}`;
      return [{ ...base, key: `risk/${record.id}`, detail, due: '', action: 'Complete' }];
    }
    const due = recordIn(plan.workbook, 'risks', record.id)?.nextReview ?? today;
    const detail = 'Risk, review overdue';
    return [
      {
        ...base,
        key: `review/${record.id}`,
        detail,
        due: `since ${formatDateNear(due, today)}`,
        action: 'Look again',
      },
    ];
  });
}

/** One line for each kind of gap in the budget: the lines themselves are marked in Costs. */
function budgetNeeds(plan: Plan): Need[] {
  const above = withCode(plan, ['budget/aboveFunding']).map((finding) => ({
    finding,
    title: 'Close the gap in funding',
    detail: problemText(finding.problem),
  }));
  const groups: readonly (readonly [ProblemCode, (count: number) => string])[] = [
    ['budget/noPrice', (count) => `Put a price on ${counted(count, 'cost line')}`],
    ['budget/noQuantity', (count) => `Say how many: ${counted(count, 'cost line')} without a quantity`],
    ['budget/endBeforeStart', (count) => `Mend the months of ${counted(count, 'cost line')}`],
  ];
  const [whole] = withCode(plan, ['budget/nothingPriced']);
  const gaps = groups.flatMap(([code, title]) => {
    const found = withCode(plan, [code]);
    const [finding] = found;
    if (finding === undefined) return [];
    const detail = problemText(
      code === 'budget/noPrice' && whole !== undefined ? whole.problem : finding.problem,
    );
    return [{ finding, title: title(found.length), detail }];
  });
  return [...above, ...gaps].map(({ finding, title, detail }): Need => {
    const first = plan.workbook.tables.fundingSources.live[0];
    const funding = first === undefined ? null : ({ register: 'fundingSources', id: first.id } as const);
    return {
      key: `budget/${finding.problem.code}`,
      urgency: 'open',
      title,
      detail,
      due: '',
      action: 'Open costs',
      record: recordOf(finding) ?? funding,
    };
  });
}

function withCode(plan: Plan, codes: readonly ProblemCode[]): Finding[] {
  return plan.findings.filter(({ problem }) => codes.includes(problem.code));
}

function recordOf({ register, id, field }: Finding): Need['record'] {
  if (!isRegisterId(register) || id === undefined) return null;
  return { register, id, ...(field === undefined ? {} : { field }) };
}
