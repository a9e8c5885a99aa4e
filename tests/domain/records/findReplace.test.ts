import { describe, expect, test } from 'vitest';
import { typeRecords } from '../../../shared/domain/commands/records';
import { runTyped } from '../../../shared/domain/commands/typedCells';
import { replacementsIn, typedReplacements, type Search } from '../../../shared/domain/records/findReplace';
import { tableOf, type Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { add, startWorkbook, TestClock } from '../../support/replicas';

const workbook = makeWorkbook({
  sites: [
    { id: 'alder', name: 'Alder Creek' },
    { id: 'north', name: 'North Fork' },
  ],
  people: [
    { id: 'a', name: 'Ann Ng', email: 'ann@old.example', site: 'alder', employmentPercent: 50 },
    { id: 'b', name: 'Ben (temp.)', email: 'ben@OLD.example; b@old.example', employmentPercent: 15 },
  ],
});

function found(search: Partial<Search>, fields: readonly string[], of: Workbook = workbook) {
  const records = tableOf(of, 'people').live;
  return replacementsIn(
    of,
    'people',
    { records, fields },
    { find: '', replace: '', matchCase: false, ...search },
  );
}

describe('what is found', () => {
  test('stands anywhere in texts, counted, with or without regard to case', () => {
    expect(found({ find: 'old', replace: 'new' }, ['email'])).toEqual([
      { id: uuid('a'), field: 'email', before: 'ann@old.example', after: 'ann@new.example', count: 1 },
      {
        id: uuid('b'),
        field: 'email',
        before: 'ben@OLD.example; b@old.example',
        after: 'ben@new.example; b@new.example',
        count: 2,
      },
    ]);
    expect(found({ find: 'OLD', matchCase: true }, ['email'])).toMatchObject([{ id: uuid('b'), count: 1 }]);
  });

  test('is taken letter by letter, not as a pattern, and so is what replaces it', () => {
    expect(found({ find: '(temp.)', replace: '$& $1' }, ['name'])).toMatchObject([{ after: 'Ben $& $1' }]);
    expect(found({ find: '.*' }, ['name'])).toEqual([]);
  });

  test('is the whole of a number or a reference, never a part', () => {
    expect(found({ find: '5', replace: '6' }, ['employmentPercent'])).toEqual([]);
    expect(found({ find: '50', replace: '60' }, ['employmentPercent'])).toMatchObject([{ id: uuid('a') }]);
    expect(found({ find: 'alder', replace: 'x' }, ['site'])).toEqual([]);
    expect(found({ find: 'alder creek', replace: 'North Fork' }, ['site'])).toMatchObject([{ count: 1 }]);
  });

  test('is nothing for nothing, and only in the fields asked for', () => {
    expect(found({ find: '' }, ['name', 'email'])).toEqual([]);
    expect(found({ find: 'old' }, ['name'])).toEqual([]);
  });
});

test('all replacements are one step, and what does not fit is left as it was', () => {
  const document = startWorkbook(new TestClock(), [
    add('people', 'a', { name: 'Ann', initials: 'AN', phone: '1' }),
    add('people', 'b', { name: 'Ben', initials: 'BN', phone: '1' }),
  ]);
  const records = tableOf(document.workbook(), 'people').live;
  const all = replacementsIn(
    document.workbook(),
    'people',
    { records, fields: ['name', 'initials'] },
    { find: 'n', replace: 'nnn', matchCase: true },
  );
  const typed = typeRecords(document.workbook(), 'people', { cells: typedReplacements(all) });
  runTyped(typed, (command) => document.run(command));
  const names = (): unknown[] => document.workbook().tables.people.live.map(({ name }) => name);
  expect(names()).toEqual(['Annnnnn', 'Bennn']);
  document.undo();
  expect(names()).toEqual(['Ann', 'Ben']);
});
