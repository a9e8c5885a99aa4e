/**
 * What this app may do with a workbook, by the formats that its file and its content name: the one rule for newer
 * formats, described in `docs/file-format.md`.
 */
import { isCount } from '../domain/base/json';

/** The format this code writes, and the newest it knows. */
export const FORMAT = 1;

/** `write`: anything. `read`: show it, export it, pass it on, join it; write nothing of one's own. `none`: not even open it. */
export type Access = 'write' | 'read' | 'none';

/** Formats as they were found; what is missing is of the first format. */
export interface FormatMarks {
  /** The format of the whole. */
  readonly format?: unknown;
  /** The lowest format an app must know to read it. */
  readonly minReader?: unknown;
  /** The lowest format an app must know to write it. */
  readonly minWriter?: unknown;
}

/** The strictest of what all marks ask for. A mark that is no format is one this app does not know. */
export function accessTo(...found: readonly FormatMarks[]): Access {
  if (found.some(({ minReader }) => formatOf(minReader) > FORMAT)) return 'none';
  const isNewer = found.some(
    ({ format, minWriter }) => formatOf(format) > FORMAT || formatOf(minWriter) > FORMAT,
  );
  return isNewer ? 'read' : 'write';
}

/** The number to tell people; infinite for a mark that is no format. */
export function formatOf(mark: unknown): number {
  if (mark === undefined) return 1;
  return isCount(mark) ? mark : Infinity;
}
