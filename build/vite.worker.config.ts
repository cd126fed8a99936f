import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The thread that writes workbooks: one ES module beside the main process, which starts it by its name. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { 'workbook-worker': path.join(root, 'electron/paper/workbook-worker.ts') },
      external: [/^node:/, ...builtinModules],
      output: { format: 'esm', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
