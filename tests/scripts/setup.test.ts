/** The scripts as a person starts them: as programs of their own, here in a checkout that is not ours. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'golive-scripts-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

it('does not install into a node_modules that belongs to another checkout', () => {
  const [other, checkout] = [scratch(), scratch()];
  mkdirSync(path.join(other, 'node_modules', 'something-old'), { recursive: true });
  cpSync(path.join(root, 'scripts'), path.join(checkout, 'scripts'), { recursive: true });
  cpSync(path.join(root, 'package-lock.json'), path.join(checkout, 'package-lock.json'));
  symlinkSync(path.join(other, 'node_modules'), path.join(checkout, 'node_modules'), 'junction');

  const set = spawnSync(process.execPath, ['scripts/setup.mjs'], { cwd: checkout, encoding: 'utf8' });
  expect(set.status).toBe(1);
  expect(set.stderr).toContain('node_modules is a link to');
  expect(set.stderr).not.toContain('running npm ci');
  expect(readdirSync(path.join(other, 'node_modules'))).toEqual(['something-old']);
});

it('passes on what Electron says, but for the lines about a desktop that is not there', () => {
  const said = [
    '[643:1122/015246.840717:ERROR:bus.cc(399)] Failed to connect to the bus: Could not parse server address',
    '[6:7:1122/015246.840717:ERROR:dbus/object_proxy.cc:573] Failed to call method: org.freedesktop.DBus.Properties.Get',
    '[669:1122/015247.457342:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization',
    '[669:1122/015247.457342:FATAL:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization',
    '[669:1122/015247.457342:ERROR:zygote_host_impl.cc(100)] Running as root without --no-sandbox is not supported.',
    'bus.cc is not a word of ours',
  ];
  const folder = scratch();
  const script = path.join(folder, 'say.mjs');
  const from = (name: string): string => JSON.stringify(pathToFileURL(path.join(root, 'scripts', name)).href);
  writeFileSync(
    script,
    `import { isElectronNoise } from ${from('electronNoise.mjs')};
     import { run } from ${from('processes.mjs')};
     const say = 'console.error(process.argv[1]); console.log("and this")';
     await run([process.execPath, '-e', say, process.argv[2]], { isNoise: isElectronNoise });`,
  );
  const heard = spawnSync(process.execPath, [script, said.join('\n')], { encoding: 'utf8' });
  expect(heard.stderr.trim().split('\n')).toEqual(said.slice(3));
  expect(heard.stdout).toBe('and this\n');
});
