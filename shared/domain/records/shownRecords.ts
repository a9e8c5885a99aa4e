/** What a page shows of a register: these columns, these records, in this order. A file can be made of exactly that. */
import type { AnyRecord } from '../register/record';
import type { RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

export interface ShownRecords {
  readonly register: RegisterId;
  /** Names of fields, `id`, and names of what the app calculates (`COMPUTED_COLUMNS`). */
  readonly columns: readonly string[];
  readonly ids: readonly string[];
}

/** Ids that are no longer there are passed over. */
export function recordsShown(workbook: Workbook, { register, ids }: ShownRecords): readonly AnyRecord[] {
  const { byId } = tableOf(workbook, register);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Those of all columns that are shown, in the order in which they are; unknown ones are passed over. */
export function columnsShown<C extends { readonly name: string }>(
  all: readonly C[],
  { columns }: ShownRecords,
): readonly C[] {
  const byName = new Map(all.map((column) => [column.name, column]));
  return columns.flatMap((name) => byName.get(name) ?? []);
}
