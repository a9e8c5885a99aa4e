/** The roadmap as one poster: lanes by quarters, go-live and today, and what has no date yet. */
import type { CalendarDate } from '../domain/base/dates';
import { shortDate } from '../domain/gantt/dateLabel';
import { line, rect, type Sign } from '../domain/gantt/primitive';
import type { RoadmapItem } from '../domain/registers/all';
import { roadmapMarks } from '../domain/roadmap/roadmapMarks';
import {
  roadmapScene,
  type LaterItem,
  type PlacedLane,
  type PlacedQuarter,
  type RoadmapScene,
} from '../domain/roadmap/roadmapScene';
import type { Schedule } from '../domain/schedule/schedule';
import type { Workbook } from '../domain/workbook';
import { label, marksToSvg, svgDocument, svgFigure, windowed, type SvgDrawing, type SvgPart } from './svg';
import { legend, MARGIN, paperOf, sheetHead, todayFlag, type Paper, type PaperName } from './svgSheet';
import { fitLine, fitLines, textWidth } from './svgText';

export interface RoadmapSvgOptions {
  readonly title: string;
  readonly answer: string;
  readonly stamp: string;
  readonly today: CalendarDate | null;
  /** Fit to one page of this paper, landscape. */
  readonly paper?: PaperName;
  /** Show only what this audience is meant to see. */
  readonly audience?: RoadmapItem['audience'];
}

const LANE_HEAD = 136;
const QUARTER_HEAD = 40;
const FREE_WIDTH = 1280;
const FITTING_ATTEMPTS = 12;
const FOOT = 30;
const CHIP_HEIGHT = 26;
const CHIP_GAP = 8;
const CHIP_SIZE = 12;

const AUDIENCES: Readonly<Record<RoadmapItem['audience'], string>> = {
  leadership: 'For leadership',
  staff: 'For staff',
  public: 'For patients',
};

interface Plan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
}

export function roadmapSvg(plan: Plan, options: RoadmapSvgOptions): string {
  return svgDocument(drawingOf(plan, options));
}

/** The same as part of a page that has a head of its own: without titles and margins. */
export function roadmapFigure(plan: Plan, options: Omit<RoadmapSvgOptions, 'paper'>): string {
  return svgFigure(draw(plan, options, { width: FREE_WIDTH, isFigure: true }));
}

function drawingOf(plan: Plan, options: RoadmapSvgOptions): SvgDrawing {
  const paper = options.paper === undefined ? undefined : paperOf(options.paper);
  if (paper === undefined) return draw(plan, options, { width: FREE_WIDTH });
  // A poster is one page. What is too tall for the paper gets a larger field, which makes it wider and so flatter too.
  let width = paper.width;
  for (let attempt = 0; attempt < FITTING_ATTEMPTS; attempt++) {
    const tall = layOut(plan, options, { width }).height;
    if (tall <= (width * paper.height) / paper.width) break;
    width = (width + (tall * paper.width) / paper.height) / 2;
  }
  return draw(plan, options, { width, paper });
}

interface Layout {
  readonly scene: RoadmapScene;
  readonly head: ReturnType<typeof sheetHead>;
  readonly later: ReturnType<typeof laterPart>;
  readonly chartX: number;
  /** Of the first lane. */
  readonly top: number;
  readonly contentBottom: number;
  readonly height: number;
}

function layOut(
  plan: Plan,
  { title, answer, stamp, today, audience }: RoadmapSvgOptions,
  { width, isFigure = false }: { width: number; isFigure?: boolean },
): Layout {
  const chartX = MARGIN.side + LANE_HEAD;
  const chartWidth = width - MARGIN.side - chartX;
  const part = audience === undefined ? {} : { audience };
  const scene = roadmapScene({ ...plan, today, width: chartWidth, ...part });
  const scope = audience === undefined ? 'Whole roadmap' : AUDIENCES[audience];
  const head = isFigure ? { body: [], height: 0 } : sheetHead({ title, answer, stamp, scope }, width);
  const top = MARGIN.top + head.height + QUARTER_HEAD;
  const later = laterPart(scene.later, { x: chartX, y: top + scene.height + 14, width: chartWidth });
  const contentBottom = Math.max(later.bottom, top + scene.height);
  return { scene, head, later, chartX, top, contentBottom, height: contentBottom + FOOT + MARGIN.bottom };
}

function draw(
  plan: Plan,
  options: RoadmapSvgOptions,
  { width, paper, isFigure = false }: { width: number; paper?: Paper; isFigure?: boolean },
): SvgDrawing {
  const { scene, head, later, chartX, top, contentBottom, height } = layOut(plan, options, {
    width,
    isFigure,
  });
  const marks = roadmapMarks(scene, (text, room) => fitLines(text, room));
  const fieldHeight = paper === undefined ? height : Math.max(height, (width * paper.height) / paper.width);
  const fieldWidth = paper === undefined ? width : (fieldHeight * paper.width) / paper.height;
  const view = {
    x: MARGIN.side,
    y: MARGIN.top,
    width: width - 2 * MARGIN.side,
    height: contentBottom + FOOT - MARGIN.top,
  };
  return {
    width: fieldWidth,
    height: fieldHeight,
    ...(isFigure ? { view } : {}),
    ...(paper === undefined ? {} : { paper: paper.millimetres }),
    title: options.title,
    description: `${options.answer} ${options.stamp}.`,
    key: 'roadmap',
    body: [
      ...head.body,
      ...quarterHeads(scene, { x: chartX, bottom: top, goLive: plan.schedule.goLive }),
      ...scene.lanes.flatMap((lane) => laneHead(lane, top)),
      windowed({ x: chartX, y: top, width: scene.width, height: scene.height }, marks),
      ...later.body,
      ...legend(new Set<Sign>(marks.map((mark) => mark.sign)), contentBottom + 20),
    ],
  };
}

