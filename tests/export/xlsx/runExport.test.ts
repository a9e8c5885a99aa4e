/** The export in its own thread, as the app and the command line run it: the worker is built as they build it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExport } from '../../../electron/core/runExport';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { formulaCells, modelOf, opened } from './reopened';

const folder = mkdtempSync(path.join(tmpdir(), 'export-worker-'));
const workerFile = path.join(folder, 'exportWorker.js');
const model = modelOf(workbookOfPack('demo-five-provider-saas'));

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.resolve('electron/workers/exportWorker.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].js', codeSplitting: false } },
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an export in its own thread', () => {
  test('gives the bytes of the file and reports its progress', async () => {
    const shares: number[] = [];
    const made = await runExport(model, { workerFile, onProgress: (share) => shares.push(share) });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const file = await opened(made.value);
    expect(file.worksheets).toHaveLength(9);
    expect(formulaCells(file).length).toBeGreaterThan(4000);
    expect(shares.at(-1)).toBe(1);
  });

  test('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const made = await runExport(model, {
      workerFile,
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    });
    expect(made).toEqual({ ok: false, error: { code: 'job/cancelled', facts: {} } });
    const before = await runExport(model, { workerFile, signal: AbortSignal.abort() });
    expect(before.ok).toBe(false);
  });

  test('says why when the thread cannot do it', async () => {
    const broken = path.join(folder, 'broken.js');
    writeFileSync(broken, 'throw new Error("no such part")');
    const made = await runExport(model, { workerFile: broken });
    expect(made).toMatchObject({
      ok: false,
      error: { code: 'file/unwritable', facts: { reason: 'no such part' } },
    });
  });

  test('says so when the thread ends without an answer', async () => {
    const silent = path.join(folder, 'silent.js');
    writeFileSync(silent, 'process.exit(3)');
    const made = await runExport(model, { workerFile: silent });
    expect(made).toMatchObject({ ok: false, error: { code: 'file/unwritable' } });
  });
});
