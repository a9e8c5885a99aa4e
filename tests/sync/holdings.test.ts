import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { outlineOf } from '../../shared/document/copies';
import { clocksOfWhole, Holdings, holdsAll } from '../../shared/sync/holdings';
import { isRefusal, outlineUpdate, type UpdateOutline } from '../../shared/sync/updateOutline';
import { SamplePlan } from '../core/support/samplePlan';
import { tries } from '../support/tries';

type Step =
  | { kind: 'add' | 'remove'; writer: number; place: number }
  | { kind: 'exchange'; writer: number; place: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add' as const, 'add' as const, 'remove' as const, 'exchange' as const),
  writer: fc.nat(2),
  place: fc.nat(5),
});

/** The single updates of three writers who add, remove and now and then take in each other's work. */
function updatesOf(steps: readonly Step[]): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const writers = [0, 1, 2].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client + 1;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'exchange') updates.push(update);
    });
    return doc;
  });
  for (const { kind, writer, place } of steps) {
    const doc = writers[writer] ?? new Y.Doc();
    const entries = doc.getArray<unknown>('entries');
    if (kind === 'add') entries.insert(Math.min(place, entries.length), [['name', place, writer, 0]]);
    else if (kind === 'exchange') {
      const other = writers[place % 3] ?? doc;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'exchange');
    } else if (entries.length > place) entries.delete(place, 1);
  }
  return updates;
}

function outline(update: Uint8Array): UpdateOutline {
  const read = outlineUpdate(update, 'allowed');
  if (isRefusal(read)) throw new Error(read.what);
  return read;
}

const documentOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const hasParked = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;
const chosen = (updates: readonly Uint8Array[], bits: number): Uint8Array[] =>
  updates.filter((_, at) => ((bits >> (at % 30)) & 1) === 1);

describe('what is held', () => {
  it('by a document or by updates changes nothing when it is taken in once more', () => {
    let heldByDocument = 0;
    let heldByUpdates = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), fc.nat(), (steps, some, others) => {
        const updates = updatesOf(steps);
        const doc = documentOf(chosen(updates, some));
        const before = Y.encodeStateAsUpdate(doc);
        const byDocument = new Holdings([outlineOf(doc)]);
        const byUpdates = new Holdings(chosen(updates, some).map(outline));
        for (const more of [...updates, Y.mergeUpdates([...chosen(updates, others), before])]) {
          const held = [byDocument.hold(outline(more)), byUpdates.hold(outline(more))];
          if (held[0] === true) heldByDocument += 1;
          if (held[1] === true) heldByUpdates += 1;
          if (!held.includes(true)) continue;
          const joined = documentOf([before, more]);
          expect(Y.encodeStateAsUpdate(joined)).toEqual(before);
        }
      }),
      tries(300),
    );
    expect(Math.min(heldByDocument, heldByUpdates)).toBeGreaterThan(300);
  });

  it('is every update a document was made of, and the document by all its updates together', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const updates = updatesOf(steps);
        const doc = documentOf(updates);
        const state = Y.encodeStateAsUpdate(doc);
        expect(holdsAll(state, [...updates, state])).toBe(true);
        expect(new Holdings(updates.map(outline)).hold(outlineOf(doc))).toBe(true);
      }),
      tries(300),
    );
  });
});

describe('a whole document', () => {
  it('is told from one in which something is missing', () => {
    let whole = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), (steps, some) => {
        const updates = updatesOf(steps);
        for (const part of [Y.mergeUpdates(updates), Y.mergeUpdates(chosen(updates, some))]) {
          const doc = documentOf([part]);
          const clocks = clocksOfWhole(part);
          if (clocks === undefined) continue;
          whole += 1;
          expect(hasParked(doc)).toBe(false);
          expect(clocks).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
        }
        const state = Y.encodeStateAsUpdate(documentOf(updates));
        expect(clocksOfWhole(state)).toBeDefined();
      }),
      tries(300),
    );
    expect(whole).toBeGreaterThan(300);
  });

  it('has no end missing, no beginning, no other writer and nothing to delete', () => {
    const plan = SamplePlan.seeded(2);
    expect(clocksOfWhole(plan.state)?.get(1)).toBeGreaterThan(0);
    expect(clocksOfWhole(plan.add(2))).toBeUndefined();
    expect(clocksOfWhole(plan.state.subarray(0, -1))).toBeUndefined();
    expect(holdsAll(plan.state, [plan.add(3)])).toBe(false);
    const second = new SamplePlan(2, plan.state);
    const entries = second.doc.getMap('recs').get('00000000-0000-4000-8000-000000000000');
    if (!(entries instanceof Y.Array)) throw new Error('no such record');
    entries.push([['note', 'resting on the first writer', 1, 2]]);
    const alone = Y.encodeStateAsUpdate(second.doc, Y.encodeStateVector(plan.doc));
    expect(holdsAll(alone, [])).toBe(false);
    entries.delete(0, 1);
    expect(holdsAll(plan.state, [second.state])).toBe(false);
    expect(holdsAll(second.state, [plan.state])).toBe(true);
  });
});