interface HeadPlace {
  readonly x: number;
  readonly bottom: number;
  readonly goLive: CalendarDate | null;
}

function quarterHeads(scene: RoadmapScene, { x, bottom, goLive }: HeadPlace): SvgPart[] {
  const rule = line({
    sign: 'background',
    points: [MARGIN.side, bottom - 0.5, x + scene.width, bottom - 0.5],
    stroke: 'line-strong',
  });
  const { todayX, goLiveX } = scene;
  const goLiveText = goLive === null ? '' : `Go-live ${shortDate(goLive)}`;
  const halfGoLive = textWidth(goLiveText, 10) / 2;
  const clear = goLiveX !== null && (todayX === null || Math.abs(todayX - goLiveX) > halfGoLive + 22);
  return [
    marksToSvg([rule]),
    ...scene.quarters.flatMap((quarter, index) => quarterHead(quarter, { x, bottom, isFirst: index === 0 })),
    ...(goLiveX !== null && clear
      ? [
          label({
            x: x + goLiveX,
            y: bottom - 4,
            text: goLiveText,
            size: 10,
            tone: 'text-2',
            anchor: 'middle',
          }),
        ]
      : []),
    ...(todayX === null ? [] : todayFlag(x + todayX, { from: x, bottom })),
  ];
}

/** `Q2 2026`; where that is too wide the quarter, and the year above it where one begins. */
function quarterHead(
  quarter: PlacedQuarter,
  { x, bottom, isFirst }: { x: number; bottom: number; isFirst: boolean },
): SvgPart[] {
  const place = { x: x + quarter.x + 8, y: bottom - 22, size: 12 };
  if (textWidth(quarter.label, 12) + 12 <= quarter.width)
    return [label({ ...place, text: quarter.label, weight: 'medium' })];
  const [name = '', year = ''] = quarter.label.split(' ');
  if (textWidth(name, 12) + 8 > quarter.width) return [];
  const years =
    isFirst || name === 'Q1'
      ? [label({ ...place, y: bottom - 37, size: 11, text: year, tone: 'text-3' })]
      : [];
  return [...years, label({ ...place, text: name, weight: 'medium' })];
}

function laneHead(lane: PlacedLane, top: number): SvgPart[] {
  const y = top + lane.y;
  const bottom = y + lane.height;
  const lines = fitLines(lane.name, { width: LANE_HEAD - 28, size: 13, lines: 2 });
  return [
    marksToSvg([
      rect({ sign: 'item', x: MARGIN.side, y: y + 17, width: 8, height: 8, radius: 2, fill: lane.tone }),
      line({
        sign: 'background',
        points: [MARGIN.side, bottom, MARGIN.side + LANE_HEAD, bottom],
        stroke: 'line',
      }),
    ]),
    ...lines.map((text, index) =>
      label({ x: MARGIN.side + 16, y: y + 26 + index * 16, text, size: 13, weight: 'semibold' }),
    ),
  ];
}

/** Items without dates, as chips in as many rows as they need. */
function laterPart(
  items: readonly LaterItem[],
  { x, y, width }: { x: number; y: number; width: number },
): { body: SvgPart[]; bottom: number } {
  if (items.length === 0) return { body: [], bottom: y };
  const body = [
    label({ x: MARGIN.side, y: y + 17, text: 'Later', size: 13, weight: 'semibold' }),
    label({ x: MARGIN.side, y: y + 33, text: 'no quarter yet', size: CHIP_SIZE, tone: 'text-3' }),
  ];
  let left = x;
  let top = y;
  for (const item of items) {
    const text = fitLine(item.title, width - 24, CHIP_SIZE);
    const chipWidth = textWidth(text, CHIP_SIZE) + 24;
    if (left > x && left + chipWidth > x + width) {
      left = x;
      top += CHIP_HEIGHT + CHIP_GAP;
    }
    const chip = {
      sign: 'item' as const,
      x: left + 0.5,
      y: top + 0.5,
      width: chipWidth - 1,
      height: CHIP_HEIGHT - 1,
      radius: 12.5,
    };
    body.push(marksToSvg([rect({ ...chip, stroke: 'line-strong' })]));
    body.push(label({ x: left + chipWidth / 2, y: top + 17, text, size: CHIP_SIZE, anchor: 'middle' }));
    left += chipWidth + CHIP_GAP;
  }
  return { body, bottom: Math.max(top + CHIP_HEIGHT, y + 38) };
}
