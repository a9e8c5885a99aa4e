/** What in the plan waits for a person, the most urgent first, each with the one thing to do about it. */
import { recordName, recordTitle } from '../records/recordName';
import { addDays, type CalendarDate } from '../base/dates';
import type { Finding, ProblemCode } from '../base/problem';
import { problemText } from '../base/problemText';
import { formatNumber, formatPercent } from '../format/amounts';
import { formatDate, formatDateNear } from '../format/dates';
import { capitalized, counted, cutName } from '../format/sentence';
import type { Plan } from '../plan';
import { definitionOf, isRegisterId, type RegisterId } from '../registers/all';
import { decisionsOf } from '../review/decisions';
import { recordIn } from '../workbook';
import { gatesAhead } from './overviewGates';
import { slippingTasks } from './overviewLists';

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
  /** Where it is done: a record, or the page of choices or of problems where it is about several. */
  readonly place: NeedRecord | 'review' | 'problems';
}

export interface NeedRecord {
  readonly register: RegisterId;
  readonly id: string;
  readonly field?: string;
}

/** How many late tasks are named before the table of late tasks has to do. */
const MOST_LATE = 3;
/** Of needs alike so many are named one by one; the others are one line. */
const MOST_ALIKE = 3;
/** Tasks are named so many days before they should be finished: within the week. */
const DUE_NOTICE_DAYS = 6;
const MOST_OF_A_NAME = 48;
/** Gates are named so many working days ahead. */
const GATE_NOTICE_DAYS = 10;

const BY_URGENCY: readonly Urgency[] = ['late', 'broken', 'decide', 'close', 'open'];

export function needsOf(plan: Plan, today: CalendarDate): readonly Need[] {
  const pressing = [...lateNeeds(plan, today), ...dueNeeds(plan, today)];
  // Their lines say already that nobody owns them.
  const named = new Set(pressing.map(({ place }) => (typeof place === 'string' ? place : place.id)));
  const needs = [
    ...pressing,
    ...brokenNeeds(plan),
    ...decisionNeeds(plan),
    ...gateNeeds(plan, today),
    ...ownerNeeds(plan, today, named),
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
        place: { register: 'tasks', id: task.id, field: 'percentComplete' },
      };
    });
}

/** What is due within the week and not done; what decides the end comes first. */
function dueNeeds(plan: Plan, today: CalendarDate): Need[] {
  const until = addDays(today, DUE_NOTICE_DAYS);
  const due = plan.workbook.outline.rows.flatMap((row) => {
    const task = row.hasChildren ? undefined : recordIn(plan.workbook, 'tasks', row.id);
    const scheduled = plan.schedule.task(row.id);
    if (task === undefined || scheduled === undefined || task.kind === 'gate' || task.kind === 'summary')
      return [];
    const { finish, critical } = scheduled;
    return task.percentComplete < 100 && finish >= today && finish <= until
      ? [{ task, finish, critical }]
      : [];
  });
  due.sort((a, b) =>
    a.finish === b.finish ? Number(b.critical) - Number(a.critical) : a.finish < b.finish ? -1 : 1,
  );
  const needs = due.map(({ task, finish, critical }): Need => {
    const owner = recordIn(plan.workbook, 'people', task.owner)?.name;
    const standing = task.percentComplete === 0 ? 'not begun' : `${formatPercent(task.percentComplete)} done`;
    const who = owner === undefined ? `Nobody owns it, ${standing}.` : `${owner} owns it, ${standing}.`;
    return {
      key: `due/${task.id}`,
      urgency: critical ? 'close' : 'open',
      title: `${task.kind === 'milestone' ? 'Reach' : 'Finish'}: ${task.name}`,
      detail: critical ? `${who} A day late is a day later at the end.` : who,
      due: finish === today ? 'today' : formatDate(finish, 'weekday'),
      action: 'Open task',
      place: { register: 'tasks', id: task.id, field: 'percentComplete' },
    };
  });
  return folded(needs, 'due', (count) => `Finish ${counted(count, 'other task')} within the week`);
}

/** Several alike become one line behind the first few, so that none hides what else there is. */
function folded(needs: readonly Need[], key: string, title: (count: number) => string): Need[] {
  const rest = needs.slice(MOST_ALIKE);
  const [first] = rest;
  if (first === undefined || rest.length === 1) return [...needs];
  const urgency = BY_URGENCY.find((each) => rest.some((need) => need.urgency === each)) ?? first.urgency;
  const line = { key: `${key}/others`, title: title(rest.length), detail: namesOf(rest), due: '' };
  const isListed = key !== 'due';
  const place = isListed ? ('problems' as const) : first.place;
  return [
    ...needs.slice(0, MOST_ALIKE),
    { ...line, urgency, action: isListed ? 'Open list' : 'Open first', place },
  ];
}

