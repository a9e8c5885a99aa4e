/**
 * The timeline as drawings: head, table and chart side by side, the signs used and who is who. Without paper the whole
 * plan is one; with it, pages on which rows never split and groups stay with their first task.
 */
import { addDays, dayNumber, type CalendarDate } from '../domain/base/dates';
import type { Figures } from '../domain/baseline/figures';
import { zoomFor, type Axis } from '../domain/gantt/axis';
import { fullDate } from '../domain/gantt/dateLabel';
import { extentOf } from '../domain/gantt/extent';
import { linkIndex } from '../domain/gantt/linkIndex';
import { line, type Primitive, type Sign } from '../domain/gantt/primitive';
import { ganttScene } from '../domain/gantt/scene';
import { timeAxis } from '../domain/gantt/timeAxis';
import type { OutlineRow } from '../domain/outline';
import type { Schedule } from '../domain/schedule/schedule';
import type { Workbook } from '../domain/workbook';
import { ganttTable, type GanttTable } from './ganttSvgTable';
import { label, marksToSvg, svgDocument, svgFigure, windowed, type SvgDrawing, type SvgPart } from './svg';
import {
  legend,
  MARGIN,
  paperOf,
  sheetHead,
  FLAG_WIDTH,
  todayFlag,
  type Head,
  type Paper,
  type PaperName,
} from './svgSheet';
import { fitLine } from './svgText';

export interface GanttPlan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  /** The rows to show, in order; the whole outline without it. */
  readonly rows?: readonly OutlineRow[];
}

export interface GanttSvgOptions {
  readonly title: string;
  readonly answer: string;
  readonly stamp: string;
  readonly today: CalendarDate | null;
  /** Fit to pages of this paper, landscape. */
  readonly paper?: PaperName;
  readonly criticalPath?: boolean;
  readonly links?: boolean;
  /** Draw where the tasks of this baseline stood. */
  readonly baseline?: Figures;
}

/** About 4 mm. */
const ROW_HEIGHT = 15.2;
const COLUMN_HEAD = 40;
const FOOT = 40;
const AXIS_SIZE = 9;
/** Of a drawing that need not fit paper. */
const FREE_PIXELS_PER_DAY = 2.4;
const NARROWEST_CHART = 660;
const WIDEST_CHART = 6000;

const ZOOM_WORDS = { day: 'by day', week: 'by week', month: 'by month', quarter: 'by quarter' } as const;

/** @returns one SVG document, or one for each page of the paper */
export function ganttSvg(plan: GanttPlan, options: GanttSvgOptions): string[] {
  return ganttDrawings(plan, options).map(svgDocument);
}

/** The same as pieces of a page that has a head of its own: without titles and margins, so many rows each. */
export function ganttFigures(
  plan: GanttPlan,
  options: GanttSvgOptions & { readonly piece: GanttPiece },
): string[] {
  return ganttDrawings(plan, options).map(svgFigure);
}

export interface GanttPiece {
  /** CSS pixels. */
  readonly width: number;
  readonly rows: number;
}

function ganttDrawings(plan: GanttPlan, options: Options): SvgDrawing[] {
  const rows = plan.rows ?? plan.workbook.outline.rows;
  const drawing = drawingOf({ ...plan, rows }, options);
  const pages = pagesOf(rows, drawing.rowsPerPage);
  return pages.map((page, index) => drawPage(drawing, { ...page, number: index + 1, count: pages.length }));
}

type Options = GanttSvgOptions & { readonly piece?: GanttPiece };

interface Drawing {
  readonly plan: Required<GanttPlan>;
  readonly options: Options;
  readonly links: ReturnType<typeof linkIndex>;
  readonly table: GanttTable;
  readonly axis: Axis;
  readonly paper: Paper | undefined;
  readonly head: ReturnType<typeof sheetHead>;
  readonly width: number;
  readonly chartWidth: number;
  readonly rowsPerPage: number;
}

