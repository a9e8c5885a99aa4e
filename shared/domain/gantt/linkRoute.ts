/** The path of an arrow between two bars: one bend where possible, entering the bar near the end it binds. */
import type { Link } from '../registers/all';

/** A bar as an arrow sees it; for a diamond or a flag both ends are its middle. */
export interface LinkEnd {
  readonly x1: number;
  readonly x2: number;
  /** Of the middle of the bar. */
  readonly y: number;
  readonly halfHeight: number;
  readonly isPoint: boolean;
}

export interface LinkRoute {
  /** x and y in turn. */
  readonly points: readonly number[];
  /** The three corners of the arrow head. */
  readonly head: readonly number[];
}

/** How far an arrow keeps from the bar it leaves. */
const CLEARANCE = 4;
/** How far behind a bar's start an arrow enters it. */
const ENTRY = 4;
const HEAD_LENGTH = 4;
const HEAD_HALF_WIDTH = 3;

/** @param rowHeight pixels; an arrow that must turn back runs between two rows */
export function linkRoute(type: Link['type'], from: LinkEnd, to: LinkEnd, rowHeight: number): LinkRoute {
  switch (type) {
    case 'FS':
      return finishToStart(from, to, rowHeight);
    case 'SS':
      return startToStart(from, to);
    case 'FF':
      return mirrored(startToStart(mirror(from), mirror(to)));
    case 'SF':
      return mirrored(finishToStart(mirror(from), mirror(to), rowHeight));
  }
}

/** Links to a finish are links to a start seen from behind. */
function mirror(end: LinkEnd): LinkEnd {
  return { ...end, x1: -end.x2, x2: -end.x1 };
}

function mirrored(route: LinkRoute): LinkRoute {
  const flip = (points: readonly number[]): number[] =>
    points.map((value, index) => (index % 2 === 0 ? -value : value));
  return { points: flip(route.points), head: flip(route.head) };
}

function finishToStart(from: LinkEnd, to: LinkEnd, rowHeight: number): LinkRoute {
  const down = to.y >= from.y ? 1 : -1;
  const near = entryOf(to);
  const beyond = from.x2 + CLEARANCE;
  const entry = !to.isPoint && near < beyond && beyond <= to.x2 ? beyond : near;
  const tip = to.y - down * (to.halfHeight + 1);
  if (entry >= beyond) return vertical([from.x2, from.y, entry, from.y], entry, tip, down);
  if (entry > from.x2 - CLEARANCE)
    return vertical([entry, from.y + down * from.halfHeight], entry, tip, down);
  const between = from.y + (down * rowHeight) / 2;
  return vertical([from.x2, from.y, beyond, from.y, beyond, between, entry, between], entry, tip, down);
}

function startToStart(from: LinkEnd, to: LinkEnd): LinkRoute {
  const down = to.y >= from.y ? 1 : -1;
  const edge = to.isPoint ? to.x1 - to.halfHeight : to.x1;
  const leave = from.isPoint ? from.x1 : from.x1 + 3;
  if (edge >= leave + CLEARANCE)
    return rightward([leave, from.y + down * from.halfHeight, leave, to.y], edge, to.y);
  const entry = entryOf(to);
  if (entry <= from.x1 - CLEARANCE) {
    return vertical([from.x1, from.y, entry, from.y], entry, to.y - down * (to.halfHeight + 1), down);
  }
  const left = Math.min(from.x1, edge) - 2 * CLEARANCE;
  return rightward([from.x1, from.y, left, from.y, left, to.y], edge, to.y);
}

function entryOf(to: LinkEnd): number {
  return to.isPoint ? to.x1 : to.x1 + Math.min(ENTRY, (to.x2 - to.x1) / 2);
}

function vertical(points: number[], x: number, tip: number, down: 1 | -1): LinkRoute {
  const base = tip - down * HEAD_LENGTH;
  points.push(x, base);
  return { points, head: [x - HEAD_HALF_WIDTH, base, x + HEAD_HALF_WIDTH, base, x, tip] };
}

function rightward(points: number[], edge: number, y: number): LinkRoute {
  const tip = edge - 1;
  const base = tip - HEAD_LENGTH;
  points.push(base, y);
  return { points, head: [base, y - HEAD_HALF_WIDTH, base, y + HEAD_HALF_WIDTH, tip, y] };
}
