/** Settings of the person at this computer, in one small file; a damaged one counts as none. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { isRecordId } from '../../../shared/domain/base/ids';
import { readSavedViews } from '../../../shared/domain/records/savedViews';
import type { Settings } from '../../../shared/ipc/contract';

export class SettingsFile {
  private settings: Settings | undefined;

  constructor(private readonly file: string) {}

  async read(): Promise<Settings> {
    this.settings ??= parseSettings(await this.stored());
    return this.settings;
  }

  async change(changes: Partial<Settings>): Promise<Settings> {
    this.settings = { ...(await this.read()), ...changes };
    await mkdir(path.dirname(this.file), { recursive: true });
    const part = `${this.file}.part`;
    await writeFile(part, JSON.stringify(this.settings, undefined, 2));
    await rename(part, this.file);
    return this.settings;
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

function parseSettings(raw: unknown): Settings {
  const stored: Readonly<Record<string, unknown>> =
    typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
  const { name, actor, theme, lastWorkbook, views } = stored;
  const themes = ['system', 'light', 'dark', 'contrast'] as const;
  return {
    name: typeof name === 'string' && name !== '' ? name.slice(0, 200) : userName(),
    actor:
      typeof actor === 'number' && Number.isInteger(actor) && actor > 0
        ? actor
        : randomBytes(4).readUInt32LE() >>> 1,
    theme: themes.find((known) => known === theme) ?? 'system',
    lastWorkbook: isRecordId(lastWorkbook) ? lastWorkbook : null,
    views: readSavedViews(views),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'Me';
  }
}
