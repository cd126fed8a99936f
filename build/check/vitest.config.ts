import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Forked processes, because a native driver in a worker thread takes the whole run with it when it falls. `unit` shares a process
 * between files; `rim` stands in for Electron or starts servers, so each of its files has its own. `desk` works through the whole
 * desk with real papers and passwords, `crash` kills real processes: both belong to `npm test`, not to `npm run check`.
 */
const shared = {
  pool: 'forks',
  // The limits end what hangs, on a busy machine too, where a property of a hundred runs takes its time; they measure nothing.
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;
const commandLine = 'tests/shell/command-line/command-line-{office,process}*.test.ts';

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite-tests',
  test: {
    allowOnly: false,
    maxWorkers: 2,
    globalSetup: 'tests/support/temporary.ts',
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          include: ['tests/{contract,domain,store,renderer,build}/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
        },
      },
      { root, test: { ...shared, name: 'rim', include: ['tests/shell/**/*.test.ts'], exclude: [commandLine] } },
      { root, test: { ...shared, name: 'desk', include: ['tests/{desk,paper}/**/*.test.ts', commandLine] } },
      { root, test: { ...shared, name: 'crash', include: ['tests/crash/**/*.test.ts'] } },
    ],
  },
});
