/**
 * The portable `.golive` file: one workbook in one file, complete and checked to the last bit. Reading refuses what is
 * damaged or could harm, and keeps what a newer app added. The exact layout is described in `docs/file-format.md`.
 */
import { problem, type Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import { accessTo, FORMAT } from '../document/formatRule';
import { bytesOfText, concatBytes, hexOf, jsonOfBytes, sameBytes, textOfBytes } from './bytes';
import type { Codec } from './codec';
import {
  formatsIn,
  headerBytes,
  MAX_HEADER_LENGTH,
  parseHeader,
  type Compression,
  type GoliveHeader,
  type SectionEntry,
} from './goliveHeader';

const MAGIC = bytesOfText('GOLIVE1\n');
const CHECKSUM_LENGTH = 32;
const HEADER_START = MAGIC.length + 4;
const STATE_SECTION = 'state';

const MiB = 1024 * 1024;
/** No workbook comes near: 50,000 records need about 50 MiB before compression. */
const MAX_FILE_LENGTH = 128 * MiB;
const MAX_STATE_LENGTH = 256 * MiB;
/** Deflate can reach 1 : 1,032; what people write stays below 1 : 20. Small states may be all zeros. */
const MAX_RATIO = 200;
const RATIO_SLACK = 64 * 1024;

/** A section this code does not know, kept byte for byte. */
export interface OtherSection {
  readonly entry: SectionEntry;
  readonly stored: Uint8Array;
}

export interface GoliveFile {
  readonly workbook: string;
  readonly name: string;
  /** When the file was written: milliseconds since 1970, UTC. */
  readonly created: number;
  readonly records: number;
  /** The whole document as a Yjs V1 update. Not yet validated: see `validateState`. */
  readonly state: Uint8Array;
  readonly format: number;
  /** The oldest format an app must know to read the file. */
  readonly minReader: number;
  readonly otherSections: readonly OtherSection[];
  readonly otherMembers: Readonly<Record<string, unknown>>;
}

/** What a new file is made of; `format` and the others only when a file is written again. */
export type GoliveContent = Pick<GoliveFile, 'workbook' | 'name' | 'created' | 'records' | 'state'> &
  Partial<Pick<GoliveFile, 'format' | 'minReader' | 'otherSections' | 'otherMembers'>>;

export function encodeGoliveFile(content: GoliveContent, codec: Codec): Uint8Array {
  const state = sectionOf(STATE_SECTION, content.state, codec);
  const sections = [state, ...(content.otherSections ?? [])];
  const header = headerBytes({
    format: content.format ?? FORMAT,
    minReader: content.minReader ?? 1,
    workbook: content.workbook,
    name: content.name.slice(0, 1000),
    // A clock before 1970 is wrong, and no reason to write a file that nobody opens.
    created: Math.max(0, Math.floor(content.created)),
    records: content.records,
    sections: sections.map(({ entry }) => entry),
    others: content.otherMembers ?? {},
  });
  const headerLength = new Uint8Array(4);
  new DataView(headerLength.buffer).setUint32(0, header.length, true);
  const body = concatBytes([MAGIC, headerLength, header, ...sections.map(({ stored }) => stored)]);
  return concatBytes([body, codec.sha256(body)]);
}

/** Compressed where that helps, and stored as it is where decoding would take it for a bomb. */
export function sectionOf(name: string, raw: Uint8Array, codec: Codec): OtherSection {
  const deflated = codec.deflateRaw(raw);
  const isWorthIt = deflated.length < raw.length && !isBomb(deflated.length, raw.length);
  const compression: Compression = isWorthIt ? 'deflate-raw' : 'none';
  const stored = isWorthIt ? deflated : raw;
  const sha256 = hexOf(codec.sha256(raw));
  return { entry: { name, compression, length: stored.length, rawLength: raw.length, sha256 }, stored };
}

function isBomb(length: number, rawLength: number): boolean {
  return rawLength > length * MAX_RATIO + RATIO_SLACK;
}

/** @param name what the file is called, for the words of a problem */
export function decodeGoliveFile(bytes: Uint8Array, name: string, codec: Codec): Result<GoliveFile, Problem> {
  const header = checkedHeader(bytes, name, codec);
  if (!header.ok) return header;
  const sections = cutSections(bytes, header.value);
  if (sections === undefined) return hostile(name, 'lengths that do not add up');
  const own = sections.find(({ entry }) => entry.name === STATE_SECTION);
  if (own === undefined) return hostile(name, 'no state');
  const state = openSection(own, name, codec);
  if (!state.ok) return state;
  const { workbook, created, records, format, minReader, others } = header.value;
  return ok({
    workbook,
    name: header.value.name,
    created,
    records,
    state: state.value,
    format,
    minReader,
    otherSections: sections.filter((section) => section !== own),
    otherMembers: others,
  });
}

/** The checksum comes first: only what was written on purpose is looked at any further. */
function checkedHeader(bytes: Uint8Array, name: string, codec: Codec): Result<GoliveHeader, Problem> {
  if (bytes.length === 0) return err(problem('file/empty', { name }));
  if (bytes.length > MAX_FILE_LENGTH) {
    return err(problem('file/tooLarge', { name, size: inMiB(bytes.length), limit: inMiB(MAX_FILE_LENGTH) }));
  }
  const layout = layoutOf(bytes);
  if (layout === undefined) return err(problem('file/notGolive', { name }));
  const bodyLength = bytes.length - CHECKSUM_LENGTH;
  if (bodyLength < HEADER_START) return damaged(name, 'its end is missing');
  if (!sameBytes(codec.sha256(bytes.subarray(0, bodyLength)), bytes.subarray(bodyLength))) {
    return layout === 1
      ? damaged(name, 'its checksum does not match')
      : err(problem('file/notGolive', { name }));
  }
  if (layout > 1) return newer(name, layout);
  const json = headerJson(bytes.subarray(0, bodyLength));
  const { format, minReader } = formatsIn(json);
  // Before anything else in it is looked at: a newer header may hold anything.
  if (minReader !== undefined && accessTo({ minReader }) === 'none') return newer(name, format ?? minReader);
  const header = parseHeader(json);
  return header === undefined ? hostile(name, 'a header that is none') : ok(header);
}

/** The digit in `GOLIVE1`: it will rise should a file ever be laid out in another way. */
function layoutOf(bytes: Uint8Array): number | undefined {
  const magic = textOfBytes(bytes.subarray(0, MAGIC.length)) ?? '';
  const digit = /^GOLIVE([1-9])\n$/.exec(magic)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/**
 * Reads the header from the first bytes of a file, for lists. Nothing is checked, so nothing may rest on it.
 * @param start at least the first 64 KiB and a few bytes, or the whole file
 */
export function peekGoliveHeader(start: Uint8Array): GoliveHeader | undefined {
  return parseHeader(headerJson(start));
}

/** What stands where the header belongs; undefined when it is no JSON. */
function headerJson(start: Uint8Array): unknown {
  if (start.length < HEADER_START || !sameBytes(start.subarray(0, MAGIC.length), MAGIC)) return undefined;
  const end = HEADER_START + headerLengthOf(start);
  if (end - HEADER_START > MAX_HEADER_LENGTH || end > start.length) return undefined;
  return jsonOfBytes(start.subarray(HEADER_START, end));
}

/** How much of a file `peekGoliveHeader` needs, in bytes. */
export const PEEK_LENGTH = HEADER_START + MAX_HEADER_LENGTH;

function headerLengthOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(MAGIC.length, true);
}

/** Undefined unless the sections fill exactly what lies between header and checksum. */
function cutSections(bytes: Uint8Array, header: GoliveHeader): readonly OtherSection[] | undefined {
  const end = bytes.length - CHECKSUM_LENGTH;
  let offset = HEADER_START + headerLengthOf(bytes);
  const sections: OtherSection[] = [];
  for (const entry of header.sections) {
    if (entry.length > end - offset) return undefined;
    sections.push({ entry, stored: bytes.slice(offset, offset + entry.length) });
    offset += entry.length;
  }
  return offset === end ? sections : undefined;
}

/** The bytes of a section as they were before compression. @param name of the file */
export function openSection(
  { entry, stored }: OtherSection,
  name: string,
  codec: Codec,
): Result<Uint8Array, Problem> {
  const { compression, rawLength } = entry;
  if (rawLength > MAX_STATE_LENGTH) {
    return err(problem('file/tooLarge', { name, size: inMiB(rawLength), limit: inMiB(MAX_STATE_LENGTH) }));
  }
  if (isBomb(stored.length, rawLength)) return hostile(name, 'a few bytes that would swell enormously');
  const raw = compression === 'none' ? stored : inflated(compression, stored, rawLength, codec);
  if (raw?.length !== rawLength) return hostile(name, 'a length that is not true');
  if (hexOf(codec.sha256(raw)) !== entry.sha256)
    return damaged(name, 'the checksum of its content does not match');
  return ok(raw);
}

function inflated(compression: string, stored: Uint8Array, rawLength: number, codec: Codec) {
  if (compression !== 'deflate-raw') return undefined;
  try {
    return codec.inflateRaw(stored, rawLength);
  } catch {
    return undefined;
  }
}

function inMiB(length: number): string {
  return `${Math.ceil(length / MiB)} MiB`;
}

function damaged(name: string, what: string) {
  return err(problem('file/damaged', { name, what }));
}

function newer(name: string, format: number) {
  return err(problem('file/newer', { name, format, known: FORMAT }));
}

function hostile(name: string, what: string) {
  return err(problem('file/hostile', { name, what }));
}
