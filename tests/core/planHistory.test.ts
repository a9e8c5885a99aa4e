/** The history of an open plan in memory: complete whenever it is asked for, and honest about what is gone. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendHistory, boundHistory, readHistory } from '../../electron/core/history';
import { describing, recordId, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must, openStore, scratchFolder } from './support/scratch';

const ALL = { filter: {}, before: null };

describe('the history of an open plan', () => {
  it('goes on with every edit, those made while it is read too', async () => {
    const store = await openStore(await scratchFolder());
    const plan = new SamplePlan(store.clientId);
    for (const index of upTo(5)) must(await store.append(plan.add(index), describing(index)));
    const [page] = await Promise.all([
      store.past.history.page(ALL, null),
      ...[5, 6, 7].map((index) => store.append(plan.add(index), describing(index))),
    ]);
    expect(page.entries.length).toBeGreaterThanOrEqual(5);
    must(await store.append(plan.add(8), describing(8)));
    const edits = await store.past.history.edits();
    expect(edits.map(({ seq }) => seq)).toEqual(upTo(9).map((index) => index + 1));
    const ofOne = await store.past.history.page({ filter: { record: recordId(6) }, before: null }, null);
    expect(ofOne.entries).toMatchObject([{ seq: 7, changes: describing(6).changes }]);
    const { at: since, actor } = describing(0);
    expect(ofOne.people).toEqual([{ by: 'Ada', devices: [{ actors: [actor], isHere: true, since }] }]);
  });

  it('is answered without the files once it was read', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    must(await store.append(plan.add(0), describing(0)));
    const first = await store.past.history.page(ALL, null);
    for (const file of await readdir(path.join(folder, WORKBOOK, 'wal')))
      await rm(path.join(folder, WORKBOOK, 'wal', file));
    expect(await store.past.history.page(ALL, null)).toEqual(first);
  });

  it('says what stood in each field at a moment, and whether it knows all of it', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    for (const index of upTo(4)) must(await store.append(plan.add(index), describing(index)));
    const since = await store.past.history.since({
      moment: { at: describing(1).at },
      record: null,
      writer: null,
    });
    expect(since).toMatchObject({ after: 2, at: describing(2).at, isWhole: true });
    expect(since.fields.map(({ id }) => id)).toEqual([recordId(2), recordId(3)]);
    // What the window's own copy brought back is not told field by field.
    must(await store.append(plan.add(4), { ...describing(4), changes: [] }));
    expect(await store.past.history.since({ moment: { seq: 2 }, record: null, writer: null })).toMatchObject({
      isWhole: false,
    });
  });
});

describe('the files of the history', () => {
  it('keep the newest, and the page says how far back they reach', async () => {
    const folder = await scratchFolder();
    const store = await openStore(folder);
    const history = path.join(folder, WORKBOOK, 'hist');
    const long = 'A long note. '.repeat(300);
    for (const seq of upTo(6).map((index) => index + 1)) {
      const changes = upTo(230).map((index) => ({
        ...{ register: 'tasks', id: recordId(index), field: 'notes', old: null, new: long },
      }));
      must(await appendHistory(history, [{ ...describing(seq), changes, seq, more: 0, part: 0 }]));
    }
    expect((await readdir(history)).length).toBe(2);
    await boundHistory(history);
    expect(await readHistory(history)).toHaveLength(6);
    await boundHistory(history, 1024);
    const { entries, reach } = await store.past.history.page(ALL, null);
    expect(entries[0]?.seq).toBe(6);
    expect(entries.length).toBeLessThan(6);
    expect(reach).toEqual({ from: entries.at(-1)?.at, isWhole: false });
    expect(await store.past.history.since({ moment: { at: 0 }, record: null, writer: null })).toMatchObject({
      isWhole: false,
    });
  });
});

describe('a visit', () => {
  const noon = (day: number): Date => new Date(2027, 2, day, 12);

  it('ends with the app, and the next one knows what came before it', async () => {
    const folder = await scratchFolder();
    let now = noon(1);
    const visit = async (edits: readonly number[]) => {
      const store = await openStore(folder, { now: () => now });
      await store.past.visits.begin();
      const plan = new SamplePlan(store.clientId, store.state());
      for (const index of edits) must(await store.append(plan.add(index), describing(index)));
      return store;
    };
    const first = await visit([0, 1]);
    expect(await first.past.visits.last()).toBeNull();
    must(await first.close());
    now = noon(2);
    const second = await visit([2]);
    expect(await second.past.visits.last()).toEqual({ after: 0, upTo: 2, ended: noon(1).getTime() });
    const page = await second.past.history.page(
      { filter: { visit: 'sinceLastVisit' }, before: null },
      await second.past.visits.last(),
    );
    expect(page.entries.map(({ seq }) => seq)).toEqual([3]);
    must(await second.close());
    now = noon(3);
    expect(await (await visit([])).past.visits.last()).toEqual({
      after: 2,
      upTo: 3,
      ended: noon(2).getTime(),
    });
  });

  it('that broke off goes on when the plan is opened again the same day, not another day', async () => {
    const folder = await scratchFolder();
    let now = noon(1);
    const open = async () => {
      const store = await openStore(folder, { now: () => now });
      await store.past.visits.begin();
      return store;
    };
    must(await (await open()).close());
    now = noon(2);
    const crashed = await open();
    const plan = new SamplePlan(crashed.clientId, crashed.state());
    must(await crashed.append(plan.add(0), describing(0)));
    expect(await (await open()).past.visits.last()).toMatchObject({ upTo: 0 });
    now = noon(3);
    expect(await (await open()).past.visits.last()).toEqual({ after: 0, upTo: 1, ended: noon(2).getTime() });
  });
});
