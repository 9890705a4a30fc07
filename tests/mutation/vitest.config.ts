// How Stryker runs tests: those of one area (MUTATION_TESTS, by run.ts), on services that run.ts started once.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(' '),
    globalSetup: ['tests/support/services/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
