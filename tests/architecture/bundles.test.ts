/** What the build promises about its files. Runs on what is in out/, so `npm test` builds first. */
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const out = path.resolve(import.meta.dirname, '../../out');
const isBuilt = (file: string): boolean => existsSync(path.join(out, file));
const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');

/** The modules a bundle asks for when it runs; libraries also show examples in their comments. */
function required(file: string): string[] {
  const code = read(file).replaceAll(/^\s*(\*|\/\/).*$/gm, '');
  const calls = code.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g);
  return [...new Set([...calls].flatMap(([, name]) => name ?? []))];
}

describe.skipIf(!isBuilt('preload/index.cjs'))('the preload', () => {
  it('is one file that loads nothing but Electron, as the sandbox demands', () => {
    expect(required('preload/index.cjs')).toEqual(['electron']);
  });
});

describe.skipIf(!isBuilt('cli/golive.js'))('the command line', () => {
  it('is one program that needs Node and nothing else', () => {
    expect(read('cli/golive.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(required('cli/golive.js').filter((name) => !isBuiltin(name))).toEqual([]);
  });
});

describe.skipIf(!isBuilt('renderer/index.html'))('the page', () => {
  it('has nothing inline, as the content security policy demands', () => {
    const page = read('renderer/index.html');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });
});
