/** What the core does for the main process: every request is answered from the workbooks, open or not. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
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
import type { ScenarioChanges } from '../../shared/ipc/scenarios';
import { listBackups, readBackup } from './backups';
import { Ballast } from './ballast';
import { CurrentWorkbooks } from './currentWorkbooks';
import type { DocumentReader } from './documentReader';
import { diagnose } from './diagnose';
import { exportEverything } from './exportEverything';
import { keepState, makeFromPack, openFile, readTables, writeTo } from './fileRequests';
import { foldersOf } from './folders';
import { Jobs } from './jobs';
import { keptMerge } from './keptMerge';
import { OpenWorkbooks } from './openWorkbooks';
import { exportPlan } from './planExports';
import {
  createFromFile,
  listPlans,
  makeScenario,
  planFolder,
  restoreAsNew,
  type Library,
} from './planLibrary';
import { lookAtSecondFolder } from './planUpkeep';
import type { ParentPort, Port, PortMessage } from './ports';
import { readRecoveries } from './recoveries';
import { changeScenario, scenarioNames, statesOfScenario } from './scenarios';
import { readingProblem, writingProblem } from './systemProblem';

type Reply<K extends keyof Replies> = Promise<Result<Replies[K], Problem>>;

/** What there is once it is known where the plans lie. */
interface Plans {
  readonly library: Library;
  readonly open: OpenWorkbooks;
  readonly current: CurrentWorkbooks;
}

