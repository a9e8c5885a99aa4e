import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitTest } from '../../../shared/domain/gantt/hitTest';
import { ganttScene } from '../../../shared/domain/gantt/scene';
import { arbitraryPlan } from '../../export/arbitraryPlan';
import { uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';
import { ganttOf, ganttStory, ROW } from './ganttStory';

const input = ganttStory({
  tasks: [
    { id: 'a', name: 'A', durationDays: 5 },
    { id: 'm', name: 'M', kind: 'milestone' },
    { id: 'g', name: 'G', kind: 'summary' },
    { id: 'b', name: 'B', parent: 'g', durationDays: 1 },
  ],
  links: [{ id: 'l', predecessor: 'a', successor: 'm' }],
});
const MIDDLE = ROW / 2;

describe('what lies under the pointer', () => {
  it('is the bar, or one of its ends, or the handle behind it', () => {
    const at = (x: number): string | undefined => hitTest(input, x, MIDDLE)?.part;
    expect([at(-3), at(1), at(25), at(48), at(51), at(56), at(70)]).toEqual([
      undefined,
      'start',
      'bar',
      'end',
      'end',
      'link-handle',
      undefined,
    ]);
  });

  it('is nothing above and below the bar of its row', () => {
    expect(hitTest(input, 25, 2)).toBeNull();
    expect(hitTest(input, 25, ROW - 2)).toBeNull();
    expect(hitTest(input, 25, 500)).toBeNull();
  });

  it('is the milestone around the end of its day, and its handle', () => {
    expect(hitTest(input, 50, ROW + MIDDLE)).toEqual({ taskId: uuid('m'), part: 'milestone' });
    expect(hitTest(input, 62, ROW + MIDDLE)).toEqual({ taskId: uuid('m'), part: 'link-handle' });
  });

  it('is the whole bracket of a group, which has no ends to pull', () => {
    expect(hitTest(input, 1, 2 * ROW + MIDDLE)).toEqual({ taskId: uuid('g'), part: 'bar' });
  });

  it('holds a narrow bar by all its width, and keeps its ends in reach beside it', () => {
    const at = (x: number): string | undefined => hitTest(input, x, 3 * ROW + MIDDLE)?.part;
    expect([at(-3), at(1), at(4.5), at(8), at(12), at(18)]).toEqual([
      'start',
      'bar',
      'bar',
      'bar',
      'end',
      'link-handle',
    ]);
  });

  it('finds every bar that is painted, at its middle, however the chart is scrolled', () => {
    const view = fc.record({ x: fc.integer({ min: -200, max: 400 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(arbitraryPlan, view, (workbook, viewport) => {
        const scrolled = ganttOf(workbook, { viewport });
        for (const mark of ganttScene(scrolled)) {
          if (mark.kind !== 'rect' || (mark.sign !== 'task' && mark.sign !== 'critical') || mark.width < 2)
            continue;
          const hit = hitTest(scrolled, mark.x + mark.width / 2, mark.y + mark.height / 2);
          expect(hit?.taskId).toBe(mark.id);
        }
      }),
      tries(40),
    );
  });
});
