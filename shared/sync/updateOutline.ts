/**
 * Reads over a Yjs V1 update without building anything from it, and stops at the first thing no workbook contains.
 * Memory stays flat whatever the bytes claim, so this comes before Yjs itself is given them.
 */
import * as decoding from 'lib0/decoding';
import { textOfBytes } from './bytes';

/** Far above any workbook (5,000 records with 100,000 edits are some 160,000 structs), far below what hurts. */
export const LIMITS = {
  bytes: 256 * 1024 * 1024,
  structs: 2_000_000,
  clients: 50_000,
  deletedRanges: 2_000_000,
  /** Single JSON values in all entries together, and how deep one may be nested. */
  values: 40_000_000,
  depth: 16,
  /** Highest clock of one writer: stays a small integer everywhere. */
  clock: 0x7fffffff,
} as const;

/** Why an update is refused: its bytes make no sense, or they say what must not be. */
export interface Refusal {
  readonly kind: 'damaged' | 'hostile';
  readonly what: string;
}

export interface ClockRange {
  readonly from: number;
  /** The clock after the last struct. */
  readonly to: number;
}

export interface UpdateOutline {
  readonly structs: number;
  readonly clients: ReadonlyMap<number, ClockRange>;
  readonly deleted: ReadonlyMap<number, readonly ClockRange[]>;
  /** By writer, the highest clock that some edit here rests on. */
  readonly restsOn: ReadonlyMap<number, number>;
  /** Some edits between others of their writer are missing. */
  readonly hasGaps: boolean;
  readonly hasFormats: boolean;
}

const GAP = 'a part of its history is missing';
const UNREADABLE = 'its edits cannot be read';

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.what);
  }
}

/**
 * The outline of the update, or why it is refused.
 * @param gaps whether some edits of a writer may be missing between others
 */
export function outlineUpdate(update: Uint8Array, gaps: 'allowed' | 'refused'): UpdateOutline | Refusal {
  if (update.length > LIMITS.bytes) return { kind: 'hostile', what: 'more than 256 MiB' };
  try {
    return new OutlineReader(update, gaps).read();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    // lib0 throws when the bytes end early or a number is too long.
    return { kind: 'damaged', what: UNREADABLE };
  }
}

export function isRefusal(outcome: object): outcome is Refusal {
  return 'what' in outcome;
}

/** The numbers by which Yjs V1 marks what follows; bit 8: left neighbor, bit 7: right neighbor, bit 6: key. */
const KIND_BITS = 0b0001_1111;
const HAS_LEFT = 0b1000_0000;
const HAS_RIGHT = 0b0100_0000;
const HAS_KEY = 0b0010_0000;
const SKIP = 10;
const HIGHEST_ASCII = 0x7f;
const FORBIDDEN_NAME = '__proto__';

class OutlineReader {
  private readonly decoder: decoding.Decoder;
  private structs = 0;
  private values = 0;
  private hasFormats = false;
  private hasGaps = false;
  private readonly restsOn = new Map<number, number>();

  constructor(
    update: Uint8Array,
    private readonly gaps: 'allowed' | 'refused',
  ) {
    this.decoder = decoding.createDecoder(update);
  }

  read(): UpdateOutline {
    const clients = this.readClients();
    const deleted = this.readDeleted();
    if (decoding.hasContent(this.decoder)) refuse('damaged', 'something follows its end');
    const { structs, restsOn, hasGaps, hasFormats } = this;
    return { structs, clients, deleted, restsOn, hasGaps, hasFormats };
  }

  private readClients(): Map<number, ClockRange> {
    const clients = new Map<number, ClockRange>();
    const count = this.count(LIMITS.clients, 'too many writers');
    for (let index = 0; index < count; index++) {
      const structs = this.count(LIMITS.structs - this.structs, 'too many edits');
      this.structs += structs;
      const client = this.client();
      if (clients.has(client)) refuse('hostile', 'a writer named twice');
      const from = this.count(LIMITS.clock, 'an edit count beyond all measure');
      let to = from;
      for (let struct = 0; struct < structs; struct++) {
        const length = this.struct();
        if (length === 0) refuse('hostile', 'an edit of nothing');
        to += length;
        if (to > LIMITS.clock) refuse('hostile', 'an edit count beyond all measure');
      }
      clients.set(client, { from, to });
    }
    return clients;
  }

  private client(): number {
    const client = this.uint();
    if (client > 0xffffffff) refuse('hostile', 'a writer with an impossible number');
    return client;
  }

