import { describe, expect, it } from 'vitest';
import {
  alone,
  fixesOf,
  fixesOfMany,
  runFixes,
  type Fix,
} from '../../../shared/domain/commands/problemFixes';
import type { ProblemCode } from '../../../shared/domain/base/problem';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { planOf } from '../../../shared/domain/plan';
import { uuid } from '../../support/makeWorkbook';
import {
  add,
  copyOf,
  ORGANISATION,
  run,
  set,
  startWorkbook,
  TestClock,
  writtenApart,
} from '../../support/replicas';

const TODAY = '2027-01-04';

/** Presses a fix of the first finding of a kind: the finding is gone afterwards, and undo brings the plan back. */
function mend(document: WorkbookDocument, code: ProblemCode, which = 0, person: string | null = null): Fix {
  const plan = planOf(document.workbook(), TODAY);
  const before = recordsOf(document);
  const finding = plan.findings.find(({ problem }) => problem.code === code);
  if (finding === undefined) throw new Error(`no ${code}`);
  const fix = fixesOf(plan, finding, TODAY)[which];
  if (fix === undefined) throw new Error(`no fix for ${code}`);
  const outcome = runFixes(alone(fix), person, (command) => document.run(command));
  expect(outcome).toMatchObject({ done: [fix], refused: [] });
  expect(document.undoLabel).toBe(fix.undoLabel);
  expect(planOf(document.workbook(), TODAY).findings.map(({ problem }) => problem.code)).not.toContain(code);
  document.undo();
  expect(recordsOf(document)).toEqual(before);
  document.redo();
  return fix;
}

function recordsOf(document: WorkbookDocument): unknown {
  const { tables } = document.workbook();
  return Object.values(tables).map(({ live, archived }) => [live, archived]);
}

const THREE = [
  add('tasks', 'a', { name: 'One' }),
  add('tasks', 'b', { name: 'Two' }),
  add('tasks', 'c', { name: 'Three' }),
];

function merged(
  mine: (of: WorkbookDocument) => void,
  theirs: (of: WorkbookDocument) => void,
): WorkbookDocument {
  const { maria, priya } = writtenApart(THREE, mine, theirs);
  maria.merge(priya.encodeState());
  return maria;
}

