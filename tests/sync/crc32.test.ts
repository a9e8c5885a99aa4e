import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfText } from '../../shared/sync/bytes';
import { crc32 } from '../../shared/sync/crc32';

describe('CRC-32', () => {
  it('gives the check value published for the IEEE polynomial', () => {
    expect(crc32(bytesOfText('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });

  it('is the same whether the bytes come at once or in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
      }),
    );
  });

  it('notices every single flipped bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.nat(), (bytes, position) => {
        const flipped = bytes.slice();
        const index = position % bytes.length;
        flipped[index] = (bytes[index] ?? 0) ^ (1 << (position % 8));
        expect(crc32(flipped)).not.toBe(crc32(bytes));
      }),
    );
  });
});
