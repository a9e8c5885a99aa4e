/** Lets LibreOffice recalculate a file from its inputs, whatever results are stored in it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Optional: where it is missing, only the tests that need it are skipped. */
const PROGRAM = 'soffice';

export const hasLibreOffice = spawnSync(PROGRAM, ['--version'], { timeout: 30_000 }).status === 0;

/** 0: always recalculate on load. By default files with stored results are believed. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Files of the same names, recalculated. One start of the program serves all of them. */
export function recalculatedByLibreOffice(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'recalculate-'));
  try {
    const profile = path.join(folder, 'profile');
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    const names = [...files.keys()].map((name) => `${name}.xlsx`);
    for (const [name, bytes] of files) writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
    const run = spawnSync(
      PROGRAM,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...[
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          path.join(folder, 'out'),
        ],
        ...names,
      ],
      { cwd: folder, timeout: 240_000, encoding: 'utf8' },
    );
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${String(run.status)}: ${run.stderr}`);
    return new Map(
      [...files.keys()].map((name) => [name, readFileSync(path.join(folder, 'out', `${name}.xlsx`))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
