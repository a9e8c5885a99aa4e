/** Finding and replacing words in the records and fields somebody is looking at. */
import type { TypedCell } from '../commands/typedCells';
import type { Field } from '../register/field';
import { fieldOf, type AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import { typedText } from './fieldText';

export interface Search {
  readonly find: string;
  readonly replace: string;
  readonly matchCase: boolean;
}

/** A cell in which something was found, as it is and as it would be. */
export interface Replacement {
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** How often the words stand in it. */
  readonly count: number;
}

/**
 * Words are found anywhere in texts. A number, date, option or reference is found only as a whole, because a part of it
 * means nothing: a `1` is not replaced within `2027-01-04`. What stays as it was written is not looked into.
 */
export function replacementsIn(
  workbook: Workbook,
  register: RegisterId,
  { records, fields }: { readonly records: readonly AnyRecord[]; readonly fields: readonly string[] },
  search: Search,
): readonly Replacement[] {
  const pattern = patternOf(search);
  if (pattern === null) return [];
  const definition = definitionOf(register);
  return records.flatMap((record) =>
    fields.flatMap((name): Replacement[] => {
      const field = fieldOf(definition, name);
      if (field === undefined || field.kind === 'anyRef' || field.fixed === true) return [];
      const before = typedText(workbook, field, record[name] ?? null);
      const found = isWords(field) ? [...before.matchAll(pattern)].length : Number(isWhole(before, search));
      if (found === 0) return [];
      // A function, so that `$` in the new words is only itself.
      const after = isWords(field) ? before.replace(pattern, () => search.replace) : search.replace;
      return [{ id: record.id, field: name, before, after, count: found }];
    }),
  );
}

function isWords({ kind }: Field): boolean {
  return kind === 'text' || kind === 'longText';
}

function isWhole(text: string, { find, matchCase }: Search): boolean {
  const same = matchCase
    ? text === find.trim()
    : text.toLocaleLowerCase('en-US') === find.trim().toLocaleLowerCase('en-US');
  return text !== '' && same;
}

/** Null where there is nothing to look for. */
function patternOf({ find, matchCase }: Search): RegExp | null {
  if (find === '') return null;
  return new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchCase ? 'gu' : 'giu');
}

/** The cells as they would be typed, to be run as one step. */
export function typedReplacements(replacements: readonly Replacement[]): readonly TypedCell[] {
  return replacements
    .filter(({ before, after }) => before !== after)
    .map(({ id, field, after }) => ({ id, field, text: after }));
}
