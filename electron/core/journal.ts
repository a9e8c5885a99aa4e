/**
 * The journal: append-only files of frames, and the promise that an append which was answered is on the disk. Appends
 * that arrive while one is being written share the next write.
 */
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { concatBytes } from '../../shared/sync/bytes';
import { encodeFrame, type Frame } from '../../shared/sync/frames';
import { syncFolder } from './atomicFile';
import { numberedName } from './folders';
import { codeOf, isDiskFull, writingProblem } from './systemProblem';

/** A file that only grows. */
export interface AppendFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Resolves when everything appended would survive a power cut. */
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/** Creates a file that is not there yet, so that its name would survive a power cut. */
export type CreateAppendFile = (file: string) => Promise<AppendFile>;

export const createAppendFile: CreateAppendFile = async (file) => {
  const handle = await open(file, 'ax');
  try {
    await syncFolder(path.dirname(file));
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    append: (bytes) => handle.writeFile(bytes),
    datasync: () => handle.datasync(),
    close: () => handle.close(),
  };
};

export interface JournalSetting {
  readonly folder: string;
  readonly firstNumber: number;
  readonly create: CreateAppendFile;
  /** What every file begins with. */
  readonly opening: () => readonly Frame[];
  /** Called once when the disk is full, before the last try. */
  readonly makeRoom: () => Promise<void>;
}

export class Journal {
  /** Frames that no one has been told are saved, oldest first. They stay until they are. */
  private unsaved: Uint8Array[] = [];
  private file: AppendFile | undefined;
  private number: number;
  private paused: Problem | undefined;
  private sharedWrite: Promise<Result<void, Problem>> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly setting: JournalSetting) {
    this.number = setting.firstNumber;
  }

  /**
   * Resolves when the frame and every frame before it are on the disk. After a problem the frame is kept, and comes
   * first at the next append or `retry`.
   */
  append(frame: Frame): Promise<Result<void, Problem>> {
    this.unsaved.push(encodeFrame(frame));
    return this.retry();
  }

  /** Saves what is not saved; the answer covers everything appended so far. */
  retry(): Promise<Result<void, Problem>> {
    this.sharedWrite ??= this.inTurn(() => {
      this.sharedWrite = undefined;
      return this.writeUnsaved();
    });
    return this.sharedWrite;
  }

  /** From now on nothing is written and every append is answered with the problem, until `resume`. */
  pause(reason: Problem): void {
    this.paused = reason;
  }

  resume(): void {
    this.paused = undefined;
  }

  /**
   * Ends the current file.
   * @param atLeast numbers below are taken
   * @returns the number of the next file: every saved frame lies in one with a lower number
   */
  rotate(atLeast: number): Promise<number> {
    return this.inTurn(async () => {
      await this.letGo();
      this.number = Math.max(this.number, atLeast);
      return this.number;
    });
  }

  /** Whether there is a file that the next append would continue. */
  get isBegun(): boolean {
    return this.file !== undefined;
  }

  private async writeUnsaved(): Promise<Result<void, Problem>> {
    const count = this.unsaved.length;
    if (count === 0) return ok(undefined);
    if (this.paused !== undefined) return err(this.paused);
    const bytes = concatBytes(this.unsaved);
    let written = await this.tryWrite(bytes);
    if (!written.ok) {
      if (isDiskFull(written.error)) await this.setting.makeRoom();
      written = await this.tryWrite(bytes);
    }
    if (written.ok) this.unsaved = this.unsaved.slice(count);
    return written;
  }

  /**
   * After an error the file is never touched again: once an fsync has failed, the system may have dropped the bytes and
   * report success at the next. What was not answered goes into a new file.
   */
  private async tryWrite(bytes: Uint8Array): Promise<Result<void, Problem>> {
    const name = path.join(this.setting.folder, numberedName(this.number, 'wal'));
    try {
      let start: readonly Uint8Array[] = [];
      if (this.file === undefined) {
        this.file = await this.setting.create(name);
        start = this.setting.opening().map(encodeFrame);
      }
      await this.file.append(concatBytes([...start, bytes]));
      await this.file.datasync();
      return ok(undefined);
    } catch (error) {
      await this.letGo(true);
      return err(writingProblem(error, name));
    }
  }

  /** @param failed also after a creation that may have left its name behind */
  private async letGo(failed = false): Promise<void> {
    const { file } = this;
    if (file === undefined && !failed) return;
    this.file = undefined;
    this.number += 1;
    await file?.close().catch((error: unknown) => {
      // Nothing unsaved depends on this descriptor any more.
      if (codeOf(error) === undefined) throw error;
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work, work);
    this.last = done;
    return done;
  }
}
