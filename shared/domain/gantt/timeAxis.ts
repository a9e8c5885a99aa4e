/**
 * The two header rows of a time axis: a coarse one (months or years) and a fine one (days, weeks, months, quarters),
 * thinned out until they fit. Which labels are left does not depend on how far the chart is scrolled.
 */
import {
  addMonths,
  calendarDate,
  dateOfDay,
  dayNumber,
  monthNumber,
  monthOf,
  partsOf,
  weekdayOfDay,
  type CalendarDate,
} from '../base/dates';
import { dateAt, xOf, type Axis, type Zoom } from './axis';
import { shortMonth } from './dateLabel';

export interface AxisLabel {
  /** In pixels from the left edge of the visible part. */
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle';
}

export interface TimeAxis {
  readonly upper: readonly AxisLabel[];
  readonly lower: readonly AxisLabel[];
  /** Where vertical hairlines stand: the beginnings of months, or of coarser periods where those are too close. */
  readonly lines: readonly number[];
  /** The middle of today, where its label goes; null outside the visible part. */
  readonly today: number | null;
}

/** The visible part of an axis, in pixels from its origin. */
export interface AxisRange {
  readonly x: number;
  readonly width: number;
}

const LABEL_INSET = 4;
const CHARACTER_WIDTH = 6.2;
const TODAY_HALF_WIDTH = 24;
const CLOSEST_LINES = 24;
const WEEK_STEPS = [7, 14, 28, 56];
const YEAR_STEPS = [1, 2, 5, 10, 25, 50, 100];

/** @param today is labelled in the fine row; labels it would cover are left out */
export function timeAxis(
  axis: Axis,
  range: AxisRange,
  zoom: Zoom,
  today: CalendarDate | null = null,
): TimeAxis {
  const { from, until } = datesIn(axis, range);
  const place = (date: CalendarDate): number => xOf(axis, date) - range.x;
  const todayX = today === null ? null : place(today) + axis.pixelsPerDay / 2;
  const shownToday = todayX !== null && todayX >= 0 && todayX <= range.width ? todayX : null;
  const free = (label: AxisLabel): boolean =>
    shownToday === null ||
    Math.abs(label.x + textWidth(label.text) / 2 - shownToday) > TODAY_HALF_WIDTH + textWidth(label.text) / 2;
  const upper =
    zoom === 'day' || zoom === 'week'
      ? monthLabels(from, until, place)
      : yearLabels(from, until, axis, place);
  return {
    upper,
    lower: fineLabels(zoom, axis, range).filter((label) => label.x >= 0 && free(label)),
    lines: axisLines(axis, range),
    today: shownToday,
  };
}

function datesIn(axis: Axis, range: AxisRange): { from: CalendarDate; until: CalendarDate } {
  return { from: dateAt(axis, range.x), until: dateAt(axis, range.x + range.width) };
}

function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

type Place = (date: CalendarDate) => number;

/** First days of every `step`th month that begin within the dates, the one before them included. */
function monthStarts(from: CalendarDate, until: CalendarDate, step: number): CalendarDate[] {
  const { year, month } = partsOf(from);
  let date = addMonths(calendarDate(year, month, 1), -(monthNumber(monthOf(from)) % step));
  const starts: CalendarDate[] = [];
  for (; date <= until; date = addMonths(date, step)) starts.push(date);
  return starts;
}

/** Keeps the first label in view until the next one pushes it out. */
function sticky(labels: readonly AxisLabel[]): AxisLabel[] {
  return labels.flatMap((label, index) => {
    const next = labels[index + 1];
    const shown = { ...label, x: Math.max(label.x, LABEL_INSET) };
    return next !== undefined && next.x < shown.x + textWidth(label.text) + LABEL_INSET ? [] : [shown];
  });
}

