import { describe, expect, test } from 'vitest';
import { chooseValue, conflictsOf } from '../../../shared/domain/commands/conflictChoice';
import { known } from '../../../shared/domain/base/assert';
import { recordIn } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';

function merged(mine: Record<string, unknown>, theirs: Record<string, unknown>, register: 'costs' | 'risks') {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('costs', 'c', { name: 'Interface', unitCost: 100 }),
    add('risks', 'r', { title: 'Late', probability: 1, impacts: { cost: 1 } }),
  ]);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  const word = register === 'costs' ? 'c' : 'r';
  run(maria, set(register, word, mine as never));
  clock.advance(60);
  run(shah, set(register, word, theirs as never));
  mergeBoth(maria, shah);
  return maria;
}

describe('choosing between values written apart', () => {
  test('writes the chosen one, also where it is the one shown, and settles the conflict', () => {
    for (const wanted of [4200, 3600]) {
      const document = merged({ unitCost: 4200 }, { unitCost: 3600 }, 'costs');
      const conflict = known(conflictsOf(document.workbook(), uuid('c'))[0], 'there is a conflict');
      const index = conflict.values.findIndex(({ value }) => value === wanted);
      run(document, ...known(chooseValue(document.workbook(), conflict, index), 'a command').edits);
      expect(recordIn(document.workbook(), 'costs', uuid('c'))?.unitCost).toBe(wanted);
      expect(document.workbook().conflicts).toEqual([]);
    }
  });

  test('takes fields that belong together from the same hand', () => {
    const document = merged(
      { probability: 5, impacts: { cost: 5 } },
      { probability: 2, impacts: { cost: 3 } },
      'risks',
    );
    const conflicts = conflictsOf(document.workbook(), uuid('r'));
    expect(conflicts.map(({ field }) => field).sort()).toEqual(['impacts', 'probability']);
    const probability = known(
      conflicts.find(({ field }) => field === 'probability'),
      'the probability waits',
    );
    const index = probability.values.findIndex(({ value }) => value === 5);
    run(document, ...known(chooseValue(document.workbook(), probability, index), 'a command').edits);
    expect(recordIn(document.workbook(), 'risks', uuid('r'))).toMatchObject({
      probability: 5,
      impacts: { cost: 5 },
    });
    expect(document.workbook().conflicts).toEqual([]);
  });

  test('settles whether a record is in the bin, also where it lies there already', () => {
    for (const register of ['tasks', 'costs'] as const) {
      for (const archivesLast of [true, false]) {
        for (const wanted of [true, false]) {
          const clock = new TestClock();
          const maria = startWorkbook(clock, [add(register, 'x', { name: 'Interface' })]);
          run(maria, { kind: 'archive', register, id: uuid('x') });
          const shah = copyOf(maria, 2, 'Dr. Shah', clock);
          const restore = () => run(shah, { kind: 'restore', register, id: uuid('x') });
          const archive = () => {
            run(maria, { kind: 'restore', register, id: uuid('x') });
            run(maria, { kind: 'archive', register, id: uuid('x') });
          };
          for (const act of archivesLast ? [restore, archive] : [archive, restore]) {
            clock.advance(60);
            act();
          }
          mergeBoth(maria, shah);
          const conflict = known(conflictsOf(maria.workbook(), uuid('x'))[0], 'there is a conflict');
          const index = conflict.values.findIndex(({ value }) => value === wanted);
          run(maria, ...known(chooseValue(maria.workbook(), conflict, index), 'a command').edits);
          expect(recordIn(maria.workbook(), register, uuid('x'))?.archived).toBe(wanted);
          expect(maria.workbook().conflicts).toEqual([]);
        }
      }
    }
  });

  test('of a value that is not there does nothing', () => {
    const document = merged({ unitCost: 4200 }, { unitCost: 3600 }, 'costs');
    const conflict = known(conflictsOf(document.workbook(), uuid('c'))[0], 'there is a conflict');
    expect(chooseValue(document.workbook(), conflict, 7)).toBeUndefined();
  });
});
