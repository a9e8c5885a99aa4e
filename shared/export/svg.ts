/** Writes marks as SVG elements. The result is plain, standalone and the same for the same marks. */
import {
  text as textMark,
  type LineMark,
  type PolygonMark,
  type Primitive,
  type RectMark,
  type TextMark,
} from '../domain/gantt/primitive';
import { FONT_FAMILY, FONT_WEIGHT, pageInk, paperInk, type Ink } from './svgTheme';
import { xmlText } from './xml';

/** Two decimals are a fiftieth of a pixel. */
function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** A piece of a drawing that waits for its colors. */
export type SvgPart = (ink: Ink) => string;

export function marksToSvg(marks: readonly Primitive[]): SvgPart {
  return (ink) => marks.map((mark) => markToSvg(mark, ink)).join('\n');
}

function markToSvg(mark: Primitive, ink: Ink): string {
  switch (mark.kind) {
    case 'rect':
      return rectToSvg(mark, ink);
    case 'line':
      return lineToSvg(mark, ink);
    case 'polygon':
      return polygonToSvg(mark, ink);
    case 'text':
      return textToSvg(mark, ink);
  }
}

function attributes(pairs: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(pairs)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : (value ?? '')}"`)
    .join('');
}

function dashes(dash: readonly number[]): string | null {
  return dash.length === 0 ? null : dash.join(' ');
}

function rectToSvg(mark: RectMark, ink: Ink): string {
  const { x, y, width, height, radius, fill, fillShare, stroke, dash } = mark;
  return `<rect${attributes({
    x,
    y,
    width: Math.max(width, 0),
    height: Math.max(height, 0),
    rx: radius === 0 ? null : radius,
    fill: fill === null ? 'none' : ink(fill, fillShare),
    stroke: stroke === null ? null : ink(stroke, 1),
    'stroke-dasharray': dashes(dash),
  })}/>`;
}

function lineToSvg({ points, corner, stroke, width, dash }: LineMark, ink: Ink): string {
  return `<path${attributes({
    d: pathOf(points, corner),
    fill: 'none',
    stroke: ink(stroke, 1),
    'stroke-width': width === 1 ? null : width,
    'stroke-dasharray': dashes(dash),
  })}/>`;
}

/** A path through the points with rounded bends: each corner is cut and replaced by a quadratic curve. */
function pathOf(points: readonly number[], corner: number): string {
  const at = (index: number): readonly [number, number] => [
    points[2 * index] ?? 0,
    points[2 * index + 1] ?? 0,
  ];
  const last = points.length / 2 - 1;
  const parts = [`M${at(0).map(number).join(' ')}`];
  for (let index = 1; index < last; index++) {
    const bend = at(index);
    const radius = Math.min(corner, distance(at(index - 1), bend) / 2, distance(bend, at(index + 1)) / 2);
    const before = towards(bend, at(index - 1), radius);
    const after = towards(bend, at(index + 1), radius);
    parts.push(
      `L${before.map(number).join(' ')}Q${bend.map(number).join(' ')} ${after.map(number).join(' ')}`,
    );
  }
  parts.push(`L${at(last).map(number).join(' ')}`);
  return parts.join('');
}

function distance(a: readonly [number, number], b: readonly [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function towards(
  from: readonly [number, number],
  to: readonly [number, number],
  length: number,
): [number, number] {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : length / whole;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function polygonToSvg({ points, fill, stroke, strokeWidth }: PolygonMark, ink: Ink): string {
  const corners = points.map((value, index) => (index % 2 === 0 ? number(value) : `,${number(value)} `));
  return `<polygon${attributes({
    points: corners.join('').trimEnd(),
    fill: fill === null ? 'none' : ink(fill, 1),
    stroke: stroke === null ? null : ink(stroke, 1),
    'stroke-width': stroke === null ? null : strokeWidth,
  })}/>`;
}

function textToSvg({ x, y, text, tone, size, weight, anchor }: TextMark, ink: Ink): string {
  return `<text${attributes({
    x,
    y,
    'font-size': size,
    'font-weight': weight === 'regular' ? null : FONT_WEIGHT[weight],
    'text-anchor': anchor === 'start' ? null : anchor,
    fill: ink(tone, 1),
  })}>${xmlText(text)}</text>`;
}

/** A label as an element, for heads and tables. */
export function label(mark: Omit<Parameters<typeof textMark>[0], 'sign'>): SvgPart {
  return (ink) => textToSvg(textMark({ ...mark, sign: 'background' }), ink);
}

/** Marks in a window of their own: moved there and cut at its edges. */
export function windowed(box: Box, marks: readonly Primitive[]): SvgPart {
  return (ink) => `<svg${attributes({ ...box, overflow: 'hidden' })}>\n${marksToSvg(marks)(ink)}\n</svg>`;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SvgDrawing {
  /** The drawing's own units: CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What of it is shown, all of it unless said. */
  readonly view?: Box;
  /** The size on paper in millimetres; without it the drawing's own. */
  readonly paper?: { readonly width: number; readonly height: number };
  /** For readers that do not see it. */
  readonly title: string;
  readonly description: string;
  /** Tells the ids of several drawings on one page apart. */
  readonly key: string;
  readonly body: readonly SvgPart[];
}

/** A file of its own. */
export function svgDocument(drawing: SvgDrawing): string {
  const { width, height, paper } = drawing;
  const size =
    paper === undefined ? { width, height } : { width: `${paper.width}mm`, height: `${paper.height}mm` };
  const namespace = { xmlns: 'http://www.w3.org/2000/svg' };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(drawing, { ...namespace, ...size }, paperInk)}`;
}

/** An element inside a page, in the page's colors; how large it is, the page says. */
export function svgFigure(drawing: SvgDrawing): string {
  return elementOf(drawing, {}, pageInk);
}

function elementOf(
  { width, height, view, title, description, key, body }: SvgDrawing,
  more: Readonly<Record<string, string | number>>,
  ink: Ink,
): string {
  const { x, y, ...shown } = view ?? { x: 0, y: 0, width, height };
  const root = attributes({
    ...more,
    viewBox: [x, y, shown.width, shown.height].map(number).join(' '),
    role: 'img',
    'aria-labelledby': `title-${key} description-${key}`,
    'font-family': FONT_FAMILY,
    'font-weight': FONT_WEIGHT.regular,
  });
  return [
    `<svg${root}>`,
    `<title id="title-${key}">${xmlText(title)}</title>`,
    `<desc id="description-${key}">${xmlText(description)}</desc>`,
    `<rect width="100%" height="100%" fill="${ink('surface', 1)}"/>`,
    ...body.map((part) => part(ink)),
    '</svg>',
    '',
  ].join('\n');
}
