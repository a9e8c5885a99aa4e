/** Which calendar each task works by: its own, else the organisation's, else Monday to Friday without days off. */
import type { Calendar } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';
import { TickCalendar } from './ticks';
import { workingTimeOf } from './workingTime';

export interface PlanCalendar {
  /** Undefined: Monday to Friday. */
  readonly record: Calendar | undefined;
  readonly ticks: TickCalendar;
}

/** The calendars a plan uses, numbered in the order they are first met; the project's own is number 0. */
export class PlanCalendars {
  readonly list: PlanCalendar[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly workbook: Workbook,
    private readonly ticksPerDay: number,
  ) {
    const [organisation] = workbook.tables.organisation.live;
    this.add(recordIn(workbook, 'calendars', organisation?.calendar ?? null));
  }

  /** The number of the calendar a task names. A calendar that is not there counts as none. */
  numberFor(id: string | null): number {
    if (id === null) return 0;
    const number = this.numbers.get(id);
    if (number !== undefined) return number;
    const record = recordIn(this.workbook, 'calendars', id);
    const added = record === undefined ? 0 : this.add(record);
    this.numbers.set(id, added);
    return added;
  }

  private add(record: Calendar | undefined): number {
    const number = this.list.length;
    this.list.push({ record, ticks: new TickCalendar(workingTimeOf(record), this.ticksPerDay) });
    if (record !== undefined) this.numbers.set(record.id, number);
    return number;
  }
}
