/** What MS Project XML says of the project as a whole: how it counts time, and what becomes of the organisation's settings. */
import type { StoredValue } from '../domain/register/field';
import type { ImportedRecord } from '../domain/imports/importedRecords';
import type { LossReport } from './mspdiLoss';
import { mspdiRecord } from './mspdiRecord';
import { dateOf, MINUTES_PER_CALENDAR_DAY, numberOf, USUAL_UNITS, type TimeUnits } from './mspdiTimes';

/** Elements of the project itself, by name. */
export type ProjectValues = ReadonlyMap<string, string>;

const ORGANISATION_KEY = 'organisation';

export function timeUnits(values: ProjectValues, loss: LossReport): TimeUnits {
  const text = values.get('MinutesPerDay') ?? '';
  const minutesPerDay = numberOf(text) ?? 0;
  const minutesPerWeek = numberOf(values.get('MinutesPerWeek') ?? '') ?? 0;
  if (minutesPerDay <= 0 || minutesPerDay > MINUTES_PER_CALENDAR_DAY) {
    if (text !== '')
      loss.add(`A working day of “${shortened(text)}” minutes cannot be; eight hours are taken.`);
    return USUAL_UNITS;
  }
  const daysPerWeek =
    minutesPerWeek > 0 ? Math.min(minutesPerWeek / minutesPerDay, 7) : USUAL_UNITS.daysPerWeek;
  return { minutesPerDay, daysPerWeek };
}

export interface OrganisationContext {
  /** The id of the workbook's organisation record. */
  readonly id: string;
  readonly calendarUids: ReadonlySet<string>;
  readonly loss: LossReport;
}

/** Name, start, currency and calendar; what cannot be used leaves the workbook's own. */
export function organisationRecord(
  given: ProjectValues,
  { id, calendarUids, loss }: OrganisationContext,
): ImportedRecord {
  const keepOwn = (what: string, text: string): void => {
    if (text !== '')
      loss.add(`The ${what} of the file, “${shortened(text)}”, cannot be used; that of the plan was kept.`);
  };
  const values: Record<string, StoredValue> = {};
  const title = given.get('Title') || given.get('Name') || '';
  const startText = given.get('StartDate') ?? '';
  const start = dateOf(startText);
  const currency = (given.get('CurrencyCode') ?? '').toUpperCase();
  const calendar = given.get('CalendarUID') ?? '';
  if (title !== '') values['name'] = title.replace(/\.(xml|mpp)$/i, '');
  if (start === null) keepOwn('start', startText);
  else values['start'] = start;
  if (/^[A-Z]{3}$/.test(currency)) values['currency'] = currency;
  else keepOwn('currency', currency);
  if (calendarUids.has(calendar)) values['calendar'] = `calendar ${calendar}`;
  else if (calendar !== '-1') keepOwn('calendar', calendar);
  if (given.get('ScheduleFromStart') === '0') {
    loss.add('The file schedules backward from its finish; here tasks run as early as their links allow.');
  }
  return { ...mspdiRecord('organisation', ORGANISATION_KEY, values, loss), id };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
