import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/** Forked processes, because a native driver in a worker thread takes the whole run with it when it falls. */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite-tests',
  test: {
    include: ['tests/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    exclude: ['node_modules/**', 'tests/e2e/**', 'tests/e2e-electron/**', 'tests/bench/**'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    allowOnly: false,
  },
});
