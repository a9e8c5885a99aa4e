import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCut, MAX_KEPT_TEXT, type FieldChange } from '../../shared/domain/edits/change';
import { keptParts } from '../../shared/sync/edits';
import {
  historyFrame,
  markFrame,
  readHistoryFrame,
  readMarkFrame,
  readReplicaFrame,
  readUpdateFrame,
  replicaFrame,
  updateFrame,
} from '../../shared/sync/frameContent';
import { FRAME_TYPE } from '../../shared/sync/frames';

const change = fc.record({
  register: fc.string(),
  id: fc.uuid(),
  field: fc.string(),
  old: fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null)),
  new: fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null)),
});
const edit = fc.record({
  seq: fc.nat(),
  at: fc.nat(),
  actor: fc.nat(),
  by: fc.string(),
  label: fc.string(),
  changes: fc.array(change, { maxLength: 5 }),
  more: fc.nat(),
  part: fc.nat(),
  update: fc.uint8Array(),
});

describe('the frame of an edit', () => {
  it('keeps who, when, what and the update', () => {
    fc.assert(
      fc.property(edit, (written) => {
        const read = readUpdateFrame(updateFrame(written));
        expect(read).toEqual({ ...written, update: read?.update });
        expect([...(read?.update ?? [])]).toEqual([...written.update]);
      }),
    );
  });

  it('reads an entry from before there were parts', () => {
    const payload = new TextEncoder().encode(
      '{"seq":1,"at":2,"actor":3,"by":"Ada","label":"Paste","changes":[],"more":4}',
    );
    const read = readHistoryFrame({ type: FRAME_TYPE.history, payload });
    expect(read).toEqual({
      seq: 1,
      at: 2,
      actor: 3,
      by: 'Ada',
      label: 'Paste',
      changes: [],
      more: 4,
      part: 0,
    });
  });

  it('reads anything else as nothing, without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (payload) => {
        expect(readUpdateFrame({ type: FRAME_TYPE.update, payload })).toBeUndefined();
        expect(readHistoryFrame({ type: FRAME_TYPE.history, payload })).toBeUndefined();
        expect(readMarkFrame({ type: FRAME_TYPE.mark, payload })).toBeUndefined();
        expect(readReplicaFrame({ type: FRAME_TYPE.replica, payload })).toBeUndefined();
      }),
    );
  });
});

describe('what is kept of an edit', () => {
  const described = (changes: readonly FieldChange[]) => ({
    at: 2,
    actor: 3,
    by: 'Ada',
    label: 'Paste',
    changes,
  });

  it('comes in parts that fit into a frame, every change once and in order', () => {
    const from = { by: 'Lee', at: 5 };
    const changes = Array.from({ length: 5_000 }, (_, index): FieldChange => ({
      ...{ register: 'tasks', id: `t${String(index)}`, field: 'name', from, isApart: true },
      ...{ old: 'a'.repeat(index % 700), new: null },
    }));
    const merged = { source: 'back.golive', knew: [[7, 12] as const] };
    const parts = keptParts({ ...described(changes), begins: [7, 3], merged });
    expect(parts.flatMap((part) => part.changes)).toEqual(changes);
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index));
    expect(parts[0]).toMatchObject({ begins: [7, 3], merged });
    for (const part of parts) {
      const { payload } = historyFrame({ ...part, seq: 1 });
      expect(payload.length).toBeLessThan(512 * 1024);
      expect(readHistoryFrame({ type: FRAME_TYPE.history, payload })).toEqual({ ...part, seq: 1 });
    }
  });

  it('cuts long values', () => {
    const long = { register: 'tasks', id: 'x', field: 'notes' };
    const written = { ...long, old: 'a'.repeat(9000), new: [['b'.repeat(9000)]] };
    const kept = keptParts(described([written]))[0]?.changes[0];
    expect(kept?.old).toHaveLength(MAX_KEPT_TEXT);
    expect(kept?.new).toHaveLength(MAX_KEPT_TEXT);
    expect(isCut(kept?.old)).toBe(true);
  });

  it('never cuts a character in two', () => {
    const text = `${'a'.repeat(MAX_KEPT_TEXT - 2)}😀😀`;
    const [part] = keptParts(described([{ register: 'r', id: 'i', field: 'f', old: text, new: null }]));
    expect(part?.changes[0]?.old).toBe(`${'a'.repeat(MAX_KEPT_TEXT - 2)}…`);
  });
});

describe('the other frames', () => {
  it('come back as they were written', () => {
    const mark = { kind: 'close', seq: 7, digest: 'abc' } as const;
    expect(readMarkFrame(markFrame(mark))).toEqual(mark);
    const replica = { clientId: 0xfffffff0, nextClock: 12 };
    expect(readReplicaFrame(replicaFrame(replica))).toEqual(replica);
  });

  it('are not taken for one another', () => {
    expect(readMarkFrame(replicaFrame({ clientId: 1, nextClock: 1 }))).toBeUndefined();
    expect(readReplicaFrame(markFrame({ kind: 'open', seq: 1, digest: '' }))).toBeUndefined();
  });
});
