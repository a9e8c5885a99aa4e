import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('the holidays in the app are those of the library they name', () => {
  const fresh = execFileSync(process.execPath, [fromRoot('scripts/holidays.mjs')], { encoding: 'utf8' });
  expect(readFileSync(fromRoot('resources/holidays.json'), 'utf8')).toBe(fresh);
});
