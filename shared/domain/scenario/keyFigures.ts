/** What decides between a plan and its what-ifs, figure by figure: dates, money, exposure, problems. */
import { add, decimalOf, isZero, times, ZERO, type Decimal } from '../base/decimal';
import type { CalendarDate } from '../base/dates';
import type { BudgetTotals } from '../budget/budget';
import { projectTime, workingDaysTo } from '../commands/runUp';
import { daysInWords, formatNumber } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { counted } from '../format/sentence';
import type { Plan } from '../plan';
import { criticalTasks } from '../review/mergeChecks';
import { overloadsOf } from '../resources/overloads';
import { totalExposure } from '../risk/exposure';

export interface FigureCell {
  readonly text: string;
  /** Against the first plan, with its sign; empty where nothing is different and for the first plan itself. */
  readonly difference: string;
  /** `worse`: later, dearer, more to worry about. */
  readonly tone: 'same' | 'better' | 'worse' | 'moved';
}

export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly group: 'Dates' | 'Costs' | 'Costs by fiscal year' | 'Risks and problems';
  /** Belongs to the few that stand in an overview of many what-ifs. */
  readonly isMain: boolean;
  /** One for each plan, in their order. */
  readonly cells: readonly FigureCell[];
}

/** @param plans the plan itself first, which the others are compared with */
export function keyFigures(plans: readonly Plan[]): readonly FigureRow[] {
  const [first] = plans;
  if (first === undefined) return [];
  const row = (
    facts: Omit<FigureRow, 'cells'>,
    cellOf: (plan: Plan, against: Plan | null) => FigureCell,
  ): FigureRow => ({
    ...facts,
    cells: plans.map((plan, index) => cellOf(plan, index === 0 ? null : first)),
  });
  const years = [...new Set(plans.flatMap(({ budget }) => budget.fiscalYears.map(({ label }) => label)))];
  return [
    row({ id: 'goLive', label: 'Go-live', group: 'Dates', isMain: true }, (plan, against) =>
      dateCell(plan, against, ({ schedule }) => schedule.goLive),
    ),
    row({ id: 'end', label: 'End of the plan', group: 'Dates', isMain: true }, (plan, against) =>
      dateCell(plan, against, ({ schedule }) => schedule.projectFinish),
    ),
    row({ id: 'critical', label: 'Critical path', group: 'Dates', isMain: false }, criticalCell),
    ...STREAMS.filter(({ stream, isMain }) => isMain || hasAny(plans, stream)).map(
      ({ stream, label, isMain, isGain }) =>
        row({ id: stream, label, group: 'Costs', isMain }, (plan, against) =>
          moneyCell(plan, against, { amount: ({ budget }) => budget.totals[stream], isGain }),
        ),
    ),
    row(
      { id: 'exposure', label: 'Risk exposure', group: 'Risks and problems', isMain: true },
      (plan, against) => moneyCell(plan, against, { amount: exposureOf, isGain: false }),
    ),
    row({ id: 'problems', label: 'Problems', group: 'Risks and problems', isMain: true }, (plan, against) =>
      countCell(plan, against, seriousOf),
    ),
    ...(plans.some(({ workbook }) => workbook.tables.assignments.live.length > 0)
      ? [
          row(
            { id: 'overloads', label: 'People above 100%', group: 'Risks and problems', isMain: false },
            (plan, against) => countCell(plan, against, (of) => overloadsOf(of).size),
          ),
        ]
      : []),
    ...years.map((label) =>
      row(
        { id: `year-${label}`, label: `In ${label}`, group: 'Costs by fiscal year', isMain: false },
        (plan, against) => moneyCell(plan, against, { amount: (of) => yearOf(of, label), isGain: false }),
      ),
    ),
  ];
}

interface StreamFigure {
  readonly stream: keyof BudgetTotals;
  readonly label: string;
  readonly isMain: boolean;
  /** More of it is better. */
  readonly isGain: boolean;
}

const STREAMS: readonly StreamFigure[] = [
  { stream: 'totalCostOfOwnership', label: 'Total cost', isMain: true, isGain: false },
  { stream: 'externalOneTime', label: 'Paid once', isMain: false, isGain: false },
  { stream: 'recurring', label: 'Recurring', isMain: false, isGain: false },
  { stream: 'contingency', label: 'Contingency', isMain: false, isGain: false },
  { stream: 'internalStaffTime', label: 'Own staff time', isMain: false, isGain: false },
  { stream: 'productivityLoss', label: 'Visits lost while learning', isMain: false, isGain: false },
  { stream: 'benefits', label: 'Benefits', isMain: false, isGain: true },
];

