/** A grid's texts as cells of records, for a grid whose rows are records and whose columns are fields. */
import type { TypedCell, TypedOutcome } from '../../../shared/domain/commands/typedCells';
import type { EditOutcome, GridEdit, NewGridRow } from './gridTypes';

export function typedCells(edits: readonly GridEdit[]): readonly TypedCell[] {
  return edits.map(({ rowKey, columnId, text, optionId }) => {
    return { id: rowKey, field: columnId, text, ...(optionId === undefined ? {} : { picked: optionId }) };
  });
}

export function typedRow(row: NewGridRow): readonly Omit<TypedCell, 'id'>[] {
  return row.map(({ columnId, text }) => ({ field: columnId, text }));
}

export function gridOutcome({ accepted, refused }: TypedOutcome): EditOutcome {
  const skipped = refused.map(({ id, field, reason, newRow }) => {
    return { rowKey: id, columnId: field, reason, ...(newRow === undefined ? {} : { newRow }) };
  });
  return { accepted, skipped };
}