/** `Build, Test and 4 more` */
function namesOf(needs: readonly Need[]): string {
  const names = needs.slice(0, 2).map(({ title }) => cutName(title.replace(/^[^:]*: /, ''), MOST_OF_A_NAME));
  const more = needs.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')}, and ${formatNumber(more)} more`;
}

function brokenNeeds(plan: Plan): Need[] {
  const broken = plan.findings.filter(({ level, id }) => level === 'error' && id !== undefined);
  const needs = broken.flatMap((finding, index) => {
    const record = recordOf(finding);
    if (record === null) return [];
    const definition = definitionOf(record.register);
    const title = recordName(plan.workbook, record.register, record.id);
    const named = record.register === 'links' ? 'A link of the plan' : title;
    return [
      {
        key: `broken/${record.id}/${String(index)}`,
        urgency: 'broken' as const,
        title: named,
        detail: problemText(finding.problem),
        due: '',
        action: `Open ${definition.singular.toLowerCase()}`,
        place: record,
      },
    ];
  });
  return folded(
    needs,
    'broken',
    (count) => `${capitalized(counted(count, 'other thing'))} broken in the plan`,
  );
}

function decisionNeeds({ workbook }: Plan): Need[] {
  const waiting =
    workbook.conflicts.length === 0 ? [] : decisionsOf(workbook).filter(({ weight }) => weight === 'decide');
  if (waiting.length === 0) return [];
  const names = waiting
    .slice(0, 3)
    .map((decision) => `${decision.recordName}: ${decision.label.toLowerCase()}`);
  const more =
    waiting.length > names.length ? `, and ${formatNumber(waiting.length - names.length)} more` : '';
  return [
    {
      key: 'decide',
      urgency: 'decide',
      title: `Answer ${counted(waiting.length, 'question')} of a merge`,
      detail: `${names.join('; ')}${more}`,
      due: '',
      action: 'Review',
      place: 'review',
    },
  ];
}

function gateNeeds(plan: Plan, today: CalendarDate): Need[] {
  return gatesAhead(plan, today, GATE_NOTICE_DAYS).map(({ register, id, name, date, days }): Need => ({
    key: `gate/${id}`,
    urgency: 'close',
    title: `${register === 'gates' ? 'Decide' : 'Pass'} the gate: ${name}`,
    detail: days === 0 ? 'It falls due today.' : `${capitalized(counted(days, 'working day'))} left.`,
    due: formatDateNear(date, today),
    action: 'Open gate',
    place: { register, id },
  }));
}

function ownerNeeds(plan: Plan, today: CalendarDate, named: ReadonlySet<string>): Need[] {
  const needs = withCode(plan, ['plan/noOwner']).flatMap((finding): Need[] => {
    const record = recordOf(finding);
    const start = record === null ? undefined : plan.schedule.task(record.id)?.start;
    if (record === null || start === undefined || named.has(record.id)) return [];
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
        place: record,
      },
    ];
  });
  return folded(needs, 'owner', (count) => `Name an owner for ${counted(count, 'other task')}`);
}

function riskNeeds(plan: Plan, today: CalendarDate): Need[] {
  const needsOfKind = (code: ProblemCode, key: string, words: (finding: Finding) => RiskWords): Need[] =>
    withCode(plan, [code]).flatMap((finding): Need[] => {
      const record = recordOf(finding);
      if (record === null) return [];
      const title = recordTitle(plan.workbook, 'risks', record.id);
      return [{ key: `${key}/${record.id}`, urgency: 'close', title, place: record, ...words(finding) }];
    });
  const lacking = needsOfKind('risk/needsAttention', 'risk', ({ problem }) => {
    const { score, missing } =
      problem.code === 'risk/needsAttention' ? problem.facts : { score: 0, missing: 'response' };
    return { detail: `Risk with a score of ${String(score)} and no ${missing}`, due: '', action: 'Complete' };
  });
  const overdue = needsOfKind('risk/reviewOverdue', 'review', ({ problem }) => ({
    detail: 'Risk, review overdue',
    due: problem.code === 'risk/reviewOverdue' ? `since ${formatDateNear(problem.facts.due, today)}` : '',
    action: 'Look again',
  }));
  return [
    ...folded(lacking, 'risk', (count) => `Complete ${counted(count, 'other high risk')}`),
    ...folded(overdue, 'review', (count) => `Look again at ${counted(count, 'other risk')}`),
  ];
}

type RiskWords = Pick<Need, 'detail' | 'due' | 'action'>;

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
      place: recordOf(finding) ?? funding ?? 'problems',
    };
  });
}

function withCode(plan: Plan, codes: readonly ProblemCode[]): Finding[] {
  return plan.findings.filter(({ problem }) => codes.includes(problem.code));
}

function recordOf({ register, id, field }: Finding): NeedRecord | null {
  if (!isRegisterId(register) || id === undefined) return null;
  return { register, id, ...(field === undefined ? {} : { field }) };
}
