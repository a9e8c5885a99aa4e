import { describe, expect, it } from 'vitest';
import {
  assign,
  assignable,
  assignmentsOf,
  changeShare,
  removeAssignment,
} from '../../../shared/domain/commands/assignments';
import { alone, fixesOf, runFixes } from '../../../shared/domain/commands/problemFixes';
import { resourcesAnswer } from '../../../shared/domain/commands/resourcesAnswer';
import { planOf } from '../../../shared/domain/plan';
import { recordName } from '../../../shared/domain/records/recordName';
import { uuid } from '../../support/makeWorkbook';
import { add, run, set, startWorkbook, TestClock, writtenApart } from '../../support/replicas';

const TODAY = '2027-01-04';

function plan() {
  return startWorkbook(new TestClock(), [
    add('people', 'ana', { name: 'Ana' }),
    add('people', 'ben', { name: 'Ben' }),
    add('roles', 'it', { name: 'IT lead', person: uuid('ben') }),
    add('tasks', 'build', { name: 'Build', durationDays: 10 }),
    add('tasks', 'train', { name: 'Train', durationDays: 10 }),
  ]);
}

const wordsOf = (document: ReturnType<typeof plan>): string =>
  resourcesAnswer(planOf(document.workbook(), TODAY))
    .map(({ text }) => text)
    .join('');

describe('assigning', () => {
  it('offers whoever does not have the task, gives it, changes the share and takes it away', () => {
    const document = plan();
    const build = uuid('build');
    const who = { register: 'people', id: uuid('ana') } as const;
    const command = assign(document.workbook(), { id: uuid('one'), task: build, who, unitsPercent: 40 });
    expect(command.label).toBe('Assign Ana to “Build”');
    expect(document.run(command).ok).toBe(true);
    expect(assignable(document.workbook(), build).map(({ id }) => id)).toEqual([uuid('ben'), uuid('it')]);
    expect(recordName(document.workbook(), 'assignments', uuid('one'))).toBe('Ana on Build');
    expect(document.run(changeShare(uuid('one'), 60)).ok).toBe(true);
    expect(assignmentsOf(document.workbook(), build)).toMatchObject([
      { person: uuid('ana'), unitsPercent: 60 },
    ]);
    expect(document.run(removeAssignment(uuid('one'))).ok).toBe(true);
    expect(assignmentsOf(document.workbook(), build)).toEqual([]);
  });

  it('is refused without a task, without anybody, and beyond the limits of a day', () => {
    const document = plan();
    const refusal = (values: Parameters<typeof add>[2]) => {
      const done = document.run({ label: 'Assign', edits: [add('assignments', 'one', values)] });
      return done.ok ? 'done' : done.error.code;
    };
    expect(refusal({ person: uuid('ana') })).toBe('field/required');
    expect(refusal({ task: uuid('build') })).toBe('assignment/nobody');
    expect(refusal({ task: uuid('build'), person: uuid('ana'), unitsPercent: 201 })).toBe('field/outOfRange');
    expect(refusal({ task: uuid('build'), role: uuid('it') })).toBe('done');
    const emptied = document.run({ label: 'Empty', edits: [set('assignments', 'one', { role: null })] });
    expect(emptied.ok).toBe(false);
  });

  it('waits for a choice where two sites wrote different shares', () => {
    const { maria, priya } = writtenApart(
      [
        add('people', 'ana', { name: 'Ana' }),
        add('tasks', 'build', { name: 'Build' }),
        add('assignments', 'one', { task: uuid('build'), person: uuid('ana') }),
      ],
      (here) => run(here, set('assignments', 'one', { unitsPercent: 50 })),
      (there) => run(there, set('assignments', 'one', { unitsPercent: 20 })),
    );
    maria.merge(priya.encodeState());
    expect(maria.workbook().conflicts).toMatchObject([{ register: 'assignments', field: 'unitsPercent' }]);
  });

  it('says in a sentence who has too much, and a second assignment is taken away with one press', () => {
    const document = plan();
    expect(wordsOf(document)).toBe('Nobody is assigned to a task yet.');
    const to = (task: string) => ({ task: uuid(task), person: uuid('ana'), unitsPercent: 60 });
    run(document, add('assignments', 'one', to('build')));
    expect(wordsOf(document)).toBe(
      'Nobody has more work than time. One person has work on one task that is still to do.',
    );
    run(document, add('assignments', 'two', to('build')));
    expect(wordsOf(document)).toBe(
      'Ana has more work than time in two weeks. 120% at most, in the week of Mon, Jan 4, 2027. One person has work on one task that is still to do.',
    );
    const now = planOf(document.workbook(), TODAY);
    const twice = now.findings.find(({ problem }) => problem.code === 'resources/twice');
    const [fix] = twice === undefined ? [] : fixesOf(now, twice, TODAY);
    expect(fix?.undoLabel).toBe('Remove the assignment: “Ana on Build”');
    if (fix !== undefined) runFixes(alone(fix), null, (command) => document.run(command));
    expect(
      planOf(document.workbook(), TODAY).findings.filter(({ register }) => register === 'assignments'),
    ).toEqual([]);
  });
});
