import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

/** The thread that writes workbooks: one ES module beside the main process, which starts it by its name. */
export default defineConfig(
  oneFile({
    name: 'workbook-worker',
    source: 'electron/paper/workbook/workbook-worker.ts',
    format: 'esm',
    target: 'node24',
    external: [/^node:/, ...builtinModules],
  }),
);
