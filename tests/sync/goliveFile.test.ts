import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { bytesOfText, concatBytes, hexOf, textOfBytes } from '../../shared/sync/bytes';
import { decodeGoliveFile, encodeGoliveFile, peekGoliveHeader } from '../../shared/sync/goliveFile';
import { openForeignFile } from '../../shared/sync/foreignFile';
import { SamplePlan, WORKBOOK } from '../core/support/samplePlan';

const state = SamplePlan.seeded(40).state;
const content = { workbook: WORKBOOK, name: 'Harbor Clinic', created: 1_800_000_000_000, records: 40, state };
const bytes = encodeGoliveFile(content, nodeCodec);

const decode = (given: Uint8Array) => decodeGoliveFile(given, 'plan.golive', nodeCodec);
const codeOf = (given: Uint8Array) => {
  const decoded = decode(given);
  return decoded.ok ? 'ok' : decoded.error.code;
};

/** A file made by hand, with a right checksum, from any header and sections. */
function forged(header: object, sections: readonly Uint8Array[]): Uint8Array {
  const text = bytesOfText(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  const body = concatBytes([bytesOfText('GOLIVE1\n'), length, text, ...sections]);
  return concatBytes([body, nodeCodec.sha256(body)]);
}

const section = (stored: Uint8Array, raw: Uint8Array, changes: object = {}) => ({
  name: 'state',
  compression: 'deflate-raw',
  length: stored.length,
  rawLength: raw.length,
  sha256: hexOf(nodeCodec.sha256(raw)),
  ...changes,
});
const header = (sections: readonly object[], changes: object = {}) => ({
  format: 1,
  workbook: WORKBOOK,
  name: 'Harbor Clinic',
  created: 1,
  records: 1,
  sections,
  ...changes,
});

describe('a .golive file', () => {
  it('comes back as it was written', () => {
    const decoded = decode(bytes);
    expect(decoded.ok && { ...decoded.value, state: [...decoded.value.state] }).toEqual({
      ...content,
      state: [...state],
      format: 1,
      minReader: 1,
      otherSections: [],
      otherMembers: {},
    });
  });

  it('round-trips any state and name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.string({ unit: 'binary', maxLength: 50 }),
        (any, name) => {
          const decoded = decode(encodeGoliveFile({ ...content, state: any, name }, nodeCodec));
          expect(decoded.ok && [...decoded.value.state]).toEqual([...any]);
          expect(decoded.ok && decoded.value.name).toBe(name);
        },
      ),
    );
  });

  it('opens even when its state compresses as well as a bomb', () => {
    const zeros = new Uint8Array(5_000_000);
    const decoded = decode(encodeGoliveFile({ ...content, state: zeros }, nodeCodec));
    expect(decoded.ok && decoded.value.state.length).toBe(5_000_000);
  });

  it('tells its name and size from its first bytes', () => {
    const head = { workbook: WORKBOOK, name: 'Harbor Clinic', records: 40 };
    expect(peekGoliveHeader(bytes.subarray(0, 2000))).toMatchObject(head);
    expect(peekGoliveHeader(bytes.subarray(0, 30))).toBeUndefined();
  });

  it('is refused with any one bit flipped', () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(codeOf(flipped)).toBe(bit < 64 ? 'file/notGolive' : 'file/damaged');
    }
  });

  it('is refused when cut short or added to', () => {
    for (let length = 8; length < bytes.length; length += 13) {
      expect(codeOf(bytes.subarray(0, length))).toBe('file/damaged');
    }
    expect(codeOf(concatBytes([bytes, Uint8Array.of(0)]))).toBe('file/damaged');
  });

  it('is told from files that are none', () => {
    expect(codeOf(new Uint8Array())).toBe('file/empty');
    expect(codeOf(bytesOfText('PK\u0003\u0004 some archive'))).toBe('file/notGolive');
    expect(codeOf(bytesOfText('GOLIVE1\n'))).toBe('file/damaged');
    fc.assert(fc.property(fc.uint8Array(), (any) => codeOf(any) !== 'ok'));
  });
});

