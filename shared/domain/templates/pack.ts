/**
 * A starter pack: the records a plan can begin with, before anyone's dates, sizes and ids are known. In its file a
 * record is written as `{ "key": "A1", …fields }`; other records name it by that key. What depends on the practice is
 * written as an object:
 *
 * - `{ "answer": "providers", "times": 2, "plus": 0, "min": 1, "round": "up" }` is a number that grows with answers,
 *   `{ "answer": "country" }` an answer as it is.
 * - `{ "month": 4 }` is the first day of month 4 of the plan, `{ "day": 0 }` its start, and
 *   `{ "task": "G3", "months": 1 }` the first day of the month after the one task G3 ends in.
 * - `"each": "sites"` makes a record once for each site; `"when": { "strategy": ["pilot"] }` only if that was answered.
 * - `{ "source": "rule" }` is the source of that id, said once for the whole pack.
 */
import type { CalendarDate } from '../base/dates';
import type { StoredValue } from '../register/field';
import type { RegisterId } from '../registers/all';
import type { Amount } from './amount';

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
  /** What others needed; null where no published figure fits. */
  readonly experience: Experience | null;
  /** In the order in which the records are made. */
  readonly records: readonly PackRecord[];
}

export interface PackSource {
  /** By which records refer to it; empty if none does. */
  readonly id: string;
  readonly about: string;
  readonly source: string;
}

/** A published figure on how long it took others. */
export interface Experience {
  /** Whom it is about, as in `half of 430 small practices`. */
  readonly who: string;
  /** With the year. */
  readonly source: string;
  /** All must hold for a plan to be compared. */
  readonly when: readonly Condition[];
  readonly figure:
    | {
        readonly kind: 'median';
        readonly task: string;
        /** From the task's start to go-live. */ readonly weeks: number;
      }
    /** How much later than planned they went live, on average. */
    | { readonly kind: 'late'; readonly months: number };
}

/** Text, a number, or a list of names or weekdays. */
export type Answer = string | number | readonly string[];

/** Something the pack wants to know about the practice; every question has an answer already. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** What a number counts: `working days`. Empty where the label says it. */
  readonly unit: string;
  /** Where the default comes from, with the year. Empty for names and the like. */
  readonly source: string;
  /** The heading it is asked under. */
  readonly group: string;
  /** When it is worth asking; its default stands otherwise. */
  readonly when: readonly Condition[];
  readonly answer: AnswerKind;
  readonly default: Answer;
  /** The default where it grows with earlier answers. */
  readonly follows: Amount | null;
  /** The question whose number includes this one's: together, its parts cannot exceed it. */
  readonly partOf: string | null;
}

export type AnswerKind =
  | { readonly kind: 'text'; readonly maxLength: number }
  /** Exactly so many letters, kept in capitals: a country or a currency. */
  | { readonly kind: 'code'; readonly letters: number }
  | { readonly kind: 'integer' | 'decimal'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> }
  /** At least one name; a bare number stands for so many, named by `numbered` with its `{n}` after the defaults. */
  | { readonly kind: 'names'; readonly max: number; readonly numbered: string }
  | { readonly kind: 'weekdays'; readonly min: number };

/** Holds if the answer is one of the options, or the number lies within the limits. */
export interface Condition {
  readonly about: string;
  readonly oneOf: readonly string[] | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** Of the copies a record could have: all, the first, all but the first, all but the last. */
export type WhichCopies = 'all' | 'first' | 'later' | 'earlier';

export interface PackRecord {
  readonly register: RegisterId;
  /** Unique within its register. */
  readonly key: string;
  /**
   * What it is made once for each of: the names of a question, or `waves`. The first copy has the record's key, later
   * ones `key-2`, `key-3` …. In its texts `{name}` becomes the name, `{: name}` the name after a colon if there are
   * several copies, `{n}` the number. Null: one, without a name.
   */
  readonly each: { readonly set: string; readonly copies: WhichCopies } | null;
  /** All must hold, or it is left out, and with it every record that cannot do without it. */
  readonly when: readonly Condition[];
  readonly values: Readonly<Record<string, PackValue>>;
}

export type PackValue =
  | { readonly kind: 'literal'; readonly value: StoredValue }
  /** The first of these that is there. */
  | { readonly kind: 'ref'; readonly targets: readonly PackTarget[] }
  | { readonly kind: 'refs'; readonly targets: readonly PackTarget[] }
  /** A day of month 1, 2, … of the plan: its first or its last. */
  | { readonly kind: 'month'; readonly month: number; readonly last: boolean }
  /** So many calendar days after the start. */
  | { readonly kind: 'day'; readonly day: number }
  | TaskDay
  /** The days off of the country that was answered. */
  | { readonly kind: 'holidays' }
  | { readonly kind: 'answer'; readonly question: string }
  | { readonly kind: 'amount'; readonly amount: Amount };

/** A day counted from the scheduled date of a task: days after it, or the first or last day of a month after its. */
export interface TaskDay {
  readonly kind: 'taskDay';
  readonly target: PackTarget;
  readonly edge: 'start' | 'finish';
  readonly days: number;
  /** Null: the day itself. */
  readonly months: number | null;
  readonly last: boolean;
}

/** Which of a record's copies is meant: the one made for the same name, the one before it, or from outside. */
export type WhichCopy = 'same' | 'previous' | 'first' | 'last' | 'all';

export interface PackTarget {
  readonly register: RegisterId;
  readonly key: string;
  readonly copy: WhichCopy;
}
