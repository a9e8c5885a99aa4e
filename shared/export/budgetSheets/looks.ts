/** The looks that the budget's sheets are made of; each exists once, so that equal cells share it. */
import type { Format, Look, Role } from '../sheetModel';

const seen = new Map<string, Look>();

export function look(role: Role, format?: Format, more: Omit<Look, 'role' | 'format'> = {}): Look {
  const key = JSON.stringify([role, format, more]);
  const known = seen.get(key);
  if (known !== undefined) return known;
  const made: Look = { role, ...(format !== undefined && { format }), ...more };
  seen.set(key, made);
  return made;
}

export const TITLE = look('title');
export const HEADING = look('heading');
export const NOTE = look('note');
export const LABEL = look('label');
export const HEADER = look('header', undefined, { wrap: true });
/** Above text to the right of a number. */
export const SPACED_HEADER = look('header', undefined, { wrap: true, indent: 1 });
/** Above numbers. */
export const NUMBER_HEADER = look('header', undefined, { wrap: true, align: 'right' });
export const MONTH_HEADER = look('header', 'month', { align: 'right' });
export const YEAR_HEADER = look('header', 'fiscalYear', { align: 'right' });
export const TOTAL_LABEL = look('total');
export const TOTAL_MONEY = look('total', 'money');
export const MONEY = look('calculation', 'money');
/** The total of one row. */
export const ROW_TOTAL = look('calculation', 'money', { strong: true });
export const LINKED_MONEY = look('link', 'money');
export const LINKED_TEXT = look('link');
/** A name can be a sentence. */
export const LINKED_NAME = look('link', undefined, { wrap: true });
export const LINKED_TOTAL = look('link', 'money', { strong: true });
