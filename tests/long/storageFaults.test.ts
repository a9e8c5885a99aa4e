import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, judge, plantPlan } from '../core/support/faults';
import { killLoop } from '../core/support/killLoop';
import { scratchFolder } from '../core/support/scratch';

describe('storage, at length', () => {
  it('never gives back anything wrong from 2,000 damaged stores', async () => {
    const folder = await scratchFolder();
    const planted = path.join(folder, 'planted');
    await plantPlan(planted);
    let copies = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({ kind: fc.constantFrom(...FAULT_KINDS), file: fc.nat(1000), position: fc.nat() }),
        (fault) => judge(planted, path.join(folder, `copy${copies++}`), fault),
      ),
      { numRuns: 2000 },
    );
  });

  it('loses no acknowledged edit in 500 kills', async () => {
    // Ten plans of fifty kills each, so that every plan is killed young and old.
    for (let plan = 0; plan < 10; plan++) {
      const { acknowledged, lost } = await killLoop(await scratchFolder(), 50, 400);
      expect(lost).toEqual([]);
      expect(acknowledged).toBeGreaterThan(50);
    }
  });
});
