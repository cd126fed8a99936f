import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The main process, one ES module. The driver stays outside: it brings a native binary that asar must unpack. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { main: path.join(root, 'electron/shell/electron/main.ts') },
      external: ['electron', 'better-sqlite3', 'pdfkit', 'pdf-to-printer', /^node:/, ...builtinModules],
      output: { format: 'esm', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
