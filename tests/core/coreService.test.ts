import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentReader } from '../../electron/core/documentReader';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { fieldPlaceKey } from '../../shared/domain/edits/baseValues';
import { encodeGoliveFile, peekGoliveHeader } from '../../shared/sync/goliveFile';
import { fileOf, Machine, started } from './support/machine';
import { describing, recordId, recordsIn, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must } from './support/scratch';

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

  it('finds the last merge again in another session, with the plan before and right after it', async () => {
    const { machine, folder } = await started();
    const window = await machine.window(WORKBOOK);
    const opened = await window.open();
    const plan = new SamplePlan(opened.replica.clientId, opened.state);
    window.append(0, plan);
    window.send({ kind: 'backup', request: 1, reason: 'before-merge' });
    await window.next('done');
    window.append(1, plan);
    const account = { into: '', from: ['back.golive'], checks: [], added: [], changes: [], asked: [] };
    const at = Date.now();
    window.send({ kind: 'merged', account, at });
    window.append(2, plan);
    await window.next('acked');
    must(await machine.ask({ kind: 'close' }));

    const later = new Machine();
    must(await later.ask({ kind: 'start', plansFolder: folder, secondFolder: null }));
    const again = await later.window(WORKBOOK);
    await again.open();
    again.send({ kind: 'lastMerge', request: 2 });
    const { kept } = await again.next('lastMerge');
    expect(kept).toMatchObject({ account, at });
    expect([kept?.before, kept?.after].map((state) => recordsIn(state ?? Uint8Array.of(0, 0)))).toEqual([
      [0],
      [0, 1],
    ]);
    // An older version keeps the account of the next merge alone, and leaves the state of this one lying there.
    await writeFile(path.join(folder, WORKBOOK, 'merge.json'), JSON.stringify(account));
    again.send({ kind: 'lastMerge', request: 3 });
    expect((await again.next('lastMerge')).kept).toEqual({ account, at: null, before: null, after: null });
    again.send({ kind: 'merged', account: null, at });
    again.send({ kind: 'lastMerge', request: 4 });
    expect((await again.next('lastMerge')).kept).toBeNull();
    expect(await readdir(path.join(folder, WORKBOOK))).not.toContain('merge.golive');
    must(await later.ask({ kind: 'close' }));
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

  it('numbers a what-if whose name another of its plan bears, when it is made and when it is renamed', async () => {
    const { machine } = await started();
    must(await machine.ask({ kind: 'create', bytes: fileOf(3), name: 'a.golive' }));
    const make = async (workbook: string, name: string) =>
      must(await machine.ask({ kind: 'makeScenario', workbook, name })).workbook;
    const first = await make(WORKBOOK, 'Two sites');
    const second = await make(first, 'Two sites');
    const third = await make(WORKBOOK, 'In waves');
    const names = async () => {
      const listed = must(await machine.ask({ kind: 'list' }));
      return [first, second, third].map((id) => listed.find((plan) => plan.id === id)?.scenario?.name);
    };
    expect(await names()).toEqual(['Two sites', 'Two sites (2)', 'In waves']);
    for (const [workbook, name] of [
      [third, 'two sites'],
      [second, 'Two sites (2)'],
    ] as const)
      must(await machine.ask({ kind: 'changeScenario', workbook, changes: { name } }));
    expect(await names()).toEqual(['Two sites', 'Two sites (2)', 'two sites (3)']);
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
