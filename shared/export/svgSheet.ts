/** What every printed page has: its paper, its head with the answer, and the signs it explains. */
import { line, polygon, rect, type Primitive, type Sign } from '../domain/gantt/primitive';
import { label, marksToSvg, windowed, type SvgPart } from './svg';
import { fitLine, fitLines, textWidth } from './svgText';

export type PaperName = 'A4' | 'Letter' | 'A3';

/** Landscape sizes in millimetres. */
const PAPERS: Readonly<Record<PaperName, { readonly width: number; readonly height: number }>> = {
  A4: { width: 297, height: 210 },
  Letter: { width: 279.4, height: 215.9 },
  A3: { width: 420, height: 297 },
};

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

export interface Paper {
  readonly millimetres: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
}

/** The paper in CSS pixels, and as printed. */
export function paperOf(name: PaperName): Paper {
  const millimetres = PAPERS[name];
  return {
    millimetres,
    width: millimetres.width * PIXELS_PER_MILLIMETRE,
    height: millimetres.height * PIXELS_PER_MILLIMETRE,
  };
}

/** 11, 10 and 8 millimetres. */
export const MARGIN = { side: 41.6, top: 37.8, bottom: 30.2 } as const;

export interface Head {
  readonly title: string;
  /** The conclusion in one sentence. */
  readonly answer: string;
  /** “As of …” */
  readonly stamp: string;
  /** What part is shown, under the stamp. */
  readonly scope: string;
}

const TITLE_SIZE = 20;
const SENTENCE_SIZE = 11.3;
const SENTENCE_HEIGHT = 14.7;

/** @returns the head and the height below the top margin at which the page goes on */
export function sheetHead(head: Head, width: number): { body: SvgPart[]; height: number } {
  const right = Math.max(textWidth(head.stamp, SENTENCE_SIZE), textWidth(head.scope, SENTENCE_SIZE));
  const left = width - 2 * MARGIN.side - right - 24;
  const answer = fitLines(head.answer, { width: left, size: SENTENCE_SIZE, lines: 2 });
  const titleY = MARGIN.top + 18;
  const sentenceY = titleY + 18;
  const sentence = { size: SENTENCE_SIZE, tone: 'text-2' as const };
  const edge = { ...sentence, x: width - MARGIN.side, anchor: 'end' as const };
  const title = fitLine(head.title, left, TITLE_SIZE);
  const lastY = sentenceY + Math.max(answer.length - 1, 0) * SENTENCE_HEIGHT;
  return {
    body: [
      label({ x: MARGIN.side, y: titleY, text: title, size: TITLE_SIZE, weight: 'semibold' }),
      ...answer.map((text, index) =>
        label({ ...sentence, x: MARGIN.side, y: sentenceY + index * SENTENCE_HEIGHT, text }),
      ),
      label({ ...edge, y: lastY - SENTENCE_HEIGHT, text: head.stamp }),
      label({ ...edge, y: lastY, text: head.scope }),
    ],
    height: lastY - MARGIN.top + 14,
  };
}

const LEGEND_SIZE = 9.6;
const SAMPLE_GAP = 5;
const ENTRY_GAP = 12;

interface LegendEntry {
  readonly words: string;
  readonly width: number;
  /** Drawn around y = 0. */
  readonly sample: readonly Primitive[];
}

/** In the order in which a legend lists them. What explains itself by a label is not among them. */
const ENTRIES: readonly (readonly [Sign, LegendEntry])[] = [
  ['task', { words: 'Task, done', width: 26, sample: barSample('task', 11) }],
  ['critical', { words: 'Critical', width: 26, sample: barSample('critical', 0) }],
  ['summary', { words: 'Group', width: 26, sample: [bracketSample()] }],
  ['slack', { words: 'Slack', width: 26, sample: slackSample() }],
  ['deadline', { words: 'Deadline', width: 8, sample: pinSample() }],
  ['baseline', { words: 'Baseline', width: 24, sample: [ghostSample()] }],
  ['milestone', { words: 'Milestone', width: 10, sample: [diamondSample()] }],
  ['gate', { words: 'Gate', width: 8, sample: flagSample() }],
  ['idea', { words: 'Idea, not decided', width: 22, sample: [ideaSample()] }],
  ['fixed', { words: 'Fixed date', width: 10, sample: lockSample() }],
];

