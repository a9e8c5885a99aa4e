/** What the budget's sheets are written from: the plan, its budget, and each cost line as its row will show it. */
import { isCalendarDate, type CalendarDate } from '../../domain/base/dates';
import { decimalOf, times, ZERO, type Decimal } from '../../domain/base/decimal';
import type { Budget, BudgetLine } from '../../domain/budget/budget';
import { percentBaseOf, type PercentBase } from '../../domain/budget/contingency';
import { horizonOf, type Horizon } from '../../domain/budget/horizon';
import { profileQuantity, weeklyRevenue, type PracticeProfile } from '../../domain/budget/practiceProfile';
import { refusalOf, streamOf } from '../../domain/budget/priceLine';
import { acceptValue } from '../../domain/register/accept';
import { titleOf, type AnyRecord } from '../../domain/register/record';
import { definitionOf, registers, type CostLine } from '../../domain/registers/all';
import type { Schedule } from '../../domain/schedule/schedule';
import type { Workbook } from '../../domain/workbook';
import { majorNumber, roundedNumber } from './amounts';

export interface ExportStamp {
  /** When the export was asked for, as an ISO instant. */
  readonly now: string;
  readonly appVersion: string;
}

/** A row of the cost lines: what is typed into it, and what follows. Empty rows at the end have no cost. */
export interface LineRow {
  readonly cost: CostLine;
  readonly line: BudgetLine;
  readonly title: string;
  /** Figures as they can stand in a cell: null where the plan has none or an impossible one. */
  readonly quantity: number | null;
  readonly unitCost: number | null;
  readonly escalatorPercent: number | null;
  readonly contingencyPercent: number | null;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate | null;
  /** False for a line with an impossible figure: it stays visible and costs nothing. */
  readonly counted: boolean;
  readonly endsBeforeStart: boolean;
  readonly isPercent: boolean;
  readonly quantityUsed: number;
  /** Minor units. */
  readonly unitCostUsed: Decimal;
  readonly amountPerBill: Decimal;
}

export interface BudgetSource {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly budget: Budget;
  readonly stamp: ExportStamp;
  readonly horizon: Horizon;
  readonly profile: PracticeProfile;
  /** Undefined for the empty rows at the end of the list. */
  readonly rows: readonly (LineRow | undefined)[];
  readonly percentBase: PercentBase;
  /** An exact amount as the number its cell holds. */
  readonly money: (amount: Decimal) => number;
  /** The same, rounded as the app shows it. */
  readonly rounded: (amount: Decimal) => number;
}

/** Rows left empty for lines that are added in the spreadsheet. */
const EMPTY_ROWS = 5;

export function budgetSource(
  workbook: Workbook,
  schedule: Schedule,
  budget: Budget,
  stamp: ExportStamp,
): BudgetSource {
  const { tables } = workbook;
  const organisation = tables.organisation.live[0];
  const horizon = horizonOf(organisation, schedule.projectStart);
  const profile: PracticeProfile = { organisation, siteCount: tables.sites.live.length };
  const rows = tables.costs.live.flatMap((cost) => {
    const line = budget.line.get(cost.id);
    return line === undefined ? [] : [lineRow(cost, line, profile)];
  });
  const plain = rows
    .filter((row) => !row.isPercent)
    .map(({ cost, line }) => [cost, { line, findings: [] }] as const);
  return {
    workbook,
    schedule,
    budget,
    stamp,
    horizon,
    profile,
    rows: [...rows, ...Array.from({ length: EMPTY_ROWS }, () => undefined)],
    percentBase: percentBaseOf(new Map(plain), horizon),
    money: (amount) => majorNumber(amount, budget.currency),
    rounded: (amount) => roundedNumber(amount, budget.currency),
  };
}

function lineRow(cost: CostLine, line: BudgetLine, profile: PracticeProfile): LineRow {
  const refusal = refusalOf(cost);
  const endsBeforeStart = refusal?.field === 'end';
  const counted = refusal === undefined || endsBeforeStart;
  const isPercent = cost.driver === 'percent';
  const quantity = possible(cost, 'quantity');
  const unitCost = possible(cost, 'unitCost');
  const quantityUsed = quantity ?? profileQuantity(cost.driver, profile) ?? 0;
  const revenue = cost.driver === 'lost-weeks' ? weeklyRevenue(profile.organisation) : null;
  const unitCostUsed = unitCost === null ? (revenue ?? ZERO) : decimalOf(unitCost);
  const billed = counted && !endsBeforeStart && !isPercent;
  return {
    cost,
    line,
    title: titleOf(definitionOf('costs'), cost as unknown as AnyRecord),
    quantity,
    unitCost,
    escalatorPercent: possible(cost, 'escalatorPercentPerYear'),
    contingencyPercent: possible(cost, 'contingencyPercent'),
    start: isCalendarDate(cost.start) ? cost.start : null,
    end: isCalendarDate(cost.end) ? cost.end : null,
    counted,
    endsBeforeStart,
    isPercent,
    quantityUsed,
    unitCostUsed,
    amountPerBill: billed ? times(decimalOf(quantityUsed), unitCostUsed) : ZERO,
  };
}

type FigureName = 'quantity' | 'unitCost' | 'escalatorPercentPerYear' | 'contingencyPercent';

function possible(cost: CostLine, name: FigureName): number | null {
  const value = cost[name];
  return value !== null && acceptValue(registers.costs.fields[name], value).ok ? value : null;
}

/** True for a line whose amounts a percentage line may be taken of. */
export function isPercentBase({ cost, isPercent }: LineRow): boolean {
  return !isPercent && streamOf(cost) === 'externalOneTime';
}
