import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkRoute, type LinkEnd } from '../../../shared/domain/gantt/linkRoute';

const bar = (x1: number, x2: number, y: number): LinkEnd => ({ x1, x2, y, halfHeight: 6, isPoint: false });
const point = (x: number, y: number): LinkEnd => ({ x1: x, x2: x, y, halfHeight: 6.5, isPoint: true });

const bends = (points: readonly number[]): number => points.length / 2 - 2;

describe('the arrow of a link', () => {
  it('from finish to start bends once and enters the bar from above, near its start', () => {
    const { points, head } = linkRoute('FS', bar(0, 50, 14), bar(60, 120, 42), 28);
    expect(points).toEqual([50, 14, 64, 14, 64, 31]);
    expect(head).toEqual([61, 31, 67, 31, 64, 35]);
  });

  it('enters from below when the successor stands above', () => {
    const { points, head } = linkRoute('FS', bar(0, 50, 42), bar(60, 120, 14), 28);
    expect(points).toEqual([50, 42, 64, 42, 64, 25]);
    expect(head.slice(-1)).toEqual([21]);
  });

  it('drops straight onto a milestone at the end of the bar', () => {
    expect(linkRoute('FS', bar(0, 50, 14), point(50, 42), 28).points).toEqual([50, 20, 50, 30.5]);
  });

  it('turns back between the rows when the successor begins earlier', () => {
    const { points } = linkRoute('FS', bar(100, 200, 14), bar(20, 90, 42), 28);
    expect(points).toEqual([200, 14, 204, 14, 204, 28, 24, 28, 24, 31]);
  });

  it('between starts and between finishes bends once, mirrored', () => {
    const startToStart = linkRoute('SS', bar(0, 50, 14), bar(30, 90, 42), 28);
    const finishToFinish = linkRoute('FF', bar(-50, 0, 14), bar(-90, -30, 42), 28);
    expect(bends(startToStart.points)).toBe(1);
    expect(finishToFinish.points).toEqual(
      startToStart.points.map((value, index) => (index % 2 === 0 ? -value : value)),
    );
  });

  it('always leaves the predecessor, ends at the successor and turns at right angles', () => {
    const end = fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 0, max: 300 }),
      isPoint: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom('FS', 'SS', 'FF', 'SF'),
        end,
        end,
        fc.integer({ min: -9, max: 9 }).filter((rows) => rows !== 0),
        (type, a, b, rows) => {
          const from = a.isPoint ? point(a.x, 14) : bar(a.x, a.x + a.width + 2, 14);
          const to = b.isPoint ? point(b.x, 14 + rows * 28) : bar(b.x, b.x + b.width + 2, 14 + rows * 28);
          const { points, head } = linkRoute(type, from, to, 28);
          const [startX = 0, startY = 0] = points;
          expect(startX).toBeGreaterThanOrEqual(from.x1 - 4);
          expect(startX).toBeLessThanOrEqual(from.x2 + 4);
          expect(Math.abs(startY - from.y)).toBeLessThanOrEqual(from.halfHeight);
          const [tipX = 0, tipY = 0] = head.slice(-2);
          expect(tipX).toBeGreaterThanOrEqual(to.x1 - to.halfHeight - 1);
          expect(tipX).toBeLessThanOrEqual(to.x2 + to.halfHeight + 1);
          expect(Math.abs(tipY - to.y)).toBeLessThanOrEqual(to.halfHeight + 1);
          for (let at = 2; at < points.length; at += 2) {
            const moves = [points[at] !== points[at - 2], points[at + 1] !== points[at - 1]];
            expect(moves.filter(Boolean).length).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
