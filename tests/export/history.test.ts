/** The history as a table: every change with its writer, values as what they are, and nothing passed over in silence. */
import { describe, expect, test } from 'vitest';
import type { FieldChange } from '../../shared/domain/edits/change';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import { changesFound, type HistoryFound } from '../../shared/domain/history/changesFound';
import { PeopleKnown } from '../../shared/domain/history/people';
import { csvTable } from '../../shared/export/csvTable';
import { historyCsv } from '../../shared/export/history/historyCsv';
import { historySheet } from '../../shared/export/history/historySheet';
import { wallTime } from '../../shared/export/history/historyTable';
import { parseExportChoice } from '../../shared/ipc/exportKinds';
import { makeWorkbook, uuid } from '../support/makeWorkbook';
import { reopened, sheetOf } from './xlsx/reopened';

const workbook = makeWorkbook({
  tasks: [{ id: 't', name: '=HYPERLINK("x")' }],
  costs: [{ id: 'c', name: 'Laptops' }],
});
const AT = Date.UTC(2027, 6, 4, 17, 30, 5);
const CHICAGO = wallTime('America/Chicago');

function edit(seq: number, changes: readonly Partial<FieldChange>[], more: Partial<RecordedEdit> = {}) {
  return {
    ...{ seq, at: AT + seq * 1000, actor: 1, by: 'Maria', label: 'Edit', ...more },
    changes: changes.map((change) => {
      return { register: 'tasks', id: uuid('t'), field: 'name', old: null, new: null, ...change };
    }),
  };
}

const edits: readonly RecordedEdit[] = [
  edit(1, [{ new: '=HYPERLINK("x")' }, { field: 'order', new: 'a1' }, { field: 'durationDays', new: 5 }]),
  edit(2, [
    { register: 'costs', id: uuid('c'), field: 'unitCost', old: 125_050, new: -5 },
    { field: 'durationDays', old: 5, new: 7.5 },
    { field: 'constraintDate', old: null, new: '2027-03-01' },
    { field: 'archived', old: false, new: true },
  ]),
  edit(3, [{ field: 'notes', old: '', new: '-1+1', from: { by: '', at: AT } }], {
    ...{ label: 'merge', merged: { source: '@back.golive', knew: [] } },
  }),
  edit(4, [{ register: 'spells', field: 'power', old: 1, new: { deep: true } }], { more: 3 }),
  edit(5, []),
];

function found(filter = {}, most?: number): HistoryFound {
  return { ...changesFound(edits, filter, null, most), people: [], reach: { from: AT, isWhole: true } };
}

