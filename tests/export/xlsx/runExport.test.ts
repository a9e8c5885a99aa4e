/** The export in its own thread, as the app and the command line run it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '../../../electron/core/runExport';
import { workbookFromPack } from '../../../shared/document/packWorkbook';
import type { ExportJob } from '../../../shared/export/exportJob';
import { holidays, idFor, readPack } from '../../domain/templates/packFiles';
import { uuid } from '../../support/makeWorkbook';
import { buildExportWorker, type BuiltWorker } from '../../support/exportWorker';
import { formulaCells, opened } from './reopened';

let built: BuiltWorker;
let workerFile: string;
const time = { today: '2027-01-04', now: '2027-01-04T09:30:00.000Z', appVersion: '0.1.0' };
const replica = { actor: 1, name: 'Maria', clock: () => Date.parse(time.now), random: () => 0.5 };
const pack = readPack('demo-five-provider-saas');
const demo = workbookFromPack(pack, { answers: {}, idFor, holidays }, uuid('workbook'), replica);
if (!demo.ok) throw new Error(JSON.stringify(demo.error));
const budget: ExportJob = { states: [demo.value.encodeState()], wish: { format: 'xlsx' }, time };
const name = 'Excel budget';

beforeAll(async () => {
  built = await buildExportWorker();
  workerFile = path.join(built.folder, 'exportWorker.js');
});
afterAll(() => built.remove());

/** A worker of a few words, in the place of the real one. */
function workerOf(words: string): string {
  const file = path.join(built.folder, `w${String(words.length)}.js`);
  writeFileSync(file, words);
  return file;
}

describe('an export in its own thread', () => {
  test('reads the plan from its bytes, gives those of the file, and reports its progress', async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    const made = await runExport(budget, { workerFile, name, onProgress });
    if (!made.ok || made.value.kind !== 'file') throw new Error(JSON.stringify(made));
    const file = await opened(made.value.bytes);
    expect(file.worksheets).toHaveLength(9);
    expect(formulaCells(file).length).toBeGreaterThan(4000);
    expect(shares.at(-1)).toBe(1);
  });

  test('gives text as a file and drawings as their pages', async () => {
    const csv = await runExport({ ...budget, wish: { format: 'csv' } }, { workerFile, name });
    if (!csv.ok || csv.value.kind !== 'file') throw new Error(JSON.stringify(csv));
    expect(new TextDecoder().decode(csv.value.bytes)).toContain('Cutover and data freeze');
    const pdf = await runExport({ ...budget, wish: { format: 'pdf', view: 'gantt' } }, { workerFile, name });
    if (!pdf.ok || pdf.value.kind !== 'pages') throw new Error(JSON.stringify(pdf));
    expect(pdf.value.svgs[0]).toMatch(/^<(\?xml|svg)/);
  });

  test('says on its face that it is of a what-if', async () => {
    const made = await runExport({ ...budget, whatIf: 'Delay training' }, { workerFile, name });
    if (!made.ok || made.value.kind !== 'file') throw new Error(JSON.stringify(made));
    const summary = (await opened(made.value.bytes)).worksheets[0];
    expect(summary?.getCell('A1').text).toMatch(/, what-if “Delay training”/);
    const csv = await runExport(
      { ...budget, wish: { format: 'csv', register: 'organisation' }, whatIf: 'Delay training' },
      { workerFile, name },
    );
    if (!csv.ok || csv.value.kind !== 'file') throw new Error(JSON.stringify(csv));
    expect(new TextDecoder().decode(csv.value.bytes)).not.toContain('what-if');
  });

  test('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const onProgress = () => cancel.abort();
    const made = await runExport(budget, { workerFile, name, signal: cancel.signal, onProgress });
    expect(made).toEqual({ ok: false, error: { code: 'job/cancelled', facts: {} } });
    const before = await runExport(budget, { workerFile, name, signal: AbortSignal.abort() });
    expect(before.ok).toBe(false);
  });

  test('is stopped by cancelling wherever it is, and does not count on to its end', async () => {
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const endless = workerOf(`
      const { parentPort, workerData } = require('node:worker_threads');
      const counter = new Int32Array(workerData.states[0].buffer);
      parentPort.postMessage({ kind: 'progress', share: 0 });
      for (;;) Atomics.add(counter, 0, 1);
    `);
    const cancel = new AbortController();
    const job = { ...budget, states: [new Uint8Array(counter.buffer)] };
    const onProgress = () => cancel.abort();
    const made = await runExport(job, { workerFile: endless, name, signal: cancel.signal, onProgress });
    expect(made).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
    const goesOn = async (): Promise<boolean> => {
      const before = Atomics.load(counter, 0);
      await pause(20);
      return Atomics.load(counter, 0) !== before;
    };
    await expect.poll(goesOn).toBe(false);
  });

  test('says why when the thread cannot do it', async () => {
    const made = await runExport(budget, { workerFile: workerOf('throw new Error("no such part")'), name });
    expect(made).toMatchObject({
      ok: false,
      error: { code: 'file/unwritable', facts: { name, reason: 'no such part' } },
    });
  });

  test('says so when the thread ends without an answer', async () => {
    const made = await runExport(budget, { workerFile: workerOf('process.exit(3)'), name });
    expect(made).toMatchObject({ ok: false, error: { code: 'file/unwritable' } });
  });
});
