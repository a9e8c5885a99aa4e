import { defineConfig } from '@playwright/test';

/**
 * The real application, one window at a time: each test starts its own Electron with its own profile, and two
 * at once on a small machine would only measure each other. No retries, because a test that fails sometimes
 * has found something.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test-reports/e2e.json' }]],
});
