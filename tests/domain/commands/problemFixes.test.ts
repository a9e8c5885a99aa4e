import { describe, expect, it } from 'vitest';
import { fixesOf } from '../../../shared/domain/commands/problemFixes';
import type { ProblemCode } from '../../../shared/domain/base/problem';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { planOf } from '../../../shared/domain/plan';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';

const TODAY = '2027-01-04';

/** Presses the first fix of the first finding of a kind; the finding must be gone afterwards. */
function mend(document: WorkbookDocument, code: ProblemCode, which = 0): void {
  const finding = planOf(document.workbook(), TODAY).findings.find(({ problem }) => problem.code === code);
  if (finding === undefined) throw new Error(`no ${code}`);
  const fix = fixesOf(document.workbook(), finding)[which];
  if (fix === undefined) throw new Error(`no fix for ${code}`);
  expect(checkEdits(document.workbook(), fix.command.edits).ok).toBe(true);
  expect(document.run(fix.command).ok).toBe(true);
  expect(planOf(document.workbook(), TODAY).findings.map(({ problem }) => problem.code)).not.toContain(code);
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
  const clock = new TestClock();
  const maria = startWorkbook(clock, THREE);
  const priya = copyOf(maria, 2, 'Priya', clock);
  clock.advance(10);
  mine(maria);
  clock.advance(10);
  theirs(priya);
  maria.merge(priya.encodeState());
  return maria;
}

describe('mending with one press', () => {
  it('removes the link that closes a circle', () => {
    const document = merged(
      (maria) => run(maria, add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') })),
      (priya) => run(priya, add('links', 'm', { predecessor: uuid('b'), successor: uuid('a') })),
    );
    mend(document, 'plan/linkSuspended');
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

  it('offers nothing where a person has to look', () => {
    const document = startWorkbook(new TestClock(), [
      add('costs', 'k', { name: 'Seats', start: '2027-02-01' }),
    ]);
    const { findings } = planOf(document.workbook(), TODAY);
    const gap = findings.find(({ problem }) => problem.code === 'budget/noPrice');
    expect(gap).toBeDefined();
    expect(findings.flatMap((finding) => fixesOf(document.workbook(), finding))).toEqual([]);
  });
});
