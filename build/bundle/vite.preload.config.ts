import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

/** The preload: one CommonJS file, for a sandboxed window loads nothing else. */
export default defineConfig(
  oneFile({
    name: 'preload',
    source: 'electron/shell/electron/preload.ts',
    format: 'cjs',
    target: 'chrome130',
    external: ['electron'],
  }),
);
