import { expect, test } from 'vitest';
import { recordLink, recordsLinked, textWithoutLinks } from '../../../shared/domain/records/recordLink';
import { namedBy } from '../../../shared/domain/records/references';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const workbook = makeWorkbook({
  people: [{ id: 'ann', name: 'Ann Ng' }],
  tasks: [{ id: 't', name: 'Build', owner: 'ann' }],
  risks: [
    {
      id: 'r',
      title: 'Late',
      owner: 'ann',
      notes: `See ${recordLink({ register: 'tasks', id: uuid('t') })} and golive:tasks/${uuid('gone')}`,
    },
  ],
});
const link = recordLink({ register: 'tasks', id: uuid('t') });

test('a link leads to a record of this plan, once, and to nothing else', () => {
  expect(recordsLinked(workbook, `${link}, again ${link}`)).toEqual([{ register: 'tasks', id: uuid('t') }]);
  for (const text of [
    `golive:risks/${uuid('t')}`,
    `golive:tasks/${uuid('gone')}`,
    'golive:tasks/../../etc/passwd',
    'golive:__proto__/00000000-0000-0000-0000-000000000000',
    'javascript:alert(1)',
    '',
  ]) {
    expect(recordsLinked(workbook, text)).toEqual([]);
  }
});

test('a text is shown without the links beside it, and keeps those that lead nowhere', () => {
  expect(textWithoutLinks(workbook, `Waits for ${link} to end`)).toBe('Waits for to end');
  expect(textWithoutLinks(workbook, `golive:tasks/${uuid('gone')}`)).toBe(`golive:tasks/${uuid('gone')}`);
});

test('a record refers to what its fields name and its texts link to', () => {
  expect(namedBy(workbook, 'risks', uuid('r'))).toEqual([
    { register: 'people', id: uuid('ann'), field: 'owner' },
    { register: 'tasks', id: uuid('t'), field: 'notes' },
  ]);
  expect(namedBy(workbook, 'risks', uuid('gone'))).toEqual([]);
});
