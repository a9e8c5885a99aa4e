import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { withoutParkedEdits } from '../../shared/sync/parkedEdits';
import { validateState } from '../../shared/sync/validateState';
import { recordsIn, SamplePlan, upTo } from '../core/support/samplePlan';

describe('a state in which an edit is missing', () => {
  const plan = new SamplePlan(1);
  const updates = upTo(5).map((index) => plan.add(index));
  const torn = new Y.Doc();
  for (const [index, update] of updates.entries()) if (index !== 2) Y.applyUpdate(torn, update);
  const state = Y.encodeStateAsUpdate(torn);

  it('becomes a whole document without what rests on it', () => {
    expect(validateState(state, 'plan').ok).toBe(false);
    const whole = withoutParkedEdits(state);
    expect(validateState(whole, 'plan').ok).toBe(true);
    expect(recordsIn(whole)).toEqual([0, 1]);
  });

  it('heals when the missing edit comes, because the state itself keeps the others', () => {
    const healed = new SamplePlan(2, state);
    Y.applyUpdate(healed.doc, updates[2] ?? new Uint8Array());
    expect(recordsIn(healed.state)).toEqual(upTo(5));
  });
});

describe('a whole state', () => {
  it('stays as it is, byte for byte', () => {
    const { state } = SamplePlan.seeded(3);
    expect(withoutParkedEdits(state)).toBe(state);
  });
});
