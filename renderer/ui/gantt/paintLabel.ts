/** Paints the words beside a drag. */
import type { CanvasInk } from './canvasInk';
import type { DragLabel } from './preview';

const TEXT_SIZE = 11;
const GAP = 8;
const PADDING = 6;
const HEIGHT = 20;
/** A long name would cover the chart it is about. CSS px. */
const MOST_WIDTH = 280;

/** Behind what it is about; before it where there is no room behind, and never outside the view. */
export function paintLabel(
  context: CanvasRenderingContext2D,
  { words, left, right, y }: DragLabel,
  viewWidth: number,
  ink: CanvasInk,
): void {
  context.font = ink.font(TEXT_SIZE, 'medium');
  const shown = clipped(context, words, MOST_WIDTH);
  const width = Math.ceil(context.measureText(shown).width) + 2 * PADDING;
  const behind = right + GAP;
  const wanted = behind + width <= viewWidth ? behind : left - GAP - width;
  const x = Math.round(Math.max(0, Math.min(viewWidth - width, wanted)));
  context.fillStyle = ink.color('accent');
  context.beginPath();
  context.roundRect(x, Math.round(y - HEIGHT / 2), width, HEIGHT, 3);
  context.fill();
  context.fillStyle = ink.color('on-accent');
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(shown, x + PADDING, Math.round(y) + 4);
}

function clipped(context: CanvasRenderingContext2D, words: string, most: number): string {
  if (context.measureText(words).width <= most) return words;
  const letters = Array.from(words);
  while (letters.length > 0 && context.measureText(`${letters.join('')}…`).width > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
