import { describe, expect, it } from 'vitest';
import { itemCommandOf, neighborOf, type Direction } from '../../../../renderer/features/roadmap/roadmapKeys';
import { planOf } from '../../../../shared/domain/plan';
import { roadmapScene, type RoadmapScene } from '../../../../shared/domain/roadmap/roadmapScene';
import { makeWorkbook, uuid } from '../../../support/makeWorkbook';

/** Two lanes; the first has two rows, because Portal and Forms overlap. */
function scene(): RoadmapScene {
  const today = '2027-01-04';
  const plan = planOf(
    makeWorkbook({
      roadmapItems: [
        { id: 'core', title: 'Core', lane: 'A', start: '2027-01-01', end: '2027-03-31' },
        { id: 'portal', title: 'Portal', lane: 'A', start: '2027-04-01', end: '2027-09-30' },
        { id: 'forms', title: 'Forms', lane: 'A', start: '2027-06-01', end: '2027-08-31' },
        { id: 'lab', title: 'Lab', lane: 'B', start: '2027-02-01', end: '2027-03-31' },
        { id: 'imaging', title: 'Imaging', lane: 'B', start: '2027-10-01', end: '2027-12-31' },
      ],
    }),
    today,
  );
  return roadmapScene({ ...plan, today, width: 1000 });
}

function walk(from: string, ...directions: readonly Direction[]): string {
  const placed = scene();
  return directions.reduce((id, direction) => neighborOf(placed, id, direction), uuid(from));
}

describe('the arrows on the roadmap', () => {
  it('go along a lane by time, whichever row an item stands in, and stop at its ends', () => {
    expect(walk('core', 'right')).toBe(uuid('portal'));
    expect(walk('core', 'right', 'right')).toBe(uuid('forms'));
    expect(walk('core', 'right', 'right', 'right')).toBe(uuid('forms'));
    expect(walk('core', 'left')).toBe(uuid('core'));
    expect(walk('core', 'last', 'first')).toBe(uuid('core'));
  });

  it('go down and up to the nearest item of the next row', () => {
    expect(walk('core', 'down')).toBe(uuid('forms'));
    expect(walk('portal', 'down', 'down')).toBe(uuid('imaging'));
    expect(walk('lab', 'up')).toBe(uuid('forms'));
    expect(walk('lab', 'down')).toBe(uuid('lab'));
  });
});

describe('keys on a roadmap item', () => {
  const stroke = (key: string, held: { altKey?: boolean; shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
    itemCommandOf({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

  it('put it into the lane above or below with Alt', () => {
    expect(stroke('ArrowUp', { altKey: true })).toEqual({ kind: 'lane', step: -1 });
    expect(stroke('ArrowDown', { altKey: true })).toEqual({ kind: 'lane', step: 1 });
  });

  it('move it by a month with Alt, by a week with Alt and Shift', () => {
    expect(stroke('ArrowRight', { altKey: true })).toEqual({
      kind: 'move',
      shift: { unit: 'month', count: 1 },
    });
    expect(stroke('ArrowLeft', { altKey: true, shiftKey: true })).toEqual({
      kind: 'move',
      shift: { unit: 'week', count: -1 },
    });
  });

  it('leave alone what belongs to the window', () => {
    expect(stroke('ArrowUp', { altKey: true, shiftKey: true })).toBeNull();
    expect(stroke('z', { ctrlKey: true })).toBeNull();
    expect(stroke('Enter')).toBeNull();
  });
});
