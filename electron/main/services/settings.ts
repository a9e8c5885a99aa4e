/** Settings of the person at this computer, in one small file; a damaged one counts as none. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { isRecordId } from '../../../shared/domain/base/ids';
import { problem, type Problem } from '../../../shared/domain/base/problem';
import { err, ok, type Result } from '../../../shared/domain/base/result';
import { readKeptHeads } from '../../../shared/domain/records/keptHeads';
import { readSavedViews } from '../../../shared/domain/records/savedViews';
import type { Settings } from '../../../shared/ipc/contract';

/** With what only this side may know: a path never comes from the window. */
export interface KeptSettings extends Settings {
  /** The folder for second backups, chosen in the system's dialog. */
  readonly secondFolder: string | null;
}

export class SettingsFile {
  private settings: Promise<KeptSettings> | undefined;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly file: string) {}

  read(): Promise<KeptSettings> {
    this.settings ??= this.stored().then(parseSettings);
    return this.settings;
  }

  /** Changed settings hold from now on, even if they cannot be kept for the next start: then the problem says so. */
  change(changes: Partial<KeptSettings>): Promise<Result<KeptSettings, Problem>> {
    this.settings = this.read().then((was) => ({ ...was, ...changes }));
    // One after the other, so that an earlier state never lands on a later one.
    const written = Promise.all([this.settings, this.writing]).then(([changed]) => this.write(changed));
    this.writing = written;
    return written;
  }

  private async write(changed: KeptSettings): Promise<Result<KeptSettings, Problem>> {
    const part = `${this.file}.part`;
    try {
      await mkdir(path.dirname(this.file), { recursive: true });
      await writeFile(part, JSON.stringify(changed, undefined, 2));
      await rename(part, this.file);
      return ok(changed);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return err(problem('settings/notKept', { reason }));
    }
  }

  private async stored(): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as unknown;
    } catch {
      // Missing at the first start, or damaged: nothing in it belongs to a plan.
      return undefined;
    }
  }
}

function parseSettings(raw: unknown): KeptSettings {
  const stored: Readonly<Record<string, unknown>> =
    typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
  const { name, actor, theme, density, lastWorkbook, views, heads, demo, secondFolder } = stored;
  const themes = ['system', 'light', 'dark', 'contrast'] as const;
  return {
    name: typeof name === 'string' && name !== '' ? name.slice(0, 200) : userName(),
    actor:
      typeof actor === 'number' && Number.isInteger(actor) && actor > 0
        ? actor
        : randomBytes(4).readUInt32LE() >>> 1,
    theme: themes.find((known) => known === theme) ?? 'system',
    density: density === 'comfortable' ? density : 'compact',
    lastWorkbook: isRecordId(lastWorkbook) ? lastWorkbook : null,
    views: readSavedViews(views),
    heads: readKeptHeads(heads),
    demo: isRecordId(demo) ? demo : null,
    secondFolder: typeof secondFolder === 'string' && path.isAbsolute(secondFolder) ? secondFolder : null,
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Me';
  }
}
