/**
 * Main's line to the core process, which owns the files of every plan. If the core dies it is started again, later each
 * time; windows are told and attach anew. After several ends it waits until it is asked for something.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannelMain, utilityProcess, type BrowserWindow, type UtilityProcess } from 'electron';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, type Result } from '../../shared/domain/base/result';
import { PORT_MESSAGE } from '../../shared/ipc/contract';
import { parseToMain, type FromMain, type Replies } from '../../shared/ipc/mainRequests';
import { Restarts, type Ended } from './restarts';

const CLOSING_LIMIT_MS = 30_000;

type Ask = { [K in keyof Replies]: Omit<Extract<FromMain, { kind: K }>, 'request'> };

export interface JobOptions {
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly kind: keyof Replies;
  readonly answer: (result: Result<unknown, Problem>) => void;
  readonly onProgress: (done: number) => void;
}

export interface CoreListener {
  /** The process ended by itself. `wait` is null when it is not started again before it is asked for something. */
  readonly onEnd: (ended: Ended, code: number) => void;
  /** It runs again. */
  readonly onRestart: () => void;
}

export class CoreProcess {
  /** Undefined while it has ended and is not started again yet. */
  private child: UtilityProcess | undefined;
  private readonly restarts = new Restarts();
  private waitingToStart: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private nextRequest = 1;
  private ended = false;

  /**
   * @param folders where the plans lie, and the second backup folder of the person's choice
   */
  constructor(
    private folders: { readonly plans: string; readonly second: string | null },
    private readonly listener: CoreListener,
  ) {
    this.child = this.start();
  }

  /** The folder for second backups that holds from the next start of the process on. */
  useSecondFolder(second: string | null): void {
    this.folders = { ...this.folders, second };
  }

  /** @param options `signal` asks the core to give up; the answer tells whether it did */
  ask<K extends keyof Replies>(
    message: Ask[K] & { kind: K },
    options: JobOptions = {},
  ): Promise<Result<Replies[K], Problem>> {
    if (options.signal?.aborted === true) return Promise.resolve(err(problem('job/cancelled', {})));
    const request = this.nextRequest++;
    const answered = new Promise<Result<unknown, Problem>>((resolve) => {
      this.waiting.set(request, {
        kind: message.kind,
        answer: resolve,
        onProgress: options.onProgress ?? (() => undefined),
      });
    });
    this.running().postMessage({ ...message, request });
    options.signal?.addEventListener('abort', () => {
      this.child?.postMessage({ kind: 'cancel', request });
    });
    return answered as Promise<Result<Replies[K], Problem>>;
  }

  /** Gives a window its line to the store of one workbook. */
  async attach(workbook: string, window: BrowserWindow): Promise<Result<null, Problem>> {
    const { port1, port2 } = new MessageChannelMain();
    const request = this.nextRequest++;
    const answered = new Promise<Result<unknown, Problem>>((resolve) => {
      this.waiting.set(request, { kind: 'attach', answer: resolve, onProgress: () => undefined });
    });
    this.running().postMessage({ kind: 'attach', workbook, request }, [port1]);
    const result = (await answered) as Result<null, Problem>;
    if (result.ok && !window.isDestroyed()) window.webContents.postMessage(PORT_MESSAGE, workbook, [port2]);
    return result;
  }

  /** Saves everything and ends the process; on a drive that never answers, the journal is what the next start finds. */
  async close(): Promise<void> {
    this.ended = true;
    const limit = new AbortController();
    await Promise.race([
      this.ask({ kind: 'close' }),
      pause(CLOSING_LIMIT_MS, undefined, { signal: limit.signal }).catch(() => undefined),
    ]);
    limit.abort();
    this.child?.kill();
  }

  /** The process; started now where it was not. */
  private running(): UtilityProcess {
    return this.child ?? this.startAgain();
  }

  private startAgain(): UtilityProcess {
    clearTimeout(this.waitingToStart);
    const child = this.start();
    this.child = child;
    this.listener.onRestart();
    return child;
  }

  private start(): UtilityProcess {
    const child = utilityProcess.fork(path.join(__dirname, 'core.js'), [], { serviceName: 'golive-core' });
    child.on('message', (raw: unknown) => {
      this.hear(raw);
    });
    child.on('exit', (code) => {
      this.child = undefined;
      for (const { answer } of this.waiting.values()) {
        answer(err(problem('storage/notSaved', { reason: 'the storage process ended' })));
      }
      this.waiting.clear();
      if (this.ended) return;
      const ended = this.restarts.ended(performance.now());
      this.listener.onEnd(ended, code);
      if (ended.wait === null) return;
      this.waitingToStart = setTimeout(() => this.startAgain(), ended.wait);
    });
    const request = this.nextRequest++;
    this.waiting.set(request, { kind: 'start', answer: () => undefined, onProgress: () => undefined });
    child.postMessage({
      kind: 'start',
      plansFolder: this.folders.plans,
      secondFolder: this.folders.second,
      request,
    });
    return child;
  }

  private hear(raw: unknown): void {
    if (typeof raw !== 'object' || raw === null || !('request' in raw)) return;
    const waiting = this.waiting.get(Number(raw.request));
    if (waiting === undefined) return;
    if ('progress' in raw) {
      waiting.onProgress(Number(raw.progress));
      return;
    }
    const answer = parseToMain(waiting.kind, raw);
    this.waiting.delete(Number(raw.request));
    waiting.answer(
      answer?.result ??
        err(problem('storage/notSaved', { reason: 'the storage process gave no proper answer' })),
    );
  }
}
