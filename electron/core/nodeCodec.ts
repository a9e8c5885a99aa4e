/** Hashing and compression by Node, for shared code that knows neither. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Codec } from '../../shared/sync/codec';

export const nodeCodec: Codec = {
  sha256: (bytes) => plainBytes(createHash('sha256').update(bytes).digest()),
  // Zero is no limit Node accepts; one byte too many is noticed by whoever compares the length.
  inflateRaw: (bytes, maxOutputLength) =>
    plainBytes(inflateRawSync(bytes, { maxOutputLength: Math.max(1, maxOutputLength) })),
  deflateRaw: (bytes) => plainBytes(deflateRawSync(bytes, { level: 6 })),
};

/** A Buffer is a window onto memory that others may share; everyone else deals in bytes of their own. */
export function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}
