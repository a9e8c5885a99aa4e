/**
 * The journal: append-only files of frames, and the promise that an append which was answered is on the disk. Appends
 * that arrive while one is being written share the next write.
 */
import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { concatBytes } from '../../shared/sync/bytes';
import { encodeFrame, type Frame } from '../../shared/sync/frames';
import { removeIfThere, syncFolder } from './atomicFile';
import { numberedName } from './folders';
import { codeOf, isDiskFull, isNotThere, writingProblem } from './systemProblem';

/** A file that only grows. */
export interface AppendFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Resolves when everything appended would survive a power cut. */
  datasync(): Promise<void>;
  /** Rejects when the name of the file no longer leads to what was appended. */
  demandName(): Promise<void>;
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
    demandName: () => demandName(file, handle),
    close: () => handle.close(),
  };
};

/**
 * A file whose folder was deleted, moved or replaced goes on taking bytes that nobody will find again.
 * @throws the system's own error then. What cannot be told is no reason to doubt bytes that are on the disk, nor is a
 * file number alone, which some network drives make up.
 */
async function demandName(file: string, handle: FileHandle): Promise<void> {
  const named = await stat(file).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error;
    return undefined;
  });
  if (named === undefined) return;
  const held = await handle.stat();
  if (named.ino !== held.ino && named.size !== held.size) throw new ReplacedFileError(file);
}

class ReplacedFileError extends Error {
  readonly code = 'ENOENT';
}

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
   * Resolves when the frames and every frame before them are on the disk. After a problem they are kept, and come
   * first at the next append or `retry`.
   */
  append(...frames: readonly Frame[]): Promise<Result<void, Problem>> {
    this.unsaved.push(...frames.map(encodeFrame));
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

  /** Whether what was saved is still where it was put, as far as the current file can tell. */
  check(): Promise<Result<void, Problem>> {
    return this.inTurn(async () => {
      const { name } = this;
      try {
        await this.file?.demandName();
        return ok(undefined);
      } catch (error) {
        await this.letGo();
        return err(writingProblem(error, name));
      }
    });
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

  /** Of the file that is being written, or is written next. */
  private get name(): string {
    return path.join(this.setting.folder, numberedName(this.number, 'wal'));
  }

  private async writeUnsaved(): Promise<Result<void, Problem>> {
    const count = this.unsaved.length;
    if (count === 0) return ok(undefined);
    if (this.paused !== undefined) return err(this.paused);
    const bytes = concatBytes(this.unsaved);
    let written = await this.tryWrite(bytes);
    // Where the folder is gone, everything in it is, and going on alone would not bring it back.
    if (!written.ok && !isNotThere(written.error)) {
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
    const { name } = this;
    let isNew = false;
    try {
      let start: readonly Uint8Array[] = [];
      if (this.file === undefined) {
        this.file = await this.setting.create(name);
        isNew = true;
        start = this.setting.opening().map(encodeFrame);
      }
      await this.file.append(concatBytes([...start, bytes]));
      await this.file.datasync();
      await this.file.demandName();
      return ok(undefined);
    } catch (error) {
      await this.letGo(true);
      // Nothing in it was acknowledged, and a disk that fails for hours would be left full of such beginnings.
      if (isNew) await removeIfThere(name);
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
