/** What shared code asks of the machine to read and write files: hashing and compression, nothing else. */
export interface Codec {
  /** The 32 bytes of SHA-256 (FIPS 180-4). */
  sha256(bytes: Uint8Array): Uint8Array;
  /**
   * Undoes `deflateRaw` (RFC 1951, no header). Throws when the bytes are not such a stream, or as soon as the result
   * would exceed `maxOutputLength` bytes.
   */
  inflateRaw(bytes: Uint8Array, maxOutputLength: number): Uint8Array;
  deflateRaw(bytes: Uint8Array): Uint8Array;
}
