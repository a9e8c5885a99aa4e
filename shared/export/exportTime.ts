/** When and with what a file is made: it stands in the file. */
import type { CalendarDate } from '../domain/base/dates';

export interface ExportTime {
  readonly today: CalendarDate;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly appVersion: string;
}