/** Months; the first one in view and every January name their year. */
function monthLabels(from: CalendarDate, until: CalendarDate, place: Place): AxisLabel[] {
  const label = (date: CalendarDate, text: string): AxisLabel => ({
    x: place(date) + LABEL_INSET,
    text,
    anchor: 'start',
  });
  const withYear = (date: CalendarDate): string => `${shortMonth(date)} ${date.slice(0, 4)}`;
  const months = monthStarts(from, until, 1);
  const [first, second] = months;
  // Where the first month is nearly out of view, the next one speaks for it.
  const cramped =
    first !== undefined &&
    second !== undefined &&
    place(second) < textWidth(withYear(first)) + 2 * LABEL_INSET;
  const shown = cramped ? months.slice(1) : months;
  return sticky(
    shown.map((date, index) =>
      label(date, index === 0 || date.endsWith('-01-01') ? withYear(date) : shortMonth(date)),
    ),
  );
}

function yearLabels(from: CalendarDate, until: CalendarDate, axis: Axis, place: Place): AxisLabel[] {
  const fits = (years: number): boolean =>
    years * 365 * axis.pixelsPerDay >= textWidth('2027') + 3 * LABEL_INSET;
  const step = YEAR_STEPS.find(fits) ?? 100;
  const labels = monthStarts(from, until, 12)
    .filter((date) => Number(date.slice(0, 4)) % step === 0)
    .map((date): AxisLabel => ({ x: place(date) + LABEL_INSET, text: date.slice(0, 4), anchor: 'start' }));
  return sticky(labels);
}

function fineLabels(zoom: Zoom, axis: Axis, range: AxisRange): AxisLabel[] {
  const { from, until } = datesIn(axis, range);
  const place = (date: CalendarDate): number => xOf(axis, date) - range.x;
  const fits = (days: number, text: string): boolean =>
    days * axis.pixelsPerDay >= textWidth(text) + LABEL_INSET;
  switch (zoom) {
    case 'day':
    case 'week': {
      const step = (zoom === 'day' ? [1, ...WEEK_STEPS] : WEEK_STEPS).find((days) => fits(days, '30'));
      return step === undefined ? [] : dayLabels({ from, until, step }, place, axis.pixelsPerDay);
    }
    case 'month':
    case 'quarter': {
      const steps = zoom === 'month' ? [1, 2, 3, 6] : [3, 6];
      const step = steps.find((months) => fits(months * 30, zoom === 'month' ? 'Mar' : 'Q3'));
      if (step === undefined) return [];
      return monthStarts(from, until, step).map((date) => {
        const text = zoom === 'month' ? shortMonth(date) : `Q${Math.ceil(partsOf(date).month / 3)}`;
        return { x: place(date) + LABEL_INSET, text, anchor: 'start' };
      });
    }
  }
}

/** Every working weekday, or every so many weeks its Monday. */
function dayLabels(
  { from, until, step }: { from: CalendarDate; until: CalendarDate; step: number },
  place: Place,
  pixelsPerDay: number,
): AxisLabel[] {
  const labels: AxisLabel[] = [];
  const last = dayNumber(until);
  for (let day = dayNumber(from); day <= last; day++) {
    const weekday = weekdayOfDay(day);
    const wanted = step === 1 ? weekday < 5 : weekday === 0 && (((day + 3) % step) + step) % step === 0;
    if (!wanted) continue;
    const date = dateOfDay(day);
    const text = String(partsOf(date).day);
    const middle = step === 1;
    labels.push({
      x: place(date) + (middle ? pixelsPerDay / 2 : LABEL_INSET),
      text,
      anchor: middle ? 'middle' : 'start',
    });
  }
  return labels;
}

/** Where vertical hairlines stand in the visible part. */
export function axisLines(axis: Axis, range: AxisRange): number[] {
  const { from, until } = datesIn(axis, range);
  const fits = (months: number): boolean => months * 30 * axis.pixelsPerDay >= CLOSEST_LINES;
  const step = [1, 3, 12, 60, 120].find(fits) ?? 1200;
  return monthStarts(from, until, step)
    .map((date) => xOf(axis, date) - range.x)
    .filter((x) => x >= 0);
}
