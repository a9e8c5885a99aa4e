/** Everything computed from a workbook, together: what the screens, the command line and the exports show. */
import { approvalFindings } from './approvals/approvalFindings';
import { baselineFindings } from './baseline/baselineFindings';
import type { CalendarDate } from './base/dates';
import type { Finding, Level } from './base/problem';
import { budgetOf } from './budget/planBudget';
import type { Budget } from './budget/budget';
import { conflictFindings, referenceFindings } from './recordFindings';
import { resourceFindings } from './resources/resourceFindings';
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

/** The last plan of each workbook. */
const known = new WeakMap<Workbook, { readonly today: CalendarDate; readonly plan: Plan }>();

/**
 * The same value for the same workbook and day. The schedule is computed at once, the rest when somebody reads it: an
 * edit is painted before anybody asks what is wrong with the plan.
 * @param today decides what is late and where a plan without a start begins
 */
export function planOf(workbook: Workbook, today: CalendarDate): Plan {
  const last = known.get(workbook);
  if (last?.today === today) return last.plan;
  const plan = computePlan(workbook, today);
  known.set(workbook, { today, plan });
  return plan;
}

function computePlan(workbook: Workbook, today: CalendarDate): Plan {
  const schedule = scheduleOf(workbook, today);
  let findings: readonly Finding[] | undefined;
  return {
    workbook,
    schedule,
    get budget() {
      return budgetOf(workbook, schedule);
    },
    get findings() {
      findings ??= byLevel(
        workbook.findings,
        conflictFindings(workbook),
        schedule.findings,
        budgetOf(workbook, schedule).findings,
        resourceFindings(workbook, schedule),
        baselineFindings(workbook),
        riskFindings(workbook.tables.risks.live, today),
        approvalFindings({ workbook, schedule, budget: budgetOf(workbook, schedule) }, today),
        referenceFindings(workbook),
      );
      return findings;
    },
  };
}

function byLevel(...parts: readonly (readonly Finding[])[]): readonly Finding[] {
  const levels: Record<Level, Finding[]> = { error: [], warning: [], info: [] };
  for (const part of parts) for (const finding of part) levels[finding.level].push(finding);
  return [...levels.error, ...levels.warning, ...levels.info];
}
