/** What the core does for the main process: it keeps the workbooks, and gives each window a port to one of them. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../package.json';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { HistoryFound } from '../../shared/domain/history/changesFound';
import type { HistoryFilter } from '../../shared/domain/history/query';
import { freeName } from '../../shared/domain/scenario/freeName';
import type { BackupPlaces } from '../../shared/ipc/backups';
import { isHistoryKind, isMergeKind, type ExportChoice } from '../../shared/ipc/exportKinds';
import {
  parseCancel,
  parseFromMain,
  type FromMain,
  type Replies,
  type ToMain,
} from '../../shared/ipc/mainRequests';
import type { PlanSummary } from '../../shared/ipc/planSummary';
import type { ScenarioChanges } from '../../shared/ipc/scenarios';
import { encodeGoliveFile, type GoliveContent } from '../../shared/sync/goliveFile';
import { listBackups, readBackup } from './backups';
import { Ballast } from './ballast';
import type { DocumentReader } from './documentReader';
import { foldersOf, namesIn } from './folders';
import { keptMerge } from './keptMerge';
import { diagnose } from './diagnose';
import { exportEverything } from './exportEverything';
import { keepState, makeFromPack, openFile, readTables, writeTo } from './fileRequests';
import { nodeCodec } from './nodeCodec';
import { exportPlan } from './planExports';
import {
  contentOfPlan,
  createFromFile,
  listPlans,
  makeScenario,
  planFolder,
  restoreAsNew,
  type Library,
} from './planLibrary';
import { openPlan } from './openPlan';
import { PlanHistory } from './planHistory';
import type { PlanStore } from './planStore';
import { lookAtSecondFolder } from './planUpkeep';
import type { ParentPort, Port, PortMessage } from './ports';
import { readRecoveries } from './recoveries';
import { changeScenario, scenarioNames, statesOfScenario, underItsName } from './scenarios';
import { readingProblem, writingProblem } from './systemProblem';
import { WindowPort } from './windowPort';

type Reply<K extends keyof Replies> = Promise<Result<Replies[K], Problem>>;

/** An open workbook and the window that shows it. */
interface OpenWorkbook {
  store: Promise<Result<PlanStore, Problem>> | undefined;
  window: WindowPort | undefined;
  /** The store waits for a window, and nobody else can have written anything under its replica number. */
  isFree: boolean;
}

export class CoreService {
  private starting: Reply<'start'> | undefined;
  private library: Library | undefined;
  private ballast: Ballast | undefined;
  private secondFolder: string | null = null;
  private readonly workbooks = new Map<string, OpenWorkbook>();
  /** Work that main may cancel, and that is waited for at the end, by request. */
  private readonly jobs = new Map<
    number,
    { readonly control: AbortController; readonly done: Promise<unknown> }
  >();

  constructor(
    private readonly parent: ParentPort,
    private readonly reader: DocumentReader,
    private readonly now: () => Date,
    /** Holds the built workers; they lie beside the file that the core is built into. */
    private readonly workers = __dirname,
  ) {
    parent.on('message', (message) => void this.receive(message));
  }

  private async receive({ data, ports }: PortMessage): Promise<void> {
    const cancelled = parseCancel(data);
    if (cancelled !== undefined) {
      this.jobs.get(cancelled)?.control.abort();
      return;
    }
    const message = parseFromMain(data);
    if (message === undefined) return;
    const answer: ToMain = { request: message.request, result: await this.answer(message, ports[0]) };
    this.parent.postMessage(answer);
  }

  private async answer(message: FromMain, port: Port | undefined): Promise<Result<unknown, Problem>> {
    if (message.kind === 'start') {
      this.starting = this.start(message.plansFolder, message.secondFolder);
      return this.starting;
    }
    // Requests may arrive while the folder of the plans is still being made.
    await this.starting;
    const { library } = this;
    if (library === undefined) return err(problem('usage', { message: 'The store has not been started.' }));
    try {
      return await this.answerFrom(library, message, port);
    } catch (error) {
      return err(readingProblem(error, library.folder));
    }
  }

