/** When and with what a file is made: it stands in the file. */
import type { CalendarDate } from '../domain/base/dates';

export interface ExportTime {
  readonly today: CalendarDate;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly appVersion: string;
}

/** `2027-03-01, 09:30 UTC` */
export function stampOf({ now }: ExportTime): string {
  return `${now.slice(0, 16).replace('T', ', ')} UTC`;
}
