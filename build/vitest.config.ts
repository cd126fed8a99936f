import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Forked processes, because a native driver in a worker thread takes the whole run with it when it falls. `unit` shares a process
 * between files; `rim` stands in for Electron, starts servers or changes its process, so each of its files has its own; `crash`
 * kills real processes and belongs to `npm test`, not to `npm run check`.
 */
const shared = { pool: 'forks', testTimeout: 30_000, hookTimeout: 30_000 } as const;

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vite-tests',
  test: {
    allowOnly: false,
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          include: ['tests/{contract,domain,store,desk,renderer,build}/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
        },
      },
      { root, test: { ...shared, name: 'rim', include: ['tests/{shell,paper}/**/*.test.ts'] } },
      { root, test: { ...shared, name: 'crash', include: ['tests/crash/**/*.test.ts'] } },
    ],
  },
});
