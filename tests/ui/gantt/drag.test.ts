import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedDays,
  daysDragged,
  draggedDates,
  LEAST_PIXELS_PER_DAY,
  MOST_PIXELS_PER_DAY,
  wheelZoom,
  zoomedScroll,
} from '../../../renderer/ui/gantt/drag';
import { addDays, dayNumber } from '../../../shared/domain/base/dates';

const bar = { start: '2026-06-03', finish: '2026-07-09' };

describe('dragging a bar', () => {
  it('moves by the nearest whole day', () => {
    expect(daysDragged(10, 4)).toBe(3);
    expect(daysDragged(-10, 4)).toBe(-2);
    expect(Object.is(daysDragged(-1, 4), 0)).toBe(true);
  });

  it('by its body moves both ends and keeps its length', () => {
    expect(draggedDates(bar, 'bar', 30)).toEqual({ start: '2026-07-03', finish: '2026-08-08' });
  });

  it('by its end leaves the start, by its start leaves the end', () => {
    expect(draggedDates(bar, 'end', 1)).toEqual({ start: '2026-06-03', finish: '2026-07-10' });
    expect(draggedDates(bar, 'start', -2)).toEqual({ start: '2026-06-01', finish: '2026-07-09' });
  });

  it('never lets a bar end before it starts', () => {
    const dates = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.nat(400)).map(([from, length]) => ({
      start: addDays('1980-01-01', from),
      finish: addDays('1980-01-01', from + length),
    }));
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('bar', 'start', 'end'),
        fc.integer({ min: -900, max: 900 }),
        (given, part, days) => {
          const { start, finish } = draggedDates(given, part, days);
          expect(dayNumber(finish)).toBeGreaterThanOrEqual(dayNumber(start));
        },
      ),
    );
  });

  it('stops an end at the day the bar starts', () => {
    expect(allowedDays({ start: '2026-06-03', finish: '2026-06-05' }, 'end', -9)).toBe(-2);
    expect(allowedDays({ start: '2026-06-03', finish: '2026-06-05' }, 'start', 9)).toBe(2);
  });
});

describe('zooming', () => {
  it('keeps the day under the pointer where it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2_000, max: 5_000, noNaN: true }),
        fc.double({ min: 0, max: 1_000, noNaN: true }),
        fc.double({ min: 3, max: 12, noNaN: true }),
        (scroll, pointer, after) => {
          const before = 4;
          const day = (scroll + pointer) / before;
          const scrolled = zoomedScroll(scroll, pointer, before, after);
          expect((scrolled + pointer) / after).toBeCloseTo(day, 6);
        },
      ),
    );
  });

  it('grows with the wheel up, shrinks with the wheel down, within its limits', () => {
    expect(wheelZoom(4, -100)).toBeGreaterThan(4);
    expect(wheelZoom(4, 100)).toBeLessThan(4);
    expect(wheelZoom(MOST_PIXELS_PER_DAY, -100)).toBe(MOST_PIXELS_PER_DAY);
    expect(wheelZoom(LEAST_PIXELS_PER_DAY, 100)).toBe(LEAST_PIXELS_PER_DAY);
  });
});
