// How the tests run: in forks (a crash stays in its file), two at a time, on real services started once.
import { defineConfig } from 'vitest/config';

const withBrowser = process.env.BROWSER === '1';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(withBrowser ? [] : ['tests/e2e/**/*.browser.test.ts'])],
    runner: './tests/support/services/tidy-runner.ts',
    globalSetup: ['tests/support/services/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Files of one worker share what they import: loading it anew for each took a third of all the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Campaigns kill real processes on whatever machine this is: one more try, which the report names, and no third.
    retry: process.env.CI === 'true' ? 1 : 0,
    reporters: ['default', './tests/support/plain-summary.ts'],
  },
});