/** The signs that occur, each with its word, in one row around the height `y`. */
export function legend(signs: ReadonlySet<Sign>, y: number): SvgPart[] {
  let x: number = MARGIN.side;
  return ENTRIES.filter(([sign]) => signs.has(sign)).flatMap(([, { words, width, sample }]) => {
    const drawn = windowed(
      { x, y: y - 7, width: width + 2, height: 14 },
      sample.map((mark) => moved(mark, 0.5, 7)),
    );
    const text = label({
      x: x + width + SAMPLE_GAP,
      y: y + 3.5,
      text: words,
      size: LEGEND_SIZE,
      tone: 'text-2',
    });
    x += width + SAMPLE_GAP + textWidth(words, LEGEND_SIZE) + ENTRY_GAP;
    return [drawn, text];
  });
}

function moved(mark: Primitive, x: number, y: number): Primitive {
  if (mark.kind === 'rect' || mark.kind === 'text') return { ...mark, x: mark.x + x, y: mark.y + y };
  return { ...mark, points: mark.points.map((value, index) => value + (index % 2 === 0 ? x : y)) };
}

function barSample(sign: 'task' | 'critical', done: number): Primitive[] {
  const [fill, strong] =
    sign === 'task' ? (['gantt-bar', 'gantt-done'] as const) : (['gantt-crit', 'gantt-crit-done'] as const);
  const box = { sign, x: 0, y: -4, height: 8, radius: 2 };
  const bar = rect({ ...box, width: 25, fill, stroke: strong });
  return done === 0 ? [bar] : [bar, rect({ ...box, width: done, fill: strong })];
}

function bracketSample(): Primitive {
  return polygon({
    sign: 'summary',
    points: [0, -3, 25, -3, 25, 3, 22, 0, 3, 0, 0, 3],
    fill: 'gantt-summary',
  });
}

function slackSample(): Primitive[] {
  const mark = { sign: 'slack' as const, stroke: 'gantt-arrow' as const };
  return [
    line({ ...mark, points: [0, 0, 24, 0], dash: [1.5, 2.5] }),
    line({ ...mark, points: [24, -3, 24, 3] }),
  ];
}

function pinSample(): Primitive[] {
  return [
    line({ sign: 'deadline', points: [4, -5, 4, 5], stroke: 'bad', width: 1.6 }),
    polygon({ sign: 'deadline', points: [0, -5, 8, -5, 4, 0], fill: 'bad' }),
  ];
}

function ghostSample(): Primitive {
  return rect({ sign: 'baseline', x: 0, y: -1, width: 23, height: 2.5, radius: 1, fill: 'gantt-ghost' });
}

function diamondSample(): Primitive {
  return polygon({ sign: 'milestone', points: [5, -5, 10, 0, 5, 5, 0, 0], fill: 'gantt-done' });
}

function flagSample(): Primitive[] {
  return [
    line({ sign: 'gate', points: [0.7, -5, 0.7, 5], stroke: 'gantt-done', width: 1.4 }),
    polygon({ sign: 'gate', points: [0.7, -5, 8, -5, 6, -2.5, 8, 0, 0.7, 0], fill: 'gantt-done' }),
  ];
}

function ideaSample(): Primitive {
  return rect({
    sign: 'idea',
    x: 0,
    y: -4,
    width: 21,
    height: 8,
    radius: 2,
    stroke: 'line-control',
    dash: [3, 2],
  });
}

function lockSample(): Primitive[] {
  return [
    line({
      sign: 'fixed',
      points: [2.5, -1, 2.5, -4.5, 7, -4.5, 7, -1],
      stroke: 'text-2',
      width: 1.2,
      corner: 2,
    }),
    rect({ sign: 'fixed', x: 1, y: -1, width: 7.5, height: 6, radius: 1, stroke: 'text-2' }),
  ];
}

export const FLAG_WIDTH = 38;

/** “Today” on the head of a time axis, above its line, and never left of where the axis begins. */
export function todayFlag(line: number, { from, bottom }: { from: number; bottom: number }): SvgPart[] {
  const x = Math.max(line, from + FLAG_WIDTH / 2);
  const box = rect({
    sign: 'today',
    x: x - FLAG_WIDTH / 2,
    y: bottom - 14,
    width: FLAG_WIDTH,
    height: 15,
    radius: 3,
    fill: 'accent',
  });
  const text = label({
    x,
    y: bottom - 3,
    text: 'Today',
    size: 10,
    weight: 'medium',
    tone: 'on-accent',
    anchor: 'middle',
  });
  return [marksToSvg([box]), text];
}
