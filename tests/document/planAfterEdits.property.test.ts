/** What is kept from one plan to the next never shows: after any edits the plan is the one read anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../shared/domain/edits/edit';
import { planOf } from '../../shared/domain/plan';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { WEEKDAYS } from '../../shared/domain/register/field';
import type { Task } from '../../shared/domain/registers/all';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { planJson } from '../../shared/export/planExport';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, ORGANISATION, set, startWorkbook, TestClock } from '../support/replicas';
import { tries } from '../support/tries';

const TODAY = '2027-01-18';
const task = fc.constantFrom('S', 'A', 'B', 'C', 'T', 'D');
const calendar = fc.constantFrom('week', 'daily', 'never', null);
const date = fc.option(fc.constantFrom('2027-01-06', '2027-01-15', '2027-02-01'));
const rule = fc.constantFrom<Task['constraint']>(
  'asap',
  'alap',
  'snet',
  'snlt',
  'fnet',
  'fnlt',
  'mso',
  'mfo',
);

const reference = (word: string | null): string | null => (word === null ? null : uuid(word));
const ofTask = (values: fc.Arbitrary<Partial<Task>>): fc.Arbitrary<Edit> =>
  fc.tuple(task, values).map(([word, written]) => set('tasks', word, written));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  ofTask(fc.record({ durationDays: fc.constantFrom(0, 1, 3, 8, 0.5) })),
  ofTask(fc.record({ kind: fc.constantFrom<Task['kind']>('task', 'milestone', 'gate', 'summary') })),
  ofTask(fc.record({ constraint: rule, constraintDate: date })),
  ofTask(fc.record({ deadline: date })),
  ofTask(fc.record({ calendar: calendar.map(reference) })),
  ofTask(fc.record({ percentComplete: fc.constantFrom(0, 40, 100) })),
  ofTask(fc.record({ name: fc.constantFrom('Build', 'Test') })),
  ofTask(fc.record({ parent: fc.option(fc.constantFrom('S', 'T').map(uuid), { nil: null }) })),
  fc.tuple(fc.constantFrom('archive' as const, 'restore' as const), task).map(([kind, word]): Edit => {
    return { kind, register: 'tasks', id: uuid(word) };
  }),
  fc.tuple(task, fc.option(task)).map(([word, after]): Edit => {
    return { kind: 'place', register: 'tasks', id: uuid(word), after: reference(after) };
  }),
  fc
    .tuple(
      fc.constantFrom('AB', 'BC', 'SC'),
      fc.constantFrom('FS', 'SS', 'FF'),
      fc.constantFrom(0, 2, -1, 0.5),
    )
    .map(([word, type, lagDays]) => set('links', word, { type, lagDays })),
  fc
    .tuple(fc.constantFrom('archive' as const, 'restore' as const), fc.constantFrom('AB', 'SC'))
    .map(([kind, word]): Edit => ({ kind, register: 'links', id: uuid(word) })),
  fc
    .constantFrom([], ['mon', 'tue'], ['sat', 'sun'])
    .map((workingWeek) => set('calendars', 'week', { workingWeek })),
  fc.tuple(date, calendar).map(([start, kept]): Edit => {
    return {
      kind: 'set',
      register: 'organisation',
      id: ORGANISATION,
      values: { start, calendar: reference(kept) },
    };
  }),
);

/** A summary with links and one without, lags, and three calendars of which one names no working day. */
function startPlan(clock: TestClock): WorkbookDocument {
  const under = { S: null, A: 'S', B: 'S', C: null, T: null, D: 'T' };
  return startWorkbook(clock, [
    add('calendars', 'week', { name: 'Week' }),
    add('calendars', 'daily', { name: 'Daily', workingWeek: [...WEEKDAYS] }),
    add('calendars', 'never', { name: 'Never', workingWeek: [] }),
    ...Object.entries(under).map(([word, parent]) => {
      return add('tasks', word, { name: `Task ${word}`, durationDays: 2, parent: reference(parent) });
    }),
    add('links', 'AB', { predecessor: uuid('A'), successor: uuid('B'), lagDays: 1 }),
    add('links', 'BC', { predecessor: uuid('B'), successor: uuid('C'), type: 'SS', lagDays: 2 }),
    add('links', 'SC', { predecessor: uuid('S'), successor: uuid('C') }),
  ]);
}

function shown(document: WorkbookDocument): string {
  const plan = planOf(document.workbook(), TODAY);
  const scheduled = plan.workbook.outline.rows.map(({ id }) => plan.schedule.task(id));
  return canonicalJson({ plan: planJson(plan, { all: true }), findings: plan.findings, scheduled });
}

test('a plan kept up with edits is the plan read anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 8, arbitrary: edit }, fc.constantFrom('undo' as const, 'redo' as const)), {
        minLength: 1,
        maxLength: 25,
      }),
      (acts) => {
        const clock = new TestClock();
        const document = startPlan(clock);
        for (const act of acts) {
          clock.advance(5);
          // An edit that does not fit is refused, and leaves the plan as it is.
          if (act === 'undo' || act === 'redo') document[act]();
          else document.run({ label: 'Edit', edits: [act] });
          expect(shown(document)).toBe(shown(copyOf(document, 9, 'Reader', clock)));
        }
      },
    ),
    tries(50),
  );
});
