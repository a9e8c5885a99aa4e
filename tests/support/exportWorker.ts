/** The export worker, built as the app and the command line build it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

export interface BuiltWorker {
  /** Holds `exportWorker.js` and nothing else. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export async function buildExportWorker(): Promise<BuiltWorker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'export-worker-'));
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
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