  private async answerFrom(
    library: Library,
    message: Exclude<FromMain, { kind: 'start' }>,
    port: Port | undefined,
  ): Promise<Result<unknown, Problem>> {
    switch (message.kind) {
      case 'attach':
        return this.attach(library, message.workbook, port);
      case 'openAhead':
        return this.openAhead(library, message.workbook);
      case 'list':
        return ok(await this.list(library));
      case 'create':
        return createFromFile(library, message.bytes, message.name);
      case 'restore':
        return restoreAsNew(library, message.bytes, message.name);
      case 'read':
        return this.read(library, message.workbook);
      case 'backups':
        return ok(await listBackups(foldersOf(planFolder(library, message.workbook)).backups));
      case 'readBackup':
        return readBackup(foldersOf(planFolder(library, message.workbook)).backups, message.backup);
      case 'setSecondFolder':
        this.secondFolder = message.folder;
        return ok(null);
      case 'backupPlaces':
        return ok(await this.backupPlaces(library, message.workbook));
      case 'recoveries':
        return ok(await readRecoveries(planFolder(library, message.workbook)));
      case 'diagnose':
        return ok(await diagnose(library, message.workbook, this.secondFolder));
      case 'exportEverything':
        return this.job(message.request, (signal) => this.exportEverything(library, message, signal));
      case 'make':
        return keepState(library, message.state);
      case 'makeFromPack':
        return makeFromPack(library, message.pack);
      case 'makeScenario':
        return this.makeScenario(library, message.workbook, message.name);
      case 'changeScenario':
        return this.changeScenario(library, message.workbook, message.changes);
      case 'readStates':
        return this.readStates(library, message.workbook);
      case 'openFile':
        return openFile(library, message.file);
      case 'readTables':
        return readTables(message.file, path.join(this.workers, 'importWorker.js'));
      case 'saveCopy':
        return this.job(message.request, () => this.saveCopy(library, message.workbook, message.target));
      case 'writeFile':
        return this.job(message.request, (signal) => writeTo(message.target, message.bytes, signal));
      case 'export':
        return this.job(message.request, (signal) => this.export(library, message, signal));
      case 'close':
        return this.close();
    }
  }

  private async start(plansFolder: string, secondFolder: string | null): Reply<'start'> {
    try {
      await mkdir(plansFolder, { recursive: true });
    } catch (error) {
      return err(writingProblem(error, plansFolder));
    }
    this.library = { folder: plansFolder, reader: this.reader, now: this.now };
    this.ballast = new Ballast(path.join(plansFolder, 'ballast'));
    this.secondFolder = secondFolder;
    return ok(null);
  }

  private attach(library: Library, workbook: string, port: Port | undefined): Result<null, Problem> {
    if (port === undefined) return err(problem('usage', { message: 'A window comes with a port.' }));
    const entry = this.entryOf(workbook);
    entry.window?.stop();
    entry.window = new WindowPort({
      workbook,
      port,
      openStore: () => this.openStore(library, workbook, entry),
      secondFolder: () => this.secondFolder,
      onLeft: () => {
        entry.isFree = true;
      },
      version,
    });
    return ok(null);
  }

  private entryOf(workbook: string): OpenWorkbook {
    const entry = this.workbooks.get(workbook) ?? { store: undefined, window: undefined, isFree: false };
    this.workbooks.set(workbook, entry);
    return entry;
  }

  private async openAhead(library: Library, workbook: string): Promise<Result<null, Problem>> {
    const isHere = (await namesIn(library.folder)).includes(workbook);
    if (!isHere || this.workbooks.has(workbook)) return ok(null);
    const entry = this.entryOf(workbook);
    entry.isFree = true;
    const opened = await this.openStore(library, workbook, entry);
    return opened.ok ? ok(null) : opened;
  }

