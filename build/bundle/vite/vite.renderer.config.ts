import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';
import { packagesInside } from './packages-inside.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The screen. Nothing inline, because the page's policy (CSP) allows scripts from its own files only. */
export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  cacheDir: path.join(root, 'node_modules/.cache/vite-renderer'),
  plugins: [react(), packagesInside('renderer')],
  build: {
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Fonts keep their names: the packed program has them here alone, and paper reads the same files (electron/shell/places.ts).
        assetFileNames: ({ names: [name = ''] }) =>
          name.endsWith('.ttf') ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
