import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, filesOf, judge, plantPlan } from './support/faults';
import { scratchFolder } from './support/scratch';

describe('a damaged store', () => {
  it(
    'never gives back anything wrong, and restores whatever another copy holds',
    { timeout: 120_000 },
    async () => {
      const folder = await scratchFolder();
      const planted = path.join(folder, 'planted');
      await plantPlan(planted);
      const kinds = new Set((await filesOf(planted)).map((file) => path.extname(file)));
      expect([...kinds].sort()).toEqual(['.ckpt', '.golive', '.hist', '.json', '.wal']);

      let copies = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.record({ kind: fc.constantFrom(...FAULT_KINDS), file: fc.nat(1000), position: fc.nat() }),
          (fault) => judge(planted, path.join(folder, `copy${copies++}`), fault),
        ),
        { numRuns: 40 },
      );
    },
  );
});