  /**
   * The first window opens the store; a later one finds it open, and gets a replica number of its own unless the one
   * before has left in order.
   */
  private async openStore(
    library: Library,
    workbook: string,
    entry: OpenWorkbook,
  ): Promise<Result<PlanStore, Problem>> {
    if (entry.store !== undefined) {
      const { isFree } = entry;
      entry.isFree = false;
      const present = await entry.store;
      if (present.ok) {
        if (isFree) return present;
        const renewed = await present.value.renewReplica();
        return renewed.ok ? present : renewed;
      }
    }
    entry.store = openPlan({
      workbook,
      folder: planFolder(library, workbook),
      reader: this.reader,
      ballast: this.ballast ?? new Ballast(path.join(library.folder, 'ballast')),
      now: this.now,
      onProblem: (found) => entry.window?.report(found),
    });
    return entry.store;
  }

  private async read(library: Library, workbook: string): Reply<'read'> {
    const content = await this.contentOf(library, workbook);
    if (!content.ok) return content;
    const named = await underItsName(planFolder(library, workbook), content.value);
    return ok(encodeGoliveFile(named, nodeCodec));
  }

  private async contentOf(library: Library, workbook: string): Promise<Result<GoliveContent, Problem>> {
    const open = await this.openedStore(workbook);
    return open === undefined ? contentOfPlan(library, workbook) : ok(open.content());
  }

  private async makeScenario(library: Library, workbook: string, name: string): Reply<'makeScenario'> {
    const plan = await this.contentOf(library, workbook);
    if (!plan.ok) return plan;
    const summaries = await listPlans(library);
    const { scenario } = summaries.find(({ id }) => id === workbook) ?? {};
    const free = freeName(name, scenarioNames(summaries, scenario?.plan ?? workbook));
    return makeScenario(library, plan.value, free);
  }

  private async changeScenario(
    library: Library,
    workbook: string,
    changes: ScenarioChanges,
  ): Reply<'changeScenario'> {
    const summaries = await listPlans(library);
    const scenario = summaries.find(({ id }) => id === workbook)?.scenario ?? null;
    const others = summaries.filter(({ id }) => id !== workbook);
    const { name } = changes;
    const named =
      name === undefined || scenario === null
        ? changes
        : { ...changes, name: freeName(name, scenarioNames(others, scenario.plan)) };
    return changeScenario(planFolder(library, workbook), scenario !== null, named);
  }

  private async summaryOf(library: Library, workbook: string): Promise<PlanSummary | undefined> {
    return (await listPlans(library)).find(({ id }) => id === workbook);
  }

  private async readStates(library: Library, workbook: string): Reply<'readStates'> {
    const content = await this.contentOf(library, workbook);
    return content.ok ? ok(statesOfScenario(content.value)) : content;
  }

  /** The list tells what stands in checkpoints; of a plan that was open it would tell an old name and count. */
  private async list(library: Library): Promise<readonly PlanSummary[]> {
    // Where one cannot be written, the journal keeps everything and the list tells what stood before.
    for (const id of this.workbooks.keys()) await (await this.openedStore(id))?.checkpoint();
    return listPlans(library);
  }

  private async openedStore(workbook: string): Promise<PlanStore | undefined> {
    const opened = await this.workbooks.get(workbook)?.store;
    return opened?.ok === true ? opened.value : undefined;
  }

  private async saveCopy(library: Library, workbook: string, target: string): Reply<'saveCopy'> {
    const bytes = await this.read(library, workbook);
    return bytes.ok ? writeTo(target, bytes.value) : bytes;
  }

  private async job<T>(request: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const control = new AbortController();
    const done = work(control.signal);
    this.jobs.set(request, { control, done });
    try {
      return await done;
    } finally {
      this.jobs.delete(request);
    }
  }

