/** Makes the records of a plan from a starter pack, a start and answers. The same input always makes the same plan. */
import {
  addDays,
  calendarDate,
  daysInMonth,
  isCalendarDate,
  monthNumber,
  monthOf,
  monthOfNumber,
  type CalendarDate,
} from '../base/dates';
import { isRecordId, type Id } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from '../register/accept';
import type { StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { acceptAnswers, type Answers } from './answers';
import { amountOf, type Amount, type Pack, type PackRecord, type PackValue } from './pack';

export interface PackInput {
  /** The first day work can begin; the pack's own if left out. */
  readonly start?: CalendarDate | undefined;
  /** Question id to answer; what is left out or empty keeps the pack's default. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The id of a record of this pack: the same for the same register and key. */
  readonly idFor: (register: RegisterId, key: string) => Id;
}

export interface InstantiatedRecord {
  readonly register: RegisterId;
  readonly id: Id;
  /** Only the fields the pack speaks of, each in its stored form. */
  readonly values: Readonly<Record<string, StoredValue>>;
}

/** What the values of a pack are worked out with. */
interface Circumstances {
  readonly start: CalendarDate;
  readonly answers: Answers;
  readonly idFor: PackInput['idFor'];
  /** False when the plan is kept in another currency than the pack's prices. */
  readonly withPrices: boolean;
}

export function instantiatePack(
  pack: Pack,
  input: PackInput,
): Result<readonly InstantiatedRecord[], Problem> {
  const start = input.start ?? pack.start;
  if (!isCalendarDate(start))
    return err(problem('field/notADate', { label: 'Plan start', given: String(start) }));
  const answers = acceptAnswers(pack, input.answers);
  if (!answers.ok) return answers;
  const circumstances: Circumstances = {
    start,
    answers: answers.value,
    idFor: input.idFor,
    withPrices: currencyOf(pack, answers.value) === pack.priceCurrency,
  };
  const made: InstantiatedRecord[] = [];
  for (const record of pack.records) {
    for (const copy of copiesOf(record, answers.value)) {
      const instantiated = instantiateRecord(record, copy, circumstances);
      if (!instantiated.ok) return instantiated;
      made.push(instantiated.value);
    }
  }
  return ok(made);
}

function currencyOf(pack: Pack, answers: Answers): StoredValue | undefined {
  const organisation = pack.records.find(({ register }) => register === 'organisation');
  const currency = organisation?.values['currency'];
  if (currency?.kind === 'answer') return answers.get(currency.question);
  return currency?.kind === 'literal' ? currency.value : undefined;
}

/** The numbers of the copies to make; null for a record without copies. */
function copiesOf({ repeat }: PackRecord, answers: Answers): readonly (number | null)[] {
  if (repeat === null) return [null];
  const count = Math.max(0, Math.trunc(resolveAmount(repeat, answers)));
  return Array.from({ length: count }, (_, index) => index + 1);
}

function instantiateRecord(
  record: PackRecord,
  copy: number | null,
  circumstances: Circumstances,
): Result<InstantiatedRecord, Problem> {
  const { register } = record;
  const id = circumstances.idFor(register, copy === null ? record.key : `${record.key}${String(copy)}`);
  if (!isRecordId(id)) return err(problem('record/badId', { id }));
  const definition = definitionOf(register);
  const values: [string, StoredValue][] = [];
  for (const [name, value] of Object.entries(record.values)) {
    const field = fieldOf(definition, name);
    if (field === undefined || (field.kind === 'money' && !circumstances.withPrices)) continue;
    const resolved = resolve(value, circumstances);
    const accepted = acceptValue(field, copy === null ? resolved : numbered(resolved, copy));
    if (!accepted.ok) return accepted;
    values.push([name, accepted.value]);
  }
  return ok({ register, id, values: Object.fromEntries(values) });
}

function resolve(value: PackValue, { start, answers, idFor }: Circumstances): StoredValue {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'ref':
      return idFor(value.target.register, value.target.key);
    case 'refs':
      return value.targets.map(({ register, key }) => idFor(register, key));
    case 'month':
      return dayOfMonth(start, value.month, value.last);
    case 'day':
      return addDays(start, value.day);
    case 'answer':
      return answers.get(value.question) ?? null;
    case 'amount':
      return resolveAmount(value.amount, answers);
  }
}

function resolveAmount(amount: Amount, answers: Answers): number {
  return amountOf(amount, (question) => Number(answers.get(question)));
}

/** The first or last day of month 1, 2, … of a plan; month 1 is the one its start lies in. */
function dayOfMonth(start: CalendarDate, month: number, last: boolean): CalendarDate {
  const wanted = monthOfNumber(monthNumber(monthOf(start)) + month - 1);
  const year = Number(wanted.slice(0, 4));
  const monthOfYear = Number(wanted.slice(5, 7));
  return calendarDate(year, monthOfYear, last ? daysInMonth(year, monthOfYear) : 1);
}

function numbered(value: StoredValue, copy: number): StoredValue {
  return typeof value === 'string' ? value.replaceAll('{n}', String(copy)) : value;
}
