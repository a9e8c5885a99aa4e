/** Workbooks with little but cost lines in them, and the budget that follows. */
import type { Budget } from '../../../shared/domain/budget/budget';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import type { RecordIn } from '../../../shared/domain/registers/all';
import type { Schedule } from '../../../shared/domain/schedule/schedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

export type Cost = Partial<RecordIn<'costs'>>;
export type Practice = Partial<RecordIn<'organisation'>>;

/** The budget reads one thing from the schedule: the day the project starts. */
export function scheduleFrom(projectStart: string): Pick<Schedule, 'projectStart'> {
  return { projectStart };
}

export function workbookOf(costs: readonly Cost[], practice: Practice = {}, more: Story = {}): Workbook {
  const organisation = [{ id: 'org', name: 'Practice', currency: 'USD', start: '2027-01-04', ...practice }];
  return makeWorkbook({
    ...more,
    organisation,
    costs: costs.map((cost, index) => ({ id: `c${String(index)}`, name: `Line ${String(index)}`, ...cost })),
  });
}

export function budgetWith(costs: readonly Cost[], practice: Practice = {}, more: Story = {}): Budget {
  return budgetOf(workbookOf(costs, practice, more), scheduleFrom('2027-01-04'));
}

/** Replaces the cost lines as read, past every check: what a hostile file or a newer version may leave behind. */
export function withRawCosts(
  workbook: Workbook,
  change: (cost: RecordIn<'costs'>) => RecordIn<'costs'>,
): Workbook {
  const { costs } = workbook.tables;
  return { ...workbook, tables: { ...workbook.tables, costs: { ...costs, live: costs.live.map(change) } } };
}

export function codesOf(budget: Budget): string[] {
  return budget.findings.map(({ problem }) => problem.code);
}

export { uuid };
