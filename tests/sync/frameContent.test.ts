import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_KEPT_TEXT } from '../../shared/domain/edits/change';
import { MAX_CHANGES } from '../../shared/sync/edits';
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
  update: fc.uint8Array(),
});

describe('the frame of an edit', () => {
  it('keeps who, when, what and the update', () => {
    fc.assert(
      fc.property(edit, (written) => {
        const read = readUpdateFrame(updateFrame(written));
        expect(read).toEqual({ ...written, update: read?.update, more: 0 });
        expect([...(read?.update ?? [])]).toEqual([...written.update]);
      }),
    );
  });

  it('cuts long values and many changes, and says how much is left out', () => {
    const long = {
      register: 'tasks',
      id: 'x',
      field: 'notes',
      old: 'a'.repeat(5000),
      new: [['b'.repeat(5000)]],
    };
    const written = {
      seq: 1,
      at: 2,
      actor: 3,
      by: 'Ada',
      label: 'Paste',
      changes: Array.from({ length: MAX_CHANGES + 50 }, () => long),
      update: Uint8Array.of(0, 0),
    };
    const read = readUpdateFrame(updateFrame(written));
    expect(read?.changes).toHaveLength(MAX_CHANGES);
    expect(read?.more).toBe(50);
    expect(read?.changes[0]?.old).toHaveLength(MAX_KEPT_TEXT);
    expect(read?.changes[0]?.new).toHaveLength(MAX_KEPT_TEXT);
    // Written again for the history, nothing more gets lost.
    expect(readHistoryFrame(historyFrame(read ?? written))).toMatchObject({ more: 50 });
  });

  it('never cuts a character in two', () => {
    const text = `${'a'.repeat(MAX_KEPT_TEXT - 2)}😀😀`;
    const changes = [{ register: 'r', id: 'i', field: 'f', old: text, new: null }];
    const frame = updateFrame({
      seq: 1,
      at: 2,
      actor: 3,
      by: '',
      label: '',
      changes,
      update: new Uint8Array(),
    });
    const old = readUpdateFrame(frame)?.changes[0]?.old as string;
    expect(old).toBe(`${'a'.repeat(MAX_KEPT_TEXT - 2)}…`);
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
