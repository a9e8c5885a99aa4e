/** How a person set the heads of tables, plan by plan. It is kept with the person, never in a plan. */
import { isRecordId } from '../base/ids';
import { isJsonObject } from '../base/json';
import type { SortKey } from './ordering';

/** What the heads of a table change; the columns follow from the plan, so names that mean nothing are passed over later. */
export interface TableHeads {
  /** The columns in the order in which a person put them. */
  readonly columns: readonly string[];
  /** The columns that order the rows, the first one first; none: the table's own order. */
  readonly sort: readonly SortKey[];
  /** Widths that a person set, CSS px. */
  readonly widths: Readonly<Record<string, number>>;
  /** Columns that a person asked for or took away. */
  readonly shown: Readonly<Record<string, boolean>>;
}

export interface WorkbookHeads {
  readonly workbook: string;
  /** By the name of the table. */
  readonly tables: Readonly<Record<string, TableHeads>>;
}

/** The workbook whose heads were set last comes first. */
export type KeptHeads = readonly WorkbookHeads[];

const MOST_WORKBOOKS = 50;
const MOST_TABLES = 50;
const MOST_COLUMNS = 500;
const MOST_KEYS = 5;
const LONGEST_NAME = 60;
const WIDEST_PX = 2000;

/** Reads what a file or the window hands over: what is damaged is left out. */
export function readKeptHeads(raw: unknown): KeptHeads {
  if (!Array.isArray(raw)) return [];
  const seen = new Set<string>();
  return raw.slice(0, MOST_WORKBOOKS).flatMap((entry: unknown): WorkbookHeads[] => {
    if (!isJsonObject(entry) || !isRecordId(entry['workbook']) || seen.has(entry['workbook'])) return [];
    seen.add(entry['workbook']);
    const tables = namedMembers(entry['tables'], readTableHeads).slice(0, MOST_TABLES);
    return [{ workbook: entry['workbook'], tables: Object.fromEntries(tables) }];
  });
}

function readTableHeads(raw: unknown): TableHeads | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { columns, sort, widths, shown } = raw;
  return {
    columns: Array.isArray(columns) ? [...new Set(columns.filter(isName))].slice(0, MOST_COLUMNS) : [],
    sort: Array.isArray(sort) ? sort.slice(0, MOST_KEYS).flatMap((key: unknown) => readKey(key) ?? []) : [],
    widths: Object.fromEntries(
      namedMembers(widths, (width) =>
        typeof width === 'number' && width > 0 && width <= WIDEST_PX ? width : undefined,
      ),
    ),
    shown: Object.fromEntries(
      namedMembers(shown, (isShown) => (typeof isShown === 'boolean' ? isShown : undefined)),
    ),
  };
}

function readKey(raw: unknown): SortKey | undefined {
  if (!isJsonObject(raw) || !isName(raw['field'])) return undefined;
  return { field: raw['field'], descending: raw['descending'] === true };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}

function namedMembers<T>(raw: unknown, read: (value: unknown) => T | undefined): readonly [string, T][] {
  if (!isJsonObject(raw)) return [];
  return Object.entries(raw)
    .slice(0, MOST_COLUMNS)
    .flatMap(([name, value]): [string, T][] => {
      const known = isName(name) ? read(value) : undefined;
      return known === undefined ? [] : [[name, known]];
    });
}

/** Undefined where nobody has set the heads of the table. */
export function headsOf(kept: KeptHeads, workbook: string, table: string): TableHeads | undefined {
  const tables = kept.find((each) => each.workbook === workbook)?.tables ?? {};
  return Object.hasOwn(tables, table) ? tables[table] : undefined;
}

/** With the heads of one table of one workbook; the workbook that was left alone longest makes room. */
export function withHeads(
  kept: KeptHeads,
  {
    workbook,
    table,
    heads,
  }: { readonly workbook: string; readonly table: string; readonly heads: TableHeads },
): KeptHeads {
  const tables = kept.find((each) => each.workbook === workbook)?.tables ?? {};
  const others = kept.filter((each) => each.workbook !== workbook);
  return [{ workbook, tables: { ...tables, [table]: heads } }, ...others].slice(0, MOST_WORKBOOKS);
}
