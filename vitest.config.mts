import { defineConfig } from 'vitest/config';

/** `unit` is what every run of the gate executes; `long` holds the soaks that only `npm run test:long` runs. */
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
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 30 * 60_000,
          hookTimeout: 5 * 60_000,
        },
      },
    ],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
