import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';
import { root } from '../../check/source-files.ts';

/** The verifier as one file that Node runs by itself, for whoever has neither the desk nor its packages: dist/verifier/verifier.mjs. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/verifier',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { verifier: path.join(root, 'electron/shell/verifier/entry.ts') },
      external: [/^node:/, ...builtinModules],
      output: { format: 'esm', entryFileNames: '[name].mjs', codeSplitting: false },
    },
  },
});
