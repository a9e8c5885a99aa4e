import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridCommandOf } from '../../../renderer/ui/grid/gridKeys';
import { type Motion, moved, nextCell, rangeOf } from '../../../renderer/ui/grid/range';
import { editSummary, rangeSummary } from '../../../renderer/ui/grid/spoken';

const extent = { rows: 4, columns: 3 };
const motions: readonly Motion[] = [
  'up',
  'down',
  'left',
  'right',
  'pageUp',
  'pageDown',
  'rowStart',
  'rowEnd',
  'gridStart',
  'gridEnd',
];

describe('the focus', () => {
  it('never leaves the grid, whatever the motion', () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(2),
        fc.constantFrom(...motions),
        fc.nat(50),
        (row, column, motion, page) => {
          const to = moved({ row, column }, motion, extent, page);
          expect(to.row >= 0 && to.row < extent.rows && to.column >= 0 && to.column < extent.columns).toBe(
            true,
          );
        },
      ),
    );
  });

  it('moves a page less one row, so that a row of the old page stays in sight', () => {
    expect(moved({ row: 0, column: 1 }, 'pageDown', { rows: 100, columns: 3 }, 20)).toEqual({
      row: 19,
      column: 1,
    });
  });

  it('goes on in the next row after the last column', () => {
    expect(nextCell({ row: 0, column: 2 }, 1, extent)).toEqual({ row: 1, column: 0 });
    expect(nextCell({ row: 1, column: 0 }, -1, extent)).toEqual({ row: 0, column: 2 });
  });

  it('has no next cell at the end and none before the start, so that Tab can leave', () => {
    expect(nextCell({ row: 3, column: 2 }, 1, extent)).toBeNull();
    expect(nextCell({ row: 0, column: 0 }, -1, extent)).toBeNull();
  });
});

it('a range is the same from whichever corner it was drawn', () => {
  const a = { row: 3, column: 0 };
  const b = { row: 1, column: 2 };
  expect(rangeOf({ anchor: a, focus: b })).toEqual(rangeOf({ anchor: b, focus: a }));
  expect(rangeOf({ anchor: a, focus: b })).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
});

describe('keys', () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

  it('extend the choice with Shift and an arrow', () => {
    expect(gridCommandOf({ ...plain, key: 'ArrowDown', shiftKey: true })).toEqual({
      kind: 'move',
      motion: 'down',
      extend: true,
    });
  });

  it('leave letters to the editor, also those that AltGr makes', () => {
    expect(gridCommandOf({ ...plain, key: 'a' })).toBeNull();
    expect(gridCommandOf({ ...plain, key: '@', ctrlKey: true, altKey: true })).toBeNull();
  });

  it('leave copy, paste and undo to the window', () => {
    for (const key of ['c', 'x', 'v', 'z', 'y'])
      expect(gridCommandOf({ ...plain, key, ctrlKey: true })).toBeNull();
  });

  it('fill down with Ctrl+D, and with the command key of a Mac', () => {
    expect(gridCommandOf({ ...plain, key: 'd', ctrlKey: true })).toEqual({ kind: 'fillDown' });
    expect(gridCommandOf({ ...plain, key: 'D', metaKey: true })).toEqual({ kind: 'fillDown' });
  });
});

describe('what is said', () => {
  it('names the size of a range', () => {
    expect(rangeSummary({ top: 1, left: 0, bottom: 3, right: 0 })).toBe('3 rows by 1 column selected');
  });

  it('counts what a paste wrote and left out, and gives each reason once, with the row it is first about', () => {
    const leftOut = [
      { reason: 'Finish is calculated.', row: 1 },
      { reason: 'Finish is calculated.', row: 2 },
      { reason: '“soon” is no number.', row: 2 },
    ];
    expect(editSummary({ verb: 'pasted', accepted: 4, leftOut, outside: 1 })).toBe(
      '4 cells pasted, 4 left out. Row 1: Finish is calculated. Row 2: “soon” is no number. 1 cell fell outside the grid.',
    );
    expect(editSummary({ verb: 'filled', accepted: 1, leftOut: [], outside: 0 })).toBe('1 cell filled.');
  });

  it('gives three reasons and counts the others', () => {
    const leftOut = [1, 2, 3, 4, 5].map((row) => ({ reason: `Reason ${row}.`, row }));
    expect(editSummary({ verb: 'pasted', accepted: 0, leftOut, outside: 0 })).toBe(
      '0 cells pasted, 5 left out. Row 1: Reason 1. Row 2: Reason 2. Row 3: Reason 3. And 2 reasons more.',
    );
  });
});
