/**
 * The window's line to the store of one workbook. Every update is sent to the journal and counts as saved when the
 * journal has acknowledged it. If the core process is started anew, what was not acknowledged is sent again.
 */
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { ApartField, BaseValues } from '../../shared/domain/edits/baseValues';
import type { ChangeDescription } from '../../shared/domain/edits/change';
import type { HistoryPage } from '../../shared/domain/history/page';
import type { HistoryQuery, SinceQuery } from '../../shared/domain/history/query';
import type { PlanSince } from '../../shared/domain/history/since';
import type { BackupReason } from '../../shared/ipc/backups';
import type { KeptMerge } from '../../shared/ipc/keptMerge';
import { PORT_MESSAGE } from '../../shared/ipc/contract';
import {
  parseToWindow,
  type FromWindow,
  type StoreStatus,
  type ToWindow,
} from '../../shared/ipc/windowMessages';
import type { WindowFind } from '../../shared/ipc/recoveries';
import type { MergeAccount } from '../../shared/domain/review/mergeAccount';
import { shortened } from '../../shared/sync/edits';
import { desktop } from './desktop';
import type { SavingMonitor } from './saving';

const ENDED = 'the storage process ended';

type Opened = Extract<ToWindow, { kind: 'opened' }>;

/** What the store says to a request; null: done. */
type Answer = Problem | HistoryPage | PlanSince | BaseValues | LastMergeAnswer | null;
type LastMergeAnswer = Pick<Extract<ToWindow, { kind: 'lastMerge' }>, 'kept'>;

interface Unacknowledged {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly description: ChangeDescription;
}

export class CoreLine {
  private port: MessagePort | undefined;
  private readonly unacknowledged: Unacknowledged[] = [];
  private readonly requests = new Map<number, (answer: Answer) => void>();
  private nextSeq = 1;
  private nextRequest = 1;
  private reopening: Promise<Problem | null> | undefined;
  /** Set while the store has not yet said what it holds. */
  private answered: ((answer: Opened | Problem) => void) | undefined;

  constructor(
    private readonly workbook: string,
    private readonly monitor: SavingMonitor,
    /** Hears what went wrong beside the saving of changes. */
    private readonly onProblem: (problem: Problem) => void,
  ) {}

  /** Connects to the store and asks for what it holds. */
  async open(): Promise<Result<Opened, Problem>> {
    const arrival = portFor(this.workbook);
    const attached = await desktop.call('workbooks.attach', { workbook: this.workbook });
    if (!attached.ok) return attached;
    this.port = await arrival;
    const answer = new Promise<Opened | Problem>((resolve) => {
      this.answered = resolve;
    });
    this.port.onmessage = (event: MessageEvent<unknown>) => {
      this.hear(event.data);
    };
    this.post({ kind: 'open', workbook: this.workbook });
    const first = await answer;
    this.answered = undefined;
    return 'code' in first ? err(first) : ok(first);
  }

  /** After the core process was started anew, or to start it. @returns what kept the store from being opened */
  reopen(): Promise<Problem | null> {
    this.reopening ??= this.reconnect().finally(() => {
      this.reopening = undefined;
    });
    return this.reopening;
  }

  /** The core process has ended. @param isFinal it is not started again by itself */
  ended(times: number, isFinal: boolean): void {
    this.port?.close();
    this.port = undefined;
    const lost = problem('storage/notSaved', { reason: ENDED });
    // Nobody is left to answer these.
    for (const answer of this.requests.values()) answer(lost);
    this.requests.clear();
    this.answered?.(lost);
    if (isFinal) this.monitor.failed(problem('storage/stopped', { times }), Date.now());
    else if (this.unacknowledged.length > 0) this.monitor.failed(lost, Date.now());
  }

  private async reconnect(): Promise<Problem | null> {
    const opened = await this.open();
    if (!opened.ok) {
      // Where the process ended once more and nothing is on its way, nothing is unsaved.
      const isEnd = opened.error.code === 'storage/notSaved';
      if (!isEnd || this.unacknowledged.length > 0) this.monitor.failed(opened.error, Date.now());
      return opened.error;
    }
    for (const waiting of this.unacknowledged) this.send(waiting);
    return null;
  }

  append(update: Uint8Array, description: ChangeDescription): void {
    const waiting = { seq: this.nextSeq++, update, description };
    this.unacknowledged.push(waiting);
    this.monitor.sent(this.unacknowledged.length);
    this.send(waiting);
  }

  /** Resolves when everything sent so far is on the disk. */
  async flush(): Promise<Problem | null> {
    const closed = this.port === undefined ? await this.reopen() : null;
    return closed ?? this.ask((request) => ({ kind: 'flush', request }));
  }

  /** Has it kept in mind that something was found wrong and put right. */
  note(found: WindowFind): void {
    this.post({ kind: 'note', found });
  }

