import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { bundleOf, migrationsIn } from './bundle-of.ts';

const main = bundleOf({
  name: 'main',
  starts: {
    main: 'electron/shell/electron/main.ts',
    // Threads, started by their names: beside the desk one reads, one writes workbooks.
    'reader-worker': 'electron/store/safety/reader/reader-worker.ts',
    'workbook-worker': 'electron/paper/workbook/workbook-worker.ts',
  },
  format: 'esm',
  target: 'node24',
  external: ['electron', 'better-sqlite3', 'pdfkit', 'pdf-to-printer', /^node:/, ...builtinModules],
  inParts: true,
});

/**
 * The main process and its threads, as ES modules that read the rest from beside themselves: the window or the command line, each part once. The
 * driver stays outside: it brings a native binary that asar must unpack.
 */
export default defineConfig({
  ...main,
  plugins: [...main.plugins, migrationsIn()],
  build: { ...main.build, emptyOutDir: true },
});
