/** A value of a record as a spreadsheet can take it: amounts, dates and numbers as what they are, the rest in words. */
import { isCalendarDate, type CalendarDate } from '../domain/base/dates';
import { decimalOf } from '../domain/base/decimal';
import { isCut } from '../domain/edits/change';
import { currencyOf, fieldText, plainText } from '../domain/records/fieldText';
import type { Field } from '../domain/register/field';
import type { Workbook } from '../domain/workbook';
import { majorNumber } from './budgetSheets/amounts';
import { look } from './budgetSheets/looks';
import { dateSerial } from './sheetAddress';
import type { Cell } from './sheetModel';

/** Money is in minor units of the plan's currency. */
export type TypedValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'money'; readonly value: number }
  | { readonly kind: 'date'; readonly date: CalendarDate };

export const NO_VALUE: TypedValue = { kind: 'none' };

/** Total over what a merge or a foreign file may hold: what is not of its field's kind is told as text. */
export function typedValue(workbook: Workbook, field: Field | undefined, value: unknown): TypedValue {
  if (value === null || value === undefined) return NO_VALUE;
  if (field === undefined) return textValue(plainText(value));
  if (typeof value === 'number' && Number.isFinite(value) && isNumeric(field))
    return { kind: field.kind === 'money' ? 'money' : 'number', value };
  if (field.kind === 'date' && isCalendarDate(value)) return { kind: 'date', date: value };
  const text = fieldText(workbook, field, value);
  return textValue(isCut(value) ? `${text} (the rest was not kept)` : text);
}

export function textValue(text: string): TypedValue {
  return text === '' ? NO_VALUE : { kind: 'text', text };
}

function isNumeric({ kind }: Field): boolean {
  return ['integer', 'decimal', 'percent', 'money', 'days'].includes(kind);
}

/** What the numbers of a field count: `USD`, `working days`; empty where they count nothing. */
export function unitOf(workbook: Workbook, field: Field | undefined): string {
  switch (field?.kind) {
    case 'money':
      return currencyOf(workbook);
    case 'days':
      return 'working days';
    case 'percent':
      return '%';
    default:
      return '';
  }
}

const PLAIN = look('calculation');
const TEXT = look('calculation', undefined, { wrap: true });
const MOMENT = look('calculation', 'moment', { align: 'left' });
/** Values of all kinds stand under each other, so all stand at the left. */
const NUMBER = look('calculation', 'decimal', { align: 'left' });
const MONEY = look('calculation', 'money', { align: 'left' });
const DATE = look('calculation', 'date', { align: 'left' });

export function valueCell(value: TypedValue, currency: string): Cell {
  switch (value.kind) {
    case 'none':
      return { kind: 'blank', look: PLAIN };
    case 'text':
      return { kind: 'text', text: value.text, look: TEXT };
    case 'number':
      return { kind: 'number', value: value.value, look: NUMBER };
    case 'money':
      return { kind: 'number', value: majorNumber(decimalOf(value.value), currency), look: MONEY };
    case 'date':
      return { kind: 'date', date: value.date, look: DATE };
  }
}

const SECONDS_PER_DAY = 86_400;

/** @param moment `2027-01-04 08:01:30`, on whatever clock the head of its column names */
export function momentCell(moment: string): Cell {
  const [hours = 0, minutes = 0, seconds = 0] = moment.slice(11, 19).split(':').map(Number);
  const serial = dateSerial(moment.slice(0, 10)) + (hours * 3600 + minutes * 60 + seconds) / SECONDS_PER_DAY;
  return { kind: 'number', value: serial, look: MOMENT };
}
