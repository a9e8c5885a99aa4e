import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CoreService } from '../../electron/core/coreService';
import { documentReader } from '../../electron/core/documentReader';
import { nodeCodec } from '../../electron/core/nodeCodec';
import type { ParentPort, Port, PortMessage } from '../../electron/core/ports';
import { fieldPlaceKey } from '../../shared/domain/edits/baseValues';
import { parseToMain, type FromMain, type Replies } from '../../shared/ipc/mainRequests';
import { parseToWindow, type ToWindow } from '../../shared/ipc/windowMessages';
import { encodeGoliveFile, peekGoliveHeader } from '../../shared/sync/goliveFile';
import { buildExportWorker, type BuiltWorker } from '../support/exportWorker';
import { startWorkbook, TestClock } from '../support/replicas';
import { describing, recordId, recordsIn, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must, scratchFolder } from './support/scratch';

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

/** The main process and its windows, as far as the core can see them. */
class Machine {
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

async function started(now?: () => Date, workers?: string): Promise<{ machine: Machine; folder: string }> {
  const folder = path.join(await scratchFolder(), 'plans');
  const machine = new Machine(now, workers);
  must(await machine.ask({ kind: 'start', plansFolder: folder, secondFolder: null }));
  onTestFinished(async () => {
    await machine.ask({ kind: 'close' });
  });
  return { machine, folder };
}

function fileOf(records: number, workbook = WORKBOOK): Uint8Array {
  const { state } = SamplePlan.seeded(records);
  return encodeGoliveFile({ workbook, name: 'Clinic', created: 1, records, state }, nodeCodec);
}

describe('a window', () => {
  it('opens a workbook, edits it, and is told what is saved', async () => {
    const { machine } = await started();
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    expect(opened).toMatchObject({ isNew: true, incidents: [], lastBackup: null });
    const plan = new SamplePlan(opened.replica.clientId, opened.state);
    for (const seq of upTo(20)) window.append(seq, plan);
    for (const seq of upTo(20)) expect((await window.next('acked')).seq).toBe(seq);
  });

  it('finds its edits again after the core was closed and started anew', async () => {
    const { machine, folder } = await started();
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    const plan = new SamplePlan(opened.replica.clientId, opened.state);
    for (const seq of upTo(5)) window.append(seq, plan);
    for (const _ of upTo(5)) await window.next('acked');
    must(await machine.ask({ kind: 'close' }));

    const later = new Machine();
    must(await later.ask({ kind: 'start', plansFolder: folder, secondFolder: null }));
    const reopened = await (await later.window(WORKBOOK)).open();
    expect(recordsIn(reopened.state)).toEqual(upTo(5));
    expect(reopened.replica).toEqual(opened.replica);
    expect(reopened.isNew).toBe(false);
    must(await later.ask({ kind: 'close' }));
  });

  it('that is loaded a second time gets the same plan and a number of its own', async () => {
    const { machine } = await started();
    const first = await machine.window(WORKBOOK);
    const opened = await first.open();
    first.append(0, new SamplePlan(opened.replica.clientId, opened.state));
    await first.next('acked');
    const second = await (await machine.window(WORKBOOK)).open();
    expect(recordsIn(second.state)).toEqual([0]);
    expect(second.replica.clientId).not.toBe(opened.replica.clientId);
  });

  it('is told when an edit makes no sense, and nothing else is disturbed', async () => {
    const { machine } = await started();
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    window.send({ kind: 'append', seq: 0, update: Uint8Array.of(9, 9, 9), description: describing(0) });
    expect(await window.next('failed')).toMatchObject({ seq: 0, problem: { code: 'file/damaged' } });
    window.append(1, new SamplePlan(opened.replica.clientId, opened.state));
    expect((await window.next('acked')).seq).toBe(1);
  });

  it('asks for a flush, a checkpoint and a backup and is answered each time', async () => {
    const { machine, folder } = await started(() => new Date(2027, 2, 1, 14, 30, 5));
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    window.append(0, new SamplePlan(opened.replica.clientId, opened.state));
    window.send({ kind: 'flush', request: 1 });
    expect(await window.next('done')).toMatchObject({ request: 1, problem: null });
    window.send({ kind: 'checkpoint', request: 2 });
    expect(await window.next('done')).toMatchObject({ request: 2, problem: null });
    window.send({ kind: 'backup', request: 3, reason: 'before-merge' });
    expect(await window.next('done')).toMatchObject({ request: 3, problem: null });
    expect(await readdir(path.join(folder, WORKBOOK, 'ckpt'))).toHaveLength(1);
    const backups = must(await machine.ask({ kind: 'backups', workbook: WORKBOOK }));
    const beforeMerge = {
      backup: '2027-03-01-143005-before-merge.golive',
      reason: 'before-merge',
      records: 1,
    };
    expect(backups).toContainEqual(expect.objectContaining(beforeMerge));
  });

  it('is told what stood in a field before it and another copy wrote it apart', async () => {
    const { machine } = await started();
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    const plan = new SamplePlan(opened.replica.clientId, opened.state);
    const place = { register: 'tasks', id: recordId(1), field: 'durationDays' };
    const { clientId } = opened.replica;
    const own = { ...describing(1), begins: [clientId, 0], changes: [{ ...place, old: 5, new: 7 }] };
    const merged = { source: 'b.golive', knew: [[clientId, 0]] };
    const changes = [{ ...place, old: 7, new: 9, isApart: true }];
    const joined = { ...describing(2), label: 'merge', merged, changes };
    window.send({ kind: 'append', seq: 0, update: plan.add(0), description: own });
    window.send({ kind: 'append', seq: 1, update: plan.add(1), description: joined });
    const asked = { ...place, written: [7, 9] };
    const elsewhere = { ...asked, id: recordId(2) };
    window.send({ kind: 'bases', request: 4, fields: [asked, elsewhere] });
    const { request, values } = await window.next('bases');
    expect({ request, values: [...values] }).toEqual({ request: 4, values: [[fieldPlaceKey(place), 5]] });
  });

  it('gets nothing for another workbook, nor before it has opened its own', async () => {
    const { machine } = await started();
    const window = await machine.window(WORKBOOK);
    window.send({ kind: 'flush', request: 1 });
    window.send({ kind: 'open', workbook: WORKBOOK.replace('1', '2') });
    window.send({ kind: 'append', seq: 0, update: Uint8Array.of(0, 0), description: describing(0) });
    await window.open();
    expect(window.received.filter(({ kind }) => kind !== 'status')).toEqual([]);
  });
});

describe('a store that cannot keep what it has said', () => {
  it('tells the window by itself, and tells it again when all is kept', async () => {
    const { machine, folder } = await started();
    must(await machine.ask({ kind: 'create', bytes: fileOf(6), name: 'a.golive' }));
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    // After the daily backup nothing is written but what the window sends.
    await window.statusWhere(({ lastBackup }) => lastBackup !== null);
    const plan = new SamplePlan(opened.replica.clientId, opened.state);
    window.append(6, plan);
    await window.next('acked');
    const place = path.join(folder, WORKBOOK);
    await rename(place, path.join(folder, 'elsewhere'));
    await writeFile(place, 'in the way');
    window.append(7, plan);
    const failed = await window.next('failed');
    expect(failed).toMatchObject({ seq: 7, problem: { code: 'storage/notSaved' } });
    expect(await window.statusWhere(({ notSaved }) => notSaved !== null)).toMatchObject({
      notSaved: { code: 'storage/notSaved' },
    });
    await rm(place);
    await rename(path.join(folder, 'elsewhere'), place);
    expect((await window.next('acked')).seq).toBe(7);
    await window.statusWhere(({ notSaved }) => notSaved === null);
  });
});

describe('an export', () => {
  let built: BuiltWorker;
  beforeAll(async () => {
    built = await buildExportWorker();
  });
  afterAll(() => built.remove());

  /** A plan of several thousand lines, open in a window. */
  async function openLarge() {
    const edits = upTo(4000).map((index) => {
      const id = recordId(index);
      return index % 2 === 0
        ? { kind: 'add' as const, register: 'tasks' as const, id, values: { name: `Task ${String(index)}` } }
        : { kind: 'add' as const, register: 'costs' as const, id, values: { name: `Cost ${String(index)}` } };
    });
    const document = startWorkbook(new TestClock(), edits, WORKBOOK);
    const content = { workbook: WORKBOOK, name: 'Clinic', created: 1, records: edits.length };
    const bytes = encodeGoliveFile({ ...content, state: document.encodeState() }, nodeCodec);
    const { machine } = await started(undefined, built.folder);
    must(await machine.ask({ kind: 'create', bytes, name: 'a.golive' }));
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    await window.statusWhere(({ lastBackup }) => lastBackup !== null);
    return { machine, window, plan: new SamplePlan(opened.replica.clientId, opened.state) };
  }

  it('lets edits be saved while it is made, and holds what was saved when it began', async () => {
    const { machine, window, plan } = await openLarge();
    window.append(5000, plan);
    await window.next('acked');
    const events: string[] = [];
    const exported = machine
      .ask({ kind: 'export', workbook: WORKBOOK, what: { kind: 'json' } })
      .then((made) => {
        events.push('exported');
        return made;
      });
    while (!events.includes('exported')) {
      window.append(5001 + events.length, plan);
      await window.next('acked');
      events.push('saved');
    }
    expect(events.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'saved'));
    const made = must(await exported);
    if (made.kind !== 'file') throw new Error('json is a file');
    const text = new TextDecoder().decode(made.bytes);
    expect(text).toContain(recordId(3999));
    expect(text).toContain(recordId(5000));
    expect(text).not.toContain(recordId(5001));
  });

  it('can be called off while the plan is still being read', async () => {
    const { machine } = await openLarge();
    const exported = machine.ask({ kind: 'export', workbook: WORKBOOK, what: { kind: 'budget' } });
    machine.cancelLast();
    expect(await exported).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
  });

  it('of the last merge tells what was kept of it, also in another session', async () => {
    const { machine, folder } = await started(undefined, built.folder);
    must(await machine.ask({ kind: 'create', bytes: fileOf(6), name: 'a.golive' }));
    const reportIn = async (running: Machine): Promise<string> => {
      const made = must(
        await running.ask({ kind: 'export', workbook: WORKBOOK, what: { kind: 'merge-json' } }),
      );
      if (made.kind !== 'file') throw new Error('json is a file');
      return new TextDecoder().decode(made.bytes);
    };
    expect(await reportIn(machine)).not.toContain('back.golive');
    const window = await machine.window(WORKBOOK);
    await window.open();
    const account = {
      ...{ into: '', from: ['back.golive'], added: [], asked: [] },
      checks: [{ tone: 'moved', text: 'Go-live moves a week' } as const],
      changes: [{ register: 'tasks', id: recordId(1), field: 'name', old: 'a', new: 'b' }],
    };
    window.send({ kind: 'merged', account });
    // A checkpoint waits for its turn behind it.
    window.send({ kind: 'checkpoint', request: 1 });
    await window.next('done');
    must(await machine.ask({ kind: 'close' }));

    const again = new Machine(undefined, built.folder);
    must(await again.ask({ kind: 'start', plansFolder: folder, secondFolder: null }));
    expect(await reportIn(again)).toMatch(
      /back\.golive[^]*Go-live moves a week|Go-live moves a week[^]*back\.golive/,
    );
    const next = await again.window(WORKBOOK);
    await next.open();
    next.send({ kind: 'merged', account: null });
    next.send({ kind: 'checkpoint', request: 1 });
    await next.next('done');
    expect(await reportIn(again)).not.toContain('back.golive');
  });

  it('of a plan that no window shows is made from what is kept', async () => {
    const { machine } = await started(undefined, built.folder);
    must(await machine.ask({ kind: 'create', bytes: fileOf(6), name: 'a.golive' }));
    expect(
      must(await machine.ask({ kind: 'export', workbook: WORKBOOK, what: { kind: 'tasks-csv' } })),
    ).toMatchObject({
      kind: 'file',
    });
    const missing = WORKBOOK.replace('1', '2');
    expect(await machine.ask({ kind: 'export', workbook: missing, what: { kind: 'json' } })).toMatchObject({
      ok: false,
      error: { code: 'file/notFound' },
    });
  });
});

