import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysDragged,
  LEAST_PIXELS_PER_DAY,
  MOST_PIXELS_PER_DAY,
  wheelZoom,
  zoomedScroll,
} from '../../../renderer/ui/gantt/drag';

describe('dragging a bar', () => {
  it('moves by the nearest whole day', () => {
    expect(daysDragged(10, 4)).toBe(3);
    expect(daysDragged(-10, 4)).toBe(-2);
    expect(Object.is(daysDragged(-1, 4), 0)).toBe(true);
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
