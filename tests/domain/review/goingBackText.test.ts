/** What a person reads before going back. */
import { expect, test } from 'vitest';
import { goBack } from '../../../shared/domain/review/goingBack';
import { firstChanges, whatChanges, whatStays } from '../../../shared/domain/review/goingBackText';
import type { Workbook } from '../../../shared/domain/workbook';
import type { Wanted, WantedRecord } from '../../../shared/domain/review/wantedRecords';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const workbook = makeWorkbook({
  tasks: [
    { id: 'a', name: 'Build', durationDays: 8 },
    { id: 'b', name: 'Train', durationDays: 2 },
  ],
  risks: [{ id: 'r', title: 'Late' }],
});

function back(wanted: Partial<Wanted>, now = workbook) {
  const whole = { records: [], moved: 0, others: 0, unsure: 0, waiting: 0, ...wanted };
  return goBack(now, whole, 'Go back');
}

const build = (values: WantedRecord['values']): WantedRecord => ({
  register: 'tasks',
  id: uuid('a'),
  values,
});

test('the figures say what changes, and a plan that says it already is told as such', () => {
  const some = back({
    records: [
      build({ durationDays: 5, name: 'Make' }),
      { register: 'risks', id: uuid('r'), values: {}, archived: true },
    ],
  });
  const moved = back({ records: [{ ...build({ durationDays: 5 }), place: 'a0' }] });
  expect(whatChanges(moved)).toBe(
    '1 value changes and 1 record goes back to its place, in 1 record altogether.',
  );
  expect(whatChanges(some)).toBe('2 values change and 1 record goes into the bin, in 2 records altogether.');
  expect(firstChanges(workbook, some, 1)).toEqual([
    {
      key: `${uuid('a')} durationDays`,
      name: 'Build',
      label: 'Days',
      from: '8 working days',
      to: '5 working days',
    },
  ]);
  expect(whatChanges(back({ records: [build({ durationDays: 8 })] }))).toMatch(/^Nothing would change/);
});

test('a question that going back answers is told', () => {
  const at = '2027-01-04T08:00:00Z';
  const values = [
    { value: 8, by: 'Maria', at },
    { value: 9, by: 'Dr. Shah', at },
  ];
  const asked: Workbook = {
    ...workbook,
    conflicts: [{ register: 'tasks', id: uuid('a'), field: 'durationDays', values }],
  };
  const both = back({ records: [build({ durationDays: 5, name: 'Make' })] }, asked);
  expect(whatChanges(both)).toBe(
    '2 values change, in 1 record altogether. With that, 1 question in Review is answered.',
  );
  expect(whatChanges(back({ records: [build({ name: 'Make' })] }, asked))).not.toContain('Review');
});

test('every reason for which something stays is named with its count', () => {
  const cut = `${'x'.repeat(3_999)}…`;
  const stays = whatStays(
    back({ records: [build({ notes: cut, durationDays: -4 })], moved: 1, others: 3, unsure: 2, waiting: 1 }),
  );
  expect(stays).toEqual([
    '3 values stay, because somebody else has written there since.',
    '2 values stay, because who wrote there, or on which computer, is not known.',
    '1 value stays, because it waits for a choice in Review.',
    '1 long text stays, because only its beginning was kept.',
    '1 value stays, because a rule of the plan holds it.',
    '1 record was moved, and where among the others before was not put down.',
  ]);
  expect(whatStays(back({}))).toEqual([]);
});

test('a rule of the plan is told in its own words', () => {
  const circle = [
    { register: 'tasks', id: uuid('a'), values: { parent: uuid('b') } },
    { register: 'tasks', id: uuid('b'), values: { parent: uuid('a') } },
  ] as const;
  const back1 = back({ records: circle });
  expect(back1.left.refused).toBe(1);
  expect(whatStays(back1)[0]).toMatch(/rule of the plan holds it\. .+/);
});
