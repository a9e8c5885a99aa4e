/** One window's conversation about one workbook: edits in, acknowledgements out, and the truth about what is saved. */
import type { Problem } from '../../shared/domain/base/problem';
import { err, type Result } from '../../shared/domain/base/result';
import { baseValues } from '../../shared/domain/edits/baseValues';
import {
  parseFromWindow,
  type FromWindow,
  type StoreStatus,
  type ToWindow,
} from '../../shared/ipc/windowMessages';
import type { PlanStore } from './planStore';
import type { Port } from './ports';
import { isDiskFull, readingProblem, savingProblem } from './systemProblem';

/** How often what could not be saved is tried again, and what was saved is looked for. */
const TEND_MS = 3_000;

type HistoryWish = Extract<FromWindow, { kind: 'history' | 'since' | 'bases' | 'lastMerge' }>;

export interface WindowPortSetting {
  readonly workbook: string;
  readonly port: Port;
  /** The store, opened at the first window and shared by those that come after. */
  readonly openStore: () => Promise<Result<PlanStore, Problem>>;
  readonly secondFolder: () => string | null;
  /** The window is done with the workbook and has left nothing unsaved. */
  readonly onLeft: () => void;
  /** Of this app. */
  readonly version: string;
}

export class WindowPort {
  private store: PlanStore | undefined;
  private isOpening = false;
  private told: StoreStatus | undefined;
  private lastReceived: number | undefined;
  private tending: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(private readonly setting: WindowPortSetting) {
    setting.port.on('message', ({ data }) => {
      const message = parseFromWindow(data);
      // A message that is none comes from a window gone wrong; answering it would only confuse both.
      if (message !== undefined) void this.receive(message);
    });
    setting.port.on('close', () => this.stop());
    setting.port.start();
  }

  /** Tells the window about something it did not ask for. */
  report(problem: Problem): void {
    this.send({ kind: 'failed', seq: null, problem });
  }

  stop(): void {
    clearTimeout(this.tending);
    this.isOver = true;
  }

  private async receive(message: FromWindow): Promise<void> {
    if (message.kind === 'open') return this.open(message.workbook);
    const { store } = this;
    // Nothing is saved before the window knows what there was.
    if (store === undefined) return;
    switch (message.kind) {
      case 'append':
        await this.append(store, message);
        break;
      case 'flush':
        this.answer(message.request, await this.flush(store));
        break;
      case 'checkpoint':
        this.answer(message.request, await store.checkpoint());
        break;
      case 'backup':
        this.answer(message.request, await store.backup(message.reason, this.setting.secondFolder()));
        break;
      case 'history':
      case 'since':
      case 'bases':
      case 'lastMerge':
        await this.history(store, message);
        break;
      case 'note':
        await store.past.noteRecovery(message.found, true);
        break;
      case 'merged':
        await store.past.keepMerge(
          message.account === null ? null : { account: message.account, at: message.at },
        );
        break;
      case 'leave':
        this.setting.onLeft();
        break;
    }
    this.tellStatus(store);
  }

  private async history(store: PlanStore, message: HistoryWish): Promise<void> {
    // What was sent before is asked for too.
    await store.flush();
    try {
      this.send(await fromHistory(store, message));
    } catch (error) {
      this.answer(message.request, err(readingProblem(error, this.setting.workbook)));
    }
  }

  private async open(workbook: string): Promise<void> {
    if (workbook !== this.setting.workbook || this.store !== undefined || this.isOpening) return;
    this.isOpening = true;
    const opened = await this.setting.openStore();
    this.isOpening = false;
    if (!opened.ok) {
      this.report(opened.error);
      return;
    }
    const store = opened.value;
    await store.past.visits.begin();
    const kept = await store.backupBeforeUpdate(this.setting.version, this.setting.secondFolder());
    this.store = store;
    this.send({
      kind: 'opened',
      state: store.state(),
      fileFormat: store.fileFormat,
      isNew: store.isNew,
      incidents: store.takeIncidents(),
      replica: { clientId: store.clientId },
      lastBackup: store.status.lastBackup,
    });
    if (!kept.ok && !isDiskFull(kept.error)) this.report(kept.error);
    this.tellStatus(store);
    await this.settle(store);
    this.tendLater(store);
  }

  /** What can wait until the window has its plan: a copy of today, and whole copies where some were damaged. */
  private async settle(store: PlanStore): Promise<void> {
    const copied = await store.backupDaily(this.setting.secondFolder());
    // That the disk is full is said in the status, and a copy is made when it no longer is.
    if (!copied.ok && !isDiskFull(copied.error)) this.report(copied.error);
    const isDamaged = store.incidents.some(({ problem }) => problem !== null);
    const restored = isDamaged ? await store.checkpoint() : undefined;
    if (restored !== undefined && !restored.ok && !isDiskFull(restored.error)) this.report(restored.error);
    this.tellStatus(store);
  }

  private async append(store: PlanStore, message: FromWindow & { kind: 'append' }): Promise<void> {
    const { seq, update, description } = message;
    this.lastReceived = seq;
    const saved = await store.append(update, description);
    this.send(
      saved.ok ? { kind: 'acked', seq } : { kind: 'failed', seq, problem: savingProblem(saved.error) },
    );
  }

  private async flush(store: PlanStore): Promise<Result<void, Problem>> {
    const upTo = this.lastReceived;
    const flushed = await store.flush();
    if (flushed.ok && upTo !== undefined) this.send({ kind: 'acked', seq: upTo });
    return flushed.ok ? flushed : err(savingProblem(flushed.error));
  }

  private answer(request: number, result: Result<unknown, Problem>): void {
    this.send({ kind: 'done', request, problem: result.ok ? null : result.error });
  }

  private tellStatus(store: PlanStore): void {
    const { lastBackup, diskFull, notSaved } = store.status;
    const { told } = this;
    if (told?.lastBackup === lastBackup && told.diskFull === diskFull && told.notSaved === notSaved) return;
    this.told = { lastBackup, diskFull, notSaved };
    const problem = notSaved === null ? null : savingProblem(notSaved);
    this.send({ kind: 'status', lastBackup, diskFull, notSaved: problem });
    // The backups went with the folder.
    if (told !== undefined && told.lastBackup !== null && lastBackup === null) void this.settle(store);
  }

  /** The next time comes only after the last is over: a drive may take as long as it likes. */
  private tendLater(store: PlanStore): void {
    if (this.isOver) return;
    this.tending = setTimeout(() => void this.tend(store), TEND_MS).unref();
  }

  private async tend(store: PlanStore): Promise<void> {
    const { notSaved, diskFull } = store.status;
    if (notSaved === null) await store.flush();
    else await this.flush(store);
    if (diskFull && !store.status.diskFull) await this.settle(store);
    this.tellStatus(store);
    this.tendLater(store);
  }

  private send(message: ToWindow): void {
    this.setting.port.postMessage(message);
  }
}

async function fromHistory(store: PlanStore, message: HistoryWish): Promise<ToWindow> {
  const { past } = store;
  const { history, visits } = past;
  const { request } = message;
  switch (message.kind) {
    case 'history':
      return { kind: 'history', request, page: await history.page(message.query, await visits.last()) };
    case 'since':
      return { kind: 'since', request, since: await history.since(message.query) };
    case 'bases':
      return { kind: 'bases', request, values: baseValues(await past.edits(), message.fields) };
    case 'lastMerge':
      return { kind: 'lastMerge', request, kept: await past.lastMerge() };
  }
}
