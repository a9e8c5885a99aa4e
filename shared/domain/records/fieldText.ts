/** The value of any field as people read it. Total over what a merge or a foreign file may hold. */
import { isCalendarDate } from '../base/dates';
import { daysInWords, formatDays, formatNumber, formatPercent } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { textOf } from '../register/parseText';
import { WEEKDAYS, type Field, type StoredValue, type Weekday } from '../register/field';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';
import { recordName, recordTitle } from './recordName';

export function currencyOf(workbook: Workbook): string {
  const currency = workbook.tables.organisation.live[0]?.currency ?? '';
  return currency === '' ? 'USD' : currency;
}

/**
 * `alone`: the value stands by itself and carries its unit and sign; `column`: the head of its column says what it is,
 * and figures stand under each other.
 */
export type TextStyle = 'alone' | 'column';

/** Empty for nothing. */
export function fieldText(
  workbook: Workbook,
  field: Field,
  value: unknown,
  style: TextStyle = 'alone',
): string {
  const isAlone = style === 'alone';
  if (typeof value === 'number') {
    switch (field.kind) {
      case 'money':
        return formatMoney(value, currencyOf(workbook), { cents: true, bare: !isAlone });
      case 'days':
        return isAlone ? daysInWords(value, 'working day', 'whole') : formatDays(value, 'whole');
      case 'percent':
        return formatPercent(value, 'whole');
      case 'integer':
      case 'decimal':
        return formatNumber(value, 'whole');
      default:
        return plainText(value);
    }
  }
  switch (field.kind) {
    case 'date':
      return isCalendarDate(value) ? formatDate(value, isAlone ? 'weekdayYear' : 'medium') : plainText(value);
    case 'dates':
      return Array.isArray(value) ? datesText(value, isAlone) : plainText(value);
    case 'weekdays':
      return Array.isArray(value) ? weekdaysText(value) : plainText(value);
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'ref':
      if (typeof value === 'string') return referenceText(workbook, field.register, value);
      break;
    case 'anyRef':
      if (typeof value === 'string') return anyReferenceText(workbook, value);
      break;
    default:
  }
  if (!isStored(value)) return plainText(value);
  return textOf(field, value, {
    currency: currencyOf(workbook),
    titleOf: (register, id) => referenceText(workbook, register, id),
  });
}

/** The value as it is typed, copied and pasted: what the editor of a cell starts with. */
export function typedText(workbook: Workbook, field: Field, value: StoredValue): string {
  return textOf(field, value, {
    currency: currencyOf(workbook),
    titleOf: (register, id) =>
      isRegisterId(register) && recordIn(workbook, register, id) !== undefined
        ? recordTitle(workbook, register, id)
        : undefined,
  });
}

/** `Fri, Jan 1, 2027; Mon, Sep 6, 2027`; in a column many are counted: `11 days, Jan 1, 2027 to Dec 24, 2027`. */
function datesText(dates: readonly unknown[], isAlone: boolean): string {
  const known = dates.filter(isCalendarDate);
  if (isAlone || known.length <= FEW_DATES) {
    return dates
      .map((date) =>
        isCalendarDate(date) ? formatDate(date, isAlone ? 'weekdayYear' : 'medium') : plainText(date),
      )
      .join('; ');
  }
  const [first = '', last = ''] = [known[0], known.at(-1)];
  return `${String(known.length)} days, ${formatDate(first)} to ${formatDate(last)}`;
}

const FEW_DATES = 3;

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export function weekdayName(day: Weekday): string {
  return DAY_NAMES[day];
}

/** `Monday to Friday`, or the days one by one where they have a gap. */
function weekdaysText(days: readonly unknown[]): string {
  const chosen = WEEKDAYS.filter((day) => days.includes(day));
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return '';
  const isRun = WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === chosen.length - 1;
  return isRun && chosen.length > 2
    ? `${DAY_NAMES[first]} to ${DAY_NAMES[last]}`
    : chosen.map((day) => DAY_NAMES[day].slice(0, 3)).join(', ');
}

function referenceText(workbook: Workbook, register: string, id: string): string {
  if (!isRegisterId(register) || recordIn(workbook, register, id) === undefined) return 'a missing record';
  return recordTitle(workbook, register, id);
}

/** The register a record stands in; undefined where it is in none. */
export function registerOf(workbook: Workbook, id: string): RegisterId | undefined {
  return registerIds.find((register) => recordIn(workbook, register, id) !== undefined);
}

/** `Go-live (task)` */
export function anyReferenceText(workbook: Workbook, id: string): string {
  const register = registerOf(workbook, id);
  if (register === undefined) return 'a missing record';
  return `${recordName(workbook, register, id)} (${definitionOf(register).singular.toLowerCase()})`;
}

function isStored(value: unknown): value is StoredValue {
  return value !== undefined;
}

/** A value nothing is known about. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
