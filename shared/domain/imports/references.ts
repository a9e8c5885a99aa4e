/** References as people read them: the title of a record where only one bears it, otherwise its id. */
import { isRecordId } from '../base/ids';
import type { AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

/** Separates the elements of a list within a cell. */
export const LIST_SEPARATOR = ';';

export type Found =
  { readonly kind: 'one'; readonly id: string } | { readonly kind: 'none' } | { readonly kind: 'several' };

export interface References {
  textOf(id: string): string;
  find(text: string): Found;
  /** Whether a record goes by this name, alone or among others. */
  isCalled(id: string, text: string): boolean;
}

/** Titles are compared without regard to case and spacing. */
export function plainTitle(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The titles of a register's records in use. */
export function referencesTo(workbook: Workbook, register: string): References {
  const definition = definitionOf(register as RegisterId);
  const table = tableOf(workbook, register as RegisterId);
  const titleOf = (record: AnyRecord): string => {
    const title = record[definition.titleField];
    return definition.fields[definition.titleField]?.kind === 'text' && typeof title === 'string'
      ? title
      : '';
  };
  const byTitle = idsBy(table.live, titleOf);
  // Initials count where nobody bears them as a name.
  const byInitials = idsBy(table.live, ({ initials }) => (typeof initials === 'string' ? initials : ''));
  const find = (text: string): Found => {
    const given = text.trim();
    if (isRecordId(given)) return table.byId.has(given) ? { kind: 'one', id: given } : { kind: 'none' };
    const name = plainTitle(given);
    const [id, other] = byTitle.get(name) ?? (name === '' ? undefined : byInitials.get(name)) ?? [];
    if (id === undefined) return { kind: 'none' };
    return other === undefined ? { kind: 'one', id } : { kind: 'several' };
  };
  return {
    find,
    isCalled: (id, text) => byTitle.get(plainTitle(text))?.includes(id) === true,
    textOf: (id) => {
      const record = table.byId.get(id);
      const title = record === undefined ? '' : titleOf(record);
      // A title that would be read as something else, or as somebody else, gives way to the id.
      if (title.trim() === '' || title.includes(LIST_SEPARATOR) || title.includes('\n')) return id;
      const found = find(title);
      return found.kind === 'one' && found.id === id ? title : id;
    },
  };
}

function idsBy(
  records: readonly AnyRecord[],
  nameOf: (record: AnyRecord) => string,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const record of records) {
    const name = plainTitle(nameOf(record));
    const same = ids.get(name);
    if (same === undefined) ids.set(name, [record.id]);
    else same.push(record.id);
  }
  return ids;
}