  private async export(
    library: Library,
    message: Extract<FromMain, { kind: 'export' }>,
    signal: AbortSignal,
  ): Reply<'export'> {
    const { request, workbook, what } = message;
    return this.exportAs(library, workbook, what, { onProgress: this.progressOf(request), signal });
  }

  private async exportAs(
    library: Library,
    workbook: string,
    what: ExportChoice,
    job: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
  ): Reply<'export'> {
    const states = await this.statesOf(library, workbook);
    if (!states.ok) return states;
    const workerFile = path.join(this.workers, 'exportWorker.js');
    const whatIf = (await this.summaryOf(library, workbook))?.scenario?.name;
    const merge = isMergeKind(what.kind) ? await keptMerge(planFolder(library, workbook)) : undefined;
    const choice = merge === undefined ? what : { merge, ...what };
    const found = isHistoryKind(what.kind)
      ? await this.historyFound(library, workbook, what.history ?? {})
      : undefined;
    return exportPlan(states.value, choice, { workerFile, now: this.now(), whatIf, found, ...job });
  }

  private async historyFound(
    library: Library,
    workbook: string,
    filter: HistoryFilter,
  ): Promise<HistoryFound> {
    const open = await this.openedStore(workbook);
    if (open !== undefined) return open.history.found(filter, await open.visits.last());
    return new PlanHistory(foldersOf(planFolder(library, workbook))).found(filter, null);
  }

  private async exportEverything(
    library: Library,
    { folder, request }: Extract<FromMain, { kind: 'exportEverything' }>,
    signal: AbortSignal,
  ): Reply<'exportEverything'> {
    const onProgress = (): void => undefined;
    return exportEverything(folder, {
      plans: (await listPlans(library)).filter(({ scenario }) => scenario?.archived !== true),
      read: (workbook) => this.read(library, workbook),
      exportAs: (workbook, kind) => this.exportAs(library, workbook, { kind }, { onProgress, signal }),
      now: this.now(),
      onProgress: this.progressOf(request),
      signal,
    });
  }

  /** All that is known of a workbook; joining it, and everything that follows from it, is left to a thread. */
  private async statesOf(
    library: Library,
    workbook: string,
  ): Promise<Result<readonly Uint8Array[], Problem>> {
    const open = await this.openedStore(workbook);
    if (open !== undefined) return ok(open.parts());
    const content = await contentOfPlan(library, workbook);
    return content.ok ? ok([content.value.state]) : content;
  }

  private progressOf(request: number): (progress: number) => void {
    return (progress) => this.parent.postMessage({ request, progress });
  }

  private async backupPlaces(library: Library, workbook: string): Promise<BackupPlaces> {
    const own = foldersOf(planFolder(library, workbook)).backups;
    const chosen = this.secondFolder;
    if (chosen === null) return { own, second: null };
    const seen = await lookAtSecondFolder(chosen, workbook);
    const told = (await this.openedStore(workbook))?.secondProblem ?? null;
    // A folder that was missing may have come back since.
    const problem = seen.problem ?? (told?.code === 'backup/secondMissing' ? null : told);
    return { own, second: { ...seen, problem } };
  }

  /** Every store is tried, so that one that cannot be saved keeps no other from being saved. */
  private async close(): Reply<'close'> {
    // A file that is being written elsewhere is finished or taken away whole.
    for (const { control } of this.jobs.values()) control.abort();
    await Promise.allSettled([...this.jobs.values()].map(({ done }) => done));
    let failure: Problem | undefined;
    for (const [workbook, { store, window }] of this.workbooks) {
      const open = await store;
      if (open?.ok === true) {
        const copied = await open.value.backupDaily(this.secondFolder);
        const closed = await open.value.close();
        if (!closed.ok) failure = closed.error;
        else if (!copied.ok) failure ??= copied.error;
      }
      window?.stop();
      this.workbooks.delete(workbook);
    }
    return failure === undefined ? ok(null) : err(failure);
  }
}
