import { describe, expect, test } from 'vitest';
import {
  boardGroups,
  groupedRecords,
  viewedRecords,
  type RecordView,
} from '../../../shared/domain/records/recordRows';
import { makeWorkbook } from '../../support/makeWorkbook';

const workbook = makeWorkbook({
  sites: [
    { id: 'north', name: 'North Fork' },
    { id: 'alder', name: 'Alder Creek' },
  ],
  people: [
    { id: 'a', name: 'Room 10', job: 'it', site: 'alder', hourlyCost: 4500 },
    { id: 'b', name: 'Room 9', job: 'physician', site: 'north' },
    { id: 'c', name: 'room 1', job: 'it', hourlyCost: 900 },
    { id: 'gone', name: 'Room 0', archived: true },
  ],
});

function names(view: Partial<RecordView>, archived = false): unknown[] {
  return viewedRecords(workbook, 'people', { filter: '', sort: [], ...view }, archived).map(
    (record) => record['name'],
  );
}

describe('the order', () => {
  test('is that in which people entered records, unless a column says otherwise', () => {
    expect(names({})).toEqual(['Room 10', 'Room 9', 'room 1']);
  });

  test('counts numbers within names and money by size, and leaves what is empty at the end both ways', () => {
    expect(names({ sort: [{ field: 'name', descending: false }] })).toEqual(['room 1', 'Room 9', 'Room 10']);
    expect(names({ sort: [{ field: 'hourlyCost', descending: false }] })).toEqual([
      'room 1',
      'Room 10',
      'Room 9',
    ]);
    expect(names({ sort: [{ field: 'hourlyCost', descending: true }] })).toEqual([
      'Room 10',
      'room 1',
      'Room 9',
    ]);
  });

  test('follows the list of options, not the alphabet, and the names of what a reference names', () => {
    expect(names({ sort: [{ field: 'job', descending: false }] })).toEqual(['Room 9', 'Room 10', 'room 1']);
    expect(names({ sort: [{ field: 'site', descending: false }] })).toEqual(['Room 10', 'Room 9', 'room 1']);
  });
});

describe('the filter', () => {
  test('looks at every field as it is shown, wants all words, and knows no case', () => {
    expect(names({ filter: 'alder' })).toEqual(['Room 10']);
    expect(names({ filter: ' $45.00  ROOM ' })).toEqual(['Room 10']);
    expect(names({ filter: 'physician alder' })).toEqual([]);
  });

  test('looks into the bin when asked', () => {
    expect(names({}, true)).toEqual(['Room 0']);
  });
});

test('heads stand in the order of their field, those without a value last, and nobody is lost', () => {
  const records = viewedRecords(workbook, 'people', { filter: '', sort: [] });
  const groups = groupedRecords(workbook, 'people', records, 'site');
  expect(
    groups.map(({ label, records: members }) => [label, members.map((record) => record['name'])]),
  ).toEqual([
    ['North Fork', ['Room 9']],
    ['Alder Creek', ['Room 10']],
    ['No site', ['room 1']],
  ]);
});

describe('the heads of a board', () => {
  const records = viewedRecords(workbook, 'people', { filter: '', sort: [] });
  const heads = (field: string): unknown[] =>
    boardGroups(workbook, 'people', records, field).map(({ label, records: members }) => [
      label,
      members.length,
    ]);

  test('are all values a card can have, and emptiness where the field can be empty', () => {
    expect(heads('site')).toEqual([
      ['North Fork', 1],
      ['Alder Creek', 1],
      ['No site', 1],
    ]);
    const jobs = heads('job');
    expect(jobs).toHaveLength(13);
    expect(jobs).toContainEqual(['IT', 2]);
    expect(jobs).toContainEqual(['Nurse', 0]);
  });

  test('keep records that name what is in the bin', () => {
    const closed = makeWorkbook({
      sites: [{ id: 's', name: 'Closed', archived: true }],
      people: [{ id: 'a', name: 'Ann', site: 's' }],
    });
    const all = viewedRecords(closed, 'people', { filter: '', sort: [] });
    expect(
      boardGroups(closed, 'people', all, 'site').map(({ label, records: of }) => [label, of.length]),
    ).toEqual([
      ['Closed', 1],
      ['No site', 0],
    ]);
  });
});

describe('ordering by the heads of columns', () => {
  const people = makeWorkbook({
    people: [
      { id: 'a', name: 'Ann', job: 'nurse', hourlyCost: 4000 },
      { id: 'b', name: 'Bo', job: 'physician', hourlyCost: 9000 },
      { id: 'c', name: 'Cy', job: 'nurse' },
      { id: 'd', name: 'Di', job: 'nurse', hourlyCost: 5000 },
    ],
  });

  test('a second key decides between equals, and what is empty stays at the end', () => {
    const order = (descending: boolean) =>
      viewedRecords(people, 'people', {
        filter: '',
        sort: [
          { field: 'job', descending: false },
          { field: 'hourlyCost', descending },
        ],
      }).map(({ name }) => name);
    expect(order(false)).toEqual(['Bo', 'Ann', 'Di', 'Cy']);
    expect(order(true)).toEqual(['Bo', 'Di', 'Ann', 'Cy']);
  });
});
