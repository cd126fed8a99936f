import { defineConfig } from 'vite';
import { bundleOf } from './bundle-of.ts';

/** The preload: one CommonJS file, for a sandboxed window loads nothing else. */
export default defineConfig(
  bundleOf({
    name: 'preload',
    starts: { preload: 'electron/shell/electron/preload.ts' },
    format: 'cjs',
    target: 'chrome130',
    external: ['electron'],
  }),
);
