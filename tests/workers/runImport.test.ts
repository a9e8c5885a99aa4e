/** Reading in its own thread, as the app and the command line run it: the worker is built as they build it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImport } from '../../electron/core/runImport';

const folder = mkdtempSync(path.join(tmpdir(), 'import-worker-'));
const workerFile = path.join(folder, 'importWorker.js');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.resolve('electron/workers/importWorker.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].js', codeSplitting: false } },
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = { name: 'list.csv', bytes: new TextEncoder().encode('Risk,Code\r\nLine fails,R1\r\n') };

describe('a file read in its own thread', () => {
  test('gives its tables, or what is wrong with it', async () => {
    expect(await runImport(file, { workerFile })).toMatchObject({
      ok: true,
      value: [{ name: 'list.csv', rows: [['Risk', 'Code'], ['Line fails', 'R1'], ['']] }],
    });
    const broken = await runImport({ ...file, name: 'list.xlsx' }, { workerFile });
    expect(broken).toMatchObject({ ok: false, error: { code: 'file/unreadable' } });
  });

  test('that never ends, breaks or takes all memory is given up, and the program goes on', async () => {
    const threads = { stuck: 'for (;;);', broken: 'throw new Error("no");', gone: 'process.exit(3);' };
    for (const [name, code] of Object.entries(threads)) {
      const bad = path.join(folder, `${name}.js`);
      writeFileSync(bad, code);
      const read = await runImport(file, { workerFile: bad, limit: 500 });
      expect(read, name).toMatchObject({ ok: false, error: { code: 'file/unreadable' } });
    }
  });
});
