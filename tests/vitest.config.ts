import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isSample } from './support/is-sample.ts';

const root = join(import.meta.dirname, '..');
const shared = {
  root,
  env: { SITE_CACHE: join(root, '.cache/tests') },
  // What is waited for comes late on a busy machine; how fast it comes is a benchmark's.
  expect: { poll: { timeout: 15_000 } },
  // One more than cores: browsers and processes are waited for. One number for all kinds, so that they fill the workers
  // together.
  maxWorkers: availableParallelism() + 1,
};

export default defineConfig({
  test: {
    ...shared,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Half of a small file's time is spent on loading the same modules.
          isolate: false,
          // A busy machine is no failure.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'edge',
          include: ['tests/edge/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // What is asserted there stands in the sample's articles; a bureau that uses the project has its own.
          exclude: isSample(root) ? [] : ['tests/e2e/sample/**'],
          globalSetup: 'tests/e2e/support/global-setup.ts',
          // Some build five times, and a machine may be ten times slower than it could be.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
