/** How texts that were typed or pasted together write numbers and dates. */
import type { Field } from './field';
import { dateOrderIn, type DateOrder } from './typedDates';
import { decimalMarkOf, type DecimalMark } from './typedNumbers';

/** What one text alone leaves open, such as `1.250` or `3/4/2027`; absent where the others leave it open too. */
export interface Writing {
  readonly mark?: DecimalMark;
  readonly order?: DateOrder;
}

const NUMBER_KINDS: readonly Field['kind'][] = ['integer', 'decimal', 'percent', 'money', 'days'];

/** One clipboard comes from one program, so its clear numbers and dates settle the unclear ones. */
export function writingOf(texts: readonly { readonly field: Field; readonly text: string }[]): Writing {
  const numbers = texts.filter(({ field }) => NUMBER_KINDS.includes(field.kind));
  const dates = texts.filter(({ field }) => field.kind === 'date' || field.kind === 'dates');
  const mark = decimalMarkOf(numbers.map(({ text }) => withoutUnit(text)));
  // Where decimals follow a comma, days come before months.
  const order = dateOrderIn(dates.map(({ text }) => text)) ?? (mark === ',' ? 'dayFirst' : null);
  return { ...(mark === null ? {} : { mark }), ...(order === null ? {} : { order }) };
}

/** A duration without its unit: `5 days`, `2w?`. */
export function withoutUnit(text: string): string {
  return text.trim().replace(/[a-z?]+$/i, '');
}
