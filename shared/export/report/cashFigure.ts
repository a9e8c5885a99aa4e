/** The cash of each month as a drawing of stacked columns, with the ticks of the value axis. */
import { stacked, type BarColumn, type BarSeries, type Piece } from '../../domain/charts/stack';
import { valueTicks } from '../../domain/charts/valueTicks';
import { compactMoney } from '../../domain/format/money';
import { line, rect, text, type Primitive } from '../../domain/gantt/primitive';
import { marksToSvg, svgFigure, windowed, type Box, type SvgPart } from '../svg';

const WIDTH = 1040;
const HEIGHT = 190;
const LEFT = 44;
const TOP = 8;
const BOTTOM = HEIGHT - 24;
const COLUMN_SHARE = 0.68;
const MOST_TICKS = 4;
const SIZE = 11;
const HATCH_STEP = 5;

export interface CashFigure {
  readonly title: string;
  readonly description: string;
  readonly series: readonly BarSeries[];
  readonly columns: readonly BarColumn[];
  readonly currency: string;
}

export function cashFigure({ title, description, series, columns, currency }: CashFigure): string {
  const stacks = columns.map(({ values }) => stacked(series, values));
  const ends = stacks.flatMap((pieces) => pieces.map(({ to }) => to));
  const ticks = valueTicks(Math.min(0, ...ends), Math.max(0, ...ends), MOST_TICKS);
  const [lowest, highest] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number): number => BOTTOM - ((value - lowest) / (highest - lowest)) * (BOTTOM - TOP);
  const step = (WIDTH - LEFT) / Math.max(1, columns.length);
  return svgFigure({
    width: WIDTH,
    height: HEIGHT,
    title,
    description,
    key: 'cash',
    body: [
      marksToSvg(ticks.flatMap((tick) => tickMarks(y(tick), compactMoney(tick, currency)))),
      ...stacks.flatMap((pieces, index) => {
        const x = LEFT + (index + 0.5 - COLUMN_SHARE / 2) * step;
        return pieces.flatMap((piece) => barOf(piece, { x, width: step * COLUMN_SHARE, y }));
      }),
      marksToSvg(columns.flatMap(({ tick }, index) => monthMark(tick, LEFT + (index + 0.5) * step))),
    ],
  });
}

function tickMarks(y: number, words: string): Primitive[] {
  const at = Math.round(y) + 0.5;
  return [
    line({ sign: 'background', points: [LEFT, at, WIDTH, at], stroke: 'line' }),
    text({
      sign: 'background',
      x: LEFT - 8,
      y: y + 4,
      text: words,
      size: SIZE,
      tone: 'text-3',
      anchor: 'end',
    }),
  ];
}

function monthMark(tick: string | undefined, x: number): Primitive[] {
  if (tick === undefined) return [];
  return [
    text({ sign: 'background', x, y: HEIGHT - 6, text: tick, size: SIZE, tone: 'text-3', anchor: 'middle' }),
  ];
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
}

function barOf({ series, from, to }: Piece, { x, width, y }: Place): SvgPart[] {
  const top = Math.min(y(from), y(to)) + 0.5;
  const box = { x, y: top, width, height: Math.max(1, Math.abs(y(from) - y(to)) - 1) };
  if (series.isHatched !== true)
    return [marksToSvg([rect({ sign: 'item', ...box, radius: 1.5, fill: series.tone })])];
  return [
    windowed(box, hatch(box, series)),
    marksToSvg([rect({ sign: 'item', ...box, radius: 1.5, stroke: series.tone })]),
  ];
}

/** Rising lines over the whole box: money that is not paid out. */
function hatch({ width, height }: Box, { tone }: BarSeries): Primitive[] {
  const count = Math.ceil((width + height) / HATCH_STEP);
  return Array.from({ length: count }, (_, index) => {
    const at = (index + 1) * HATCH_STEP;
    return line({ sign: 'item', points: [at - height, height, at, 0], stroke: tone, width: 1.2 });
  });
}
