/** JSON files named on the command line. */
import { basename } from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { decodeText } from '../workers/decodeText';
import { readBytes } from './workbookFile';

const MAX_BYTES = 256 * 1024 * 1024;

export async function readText(path: string): Promise<Result<string, Problem>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const name = basename(path);
  if (bytes.value.length === 0) return err(problem('file/empty', { name }));
  if (bytes.value.length > MAX_BYTES) {
    const size = `${String(Math.round(bytes.value.length / 1024 / 1024))} MB`;
    return err(problem('file/tooLarge', { name, size, limit: '256 MB' }));
  }
  return ok(decodeText(bytes.value));
}

export async function readJson(path: string): Promise<Result<unknown, Problem>> {
  const text = await readText(path);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value) as unknown);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return err(problem('file/notJson', { name: basename(path), reason: faultText(message, text.value) }));
  }
}

/** What the engine says of a fault, with its place as line and column; where it gives none, with the text near it. */
function faultText(message: string, text: string): string {
  const what = /^.*?(?=, (?:\.\.\.)?"| in JSON| at position| is not valid|$)/s.exec(message)?.[0] ?? message;
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) {
    const near = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
    return near === undefined ? what : `${what} near “${near.replace(/[\s\p{Cc}\ufffd]+/gu, ' ').trim()}”`;
  }
  const before = text.slice(0, Number(position)).split('\n');
  return `${what} in line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
}