/** What is nothing in all of them is worth no line. */
function hasAny(plans: readonly Plan[], stream: keyof BudgetTotals): boolean {
  return plans.some(({ budget }) => !isZero(budget.totals[stream]));
}

/** The sentence above a comparison: what happens to the go-live, or else to the end of the plan, and to the total cost. */
export function scenarioAnswer(plan: Plan, scenario: Plan): string {
  const rows = new Map(keyFigures([plan, scenario]).map(({ id, cells }) => [id, cells[1]]));
  const goLive = rows.get('goLive');
  const end = rows.get('end');
  const cost = rows.get('totalCostOfOwnership');
  const ends =
    end === undefined || end.difference === '' ? '' : `, the plan ends on ${end.text}, ${end.difference}`;
  const dates =
    goLive === undefined || goLive.tone === 'same'
      ? `Go-live stays where it is${ends}`
      : `Go-live on ${goLive.text}${goLive.difference === '' ? '' : `, ${goLive.difference}`}`;
  const money =
    cost === undefined || cost.difference === ''
      ? 'the total cost stays the same'
      : `total cost ${cost.text} (${cost.difference})`;
  return `${dates}; ${money}.`;
}

const SAME = { difference: '', tone: 'same' } as const;

function dateCell(plan: Plan, against: Plan | null, dateOf: (plan: Plan) => CalendarDate | null): FigureCell {
  const date = dateOf(plan);
  const text = date === null ? 'No date' : formatDate(date, 'weekdayYear');
  const was = against === null ? date : dateOf(against);
  if (against === null || date === was) return { text, ...SAME };
  if (date === null || was === null) return { text, difference: '', tone: 'moved' };
  const days = daysInWords(Math.abs(workingDaysTo(projectTime(against.workbook), was, date)));
  return date > was
    ? { text, difference: `${days} later`, tone: 'worse' }
    : { text, difference: `${days} earlier`, tone: 'better' };
}

interface MoneyFigure {
  /** Null where the plan has none, as a fiscal year outside its budget. */
  readonly amount: (plan: Plan) => Decimal | null;
  readonly isGain: boolean;
}

function moneyCell(plan: Plan, against: Plan | null, { amount, isGain }: MoneyFigure): FigureCell {
  const is = amount(plan);
  const { currency } = plan.budget;
  const text = is === null ? '–' : formatMoney(is, currency);
  if (against === null) return { text, ...SAME };
  if (against.budget.currency !== currency) return { text, difference: '', tone: 'moved' };
  const difference = minus(is ?? ZERO, amount(against) ?? ZERO);
  if (isZero(difference)) return { text, ...SAME };
  const isMore = difference.digits > 0n;
  const sign = isMore ? '+' : '';
  return {
    text,
    difference: `${sign}${formatMoney(difference, currency)}`,
    tone: isMore === isGain ? 'better' : 'worse',
  };
}

function minus(a: Decimal, b: Decimal): Decimal {
  return add(a, times(b, decimalOf(-1)));
}

function yearOf({ budget }: Plan, label: string): Decimal | null {
  const index = budget.fiscalYears.findIndex((year) => year.label === label);
  return budget.years[index]?.totalCostOfOwnership ?? null;
}

function exposureOf({ workbook }: Plan): Decimal {
  return totalExposure(workbook.tables.risks.live).cost;
}

function criticalCell(plan: Plan, against: Plan | null): FigureCell {
  const is = criticalTasks(plan);
  const text = counted(is.size, 'task');
  if (against === null) return { text, ...SAME };
  const was = criticalTasks(against);
  const on = [...is].filter((id) => !was.has(id)).length;
  const off = [...was].filter((id) => !is.has(id)).length;
  const parts = [
    ...(on === 0 ? [] : [`${formatNumber(on)} more on it`]),
    ...(off === 0 ? [] : [`${formatNumber(off)} no longer`]),
  ];
  return { text, difference: parts.join(', '), tone: parts.length === 0 ? 'same' : 'moved' };
}

/** @param countOf the fewer the better */
function countCell(plan: Plan, against: Plan | null, countOf: (plan: Plan) => number): FigureCell {
  const is = countOf(plan);
  const text = is === 0 ? 'None' : formatNumber(is);
  const change = against === null ? 0 : is - countOf(against);
  if (change === 0) return { text, ...SAME };
  return {
    text,
    difference: `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`,
    tone: change > 0 ? 'worse' : 'better',
  };
}

function seriousOf({ findings }: Plan): number {
  return findings.filter(({ level }) => level !== 'info').length;
}
