import { describe, expect, test } from 'vitest';
import {
  arrangedColumns,
  chosenColumns,
  EDGE_PX,
  firstColumnView,
  movedColumn,
  sortWords,
  withEdge,
  type PageColumn,
} from '../../../renderer/ui/grid/columnView';

const ALL: readonly PageColumn[] = [
  { id: 'name', label: 'Name', width: 200 },
  { id: 'from', label: 'From', width: 100, isExtra: true },
  { id: 'y0', label: 'FY27', width: 80 },
  { id: 'y1', label: 'FY28', width: 80 },
  { id: 'total', label: 'Total', width: 90 },
];
const ids = (view: Partial<ReturnType<typeof firstColumnView>>, all = ALL): string[] =>
  arrangedColumns(all, { ...firstColumnView(), ...view }).map(({ id }) => id);

describe('the columns of a page', () => {
  test('are its own until somebody chooses', () => {
    expect(ids({})).toEqual(['name', 'y0', 'y1', 'total']);
    expect(ids({ columns: ['name', 'total', 'y0', 'y1'] })).toEqual(['name', 'total', 'y0', 'y1']);
    expect(ids({ shown: { from: true, y0: false } })).toEqual(['name', 'from', 'y1', 'total']);
  });

  test('one that comes with the plan stands behind its neighbor, and one that goes leaves the others', () => {
    const columns = ['name', 'total', 'y0'];
    expect(ids({ columns })).toEqual(['name', 'total', 'y0', 'y1']);
    expect(ids({ columns, shown: { from: true } })).toEqual(['name', 'from', 'total', 'y0', 'y1']);
    expect(ids({ columns: ['name', 'y7', 'total', 'y0', 'y1'] })).toEqual(['name', 'total', 'y0', 'y1']);
  });

  test('what was chosen among them is remembered, and the rest stays up to the page', () => {
    const view = firstColumnView();
    expect(chosenColumns(ALL, view, ['name', 'y0', 'y1', 'total'])).toEqual({});
    expect(chosenColumns(ALL, view, ['name', 'from', 'y0', 'total'])).toEqual({ from: true, y1: false });
    expect(chosenColumns(ALL, { ...view, shown: { y1: false } }, ['name', 'y0', 'y1', 'total'])).toEqual({
      y1: true,
    });
  });

  test('move among each other, never before those that stay', () => {
    const columns = ['number', 'name', 'days', 'finish'];
    expect(movedColumn(columns, 'finish', 1)).toEqual(['number', 'finish', 'name', 'days']);
    expect(movedColumn(columns, 'days', 0, 2)).toEqual(columns);
    expect(movedColumn(columns, 'days', 3, 2)).toEqual(['number', 'name', 'finish', 'days']);
    expect(movedColumn(columns, 'finish', 1, 2)).toEqual(['number', 'name', 'finish', 'days']);
    expect(movedColumn(columns, 'name', 3, 2)).toEqual(columns);
  });

  test('the last one carries the margin of the page, whichever it is', () => {
    expect(withEdge(ALL).map(({ width }) => width)).toEqual([200, 100, 80, 80, 90 + EDGE_PX]);
    expect(withEdge([])).toEqual([]);
  });
});

test('the order of the rows is said in words', () => {
  const sort = [
    { field: 'total', descending: true },
    { field: 'gone', descending: false },
    { field: 'name', descending: false },
  ];
  expect(sortWords(ALL, sort)).toBe('Ordered by Total, descending, then Name.');
  expect(sortWords(ALL, [])).toBe('Ordered by no column.');
});
