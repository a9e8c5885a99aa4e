/** What became different between two states of one plan, such as before and after a merge, in words. */
import { recordName } from '../records/recordName';
import { sameValue } from '../register/canonical';
import { fieldsOf, type AnyRecord } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import type { Table, Workbook } from '../workbook';

export interface RecordChange {
  readonly id: string;
  readonly name: string;
  /** Labels of the fields that differ; empty for a record that came, went or returned. */
  readonly fields: readonly string[];
}

export interface RegisterChanges {
  readonly register: RegisterId;
  readonly title: string;
  readonly added: readonly RecordChange[];
  readonly changed: readonly RecordChange[];
  readonly archived: readonly RecordChange[];
  readonly restored: readonly RecordChange[];
}

export interface PlanChanges {
  /** Only registers in which something changed. */
  readonly registers: readonly RegisterChanges[];
  /** Records that are new, different, archived or restored. */
  readonly count: number;
}

export function changesBetween(before: Workbook, after: Workbook): PlanChanges {
  const registers = registerIds
    .map((register) => changesIn(register, before, after))
    .filter((changes) => countOf(changes) > 0);
  return { registers, count: registers.reduce((sum, changes) => sum + countOf(changes), 0) };
}

function countOf({ added, changed, archived, restored }: RegisterChanges): number {
  return added.length + changed.length + archived.length + restored.length;
}

function changesIn(register: RegisterId, before: Workbook, after: Workbook): RegisterChanges {
  const definition = definitionOf(register);
  const was = before.tables[register] as unknown as Table<AnyRecord>;
  const is = after.tables[register] as unknown as Table<AnyRecord>;
  const found: Record<'added' | 'changed' | 'archived' | 'restored', RecordChange[]> = {
    added: [],
    changed: [],
    archived: [],
    restored: [],
  };
  if (was !== is) {
    for (const record of [...is.live, ...is.archived]) {
      const old = was.byId.get(record.id);
      if (old === record) continue;
      const change = { id: record.id, name: recordName(after, register, record.id) };
      if (old === undefined) {
        // A record that came and went before it was ever seen here is no news.
        if (!record.archived) found.added.push({ ...change, fields: [] });
      } else if (old.archived !== record.archived) {
        found[record.archived ? 'archived' : 'restored'].push({ ...change, fields: [] });
      } else {
        const fields = fieldsOf(definition)
          .filter(([name]) => !sameValue(old[name], record[name]))
          .map(([, { label }]) => label);
        if (fields.length > 0) found.changed.push({ ...change, fields });
      }
    }
  }
  return { register, title: definition.title, ...found };
}

/** `3 added, 2 changed and 1 archived` */
export function changesText({ added, changed, archived, restored }: RegisterChanges): string {
  const parts = [
    [added.length, 'added'],
    [changed.length, 'changed'],
    [archived.length, 'archived'],
    [restored.length, 'restored'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, verb]) => `${String(count)} ${verb}`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
