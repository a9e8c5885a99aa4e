/**
 * Putting a plan together from everything its folder holds. Checkpoints, journal and backups overlap, and joining them
 * in any order gives the same plan, so whatever is whole makes up for what is not.
 */
import { problem, type Problem } from '../../shared/domain/base/problem';
import type { StoreIncident } from '../../shared/ipc/windowMessages';
import type { ReplicaFrame } from '../../shared/sync/frameContent';
import { decodeGoliveFile, type GoliveContent, type GoliveFile } from '../../shared/sync/goliveFile';
import { holdsAll } from '../../shared/sync/holdings';
import { withoutParkedEdits } from '../../shared/sync/parkedEdits';
import { validateState } from '../../shared/sync/validateState';
import { listBackups, readBackup } from './backups';
import { readCheckpoints, type CheckpointsRead } from './checkpoint';
import { EMPTY_STATE, type DocumentReader } from './documentReader';
import { nextNumber, type PlanFolders } from './folders';
import { lastArchivedSeq } from './history';
import { recoverJournal, type RecoveredFile } from './journalRecovery';
import { nodeCodec } from './nodeCodec';

export interface RecoveredPlan {
  readonly state: Uint8Array;
  /** There was nothing at all. */
  readonly isNew: boolean;
  readonly incidents: readonly StoreIncident[];
  /** Numbers of the checkpoints that were found whole, newest first. */
  readonly checkpoints: readonly number[];
  /** What the newest of them, or the backup in their place, carries besides the state. */
  readonly carried: GoliveFile | undefined;
  readonly nextJournal: number;
  /** The number of the last edit ever kept. */
  readonly lastSeq: number;
  readonly replica: ReplicaFrame | undefined;
  /** What the journal holds beyond the newest checkpoint. */
  readonly sinceCheckpoint: { readonly edits: number; readonly length: number };
  readonly isIntact: boolean;
}

/** @param repair whether damaged files may be cut and put aside; otherwise nothing in the folder is changed */
export async function recoverPlan(
  folders: PlanFolders,
  workbook: string,
  reader: DocumentReader,
  repair: boolean,
): Promise<RecoveredPlan> {
  const nextCheckpoint = await nextNumber(folders.checkpoints);
  const checkpoints = await readCheckpoints(folders.checkpoints, workbook, repair);
  const journal = await recoverJournal(folders.journal, repair);
  const archivedSeq = await lastArchivedSeq(folders.history);
  const isDamaged = checkpoints.damaged.length > 0;
  const isGone = checkpoints.valid.length === 0 && journal.files.length === 0;
  const backup = isDamaged || isGone ? await newestSoundBackup(folders.backups, workbook) : undefined;
  const newest = checkpoints.valid[0];
  const found = [...journal.incidents, ...missingFiles(journal.files, archivedSeq)];
  const incidents = [
    ...checkpointIncidents(checkpoints),
    ...found.map((incident) => journalIncident(incident, newest?.number ?? 0)),
    ...(backup === undefined ? [] : [fromBackup(backup.name, isDamaged)]),
  ];
  const states = checkpoints.valid.map(({ file }) => file.state);
  const updates = journal.files.flatMap((file) => file.updates);
  const beyond = journal.files.filter(({ number }) => number >= (newest?.number ?? 0));
  // A checkpoint holds the journal files with lower numbers, so a new file must not take such a number.
  const nextJournal = Math.max(journal.nextNumber, nextCheckpoint - 1);
  const parts = [...states, ...(backup === undefined ? [] : [backup.state]), ...updates];
  return {
    state: unite(parts, reader),
    isNew: nextJournal === 1 && nextCheckpoint === 1 && archivedSeq === 0 && backup === undefined,
    incidents,
    checkpoints: checkpoints.valid.map(({ number }) => number),
    carried: newest?.file ?? backup?.file,
    nextJournal,
    lastSeq: journal.files.reduce((last, file) => Math.max(last, file.lastSeq), archivedSeq),
    replica: journal.files.at(-1)?.replica,
    sinceCheckpoint: {
      edits: beyond.reduce((count, { history }) => count + history.length, 0),
      length: beyond.reduce((sum, { length }) => sum + length, 0),
    },
    isIntact: incidents.length === 0,
  };
}

