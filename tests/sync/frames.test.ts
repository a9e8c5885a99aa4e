import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '../../shared/sync/bytes';
import {
  encodeFrame,
  isTornAppend,
  MAX_PAYLOAD_LENGTH,
  readFrames,
  rescueFrames,
  type Frame,
} from '../../shared/sync/frames';
import { tries } from '../support/tries';

const frame = fc.record({
  type: fc.integer({ min: 1, max: 31 }),
  payload: fc.uint8Array({ maxLength: 300 }),
});
const someFrames = fc.array(frame, { minLength: 1, maxLength: 8 });

const encodeAll = (frames: readonly Frame[]) => concatBytes(frames.map(encodeFrame));
const plain = (frames: readonly Frame[]) =>
  frames.map(({ type, payload }) => ({ type, payload: [...payload] }));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const index = Math.floor(bit / 8) % bytes.length;
  copy[index] = (bytes[index] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

describe('frames', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(someFrames, (frames) => {
        const bytes = encodeAll(frames);
        const read = readFrames(bytes);
        expect(plain(read.frames)).toEqual(plain(frames));
        expect(read).toMatchObject({ goodLength: bytes.length, tornBytes: 0 });
      }),
    );
  });

  it('lie in the file as the format says', () => {
    const written = encodeFrame({ type: 2, payload: Uint8Array.of(0xaa, 0xbb) });
    const checksum = new Uint8Array(
      Uint32Array.of(zlibCrc32(Uint8Array.of(2, 0, 0, 0, 2, 0xaa, 0xbb))).buffer,
    );
    expect([...written]).toEqual([2, 0, 0, 0, ...checksum, 2, 0xaa, 0xbb]);
  });

  it('are read up to where the file was cut', () => {
    fc.assert(
      fc.property(someFrames, fc.nat(), (frames, position) => {
        const bytes = encodeAll(frames);
        const cut = position % bytes.length;
        const { frames: good, goodLength, tornBytes } = readFrames(bytes.subarray(0, cut));
        expect(goodLength + tornBytes).toBe(cut);
        expect(plain(good)).toEqual(plain(frames.slice(0, good.length)));
        expect(goodLength).toBe(encodeAll(frames.slice(0, good.length)).length);
        expect(tornBytes === 0 || isTornAppend(bytes.subarray(0, cut), goodLength)).toBe(true);
      }),
    );
  });

  it('are never read wrong from a file with a flipped bit', () => {
    fc.assert(
      fc.property(someFrames, fc.nat(), (frames, bit) => {
        const damaged = flipped(encodeAll(frames), bit);
        const written = plain(frames).map((one) => JSON.stringify(one));
        for (const one of plain(rescueFrames(damaged).frames)) expect(written).toContain(JSON.stringify(one));
        expect(readFrames(damaged).tornBytes).toBeGreaterThan(0);
      }),
      tries(500),
    );
  });

  it('behind damage are found again, all but the damaged one', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 3, maxLength: 8 }), fc.nat(), (frames, bit) => {
        const [first, second, ...others] = frames;
        if (first === undefined || second === undefined) return;
        const damaged = concatBytes([
          encodeFrame(first),
          flipped(encodeFrame(second), bit),
          encodeAll(others),
        ]);
        const { frames: rescued, lostBytes } = rescueFrames(damaged);
        expect(plain(rescued)).toEqual(plain([first, ...others]));
        expect(lostBytes).toBe(encodeFrame(second).length);
      }),
    );
  });

  it('are never found in arbitrary bytes, and reading those never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(readFrames(bytes).frames).toEqual([]);
        expect(rescueFrames(bytes)).toEqual({ frames: [], lostBytes: bytes.length });
      }),
    );
  });

  it('are not seen in zeros, which a crash may leave at the end', () => {
    const zeros = new Uint8Array(4096);
    expect(readFrames(zeros)).toEqual({ frames: [], goodLength: 0, tornBytes: 4096 });
    expect(isTornAppend(zeros, 0)).toBe(true);
    const halfArrived = concatBytes([
      encodeFrame({ type: 1, payload: new Uint8Array(50).fill(7) }).subarray(0, 30),
      zeros,
    ]);
    expect(isTornAppend(halfArrived, 0)).toBe(true);
  });

  it('that are complete and wrong count as damage, not as a torn append', () => {
    const bytes = flipped(encodeFrame({ type: 1, payload: Uint8Array.of(1, 2, 3) }), 9 * 8);
    expect(isTornAppend(bytes, 0)).toBe(false);
  });

  it('hold up to 4 MiB, and a longer one is a bug', () => {
    const largest = { type: 1, payload: new Uint8Array(MAX_PAYLOAD_LENGTH) };
    expect(readFrames(encodeFrame(largest)).frames).toHaveLength(1);
    expect(() => encodeFrame({ type: 1, payload: new Uint8Array(MAX_PAYLOAD_LENGTH + 1) })).toThrow('4 MiB');
  });
});
