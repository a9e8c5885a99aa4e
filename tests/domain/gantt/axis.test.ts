import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/domain/base/dates';
import { dateAt, PIXELS_PER_DAY, xOf, zoomFor, type Zoom } from '../../../shared/domain/gantt/axis';

describe('a time axis', () => {
  it('gives for every pixel of a day that day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }),
        fc.double({ min: 0.05, max: 60, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (days, pixelsPerDay, part) => {
          const axis = { originDate: '2027-01-04', pixelsPerDay };
          const date = addDays('2027-01-04', days);
          expect(dateAt(axis, xOf(axis, date) + part * pixelsPerDay)).toBe(date);
        },
      ),
    );
  });

  it('has its origin at zero and days before it to the left', () => {
    const axis = { originDate: '2027-01-04', pixelsPerDay: 10 };
    expect([xOf(axis, '2027-01-04'), xOf(axis, '2027-02-04'), xOf(axis, '2027-01-01')]).toEqual([
      0, 310, -30,
    ]);
  });

  it('reads at every zoom with the labels of that zoom', () => {
    for (const [zoom, pixelsPerDay] of Object.entries(PIXELS_PER_DAY) as [Zoom, number][]) {
      expect(zoomFor(pixelsPerDay)).toBe(zoom);
    }
  });
});
