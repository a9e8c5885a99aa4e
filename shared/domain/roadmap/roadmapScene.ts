/**
 * The roadmap as a picture: lanes of items over quarters. The screen uses the positions, files are painted from the
 * marks. Dates come from the tasks an item is linked to, or are its own; items without dates wait under “later”.
 */
import { dateOfDay, dayNumber, type CalendarDate } from '../base/dates';
import type { CategoryTone } from '../gantt/primitive';
import type { RoadmapItem } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import type { Workbook } from '../workbook';
import { noteOf } from './itemNote';
import { itemSpan, type ItemSpan } from './itemSpan';
import { quartersCovering, type Quarter } from './quarters';

export interface RoadmapInput {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly today: CalendarDate | null;
  /** Pixels for the quarters, without the lane heads. */
  readonly width: number;
  /** Show only what this audience is meant to see; everything without it. */
  readonly audience?: RoadmapItem['audience'];
}

export interface PlacedQuarter {
  readonly label: string;
  readonly x: number;
  readonly width: number;
}

export interface PlacedItem {
  readonly id: string;
  readonly title: string;
  /** One short line: how far it is, when it is due, or how sure. Empty where it would say nothing new. */
  readonly note: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isIdea: boolean;
  readonly isFixed: boolean;
  /** Its end has passed and its tasks are not done. */
  readonly isLate: boolean;
}

export interface PlacedLane {
  /** As its items name it; empty for items without a lane. */
  readonly lane: string;
  /** As it is shown. */
  readonly name: string;
  readonly tone: CategoryTone;
  readonly y: number;
  readonly height: number;
  readonly items: readonly PlacedItem[];
}

export interface LaterItem {
  readonly id: string;
  readonly title: string;
  readonly horizon: RoadmapItem['horizon'];
}

export interface RoadmapScene {
  readonly quarters: readonly PlacedQuarter[];
  readonly lanes: readonly PlacedLane[];
  /** Items without dates: now, next, later. */
  readonly later: readonly LaterItem[];
  readonly todayX: number | null;
  readonly goLiveX: number | null;
  readonly width: number;
  /** Of all lanes together; y = 0 is the top of the first lane. */
  readonly height: number;
}

const ITEM_HEIGHT = 42;
const ITEM_GAP = 6;
const LANE_PADDING = 12;
/** The narrowest item in which a word can be read. */
const NARROWEST_ITEM = 56;
const HORIZONS: readonly RoadmapItem['horizon'][] = ['now', 'next', 'later'];
const LANE_TONES: readonly CategoryTone[] = [
  'cat-1',
  'cat-4',
  'cat-5',
  'cat-3',
  'cat-8',
  'cat-2',
  'cat-7',
  'cat-6',
];

export function roadmapScene(input: RoadmapInput): RoadmapScene {
  const { workbook, schedule, today, audience, width } = input;
  const shown = workbook.tables.roadmapItems.live.filter(
    (item) => audience === undefined || item.audience === audience,
  );
  const dated = shown.flatMap((item) => {
    const span = itemSpan(item, schedule);
    return span === null ? [] : [{ item, span }];
  });
  const quarters = quartersCovering(
    dated.map(({ span }) => span),
    today ?? schedule.projectStart,
  );
  const scale = scaleOf(quarters, width);
  const lanes = placeLanes(dated, scale, input);
  const last = lanes.at(-1);
  const withDates = new Set(dated.map(({ item }) => item.id));
  return {
    quarters: quarters.map((quarter) => {
      const x = scale.edge(dayNumber(quarter.start));
      return { label: quarter.label, x, width: scale.edge(dayNumber(quarter.end) + 1) - x };
    }),
    lanes,
    later: shown
      .filter((item) => !withDates.has(item.id))
      .sort((a, b) => HORIZONS.indexOf(a.horizon) - HORIZONS.indexOf(b.horizon))
      .map(({ id, title, horizon }) => ({ id, title, horizon })),
    todayX: today === null ? null : scale.within(dayNumber(today) + 0.5),
    goLiveX: schedule.goLive === null ? null : scale.within(dayNumber(schedule.goLive) + 1),
    width,
    height: last === undefined ? 0 : last.y + last.height,
  };
}

