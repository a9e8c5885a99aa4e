/** Of very many edits made apart, exactly the fields that both people wrote differently are put to them as questions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import { editApart, type Extent } from '../../support/editedApart';
import { add, copyOf, mergeBoth, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const EDITS = 1_200;
const TASKS = 300;

const plan = startWorkbook(
  new TestClock(),
  Array.from({ length: TASKS }, (_, at) =>
    add('tasks', `t${String(at)}`, { name: `Task ${String(at)}`, durationDays: 1 + (at % 12) }),
  ),
);

const extent: fc.Arbitrary<Extent> = fc.record({
  edits: fc.constant(EDITS),
  contested: fc.integer({ min: 0, max: 300 }),
  agreed: fc.integer({ min: 0, max: 150 }),
  editsPerCommand: fc.constantFrom(1, 40, EDITS),
  seed: fc.nat(),
});

/** As `task id/field`, every field of every question. */
const questioned = (document: WorkbookDocument): string[] =>
  decisionsOf(document.workbook()).flatMap(({ id, fields }) => fields.map((field) => `${id}/${field}`));

describe('thousands of edits made apart', () => {
  it('leave exactly the fields written differently by both as questions, whoever merges whom', () => {
    fc.assert(
      fc.property(extent, (wanted) => {
        const clock = new TestClock();
        const { maria, priya, contested } = editApart(plan, wanted, clock);
        expect(questioned(maria)).toEqual([]);
        const states = [maria.encodeState(), priya.encodeState()];
        mergeBoth(maria, priya);
        const reader = copyOf(plan, 4, 'Reader', clock);
        const otherReader = copyOf(plan, 5, 'Other reader', clock);
        for (const state of states) reader.merge(state);
        for (const state of states.toReversed()) otherReader.merge(state);

        expect(new Set(questioned(maria))).toEqual(contested);
        expect(questioned(maria)).toHaveLength(wanted.contested);
        const decisions = decisionsOf(maria.workbook());
        for (const document of [priya, reader, otherReader, copyOf(reader, 6, 'Opened anew', clock)]) {
          expect(decisionsOf(document.workbook())).toEqual(decisions);
        }
        for (const { options } of decisions) {
          expect(options.map(({ by }) => by).sort()).toEqual(['Maria', 'Priya']);
          expect(options.map(({ isShown }) => isShown)).toEqual([true, false]);
        }
      }),
      tries(12),
    );
  });
});
