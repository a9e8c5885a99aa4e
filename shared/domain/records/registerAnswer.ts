/** What a register comes to in one sentence: how many, how much, and what is still missing. */
import { add, decimalOf, ZERO } from '../base/decimal';
import { formatMoney } from '../format/money';
import { capitalized, counted, countWord, plain, strong, type Sentence } from '../format/sentence';
import { pluralOf, titleOf, type AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { registerView } from '../registers/registerViews';
import { tableOf, type Workbook } from '../workbook';
import { currencyOf } from './fieldText';
import { isEmptyValue } from './ordering';

export function registerAnswer(workbook: Workbook, register: RegisterId): Sentence {
  const definition = definitionOf(register);
  const records = tableOf(workbook, register).live;
  const [only] = records;
  if (only === undefined) return [plain(`No ${pluralOf(definition)} yet.`)];
  if (definition.singleton === true) return singletonAnswer(register, only);
  const count = capitalized(counted(records.length, definition.singular.toLowerCase(), pluralOf(definition)));
  const gaps = gapsOf(register, records).map(
    ({ words, missing }) => `${countWord(missing)} without ${words}`,
  );
  const rest = gaps.length === 0 ? '' : ` ${capitalized(listed(gaps))}.`;
  return [strong(`${count}${totalWords(workbook, register, records)}.`), plain(rest)];
}

function singletonAnswer(register: RegisterId, record: AnyRecord): Sentence {
  const missing = gapsOf(register, [record]).map(({ words }) => words);
  const title = strong(`${titleOf(definitionOf(register), record)}.`);
  if (missing.length === 0)
    return [title, plain(' Everything the plan and the budget count on is filled in.')];
  return [title, plain(` Still to fill in: ${listed(missing)}.`)];
}

interface Gap {
  readonly field: string;
  readonly words: string;
  readonly missing: number;
}

/** Fields that a complete record has and some of these lack. */
function gapsOf(register: RegisterId, records: readonly AnyRecord[]): readonly Gap[] {
  return Object.entries(registerView(register)?.expected ?? {}).flatMap(([field, words = '']) => {
    const missing = records.filter((record) => isEmptyValue(record[field] ?? null)).length;
    return missing === 0 ? [] : [{ field, words, missing }];
  });
}

function totalWords(workbook: Workbook, register: RegisterId, records: readonly AnyRecord[]): string {
  const field = registerView(register)?.total;
  if (field === undefined) return '';
  const sum = records.reduce((total, record) => {
    const amount = record[field];
    return typeof amount === 'number' ? add(total, decimalOf(amount)) : total;
  }, ZERO);
  return `, ${formatMoney(sum, currencyOf(workbook))} in all`;
}

/** `a, b and c` */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * How much of what complete records have is there, between 0 and 1, over several registers; an empty register counts as
 * one record with nothing in it.
 */
export function filledShare(workbook: Workbook, registers: readonly RegisterId[]): number {
  let asked = 0;
  let filled = 0;
  for (const register of registers) {
    const expected = Object.keys(registerView(register)?.expected ?? {});
    const records = tableOf(workbook, register).live;
    asked += expected.length * Math.max(1, records.length);
    for (const record of records) {
      filled += expected.filter((field) => !isEmptyValue(record[field] ?? null)).length;
    }
  }
  return asked === 0 ? 1 : filled / asked;
}
