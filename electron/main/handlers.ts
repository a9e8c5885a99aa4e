/** What main does for each call of the contract. */
import path from 'node:path';
import { clipboard } from 'electron';
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import type { OpenedFile, Settings } from '../../shared/ipc/contract';
import { summaryName } from '../../shared/ipc/planSummary';
import type { CoreProcess } from './coreProcess';
import type { Handlers } from './ipc';
import type { AppMenu } from './menu';
import { ExportJobs } from './services/exports';
import {
  askForFile,
  askForFolder,
  askWhereToSave,
  showFolder,
  TABLE_FILE,
  WORKBOOK_FILE,
} from './services/files';
import { aboutThisApp, type Crashes } from './services/machine';
import type { SettingsFile } from './services/settings';
import type { WaitingFiles } from './services/waitingFiles';
import { closeForGood, leaveClosingTo } from './window';

interface Parts {
  readonly core: CoreProcess;
  readonly settings: SettingsFile;
  readonly useTheme: (theme: Settings['theme']) => void;
  readonly waitingFiles: WaitingFiles;
  readonly crashes: Crashes;
  readonly menu: AppMenu;
}

export function handlersOf(parts: Parts): Handlers {
  const { core, settings, crashes } = parts;
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
    'app.about': async () => ok(await aboutThisApp()),
    'app.diagnose': async ({ workbook }) => {
      const found = await core.ask({ kind: 'diagnose', workbook });
      return ok({ machine: crashes.machine(), core: found.ok ? found.value : null });
    },
    'app.copyText': async ({ text }) => {
      await clipboard.writeText(text);
      return ok(null);
    },
    'app.nameUndo': (names) => {
      parts.menu.name(names);
      return Promise.resolve(ok(null));
    },
    'app.cameBack': () => Promise.resolve(ok(crashes.take())),
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
    'scenarios.make': ({ workbook, name }) => core.ask({ kind: 'makeScenario', workbook, name }),
    'scenarios.change': ({ workbook, changes }) => core.ask({ kind: 'changeScenario', workbook, changes }),
    'scenarios.read': ({ workbook }) => core.ask({ kind: 'readStates', workbook }),
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
    'backups.places': ({ workbook }) => core.ask({ kind: 'backupPlaces', workbook }),
    'backups.chooseSecond': async (_args, { window }) => {
      const title = 'Choose a folder for second backups, best on another drive';
      const folder = await askForFolder(window, { title, buttonLabel: 'Use this folder' });
      if (folder === undefined) return ok(false);
      const kept = await keepSecondFolder(parts, folder);
      return kept.ok ? ok(true) : kept;
    },
    'backups.forgetSecond': () => keepSecondFolder(parts, null),
    'backups.recoveries': ({ workbook }) => core.ask({ kind: 'recoveries', workbook }),
    'folders.show': async (wanted) => {
      const folder =
        wanted.which === 'everything'
          ? ok(jobs.everythingFolder)
          : await backupFolder(core, wanted.workbook, wanted.which);
      if (!folder.ok) return folder;
      return folder.value === undefined ? ok(null) : showFolder(folder.value);
    },
    'exports.everything': ({ job }, { window }) => jobs.everything(job, window),
    'exports.save': async (request, { window }) =>
      jobs.save(request, await planName(core, request.workbook), window),
    'exports.cancel': ({ job }) => {
      jobs.cancel(job);
      return Promise.resolve(ok(null));
    },
  };
}

async function backupFolder(
  core: CoreProcess,
  workbook: string,
  which: 'backups' | 'second',
): Promise<Result<string | undefined, Problem>> {
  const places = await core.ask({ kind: 'backupPlaces', workbook });
  if (!places.ok) return places;
  return ok(which === 'backups' ? places.value.own : places.value.second?.folder);
}

async function keepSecondFolder(
  { core, settings }: Parts,
  folder: string | null,
): Promise<Result<null, Problem>> {
  const set = await core.ask({ kind: 'setSecondFolder', folder });
  if (!set.ok) return set;
  core.useSecondFolder(folder);
  const kept = await settings.change({ secondFolder: folder });
  return kept.ok ? ok(null) : kept;
}

async function planName(core: CoreProcess, workbook: string): Promise<string> {
  const plans = await core.ask({ kind: 'list' });
  const plan = plans.ok ? plans.value.find(({ id }) => id === workbook) : undefined;
  return plan === undefined ? 'Workbook' : summaryName(plan);
}

/** Reads a file and joins it to the workbook kept here, or keeps it as a new one. The file itself is never changed. */
async function openFile(core: CoreProcess, file: string): Promise<Result<OpenedFile, Problem>> {
  return core.ask({ kind: 'openFile', file });
}
