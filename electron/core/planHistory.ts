/**
 * The history of an open plan in memory: read from the disk when somebody first asks for it, and kept up with every
 * edit from then on, so that a page of it costs no reading.
 */
import type { ChangeDescription } from '../../shared/domain/edits/change';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import { findEntries, type HistoryPage, type HistoryReach } from '../../shared/domain/history/page';
import { changesFound, type HistoryFound } from '../../shared/domain/history/changesFound';
import { PeopleKnown } from '../../shared/domain/history/people';
import type { HistoryFilter, HistoryQuery, LastVisit, SinceQuery } from '../../shared/domain/history/query';
import { fieldsSince, lastEditUpTo, type PlanSince } from '../../shared/domain/history/since';
import { keptParts } from '../../shared/sync/edits';
import type { HistoryFrame } from '../../shared/sync/frameContent';
import type { PlanFolders } from './folders';
import { readHistory, uniqueHistory } from './history';
import { recoverJournal } from './journalRecovery';

interface Loaded {
  /** Oldest first. */
  readonly edits: RecordedEdit[];
  readonly ofRecord: Map<string, RecordedEdit[]>;
  readonly people: PeopleKnown;
}

export class PlanHistory {
  private loaded: Loaded | undefined;
  private loading: Promise<Loaded> | undefined;
  /** What was written while the files were being read, and may or may not be in them. */
  private arrived: HistoryFrame[] = [];

  constructor(private readonly folders: Pick<PlanFolders, 'history' | 'journal'>) {}

  /** Hears of an edit when it is made. */
  add(seq: number, description: ChangeDescription): void {
    if (this.loaded === undefined && this.loading === undefined) return;
    const frames = keptParts(description).map((part) => ({ ...part, seq }));
    if (this.loaded === undefined) this.arrived.push(...frames);
    else for (const edit of uniqueHistory(frames)) include(this.loaded, edit);
  }

  /** Who changed what, oldest first. */
  async edits(): Promise<readonly RecordedEdit[]> {
    return (await this.load()).edits;
  }

  /** @param lastVisit the visit before this one */
  async page(query: HistoryQuery, lastVisit: LastVisit | null): Promise<HistoryPage> {
    const loaded = await this.load();
    return {
      ...findEntries(editsFor(loaded, query.filter), query, lastVisit),
      people: loaded.people.list(),
      ...{ reach: reachOf(loaded), lastVisit },
    };
  }

  /** All that answers a question, the newest first. */
  async found(filter: HistoryFilter, lastVisit: LastVisit | null): Promise<HistoryFound> {
    const loaded = await this.load();
    const changes = changesFound(editsFor(loaded, filter), filter, lastVisit);
    return { ...changes, reach: reachOf(loaded), people: loaded.people.list() };
  }

  async since({ moment, record, writer }: SinceQuery): Promise<PlanSince> {
    const loaded = await this.load();
    const after = lastEditUpTo(loaded.edits, moment);
    const edits = loaded.edits.filter(({ seq }) => seq > after);
    const reach = reachOf(loaded);
    const isReached = 'seq' in moment || (reach.from !== null && moment.at >= reach.from);
    const last = loaded.edits.at(-1)?.seq ?? after;
    return {
      ...{ fields: fieldsSince(edits, record, writer), after, at: edits[0]?.at ?? null, reach },
      isWhole: (isReached || reach.isWhole) && edits.length === last - after && edits.every(isKnownWhole),
    };
  }

  private async load(): Promise<Loaded> {
    if (this.loaded !== undefined) return this.loaded;
    this.loading ??= this.read();
    return this.loading;
  }

  private async read(): Promise<Loaded> {
    try {
      const archived = await readHistory(this.folders.history);
      const { files } = await recoverJournal(this.folders.journal, false);
      const loaded: Loaded = { edits: [], ofRecord: new Map(), people: new PeopleKnown() };
      const frames = [...archived, ...files.flatMap(({ history }) => history), ...this.arrived];
      for (const edit of uniqueHistory(frames)) include(loaded, edit);
      this.loaded = loaded;
      return loaded;
    } finally {
      this.loading = undefined;
      this.arrived = [];
    }
  }
}

function include({ edits, ofRecord, people }: Loaded, edit: RecordedEdit): void {
  edits.push(edit);
  people.include(edit);
  for (const change of edit.changes) {
    const known = ofRecord.get(change.id);
    if (known === undefined) ofRecord.set(change.id, [edit]);
    else if (known.at(-1) !== edit) known.push(edit);
  }
}

function editsFor({ edits, ofRecord }: Loaded, { record }: HistoryFilter): readonly RecordedEdit[] {
  return record === undefined ? edits : (ofRecord.get(record) ?? []);
}

/** Edits are numbered from 1 without a gap. */
function reachOf({ edits }: Loaded): HistoryReach {
  const [first] = edits;
  return { from: first?.at ?? null, isWhole: first === undefined || edits.at(-1)?.seq === edits.length };
}

/** Of what came back from the fast copy, and of more than is kept, not every change is known. */
function isKnownWhole({ changes, more }: RecordedEdit): boolean {
  return changes.length > 0 && (more ?? 0) === 0;
}
