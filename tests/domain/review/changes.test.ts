import { describe, expect, it } from 'vitest';
import { changesBetween, changesText } from '../../../shared/domain/review/changes';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { START } from '../../support/decidedApart';

describe('what a merge changed', () => {
  it('is counted register by register, with the fields that differ', () => {
    const clock = new TestClock();
    const maria = startWorkbook(clock, START);
    const priya = copyOf(maria, 2, 'Priya', clock);
    run(priya, set('tasks', 'a', { name: 'All templates', durationDays: 9 }));
    run(priya, add('tasks', 'n', { name: 'Portal' }));
    run(priya, { kind: 'archive', register: 'costs', id: uuid('c') });
    run(priya, add('risks', 'gone', { title: 'Never mind' }));
    run(priya, { kind: 'archive', register: 'risks', id: uuid('gone') });
    const before = maria.workbook();
    maria.merge(priya.encodeState());
    const { registers, count } = changesBetween(before, maria.workbook());
    expect(count).toBe(3);
    expect(registers.map((changes) => `${changes.title}: ${changesText(changes)}`)).toEqual([
      'Tasks: 1 added and 1 changed',
      'Costs: 1 archived',
    ]);
    expect(registers[0]?.changed).toEqual([
      { id: uuid('a'), name: 'All templates', fields: ['Task', 'Days'] },
    ]);
  });

  it('is nothing between a plan and itself', () => {
    const workbook = startWorkbook(new TestClock(), START).workbook();
    expect(changesBetween(workbook, workbook)).toEqual({ registers: [], count: 0 });
  });
});
