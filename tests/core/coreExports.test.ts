/** Exports as the core makes them: beside the saving of edits, and of what is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { encodeGoliveFile } from '../../shared/sync/goliveFile';
import { buildExportWorker, type BuiltWorker } from '../support/exportWorker';
import { startWorkbook, TestClock } from '../support/replicas';
import { fileOf, Machine, started } from './support/machine';
import { recordId, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must } from './support/scratch';

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
    window.send({ kind: 'merged', account, at: Date.now() });
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
    next.send({ kind: 'merged', account: null, at: Date.now() });
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
