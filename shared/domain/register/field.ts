/**
 * The language in which a register describes its fields. A description is a plain value; record types, forms, grids,
 * validation, paste, files, history and merge review are all derived from it.
 */

/**
 * What happens when two sites wrote a field apart: `merge` resolves silently, `flag` shows the latest and mentions the
 * other, `decide` waits for a person.
 */
export type ReviewClass = 'merge' | 'flag' | 'decide';

export interface FieldBase {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly review: ReviewClass;
  /**
   * Values that say it is over: one of them against any other waits for a person, whatever `review` says; of a percent
   * only against nothing done.
   */
  readonly ends?: readonly (string | number)[];
  /** Fields of one record that share a group must change together: they are stored as one value. */
  readonly group?: string;
  /** Written with the record and never after, as a signature is: what was wrong is put right by another record. */
  readonly fixed?: true;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly maxLength: number;
}
/** Long text: several people may type in it at once and their words are joined. */
export interface LongTextField extends FieldBase {
  readonly kind: 'longText';
}
interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
}
export interface IntegerField extends FieldBase, NumberLimits {
  readonly kind: 'integer';
}
/** An exact decimal with at most six decimals, such as a quantity. */
export interface DecimalField extends FieldBase, NumberLimits {
  readonly kind: 'decimal';
}
/** 0 to 100 unless the limits say otherwise. */
export interface PercentField extends FieldBase, NumberLimits {
  readonly kind: 'percent';
}
/** Integer minor units of the plan's currency. */
export interface MoneyField extends FieldBase, NumberLimits {
  readonly kind: 'money';
}
/** Working days of the record's calendar; parts of a day down to a minute of an eight-hour day. */
export interface DaysField extends FieldBase, NumberLimits {
  readonly kind: 'days';
}
export interface DateField extends FieldBase {
  readonly kind: 'date';
}
export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
  readonly default: boolean;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  /** Option id to label, in display order. */
  readonly options: Readonly<Record<string, string>>;
  readonly default: string | null;
}
export interface RefField extends FieldBase {
  readonly kind: 'ref';
  readonly register: string;
}
/** A set of references; each element merges by itself. */
export interface RefsField extends FieldBase {
  readonly kind: 'refs';
  readonly register: string;
}
/** A set of calendar dates; each element merges by itself. */
export interface DatesField extends FieldBase {
  readonly kind: 'dates';
}
/** The working days of a week, in Monday-first order. */
export interface WeekdaysField extends FieldBase {
  readonly kind: 'weekdays';
  readonly default: readonly Weekday[];
}
/** Named whole-number scales, for instance an impact of 1 to 5 on safety and on schedule. */
export interface ScoresField extends FieldBase {
  readonly kind: 'scores';
  readonly scales: Readonly<Record<string, string>>;
  readonly min: number;
  readonly max: number;
}
/** A reference to any record of any register, for comments and links. */
export interface AnyRefField extends FieldBase {
  readonly kind: 'anyRef';
}

/** The figures of a plan on one day (`writeFigures`): never typed and never shown but in words. */
export interface FiguresField extends FieldBase {
  readonly kind: 'figures';
}

export type Field =
  | TextField
  | LongTextField
  | IntegerField
  | DecimalField
  | PercentField
  | MoneyField
  | DaysField
  | DateField
  | BooleanField
  | ChoiceField
  | RefField
  | RefsField
  | DatesField
  | WeekdaysField
  | ScoresField
  | AnyRefField
  | FiguresField;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The value a field holds in a record. Empty text is `''`, an empty set `[]`, anything else empty is `null`. */
export type FieldValue<F extends Field> = F extends { kind: 'text' | 'longText' | 'figures' }
  ? string
  : F extends { kind: 'integer' | 'decimal' | 'percent' | 'money' | 'days' }
    ? F extends { default: number }
      ? number
      : number | null
    : F extends { kind: 'date' | 'ref' | 'anyRef' }
      ? string | null
      : F extends { kind: 'boolean' }
        ? boolean
        : F extends { kind: 'choice'; options: infer O; default: infer D }
          ? (keyof O & string) | (D extends null ? null : never)
          : F extends { kind: 'refs' | 'dates' }
            ? readonly string[]
            : F extends { kind: 'weekdays' }
              ? readonly Weekday[]
              : F extends { kind: 'scores'; scales: infer S }
                ? { readonly [K in keyof S]?: number }
                : never;

/** Any value a field of any kind can hold; also the JSON that is stored and exchanged. */
export type StoredValue =
  string | number | boolean | null | readonly string[] | Readonly<Record<string, number | undefined>>;

/** Fields whose value is a set with one register per element. */
export function isSetField(field: Field): field is RefsField | DatesField {
  return field.kind === 'refs' || field.kind === 'dates';
}

/** Whether people write the field themselves: in a cell, a form, a paste or the column of a file. */
export function isWritable(field: Field): boolean {
  return field.kind !== 'figures';
}

/** The value of a field nobody has written yet. */
export function emptyValue(field: Field): StoredValue {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'figures':
      return '';
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
    case 'days':
      return field.default ?? null;
    case 'boolean':
    case 'choice':
    case 'weekdays':
      return field.default;
    case 'refs':
    case 'dates':
      return [];
    case 'scores':
      return {};
    case 'date':
    case 'ref':
    case 'anyRef':
      return null;
  }
}
