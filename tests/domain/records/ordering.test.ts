import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../../shared/domain/base/decimal';
import { nextSort, sortedBy, type OrderKey } from '../../../shared/domain/records/ordering';

describe('the order of a table', () => {
  test('a press goes up, down and back to as entered; with Shift the other keys stay', () => {
    const up = nextSort([], 'name', false);
    expect(up).toEqual([{ field: 'name', descending: false }]);
    const down = nextSort(up, 'name', false);
    expect(down).toEqual([{ field: 'name', descending: true }]);
    expect(nextSort(down, 'name', false)).toEqual([]);
    const both = nextSort(down, 'job', true);
    expect(both).toEqual([...down, { field: 'job', descending: false }]);
    expect(nextSort(nextSort(both, 'job', true), 'job', true)).toEqual(down);
    expect(nextSort(both, 'name', false)).toEqual(up);
  });

  test('amounts stand by size, the same ones as they were, and nothing at the end in either direction', () => {
    const rows: readonly (readonly [string, OrderKey])[] = [
      ['none', null],
      ['large', decimalOf(100.5)],
      ['small', decimalOf(9)],
      ['also small', decimalOf(9)],
      ['back', decimalOf(-20)],
    ];
    const names = (descending: boolean): readonly string[] =>
      sortedBy(
        rows,
        [{ field: 'amount', descending }],
        () =>
          ([, amount]) =>
            amount,
      ).map(([name]) => name);
    expect(names(false)).toEqual(['back', 'small', 'also small', 'large', 'none']);
    expect(names(true)).toEqual(['large', 'small', 'also small', 'back', 'none']);
  });

  test('a column that is gone orders nothing', () => {
    const rows = ['b', 'a'];
    expect(sortedBy(rows, [{ field: 'gone', descending: false }], () => undefined)).toBe(rows);
  });
});
