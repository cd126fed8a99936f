import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';
import { root } from '../check/source-files.ts';
import { oneFile } from './one-file.ts';

/** The store reads its migrations from beside itself; bundled, it stands in dist/electron. */
const migrations = {
  name: 'migrations-beside-the-store',
  closeBundle: () =>
    cpSync(path.join(root, 'electron/store/file/migrations'), path.join(root, 'dist/electron/migrations'), {
      recursive: true,
    }),
};

const main = oneFile({
  name: 'main',
  source: 'electron/shell/electron/main.ts',
  format: 'esm',
  target: 'node24',
  external: ['electron', 'better-sqlite3', 'pdfkit', 'pdf-to-printer', /^node:/, ...builtinModules],
});

/** The main process, one ES module. The driver stays outside: it brings a native binary that asar must unpack. */
export default defineConfig({ ...main, plugins: [migrations], build: { ...main.build, emptyOutDir: true } });
