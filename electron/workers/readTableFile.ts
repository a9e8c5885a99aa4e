/** A file of tables, by its kind: Excel, or text with delimiters in whatever encoding its program used. */
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { FileTable } from '../../shared/domain/imports/fileTable';
import { MOST_BYTES, MOST_CELLS, MOST_ROWS, TABLE_KINDS } from '../../shared/domain/imports/limits';
import { csvTable } from '../../shared/export/csvTable';
import { decodeText } from './decodeText';
import { readExcel } from './readExcel';

const TEXT_KINDS = ['.csv', '.tsv', '.txt'];

export async function readTableFile(
  name: string,
  bytes: Uint8Array,
): Promise<Result<readonly FileTable[], Problem>> {
  const kind = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? '';
  if (kind !== '.xlsx' && !TEXT_KINDS.includes(kind))
    return err(problem('file/unknownKind', { name, known: TABLE_KINDS }));
  if (bytes.length === 0) return err(problem('file/empty', { name }));
  if (bytes.length > MOST_BYTES) {
    const words = (count: number): string => `${String(Math.round(count / 1024 / 1024))} MB`;
    return err(problem('file/tooLarge', { name, size: words(bytes.length), limit: words(MOST_BYTES) }));
  }
  if (kind === '.xlsx') return readExcel(bytes, name);
  const parsed = csvTable(decodeText(bytes), name);
  if (!parsed.ok) return parsed;
  const { rows } = parsed.value.table;
  const excess = overLimit(rows.length, 'rows', MOST_ROWS) ?? overLimit(cellCount(rows), 'cells', MOST_CELLS);
  return excess === undefined ? ok([parsed.value.table]) : err(problem('file/tooLarge', { name, ...excess }));
}

function cellCount(rows: FileTable['rows']): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

function overLimit(many: number, what: string, limit: number): { size: string; limit: string } | undefined {
  const words = (count: number): string => `${count.toLocaleString('en-US')} ${what}`;
  return many > limit ? { size: words(many), limit: words(limit) } : undefined;
}