function drawingOf(plan: Required<GanttPlan>, options: Options): Drawing {
  const { piece } = options;
  const extent = extentOf(plan, options.baseline);
  const table = ganttTable(plan, extent);
  const days = dayNumber(extent.until) - dayNumber(extent.from) + 1;
  // Room on the right for the date of the last milestone.
  const shownDays = Math.ceil(days * 1.06) + 6;
  const paper = options.paper === undefined ? undefined : paperOf(options.paper);
  const freeWidth = Math.min(Math.max(shownDays * FREE_PIXELS_PER_DAY, NARROWEST_CHART), WIDEST_CHART);
  const needed = piece?.width ?? table.width + freeWidth;
  const width = paper?.width ?? 2 * MARGIN.side + needed;
  const chartWidth = width - 2 * MARGIN.side - table.width;
  const axis = { originDate: addDays(extent.from, -2), pixelsPerDay: chartWidth / shownDays };
  const scope = `${plan.rows.length === plan.workbook.outline.rows.length ? 'Whole plan' : 'Part of the plan'}, ${ZOOM_WORDS[zoomFor(axis.pixelsPerDay)]}`;
  const titles: Head = { title: options.title, answer: options.answer, stamp: options.stamp, scope };
  const head = piece === undefined ? sheetHead(titles, width) : { body: [], height: 0 };
  const room =
    paper === undefined
      ? Infinity
      : paper.height - MARGIN.top - head.height - COLUMN_HEAD - FOOT - MARGIN.bottom;
  const rowsPerPage = piece?.rows ?? Math.max(1, Math.floor(room / ROW_HEIGHT));
  return {
    plan,
    options,
    links: linkIndex(plan.workbook, plan.rows),
    table,
    axis,
    paper,
    head,
    width,
    chartWidth,
    rowsPerPage,
  };
}

interface Page {
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
}

function pagesOf(rows: readonly OutlineRow[], rowsPerPage: number): Page[] {
  const pages: Page[] = [];
  for (let first = 0; first < rows.length;) {
    let end = Math.min(rows.length, first + rowsPerPage);
    while (end > first + 1 && leadsOn(rows, end - 1)) end -= 1;
    pages.push({ first, end });
    first = end;
  }
  return pages.length === 0 ? [{ first: 0, end: 0 }] : pages;
}

/** The row is the head of a group whose first row is the next one. */
function leadsOn(rows: readonly OutlineRow[], index: number): boolean {
  const next = rows[index + 1];
  return next !== undefined && next.depth > (rows[index]?.depth ?? 0);
}

function drawPage(drawing: Drawing, page: Page & { number: number; count: number }): SvgDrawing {
  const { plan, options, table, paper, head, width, chartWidth, axis } = drawing;
  const top = MARGIN.top + head.height;
  const rowsTop = top + COLUMN_HEAD;
  const rowsHeight = Math.max(page.end - page.first, 1) * ROW_HEIGHT;
  const bottom = rowsTop + rowsHeight;
  const chartX = MARGIN.side + table.width;
  const viewport = {
    x: 0,
    y: page.first * ROW_HEIGHT,
    width: chartWidth,
    height: rowsHeight,
    rowHeight: ROW_HEIGHT,
  };
  const { criticalPath = true, links = true, today, baseline } = options;
  const marks = ganttScene({
    ...plan,
    links: drawing.links,
    axis,
    viewport,
    options: { today, criticalPath, links, ...(baseline === undefined ? {} : { baseline }) },
  });
  const height = paper?.height ?? bottom + FOOT + MARGIN.bottom;
  const view = { x: MARGIN.side, y: top, width: width - 2 * MARGIN.side, height: bottom + FOOT - top };
  return {
    width,
    height,
    ...(options.piece === undefined ? {} : { view }),
    ...(paper === undefined ? {} : { paper: paper.millimetres }),
    title: options.title,
    description: `${options.answer} ${describe(plan)} ${options.stamp}.`,
    key: `timeline-${page.number}`,
    body: [
      ...head.body,
      ...table.head({ x: MARGIN.side, y: rowsTop }),
      ...table.rows({ x: MARGIN.side, y: rowsTop, first: page.first, end: page.end, rowHeight: ROW_HEIGHT }),
      ...axisHead(drawing, { x: chartX, bottom: rowsTop }),
      windowed({ x: chartX, y: rowsTop, width: chartWidth, height: rowsHeight }, marks),
      ...frame({ left: MARGIN.side, right: width - MARGIN.side, top, rowsTop, bottom, chartX }),
      ...foot(drawing, { marks, page, bottom }),
    ],
  };
}

