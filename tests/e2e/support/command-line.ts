import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'vite';
import { bundleOf, migrationsIn } from '../../../build/bundle/vite/bundle-of.ts';
import { root } from '../../../build/check/source-files.ts';

const folder = 'dist/command-line';

/**
 * The command line that the journeys start, some hundred times: bundled as the packed program is, for a start then costs a third less than one that
 * reads a thousand files of TypeScript.
 */
export const commandLine = path.join(root, folder, 'main.js');

/** Before all journeys: bundles it anew. */
export default async function bundleCommandLine(): Promise<void> {
  const bundle = bundleOf({
    name: 'command-line',
    starts: {
      main: 'electron/shell/command-line/main.ts',
      'reader-worker': 'electron/store/safety/reader/reader-worker.ts',
      'workbook-worker': 'electron/paper/workbook/workbook-worker.ts',
    },
    format: 'esm',
    target: 'node24',
    external: ['better-sqlite3', 'pdfkit', 'pdf-to-printer', /^node:/, ...builtinModules],
    inParts: true,
    folder,
  });
  await build({
    ...bundle,
    configFile: false,
    logLevel: 'warn',
    plugins: [...bundle.plugins, migrationsIn(folder)],
    build: { ...bundle.build, emptyOutDir: true },
  });
}
