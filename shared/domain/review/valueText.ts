/** Values and records as a review names them: money with its cents, dates in words, references by name. */
import { recordTitle } from '../assemble';
import { isCalendarDate } from '../base/dates';
import { daysInWords, formatNumber, formatPercent } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { textOf } from '../register/parseText';
import type { Field, StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';

/** The field under which the review keeps whether a record is in the bin. */
export const ARCHIVED_FIELD = 'archived';

export function currencyOf(workbook: Workbook): string {
  const currency = workbook.tables.organisation.live[0]?.currency ?? '';
  return currency === '' ? 'USD' : currency;
}

export function fieldLabel(register: RegisterId, field: string): string {
  return field === ARCHIVED_FIELD ? 'In the bin' : (fieldOf(definitionOf(register), field)?.label ?? field);
}

/** A record's name; a link goes by its ends. */
export function recordName(workbook: Workbook, register: RegisterId, id: string): string {
  if (register !== 'links') return recordTitle(workbook, register, id);
  const link = recordIn(workbook, 'links', id);
  const nameOf = (task: string | null): string =>
    recordIn(workbook, 'tasks', task) === undefined
      ? 'a missing task'
      : recordTitle(workbook, 'tasks', task ?? '');
  return `${nameOf(link?.predecessor ?? null)} → ${nameOf(link?.successor ?? null)}`;
}

/** Any value of any field in words; `empty` for nothing. Total over what a foreign file may hold. */
export function valueText(workbook: Workbook, register: RegisterId, name: string, value: unknown): string {
  if (name === ARCHIVED_FIELD) return value === true ? 'In the bin' : 'In use';
  const field = fieldOf(definitionOf(register), name);
  const text = field === undefined ? plainText(value) : fieldText(workbook, field, value);
  return text === '' ? 'Empty' : text;
}

/** The same for a field at hand, and empty text for nothing. */
export function fieldText(workbook: Workbook, field: Field, value: unknown): string {
  if (typeof value === 'number') {
    switch (field.kind) {
      case 'money':
        return formatMoney(value, currencyOf(workbook), { cents: true });
      case 'days':
        return daysInWords(value);
      case 'percent':
        return formatPercent(value);
      case 'integer':
      case 'decimal':
        return formatNumber(value);
      default:
        return plainText(value);
    }
  }
  if (field.kind === 'date')
    return isCalendarDate(value) ? formatDate(value, 'weekdayYear') : plainText(value);
  if (field.kind === 'dates' && Array.isArray(value))
    return value
      .map((date) => (isCalendarDate(date) ? formatDate(date, 'weekdayYear') : plainText(date)))
      .join('; ');
  if (field.kind === 'boolean') return value === true ? 'Yes' : 'No';
  if (field.kind === 'ref' && typeof value === 'string')
    return referenceText(workbook, field.register, value);
  if (field.kind === 'anyRef' && typeof value === 'string') return anyReferenceText(workbook, value);
  if (!isStored(value)) return plainText(value);
  return textOf(field, value, {
    currency: currencyOf(workbook),
    titleOf: (register, id) => referenceText(workbook, register, id),
  });
}

function referenceText(workbook: Workbook, register: string, id: string): string {
  if (!isRegisterId(register) || recordIn(workbook, register, id) === undefined) return 'a missing record';
  return recordTitle(workbook, register, id);
}

function anyReferenceText(workbook: Workbook, id: string): string {
  const register = registerIds.find((candidate) => recordIn(workbook, candidate, id) !== undefined);
  return register === undefined ? 'a missing record' : recordName(workbook, register, id);
}

function isStored(value: unknown): value is StoredValue {
  return value !== undefined;
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