  /** Has it keep what a merge brought; null once it has been taken back. */
  keepMerge(account: MergeAccount | null): void {
    this.post({ kind: 'merged', account, at: Date.now() });
  }

  /** What is kept of the last merge; null when nothing was merged, or it was taken back. */
  async lastMerge(): Promise<Result<KeptMerge | null, Problem>> {
    const answer = await this.request((request) => ({ kind: 'lastMerge', request }));
    return answer !== null && 'kept' in answer ? ok(answer.kept) : err(problemIn(answer));
  }

  backup(reason: BackupReason): Promise<Problem | null> {
    return this.ask((request) => ({ kind: 'backup', request, reason }));
  }

  async history(query: HistoryQuery): Promise<Result<HistoryPage, Problem>> {
    const answer = await this.request((request) => ({ kind: 'history', request, query }));
    return answer !== null && 'hasMore' in answer ? ok(answer) : err(problemIn(answer));
  }

  /** What became of every field after a moment. */
  async since(query: SinceQuery): Promise<Result<PlanSince, Problem>> {
    const answer = await this.request((request) => ({ kind: 'since', request, query }));
    return answer !== null && 'fields' in answer ? ok(answer) : err(problemIn(answer));
  }

  /** What stood in these fields before several sites wrote them apart. */
  async bases(fields: readonly ApartField[]): Promise<Result<BaseValues, Problem>> {
    const answer = await this.request((request) => ({ kind: 'bases', request, fields }));
    return answer instanceof Map ? ok(answer) : err(problemIn(answer));
  }

  /** @param isSaved nothing was written that is not on the disk: the next window may go on under the same number */
  close(isSaved: boolean): void {
    if (isSaved) this.post({ kind: 'leave' });
    this.port?.close();
    this.port = undefined;
  }

  private send({ seq, update, description }: Unacknowledged): void {
    this.post({ kind: 'append', seq, update, description: shortened(description) });
  }

  private post(message: FromWindow): void {
    this.port?.postMessage(message);
  }

  private async ask(message: (request: number) => FromWindow): Promise<Problem | null> {
    const answer = await this.request(message);
    return answer !== null && 'code' in answer ? answer : null;
  }

  private request(message: (request: number) => FromWindow): Promise<Answer> {
    if (this.port === undefined)
      return Promise.resolve(problem('storage/notSaved', { reason: 'the store is closed' }));
    return new Promise((resolve) => {
      const request = this.nextRequest++;
      this.requests.set(request, resolve);
      this.post(message(request));
    });
  }

  private hear(raw: unknown): void {
    const message = parseToWindow(raw);
    if (message === undefined) return;
    switch (message.kind) {
      case 'opened':
        this.answered?.(message);
        return;
      case 'acked':
        this.acknowledge(message.seq);
        return;
      case 'failed':
        if (message.seq !== null) this.monitor.failed(message.problem, Date.now());
        else if (this.answered !== undefined) this.answered(message.problem);
        else this.onProblem(message.problem);
        return;
      case 'done':
        this.settle(message.request, message.problem);
        return;
      case 'history':
        this.settle(message.request, message.page);
        return;
      case 'since':
        this.settle(message.request, message.since);
        return;
      case 'bases':
        this.settle(message.request, message.values);
        return;
      case 'lastMerge':
        this.settle(message.request, { kept: message.kept });
        return;
      case 'status':
        this.hearStatus(message);
    }
  }

  private settle(request: number, answer: Answer): void {
    this.requests.get(request)?.(answer);
    this.requests.delete(request);
  }

  private hearStatus({ lastBackup, diskFull, notSaved }: StoreStatus): void {
    this.monitor.store({ lastBackup, diskFull });
    if (notSaved !== null) this.monitor.failed(notSaved, Date.now());
    else if (this.monitor.read().state === 'notSaved') this.settled();
  }

  private acknowledge(seq: number): void {
    while ((this.unacknowledged[0]?.seq ?? Infinity) <= seq) this.unacknowledged.shift();
    this.settled();
  }

  private settled(): void {
    this.monitor.acknowledged(this.unacknowledged.length, Date.now());
  }
}

function problemIn(answer: Answer): Problem {
  return answer !== null && 'code' in answer ? answer : problem('storage/notSaved', { reason: ENDED });
}

/** Waits for the message port that the preload passes on; only this page's own origin may hand one over. */
function portFor(workbook: string): Promise<MessagePort> {
  return new Promise((resolve) => {
    const arrive = (event: MessageEvent<unknown>): void => {
      const data = event.data as { type?: unknown; workbook?: unknown } | null;
      const [port] = event.ports;
      const isOurs = event.source === window && event.origin === window.location.origin;
      if (!isOurs || data?.type !== PORT_MESSAGE || data.workbook !== workbook || port === undefined) return;
      window.removeEventListener('message', arrive);
      resolve(port);
    };
    window.addEventListener('message', arrive);
  });
}
