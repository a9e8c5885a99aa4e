import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups, readBackup, secondFolderFor, writeBackup } from '../../electron/core/backups';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { decodeGoliveFile } from '../../shared/sync/goliveFile';
import type { BackupReason } from '../../shared/ipc/backups';
import { describing, recordsIn, SamplePlan, upTo, WORKBOOK } from './support/samplePlan';
import { must, openStore, scratchFolder } from './support/scratch';

const DAY = 24 * 60 * 60 * 1000;
const noon = (day: number) => new Date(new Date(2027, 0, 1, 12).getTime() + day * DAY);

async function backUp(folder: string, records: number, now: Date, reason: BackupReason = 'daily') {
  const { state } = SamplePlan.seeded(records);
  const content = { workbook: WORKBOOK, name: 'Clinic', created: now.getTime(), records, state };
  return must(await writeBackup(folder, content, reason, now));
}

describe('backups', () => {
  it('are dated .golive files with the whole plan', async () => {
    const folder = await scratchFolder();
    const { backup, isFewer } = await backUp(folder, 5, new Date(2027, 2, 1, 14, 30, 5));
    expect(backup).toBe('2027-03-01-143005.golive');
    expect(isFewer).toBe(false);
    const bytes = must(await readBackup(folder, backup));
    expect(recordsIn(must(decodeGoliveFile(bytes, backup, nodeCodec)).state)).toEqual(upTo(5));
  });

  it('are kept for thirty days, the last of each day', async () => {
    const folder = await scratchFolder();
    for (let day = 0; day < 33; day++) await backUp(folder, 5, noon(day));
    const evening = new Date(noon(32).getTime() + 3_600_000);
    const last = await backUp(folder, 6, evening);
    const names = (await readdir(folder)).sort();
    expect(names).toHaveLength(30);
    expect(names[0]).toBe('2027-01-04-120000.golive');
    expect(names.filter((name) => name.startsWith('2027-02-02'))).toEqual([last.backup]);
  });

  it('made before a merge or by hand do not push out the daily ones', async () => {
    const folder = await scratchFolder();
    await backUp(folder, 5, noon(0));
    for (let day = 0; day < 33; day++) await backUp(folder, 5, noon(day), 'before-merge');
    await backUp(folder, 5, noon(40), 'by-hand');
    const listed = await listBackups(folder);
    const count = (reason: string) => listed.filter((one) => one.reason === reason).length;
    expect([count('daily'), count('before-merge'), count('by-hand')]).toEqual([1, 30, 1]);
    expect(listed[0]).toMatchObject({ reason: 'by-hand', records: 5, created: noon(40).getTime() });
  });

  it('of a state with less than half the records replace nothing, however many there are', async () => {
    const folder = await scratchFolder();
    for (let day = 0; day < 30; day++) await backUp(folder, 10, noon(day));
    const before = (await readdir(folder)).sort();
    for (let day = 30; day < 75; day++) {
      expect((await backUp(folder, 4, noon(day))).isFewer).toBe(true);
    }
    const after = await readdir(folder);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.filter((name) => name.includes('fewer'))).toHaveLength(30);
  });

  it('on the same day too: the morning with all records stays beside an empty evening', async () => {
    const folder = await scratchFolder();
    const morning = await backUp(folder, 10, noon(1));
    await backUp(folder, 0, new Date(noon(1).getTime() + 60_000));
    expect(await readdir(folder)).toContain(morning.backup);
  });

  it('of half the records count as full', async () => {
    const folder = await scratchFolder();
    await backUp(folder, 10, noon(1));
    expect((await backUp(folder, 5, noon(2))).isFewer).toBe(false);
  });

  it('never take the name of one that is there, readable or not', async () => {
    const folder = await scratchFolder();
    await writeFile(path.join(folder, '2027-01-01-120000.golive'), 'unreadable');
    const { backup } = await backUp(folder, 5, noon(0));
    expect(backup).toBe('2027-01-01-120000-2.golive');
    expect(await readFile(path.join(folder, '2027-01-01-120000.golive'), 'utf8')).toBe('unreadable');
  });

  it('are never read from outside their folder', async () => {
    const folder = await scratchFolder();
    await mkdir(path.join(folder, 'backup'));
    await writeFile(path.join(folder, '2027-01-01-120000.golive'), 'outside');
    for (const name of ['../2027-01-01-120000.golive', '..', 'x.golive', '/etc/passwd']) {
      const read = await readBackup(path.join(folder, 'backup'), name);
      expect(read).toMatchObject({ ok: false, error: { code: 'file/notFound' } });
    }
  });
});

