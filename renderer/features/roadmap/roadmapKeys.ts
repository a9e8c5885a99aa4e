/** Which item the arrows lead to, and which key does what on an item. */
import type { Shift } from '../../../shared/domain/commands/roadmap';
import type { PlacedItem, RoadmapScene } from '../../../shared/domain/roadmap/roadmapScene';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

export type ItemCommand =
  | { readonly kind: 'go'; readonly direction: Direction }
  | { readonly kind: 'move'; readonly shift: Shift }
  | { readonly kind: 'resize'; readonly shift: Shift }
  | { readonly kind: 'lane'; readonly step: 1 | -1 }
  | { readonly kind: 'archive' };

interface KeyStroke {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/**
 * Alt with left and right moves by a month, with Shift by a week, with up and down to another lane; plus and minus make
 * an item longer and shorter.
 */
export function itemCommandOf({
  key,
  altKey,
  shiftKey,
  ctrlKey,
  metaKey,
}: KeyStroke): ItemCommand | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) {
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      return shiftKey ? undefined : { kind: 'lane', step: key === 'ArrowUp' ? -1 : 1 };
    }
    const count = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    return count === 0 ? undefined : { kind: 'move', shift: { unit: shiftKey ? 'week' : 'month', count } };
  }
  if (key === '+' || key === '=') return { kind: 'resize', shift: { unit: 'week', count: 1 } };
  if (key === '-') return { kind: 'resize', shift: { unit: 'week', count: -1 } };
  if (key === 'Delete') return { kind: 'archive' };
  const direction = DIRECTIONS[key];
  return direction === undefined ? undefined : { kind: 'go', direction };
}

/** The item an arrow leads to: along a lane by time, across lanes and rows to the nearest; the same one at an edge. */
export function neighborOf(scene: RoadmapScene, id: string, direction: Direction): string {
  const lane = scene.lanes.find(({ items }) => items.some((item) => item.id === id));
  const from = lane?.items.find((item) => item.id === id);
  if (lane === undefined || from === undefined) return id;
  if (direction === 'up' || direction === 'down') return acrossRows(scene, from, direction);
  const along = [...lane.items].sort((a, b) => a.x - b.x || a.y - b.y);
  const at = along.findIndex((item) => item.id === id);
  const place = { left: at - 1, right: at + 1, first: 0, last: along.length - 1 }[direction];
  return along[place]?.id ?? id;
}

function acrossRows(scene: RoadmapScene, from: PlacedItem, direction: 'up' | 'down'): string {
  const all = scene.lanes.flatMap(({ items }) => items);
  const beyond = all.filter((item) => (direction === 'up' ? item.y < from.y : item.y > from.y));
  const rows = beyond.map(({ y }) => y);
  const row = direction === 'up' ? Math.max(...rows) : Math.min(...rows);
  const middle = from.x + from.width / 2;
  const distance = (item: PlacedItem): number => Math.abs(item.x + item.width / 2 - middle);
  const inRow = beyond.filter(({ y }) => y === row).sort((a, b) => distance(a) - distance(b));
  return inRow[0]?.id ?? from.id;
}