export class CoreService {
  private starting: Reply<'start'> | undefined;
  private plans: Plans | undefined;
  private secondFolder: string | null = null;
  private readonly jobs = new Jobs();

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
      this.jobs.cancel(cancelled);
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
    const { plans } = this;
    if (plans === undefined) return err(problem('usage', { message: 'The store has not been started.' }));
    try {
      return await this.answerFrom(plans, message, port);
    } catch (error) {
      return err(readingProblem(error, plans.library.folder));
    }
  }

  private async answerFrom(
    plans: Plans,
    message: Exclude<FromMain, { kind: 'start' }>,
    port: Port | undefined,
  ): Promise<Result<unknown, Problem>> {
    const { library, open, current } = plans;
    switch (message.kind) {
      case 'attach':
        if (port === undefined) return err(problem('usage', { message: 'A window comes with a port.' }));
        open.attach(message.workbook, port);
        return ok(null);
      case 'openAhead':
        return open.openAhead(message.workbook);
      case 'list':
        return ok(await current.list());
      case 'create':
        return createFromFile(library, message.bytes, message.name);
      case 'restore':
        return restoreAsNew(library, message.bytes, message.name);
      case 'read':
        return current.file(message.workbook);
      case 'backups':
        return ok(await listBackups(foldersOf(planFolder(library, message.workbook)).backups));
      case 'readBackup':
        return readBackup(foldersOf(planFolder(library, message.workbook)).backups, message.backup);
      case 'setSecondFolder':
        this.secondFolder = message.folder;
        return ok(null);
      case 'backupPlaces':
        return ok(await this.backupPlaces(plans, message.workbook));
      case 'recoveries':
        return ok(await readRecoveries(planFolder(library, message.workbook)));
      case 'diagnose':
        return ok(await diagnose(library, message.workbook, this.secondFolder));
      case 'exportEverything':
        return this.jobs.run(message.request, (signal) => this.exportEverything(plans, message, signal));
      case 'make':
        return keepState(library, message.state);
      case 'makeFromPack':
        return makeFromPack(library, message.pack);
      case 'makeScenario':
        return this.makeScenario(plans, message.workbook, message.name);
      case 'changeScenario':
        return this.changeScenario(library, message.workbook, message.changes);
      case 'readStates':
        return this.readStates(current, message.workbook);
      case 'openFile':
        return openFile(library, message.file);
      case 'readTables':
        return readTables(message.file, path.join(this.workers, 'importWorker.js'));
      case 'saveCopy':
        return this.jobs.run(message.request, () => this.saveCopy(current, message.workbook, message.target));
      case 'writeFile':
        return this.jobs.run(message.request, (signal) => writeTo(message.target, message.bytes, signal));
      case 'export':
        return this.jobs.run(message.request, (signal) => this.export(plans, message, signal));
      case 'close':
        await this.jobs.end();
        return open.close();
    }
  }

  private async start(plansFolder: string, secondFolder: string | null): Reply<'start'> {
    try {
      await mkdir(plansFolder, { recursive: true });
    } catch (error) {
      return err(writingProblem(error, plansFolder));
    }
    const library = { folder: plansFolder, reader: this.reader, now: this.now };
    const ballast = new Ballast(path.join(plansFolder, 'ballast'));
    const open = new OpenWorkbooks(library, ballast, () => this.secondFolder);
    this.plans = { library, open, current: new CurrentWorkbooks(library, open) };
    this.secondFolder = secondFolder;
    return ok(null);
  }

  private async makeScenario(
    { library, current }: Plans,
    workbook: string,
    name: string,
  ): Reply<'makeScenario'> {
    const plan = await current.content(workbook);
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

  private async readStates(current: CurrentWorkbooks, workbook: string): Reply<'readStates'> {
    const content = await current.content(workbook);
    return content.ok ? ok(statesOfScenario(content.value)) : content;
  }

  private async saveCopy(current: CurrentWorkbooks, workbook: string, target: string): Reply<'saveCopy'> {
    const bytes = await current.file(workbook);
    return bytes.ok ? writeTo(target, bytes.value) : bytes;
  }

  private async export(
    plans: Plans,
    message: Extract<FromMain, { kind: 'export' }>,
    signal: AbortSignal,
  ): Reply<'export'> {
    const { request, workbook, what } = message;
    return this.exportAs(plans, workbook, what, { onProgress: this.progressOf(request), signal });
  }

  private async exportAs(
    { library, current }: Plans,
    workbook: string,
    what: ExportChoice,
    job: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
  ): Reply<'export'> {
    const states = await current.states(workbook);
    if (!states.ok) return states;
    const workerFile = path.join(this.workers, 'exportWorker.js');
    const summary = (await listPlans(library)).find(({ id }) => id === workbook);
    const whatIf = summary?.scenario?.name;
    const merge = isMergeKind(what.kind) ? await keptMerge(planFolder(library, workbook)) : undefined;
    const choice = merge === undefined ? what : { merge, ...what };
    const found = isHistoryKind(what.kind)
      ? await current.historyFound(workbook, what.history ?? {})
      : undefined;
    return exportPlan(states.value, choice, { workerFile, now: this.now(), whatIf, found, ...job });
  }

  private async exportEverything(
    plans: Plans,
    { folder, request }: Extract<FromMain, { kind: 'exportEverything' }>,
    signal: AbortSignal,
  ): Reply<'exportEverything'> {
    const onProgress = (): void => undefined;
    return exportEverything(folder, {
      plans: (await listPlans(plans.library)).filter(({ scenario }) => scenario?.archived !== true),
      read: (workbook) => plans.current.file(workbook),
      exportAs: (workbook, kind) => this.exportAs(plans, workbook, { kind }, { onProgress, signal }),
      now: this.now(),
      onProgress: this.progressOf(request),
      signal,
    });
  }

  private progressOf(request: number): (progress: number) => void {
    return (progress) => this.parent.postMessage({ request, progress });
  }

  private async backupPlaces({ library, open }: Plans, workbook: string): Promise<BackupPlaces> {
    const own = foldersOf(planFolder(library, workbook)).backups;
    const chosen = this.secondFolder;
    if (chosen === null) return { own, second: null };
    const seen = await lookAtSecondFolder(chosen, workbook);
    const told = (await open.storeOf(workbook))?.secondProblem ?? null;
    // A folder that was missing may have come back since.
    const problem = seen.problem ?? (told?.code === 'backup/secondMissing' ? null : told);
    return { own, second: { ...seen, problem } };
  }
}