describe('the second folder', () => {
  it('gets a folder named after the workbook, found again after a rename', async () => {
    const chosen = await scratchFolder();
    const first = must(await secondFolderFor(chosen, WORKBOOK, 'Harbor/Clinic: "North"'));
    expect(path.basename(first)).toBe('Harbor Clinic North 11111111');
    await mkdir(first);
    expect(must(await secondFolderFor(chosen, WORKBOOK, 'Renamed'))).toBe(first);
  });

  it('stays inside the chosen folder whatever the workbook is called', async () => {
    const chosen = await scratchFolder();
    for (const name of ['..', '../../x', '', '   ', '.hidden', 'a'.repeat(500)]) {
      expect(path.dirname(must(await secondFolderFor(chosen, WORKBOOK, name)))).toBe(chosen);
    }
  });

  it('gets a copy of every backup, and its failure is told without losing the first', async () => {
    const folder = await scratchFolder();
    const second = await scratchFolder();
    const store = await openStore(folder);
    const plan = new SamplePlan(store.clientId);
    must(await store.append(plan.add(0), describing(0)));
    must(await store.backup('by-hand', second));
    const [subfolder] = await readdir(second);
    expect(await readdir(path.join(second, subfolder ?? ''))).toHaveLength(1);

    await writeFile(path.join(folder, 'no folder'), '');
    const failed = await store.backup('by-hand', path.join(folder, 'no folder'));
    expect(failed.ok).toBe(false);
    expect(await listBackups(path.join(folder, WORKBOOK, 'backup'))).toHaveLength(2);
  });
});

describe('a second folder on a drive that comes and goes', () => {
  it('is never made anew elsewhere, and gets its copy of the day when it is back', async () => {
    const folder = await scratchFolder();
    const second = path.join(await scratchFolder(), 'USB');
    const store = await openStore(folder);
    must(await store.append(new SamplePlan(store.clientId).add(0), describing(0)));
    const without = await store.backupDaily(second);
    expect(without).toMatchObject({ ok: false, error: { code: 'backup/secondMissing' } });
    expect(store.secondProblem?.code).toBe('backup/secondMissing');
    expect(await readdir(path.dirname(second))).toEqual([]);
    expect(await listBackups(path.join(folder, WORKBOOK, 'backup'))).toHaveLength(1);

    await mkdir(second);
    must(await store.backupDaily(second));
    must(await store.backupDaily(second));
    expect(store.secondProblem).toBeNull();
    expect(await listBackups(path.join(folder, WORKBOOK, 'backup'))).toHaveLength(1);
    const [subfolder] = await readdir(second);
    expect(await listBackups(path.join(second, subfolder ?? ''))).toHaveLength(1);
  });
});

describe('a new version of the app', () => {
  it('backs a plan up before it touches it, once', async () => {
    const folder = await scratchFolder();
    const backups = path.join(folder, WORKBOOK, 'backup');
    const first = await openStore(folder);
    must(await first.backupBeforeUpdate('1.0.0', null));
    must(await first.append(new SamplePlan(first.clientId).add(0), describing(0)));
    must(await first.close());
    expect(await listBackups(backups)).toEqual([]);

    const same = await openStore(folder);
    must(await same.backupBeforeUpdate('1.0.0', null));
    must(await same.close());
    expect(await listBackups(backups)).toEqual([]);

    const newer = await openStore(folder);
    must(await newer.backupBeforeUpdate('1.1.0', null));
    must(await newer.backupBeforeUpdate('1.1.0', null));
    expect(await listBackups(backups)).toMatchObject([{ reason: 'before-update', records: 1 }]);
  });
});

describe('the daily backup', () => {
  it('is written once a day, and not for an empty plan', async () => {
    const folder = await scratchFolder();
    let now = noon(0);
    const store = await openStore(folder, { now: () => now });
    must(await store.backupDaily(null));
    expect(store.status.lastBackup).toBeNull();
    const plan = new SamplePlan(store.clientId);
    must(await store.append(plan.add(0), describing(0)));
    must(await store.backupDaily(null));
    must(await store.backupDaily(null));
    expect(store.status.lastBackup).toBe(noon(0).getTime());
    now = noon(1);
    must(await store.backupDaily(null));
    expect(await listBackups(path.join(folder, WORKBOOK, 'backup'))).toHaveLength(2);
  });
});
