/** What a page shows of a register: these columns, these records, in this order. A file can be made of exactly that. */
import { isRecordId } from '../base/ids';
import { isJsonObject, parseAll } from '../base/json';
import type { AnyRecord } from '../register/record';
import { isRegisterId, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

export interface ShownRecords {
  readonly register: RegisterId;
  /** Names of fields, `id`, and names of what the app calculates (`COMPUTED_COLUMNS`). */
  readonly columns: readonly string[];
  readonly ids: readonly string[];
  /** Why some records are missing, in a sentence; empty where all are there. */
  readonly note: string;
  /** The id of the baseline whose columns are among them. */
  readonly baseline?: string;
}

/** How a file of them is written. */
export type ViewFormat = 'xlsx' | 'csv';

const MOST_COLUMNS = 200;
const LONGEST_NOTE = 300;

/** Undefined when the value is no such choice. Columns and ids that mean nothing are passed over later. */
export function parseShownRecords(raw: unknown): ShownRecords | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { register, note, baseline } = raw;
  const columns = parseAll(raw['columns'], (name) => (typeof name === 'string' ? name : undefined));
  const ids = parseAll(raw['ids'], (id) => (isRecordId(id) ? id : undefined));
  if (!isRegisterId(register) || columns === undefined || ids === undefined || typeof note !== 'string')
    return undefined;
  const shown = { register, columns: columns.slice(0, MOST_COLUMNS), ids, note: note.slice(0, LONGEST_NOTE) };
  return isRecordId(baseline) ? { ...shown, baseline } : shown;
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