describe('a .golive file of a newer app', () => {
  it('is read, and says of which format it is', () => {
    const decoded = decode(encodeGoliveFile({ ...content, format: 9 }, nodeCodec));
    expect(decoded.ok && decoded.value).toMatchObject({ format: 9, minReader: 1 });
  });

  it('is refused when it says that older apps cannot read it', () => {
    const decoded = decode(encodeGoliveFile({ ...content, format: 9, minReader: 9 }, nodeCodec));
    expect(decoded).toMatchObject({
      ok: false,
      error: { code: 'file/newer', facts: { format: 9, known: 1 } },
    });
    // Whatever else a header may hold one day, it is not taken for an attack.
    const strange = forged({ format: 9, minReader: 9, sections: 'elsewhere' }, []);
    expect(codeOf(strange)).toBe('file/newer');
    const body = concatBytes([bytesOfText('GOLIVE2\n'), bytesOfText('laid out in another way')]);
    expect(codeOf(concatBytes([body, nodeCodec.sha256(body)]))).toBe('file/newer');
    expect(codeOf(concatBytes([body, new Uint8Array(32)]))).toBe('file/notGolive');
  });

  it('keeps its unknown sections byte for byte, and its unknown members, when written again', () => {
    const raw = bytesOfText('something new');
    const stored = Uint8Array.of(1, 2, 3, 250);
    const entry = section(stored, raw, { name: 'signatures', compression: 'brotli', keyId: 'k7' });
    const others = { otherSections: [{ entry, stored }], otherMembers: { audience: ['clinic'] } };
    const first = decode(encodeGoliveFile({ ...content, ...others }, nodeCodec));
    if (!first.ok) throw new Error(first.error.code);
    const second = decode(encodeGoliveFile({ ...first.value, records: 41 }, nodeCodec));
    expect(second.ok && second.value.otherMembers).toEqual({ audience: ['clinic'] });
    expect(second.ok && second.value.otherSections.map((one) => [one.entry, [...one.stored]])).toEqual([
      [entry, [...stored]],
    ]);
  });
});

describe('a forged .golive file', () => {
  const raw = state;
  const stored = nodeCodec.deflateRaw(raw);

  it('that is well made opens, so the cases below fail for their own reason', () => {
    expect(codeOf(forged(header([section(stored, raw)]), [stored]))).toBe('ok');
  });

  it.each([
    ['lengths beyond the end', header([section(stored, raw, { length: stored.length + 1 })])],
    ['lengths short of the end', header([section(stored, raw, { length: stored.length - 1 })])],
    ['a negative length', header([section(stored, raw, { length: -1 })])],
    ['a length beyond integers', header([section(stored, raw, { length: 2 ** 60 })])],
    ['a shorter raw length than is there', header([section(stored, raw, { rawLength: raw.length - 1 })])],
    ['a longer raw length than is there', header([section(stored, raw, { rawLength: raw.length + 1 })])],
    ['a ratio no plan has', header([section(stored, raw, { rawLength: 200 * 1024 * 1024 })])],
    ['an unknown compression of the state', header([section(stored, raw, { compression: 'lzma' })])],
    ['no state', header([section(stored, raw, { name: 'other' })])],
    ['the same section twice', header([section(stored, raw), section(new Uint8Array(), new Uint8Array())])],
    ['no sections', header([], { sections: 'none' })],
    ['a workbook id that is a path', header([section(stored, raw)], { workbook: '../../etc' })],
    ['a name that is none', header([section(stored, raw)], { name: 7 })],
  ])('is refused for %s', (_what, head) => {
    expect(codeOf(forged(head, [stored]))).toBe('file/hostile');
  });

  it('is refused for claiming more than 256 MiB', () => {
    const head = header([section(stored, raw, { rawLength: 300 * 1024 * 1024 })]);
    expect(codeOf(forged(head, [stored]))).toBe('file/tooLarge');
  });

  it('is refused for content that is not what its checksum says', () => {
    const head = header([section(stored, raw, { sha256: '0'.repeat(64) })]);
    expect(codeOf(forged(head, [stored]))).toBe('file/damaged');
  });

  it('that swells is stopped before it has swollen', () => {
    const bomb = nodeCodec.deflateRaw(new Uint8Array(100 * 1024 * 1024));
    const before = process.memoryUsage().arrayBuffers;
    // The truth is too much of a ratio; a lie within the ratio is found at the first byte too many.
    expect(
      codeOf(forged(header([section(bomb, new Uint8Array(), { rawLength: 104_857_600 })]), [bomb])),
    ).toBe('file/hostile');
    expect(codeOf(forged(header([section(bomb, new Uint8Array(), { rawLength: 1000 })]), [bomb]))).toBe(
      'file/hostile',
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('with a header longer than 64 KiB is refused', () => {
    const head = header([section(stored, raw)], { padding: 'x'.repeat(70_000) });
    expect(codeOf(forged(head, [stored]))).toBe('file/hostile');
  });

  it('whose state is no document is refused at the gate', () => {
    const junk = bytesOfText('this is no document at all');
    const file = encodeGoliveFile({ ...content, state: junk }, nodeCodec);
    expect(decode(file).ok).toBe(true);
    const opened = openForeignFile(file, 'plan.golive', nodeCodec);
    expect(opened).toMatchObject({ ok: false, error: { facts: { name: 'plan.golive' } } });
    expect(openForeignFile(bytes, 'plan.golive', nodeCodec).ok).toBe(true);
  });
});

describe('text in bytes', () => {
  it('that is not UTF-8 is no text', () => {
    expect(textOfBytes(Uint8Array.of(0xc3, 0x28))).toBeUndefined();
    expect(textOfBytes(bytesOfText('Größe 😀'))).toBe('Größe 😀');
  });
});
