/** Which item the arrows lead to, and which key does what on an item. */
import { keyFinder, keysFor, keyTable } from '../../../shared/domain/keys/keyTable';
import type { Shift } from '../../../shared/domain/commands/roadmap';
import type { PlacedItem, RoadmapScene } from '../../../shared/domain/roadmap/roadmapScene';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

export type ItemCommand =
  | { readonly kind: 'go'; readonly direction: Direction }
  | { readonly kind: 'move'; readonly shift: Shift }
  | { readonly kind: 'resize'; readonly shift: Shift }
  | { readonly kind: 'lane'; readonly step: 1 | -1 }
  | { readonly kind: 'archive' };

const go = (direction: Direction): ItemCommand => ({ kind: 'go', direction });
const move = (unit: Shift['unit'], count: 1 | -1): ItemCommand => ({ kind: 'move', shift: { unit, count } });
const resize = (count: 1 | -1): ItemCommand => ({ kind: 'resize', shift: { unit: 'week', count } });

export const ROADMAP_KEYS = keyTable<ItemCommand, string>('On the roadmap', {
  go: {
    label: 'Go to the next item',
    keys: { ArrowUp: go('up'), ArrowDown: go('down'), ArrowLeft: go('left'), ArrowRight: go('right') },
  },
  ends: { label: 'Go to the first or last item of the lane', keys: { Home: go('first'), End: go('last') } },
  month: {
    label: 'Move the item by a month',
    keys: { 'Alt+ArrowLeft': move('month', -1), 'Alt+ArrowRight': move('month', 1) },
  },
  week: {
    label: 'Move the item by a week',
    keys: { 'Alt+Shift+ArrowLeft': move('week', -1), 'Alt+Shift+ArrowRight': move('week', 1) },
  },
  lane: {
    label: 'Move the item to another lane',
    keys: { 'Alt+ArrowUp': { kind: 'lane', step: -1 }, 'Alt+ArrowDown': { kind: 'lane', step: 1 } },
  },
  resize: {
    label: 'Make it longer or shorter by a week',
    keys: { '+': resize(1), '-': resize(-1) },
    also: { '=': resize(1), 'Shift++': resize(1), 'Shift+=': resize(1), 'Shift+-': resize(-1) },
  },
  archive: { label: 'Move it to the bin', keys: keysFor({ kind: 'archive' }, 'Delete') },
});

export const itemCommandOf = keyFinder(ROADMAP_KEYS);

/** On an item that waits without dates. */
export const LATER_KEYS = keyTable<'place', 'place'>('On a roadmap item without a quarter', {
  place: { label: 'Put it into the next quarter', keys: keysFor<'place'>('place', 'Alt+ArrowUp') },
});

export const laterKeyOf = keyFinder(LATER_KEYS);

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
