/** The links a schedule follows, as columns of numbers. */
import type { Outline } from '../outline';
import type { Link } from '../registers/all';
import type { Workbook } from '../workbook';
import { FF, FS, SF, SS } from './network';

export interface LinkColumns {
  readonly count: number;
  /** Rows of the tasks. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Int32Array;
  readonly lagDays: Float64Array;
  /** No lag is a part of a day. */
  readonly areLagsWhole: boolean;
  /** Index in the live links. */
  readonly link: Int32Array;
  /** By row: 1 where a link leads to or from the task itself. */
  readonly linked: Uint8Array;
}

interface LinkSource {
  readonly live: readonly Link[];
  readonly suspendedLinks: ReadonlySet<string>;
}

/** The last columns of each outline. */
const known = new WeakMap<Outline, { readonly source: LinkSource; readonly columns: LinkColumns }>();

/**
 * Links not suspended, between two different tasks in use, of a kind the successor takes. The same value for as long
 * as neither links nor outline change.
 */
export function linksInForce({ tables, outline, suspendedLinks }: Workbook): LinkColumns {
  const { live } = tables.links;
  const last = known.get(outline);
  if (last?.source.live === live && last.source.suspendedLinks === suspendedLinks) return last.columns;
  const source = { live, suspendedLinks };
  const columns = columnsOf(source, outline);
  known.set(outline, { source, columns });
  return columns;
}

function columnsOf({ live, suspendedLinks }: LinkSource, { rows, index }: Outline): LinkColumns {
  const from = new Int32Array(live.length);
  const to = new Int32Array(live.length);
  const type = new Int32Array(live.length);
  const lagDays = new Float64Array(live.length);
  const link = new Int32Array(live.length);
  const linked = new Uint8Array(rows.length);
  let areLagsWhole = true;
  let count = 0;
  for (let at = 0; at < live.length; at++) {
    const record = live[at];
    if (record === undefined || suspendedLinks.has(record.id)) continue;
    const predecessor = index.get(record.predecessor ?? '');
    const successor = index.get(record.successor ?? '');
    if (predecessor === undefined || successor === undefined || predecessor === successor) continue;
    const kind = linkType(record);
    if (kind >= FF && rows[successor]?.hasChildren === true) continue;
    from[count] = predecessor;
    to[count] = successor;
    type[count] = kind;
    lagDays[count] = Number.isFinite(record.lagDays) ? record.lagDays : 0;
    areLagsWhole &&= Number.isInteger(lagDays[count]);
    link[count++] = at;
    linked[predecessor] = 1;
    linked[successor] = 1;
  }
  return { count, from, to, type, lagDays, areLagsWhole, link, linked };
}

function linkType({ type }: Link): number {
  switch (type) {
    case 'FS':
      return FS;
    case 'SS':
      return SS;
    case 'FF':
      return FF;
    case 'SF':
      return SF;
  }
}