function describe({ schedule, rows }: Required<GanttPlan>): string {
  const count = rows.filter((row) => !row.hasChildren).length;
  const span = `from ${fullDate(schedule.projectStart)} to ${fullDate(schedule.projectFinish)}`;
  return `${count === 1 ? '1 task' : `${count} tasks`} ${span}.`;
}

function axisHead(
  { axis, chartWidth, options }: Drawing,
  { x, bottom }: { x: number; bottom: number },
): SvgPart[] {
  const { upper, lower, today } = timeAxis(
    axis,
    { x: 0, width: chartWidth },
    zoomFor(axis.pixelsPerDay),
    options.today,
  );
  const fits = ({ x: left, text }: { x: number; text: string }): boolean =>
    left + text.length * 6 <= chartWidth;
  // Where the flag was pushed right to stay on the axis, it stands on the first dates.
  const isPushed = today !== null && today < FLAG_WIDTH / 2;
  return [
    ...upper
      .filter(fits)
      .map((entry) => label({ ...entry, x: x + entry.x, y: bottom - 24, size: AXIS_SIZE, weight: 'medium' })),
    ...lower
      .filter((entry) => fits(entry) && !(isPushed && entry.x < FLAG_WIDTH))
      .map((entry) => label({ ...entry, x: x + entry.x, y: bottom - 5, size: AXIS_SIZE, tone: 'text-2' })),
    ...(today === null ? [] : todayFlag(x + today, { from: x, bottom })),
  ];
}

function frame(edges: {
  left: number;
  right: number;
  top: number;
  rowsTop: number;
  bottom: number;
  chartX: number;
}): SvgPart[] {
  const { left, right, top, rowsTop, bottom, chartX } = edges;
  const rule = { sign: 'background' as const, width: 0.8 };
  return [
    marksToSvg([
      line({ ...rule, points: [left, top, right, top], stroke: 'text' }),
      line({ ...rule, points: [left, rowsTop, right, rowsTop], stroke: 'text-2' }),
      line({ ...rule, points: [chartX, top, chartX, bottom], stroke: 'text-2' }),
      line({ ...rule, points: [left, bottom, right, bottom], stroke: 'text' }),
    ]),
  ];
}

interface Foot {
  readonly marks: readonly Primitive[];
  readonly page: {
    readonly first: number;
    readonly end: number;
    readonly number: number;
    readonly count: number;
  };
  readonly bottom: number;
}

function foot({ table, width, paper }: Drawing, { marks, page, bottom }: Foot): SvgPart[] {
  const y = bottom + 16;
  const small = { size: 9.6, tone: 'text-2' as const };
  const people = fitLine(table.people(page.first, page.end), width - 2 * MARGIN.side, small.size);
  const signs = new Set<Sign>(marks.map((mark) => mark.sign));
  return [
    ...legend(signs, y),
    ...(people === '' ? [] : [label({ ...small, x: MARGIN.side, y: y + 18, text: people })]),
    ...(paper === undefined
      ? []
      : [
          label({
            ...small,
            x: width - MARGIN.side,
            y: y + 3.5,
            text: `Page ${page.number} of ${page.count}`,
            anchor: 'end',
          }),
        ]),
  ];
}
