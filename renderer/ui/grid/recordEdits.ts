/** A grid's texts as cells of records, for a grid whose rows are records and whose columns are fields. */
import type { TypedCell, TypedOutcome, TypedRow } from '../../../shared/domain/commands/typedCells';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import type { EditOutcome, GridEdit, NewGridRow } from './gridTypes';

export function typedCells(edits: readonly GridEdit[]): readonly TypedCell[] {
  return edits.map(({ rowKey, columnId, text, optionId }) => {
    return { id: rowKey, field: columnId, text, ...(optionId === undefined ? {} : { picked: optionId }) };
  });
}

/** Rows that a paste brings beyond the last one. @param values what each starts with */
export function typedRows(
  rows: readonly NewGridRow[],
  values: FieldValues = {},
): readonly Omit<TypedRow, 'id' | 'after'>[] {
  return rows.map((row) => ({ values, cells: row.map(({ columnId, text }) => ({ field: columnId, text })) }));
}

export function gridOutcome({ accepted, refused }: TypedOutcome): EditOutcome {
  const skipped = refused.map(({ id, field, reason, newRow }) => {
    return { rowKey: id, columnId: field, reason, ...(newRow === undefined ? {} : { newRow }) };
  });
  return { accepted, skipped };
}
