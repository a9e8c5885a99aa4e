/** Everything of a history that answers a question, for a table of it: not a page at a time, and still bounded. */
import type { RecordedEdit } from '../edits/recordHistory';
import { matcherOf } from './matching';
import { withoutKnowledge, type HistoryReach } from './page';
import type { Person } from './people';
import type { HistoryFilter, LastVisit } from './query';

/** More rows make a file that no program opens quickly; the newest are the ones that are asked about. */
export const MOST_CHANGES = 100_000;

export interface ChangesFound {
  /** The newest first, each with those of its changes that were asked for. */
  readonly edits: readonly RecordedEdit[];
  /** Changes that are older and were found beyond the bound. */
  readonly leftOut: number;
}

/** With how far back the history on this computer goes, and everybody in it. */
export interface HistoryFound extends ChangesFound {
  readonly reach: HistoryReach;
  readonly people: readonly Person[];
}

/** @param edits oldest first */
export function changesFound(
  edits: readonly RecordedEdit[],
  filter: HistoryFilter,
  lastVisit: LastVisit | null,
  most = MOST_CHANGES,
): ChangesFound {
  const matches = matcherOf(filter, lastVisit);
  const found: RecordedEdit[] = [];
  let room = most;
  let leftOut = 0;
  for (const edit of [...edits].reverse()) {
    const changes = matches(edit);
    if (changes === undefined) continue;
    const taken = room > 0 ? withoutKnowledge(edit, changes.slice(0, room)) : undefined;
    if (taken !== undefined) found.push(taken);
    // One of which no change is known is a row of the table too.
    const rows = Math.max(1, changes.length);
    leftOut += Math.max(0, rows - room);
    room = Math.max(0, room - rows);
  }
  return { edits: found, leftOut };
}
