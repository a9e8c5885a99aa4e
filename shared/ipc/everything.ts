/** What "Export everything" wrote, as every process speaks of it. */
import { isJsonObject, parseAll } from '../domain/base/json';
import type { Problem } from '../domain/base/problem';
import { parseProblem } from './messageParts';

export interface ExportedWorkbook {
  readonly name: string;
  /** Names of the files that were written. */
  readonly files: readonly string[];
  /** What could not be written, and why. */
  readonly problems: readonly Problem[];
}

export interface EverythingExported {
  /** The folder that was made for it, as a path to be shown. */
  readonly folder: string;
  readonly workbooks: readonly ExportedWorkbook[];
}

export function parseEverythingExported(value: unknown): EverythingExported | undefined {
  if (!isJsonObject(value) || typeof value['folder'] !== 'string') return undefined;
  const workbooks = parseAll(value['workbooks'], parseWorkbook);
  return workbooks === undefined ? undefined : { folder: value['folder'], workbooks };
}

function parseWorkbook(value: unknown): ExportedWorkbook | undefined {
  if (!isJsonObject(value) || typeof value['name'] !== 'string') return undefined;
  const files = parseAll(value['files'], (file) => (typeof file === 'string' ? file : undefined));
  const problems = parseAll(value['problems'], parseProblem);
  if (files === undefined || problems === undefined) return undefined;
  return { name: value['name'], files, problems };
}