interface Scale {
  /** The left edge of a day, held inside the picture. */
  edge(day: number): number;
  /** The same; null outside the picture. */
  within(day: number): number | null;
}

function scaleOf(quarters: readonly Quarter[], width: number): Scale {
  const first = dayNumber(quarters[0]?.start ?? dateOfDay(0));
  const days = dayNumber(quarters.at(-1)?.end ?? dateOfDay(90)) + 1 - first;
  const place = (day: number): number => ((day - first) * width) / days;
  return {
    edge: (day) => Math.min(Math.max(place(day), 0), width),
    within: (day) => (place(day) >= 0 && place(day) <= width ? place(day) : null),
  };
}

interface DatedItem {
  readonly item: RoadmapItem;
  readonly span: ItemSpan;
}

/** Lanes stand in the order in which they first occur; items without a lane share the last one. */
function placeLanes(dated: readonly DatedItem[], scale: Scale, input: RoadmapInput): PlacedLane[] {
  const byLane = new Map<string, DatedItem[]>();
  for (const entry of dated) {
    const inLane = byLane.get(entry.item.lane);
    if (inLane === undefined) byLane.set(entry.item.lane, [entry]);
    else inLane.push(entry);
  }
  const names = [...byLane.keys()].sort((a, b) => Number(a === '') - Number(b === ''));
  let y = 0;
  return names.map((name, index): PlacedLane => {
    const rows = packRows(byLane.get(name) ?? [], scale);
    const items = rows.flatMap((row, rowIndex) => {
      const top = y + LANE_PADDING + rowIndex * (ITEM_HEIGHT + ITEM_GAP);
      return row.map((box) => placeItem(box, top, input));
    });
    const height = 2 * LANE_PADDING + rows.length * (ITEM_HEIGHT + ITEM_GAP) - ITEM_GAP;
    const tone = LANE_TONES[index % LANE_TONES.length] ?? 'cat-1';
    const placed = { lane: name, name: name === '' ? 'Other' : name, tone, y, height, items };
    y += height;
    return placed;
  });
}

interface Box extends DatedItem {
  readonly x: number;
  readonly width: number;
}

/** First fit by start: an item goes to the first row whose last item has ended. */
function packRows(entries: readonly DatedItem[], scale: Scale): Box[][] {
  const boxes = entries.map((entry): Box => {
    const right = scale.edge(dayNumber(entry.span.end) + 1);
    const left = scale.edge(dayNumber(entry.span.start));
    const x =
      right - left < NARROWEST_ITEM
        ? Math.max(0, Math.min(left, scale.edge(Infinity) - NARROWEST_ITEM))
        : left;
    return { ...entry, x, width: Math.max(right - x, NARROWEST_ITEM) };
  });
  boxes.sort((a, b) => a.x - b.x || a.width - b.width);
  const rows: Box[][] = [];
  const ends: number[] = [];
  for (const box of boxes) {
    const fitting = ends.findIndex((end) => end <= box.x + 0.5);
    const row = fitting === -1 ? rows.length : fitting;
    (rows[row] ??= []).push(box);
    ends[row] = box.x + box.width;
  }
  return rows;
}

function placeItem({ item, span, x, width }: Box, y: number, input: RoadmapInput): PlacedItem {
  const { note, isLate } = noteOf(item, span, input);
  return {
    id: item.id,
    title: item.title,
    note,
    start: span.start,
    end: span.end,
    x,
    y,
    // Daylight between an item and the next.
    width: width - 4,
    height: ITEM_HEIGHT,
    isIdea: item.confidence === 'idea',
    isFixed: item.fixedDate,
    isLate,
  };
}
