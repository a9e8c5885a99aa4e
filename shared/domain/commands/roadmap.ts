/**
 * What can be done with the roadmap and what it says: new items, moving and lengthening them in time, and the sentence
 * under the title. An item that is linked to tasks follows them and is never moved by hand.
 */
import {
  addDays,
  addMonths,
  dayNumber,
  monthNumber,
  monthOf,
  partsOf,
  type CalendarDate,
} from '../base/dates';
import type { Command, FieldValues } from '../edits/edit';
import { formatDate, formatDateNear } from '../format/dates';
import { capitalized, counted, plain, strong, type Sentence } from '../format/sentence';
import type { Plan } from '../plan';
import type { RoadmapItem } from '../registers/all';
import { noteOf } from '../roadmap/itemNote';
import { itemSpan, scheduledTasks, type ItemSpan } from '../roadmap/itemSpan';
import { quartersCovering } from '../roadmap/quarters';

export type Audience = RoadmapItem['audience'];

/** By how much an item or its end is moved; negative is earlier. */
export interface Shift {
  readonly unit: 'day' | 'week' | 'month';
  readonly count: number;
}

/** Why an item cannot be moved by hand; undefined where it can. */
export function heldBy(item: RoadmapItem, plan: Plan): 'tasks' | 'fixed' | undefined {
  if (scheduledTasks(item, plan.schedule).length > 0) return 'tasks';
  return item.fixedDate ? 'fixed' : undefined;
}

/** The same in a sentence. */
export function heldText(item: RoadmapItem, held: 'tasks' | 'fixed'): string {
  return held === 'tasks'
    ? `“${item.title}” follows its tasks. Move those, or unlink them here first.`
    : `“${item.title}” has a fixed date. Take the mark off before moving it.`;
}

/**
 * How many days a drag really moves an item: dates near the turn of a month go there, because nobody means the third.
 * @param edge the date that follows the pointer
 * @param reach how many days off still count as near
 */
export function snappedDays(date: CalendarDate, days: number, { edge, reach }: Snap): number {
  const wanted = addDays(date, days);
  const first = `${wanted.slice(0, 7)}-01`;
  const turns =
    edge === 'start' ? [first, addMonths(first, 1)] : [addDays(first, -1), addDays(addMonths(first, 1), -1)];
  const near = turns.find((turn) => Math.abs(dayNumber(turn) - dayNumber(wanted)) <= reach);
  return near === undefined ? days : dayNumber(near) - dayNumber(date);
}

export interface Snap {
  readonly edge: 'start' | 'end';
  readonly reach: number;
}

export function shifted(date: CalendarDate, { unit, count }: Shift): CalendarDate {
  if (unit === 'month') return addMonths(date, count);
  return addDays(date, unit === 'week' ? count * 7 : count);
}

/**
 * A span moved as a whole: it keeps its days, or its months where it is moved by months. By months, what ends with a
 * month still does, and nothing gets shorter than a day at the end of February.
 */
export function movedSpan(span: ItemSpan, shift: Shift): ItemSpan {
  const start = shifted(span.start, shift);
  if (shift.unit !== 'month') return { start, end: shifted(span.end, shift) };
  const end = addDays(addMonths(addDays(span.end, 1), shift.count), -1);
  return { start, end: end < start ? start : end };
}

/** A span with another end, never before its start. */
export function resizedSpan({ start, end }: ItemSpan, shift: Shift): ItemSpan {
  const moved = shifted(end, shift);
  return { start, end: moved < start ? start : moved };
}

/** A drag by days as people mean it: whole months stay whole when they are put at the beginning of another month. */
export function dragShift({ start, end }: ItemSpan, days: number): Shift {
  const target = addDays(start, days);
  const isWholeMonths = partsOf(start).day === 1 && partsOf(addDays(end, 1)).day === 1;
  if (!isWholeMonths || partsOf(target).day !== 1) return { unit: 'day', count: days };
  return { unit: 'month', count: monthNumber(monthOf(target)) - monthNumber(monthOf(start)) };
}

/** Moves an item in time and, where one is given, into another lane. */
export function moveItem(item: RoadmapItem, span: ItemSpan, shift: Shift, lane = item.lane): Command {
  return setPlace(item, { ...movedSpan(span, shift), ...(lane === item.lane ? {} : { lane }) });
}

/** Gives an item without dates the quarter in which a date lies and, where one is given, another lane. */
export function placeItem(item: RoadmapItem, date: CalendarDate, lane = item.lane): Command {
  return setPlace(item, { ...quarterOf(date), ...(lane === item.lane ? {} : { lane }) });
}

/** Puts an item into another lane, whatever holds its dates. */
export function changeLane(item: RoadmapItem, lane: string): Command {
  return setPlace(item, { lane });
}

export function resizeItem(item: RoadmapItem, span: ItemSpan, shift: Shift): Command {
  return { ...setPlace(item, { ...resizedSpan(span, shift) }), label: 'Change length' };
}

function setPlace(item: RoadmapItem, values: FieldValues): Command {
  return {
    label: `Move “${item.title}”`,
    edits: [{ kind: 'set', register: 'roadmapItems', id: item.id, values }],
  };
}

export interface NewItem {
  readonly lane: string;
  readonly audience?: Audience;
  /** Without a span the item waits under “Later”. */
  readonly span?: ItemSpan;
}

/** What a new item starts with; one without dates is an idea. */
export function newItemValues({ lane, audience, span }: NewItem): FieldValues {
  return {
    title: 'New item',
    lane,
    ...(audience === undefined ? {} : { audience }),
    ...(span === undefined ? { confidence: 'idea' } : { start: span.start, end: span.end }),
  };
}

