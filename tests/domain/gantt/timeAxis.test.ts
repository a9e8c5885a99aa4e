import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, weekdayOfDay } from '../../../shared/domain/base/dates';
import { PIXELS_PER_DAY, xOf, type Zoom } from '../../../shared/domain/gantt/axis';
import { timeAxis, type AxisLabel } from '../../../shared/domain/gantt/timeAxis';

const texts = (labels: readonly AxisLabel[]): string[] => labels.map((label) => label.text);

/** The axis from a date on, as wide as a screen unless told otherwise. */
function axisFrom(date: string, zoom: Zoom, width = 400, today: string | null = null) {
  return timeAxis({ originDate: date, pixelsPerDay: PIXELS_PER_DAY[zoom] }, { x: 0, width }, zoom, today);
}

describe('the head of a time axis', () => {
  it('by day names months and numbers weekdays only', () => {
    const { upper, lower } = axisFrom('2027-01-28', 'day', 240);
    expect(texts(upper)).toEqual(['Jan 2027', 'Feb']);
    expect(texts(lower)).toEqual(['28', '29', '1', '2', '3', '4', '5']);
  });

  it('by week names months, with the year at first and in January, and numbers Mondays', () => {
    const { upper, lower } = axisFrom('2026-11-30', 'week', 300);
    expect(texts(upper)).toEqual(['Dec 2026', 'Jan 2027', 'Feb']);
    expect(texts(lower)).toEqual(['30', '7', '14', '21', '28', '4', '11', '18', '25', '1', '8']);
  });

  it('by month names years above and months below', () => {
    const { upper, lower } = axisFrom('2026-11-01', 'month', 300);
    expect(texts(upper)).toEqual(['2026', '2027']);
    expect(texts(lower)).toEqual(['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May']);
  });

  it('by quarter names years above and quarters below', () => {
    const { upper, lower } = axisFrom('2026-10-01', 'quarter', 400);
    expect(texts(upper)).toEqual(['2026', '2027', '2028']);
    expect(texts(lower)).toEqual(['Q4', 'Q1', 'Q2', 'Q3', 'Q4', 'Q1', 'Q2', 'Q3']);
  });

  it('puts every Monday label just right of its Monday', () => {
    const axis = { originDate: '2027-01-06', pixelsPerDay: 4 };
    const { lower } = timeAxis(axis, { x: 0, width: 800 }, 'week');
    for (const { x } of lower) {
      const day = (x - 4) / 4;
      expect(weekdayOfDay(dayNumber(addDays('2027-01-06', day)))).toBe(0);
    }
  });

  it('leaves out labels that today would cover, and tells where today is', () => {
    const plain = texts(axisFrom('2027-01-04', 'week', 400).lower);
    const { lower, today } = axisFrom('2027-01-04', 'week', 400, '2027-02-01');
    expect(today).toBe(xOf({ originDate: '2027-01-04', pixelsPerDay: 4 }, '2027-02-01') + 2);
    expect(lower.filter(({ x }) => Math.abs(x - (today ?? 0)) < 24)).toEqual([]);
    expect(lower.length).toBeLessThan(plain.length);
    expect(axisFrom('2027-01-04', 'week', 400, '2028-02-01').today).toBeNull();
  });

  it('draws lines at the beginnings of months', () => {
    const { lines } = axisFrom('2027-01-01', 'week', 400);
    expect(lines).toEqual(
      ['2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01'].map(
        (date) => (dayNumber(date) - dayNumber('2027-01-01')) * 4,
      ),
    );
  });

  it('never lets labels of a row run into each other, at any scale, and stays small', () => {
    const zooms: Zoom[] = ['day', 'week', 'month', 'quarter'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zooms),
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        fc.integer({ min: 0, max: 20_000 }),
        (zoom, pixelsPerDay, days) => {
          const axis = { originDate: addDays('1990-01-01', days), pixelsPerDay };
          const { upper, lower, lines } = timeAxis(axis, { x: 0, width: 1200 }, zoom);
          for (const row of zoom === 'week' || zoom === 'day' ? [lower] : [upper, lower]) {
            row.slice(1).forEach((label, index) => {
              const before = row[index];
              expect(label.x - (before?.x ?? 0)).toBeGreaterThanOrEqual((before?.text.length ?? 0) * 5);
            });
          }
          expect(lines.length).toBeLessThan(60);
        },
      ),
    );
  });

  it('keeps the same labels over the same days while scrolling', () => {
    const axis = { originDate: '2027-01-04', pixelsPerDay: 1.7 };
    const at = (x: number): Set<string> =>
      new Set(
        timeAxis(axis, { x, width: 600 }, 'week').lower.map(
          (label) => `${label.text} at ${Math.round(label.x + x)}`,
        ),
      );
    const first = at(0);
    const scrolled = at(37);
    const shared = [...first].filter((label) => scrolled.has(label));
    expect(shared.length).toBeGreaterThanOrEqual(first.size - 2);
  });
});
