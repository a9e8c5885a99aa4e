/** When a gate is: on its own date, on the day its milestone ends, or so many calendar days from go-live. */
import { addDays, type CalendarDate } from '../base/dates';
import type { Gate } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import type { Workbook } from '../workbook';

/** Null while nothing says when. */
export function gateDate(gate: Gate, schedule: Pick<Schedule, 'goLive' | 'task'>): CalendarDate | null {
  if (gate.date !== null) return gate.date;
  const milestone = gate.milestone === null ? undefined : schedule.task(gate.milestone)?.finish;
  if (milestone !== undefined) return milestone;
  return gate.offsetDays === null || schedule.goLive === null
    ? null
    : addDays(schedule.goLive, gate.offsetDays);
}

/** The gates in time order; those without a date last, in the order of the register. */
export function gatesInOrder(
  { tables }: Workbook,
  schedule: Pick<Schedule, 'goLive' | 'task'>,
): readonly { readonly gate: Gate; readonly date: CalendarDate | null }[] {
  return tables.gates.live
    .map((gate, index) => ({ gate, date: gateDate(gate, schedule), index }))
    .sort((a, b) => {
      const [first, second] = [a.date ?? '9999', b.date ?? '9999'];
      return first === second ? a.index - b.index : first < second ? -1 : 1;
    });
}