/** The quarter after the one a date lies in: where a new item is put. */
export function nextQuarter(date: CalendarDate): ItemSpan {
  const { month } = partsOf(date);
  const first = addMonths(`${date.slice(0, 7)}-01`, 3 - ((month - 1) % 3));
  return { start: first, end: addDays(addMonths(first, 3), -1) };
}

/** The lanes in use, in the order in which they first occur. */
export function lanesOf(items: readonly RoadmapItem[]): readonly string[] {
  return [...new Set(items.map(({ lane }) => lane))].filter((lane) => lane !== '');
}

/** How many days a pixel of the picture stands for: the same span of quarters over the same width. */
export function daysPerPixel(plan: Plan, shown: RoadmapShown, width: number): number {
  const spans = itemsFor(plan, shown.audience).flatMap((item) => itemSpan(item, plan.schedule) ?? []);
  const quarters = quartersCovering(spans, shown.today);
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined || width <= 0) return 0;
  return (dayNumber(last.end) + 1 - dayNumber(first.start)) / width;
}

/** The date at a place of the picture, in CSS px from its left. */
export function dateAt(
  plan: Plan,
  shown: RoadmapShown,
  { width, x }: { width: number; x: number },
): CalendarDate {
  const spans = itemsFor(plan, shown.audience).flatMap((item) => itemSpan(item, plan.schedule) ?? []);
  const first = quartersCovering(spans, shown.today)[0]?.start ?? shown.today;
  return addDays(first, Math.floor(x * daysPerPixel(plan, shown, width)));
}

export interface RoadmapShown {
  readonly today: CalendarDate;
  readonly audience?: Audience;
}

export function itemsFor(plan: Plan, audience: Audience | undefined): readonly RoadmapItem[] {
  const { live } = plan.workbook.tables.roadmapItems;
  return audience === undefined ? live : live.filter((item) => item.audience === audience);
}

/** What is late, what shares the quarter of go-live, what comes after it, and what has no date yet. */
export function roadmapAnswer(plan: Plan, shown: RoadmapShown): Sentence {
  const items = itemsFor(plan, shown.audience);
  if (items.length === 0) {
    const none = 'Nothing is on the roadmap yet';
    return [plain(shown.audience === undefined ? `${none}.` : `${none} for these readers.`)];
  }
  const dated = items.flatMap((item): Dated[] => {
    const span = itemSpan(item, plan.schedule);
    return span === null ? [] : [{ item, span }];
  });
  const parts = [
    lateSentence(dated, plan, shown.today),
    ...aroundGoLive(dated, plan, shown.today),
    undatedSentence(items.length - dated.length),
  ].filter((part) => part.length > 0);
  if (parts.length === 0) return spanSentence(dated);
  return parts.flatMap((part, index) => (index === 0 ? part : [plain(' '), ...part]));
}

interface Dated {
  readonly item: RoadmapItem;
  readonly span: ItemSpan;
}

function lateSentence(dated: readonly Dated[], plan: Plan, today: CalendarDate): Sentence {
  const late = dated.filter(({ item, span }) => noteOf(item, span, { ...plan, today }).isLate);
  const [first] = late;
  if (first === undefined) return [];
  if (late.length === 1) return [strong(`“${first.item.title}” is late`), plain(', its work is not done.')];
  return [
    strong(`${capitalized(counted(late.length, 'item'))} are late`),
    plain(': their work is not done.'),
  ];
}

function aroundGoLive(dated: readonly Dated[], plan: Plan, today: CalendarDate): Sentence[] {
  const { goLive } = plan.schedule;
  if (goLive === null) return [nextSentence(dated, today, today)];
  const { start, end } = quarterOf(goLive);
  const label = `Q${String((partsOf(start).month + 2) / 3)} ${start.slice(0, 4)}`;
  const beside = dated.filter(
    ({ item, span }) =>
      span.start >= start && span.start <= end && scheduledTasks(item, plan.schedule).length === 0,
  );
  const sharing: Sentence =
    today > goLive
      ? []
      : beside.length === 0
        ? [plain('Nothing else starts in '), strong(`${label}, the quarter of go-live.`)]
        : [
            strong(capitalized(counted(beside.length, 'other item'))),
            plain(` ${beside.length === 1 ? 'starts' : 'start'} in ${label}, the quarter of go-live.`),
          ];
  return [sharing, nextSentence(dated, today > end ? today : end, today)];
}

function nextSentence(dated: readonly Dated[], after: CalendarDate, today: CalendarDate): Sentence {
  const next = dated
    .filter(({ span }) => span.start > after)
    .sort((a, b) => (a.span.start < b.span.start ? -1 : 1))[0];
  if (next === undefined) return [];
  return [plain(`“${next.item.title}” follows on ${formatDateNear(next.span.start, today)}.`)];
}

/** Where there is nothing else to say: how long what is on the roadmap runs. */
function spanSentence(dated: readonly Dated[]): Sentence {
  const last = dated.reduce((end, { span }) => (span.end > end ? span.end : end), '');
  const items = capitalized(counted(dated.length, 'item runs', 'items run'));
  return [plain(`${items} until ${formatDate(last)}, and nothing follows yet.`)];
}

function undatedSentence(count: number): Sentence {
  return count === 0
    ? []
    : [plain(`${capitalized(counted(count, 'item'))} ${count === 1 ? 'has' : 'have'} no date yet.`)];
}

function quarterOf(date: CalendarDate): ItemSpan {
  const next = nextQuarter(date);
  return { start: addMonths(next.start, -3), end: addDays(next.start, -1) };
}

/** `Oct 1, 2027 to Dec 31, 2027`, or one date. */
export function spanText({ start, end }: ItemSpan): string {
  return start === end ? formatDate(start) : `${formatDate(start)} to ${formatDate(end)}`;
}
