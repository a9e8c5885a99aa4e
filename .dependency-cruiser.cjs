/**
 * Who may import whom. Type imports count. Each rule has a planted offence in tests/architecture/planted that
 * it must report, so a rule that has stopped biting is noticed.
 */

const ours = '^(shared|electron|renderer)/';
const anyOf = (...folders) => `^(${folders.join('|')})/`;

const domain = 'shared/domain';
const document = 'shared/document';
const sync = 'shared/sync';
const exporting = 'shared/export';
const ipc = 'shared/ipc';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Of our own code, `folder` may import only itself and the folders named. */
const seesOnly = (name, folder, visible, comment) =>
  rule(name, comment, { path: anyOf(folder) }, { path: ours, pathNot: anyOf(folder, ...visible) });

/** The npm packages matched by `packages` are imported from the given folders and nowhere else. */
const livesIn = (name, packages, folders, comment) =>
  rule(
    name,
    comment,
    { path: ours, pathNot: anyOf(...folders) },
    { path: `(^|/)node_modules/(${packages})/` },
  );

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two modules that need each other are one module, or hide a third.',
      {},
      { circular: true },
    ),
    rule('every-import-resolves', 'A path that leads nowhere.', {}, { couldNotResolve: true }),

    rule(
      'domain-stands-alone',
      'The rules of a project are plain values and functions; they need no one, libraries included.',
      { path: anyOf(domain) },
      { pathNot: anyOf(domain) },
    ),
    rule(
      'shared-is-pure',
      'Shared code decides; it never knows the window or the machine.',
      { path: '^shared/' },
      { path: '^(electron|renderer)/' },
    ),
    rule(
      'shared-has-no-node',
      'Shared code also runs in the window: files, sockets and clocks are handed to it.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    seesOnly('document-sees-domain-only', document, [domain], 'How records are stored, not how they travel.'),
    seesOnly(
      'sync-sees-the-document',
      sync,
      [domain, document],
      'How the document travels, not what it exports.',
    ),
    rule(
      'exports-see-domain-only',
      'Exports and the contract handle values, so they never see how those are stored.',
      { path: anyOf(exporting, ipc) },
      { path: '^shared/', pathNot: anyOf(domain, exporting, ipc) },
    ),
    rule(
      'exports-and-contract-are-apart',
      'The contract must not load the exporters, nor the exporters the contract.',
      { path: '^shared/(export|ipc)/' },
      { path: '^shared/(export|ipc)/', pathNot: '^shared/$1/' },
    ),

    rule(
      'window-and-machine-meet-in-shared',
      'The window reaches the machine through the contract only.',
      { path: '^renderer/' },
      { path: '^electron/' },
    ),
    rule(
      'machine-knows-no-window',
      'The machine reaches the window through the contract only.',
      { path: '^electron/' },
      { path: '^renderer/' },
    ),
    seesOnly(
      'main-sees-values-only',
      'electron/main',
      [domain, exporting, ipc],
      'The main process starts the core as a process of its own and never loads the document.',
    ),
    seesOnly(
      'workers-see-values-only',
      'electron/workers',
      [domain, document, exporting, ipc],
      'A worker gets bytes and values, reads a plan from them, and touches no file of it.',
    ),
    seesOnly(
      'core-sees-shared-only',
      'electron/core',
      [domain, document, sync, exporting, ipc],
      'The core also runs without Electron, under the command line.',
    ),
    seesOnly(
      'cli-drives-core-and-workers',
      'electron/cli',
      ['electron/core', 'electron/workers', domain, document, sync, exporting, ipc],
      'The command line is the core without a window.',
    ),
    seesOnly('preload-sees-the-contract-only', 'electron/preload', [ipc], 'The bridge is a screenful.'),
    rule(
      'machine-below-main-runs-without-electron',
      'Utility processes and the command line have no electron module.',
      { path: '^electron/(core|workers|cli)/' },
      { path: '(^|/)node_modules/electron/' },
    ),

    seesOnly(
      'platform-sees-no-screen',
      'renderer/platform',
      [domain, document, sync, ipc],
      'Opening, storing and connecting a workbook does not depend on how it looks.',
    ),
    seesOnly(
      'state-sees-no-screen',
      'renderer/state',
      ['renderer/platform', domain, document, sync, ipc],
      'Selectors and commands do not depend on who shows them.',
    ),
    seesOnly('ui-knows-no-feature', 'renderer/ui', [domain], 'Primitives are made of values.'),
    rule(
      'features-see-domain-only',
      'A feature shows values and issues commands; documents, exports and bytes stay behind the state.',
      { path: '^renderer/features/' },
      { path: ours, pathNot: anyOf('renderer/features', 'renderer/ui', 'renderer/state', domain) },
    ),
    rule(
      'features-are-strangers',
      'Two features meet in the app frame or share a primitive, never each other.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'app-composes-the-window',
      'The frame puts the window together; what it knows of a plan is its values.',
      { path: '^renderer/app/' },
      { path: '^shared/', pathNot: anyOf(domain, ipc) },
    ),

    livesIn('yjs-has-one-home', 'yjs|lib0', [document, sync], 'Yjs never shows above the document.'),
    livesIn(
      'y-indexeddb-has-one-home',
      'y-indexeddb',
      ['renderer/platform'],
      'One place stores in the window.',
    ),
    livesIn('exceljs-has-one-home', 'exceljs', ['electron/workers'], 'Excel is written off the main thread.'),

    rule('product-imports-no-test', 'Tests are not shipped.', { path: ours }, { path: '^tests/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
