import { expect, test } from 'vitest';
import { shownOf } from '../../../renderer/features/registers/shownOf';
import { parseShownRecords } from '../../../shared/domain/records/shownRecords';
import { viewedRecords, type RecordView } from '../../../shared/domain/records/recordRows';
import { parseExportChoice } from '../../../shared/ipc/exportKinds';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const workbook = makeWorkbook({
  sites: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  people: [
    { id: 'ann', name: 'Ann', site: 'south' },
    { id: 'bo', name: 'Bo', site: 'north' },
    { id: 'cy', name: 'Cy' },
    { id: 'di', name: 'Di', site: 'south', archived: true },
  ],
});

function shown(part: Partial<RecordView>, showsBin = false) {
  const view: RecordView = {
    filter: '',
    sort: [],
    group: null,
    columns: ['name', 'phone'],
    widths: {},
    layout: 'table',
    ...part,
  };
  const records = viewedRecords(workbook, 'people', view, showsBin);
  return shownOf(workbook, 'people', { view, records, showsBin, boardField: 'site' });
}

test('a file has the rows, the order and the columns in sight', () => {
  expect(shown({ sort: [{ field: 'name', descending: true }] })).toEqual({
    register: 'people',
    columns: ['name', 'phone'],
    ids: [uuid('cy'), uuid('bo'), uuid('ann')],
    note: '',
  });
  expect(shown({ filter: 'south' })).toMatchObject({
    ids: [uuid('ann')],
    note: 'Only people with “south” in them.',
  });
  expect(shown({}, true)).toMatchObject({ ids: [uuid('di')], note: 'Only people in the bin.' });
});

test('what stands under heads comes head by head, with the head as a column', () => {
  const byHead = { columns: ['name', 'site', 'phone'], ids: [uuid('bo'), uuid('ann'), uuid('cy')] };
  expect(shown({ group: 'site' })).toMatchObject(byHead);
  expect(shown({ layout: 'board' })).toMatchObject(byHead);
  expect(shown({ group: 'site', columns: ['name', 'phone', 'site'] }).columns).toEqual([
    'name',
    'phone',
    'site',
  ]);
});

test('a choice survives the way to the core, and what is none is refused', () => {
  const choice = { kind: 'view-csv' as const, shown: shown({}) };
  expect(parseExportChoice(structuredClone(choice))).toEqual(choice);
  expect(parseExportChoice({ kind: 'budget', shown: shown({}) })).toEqual({ kind: 'budget' });
  expect(parseExportChoice({ kind: 'view-csv' })).toBeUndefined();
  for (const bad of [null, { ...shown({}), register: 'gone' }, { ...shown({}), ids: ['../x'] }, { ids: 1 }])
    expect(parseShownRecords(bad)).toBeUndefined();
});
