/** What updates hold, told from their outlines alone: which edits of which writer, and which deletions. */
import { isRefusal, outlineUpdate, type ClockRange, type UpdateOutline } from './updateOutline';

type Ranges = ReadonlyMap<number, readonly ClockRange[]>;

/** As much of an outline as counts here. */
type Content = Pick<UpdateOutline, 'clients' | 'deleted' | 'hasGaps'>;

export class Holdings {
  private readonly edits: Ranges;
  private readonly deletions: Ranges;

  /** Of updates with gaps no edits count, for their outlines do not say which are missing. */
  constructor(outlines: readonly Content[]) {
    const gapless = outlines.filter(({ hasGaps }) => !hasGaps);
    this.edits = joined(
      gapless.flatMap(({ clients }) => [...clients].map(([client, range]) => [client, [range]] as const)),
    );
    this.deletions = joined(outlines.flatMap(({ deleted }) => [...deleted]));
  }

  /** Whether an update says nothing that is not held. */
  hold({ clients, deleted }: Content): boolean {
    for (const [client, range] of clients) if (!isWithin(range, this.edits.get(client))) return false;
    for (const [client, ranges] of deleted) {
      const held = this.deletions.get(client);
      if (!ranges.every((range) => isWithin(range, held))) return false;
    }
    return true;
  }
}

/**
 * Whether an update is a whole document: every writer's edits from the first, and nothing in it that rests on what it
 * lacks. Edits that rest on one another in a circle are not noticed; Yjs makes none, and `validateState` refuses them.
 */
export function isWhole({ clients, deleted, restsOn, hasGaps }: UpdateOutline): boolean {
  if (hasGaps) return false;
  for (const { from } of clients.values()) if (from !== 0) return false;
  for (const [client, clock] of restsOn) if (clock >= (clients.get(client)?.to ?? 0)) return false;
  for (const [client, ranges] of deleted) {
    const known = clients.get(client)?.to ?? 0;
    if (ranges.some(({ to }) => to > known)) return false;
  }
  return true;
}

/** Whether a state is a whole document and the others say nothing that it does not hold. */
export function holdsAll(state: Uint8Array, others: readonly Uint8Array[]): boolean {
  const outline = outlineUpdate(state, 'refused');
  if (isRefusal(outline) || !isWhole(outline)) return false;
  const held = new Holdings([outline]);
  return others.every((other) => {
    const said = outlineUpdate(other, 'allowed');
    return !isRefusal(said) && held.hold(said);
  });
}

/** By client, how many operations a whole document holds of it; undefined for any other update. */
export function clocksOfWhole(state: Uint8Array): ReadonlyMap<number, number> | undefined {
  const outline = outlineUpdate(state, 'refused');
  if (isRefusal(outline) || !isWhole(outline)) return undefined;
  return new Map([...outline.clients].map(([client, { to }]) => [client, to]));
}

function joined(lists: readonly (readonly [client: number, ranges: readonly ClockRange[]])[]): Ranges {
  const all = new Map<number, ClockRange[]>();
  for (const [client, ranges] of lists) {
    const known = all.get(client) ?? [];
    all.set(client, known);
    for (const range of ranges) known.push(range);
  }
  return new Map([...all].map(([client, ranges]) => [client, withoutSeams(ranges)]));
}

function withoutSeams(ranges: ClockRange[]): readonly ClockRange[] {
  const result: ClockRange[] = [];
  for (const range of ranges.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || range.from > last.to) result.push(range);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return result;
}

/** @param ranges in order, none touching the next */
function isWithin({ from, to }: ClockRange, ranges: readonly ClockRange[] = []): boolean {
  if (from === to) return true;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const candidate = ranges[low];
  return candidate !== undefined && candidate.from <= from && to <= candidate.to;
}
