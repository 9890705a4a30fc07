// How the tests run: in forks (a crash stays in its file), two at a time, the longest first, each once and no second time.
// Three projects: `pure` without services, `services` on a real MongoDB and Redis, `system` with processes and a browser.
import { defineConfig } from 'vitest/config';
import { campaigns, pure, smokes } from './tests/projects.ts';
import { LongestFirst } from './tests/support/run/longest-first.ts';

const withBrowser = process.env.BROWSER === '1';
/** Set by `npm run test:campaigns`: everything may run then, and at its full length. */
const inCampaign = process.env.CAMPAIGN === '1';

const allTests = ['tests/**/*.test.ts'];
const never = ['**/node_modules/**', ...(withBrowser ? [] : ['tests/e2e/**/*.browser.test.ts'])];
const onServices = {
  runner: './tests/support/services/tidy-runner.ts',
  globalSetup: ['tests/support/services/global-setup.ts'],
};
/** What random tests draw from, the same in every run unless SEED says otherwise. */
process.env.SEED ??= '20261130';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Files of one worker share what they import: loading it anew for each took a third of all the time.
    isolate: false,
    // Three projects load the same sources: each is transformed once.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
    runner: './tests/support/run/measuring-runner.ts',
    // Against hanging only: a busy machine may take its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 10_000 } },
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/support/run/plain-summary.ts'],
    setupFiles: ['tests/support/run/seeded.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: [...pure], exclude: never } },
      {
        extends: true,
        test: {
          name: 'services',
          ...onServices,
          include: allTests,
          exclude: [...never, ...pure, ...smokes, ...campaigns],
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          ...onServices,
          include: [...smokes, ...(inCampaign ? campaigns : [])],
          exclude: never,
        },
      },
    ],
  },
});
