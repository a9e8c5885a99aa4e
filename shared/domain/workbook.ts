/**
 * The whole plan as one immutable value. Records that did not change keep their identity from one workbook to the
 * next, and so does a table none of whose records changed; everything computed is cached by that identity.
 */
import type { Finding } from './base/problem';
import type { AnyRecord } from './register/record';
import type { RecordIn, RegisterId, Task } from './registers/all';
import type { Outline } from './outline';

export interface Table<T> {
  /** Records in use, in display order (tasks: the outline from top to bottom). */
  readonly live: readonly T[];
  /** Records in the bin. */
  readonly archived: readonly T[];
  /** All of them, archived ones included. */
  readonly byId: ReadonlyMap<string, T>;
}

export type Tables = { readonly [R in RegisterId]: Table<RecordIn<R>> };

/** A field that several sites wrote apart: every value is kept until a person chooses. */
export interface Conflict {
  readonly register: RegisterId;
  readonly id: string;
  readonly field: string;
  /**
   * Why a person has to choose although nobody wrote this field twice: it was archived by one and edited by another,
   * tasks were put under each other, or decisions on one thing contradict. The value shown is then what the plan works
   * with, not what is stored; of decisions the values are all that stand, by their ids.
   */
  readonly cause?: ConflictCause;
  /**
   * Distinct values, the one shown first. Of fields that must change together, what each person wrote: values of one
   * field may then be the same.
   */
  readonly values: readonly WrittenValue[];
}

/** What somebody wrote, who, and when: ISO 8601 in UTC. */
export interface WrittenValue {
  readonly value: unknown;
  readonly by: string;
  readonly at: string;
  /** The number of the writer, which tells computers of one name apart; an account kept by an older version has none. */
  readonly actor?: number;
}

export const CONFLICT_CAUSES = ['archivedButEdited', 'circle', 'contradictory'] as const;
export type ConflictCause = (typeof CONFLICT_CAUSES)[number];

export interface Workbook {
  readonly id: string;
  readonly tables: Tables;
  /** The task tree in force: parents that would close a circle are left out. */
  readonly outline: Outline;
  /** Links that would close a circle or lead nowhere: kept, shown, not scheduled. */
  readonly suspendedLinks: ReadonlySet<string>;
  readonly conflicts: readonly Conflict[];
  /** What reading the document found: suspended edges, edits to archived records. */
  readonly findings: readonly Finding[];
}

/** The table of a register for code that works on any of them. */
export function tableOf(workbook: Workbook, register: RegisterId): Table<AnyRecord> {
  // Every record type has the members of AnyRecord; the compiler does not see it for mapped types.
  return workbook.tables[register] as unknown as Table<AnyRecord>;
}

export function recordIn<R extends RegisterId>(
  workbook: Workbook,
  register: R,
  id: string | null,
): RecordIn<R> | undefined {
  if (id === null) return undefined;
  // The index of a mapped type by its own key is not narrowed by the compiler.
  return (workbook.tables[register] as Table<RecordIn<R>>).byId.get(id);
}

/** The task in a row of the outline; undefined where the outline names one that is not there. */
export function taskInRow({ tables, outline }: Workbook, row: number): Task | undefined {
  const id = outline.rows[row]?.id;
  if (id === undefined) return undefined;
  const task = tables.tasks.live[row];
  // Live tasks stand in the order of the outline; a workbook put together otherwise is read by id.
  return task?.id === id ? task : tables.tasks.byId.get(id);
}