type FoundIncident = { kind: StoreIncident['kind']; readonly file: string; readonly number: number };

/** Every journal file says up to which edit the ones before it went; less than that means that something is gone. */
function missingFiles(files: readonly RecoveredFile[], archivedSeq: number): readonly FoundIncident[] {
  const incidents: FoundIncident[] = [];
  let last = archivedSeq;
  for (const { number, begunAfter, lastSeq } of files) {
    if (begunAfter > last) incidents.push({ kind: 'journalMissing', file: `${number}`, number: number - 1 });
    last = Math.max(last, lastSeq);
  }
  return incidents;
}

/** Nothing is missing where a checkpoint holds what the file held, or where only an unanswered edit was cut short. */
function journalIncident({ kind, file, number }: FoundIncident, newestCheckpoint: number): StoreIncident {
  if (kind === 'tornTail') return { kind, file, problem: null };
  return { kind, file, problem: damageOf(`The journal (file ${file})`, number < newestCheckpoint) };
}

/** The journal reaches back to the second newest checkpoint, so one generation makes up for the next. */
function checkpointIncidents({ valid, damaged }: CheckpointsRead): readonly StoreIncident[] {
  const newest = valid[0]?.number ?? 0;
  const isMadeUpFor = newest > 0 && damaged.filter(({ number }) => number > newest).length <= 1;
  return damaged.map(({ name }) => ({
    kind: 'checkpointDamaged',
    file: name,
    problem: damageOf(`The saved state (file ${name})`, isMadeUpFor),
  }));
}

function damageOf(what: string, isMadeUpFor: boolean): Problem {
  return isMadeUpFor ? problem('storage/restored', { what }) : problem('storage/incomplete', { what });
}

/** @param isTold what it makes up for is told of already */
function fromBackup(name: string, isTold: boolean): StoreIncident {
  return {
    kind: 'fromBackup',
    file: name,
    problem: isTold ? null : damageOf('The folder of this plan', false),
  };
}

async function newestSoundBackup(folder: string, workbook: string) {
  for (const { backup } of await listBackups(folder)) {
    const bytes = await readBackup(folder, backup);
    const file = bytes.ok ? decodeGoliveFile(bytes.value, backup, nodeCodec) : bytes;
    if (!file.ok || file.value.workbook !== workbook || !validateState(file.value.state, backup).ok) continue;
    return { name: backup, state: file.value.state, file: file.value };
  }
  return undefined;
}

/** One state of all parts: the first as it is where it holds the others, as the newest checkpoint mostly does. */
function unite(parts: readonly Uint8Array[], reader: DocumentReader): Uint8Array {
  const [first, ...others] = parts;
  if (first !== undefined && holdsAll(first, others)) return first;
  return joinStates([EMPTY_STATE, ...parts], reader);
}

/** Joins everything at once; if something will not be joined, leaves out that alone. */
export function joinStates(parts: readonly Uint8Array[], reader: DocumentReader): Uint8Array {
  try {
    return reader.mergeStates(parts);
  } catch {
    return parts.reduce<Uint8Array>((joined, part) => {
      try {
        return reader.mergeStates([joined, part]);
      } catch {
        return joined;
      }
    }, EMPTY_STATE);
  }
}

/** What a checkpoint holds: the state with all it knows, what can be known without opening it, and what newer apps added. */
export function checkpointContent(
  workbook: string,
  state: Uint8Array,
  carried: GoliveFile | undefined,
  now: Date,
  reader: DocumentReader,
): GoliveContent {
  const { name, records, format } = reader.factsOf(state);
  return {
    ...{ workbook, state, name, records, format },
    created: now.getTime(),
    ...(carried !== undefined && {
      format: Math.max(format, carried.format),
      minReader: carried.minReader,
      otherSections: carried.otherSections,
      otherMembers: carried.otherMembers,
    }),
  };
}

/** What a file for other eyes holds: a whole document, without edits that wait for others. */
export function fileContent(
  workbook: string,
  state: Uint8Array,
  carried: GoliveFile | undefined,
  now: Date,
  reader: DocumentReader,
): GoliveContent {
  return checkpointContent(workbook, withoutParkedEdits(state), carried, now, reader);
}
