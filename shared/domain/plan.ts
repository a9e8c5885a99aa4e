/** Everything computed from a workbook, together: what the screens, the command line and the exports show. */
import type { CalendarDate } from './base/dates';
import type { Finding, Level } from './base/problem';
import { budgetOf } from './budget/planBudget';
import type { Budget } from './budget/budget';
import { conflictFindings, referenceFindings } from './recordFindings';
import { riskFindings } from './risk/riskFindings';
import { scheduleOf } from './schedule/planSchedule';
import type { Schedule } from './schedule/schedule';
import type { Workbook } from './workbook';

export interface Plan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly budget: Budget;
  /** Errors first, then warnings, then notes; within each the same order on every replica. */
  readonly findings: readonly Finding[];
}

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

/** @param today decides what is late and where a plan without a start begins */
export function planOf(workbook: Workbook, today: CalendarDate): Plan {
  const schedule = scheduleOf(workbook, today);
  const budget = budgetOf(workbook, schedule);
  const findings = [
    ...workbook.findings,
    ...conflictFindings(workbook),
    ...schedule.findings,
    ...budget.findings,
    ...riskFindings(workbook.tables.risks.live, today),
    ...referenceFindings(workbook),
  ];
  return { workbook, schedule, budget, findings: findings.sort((a, b) => RANK[a.level] - RANK[b.level]) };
}
