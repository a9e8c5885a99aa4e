/** The gates that Overview speaks of: those with criteria and decisions, and the tasks of the timeline that are gates. */
import { gateStates } from '../approvals/gateStates';
import type { CalendarDate } from '../base/dates';
import type { Plan } from '../plan';
import type { RegisterId } from '../registers/all';
import { projectTime, runUpOf, workingDaysTo } from './runUp';

export interface GateAhead {
  readonly register: Extract<RegisterId, 'gates' | 'tasks'>;
  readonly id: string;
  readonly name: string;
  readonly date: CalendarDate;
  /** Working days left; 0 on the day itself. */
  readonly days: number;
}

export interface GateCounts {
  readonly gates: number;
  readonly gatesPassed: number;
  readonly gatesLate: number;
}

/** Gates still to be passed within so many working days, none of them twice. */
export function gatesAhead(plan: Plan, today: CalendarDate, notice: number): readonly GateAhead[] {
  const { workbook, schedule } = plan;
  const time = projectTime(workbook);
  const decidedOn = new Set(workbook.tables.gates.live.map(({ milestone }) => milestone));
  const asGates = gateStates(plan, today).flatMap(({ gate, date, decided }) => {
    const waits = decided.outcome === 'open' || decided.outcome === 'contradictory';
    return date === null || !waits
      ? []
      : [{ register: 'gates', id: gate.id, name: gate.name, date } as const];
  });
  const asTasks = workbook.tables.tasks.live.flatMap((task) => {
    const date = task.kind === 'gate' && !decidedOn.has(task.id) ? schedule.task(task.id)?.finish : undefined;
    return date === undefined || task.percentComplete >= 100
      ? []
      : [{ register: 'tasks', id: task.id, name: task.name, date } as const];
  });
  return [...asGates, ...asTasks]
    .filter(({ date }) => date >= today)
    .map((gate) => ({ ...gate, days: workingDaysTo(time, today, gate.date) }))
    .filter(({ days }) => days <= notice);
}

/** Counted are the gates that are decided on; in a plan without any, the gates of the timeline before go-live. */
export function gateCounts(plan: Plan, today: CalendarDate): GateCounts {
  const decided = gateStates(plan, today);
  if (decided.length > 0)
    return {
      gates: decided.length,
      gatesPassed: decided.filter(
        ({ decided: { outcome } }) => outcome === 'approved' || outcome === 'conditions',
      ).length,
      gatesLate: decided.filter(({ isOverdue }) => isOverdue).length,
    };
  const gates = runUpOf(plan, today)?.gates ?? [];
  return {
    gates: gates.length,
    gatesPassed: gates.filter(({ state }) => state === 'passed').length,
    gatesLate: gates.filter(({ state }) => state === 'late').length,
  };
}
