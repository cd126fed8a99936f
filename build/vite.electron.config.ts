import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The store reads its migrations from beside itself; bundled, it stands in dist/electron. */
const migrations = {
  name: 'migrations-beside-the-store',
  closeBundle: () =>
    cpSync(path.join(root, 'electron/store/migrations'), path.join(root, 'dist/electron/migrations'), {
      recursive: true,
    }),
};

/** The main process, one ES module. The driver stays outside: it brings a native binary that asar must unpack. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [migrations],
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
