/** What main does for each call of the contract. */
import path from 'node:path';
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import type { OpenedFile, Settings } from '../../shared/ipc/contract';
import type { CoreProcess } from './coreProcess';
import type { Handlers } from './ipc';
import { ExportJobs } from './services/exports';
import { askForFile, askWhereToSave, TABLE_FILE, WORKBOOK_FILE } from './services/files';
import type { SettingsFile } from './services/settings';
import type { WaitingFiles } from './services/waitingFiles';
import { closeForGood, leaveClosingTo } from './window';

interface Parts {
  readonly core: CoreProcess;
  readonly settings: SettingsFile;
  readonly useTheme: (theme: Settings['theme']) => void;
  readonly waitingFiles: WaitingFiles;
}

export function handlersOf(parts: Parts): Handlers {
  const { core, settings } = parts;
  const jobs = new ExportJobs(core);
  return {
    'app.closingHeard': (_args, { window }) => {
      leaveClosingTo(window);
      return Promise.resolve(ok(null));
    },
    'app.readyToClose': (_args, { window }) => {
      closeForGood(window);
      return Promise.resolve(ok(null));
    },
    'settings.read': async () => ok(await settings.read()),
    'settings.change': async (changes) => {
      const changed = await settings.change(changes);
      parts.useTheme((await settings.read()).theme);
      return changed;
    },
    'workbooks.list': () => core.ask({ kind: 'list' }),
    'workbooks.create': ({ state }) => core.ask({ kind: 'make', state }),
    'workbooks.attach': ({ workbook }, { window }) => core.attach(workbook, window),
    'workbooks.openFile': async (_args, { window }) => {
      const file = await askForFile(window, WORKBOOK_FILE);
      return file === undefined ? ok(null) : openFile(core, file);
    },
    'workbooks.openWaiting': async () => {
      const file = parts.waitingFiles.take();
      return file === undefined ? ok(null) : openFile(core, file);
    },
    'imports.openTables': async (_args, { window }) => {
      const file = await askForFile(window, TABLE_FILE);
      return file === undefined ? ok(null) : core.ask({ kind: 'readTables', file });
    },
    'workbooks.saveCopy': async ({ workbook }, { window }) => {
      const name = await planName(core, workbook);
      const target = await askWhereToSave(window, { title: 'Send a copy', name, extension: 'golive' });
      if (target === undefined) return ok({ name: null });
      const written = await core.ask({ kind: 'saveCopy', workbook, target });
      return written.ok ? ok({ name: path.basename(target) }) : written;
    },
    'backups.list': ({ workbook }) => core.ask({ kind: 'backups', workbook }),
    'backups.restore': async ({ workbook, backup }) => {
      const bytes = await core.ask({ kind: 'readBackup', workbook, backup });
      return bytes.ok ? core.ask({ kind: 'restore', bytes: bytes.value, name: backup }) : bytes;
    },
    'exports.save': async (request, { window }) =>
      jobs.save(request, await planName(core, request.workbook), window),
    'exports.cancel': ({ job }) => {
      jobs.cancel(job);
      return Promise.resolve(ok(null));
    },
  };
}

async function planName(core: CoreProcess, workbook: string): Promise<string> {
  const plans = await core.ask({ kind: 'list' });
  return (plans.ok ? plans.value.find(({ id }) => id === workbook)?.name : undefined) ?? 'Workbook';
}

/** Reads a file and joins it to the workbook kept here, or keeps it as a new one. The file itself is never changed. */
async function openFile(core: CoreProcess, file: string): Promise<Result<OpenedFile, Problem>> {
  return core.ask({ kind: 'openFile', file });
}
