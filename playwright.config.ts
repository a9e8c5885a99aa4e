import { defineConfig } from '@playwright/test';

/**
 * The real application: each test starts its own Electron with its own profile, and as many run at once as there are
 * displays for them alone. No retries, because a test that fails sometimes has found something.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A file of many tests would else keep one worker busy when the others have nothing left.
  fullyParallel: true,
  workers: process.env['GOLIVE_DISPLAYS']?.split(' ').length ?? 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test-reports/e2e.json' }]],
});