  /** Passes over one struct. @returns its length */
  private struct(): number {
    const info = this.byte();
    const kind = info & KIND_BITS;
    if (kind === 0) return this.uint();
    if (info === SKIP) return this.gap();
    if ((info & HAS_LEFT) !== 0) this.id();
    if ((info & HAS_RIGHT) !== 0) this.id();
    if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
      if (this.uint() === 1) this.text();
      else this.id();
      if ((info & HAS_KEY) !== 0) this.text();
    }
    return this.content(kind);
  }

  private gap(): number {
    if (this.gaps === 'refused') refuse('damaged', GAP);
    this.hasGaps = true;
    return this.uint();
  }

  /** @returns how many places the content takes */
  private content(kind: number): number {
    switch (kind) {
      case 1:
        return this.uint();
      case 4:
        return this.text();
      case 6:
        this.text();
        this.text();
        this.hasFormats = true;
        return 1;
      case 7:
        if (this.uint() > 2) refuse('hostile', 'a kind of container no workbook has');
        return 1;
      case 8: {
        const length = this.count(LIMITS.values - this.values, 'too many values');
        for (let index = 0; index < length; index++) this.value(0);
        return length;
      }
      default:
        return refuse('hostile', 'a kind of content no workbook has');
    }
  }

  /** Passes over one JSON value as lib0 writes it. */
  private value(depth: number): void {
    this.values += 1;
    if (this.values > LIMITS.values) refuse('hostile', 'too many values');
    if (depth > LIMITS.depth) refuse('hostile', 'values nested too deeply');
    const kind = this.byte();
    if (kind === 125) decoding.readVarInt(this.decoder);
    else if (kind === 124) this.skip(4);
    else if (kind === 123) this.skip(8);
    else if (kind === 119) this.skip(this.uint());
    else if (kind === 118) this.members(depth);
    else if (kind === 117) this.items(depth);
    // 120 true, 121 false, 126 null, 127 undefined; what is left are big integers and bytes.
    else if (![120, 121, 126, 127].includes(kind)) refuse('hostile', 'a kind of value no workbook has');
  }

  private members(depth: number): void {
    const count = this.uint();
    for (let index = 0; index < count; index++) {
      this.memberName();
      this.value(depth + 1);
    }
  }

  private items(depth: number): void {
    const count = this.uint();
    for (let index = 0; index < count; index++) this.value(depth + 1);
  }

  private readDeleted(): Map<number, readonly ClockRange[]> {
    const deleted = new Map<number, readonly ClockRange[]>();
    let total = 0;
    const count = this.count(LIMITS.clients, 'too many writers');
    for (let index = 0; index < count; index++) {
      const client = this.client();
      if (deleted.has(client)) refuse('hostile', 'a writer named twice');
      const ranges = this.count(LIMITS.deletedRanges - total, 'too many deletions');
      total += ranges;
      const list: ClockRange[] = [];
      for (let range = 0; range < ranges; range++) {
        const from = this.uint();
        list.push({ from, to: from + this.uint() });
      }
      deleted.set(client, list);
    }
    return deleted;
  }

  private id(): void {
    const client = this.uint();
    const clock = this.uint();
    if (clock > (this.restsOn.get(client) ?? -1)) this.restsOn.set(client, clock);
  }

  private memberName(): void {
    const from = this.decoder.pos;
    const isSuspect = this.text() === FORBIDDEN_NAME.length;
    if (isSuspect && this.textUpToHere(from + 1) === FORBIDDEN_NAME) refuse('hostile', 'a forbidden name');
  }

  /** Passes over a text. @returns its length in UTF-16 code units */
  private text(): number {
    const length = this.uint();
    const from = this.decoder.pos;
    this.skip(length);
    const { arr } = this.decoder;
    for (let at = from; at < from + length; at++) {
      if ((arr[at] ?? 0) > HIGHEST_ASCII) return this.textUpToHere(from).length;
    }
    return length;
  }

  private textUpToHere(from: number): string {
    return textOfBytes(this.decoder.arr.subarray(from, this.decoder.pos)) ?? refuse('damaged', UNREADABLE);
  }

  private skip(length: number): void {
    if (length > this.decoder.arr.length - this.decoder.pos) refuse('damaged', UNREADABLE);
    this.decoder.pos += length;
  }

  private count(limit: number, what: string): number {
    const count = this.uint();
    return count <= limit ? count : refuse('hostile', what);
  }

  private uint(): number {
    return decoding.readVarUint(this.decoder);
  }

  private byte(): number {
    if (!decoding.hasContent(this.decoder)) refuse('damaged', UNREADABLE);
    return decoding.readUint8(this.decoder);
  }
}

function refuse(kind: Refusal['kind'], what: string): never {
  throw new Refused({ kind, what });
}
