/**
 * What the fallback runtime starts with: Electron's own default app is missing from it, and without one
 * `electron <path>` ignores the path. Understands what the tools here use: `electron [switches] [-r module]… path`.
 */
'use strict';

const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { appPath, preloads } = readCommandLine(process.argv.slice(1));
process.defaultApp = true;
if (appPath === undefined) {
  const { electron, chrome, node } = process.versions;
  console.log(`Electron ${electron} (Chromium ${chrome}, Node ${node})`);
  app.exit(0);
} else {
  Module._preloadModules(preloads);
  start(path.resolve(appPath));
}

function readCommandLine(args) {
  const preloads = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') preloads.push(args[(i += 1)]);
    else if (!arg.startsWith('-')) return { appPath: arg, preloads };
  }
  return { appPath: undefined, preloads };
}

function start(given) {
  const manifestFile = path.join(given, 'package.json');
  const manifest = fs.existsSync(manifestFile)
    ? JSON.parse(fs.readFileSync(manifestFile, 'utf8'))
    : undefined;
  if (manifest) {
    app.name = manifest.productName ?? manifest.name ?? app.name;
    if (manifest.version) app.setVersion(manifest.version);
  }
  app.setAppPath(manifest ? given : path.dirname(given));
  // Electron worked out the profile folder before it knew the app's name.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), app.name));
  }

  try {
    Module._load(manifest ? path.join(given, manifest.main ?? 'index.js') : given, null, true);
  } catch (error) {
    console.error(`The app could not be started: ${error.stack ?? error}`);
    app.exit(1);
  }
}
