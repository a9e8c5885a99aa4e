/** The figures of a baseline in words: all that is ever shown of them in a cell, a form, a history or a file. */
import { formatNumber } from '../format/amounts';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { figuresHead } from './figures';

/** `412 tasks, go-live Aug 9, 2027, $387,855.38`; empty for nothing. */
export function figuresText(text: string): string {
  if (text === '') return '';
  const head = figuresHead(text);
  if (head === undefined) return 'Figures that cannot be read';
  const { tasks, goLive, finish, total, currency } = head;
  const count = tasks === 1 ? '1 task' : `${formatNumber(tasks)} tasks`;
  const end = goLive === null ? `ends ${formatDate(finish)}` : `go-live ${formatDate(goLive)}`;
  return [count, end, formatMoney(total, currency, { cents: true })].join(', ');
}
