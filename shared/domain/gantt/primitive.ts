/**
 * The few marks a plan is drawn with. A scene is a list of them, back to front, in pixels; the canvas on screen and
 * the writers of files paint the same list. Colors are names of the product's color tokens, never values.
 */
export type Tone =
  | 'surface'
  | 'surface-selected'
  | 'line'
  | 'line-strong'
  | 'line-control'
  | 'text'
  | 'text-2'
  | 'text-3'
  | 'accent'
  | 'on-accent'
  | 'bad'
  | 'gantt-bar'
  | 'gantt-done'
  | 'gantt-crit'
  | 'gantt-crit-done'
  | 'gantt-summary'
  | 'gantt-off'
  | 'gantt-arrow'
  | 'gantt-arrow-crit'
  | 'gantt-ghost'
  | CategoryTone;

/** The eight categorical colors; lanes take them in turn. */
export type CategoryTone = 'cat-1' | 'cat-2' | 'cat-3' | 'cat-4' | 'cat-5' | 'cat-6' | 'cat-7' | 'cat-8';

/** What a mark means: a legend lists the signs that occur, and hidden ones can be filtered. */
export type Sign =
  | 'background'
  | 'task'
  | 'critical'
  | 'summary'
  | 'milestone'
  | 'gate'
  | 'goLive'
  | 'slack'
  | 'deadline'
  | 'baseline'
  | 'link'
  | 'today'
  | 'item'
  | 'idea'
  | 'fixed';

interface Mark {
  readonly sign: Sign;
  /** The record it stands for; empty for backgrounds. */
  readonly id: string;
}

export interface RectMark extends Mark {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: Tone | null;
  /** How much of the fill color is mixed into the surface; 1 is the color itself. */
  readonly fillShare: number;
  readonly stroke: Tone | null;
  readonly dash: readonly number[];
}

export interface LineMark extends Mark {
  readonly kind: 'line';
  /** x and y in turn, two points or more. */
  readonly points: readonly number[];
  /** Radius of every bend; 0 for sharp ones. */
  readonly corner: number;
  readonly stroke: Tone;
  readonly width: number;
  readonly dash: readonly number[];
}

/** A closed shape: diamond, bracket, flag, pin or arrow head. */
export interface PolygonMark extends Mark {
  readonly kind: 'polygon';
  readonly points: readonly number[];
  readonly fill: Tone | null;
  readonly stroke: Tone | null;
  readonly strokeWidth: number;
}

export interface TextMark extends Mark {
  readonly kind: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly tone: Tone;
  /** Pixels. */
  readonly size: number;
  readonly weight: 'regular' | 'medium' | 'semibold';
  readonly anchor: 'start' | 'middle' | 'end';
}

export type Primitive = RectMark | LineMark | PolygonMark | TextMark;

type Given<M extends Primitive, Required extends keyof M> = Partial<Omit<M, 'kind'>> &
  Pick<M, Required | 'sign'>;

const SOLID: readonly number[] = [];
export const DOTTED: readonly number[] = [1.5, 2.5];
export const DASHED: readonly number[] = [4, 3];

// Spelled out field by field: thousands of marks are made for every frame, and copying objects is slow.

export function rect(mark: Given<RectMark, 'x' | 'y' | 'width' | 'height'>): RectMark {
  return {
    kind: 'rect',
    sign: mark.sign,
    id: mark.id ?? '',
    x: mark.x,
    y: mark.y,
    width: mark.width,
    height: mark.height,
    radius: mark.radius ?? 0,
    fill: mark.fill ?? null,
    fillShare: mark.fillShare ?? 1,
    stroke: mark.stroke ?? null,
    dash: mark.dash ?? SOLID,
  };
}

export function line(mark: Given<LineMark, 'points' | 'stroke'>): LineMark {
  return {
    kind: 'line',
    sign: mark.sign,
    id: mark.id ?? '',
    points: mark.points,
    corner: mark.corner ?? 0,
    stroke: mark.stroke,
    width: mark.width ?? 1,
    dash: mark.dash ?? SOLID,
  };
}

export function polygon(mark: Given<PolygonMark, 'points' | 'fill'>): PolygonMark {
  return {
    kind: 'polygon',
    sign: mark.sign,
    id: mark.id ?? '',
    points: mark.points,
    fill: mark.fill,
    stroke: mark.stroke ?? null,
    strokeWidth: mark.strokeWidth ?? 0,
  };
}

export function text(mark: Given<TextMark, 'x' | 'y' | 'text' | 'size'>): TextMark {
  return {
    kind: 'text',
    sign: mark.sign,
    id: mark.id ?? '',
    x: mark.x,
    y: mark.y,
    text: mark.text,
    tone: mark.tone ?? 'text',
    size: mark.size,
    weight: mark.weight ?? 'regular',
    anchor: mark.anchor ?? 'start',
  };
}
