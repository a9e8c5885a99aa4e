/**
 * Frames: how records lie one after another in an append-only file, so that a torn end or a flipped bit is noticed and
 * never read as something else. A frame is, little endian:
 *
 *     u32 length of the payload | u32 CRC-32 of length, type and payload | u8 type | payload
 */
import { assert } from '../domain/base/assert';
import { crc32 } from './crc32';

/** The types in use. A newer app may write others; they are carried along and passed over. */
export const FRAME_TYPE = { update: 1, mark: 2, replica: 3, history: 4 } as const;

/** Types that could ever be written; anything else is no frame. */
const HIGHEST_TYPE = 31;

const HEADER_LENGTH = 9;
export const MAX_PAYLOAD_LENGTH = 4 * 1024 * 1024;

export interface Frame {
  readonly type: number;
  readonly payload: Uint8Array;
}

export interface FramesRead {
  readonly frames: readonly Frame[];
  /** Where the last good frame ends. */
  readonly goodLength: number;
  /** What follows it: the beginning of a frame that was never finished, or damage. */
  readonly tornBytes: number;
}

export function encodeFrame({ type, payload }: Frame): Uint8Array {
  assert(type >= 1 && type <= HIGHEST_TYPE, 'frame types are 1 to 31');
  assert(payload.length <= MAX_PAYLOAD_LENGTH, 'a frame holds at most 4 MiB');
  const bytes = new Uint8Array(HEADER_LENGTH + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint8(8, type);
  bytes.set(payload, HEADER_LENGTH);
  view.setUint32(4, checksum(bytes), true);
  return bytes;
}

/** The checksum leaves out only itself: a flipped bit in the length is damage like any other. */
function checksum(frame: Uint8Array): number {
  return crc32(frame.subarray(8), crc32(frame.subarray(0, 4)));
}

/** Reads frames up to the first that is not whole; never throws. Payloads are views into `bytes`. */
export function readFrames(bytes: Uint8Array, from = 0): FramesRead {
  const frames: Frame[] = [];
  let offset = from;
  for (let frame = frameAt(bytes, offset); frame !== undefined; frame = frameAt(bytes, offset)) {
    frames.push(frame);
    offset += HEADER_LENGTH + frame.payload.length;
  }
  return { frames, goodLength: offset, tornBytes: bytes.length - offset };
}

function frameAt(bytes: Uint8Array, offset: number): Frame | undefined {
  const end = endOfFrameAt(bytes, offset);
  if (end === undefined || end > bytes.length) return undefined;
  const frame = bytes.subarray(offset, end);
  if (viewOf(frame).getUint32(4, true) !== checksum(frame)) return undefined;
  return { type: frame[8] ?? 0, payload: frame.subarray(HEADER_LENGTH) };
}

/** Where the frame that seems to begin here would end; undefined when no frame can begin here. */
function endOfFrameAt(bytes: Uint8Array, offset: number): number | undefined {
  if (offset < 0 || offset + HEADER_LENGTH > bytes.length) return undefined;
  const length = viewOf(bytes).getUint32(offset, true);
  const type = bytes[offset + 8] ?? 0;
  if (length > MAX_PAYLOAD_LENGTH || type < 1 || type > HIGHEST_TYPE) return undefined;
  return offset + HEADER_LENGTH + length;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A frame ends in JSON or in an update, never in so many zeros; a file that grew before its bytes arrived does. */
const ZEROS_OF_A_CRASH = 16;

/**
 * Whether the bytes at the end look like an append that a crash cut short: a frame that would go on beyond the end, or
 * an end of zeros. A frame that is complete and wrong, or something that is no frame, is damage.
 */
export function isTornAppend(bytes: Uint8Array, from: number): boolean {
  const rest = bytes.subarray(from);
  if (rest.length < HEADER_LENGTH || rest.subarray(-ZEROS_OF_A_CRASH).every((byte) => byte === 0))
    return true;
  const end = endOfFrameAt(bytes, from);
  return end !== undefined && end > bytes.length;
}

export interface FramesRescued {
  readonly frames: readonly Frame[];
  /** How many bytes belong to no frame. */
  readonly lostBytes: number;
}

/** Reads every good frame of a damaged file, finding the next one after each stretch that is none. */
export function rescueFrames(bytes: Uint8Array): FramesRescued {
  const frames: Frame[] = [];
  let lostBytes = 0;
  let offset = 0;
  while (offset < bytes.length) {
    const read = readFrames(bytes, offset);
    frames.push(...read.frames);
    const next = nextFrame(bytes, read.goodLength + 1);
    lostBytes += next - read.goodLength;
    offset = next;
  }
  return { frames, lostBytes };
}

/** Where the next good frame begins, or the end. */
function nextFrame(bytes: Uint8Array, from: number): number {
  for (let offset = from; offset + HEADER_LENGTH <= bytes.length; offset++) {
    if (frameAt(bytes, offset) !== undefined) return offset;
  }
  return bytes.length;
}
