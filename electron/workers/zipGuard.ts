/**
 * Looks into a zip file before anybody unpacks it: a few kilobytes can claim to be a few letters and unpack to all the
 * memory there is. Every part is unpacked here once, up to a limit for all of them together, and thrown away.
 */
import { inflateRawSync } from 'node:zlib';
import { MOST_UNPACKED_BYTES } from '../../shared/domain/imports/limits';

/** Signatures and offsets: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_PARTS = 5_000;

export type ZipVerdict = 'sound' | 'notZip' | 'encrypted' | 'damaged' | 'tooLarge';

export function judgeZip(bytes: Uint8Array, limit = MOST_UNPACKED_BYTES): ZipVerdict {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END);
  if (end < 0 || file.length < end + 22) return 'notZip';
  try {
    return judgeParts(file, end, limit);
  } catch {
    // An offset that leads out of the file, or a part that does not unpack.
    return 'damaged';
  }
}

function judgeParts(file: Buffer, end: number, limit: number): ZipVerdict {
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return 'tooLarge';
  let left = limit;
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== ENTRY) return 'damaged';
    if ((file.readUInt16LE(at + 8) & 1) === 1) return 'encrypted';
    const size = unpackedSize(file, at, left);
    if (size === null) return 'damaged';
    left -= size;
    if (left < 0) return 'tooLarge';
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    at += 46 + name + extra + comment;
  }
  return 'sound';
}

/** @returns the bytes of one part, more than `limit` where it exceeds that; null for a method no program uses */
function unpackedSize(file: Buffer, entry: number, limit: number): number | null {
  const method = file.readUInt16LE(entry + 10);
  const packedSize = file.readUInt32LE(entry + 20);
  const local = file.readUInt32LE(entry + 42);
  if (file.readUInt32LE(local) !== LOCAL) return null;
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(start, start + packedSize);
  if (packed.length < packedSize) return null;
  if (method === STORED) return packedSize;
  if (method !== DEFLATED) return null;
  if (packedSize === 0) return 0;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) }).length;
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLong) return limit + 1;
    throw error;
  }
}
