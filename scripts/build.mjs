/**
 * Builds everything there is into out/: the app (main, core, worker, preload, window) with electron-vite, and the
 * command line as files that plain Node runs. Needs no Electron, no display and no network.
 */
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build as buildWithElectronVite } from 'electron-vite';
import { build as buildWithVite } from 'vite';
import { writeNotices } from './notices.mjs';
import { projectRoot } from './processes.mjs';

const fromRoot = (...parts) => path.join(projectRoot, ...parts);

const products = [
  {
    name: 'command line',
    entries: ['electron/cli/golive.ts'],
    build: async () => {
      await bundleForNode('electron/cli/golive.ts', { banner: '#!/usr/bin/env node' });
      chmodSync(fromRoot('out/cli/golive.js'), 0o755);
    },
  },
  {
    name: 'export worker of the command line',
    entries: ['electron/workers/exportWorker.ts'],
    build: () => bundleForNode('electron/workers/exportWorker.ts'),
  },
  {
    name: 'import worker of the command line',
    entries: ['electron/workers/importWorker.ts'],
    build: () => bundleForNode('electron/workers/importWorker.ts'),
  },
  {
    name: 'resources',
    entries: ['resources/templates'],
    build: () => {
      rmSync(fromRoot('out/resources'), { recursive: true, force: true });
      const shipped = (file) => !file.startsWith(fromRoot('resources/default-app'));
      cpSync(fromRoot('resources'), fromRoot('out/resources'), { recursive: true, filter: shipped });
      cpSync(fromRoot('LICENSE'), fromRoot('out/resources/LICENSE.txt'));
      writeNotices(fromRoot('out/resources/third-party-notices.txt'));
    },
  },
  {
    name: 'app',
    entries: [
      'electron/main/index.ts',
      'electron/core/index.ts',
      'electron/workers/exportWorker.ts',
      'electron/workers/importWorker.ts',
      'electron/preload/index.ts',
      'renderer/index.html',
    ],
    build: () => buildWithElectronVite({ root: projectRoot, logLevel: 'warn' }),
  },
];

/**
 * One CommonJS file with everything inside. The command line and its workers are built apart, so that none
 * needs a chunk of another and golive.js alone can be copied anywhere.
 */
async function bundleForNode(entry, { banner } = {}) {
  await buildWithVite({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: fromRoot(entry),
      outDir: fromRoot('out/cli'),
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: {
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          codeSplitting: false,
          ...(banner && { banner }),
        },
      },
    },
  });
}

process.env.NODE_ENV = 'production';
for (const { name, entries, build } of products) {
  const missing = entries.filter((entry) => !existsSync(fromRoot(entry)));
  if (missing.length > 0) {
    console.log(`[build] ${name}: left out, there is no ${missing.join(', ')}`);
    continue;
  }
  const startedAt = performance.now();
  await build();
  console.log(`[build] ${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