function csvRows(given: HistoryFound, wall = CHICAGO): readonly Readonly<Record<string, string>>[] {
  const read = csvTable(historyCsv(workbook, given, wall), 'history.csv');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const rows = read.value.table.rows.map((row) => row.map(String));
  const heads = rows[0] ?? [];
  return rows
    .slice(1)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

describe('the history as CSV', () => {
  const rows = csvRows(found());

  test('has a row for each change, the newest first, with the time of the place and in UTC', () => {
    expect(
      rows.map(({ Edit, What, Field, Before, After, Unit }) => [Edit, What, Field, Before, After, Unit]),
    ).toEqual([
      ['5', 'Not known in detail', '', '', '', ''],
      ['4', 'Changed', 'power', '1', '{"deep":true}', ''],
      ['4', 'Three more fields changed, not kept', '', '', '', ''],
      ['3', 'Changed', 'Notes', '', "'-1+1", ''],
      ['2', 'Changed', 'Unit cost', '1250.50', '-0.05', 'USD'],
      ['2', 'Changed', 'Days', '5', '7.5', 'working days'],
      ['2', 'Changed', 'Rule date', '', '2027-03-01', ''],
      ['2', 'Moved to the bin', 'In the bin', 'In use', 'In the bin', ''],
      ['1', 'Added', 'Task', '', `'=HYPERLINK("x")`, ''],
      ['1', 'Added', 'Days', '', '5', 'working days'],
    ]);
    expect(rows[4]).toMatchObject({
      ...{ 'When (America/Chicago)': '2027-07-04 12:30:07', 'When (UTC)': '2027-07-04 17:30:07' },
      ...{ Who: 'Maria', Command: 'Edit', Register: 'Costs', Record: 'Laptops', Id: uuid('c') },
    });
    expect(Object.keys(csvRows(found(), wallTime('UTC'))[0] ?? {})).not.toContain('When (America/Chicago)');
  });

  test('tells who wrote what a merge brought, when, and how it came', () => {
    expect(rows[3]).toMatchObject({
      ...{ Who: 'Somebody elsewhere', 'When (UTC)': '2027-07-04 17:30:05' },
      Command: 'Merge of “@back.golive” by Maria, 2027-07-04 12:30:08',
    });
  });

  test('names the computer where one name wrote on several, and where a moved record stood', () => {
    const places = { old: { key: 'a0', behind: null }, new: { key: 'a2', behind: uuid('t') } };
    const change = { field: 'order', ...places, from: { by: 'Maria', at: AT, actor: 7 } };
    const moved = [edit(6, [change], { label: 'merge' })];
    const people = new PeopleKnown();
    for (const each of [...edits, ...moved]) people.include(each);
    const [row] = csvRows({ ...found(), edits: moved, people: people.list() });
    expect(row).toMatchObject({
      ...{ Who: 'Maria (another computer, since 2027-07-04)', What: 'Moved to another place' },
      ...{ Before: 'First', After: `Behind “=HYPERLINK("x")”` },
    });
  });

  test('holds no text that a spreadsheet would take for a formula', () => {
    const foreign = edit(6, [{ register: '=1+1', id: '@SUM(A1)', field: '+1', new: '-1' }], { label: '=2' });
    for (const row of [...rows, ...csvRows({ ...found(), edits: [foreign] })]) {
      for (const [head, text] of Object.entries(row)) {
        if (head !== 'Before' && head !== 'After') expect(text).not.toMatch(/^[=+\-@\t\r]/);
        else if (/^[=+\-@\t\r]/.test(text)) expect(Number(text)).not.toBeNaN();
      }
    }
  });

  test('says at its end what it leaves out', () => {
    const cut = csvRows({ ...found({}, 3), reach: { from: AT, isWhole: false } });
    expect(cut).toHaveLength(5);
    expect(Object.values(cut.at(-1) ?? {}).join('')).toMatch(
      /7 older ones are not.*before 2027-07-04 12:30:05 \(America\/Chicago\) are no longer kept/,
    );
  });
});

test('as Excel it has moments, dates and amounts as numbers, and says what was asked for', async () => {
  const filter = { writer: { by: 'Maria' }, text: 'x', from: AT };
  const time = { today: '2027-07-04', now: '2027-07-04T18:00:00.000Z', appVersion: '0.1.0' };
  const model = historySheet(workbook, { filter, found: found({}, 8), wall: CHICAGO, time });
  const sheet = sheetOf(await reopened(model), 'Changes');
  expect(sheet.getCell('A2').text).toContain(
    'Only changes by Maria, with “x” in them, from 2027-07-04 12:30:05 (America/Chicago) on.',
  );
  expect(sheet.getCell('A3').text).toContain('older ones are not');
  const heads = (sheet.getRow(4).values as unknown[]).slice(1).map(String);
  const cell = (row: number, head: string) => sheet.getRow(4 + row).getCell(heads.indexOf(head) + 1);
  expect(cell(5, 'When (America/Chicago)').value).toEqual(new Date(Date.UTC(2027, 6, 4, 12, 30, 7)));
  expect([cell(5, 'Before').value, cell(5, 'After').value]).toEqual([1250.5, -0.05]);
  expect(cell(5, 'Before').numFmt).toContain('#,##0.00');
  expect(cell(6, 'After').value).toBe(7.5);
  expect(cell(7, 'After').value).toEqual(new Date(Date.UTC(2027, 2, 1)));
  expect(cell(4, 'After').value).toBe('-1+1');
});

test('a merge of many changes is cut in its middle, and everything that is left out is counted', () => {
  const many = edit(
    6,
    Array.from({ length: 20 }, (_, at) => ({ old: at, new: at + 1 })),
  );
  const { edits: kept, leftOut } = changesFound([...edits, many], {}, null, 12);
  expect(kept.map(({ seq, changes }) => [seq, changes.length])).toEqual([[6, 12]]);
  expect(leftOut).toBe(8 + 10);
});

test('a question survives the way to the core, and what is none does not widen to everything', () => {
  const choice = { kind: 'history-csv' as const, history: { writer: { by: 'Maria' }, from: AT } };
  expect(parseExportChoice(structuredClone(choice))).toEqual(choice);
  expect(parseExportChoice({ kind: 'history-xlsx' })).toEqual({ kind: 'history-xlsx' });
  expect(parseExportChoice({ kind: 'history-csv', history: { from: 'yesterday' } })).toBeUndefined();
});
