import { defineConfig } from 'vitest/config';

const soak = { testTimeout: 30 * 60_000, hookTimeout: 5 * 60_000 };

/**
 * `unit` is what every run of the gate executes. Only `npm run test:long` runs the soaks of `long` and the `campaigns`:
 * the properties among the unit tests, tried twenty times as often.
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
          include: ['tests/**/*.property.test.ts'],
          env: { GOLIVE_PROPERTY_TIMES: '20' },
          ...soak,
        },
      },
    ],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
