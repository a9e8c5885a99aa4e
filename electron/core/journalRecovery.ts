/**
 * Reading the journal back after whatever happened: torn ends are cut off, damaged files are put aside with every byte,
 * and each good frame is kept.
 */
import path from 'node:path';
import { concatBytes } from '../../shared/sync/bytes';
import {
  readHistoryFrame,
  readMarkFrame,
  readReplicaFrame,
  readUpdateFrame,
  type HistoryFrame,
  type ReplicaFrame,
  type UpdateFrame,
} from '../../shared/sync/frameContent';
import { encodeFrame, isTornAppend, readFrames, rescueFrames, type Frame } from '../../shared/sync/frames';
import { validateUpdate } from '../../shared/sync/validateState';
import { readBytes } from './atomicFile';
import { nextNumber, numberedFiles, quarantine, truncateFile } from './folders';

export interface RecoveredFile {
  readonly number: number;
  /** Yjs V1 updates. */
  readonly updates: readonly Uint8Array[];
  /** What the edits did in words, those included whose updates lie in a checkpoint. */
  readonly history: readonly HistoryFrame[];
  /** Bytes of good frames. */
  readonly length: number;
  /** The last edit the files before this one held when it was begun; 0 when it does not say. */
  readonly begunAfter: number;
  readonly lastSeq: number;
  readonly replica: ReplicaFrame | undefined;
}

export interface FrameIncident {
  readonly kind: 'tornTail' | 'journalDamaged' | 'editRefused';
  readonly file: string;
}

/** What was found in the journal file of that number. */
export interface JournalIncident extends FrameIncident {
  readonly number: number;
}

export interface RecoveredJournal {
  readonly files: readonly RecoveredFile[];
  readonly nextNumber: number;
  readonly incidents: readonly JournalIncident[];
}

/** @param repair whether files may be cut and put aside; otherwise nothing is changed */
export async function recoverJournal(folder: string, repair: boolean): Promise<RecoveredJournal> {
  const files: RecoveredFile[] = [];
  const incidents: JournalIncident[] = [];
  const number = await nextNumber(folder);
  for (const numbered of await numberedFiles(folder, 'wal')) {
    const { frames, incident } = await recoverFrames(numbered.file, repair);
    if (incident !== undefined) incidents.push({ ...incident, number: numbered.number });
    const edits = frames.map(readUpdateFrame).filter((edit) => edit !== undefined);
    const sound = edits.filter(({ update }) => validateUpdate(update, 'journal').ok);
    if (sound.length < edits.length) {
      const file = path.basename(numbered.file);
      incidents.push({ kind: 'editRefused', file, number: numbered.number });
    }
    files.push({
      number: numbered.number,
      updates: sound.map(({ update }) => update),
      ...summaryOf(frames, edits),
    });
  }
  return { files, nextNumber: number, incidents };
}

function summaryOf(frames: readonly Frame[], edits: readonly UpdateFrame[]) {
  const described = frames.map(readHistoryFrame).filter((entry) => entry !== undefined);
  const history: HistoryFrame[] = [...edits.map(({ update: _, ...entry }) => entry), ...described];
  const opening = frames.map(readMarkFrame).find((mark) => mark?.kind === 'open');
  const begunAfter = opening?.seq ?? 0;
  return {
    history,
    length: frames.reduce((length, { payload }) => length + payload.length, 0),
    begunAfter,
    lastSeq: history.reduce((last, { seq }) => Math.max(last, seq), begunAfter),
    replica: frames.map(readReplicaFrame).findLast((replica) => replica !== undefined),
  };
}

/** Every good frame of one append-only file. */
export async function recoverFrames(
  file: string,
  repair: boolean,
): Promise<{ readonly frames: readonly Frame[]; readonly incident?: FrameIncident }> {
  const name = path.basename(file);
  const bytes = await readBytes(file);
  if (!bytes.ok) return { frames: [], incident: { kind: 'journalDamaged', file: name } };
  const { frames, goodLength, tornBytes } = readFrames(bytes.value);
  if (tornBytes === 0) return { frames };
  const rescued = rescueFrames(bytes.value);
  if (rescued.frames.length === frames.length && isTornAppend(bytes.value, goodLength)) {
    if (repair) await truncateFile(file, goodLength);
    return { frames, incident: { kind: 'tornTail', file: name } };
  }
  if (repair) await quarantine(file, bytes.value, concatBytes(rescued.frames.map(encodeFrame)));
  return { frames: rescued.frames, incident: { kind: 'journalDamaged', file: name } };
}
