import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

/** The thread that reads beside the desk: one ES module beside the main process. The driver is the one that stands there already. */
export default defineConfig(
  oneFile({
    name: 'reader-worker',
    source: 'electron/store/reader/reader-worker.ts',
    format: 'esm',
    target: 'node24',
    external: ['better-sqlite3', /^node:/, ...builtinModules],
  }),
);
