/** What `golive import` reads from a file: records, what is wrong with them, and what is worth saying. */
import { join } from 'node:path';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { CalendarDate } from '../../shared/domain/base/dates';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { bestTable } from '../../shared/domain/imports/bestTable';
import { titleIn, type ImportedRecord } from '../../shared/domain/imports/importedRecords';
import type { RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { importTable, parseCsv, type TableImport } from '../../shared/export/csvRead';
import { parseJsonPlan } from '../../shared/export/json';
import { readMspdi } from '../../shared/export/mspdiRead';
import { runImport } from '../core/runImport';
import { readJson, readText } from './readJson';
import { readBytes } from './workbookFile';

export interface Source {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  /** The register of a table, or the only one to take from a dump. */
  readonly register: RegisterId | undefined;
  /** Where the new plan begins, whatever the file says. */
  readonly start: CalendarDate | undefined;
  /** Take over what can be read and leave out the rest. */
  readonly skipBadRows: boolean;
}

export interface FoundRecord extends ImportedRecord {
  readonly archived?: boolean;
  /** Where it stands in the file, for messages: `Row 3`. */
  readonly place?: string;
}

/** What a file holds, before any of it is written. */
export interface Content {
  readonly records: readonly FoundRecord[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Where each record of the file stands, by its key, also where it is not taken over. */
  readonly places?: ReadonlyMap<string, string>;
}

export async function readContent(
  source: Source,
  document: WorkbookDocument,
): Promise<Result<Content, Problem>> {
  const read = await contentOfFile(source, document);
  const { start } = source;
  if (!read.ok || start === undefined) return read;
  const records = read.value.records.map((record) =>
    record.register === 'organisation' ? { ...record, values: { ...record.values, start } } : record,
  );
  return ok({ ...read.value, records });
}

async function contentOfFile(source: Source, document: WorkbookDocument): Promise<Result<Content, Problem>> {
  const { name } = source;
  const organisation = document.workbook().tables.organisation.live[0]?.id ?? '';
  if (source.kind === '.json') {
    const json = await readJson(source.path);
    if (!json.ok) return json;
    const { records, problems } = parseJsonPlan(json.value, name);
    const whole = problems.find(({ code }) => code === 'file/wrongJson');
    if (whole !== undefined) return err(whole);
    const wanted = records.filter(({ register }) => (source.register ?? register) === register);
    const own = wanted.map((record) =>
      record.register === 'organisation' ? { ...record, id: organisation, key: record.key } : record,
    );
    return ok({ records: own, problems, notes: [] });
  }
  const workbook = document.workbook();
  if (source.kind === '.xlsx') {
    const sheets = await readSheets(source, workbook);
    return sheets.ok ? ok(contentOfTable(sheets.value, source)) : sheets;
  }
  const text = await readText(source.path);
  if (!text.ok) return text;
  if (source.kind === '.xml') {
    const project = readMspdi(text.value, { name, organisation });
    return project.ok
      ? ok({ records: project.value.records, problems: [], notes: project.value.report })
      : project;
  }
  const read = parseCsv(text.value, source.register ?? 'tasks', { workbook, name, newNames: 'add' });
  return ok(contentOfTable(read, source));
}

/** People, phases and the like that a table mentions and the workbook does not know are made along the way. */
function contentOfTable(
  { rows, links, named, problems, ignoredColumns }: TableImport,
  source: Source,
): Content {
  const notes = [
    ...(ignoredColumns.length === 0 ? [] : [`Columns not taken over: ${ignoredColumns.join(', ')}.`]),
    ...(named.length === 0 ? [] : [`Also added: ${named.map(titleIn).join(', ')}.`]),
  ];
  const taken = source.skipBadRows ? rows.filter((row) => row.problems.length === 0) : rows;
  const places = new Map(rows.map(({ key, row }) => [key, `Row ${String(row)}`]));
  const placed = [...named, ...taken, ...links].map((record): FoundRecord => {
    const { successor } = record.values;
    const place = places.get(typeof successor === 'string' ? successor : record.key);
    return place === undefined ? record : { ...record, place };
  });
  return { records: placed, places, problems, notes };
}

/** The sheet that says the most about the register, from the row that holds its heads. */
async function readSheets(
  { path, name, register = 'tasks' }: Source,
  workbook: Workbook,
): Promise<Result<TableImport, Problem>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const workerFile = join(__dirname, 'importWorker.js');
  const tables = await runImport({ name, bytes: bytes.value }, { workerFile });
  if (!tables.ok) return tables;
  const { table, headRow } = bestTable(tables.value, register);
  return ok(importTable(table, register, { workbook, name, headRow, newNames: 'add' }));
}
