import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const soak = { testTimeout: 30 * 60_000, hookTimeout: 5 * 60_000 };

const tests = path.join(import.meta.dirname, 'tests');

/** The unit tests with a property that is counted with `tries`. */
const counted = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => readFileSync(path.join(tests, file), 'utf8').includes("/support/tries'"))
  .map((file) => `tests/${file.replaceAll(path.sep, '/')}`);

/**
 * `unit` is what every run of the gate executes. Only `npm run test:long` runs the soaks of `long` and the `campaigns`:
 * the unit tests with counted properties, which are tried twenty times as often.
 */
export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{e2e,bench,long}/**', 'tests/architecture/planted/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // A process and a fresh import of the core for each file cost more than the tests in most of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: ['tests/long/**/*.test.ts'], ...soak },
      },
      {
        extends: true,
        test: {
          name: 'campaigns',
          include: counted,
          env: { GOLIVE_PROPERTY_TIMES: '20' },
          ...soak,
        },
      },
    ],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
