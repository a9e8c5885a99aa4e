/** CSV of any program as a table: its delimiter is found, quotes are taken off, nothing is interpreted. */
import Papa from 'papaparse';
import { problem, type Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import type { FileTable } from '../domain/imports/fileTable';
import { exactTargets, knownColumns } from '../domain/imports/targets';
import { registerIds, type RegisterId } from '../domain/registers/all';

export interface CsvTable {
  readonly table: FileTable;
  /** Rows whose quotes do not close. */
  readonly broken: readonly Problem[];
}

/** @param register what the table is about, where that is known */
export function csvTable(given: string, name: string, register?: RegisterId): Result<CsvTable, Problem> {
  const text = given.replace(/^\ufeff/, '');
  if (text.trim() === '') return err(problem('file/empty', { name }));
  if (text.includes('\0')) return err(problem('file/unreadable', { name, reason: 'it holds no text' }));
  // Some spreadsheets announce their delimiter in a line of its own.
  const announced = /^sep=(.)\r?\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const delimiter = announced?.[1] ?? delimiterOf(body, register === undefined ? registerIds : [register]);
  const { data, errors } = Papa.parse(body, { delimiter });
  const firstRow = announced === null ? 1 : 2;
  return ok({
    table: { name, rows: data, firstRow, mark: delimiter === ';' ? ',' : '.' },
    broken: brokenRows(errors).map(([row, text]) => rowProblem(row + firstRow, text)),
  });
}

/** Rows whose quotation marks do not pair, each told once. */
function brokenRows(errors: ReturnType<typeof Papa.parse>['errors']): [row: number, text: string][] {
  const words = new Map<number, string>();
  for (const { type, code, row = 0 } of errors) {
    if (type !== 'Quotes' || words.has(row)) continue;
    const unclosed = 'A quotation mark is opened here and never closed.';
    const stray = 'A quotation mark stands within a quoted cell; write it twice.';
    words.set(row, code === 'MissingQuotes' ? unclosed : stray);
  }
  return [...words];
}

export function rowProblem(row: number, text: string): Problem {
  return problem('file/row', { row, problem: text });
}

const DELIMITERS = [',', ';', '\t'] as const;
const ROWS_LOOKED_AT = 10;

/** The delimiter under which the head names the most fields; where it names none, the one that most rows use. */
function delimiterOf(text: string, registers: readonly RegisterId[]): string {
  const candidates = DELIMITERS.map((delimiter) => {
    const rows = Papa.parse(text, { delimiter, preview: ROWS_LOOKED_AT }).data;
    const known = rows.map((heads) =>
      Math.max(0, ...registers.map((register) => knownColumns(exactTargets(heads, register)))),
    );
    const divided = rows.filter((row) => row.length > 1);
    return { delimiter, known: Math.max(0, ...known), rows: divided.length };
  });
  const best = candidates.reduce((first, next) => {
    if (next.known !== first.known) return next.known > first.known ? next : first;
    return next.rows > first.rows ? next : first;
  });
  return best.delimiter;
}
