/** The main process and its windows, as far as the core can see them. */
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { CoreService } from '../../../electron/core/coreService';
import { documentReader } from '../../../electron/core/documentReader';
import { nodeCodec } from '../../../electron/core/nodeCodec';
import type { ParentPort, Port, PortMessage } from '../../../electron/core/ports';
import { parseToMain, type FromMain, type Replies } from '../../../shared/ipc/mainRequests';
import { parseToWindow, type ToWindow } from '../../../shared/ipc/windowMessages';
import { encodeGoliveFile } from '../../../shared/sync/goliveFile';
import { describing, SamplePlan, WORKBOOK } from './samplePlan';
import { must, scratchFolder } from './scratch';

/** Node's ports hand over the message itself; Electron's hand it over in an event. Everything else is the same. */
function electronPort(port: MessagePort): Port & ParentPort {
  return {
    on(event: 'message' | 'close', listener: ((message: PortMessage) => void) & (() => void)) {
      if (event === 'close') return port.on('close', listener);
      return port.on('message', ({ data, ports = [] }: { data: unknown; ports?: MessagePort[] }) =>
        listener({ data, ports: ports.map(electronPort) }),
      );
    },
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

type Unnumbered<T> = T extends { readonly request: number } ? Omit<T, 'request'> : never;

export class Machine {
  private request = 0;
  private readonly parent: MessagePort;

  constructor(now: () => Date = () => new Date(), workers?: string) {
    const { port1, port2 } = new MessageChannel();
    this.parent = port1;
    new CoreService(electronPort(port2), documentReader, now, workers);
    onTestFinished(() => port1.close());
  }

  async ask<K extends keyof Replies & FromMain['kind']>(
    message: Unnumbered<FromMain & { kind: K }> & { readonly kind: K },
    ports: MessagePort[] = [],
  ) {
    const request = ++this.request;
    const answered = new Promise<unknown>((resolve) => {
      const hear = (raw: { readonly request: unknown }): void => {
        if (raw.request !== request || 'progress' in raw) return;
        this.parent.off('message', hear);
        resolve(raw);
      };
      this.parent.on('message', hear);
    });
    this.parent.postMessage({ data: { ...message, request }, ports }, ports);
    const answer = parseToMain<K>(message.kind, await answered);
    if (answer === undefined) throw new Error('that is no answer');
    return answer.result;
  }

  /** No longer wants the answer to what it asked last. */
  cancelLast(): void {
    this.tell({ kind: 'cancel', request: this.request });
  }

  tell(message: unknown): void {
    this.parent.postMessage({ data: message, ports: [] });
  }

  /** Sends what is no request, and returns whether anything came back within a moment. */
  async say(message: unknown): Promise<boolean> {
    let isAnswered = false;
    this.parent.once('message', () => (isAnswered = true));
    this.parent.postMessage({ data: message, ports: [] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return isAnswered;
  }

  async window(workbook: string): Promise<Window> {
    const { port1, port2 } = new MessageChannel();
    must(await this.ask({ kind: 'attach', workbook }, [port2]));
    return new Window(port1);
  }
}

class Window {
  readonly received: ToWindow[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly port: MessagePort) {
    port.on('message', ({ ...raw }: object) => {
      const message = parseToWindow(raw);
      if (message === undefined) throw new Error(`not a message: ${JSON.stringify(raw)}`);
      this.received.push(message);
      for (const wake of this.waiting.splice(0)) wake();
    });
    onTestFinished(() => port.close());
  }

  send(message: unknown): void {
    this.port.postMessage({ data: message });
  }

  async next<K extends ToWindow['kind']>(kind: K): Promise<ToWindow & { kind: K }> {
    for (;;) {
      const index = this.received.findIndex((message) => message.kind === kind);
      const [found] = index < 0 ? [] : this.received.splice(index, 1);
      if (found !== undefined) return found as ToWindow & { kind: K };
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async statusWhere(wanted: (status: ToWindow & { kind: 'status' }) => boolean) {
    for (;;) {
      const status = await this.next('status');
      if (wanted(status)) return status;
    }
  }

  async open(workbook = WORKBOOK) {
    this.send({ kind: 'open', workbook });
    return this.next('opened');
  }

  append(seq: number, plan: SamplePlan): void {
    this.send({ kind: 'append', seq, update: plan.add(seq), description: describing(seq) });
  }
}

export async function started(
  now?: () => Date,
  workers?: string,
): Promise<{ machine: Machine; folder: string }> {
  const folder = path.join(await scratchFolder(), 'plans');
  const machine = new Machine(now, workers);
  must(await machine.ask({ kind: 'start', plansFolder: folder, secondFolder: null }));
  onTestFinished(async () => {
    await machine.ask({ kind: 'close' });
  });
  return { machine, folder };
}

export function fileOf(records: number, workbook = WORKBOOK): Uint8Array {
  const { state } = SamplePlan.seeded(records);
  return encodeGoliveFile({ workbook, name: 'Clinic', created: 1, records, state }, nodeCodec);
}
