/**
 * When this plan was open on this computer, told by numbers of edits: what was written since somebody was last here is
 * behind the last edit of the visit before this one. A visit lasts from opening the plan to closing the app.
 */
import path from 'node:path';
import { isCount, isJsonObject } from '../../shared/domain/base/json';
import { parseLastVisit } from '../../shared/domain/history/page';
import type { LastVisit } from '../../shared/domain/history/query';
import { bytesOfText, jsonOfBytes } from '../../shared/sync/bytes';
import { readBytes, writeFileAtomically } from './atomicFile';
import { isSameDay } from './backups';

interface Visit {
  /** The last edit before it. */
  readonly after: number;
  /** Milliseconds since 1970; what ended without a word has no end. */
  readonly began: number;
  readonly ended: number | null;
}

interface VisitNote {
  readonly current: Visit;
  readonly last: LastVisit | null;
}

export class Visits {
  private begun: Promise<VisitNote> | undefined;

  constructor(
    private readonly planFolder: string,
    private readonly now: () => Date,
    /** The number of the last edit there is. */
    private readonly lastSeq: () => number,
  ) {}

  /** A window shows the plan. From the first one on, somebody is here. */
  async begin(): Promise<void> {
    this.begun ??= this.noteBeginning(this.lastSeq());
    await this.begun;
  }

  /** The visit before this one; null where there was none, or nothing is known of it. */
  async last(): Promise<LastVisit | null> {
    return (await this.begun)?.last ?? null;
  }

  /** Where it cannot be written, the visit goes on at the next start of the same day. */
  async end(): Promise<void> {
    const begun = await this.begun;
    if (begun === undefined) return;
    await this.write({ ...begun, current: { ...begun.current, ended: this.now().getTime() } });
  }

  private async noteBeginning(lastSeq: number): Promise<VisitNote> {
    const bytes = await readBytes(this.file);
    const before = bytes.ok ? parseNote(jsonOfBytes(bytes.value)) : undefined;
    // What broke off is taken up again.
    if (before?.current.ended === null && isSameDay(new Date(before.current.began), this.now()))
      return before;
    const note = {
      current: { after: lastSeq, began: this.now().getTime(), ended: null },
      last: before === undefined ? null : lastOf(before.current, lastSeq),
    };
    await this.write(note);
    return note;
  }

  /** Nothing of the plan depends on it: where it cannot be written, the next visit knows less. */
  private async write(note: VisitNote): Promise<void> {
    await writeFileAtomically(this.file, bytesOfText(JSON.stringify(note)));
  }

  private get file(): string {
    return path.join(this.planFolder, 'visits.json');
  }
}

function lastOf({ after, began, ended }: Visit, upTo: number): LastVisit {
  return { after: Math.min(after, upTo), upTo, ended: ended ?? began };
}

function parseNote(value: unknown): VisitNote | undefined {
  if (!isJsonObject(value) || !isJsonObject(value['current'])) return undefined;
  const { after, began, ended } = value['current'];
  if (!isCount(after) || !isCount(began) || !(ended === null || isCount(ended))) return undefined;
  return { current: { after, began, ended }, last: parseLastVisit(value['last']) };
}
