/**
 * Takes states into documents as Yjs does, sooner and with less memory. A plan says a few words a hundred thousand
 * times over: field names, choices, ids. Each is kept once, and short ones are read without the system's text decoder,
 * whose call alone costs more than such a word (2 µs in Chromium 114).
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** Has the same effect as `Y.applyUpdate`. */
export function applyState(doc: Y.Doc, state: Uint8Array, origin?: unknown): void {
  Y.applyUpdateV2(doc, state, origin, StateDecoder);
}

/** A document that holds a state and nothing else. */
export function documentOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  applyState(doc, state);
  return doc;
}

/** The numbers by which lib0 marks the values that are read here; all others are left to it. */
const TEXT = 119;
const OBJECT = 118;
const LIST = 117;

class StateDecoder extends Y.UpdateDecoderV1 {
  private readonly words: Words;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    this.words = new Words(decoder.arr.length);
  }

  override readString(): string {
    return this.words.read(this.restDecoder);
  }

  override readAny(): unknown {
    const decoder = this.restDecoder;
    switch (decoder.arr[decoder.pos]) {
      case TEXT:
        decoder.pos += 1;
        return this.words.read(decoder);
      case OBJECT:
        decoder.pos += 1;
        return this.readObject();
      case LIST:
        decoder.pos += 1;
        return this.readList();
      default:
        return decoding.readAny(decoder);
    }
  }

  private readObject(): object {
    const count = decoding.readVarUint(this.restDecoder);
    const object: Record<string, unknown> = {};
    for (let member = 0; member < count; member++) {
      const name = this.words.read(this.restDecoder);
      object[name] = this.readAny();
    }
    return object;
  }

  private readList(): unknown[] {
    const count = decoding.readVarUint(this.restDecoder);
    // What nearly every list is: an entry of a record. A list that grows is given room for seventeen.
    if (count === 4) return [this.readAny(), this.readAny(), this.readAny(), this.readAny()];
    const list: unknown[] = [];
    for (let item = 0; item < count; item++) list.push(this.readAny());
    return list;
  }
}

/** Bytes; ids have 36. Longer texts are seldom said twice. */
const LONGEST_WORD = 40;
const FEWEST_SLOTS = 64;
const MOST_SLOTS = 32 * 1024;
const BYTES_PER_SLOT = 128;

/** Texts as lib0 writes them: their length in bytes, then UTF-8. The last word of each slot is remembered. */
class Words {
  private readonly known: string[];

  /** @param length of what is read, in bytes */
  constructor(length: number) {
    let slots = FEWEST_SLOTS;
    while (slots < MOST_SLOTS && slots * BYTES_PER_SLOT < length) slots *= 2;
    this.known = new Array<string>(slots).fill('');
  }

  read(decoder: decoding.Decoder): string {
    const { arr: bytes, pos } = decoder;
    const length = bytes[pos];
    // Above 127 this is not all of the length, and the word is too long in any case.
    if (length === undefined || length > LONGEST_WORD || pos + length >= bytes.length)
      return decoding.readVarString(decoder);
    const slot = slotOf(bytes, pos + 1, length) & (this.known.length - 1);
    const known = this.known[slot] ?? '';
    if (known.length === length && isAt(known, bytes, pos + 1)) {
      decoder.pos = pos + 1 + length;
      return known;
    }
    const word = plainText(bytes, pos + 1, length);
    if (word === undefined) return decoding.readVarString(decoder);
    this.known[slot] = word;
    decoder.pos = pos + 1 + length;
    return word;
  }
}

function slotOf(bytes: Uint8Array, from: number, length: number): number {
  let hash = length;
  for (let at = from; at < from + length; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return hash ^ (hash >>> 15);
}

function isAt(word: string, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}

const codesOfLength = Array.from({ length: LONGEST_WORD + 1 }, (_, length) =>
  new Array<number>(length).fill(0),
);

/** Undefined when the text is not plain ASCII. */
function plainText(bytes: Uint8Array, from: number, length: number): string | undefined {
  const codes = codesOfLength[length] ?? [];
  for (let at = 0; at < length; at++) {
    const code = bytes[from + at] ?? 0;
    if (code > 0x7f) return undefined;
    codes[at] = code;
  }
  return String.fromCharCode.apply(undefined, codes);
}
