import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportEverything, type EverythingSetting } from '../../electron/core/exportEverything';
import { nodeCodec } from '../../electron/core/nodeCodec';
import { exportPlan } from '../../electron/core/planExports';
import { workbookFromPack } from '../../shared/document/packWorkbook';
import { problem } from '../../shared/domain/base/problem';
import { err, ok } from '../../shared/domain/base/result';
import { decodeGoliveFile, encodeGoliveFile } from '../../shared/sync/goliveFile';
import { holidays, idFor, readPack } from '../domain/templates/packFiles';
import { buildExportWorker, type BuiltWorker } from '../support/exportWorker';
import { uuid } from '../support/makeWorkbook';
import { must, scratchFolder } from './support/scratch';

let worker: BuiltWorker;
let workerFile = '';
beforeAll(async () => {
  worker = await buildExportWorker();
  workerFile = path.join(worker.folder, 'exportWorker.js');
});
afterAll(() => worker.remove());

const now = new Date(2027, 4, 3, 9);
const replica = { actor: 7, name: 'Ada', clock: () => now.getTime(), random: () => 0.5 };

const pack = readPack('demo-five-provider-saas');
const state = must(
  workbookFromPack(pack, { answers: {}, idFor, holidays }, uuid('demo'), replica),
).encodeState();
const bytes = encodeGoliveFile(
  { workbook: uuid('demo'), name: 'Demo', created: 1, records: 10, state },
  nodeCodec,
);
const plan = (id: string, name: string) => ({
  ...{ id: uuid(id), name, modified: 1, records: 10 },
  ...{ scenario: null, restored: null },
});

/** With the real exports, but for Excel, for which there is no room. */
function setting(changes: Partial<EverythingSetting> = {}): EverythingSetting {
  const { signal } = new AbortController();
  const onProgress = (): void => undefined;
  return {
    plans: [plan('a', 'Alder Creek')],
    read: () => Promise.resolve(ok(bytes)),
    exportAs: (_workbook, kind) =>
      kind === 'budget'
        ? Promise.resolve(err(problem('file/diskFull', { name: 'budget' })))
        : exportPlan([state], { kind }, { workerFile, now, onProgress, signal }),
    ...{ now, onProgress, signal },
    ...changes,
  };
}

it('writes each workbook as the file of the app and in forms that can be read without it', async () => {
  const chosen = await scratchFolder();
  const shares: number[] = [];
  const done = must(await exportEverything(chosen, setting({ onProgress: (share) => shares.push(share) })));
  expect(path.dirname(done.folder)).toBe(chosen);
  expect(path.basename(done.folder)).toBe('Golive Workbook 2027-05-03');
  const [written] = done.workbooks;
  expect((await readdir(done.folder)).sort()).toEqual([...(written?.files ?? [])].sort());
  const golive = new Uint8Array(await readFile(path.join(done.folder, 'Alder Creek.golive')));
  expect(must(decodeGoliveFile(golive, 'it', nodeCodec)).workbook).toBe(uuid('demo'));
  expect(await readFile(path.join(done.folder, 'Alder Creek report.html'), 'utf8')).toContain('Alder Creek');
  const json: unknown = JSON.parse(await readFile(path.join(done.folder, 'Alder Creek.json'), 'utf8'));
  expect(json).toHaveProperty('registers');
  // What could not be written is told, and kept nothing else from being written.
  expect(written?.problems.map(({ code }) => code)).toEqual(['file/diskFull']);
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

it('writes over nothing, however often it is asked and whatever workbooks are called', async () => {
  const chosen = await scratchFolder();
  await mkdir(path.join(chosen, 'Golive Workbook 2027-05-03'));
  await writeFile(path.join(chosen, 'Golive Workbook 2027-05-03', 'Same.golive'), 'mine');
  const plans = [plan('a', 'Same'), plan('b', 'same'), plan('c', ''), plan('d', '../x')];
  const done = must(await exportEverything(chosen, setting({ plans })));
  expect(path.basename(done.folder)).toBe('Golive Workbook 2027-05-03 (2)');
  const names = done.workbooks.map(({ files }) => files[0]);
  expect(names).toEqual(['Same.golive', 'same (2).golive', 'Workbook.golive', 'x.golive']);
  expect(await readFile(path.join(chosen, 'Golive Workbook 2027-05-03', 'Same.golive'), 'utf8')).toBe('mine');
  expect((await readdir(chosen)).sort()).toEqual([
    'Golive Workbook 2027-05-03',
    'Golive Workbook 2027-05-03 (2)',
  ]);
});

it('leaves nothing behind when it is cancelled', async () => {
  const chosen = await scratchFolder();
  const control = new AbortController();
  const plans = [plan('a', 'One'), plan('b', 'Two')];
  const cancelled = await exportEverything(
    chosen,
    setting({ plans, signal: control.signal, onProgress: (share) => share > 0.3 && control.abort() }),
  );
  expect(cancelled).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
  expect(await readdir(chosen)).toEqual([]);
});

it('tells which workbook could not be read or written in some form, and goes on with the others', async () => {
  const chosen = await scratchFolder();
  const done = must(
    await exportEverything(
      chosen,
      setting({
        plans: [plan('a', 'Lost'), plan('b', 'Found')],
        read: (id) =>
          Promise.resolve(id === uuid('a') ? err(problem('file/notFound', { name: 'Lost' })) : ok(bytes)),
        exportAs: () => Promise.reject(new Error('a bug')),
      }),
    ),
  );
  const [lost, found] = done.workbooks;
  expect(lost).toMatchObject({ name: 'Lost', files: [], problems: [{ code: 'file/notFound' }] });
  expect(found?.files).toEqual(['Found.golive']);
  expect(found?.problems).toHaveLength(3);
});

it('does not make the folder it was to write into', async () => {
  const chosen = path.join(await scratchFolder(), 'unplugged');
  expect(await exportEverything(chosen, setting())).toMatchObject({ error: { code: 'file/notFound' } });
});
