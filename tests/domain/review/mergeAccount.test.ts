import { expect, test } from 'vitest';
import { planOf } from '../../../shared/domain/plan';
import { isAccountOf, mergeAccount, parseMergeAccount } from '../../../shared/domain/review/mergeAccount';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';

const TODAY = '2027-01-05';

function accountOfMerge() {
  return mergeOfTwo().account;
}

function mergeOfTwo() {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [add('costs', 'c', { name: 'Seats', unitCost: 100 })]);
  const start = maria.workbook();
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  run(maria, { kind: 'archive', register: 'costs', id: uuid('c') });
  run(shah, set('costs', 'c', { unitCost: 300 }), add('risks', 'r', { title: 'Late interface' }));
  const before = maria.workbook();
  maria.merge(shah.encodeState(), 'back.golive');
  const account = mergeAccount(
    { into: '', from: ['back.golive'] },
    {
      before: planOf(before, TODAY),
      after: planOf(maria.workbook(), TODAY),
      changes: maria.changesSince(before),
    },
  );
  return { account, merge: { before, after: maria.workbook() }, start };
}

test('the states of a merge are told from those of another, also once the account was kept', () => {
  const { account, merge, start } = mergeOfTwo();
  const kept = parseMergeAccount(JSON.parse(JSON.stringify(account)));
  if (kept === undefined) throw new Error('it is an account');
  expect(isAccountOf(kept, merge)).toBe(true);
  expect(isAccountOf(kept, { ...merge, before: start })).toBe(false);
  expect(isAccountOf(kept, { ...merge, after: merge.before })).toBe(false);
});

test('what a merge brought survives being sent, and is told by record, field and writer', () => {
  const account = accountOfMerge();
  expect(account.added).toEqual([{ register: 'risks', id: uuid('r') }]);
  expect(account.asked).toMatchObject([{ id: uuid('c'), field: 'archived', cause: 'archivedButEdited' }]);
  const price = account.changes.find(({ field }) => field === 'unitCost');
  expect(price).toMatchObject({ old: 100, new: 300, from: { by: 'Dr. Shah' } });
  expect(parseMergeAccount(structuredClone(account))).toEqual(account);
});

test('what is no account of a merge is refused', () => {
  const account = accountOfMerge();
  for (const broken of [
    null,
    { ...account, into: 1 },
    { ...account, from: [1] },
    { ...account, checks: [{ tone: 'loud', text: '' }] },
    { ...account, added: [{ register: 'nowhere', id: 'x' }] },
    { ...account, changes: [{ register: 'tasks' }] },
    { ...account, asked: [{ register: 'tasks', id: 'x', field: 'name', values: [{ by: 1 }] }] },
  ])
    expect(parseMergeAccount(broken)).toBeUndefined();
});
