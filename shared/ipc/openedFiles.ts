/** What came of a file that a person chose, as every process speaks of it. */
import { isCalendarDate } from '../domain/base/dates';
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject, parseAll } from '../domain/base/json';
import type { FileCell, FileTable } from '../domain/imports/fileTable';

/** A workbook that came from a file; `state` is its content when it waits to be merged into one that was here. */
export interface OpenedPlan {
  readonly name: string;
  readonly workbook: string;
  readonly existed: boolean;
  readonly state: Uint8Array | null;
}

/** What a file of tables holds. */
export interface OpenedTables {
  readonly name: string;
  /** At least one. */
  readonly tables: readonly FileTable[];
}

export function parseOpenedPlan(value: unknown): OpenedPlan | undefined {
  if (!isJsonObject(value)) return undefined;
  const { name, workbook, existed, state } = value;
  if (typeof name !== 'string' || !isRecordId(workbook) || typeof existed !== 'boolean') return undefined;
  return state === null || state instanceof Uint8Array ? { name, workbook, existed, state } : undefined;
}

export function parseOpenedTables(value: unknown): OpenedTables | undefined {
  if (!isJsonObject(value) || typeof value['name'] !== 'string') return undefined;
  const tables = parseAll(value['tables'], parseTable);
  return tables === undefined ? undefined : { name: value['name'], tables };
}

function parseTable(value: unknown): FileTable | undefined {
  if (!isJsonObject(value)) return undefined;
  const { name, firstRow, mark } = value;
  const rows = parseAll(value['rows'], (row) => parseAll(row, parseCell));
  if (typeof name !== 'string' || !isCount(firstRow) || (mark !== '.' && mark !== ',')) return undefined;
  return rows === undefined ? undefined : { name, rows, firstRow, mark };
}

function parseCell(value: unknown): FileCell | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isJsonObject(value) && isCalendarDate(value['date']) ? { date: value['date'] } : undefined;
}
