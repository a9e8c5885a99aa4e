import { describe, expect, test } from 'vitest';
import { registerColumns } from '../../../renderer/features/registers/registerColumns';
import {
  groupsAsRows,
  recordsAsRows,
  registerCell,
  registerCells,
} from '../../../renderer/features/registers/registerRows';
import { typeRecords } from '../../../shared/domain/commands/records';
import { planOf } from '../../../shared/domain/plan';
import { groupedRecords } from '../../../shared/domain/records/recordRows';
import { fieldsOf } from '../../../shared/domain/register/record';
import { definitionOf, registerIds, type RegisterId } from '../../../shared/domain/registers/all';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { tableOf } from '../../../shared/domain/workbook';

const plan = planOf(
  makeWorkbook({
    sites: [{ id: 's', name: 'Main', downloadMbps: 1234.5 }],
    people: [
      { id: 'a', name: 'Ann', site: 's', employmentPercent: 50, hourlyCost: 123_456, notes: 'One\nTwo' },
      { id: 'b', name: 'Ben' },
    ],
    calendars: [
      {
        id: 'c',
        name: 'Week',
        workingWeek: ['mon', 'tue', 'wed', 'thu'],
        holidays: ['2027-01-01', '2027-05-31', '2027-07-05', '2027-12-24'],
        extraWorkingDays: ['2027-06-12'],
      },
    ],
    tasks: [{ id: 't', name: 'Portal', durationDays: 2.5, deadline: '2027-03-01' }],
    risks: [{ id: 'r', title: 'Late', impacts: { safety: 4, cost: 2 } }],
    roadmapItems: [{ id: 'i', title: 'Portal', tasks: ['t'], fixedDate: true }],
    comments: [{ id: 'k', text: 'Soon?', about: 't', resolved: true }],
    fundingSources: [{ id: 'f', name: 'Grant', amount: 6_000_000 }],
  }),
  '2027-01-04',
);
const { workbook } = plan;

function cell(register: RegisterId, id: string, column: string) {
  const row = recordsAsRows(tableOf(workbook, register).live).find(({ key }) => key === uuid(id));
  return row === undefined ? undefined : registerCell(row, column, registerCells(plan, register));
}

test('cells show each kind of field as its column wants it', () => {
  expect(cell('people', 'a', 'hourlyCost')).toMatchObject({ text: '1,234.56', editText: '1234.56' });
  expect(cell('people', 'a', 'employmentPercent')).toMatchObject({ text: '50%', editText: '50' });
  expect(cell('people', 'a', 'site')).toMatchObject({ text: 'Main' });
  expect(cell('people', 'a', 'notes')).toMatchObject({ text: 'One · Two', editText: 'One\nTwo' });
  expect(cell('people', 'b', 'site')).toMatchObject({ text: '' });
  expect(cell('calendars', 'c', 'workingWeek')).toMatchObject({ text: 'Monday to Thursday' });
  expect(cell('calendars', 'c', 'holidays')?.text).toBe('4 days, Jan 1, 2027 to Dec 24, 2027');
  expect(cell('tasks', 't', 'deadline')).toMatchObject({ text: 'Mar 1, 2027' });
  expect(cell('risks', 'r', 'impacts')).toMatchObject({ text: 'Cost 2; Safety 4' });
  expect(cell('comments', 'k', 'about')).toMatchObject({ text: 'Portal (task)' });
  expect(cell('roadmapItems', 'i', 'fixedDate')).toMatchObject({ checked: true });
});

test('a cell that names a record in the bin says so beside the name, and copies the name alone', () => {
  const archived = { archived: true };
  const inBin = planOf(
    makeWorkbook({
      sites: [{ id: 's', name: 'Main', ...archived }],
      people: [{ id: 'a', name: 'Ann', site: 's' }],
      tasks: [
        { id: 't', name: 'Portal', ...archived },
        { id: 'u', name: 'Training' },
      ],
      roadmapItems: [{ id: 'i', title: 'Portal', tasks: ['t', 'u'] }],
      comments: [{ id: 'k', text: 'Soon?', about: 't' }],
    }),
    '2027-01-04',
  );
  const shown = (register: RegisterId, id: string, column: string) => {
    const row = recordsAsRows(tableOf(inBin.workbook, register).live).find(({ key }) => key === uuid(id));
    return row === undefined ? undefined : registerCell(row, column, registerCells(inBin, register));
  };
  expect(shown('people', 'a', 'site')).toMatchObject({
    ...{ text: 'Main', editText: 'Main', title: 'Main, in the bin', aside: 'in the bin' },
  });
  expect(shown('roadmapItems', 'i', 'tasks')?.aside).toBe('1 in the bin');
  expect(shown('comments', 'k', 'about')?.aside).toBe('in the bin');
  expect(cell('people', 'a', 'site')?.aside).toBeUndefined();
});

/** References to anything are picked from a list, never read from text. */
const NOT_TYPED = ['anyRef'];

test('what a cell copies means the same when it is pasted back, in every field of every register', () => {
  for (const register of registerIds) {
    for (const record of tableOf(workbook, register).live) {
      for (const [name, field] of fieldsOf(definitionOf(register))) {
        const shown = registerCell(
          { kind: 'record', key: record.id, record, group: null },
          name,
          registerCells(plan, register),
        );
        const text = shown.editText ?? shown.text;
        if (NOT_TYPED.includes(field.kind) || text === '') continue;
        const typed = typeRecords(workbook, register, { cells: [{ id: record.id, field: name, text }] });
        expect(typed.refused, `${register}.${name}`).toEqual([]);
        expect(typed.edits[0]?.edit, `${register}.${name}`).toMatchObject({
          values: { [name]: record[name] },
        });
      }
    }
  }
});

test('the name comes first and stays, then the chosen fields in their order', () => {
  const columns = registerColumns({
    workbook,
    register: 'people',
    fields: ['phone', 'name', 'job'],
    isGrouped: false,
  });
  expect(columns.map(({ id }) => id)).toEqual(['name', 'phone', 'job']);
  expect(columns[0]).toMatchObject({ sticky: true, rowHeader: true });
  expect(columns[2]).toMatchObject({ kind: 'choice' });
});

describe('records under heads', () => {
  const groups = groupedRecords(workbook, 'people', tableOf(workbook, 'people').live, 'site');

  test('a closed head keeps its records to itself and says how many there are', () => {
    const [first] = groupsAsRows(groups, new Set());
    const closed = groupsAsRows(groups, new Set([first?.key ?? '']));
    expect(closed.map(({ key }) => key)).not.toContain(uuid('a'));
    const head = closed[0];
    if (head === undefined) throw new Error('There is a head.');
    expect(registerCell(head, 'name', registerCells(plan, 'people')).text).toBe('Main, 1');
    expect(registerCell(head, 'phone', registerCells(plan, 'people')).text).toBe('');
  });
});
