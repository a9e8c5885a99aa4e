/** What is chosen on the page of the history becomes a question, and a person may be called anything. */
import { expect, test } from 'vitest';
import { EVERYTHING, filterOf } from '../../../renderer/features/history/historyFilter';
import { parseHistoryQuery } from '../../../shared/domain/history/query';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const workbook = makeWorkbook({ tasks: [{ id: 't', name: 'Interview vendors' }] });
const TODAY = Date.UTC(2027, 2, 1);

test('what is not chosen is not asked for', () => {
  expect(filterOf(EVERYTHING, workbook, TODAY)).toEqual({});
});

test('words find records by their names, periods begin at a day or a visit, and all of it can be asked', () => {
  const filter = filterOf(
    { text: 'VENDORS', writer: { by: 'all' }, register: 'tasks', period: 'week' },
    workbook,
    TODAY,
  );
  expect(filter).toEqual({
    ...{ text: 'VENDORS', named: [uuid('t')], writer: { by: 'all' }, register: 'tasks' },
    from: Date.UTC(2027, 1, 23),
  });
  expect(parseHistoryQuery({ filter, before: null })).toEqual({ filter, before: null });
  expect(filterOf({ ...EVERYTHING, period: 'sinceLastVisit' }, workbook, TODAY)).toEqual({
    visit: 'sinceLastVisit',
  });
  expect(filterOf({ ...EVERYTHING, writer: { by: '' } }, workbook, TODAY)).toEqual({ writer: { by: '' } });
});