describe('the main process', () => {
  it('takes in a file, lists it, reads it back, and keeps what is there already', async () => {
    const { machine } = await started();
    const created = await machine.ask({ kind: 'create', bytes: fileOf(6), name: 'a.golive' });
    expect(created).toEqual({ ok: true, value: { workbook: WORKBOOK, existed: false } });
    const again = await machine.ask({ kind: 'create', bytes: fileOf(9), name: 'b.golive' });
    expect(again).toEqual({ ok: true, value: { workbook: WORKBOOK, existed: true } });
    expect(must(await machine.ask({ kind: 'list' }))).toMatchObject([{ id: WORKBOOK, records: 6 }]);

    const bytes = must(await machine.ask({ kind: 'read', workbook: WORKBOOK }));
    const restored = must(await machine.ask({ kind: 'restore', bytes, name: 'a.golive' }));
    expect(restored.workbook).not.toBe(WORKBOOK);
    const window = await machine.window(restored.workbook);
    const { state, replica } = await window.open(restored.workbook);
    expect(recordsIn(state)).toEqual(upTo(6));
    expect(documentReader.factsOf(state).workbook).toBe(restored.workbook);
    expect(must(await machine.ask({ kind: 'list' }))).toHaveLength(2);

    window.append(7, new SamplePlan(replica.clientId, state));
    await window.next('acked');
    const listed = must(await machine.ask({ kind: 'list' }));
    expect(listed.find(({ id }) => id === restored.workbook)).toMatchObject({ records: 7 });
  });

  it('opens a plan ahead of its window, and no plan that is not here', async () => {
    const { machine, folder } = await started();
    must(await machine.ask({ kind: 'create', bytes: fileOf(4), name: 'a.golive' }));
    must(await machine.ask({ kind: 'openAhead', workbook: WORKBOOK }));
    const note = async () => readFile(path.join(folder, WORKBOOK, 'replica.json'), 'utf8');
    const claimed = await note();
    const window = await machine.window(WORKBOOK);
    const { state, replica } = await window.open();
    expect(recordsIn(state)).toEqual(upTo(4));
    expect(JSON.parse(claimed)).toMatchObject({ clientId: replica.clientId, inUse: true });
    expect(await note()).toBe(claimed);
    // Whoever comes after the first writes under a number of its own, unless the first has left in order.
    const secondWindow = await machine.window(WORKBOOK);
    const second = await secondWindow.open();
    expect(second.replica.clientId).not.toBe(replica.clientId);
    secondWindow.append(4, new SamplePlan(second.replica.clientId, second.state));
    await secondWindow.next('acked');
    secondWindow.send({ kind: 'leave' });
    const third = await (await machine.window(WORKBOOK)).open();
    expect(third.replica.clientId).toBe(second.replica.clientId);
    expect(recordsIn(third.state)).toEqual(upTo(5));
    const fourth = await (await machine.window(WORKBOOK)).open();
    expect(fourth.replica.clientId).not.toBe(third.replica.clientId);

    const missing = WORKBOOK.replace('1', '2');
    must(await machine.ask({ kind: 'openAhead', workbook: missing }));
    expect(await readdir(folder)).not.toContain(missing);
  });

  it('keeps in mind that a file is of a newer format, whatever its content says', async () => {
    const { machine, folder } = await started();
    const { state } = SamplePlan.seeded(3);
    const content = { workbook: WORKBOOK, name: 'Clinic', created: 1, records: 3, state, format: 9 };
    const bytes = encodeGoliveFile(content, nodeCodec);
    must(await machine.ask({ kind: 'create', bytes, name: 'a.golive' }));
    expect((await (await machine.window(WORKBOOK)).open()).fileFormat).toBe(9);
    const copy = must(await machine.ask({ kind: 'read', workbook: WORKBOOK }));
    expect(peekGoliveHeader(copy)?.format).toBe(9);
    must(await machine.ask({ kind: 'close' }));
    const later = new Machine();
    must(await later.ask({ kind: 'start', plansFolder: folder, secondFolder: null }));
    expect((await (await later.window(WORKBOOK)).open()).fileFormat).toBe(9);
    must(await later.ask({ kind: 'close' }));
  });

  it('reads what an open window has just written', async () => {
    const { machine } = await started();
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    window.append(0, new SamplePlan(opened.replica.clientId, opened.state));
    await window.next('acked');
    const bytes = must(await machine.ask({ kind: 'read', workbook: WORKBOOK }));
    const created = must(await machine.ask({ kind: 'restore', bytes, name: 'copy' }));
    expect(must(await machine.ask({ kind: 'list' })).map(({ id }) => id)).toContain(created.workbook);
  });

  it('gets a problem for a file that is none, or not what it says, and no folder appears', async () => {
    const { machine, folder } = await started();
    const damaged = fileOf(3).fill(0, 300, 301);
    for (const bytes of [new Uint8Array(), Uint8Array.of(1, 2, 3), damaged]) {
      expect((await machine.ask({ kind: 'create', bytes, name: 'x' })).ok).toBe(false);
    }
    const other = fileOf(3, WORKBOOK.replace('1', '2'));
    expect(await machine.ask({ kind: 'create', bytes: other, name: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'file/hostile' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('reads a backup, and only a backup', async () => {
    const { machine, folder } = await started(() => new Date(2027, 2, 1, 14, 30, 5));
    must(await machine.ask({ kind: 'create', bytes: fileOf(6), name: 'a.golive' }));
    const window = await machine.window(WORKBOOK);
    await window.open();
    expect((await window.next('status')).lastBackup).toBeNull();
    await window.next('status');
    const [daily] = must(await machine.ask({ kind: 'backups', workbook: WORKBOOK }));
    const backup = daily?.backup ?? '';
    const bytes = must(await machine.ask({ kind: 'readBackup', workbook: WORKBOOK, backup }));
    const onDisk = await readFile(path.join(folder, WORKBOOK, 'backup', backup));
    expect([...bytes]).toEqual([...onDisk]);
  });

  it('can call a file back until it is in its place', async () => {
    const { machine, folder } = await started();
    const target = path.join(path.dirname(folder), 'budget.xlsx');
    await writeFile(target, 'as it was');
    const bytes = new Uint8Array(8 * 1024 * 1024);
    const written = machine.ask({ kind: 'writeFile', target, bytes });
    machine.cancelLast();
    expect(await written).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
    expect(await readFile(target, 'utf8')).toBe('as it was');
    must(await machine.ask({ kind: 'writeFile', target, bytes }));
    expect((await readFile(target)).length).toBe(bytes.length);
    expect((await readdir(path.dirname(folder))).sort()).toEqual(['budget.xlsx', 'plans']);
  });

  it('that ends the core leaves no half of a file behind', async () => {
    const { machine, folder } = await started();
    const target = path.join(path.dirname(folder), 'budget.xlsx');
    const bytes = new Uint8Array(8 * 1024 * 1024);
    const written = machine.ask({ kind: 'writeFile', target, bytes });
    must(await machine.ask({ kind: 'close' }));
    expect(await written).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
    expect(await readdir(path.dirname(folder))).toEqual(['plans']);
  });

  it('is not answered when it says nothing the core knows', async () => {
    const { machine, folder } = await started();
    await writeFile(path.join(folder, 'secret'), 'secret');
    for (const message of [
      undefined,
      'list',
      { kind: 'list' },
      { kind: 'delete', request: 1 },
      { kind: 'read', request: 1, workbook: '../plans' },
      { kind: 'attach', request: 1, workbook: '..' },
      { kind: 'readBackup', request: 1, workbook: WORKBOOK, backup: '../../secret' },
      { kind: 'create', request: 1, bytes: 'text', name: 'x' },
    ]) {
      expect(await machine.say(message)).toBe(false);
    }
  });

  it('gets a problem when it asks before the store was started', async () => {
    expect(await new Machine().ask({ kind: 'list' })).toMatchObject({ ok: false, error: { code: 'usage' } });
  });
});
