import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { guidePages } from './scripts/guidePages';

/** Entries are absolute because electron-vite takes a bare `electron/…` for the electron package. */
const fromRoot = (file: string): string => path.resolve(import.meta.dirname, file);

/**
 * Pinned to the oldest Electron the app must run on. Left alone, they would follow the Electron that happens to
 * be installed.
 */
const oldestNode = 'node18';
const oldestChrome = 'chrome114';

/** One CommonJS file per process, with every dependency inside: a package of the app needs no node_modules. */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: 'parts/[name]-[hash].js',
} as const;

/** Fetches the app while the empty frame is painted; what a module imports later, Vite leaves to be found then. */
const fetchAppEarly: Plugin = {
  name: 'fetch-app-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' &&
        chunk.isDynamicEntry &&
        chunk.facadeModuleId?.endsWith('app/main.tsx') === true
          ? [
              {
                tag: 'link',
                injectTo: 'head',
                attrs: { rel: 'modulepreload', crossorigin: true, href: `./${chunk.fileName}` },
              },
            ]
          : [],
      ),
  },
};

export default defineConfig({
  main: {
    build: {
      outDir: fromRoot('out/main'),
      target: oldestNode,
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        // The main process and the core start the others by the names they get here.
        input: {
          index: fromRoot('electron/main/index.ts'),
          core: fromRoot('electron/core/index.ts'),
          exportWorker: fromRoot('electron/workers/exportWorker.ts'),
          importWorker: fromRoot('electron/workers/importWorker.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: fromRoot('out/preload'),
      target: oldestNode,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: fromRoot('electron/preload/index.ts') },
        // A sandboxed preload can load nothing else, so it must be CommonJS and in one piece.
        output: { ...commonJs, entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    publicDir: false,
    plugins: [react(), guidePages(), fetchAppEarly],
    build: {
      outDir: fromRoot('out/renderer'),
      target: oldestChrome,
      minify: true,
      sourcemap: true,
      // The content security policy allows nothing inline: no data: fonts and no script that preloads modules.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: fromRoot('renderer/index.html'), print: fromRoot('renderer/print.html') },
      },
    },
  },
});
