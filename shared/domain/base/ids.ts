/** Identities of records: random UUIDs, minted once, never reused, never shown to people. */

declare const registerOfId: unique symbol;

/** The id of a record; the register it belongs to is checked by the compiler where it is known. */
export type Id<R extends string = string> = string & { readonly [registerOfId]?: R };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isRecordId(value: unknown): value is Id {
  return typeof value === 'string' && UUID.test(value);
}

/** Where new identities come from; passed in, so that tests and packs can choose them. */
export type IdSource = () => Id;

/** Formats 16 bytes as a version 4 UUID (RFC 9562, section 5.4). */
export function uuidFromBytes(bytes: Uint8Array): Id {
  const hex = Array.from(bytes.subarray(0, 16), (byte, index) => {
    if (index === 6) return ((byte & 0x0f) | 0x40).toString(16).padStart(2, '0');
    if (index === 8) return ((byte & 0x3f) | 0x80).toString(16).padStart(2, '0');
    return byte.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
