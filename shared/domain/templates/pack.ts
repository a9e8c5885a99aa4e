/**
 * A starter pack: the records a plan can begin with, before anyone's dates, sizes and ids are known. In its file a
 * record is written as `{ "key": "A1", …fields }`; other records name it by that key. A date is an offset from the
 * start of the plan, so that another start moves everything: `{ "month": 4 }` is the first day of month 4,
 * `{ "month": 4, "last": true }` its last day, `{ "day": 0 }` the start itself. A value may come from an answer:
 * `{ "answer": "providers", "times": 2, "plus": 0, "min": 1, "round": "up" }`.
 */
import type { CalendarDate } from '../base/dates';
import { integer, choice, decimal, text } from '../register/define';
import type { Field, StoredValue } from '../register/field';
import type { RegisterId } from '../registers/all';

export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Where the plan begins unless another start is given. */
  readonly start: CalendarDate;
  /** ISO 4217 code of all prices; a plan in another currency gets none of them. */
  readonly priceCurrency: string;
  /** Where figures that carry no source of their own come from, with the year. */
  readonly sources: readonly PackSource[];
  readonly questions: readonly Question[];
  /** In the order in which the records are made. */
  readonly records: readonly PackRecord[];
}

export interface PackSource {
  readonly about: string;
  readonly source: string;
}

/** Something the pack wants to know about the practice; every question has an answer already. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** What a number counts: `working days`. Empty where the label says it. */
  readonly unit: string;
  /** Where the default comes from, with the year. Empty for names and the like. */
  readonly source: string;
  readonly answer: AnswerKind;
  readonly default: string | number;
}

export type AnswerKind =
  | { readonly kind: 'text'; readonly maxLength: number }
  /** Exactly so many letters, kept in capitals: a country or a currency. */
  | { readonly kind: 'code'; readonly letters: number }
  | { readonly kind: 'integer' | 'decimal'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> };

export interface PackRecord {
  readonly register: RegisterId;
  /** Unique within its register. */
  readonly key: string;
  /** How many copies are made, keyed `key1`, `key2` …; `{n}` in a text becomes the number. Null: one, without number. */
  readonly repeat: Amount | null;
  readonly values: Readonly<Record<string, PackValue>>;
}

export type PackValue =
  | { readonly kind: 'literal'; readonly value: StoredValue }
  | { readonly kind: 'ref'; readonly target: PackTarget }
  | { readonly kind: 'refs'; readonly targets: readonly PackTarget[] }
  /** A day of month 1, 2, … of the plan: its first or its last. */
  | { readonly kind: 'month'; readonly month: number; readonly last: boolean }
  /** So many calendar days after the start. */
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'answer'; readonly question: string }
  | { readonly kind: 'amount'; readonly amount: Amount };

export interface PackTarget {
  readonly register: RegisterId;
  readonly key: string;
}

/** A number that grows with answers: Σ answers × times ÷ per + plus, rounded if asked, then kept within min and max. */
export interface Amount {
  readonly answers: readonly string[];
  readonly times: number;
  readonly per: number;
  readonly plus: number;
  readonly round: 'up' | 'down' | 'nearest' | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** The field that an answer must fit. */
export function answerField({ label, answer }: Question): Field {
  switch (answer.kind) {
    case 'text':
      return text({ label, required: true, maxLength: answer.maxLength, review: 'flag' });
    case 'code':
      return text({ label, required: true, maxLength: answer.letters, review: 'flag' });
    case 'integer':
      return integer({ label, required: true, min: answer.min, max: answer.max, review: 'flag' });
    case 'decimal':
      return decimal({ label, required: true, min: answer.min, max: answer.max, review: 'flag' });
    case 'choice':
      return choice({ label, required: true, options: answer.options, default: null, review: 'flag' });
  }
}

/** @param answers the number each question was answered with */
export function amountOf(amount: Amount, answers: (question: string) => number): number {
  const sum = amount.answers.map(answers).reduce((total, answer) => total + answer, 0);
  // Six decimals are what a field keeps; cutting there first keeps 5.0000000001 from being rounded up to 6.
  const exact = Number(((sum * amount.times) / amount.per + amount.plus).toFixed(6));
  const whole = rounded(exact, amount.round);
  return Math.min(Math.max(whole, amount.min ?? -Infinity), amount.max ?? Infinity);
}

function rounded(value: number, round: Amount['round']): number {
  switch (round) {
    case 'up':
      return Math.ceil(value);
    case 'down':
      return Math.floor(value);
    case 'nearest':
      return Math.round(value);
    case null:
      return value;
  }
}
