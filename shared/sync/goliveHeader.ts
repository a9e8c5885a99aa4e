/**
 * The header of a `.golive` file: what can be known about a workbook without opening it. The exact layout is described
 * in `docs/file-format.md`.
 */
import { canonicalJson } from '../domain/register/canonical';
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject } from '../domain/base/json';
import { bytesOfText } from './bytes';

export type Compression = 'deflate-raw' | 'none';

/** One stretch of bytes after the header. Entries of sections this code does not know are kept as they came. */
export interface SectionEntry {
  readonly name: string;
  readonly compression: string;
  /** Bytes in the file, and bytes after decompression. */
  readonly length: number;
  readonly rawLength: number;
  /** SHA-256 of the bytes after decompression, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly [unknown: string]: unknown;
}

export interface GoliveHeader {
  /** The format of the content, and the oldest format an app must know to read the file at all. */
  readonly format: number;
  readonly minReader: number;
  readonly workbook: string;
  readonly name: string;
  /** When the file was written: milliseconds since 1970, UTC. */
  readonly created: number;
  /** How many records are in use, archived ones left out; for lists. */
  readonly records: number;
  readonly sections: readonly SectionEntry[];
  /** Members that a newer app added. */
  readonly others: Readonly<Record<string, unknown>>;
}

export const MAX_HEADER_LENGTH = 64 * 1024;
const MAX_SECTIONS = 64;
const SECTION_NAME = /^[a-z][a-zA-Z0-9.-]{0,31}$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;
const KNOWN_MEMBERS = ['format', 'minReader', 'workbook', 'name', 'created', 'records', 'sections'];

export function headerBytes({ others, ...known }: GoliveHeader): Uint8Array {
  return bytesOfText(canonicalJson({ ...others, ...known }));
}

/** The formats a header names, whatever else it holds. */
export function formatsIn(value: unknown): { readonly format?: number; readonly minReader?: number } {
  if (!isJsonObject(value)) return {};
  const { format, minReader } = value;
  return { ...(isCount(format) && { format }), ...(isCount(minReader) && { minReader }) };
}

/** Undefined when the JSON is no header. */
export function parseHeader(value: unknown): GoliveHeader | undefined {
  if (!isJsonObject(value)) return undefined;
  const { format, minReader = 1, workbook, name, created, records } = value;
  if (!isCount(format) || !isCount(minReader) || !isRecordId(workbook) || typeof name !== 'string')
    return undefined;
  if (!isCount(created) || !isCount(records)) return undefined;
  const sections = parseSections(value['sections']);
  if (sections === undefined) return undefined;
  const others = Object.fromEntries(
    Object.entries(value).filter(([member]) => !KNOWN_MEMBERS.includes(member)),
  );
  return { format, minReader, workbook, name, created, records, sections, others };
}

function parseSections(value: unknown): readonly SectionEntry[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_SECTIONS) return undefined;
  const sections = value.map(parseSection).filter((section) => section !== undefined);
  const names = new Set(sections.map(({ name }) => name));
  return sections.length === value.length && names.size === value.length ? sections : undefined;
}

function parseSection(value: unknown): SectionEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { name, compression, length, rawLength, sha256 } = value;
  if (typeof name !== 'string' || !SECTION_NAME.test(name) || typeof compression !== 'string')
    return undefined;
  if (!isCount(length) || !isCount(rawLength)) return undefined;
  if (typeof sha256 !== 'string' || !SHA256_HEX.test(sha256)) return undefined;
  return { ...value, name, compression, length, rawLength, sha256 };
}
