/** Builders with which a register is written down, and the record type that follows from one. */
import type { Id } from '../base/ids';
import type {
  AnyRefField,
  BooleanField,
  DateField,
  DatesField,
  DaysField,
  DecimalField,
  Field,
  FieldValue,
  FiguresField,
  IntegerField,
  LongTextField,
  MoneyField,
  PercentField,
  RefField,
  RefsField,
  TextField,
  Weekday,
  WeekdaysField,
} from './field';

type Options<F extends Field> = Omit<F, 'kind'>;

export const text = (options: Omit<TextField, 'kind' | 'maxLength'> & { maxLength?: number }): TextField => ({
  maxLength: 500,
  ...options,
  kind: 'text',
});
export const longText = (options: Options<LongTextField>): LongTextField => ({
  ...options,
  kind: 'longText',
});
export const date = (options: Options<DateField>): DateField => ({ ...options, kind: 'date' });
export const dates = (options: Options<DatesField>): DatesField => ({ ...options, kind: 'dates' });
export const anyRef = (options: Options<AnyRefField>): AnyRefField => ({ ...options, kind: 'anyRef' });
export const figures = (options: Options<FiguresField>): FiguresField => ({ ...options, kind: 'figures' });
export const boolean = (options: Options<BooleanField>): BooleanField => ({ ...options, kind: 'boolean' });
export const ref = (options: Options<RefField>): RefField => ({ ...options, kind: 'ref' });
export const refs = (options: Options<RefsField>): RefsField => ({ ...options, kind: 'refs' });
export const weekdays = (
  options: Options<WeekdaysField> & { default: readonly Weekday[] },
): WeekdaysField => ({
  ...options,
  kind: 'weekdays',
});

export const integer = <const O extends Options<IntegerField>>(options: O) => ({
  ...options,
  kind: 'integer' as const,
});
export const decimal = <const O extends Options<DecimalField>>(options: O) => ({
  ...options,
  kind: 'decimal' as const,
});
export const money = <const O extends Options<MoneyField>>(options: O) => ({
  ...options,
  kind: 'money' as const,
});
export const days = <const O extends Options<DaysField>>(options: O) => ({
  ...options,
  kind: 'days' as const,
});
export const percent = <const O extends Options<PercentField>>(options: O) => ({
  min: 0,
  max: 100,
  ...options,
  kind: 'percent' as const,
});

export const choice = <
  const O extends Readonly<Record<string, string>>,
  const D extends (keyof O & string) | null,
>(
  options: Omit<Options<Extract<Field, { kind: 'choice' }>>, 'options' | 'default'> & {
    options: O;
    default: D;
  },
) => ({ ...options, kind: 'choice' as const });

export const scores = <const S extends Readonly<Record<string, string>>>(
  options: Omit<Options<Extract<Field, { kind: 'scores' }>>, 'scales'> & { scales: S },
) => ({ ...options, kind: 'scores' as const });

export type Fields = Readonly<Record<string, Field>>;

/** The chapters of an implementation's life, as the rail shows them. */
export type Chapter = 'prepare' | 'plan' | 'build' | 'goLive' | 'improve';

export interface RegisterDefinition<Name extends string = string, F extends Fields = Fields> {
  readonly id: Name;
  readonly title: string;
  readonly singular: string;
  /** Several of its records, where the title does not say it. */
  readonly plural?: string;
  readonly chapter: Chapter;
  /** One sentence: what the register is for. */
  readonly purpose: string;
  /** The field that names a record to people. */
  readonly titleField: string;
  /** The field that places a record under another of the same register, where there is an outline. */
  readonly parentField?: string;
  /** Exactly one record, made with the workbook. */
  readonly singleton?: boolean;
  readonly fields: F;
}

export function register<const Name extends string, const F extends Fields>(
  definition: RegisterDefinition<Name, F> & { readonly titleField: keyof F; readonly parentField?: keyof F },
): RegisterDefinition<Name, F> {
  return definition;
}

/** What every record has besides its fields. */
export interface RecordBase<Name extends string = string> {
  readonly id: Id<Name>;
  readonly archived: boolean;
}

/** The record type that a register definition describes. */
export type RecordOf<D> =
  D extends RegisterDefinition<infer Name, infer F>
    ? RecordBase<Name> & { readonly [K in keyof F]: FieldValue<F[K]> }
    : never;
