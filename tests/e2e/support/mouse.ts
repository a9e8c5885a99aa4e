/** The mouse on the timeline's chart and on the board: where bars can be held, and drags from press to release. */
import type { Locator, Page } from '@playwright/test';
import { rowOf } from './grid';

/** Timeline at the zoom it opens with. */
export const PIXELS_PER_DAY = 4;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the chart lets a task be held, as its cursor shows it. */
interface Bar {
  readonly body: Point;
  readonly end: Point;
  readonly handle: Point;
}

export const chartOf = (window: Page): Locator => window.locator('canvas');

/** Scrolls a part of the timeline, at once and not smoothly, and waits until that is painted. */
async function scroll(window: Page, part: '.tg-right' | '.tg-scroller', by: number): Promise<void> {
  await window.locator(part).evaluate((pane, distance) => {
    if (pane.matches('.tg-right')) pane.scrollLeft += distance;
    else pane.scrollTop += distance;
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));
  }, by);
}

/** Scrolls list and chart until the bar of a task is in view, and feels for its parts. */
export async function barOf(window: Page, task: string): Promise<Bar> {
  const { y: top, width, height } = await boxOf(chartOf(window));
  const row = rowOf(window, task).getByRole('rowheader');
  for (let tries = 0; tries < 20; tries += 1) {
    // Rows a little beyond the view are there already.
    const place = (await row.count()) === 0 ? null : await row.boundingBox();
    if (place !== null && place.y + place.height <= top + height - 20) break;
    await scroll(window, '.tg-scroller', 200);
  }
  await scroll(window, '.tg-right', -100_000);
  const place = await boxOf(row);
  for (let tries = 0; tries < 20; tries += 1) {
    const bar = await feel(window, place.y + place.height / 2);
    if (bar !== null) return bar;
    await scroll(window, '.tg-right', width / 3);
  }
  throw new Error(`The bar of “${task}” is nowhere.`);
}

async function feel(window: Page, y: number): Promise<Bar | null> {
  const { ends, edge } = await chartOf(window).evaluate((canvas, clientY) => {
    const { left, right } = canvas.getBoundingClientRect();
    const spans = new Map<string, { from: number; to: number }>();
    for (let clientX = left; clientX < right; clientX += 1) {
      canvas.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true }));
      const span = spans.get(canvas.style.cursor);
      if (span === undefined) spans.set(canvas.style.cursor, { from: clientX, to: clientX });
      else span.to = clientX;
    }
    const ends = [spans.get('grab'), spans.get('ew-resize') ?? spans.get('grab'), spans.get('crosshair')];
    return { ends, edge: right - 150 };
  }, y);
  const [body, end, handle] = ends;
  if (body === undefined || end === undefined || handle === undefined || handle.to > edge) return null;
  const middle = (span: { from: number; to: number }): Point => ({ x: (span.from + span.to) / 2, y });
  return { body: middle(body), end: { x: end.to - 1, y }, handle: middle(handle) };
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('Not in view.');
  return box;
}

/** Presses, moves in steps and stays; whoever calls lets go. */
export async function hold(window: Page, from: Point, to: Point): Promise<void> {
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move(to.x, to.y, { steps: 6 });
}

export async function drag(window: Page, from: Point, by: Partial<Point>): Promise<void> {
  await hold(window, from, { x: from.x + (by.x ?? 0), y: from.y + (by.y ?? 0) });
  await window.mouse.up();
}
