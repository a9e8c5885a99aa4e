/** The rows and cells of any register's table, as values. */
import { problem } from '../../../shared/domain/base/problem';
import { problemText } from '../../../shared/domain/base/problemText';
import type { Plan } from '../../../shared/domain/plan';
import { fieldText, plainText, typedText } from '../../../shared/domain/records/fieldText';
import { recordNotes, type RecordNotes } from '../../../shared/domain/records/recordNotes';
import { binNote } from '../../../shared/domain/records/references';
import type { RecordGroup } from '../../../shared/domain/records/recordRows';
import { fieldOf, type AnyRecord } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import type { RegisterDefinition } from '../../../shared/domain/register/define';
import type { GridCell, GridRows } from '../../ui/grid/gridTypes';

export type RegisterRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: RecordGroup; readonly isOpen: boolean }
  | {
      readonly kind: 'record';
      readonly key: string;
      readonly record: AnyRecord;
      readonly group: RecordGroup | null;
    };

export function groupKey({ value }: RecordGroup): string {
  return `group:${plainText(value)}`;
}

export function recordsAsRows(records: readonly AnyRecord[]): readonly RegisterRow[] {
  return records.map((record) => ({ kind: 'record', key: record.id, record, group: null }));
}

/** Heads with their records; a closed one stands alone. */
export function groupsAsRows(
  groups: readonly RecordGroup[],
  closed: ReadonlySet<string>,
): readonly RegisterRow[] {
  return groups.flatMap((group): RegisterRow[] => {
    const key = groupKey(group);
    const isOpen = !closed.has(key);
    const head: RegisterRow = { kind: 'group', key, group, isOpen };
    if (!isOpen) return [head];
    return [
      head,
      ...group.records.map((record): RegisterRow => ({ kind: 'record', key: record.id, record, group })),
    ];
  });
}

export function gridRowsOf(rows: readonly RegisterRow[], isGrouped: boolean): GridRows {
  const flat: GridRows = { count: rows.length, key: (index) => rows[index]?.key ?? '' };
  if (!isGrouped) return flat;
  return {
    ...flat,
    kind: (index) => rows[index]?.kind ?? 'record',
    depth: (index) => (rows[index]?.kind === 'group' ? 0 : 1),
    expanded: (index) => {
      const row = rows[index];
      return row?.kind === 'group' ? row.isOpen : null;
    },
  };
}

/** What the cells are read from. */
export interface RegisterCells {
  readonly plan: Plan;
  readonly definition: RegisterDefinition;
  readonly notes: RecordNotes;
}

export function registerCells(plan: Plan, register: RegisterId): RegisterCells {
  return { plan, definition: definitionOf(register), notes: recordNotes(plan, register) };
}

export function registerCell(row: RegisterRow, columnId: string, cells: RegisterCells): GridCell {
  if (row.kind === 'record') return recordCell(row.record, columnId, cells);
  if (columnId !== cells.definition.titleField) return { text: '' };
  const text = `${row.group.label}, ${String(row.group.records.length)}`;
  return { text, title: text };
}

function recordCell(record: AnyRecord, name: string, { plan, definition, notes }: RegisterCells): GridCell {
  const field = fieldOf(definition, name);
  if (field === undefined) return { text: '' };
  const { workbook } = plan;
  const value = record[name] ?? null;
  const fixed = field.fixed === true ? staysWritten(field.label, definition.title) : {};
  if (field.kind === 'boolean')
    return {
      text: value === true ? 'yes' : 'no',
      checked: value === true,
      ...fixed,
      ...noted(record, name, definition, notes),
    };
  const text = fieldText(workbook, field, value, 'column');
  const aside = binNote(workbook, field, value);
  return {
    text: field.kind === 'longText' || field.kind === 'text' ? oneLine(text) : text,
    editText: field.kind === 'anyRef' ? text : typedText(workbook, field, value),
    ...(text === '' ? {} : { title: aside === undefined ? text : `${text}, ${aside}` }),
    aside,
    ...fixed,
    ...noted(record, name, definition, notes),
  };
}

/** A field that is written with its record and never after. */
function staysWritten(label: string, register: string): Partial<GridCell> {
  const why = problemText(problem('field/fixed', { label, register }));
  return { readOnly: true, whyReadOnly: why };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' · ');
}

/** What the plan finds wrong with a field, and whether it waits for a choice; the name says it for the others. */
function noted(
  { id }: AnyRecord,
  name: string,
  { titleField, singular }: RegisterDefinition,
  notes: RecordNotes,
): Partial<GridCell> {
  const waiting = notes.waiting(id);
  if (waiting?.has(name) === true) {
    return {
      conflict: true,
      title: `Two values were written apart. Open the ${singular.toLowerCase()} to choose.`,
    };
  }
  const comments = name === titleField ? notes.comments(id) : undefined;
  const found = notes.findings(id).find(({ field, level }) => field === name && level !== 'info');
  return {
    ...(found === undefined ? {} : { invalid: problemText(found.problem) }),
    ...(waiting !== undefined && name === titleField ? { mark: 'decide' as const } : {}),
    ...(comments === undefined ? {} : { comments }),
  };
}
