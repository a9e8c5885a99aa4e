/** What people do with records of any register: adding, typing into cells, pasting rows, the bin, the order. */
import type { CalendarDate } from '../base/dates';
import type { Command, Edit, FieldValues } from '../edits/edit';
import { pluralOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { typedCommand, type ColumnReader, type TypedCell, type TypedCommand } from './typedCells';

/** `New person`: what a record is called until somebody names it. */
export function newTitle(register: RegisterId): string {
  return `New ${definitionOf(register).singular.toLowerCase()}`;
}

/** A name to write over, where a record has one of its own. */
function firstTitle(register: RegisterId): FieldValues {
  const { titleField, fields } = definitionOf(register);
  return fields[titleField]?.kind === 'ref' ? {} : { [titleField]: newTitle(register) };
}

/** `person`, `3 people` */
function countedRecords(register: RegisterId, count: number): string {
  const definition = definitionOf(register);
  return count === 1 ? definition.singular.toLowerCase() : `${String(count)} ${pluralOf(definition)}`;
}

export interface NewRecord {
  readonly id: string;
  /** What it starts with, besides a name to write over. */
  readonly values?: FieldValues;
  /** The record it stands behind; the last place unless said. */
  readonly after?: string | null;
}

export function addRecord(register: RegisterId, { id, values = {}, after }: NewRecord): Command {
  return addRecords(register, [{ id, values, ...(after === undefined ? {} : { after }) }]);
}

export function addRecords(register: RegisterId, records: readonly NewRecord[]): Command {
  return {
    label: `Add ${countedRecords(register, records.length)}`,
    edits: records.map(({ id, values = {}, after }): Edit => {
      const all = { ...firstTitle(register), ...values };
      return { kind: 'add', register, id, values: all, ...(after === undefined ? {} : { after }) };
    }),
  };
}

/** A row that a paste brings: its cells by field, and what it starts with. */
export interface PastedRecord {
  readonly id: string;
  readonly cells: readonly Omit<TypedCell, 'id'>[];
  readonly values?: FieldValues;
}

export interface RecordTyping {
  readonly cells: readonly TypedCell[];
  readonly rows?: readonly PastedRecord[];
  /** The record the first row stands behind; the last one unless said. */
  readonly after?: string | null;
  /** A date typed without its year means the one nearest to this. */
  readonly near?: CalendarDate;
}

/** Typed and pasted cells as one change; each pasted row stands behind the one before it, empty ones are left out. */
export function typeRecords(
  workbook: Workbook,
  register: RegisterId,
  { cells, rows = [], after, near }: RecordTyping,
  readColumn?: ColumnReader,
): TypedCommand {
  let behind = after ?? tableOf(workbook, register).live.at(-1)?.id ?? null;
  const used = rows.filter(({ cells: typed }) => typed.some(({ text }) => text.trim() !== ''));
  return typedCommand(workbook, {
    register,
    cells,
    rows: used.map(({ id, cells: typed, values = {} }) => {
      const row = {
        id,
        after: behind,
        cells: typed,
        values: { ...firstTitle(register), ...values },
      };
      behind = id;
      return row;
    }),
    ...(readColumn === undefined ? {} : { readColumn }),
    ...(near === undefined ? {} : { near }),
  });
}

/** @param ids records; what is none of the register, or in the bin, is passed over. Undefined when nothing is left */
export function archiveRecords(
  workbook: Workbook,
  register: RegisterId,
  ids: readonly string[],
): Command | undefined {
  return turned(workbook, register, { kind: 'archive', ids, verb: 'Remove' });
}

/** Brings records back from the bin; undefined when none of them is there. */
export function restoreRecords(
  workbook: Workbook,
  register: RegisterId,
  ids: readonly string[],
): Command | undefined {
  return turned(workbook, register, { kind: 'restore', ids, verb: 'Bring back' });
}

interface Turn {
  readonly kind: 'archive' | 'restore';
  readonly ids: readonly string[];
  readonly verb: string;
}

function turned(workbook: Workbook, register: RegisterId, { kind, ids, verb }: Turn): Command | undefined {
  const { byId } = tableOf(workbook, register);
  const present = ids.filter((id) => byId.get(id)?.archived === (kind === 'restore'));
  if (present.length === 0) return undefined;
  return {
    label: `${verb} ${countedRecords(register, present.length)}`,
    edits: present.map((id): Edit => ({ kind, register, id })),
  };
}

/**
 * Moves a record one place up or down among `peers`, the records it stands with in their order; all of the register
 * unless said. Undefined at the end.
 */
export function moveRecord(
  workbook: Workbook,
  register: RegisterId,
  id: string,
  direction: 'up' | 'down',
  peers: readonly string[] = tableOf(workbook, register).live.map((record) => record.id),
): Command | undefined {
  const at = peers.indexOf(id);
  const other = at === -1 ? undefined : peers[direction === 'up' ? at - 1 : at + 1];
  if (other === undefined) return undefined;
  const all = tableOf(workbook, register).live;
  const before = all[all.findIndex((record) => record.id === other) - 1]?.id ?? null;
  const { singular } = definitionOf(register);
  return {
    label: `Move ${singular.toLowerCase()}`,
    edits: [{ kind: 'place', register, id, after: direction === 'down' ? other : before }],
  };
}
