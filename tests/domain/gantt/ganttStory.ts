/** A small plan on a chart of ten pixels a day, for tests that count pixels. */
import type { GanttInput, GanttOptions, Viewport } from '../../../shared/domain/gantt/frame';
import { linkIndex } from '../../../shared/domain/gantt/linkIndex';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook, type Story } from '../../support/makeWorkbook';

/** A Monday: x = 0 on the chart. */
export const START = '2027-01-04';
export const PIXELS_PER_DAY = 10;
export const ROW = 28;

interface Changes {
  readonly viewport?: Partial<Viewport>;
  readonly options?: Partial<GanttOptions>;
}

export function ganttOf(workbook: Workbook, { viewport, options }: Changes = {}): GanttInput {
  const { rows } = workbook.outline;
  return {
    workbook,
    schedule: scheduleOf(workbook, START),
    rows,
    links: linkIndex(workbook, rows),
    axis: { originDate: START, pixelsPerDay: PIXELS_PER_DAY },
    viewport: { x: 0, y: 0, width: 1000, height: 600, rowHeight: ROW, ...viewport },
    options: { today: null, criticalPath: true, links: true, ...options },
  };
}

export function ganttStory(story: Story, changes?: Changes): GanttInput {
  return ganttOf(makeWorkbook(story), changes);
}
