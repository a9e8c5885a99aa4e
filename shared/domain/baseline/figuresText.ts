/** The figures of a baseline in words: all that is ever shown of them in a cell, a form, a history or a file. */
import { isCut } from '../edits/change';
import { formatNumber } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { figuresHead, isSealed } from './figures';

/** `412 tasks, go-live Aug 9, 2027, $387,855.38`; empty for nothing. Of a history only the beginning is there. */
export function figuresText(text: string): string {
  if (text === '') return '';
  const head = figuresHead(text);
  if (head === undefined) return 'Figures that cannot be read';
  if (!isCut(text) && !isSealed(text)) return 'Figures that do not add up';
  const { tasks, goLive, finish, total, currency } = head;
  const count = tasks === 1 ? '1 task' : `${formatNumber(tasks)} tasks`;
  const end = goLive === null ? `ends ${formatDate(finish)}` : `go-live ${formatDate(goLive)}`;
  return [count, end, formatMoney(total, currency, { cents: true })].join(', ');
}

/** The same of one of several that are to be told apart: with its seal where another reads the same. */
export function figuresAmong(text: string, others: readonly unknown[]): string {
  const words = figuresText(text);
  const isAlike = others.some(
    (other) => typeof other === 'string' && other !== text && figuresText(other) === words,
  );
  return isAlike ? `${words} (checksum ${figuresHead(text)?.seal ?? 'none'})` : words;
}
