import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutColumns } from '../../../renderer/ui/grid/columnLayout';
import { offsetShowing, rowWindow, slotCount } from '../../../renderer/ui/grid/rowWindow';
import { type SiblingPlace, siblingPlaces } from '../../../renderer/ui/grid/siblings';

const view = fc.record({
  scrollTop: fc.double({ min: 0, max: 400_000, noNaN: true }),
  viewHeight: fc.double({ min: 0, max: 3_000, noNaN: true }),
  rowHeight: fc.integer({ min: 16, max: 60 }),
  count: fc.nat(20_000),
});

describe('the mounted rows', () => {
  it('cover every row in view', () => {
    fc.assert(
      fc.property(view, (input) => {
        const scrollTop = Math.min(
          input.scrollTop,
          Math.max(0, input.count * input.rowHeight - input.viewHeight),
        );
        const { first, end } = rowWindow({ ...input, scrollTop });
        const firstSeen = Math.floor(scrollTop / input.rowHeight);
        const lastSeen = Math.min(input.count, Math.ceil((scrollTop + input.viewHeight) / input.rowHeight));
        expect(first <= firstSeen && end >= lastSeen).toBe(true);
      }),
    );
  });

  it('never need two rows for one slot', () => {
    fc.assert(
      fc.property(view, (input) => {
        const { first, end } = rowWindow(input);
        expect(first >= 0 && end <= input.count).toBe(true);
        expect(end - first).toBeLessThanOrEqual(slotCount(input.viewHeight, input.rowHeight));
      }),
    );
  });

  it('stay the same for a scroll of less than a row', () => {
    const input = { scrollTop: 5_600, viewHeight: 700, rowHeight: 28, count: 10_000 };
    expect(rowWindow({ ...input, scrollTop: 5_620 })).toEqual(rowWindow(input));
  });
});

describe('bringing a cell into view', () => {
  it('scrolls only as far as needed', () => {
    expect(offsetShowing({ start: 100, size: 28 }, 0, 500)).toBe(0);
    expect(offsetShowing({ start: 490, size: 28 }, 0, 500)).toBe(18);
    expect(offsetShowing({ start: 100, size: 28 }, 300, 500)).toBe(100);
  });

  it('shows the start of what is longer than the view', () => {
    expect(offsetShowing({ start: 40, size: 900 }, 0, 500)).toBe(40);
  });
});

describe('column widths', () => {
  const columns = [
    { id: 'name', width: 100, flex: 1, sticky: true },
    { id: 'days', width: 50 },
  ];

  it('give the room that is left over to the columns that share it', () => {
    expect(layOutColumns(columns, new Map(), 400).columns.map((column) => column.width)).toEqual([350, 50]);
  });

  it('keep what a person chose, and then share nothing with that column', () => {
    const layout = layOutColumns(columns, new Map([['name', 120]]), 400);
    expect(layout.columns.map((column) => column.width)).toEqual([120, 50]);
    expect(layout.columns.map((column) => column.left)).toEqual([0, 120]);
  });

  it('never let a column vanish', () => {
    expect(layOutColumns(columns, new Map([['days', -20]]), 0).columns[1]?.width).toBeGreaterThanOrEqual(32);
  });

  it('keep only the first columns in sight', () => {
    const [first, second, third] = layOutColumns(
      [
        { id: 'a', width: 40, sticky: true },
        { id: 'b', width: 40 },
        { id: 'c', width: 40, sticky: true },
      ],
      new Map(),
      0,
    ).columns;
    expect([first?.stickyLeft, second?.stickyLeft, third?.stickyLeft]).toEqual([0, null, null]);
  });
});

describe('places among siblings', () => {
  const placesOf = (depths: readonly number[]): SiblingPlace[] =>
    depths.map((_, row) => siblingPlaces(depths.length, (at) => depths[at] ?? 0)(row));

  it('count within each group of the tree', () => {
    const places = placesOf([0, 1, 1, 0, 1, 2, 1]);
    expect(places.map(({ position, size }) => `${position}/${size}`)).toEqual([
      '1/2',
      '1/2',
      '2/2',
      '2/2',
      '1/2',
      '1/1',
      '2/2',
    ]);
  });

  it('are given for any depths, also such that skip a level', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6)), (depths) => {
        const places = placesOf(depths);
        expect(places.every(({ position, size }) => position >= 1 && position <= size)).toBe(true);
      }),
    );
  });
});
