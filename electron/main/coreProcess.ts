/**
 * Main's line to the core process, which owns the files of every plan. If the core dies it is started again; windows
 * are told and attach anew.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannelMain, utilityProcess, type BrowserWindow, type UtilityProcess } from 'electron';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, type Result } from '../../shared/domain/base/result';
import { PORT_MESSAGE } from '../../shared/ipc/contract';
import { parseToMain, type FromMain, type Replies } from '../../shared/ipc/mainRequests';

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

export class CoreProcess {
  private child: UtilityProcess;
  private readonly waiting = new Map<number, Waiting>();
  private nextRequest = 1;
  private ended = false;

  /**
   * @param folders where the plans lie, and the second backup folder of the person's choice
   * @param onRestart called when the process ended by itself and runs again
   */
  constructor(
    private readonly folders: { readonly plans: string; readonly second: string | null },
    private readonly onRestart: () => void,
  ) {
    this.child = this.start();
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
    this.child.postMessage({ ...message, request });
    options.signal?.addEventListener('abort', () => {
      this.child.postMessage({ kind: 'cancel', request });
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
    this.child.postMessage({ kind: 'attach', workbook, request }, [port1]);
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
    this.child.kill();
  }

  private start(): UtilityProcess {
    const child = utilityProcess.fork(path.join(__dirname, 'core.js'), [], { serviceName: 'golive-core' });
    child.on('message', (raw: unknown) => {
      this.hear(raw);
    });
    child.on('exit', () => {
      for (const { answer } of this.waiting.values()) {
        answer(err(problem('storage/notSaved', { reason: 'the storage process ended' })));
      }
      this.waiting.clear();
      if (this.ended) return;
      this.child = this.start();
      this.onRestart();
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