describe('mending with one press', () => {
  it('removes the link that closes a circle', () => {
    const document = merged(
      (maria) => run(maria, add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') })),
      (priya) => run(priya, add('links', 'm', { predecessor: uuid('b'), successor: uuid('a') })),
    );
    expect(mend(document, 'plan/linkSuspended').label).toBe('Remove the link from “Two” to “One”');
    expect(document.workbook().tables.links.live).toHaveLength(1);
  });

  it('removes a link whose task was archived elsewhere', () => {
    const document = merged(
      (maria) => run(maria, { kind: 'archive', register: 'tasks', id: uuid('b') }),
      (priya) => run(priya, add('links', 'm', { predecessor: uuid('a'), successor: uuid('b') })),
    );
    mend(document, 'plan/linkDangling');
  });

  it('restores a record that was edited while another archived it, or leaves it in the bin', () => {
    for (const which of [0, 1]) {
      const document = merged(
        (maria) => run(maria, { kind: 'archive', register: 'tasks', id: uuid('b') }),
        (priya) => run(priya, set('tasks', 'b', { name: 'Two, with tests' })),
      );
      mend(document, 'plan/archivedButEdited', which);
      expect(document.workbook().tables.tasks.byId.get(uuid('b'))).toMatchObject({
        name: 'Two, with tests',
        archived: which === 1,
      });
    }
  });

  it('leaves a summary in the bin without touching what a colleague put under it', () => {
    const document = merged(
      (maria) => run(maria, { kind: 'archive', register: 'tasks', id: uuid('b') }),
      (priya) =>
        run(
          priya,
          set('tasks', 'b', { name: 'Two, with tests' }),
          add('tasks', 'd', { name: 'Test the lab interface', parent: uuid('b') }),
        ),
    );
    mend(document, 'plan/archivedButEdited', 1);
    expect(document.workbook().tables.tasks.byId.get(uuid('d'))?.archived).toBe(false);
  });

  it('keeps a task at the top where two went under each other', () => {
    const document = merged(
      (maria) => run(maria, set('tasks', 'a', { parent: uuid('b') })),
      (priya) => run(priya, set('tasks', 'b', { parent: uuid('a') })),
    );
    mend(document, 'plan/parentSuspended');
  });

  it('makes a task of a summary without tasks', () => {
    const document = startWorkbook(new TestClock(), [
      add('tasks', 'a', { name: 'One', kind: 'summary' }),
      ...THREE.slice(1),
    ]);
    mend(document, 'plan/emptySummary');
  });

  it('takes the quantity from the practice profile', () => {
    const document = startWorkbook(new TestClock(), [
      add('costs', 'k', {
        name: 'Seats',
        driver: 'per-provider',
        quantity: 4,
        unitCost: 100,
        start: '2027-02-01',
      }),
    ]);
    const organisation = document.workbook().tables.organisation.live[0];
    run(document, {
      kind: 'set',
      register: 'organisation',
      id: organisation?.id ?? '',
      values: { providers: 5 },
    });
    mend(document, 'budget/quantityDiffers');
    expect(planOf(document.workbook(), TODAY).budget.line.get(uuid('k'))?.quantity).toBe(5);
  });

  it('keeps the day the plan starts anyway', () => {
    const document = startWorkbook(new TestClock(), THREE);
    run(document, { kind: 'set', register: 'organisation', id: ORGANISATION, values: { start: null } });
    expect(mend(document, 'plan/noStart').label).toBe('Start the plan on Jan 4, 2027');
    expect(document.workbook().tables.organisation.live[0]?.start).toBe(TODAY);
  });

  it('moves a deadline to the day the task finishes', () => {
    const document = startWorkbook(new TestClock(), [
      add('tasks', 'a', { name: 'One', durationDays: 5, deadline: '2027-01-06' }),
    ]);
    expect(mend(document, 'plan/deadlineMissed').label).toBe('Move the deadline to Jan 8, 2027');
  });

  it('drops a date rule that cannot be kept', () => {
    const document = startWorkbook(new TestClock(), [
      ...THREE.slice(0, 1),
      add('tasks', 'b', { name: 'Two', constraint: 'fnlt', constraintDate: '2027-01-04' }),
      add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
    ]);
    expect(mend(document, 'plan/constraintBroken').label).toBe(
      'Drop the rule “Finish no later than Jan 4, 2027”',
    );
  });

  it('gives a calendar a working week', () => {
    const document = startWorkbook(new TestClock(), [
      add('calendars', 'c', { name: 'Clinic', workingWeek: [] }),
      add('tasks', 'a', { name: 'One', calendar: uuid('c') }),
    ]);
    mend(document, 'plan/noCalendarDays');
  });

  it('asks who owns a task or a risk, where there is anybody to name', () => {
    const edits = [
      add('tasks', 'a', { name: 'One' }),
      add('risks', 'r', {
        title: 'The extract comes late',
        status: 'open',
        probability: 5,
        impacts: { schedule: 4 },
        mitigation: 'Ask now',
        trigger: 'No date by March',
      }),
    ];
    const nobody = planOf(startWorkbook(new TestClock(), edits).workbook(), TODAY);
    expect(nobody.findings.flatMap((finding) => fixesOf(nobody, finding, TODAY))).toEqual([]);
    const document = startWorkbook(new TestClock(), [...edits, add('people', 'p', { name: 'Maria' })]);
    mend(document, 'plan/noOwner', 0, uuid('p'));
    mend(document, 'risk/needsAttention', 0, uuid('p'));
    const { tasks, risks } = document.workbook().tables;
    expect([tasks.live[0]?.owner, risks.live[0]?.owner]).toEqual([uuid('p'), uuid('p')]);
  });

  it('puts an overdue review a week ahead, and takes back a rating that got worse', () => {
    const document = startWorkbook(new TestClock(), [
      add('risks', 'r', {
        title: 'The extract comes late',
        status: 'open',
        probability: 1,
        impacts: { schedule: 2 },
        residualProbability: 3,
        residualImpact: 3,
        nextReview: '2027-01-01',
      }),
    ]);
    expect(mend(document, 'risk/reviewOverdue').label).toBe('Review it by Jan 11, 2027');
    mend(document, 'risk/residualHigher');
    expect(document.workbook().tables.risks.live[0]).toMatchObject({ probability: 1, residualImpact: null });
  });

  it('puts a cost line without a month where it is counted, unless it ended before', () => {
    const line = { name: 'Fees', quantity: 1, unitCost: 500 };
    const document = startWorkbook(new TestClock(), [add('costs', 'k', line)]);
    expect(mend(document, 'budget/noStart').label).toBe('Let it begin on Jan 1, 2027');
    const ended = startWorkbook(new TestClock(), [add('costs', 'k', { ...line, end: '2026-12-01' })]);
    const plan = planOf(ended.workbook(), TODAY);
    expect(plan.findings.flatMap((finding) => fixesOf(plan, finding, TODAY))).toEqual([]);
  });

  it('turns months round that were written apart', () => {
    const document = merged(
      (maria) =>
        run(
          maria,
          add('costs', 'k', {
            name: 'Fees',
            unitCost: 1,
            quantity: 1,
            start: '2027-02-01',
            end: '2027-06-01',
          }),
        ),
      () => undefined,
    );
    const clock = new TestClock();
    clock.advance(200);
    const priya = copyOf(document, 3, 'Priya', clock);
    run(document, set('costs', 'k', { start: '2027-05-01' }));
    run(priya, set('costs', 'k', { end: '2027-03-01' }));
    document.merge(priya.encodeState());
    expect(mend(document, 'budget/endBeforeStart').label).toBe('Let it run from Mar 1, 2027 to May 1, 2027');
  });

  it('mends many alike as one, and leaves out what a rule refuses', () => {
    const document = startWorkbook(new TestClock(), [
      add('people', 'p', { name: 'Maria' }),
      ...THREE,
      add('risks', 'r', { title: 'The extract comes late', status: 'open', nextReview: '2027-01-01' }),
    ]);
    const plan = planOf(document.workbook(), TODAY);
    const many = fixesOfMany(plan, plan.findings, TODAY);
    expect(many.map(({ label }) => label)).toEqual(['Give all 3 tasks an owner']);
    const [owners] = many;
    if (owners === undefined) throw new Error('nothing alike');
    run(document, { kind: 'archive', register: 'tasks', id: uuid('c') });
    const outcome = runFixes(owners, uuid('nobody'), (command) => document.run(command));
    expect(outcome.done).toEqual([]);
    expect(outcome.refused).toHaveLength(3);
    expect(runFixes(owners, uuid('p'), (command) => document.run(command)).done.length).toBeGreaterThan(1);
    expect(document.workbook().tables.tasks.byId.get(uuid('a'))?.owner).toBe(uuid('p'));
    document.undo();
    expect(document.workbook().tables.tasks.byId.get(uuid('a'))?.owner).toBe(null);
  });

  it('offers nothing where a person has to look', () => {
    const document = startWorkbook(new TestClock(), [
      add('costs', 'k', { name: 'Seats', start: '2027-02-01' }),
    ]);
    const { findings } = planOf(document.workbook(), TODAY);
    const gap = findings.find(({ problem }) => problem.code === 'budget/noPrice');
    expect(gap).toBeDefined();
    expect(
      findings.flatMap((finding) => fixesOf(planOf(document.workbook(), TODAY), finding, TODAY)),
    ).toEqual([]);
  });
});
