import { cpSync } from 'node:fs';
import path from 'node:path';
import type { UserConfig } from 'vite';
import { root } from '../../check/source-files.ts';
import { ourSymbols } from './our-symbols.ts';
import { packagesInside } from './packages-inside.ts';

type Bundle = {
  /** What it is called in the list of what is in it (packages-inside.ts). */
  readonly name: string;
  /** The files of dist/electron that something starts, without their ending, each with its source. */
  readonly starts: Readonly<Record<string, string>>;
  readonly format: 'esm' | 'cjs';
  readonly target: string;
  /** What is not drawn into the files, for it stands where they run. */
  readonly external: readonly (string | RegExp)[];
  /** What is loaded later, or by several, stands once in files of its own beside them. */
  readonly inParts?: boolean;
  /** Where it goes, if not into what is packed: then it is for this working tree alone, and its licences travel nowhere. */
  readonly folder?: string;
};

const packed = 'dist/electron';

/** The store reads its migrations from beside itself; bundled, it stands in the folder of the bundle. */
export const migrationsIn = (folder: string = packed) => ({
  name: 'migrations-beside-the-store',
  closeBundle: () =>
    cpSync(path.join(root, 'electron/store/file/migrations'), path.join(root, folder, 'migrations'), {
      recursive: true,
    }),
});

/** Names within a function are short. Functions keep theirs: the frames in a log say which of them fell. */
export const mangle = { keepNames: true, toplevel: false };

/** A part of the Electron shell in dist/electron; the first of them to be built empties the folder. */
export function bundleOf({ name, starts, format, target, external, inParts = false, folder = packed }: Bundle) {
  const ending = format === 'cjs' ? 'cjs' : 'js';
  return {
    root,
    publicDir: false,
    plugins: [ourSymbols(), ...(folder === packed ? [packagesInside(name)] : [])],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(starts).map(([file, source]) => [file, path.join(root, source)])),
        external: [...external],
        output: {
          format,
          entryFileNames: `[name].${ending}`,
          // In the same folder, for the store and the threads are found by where the file that asks for them lies.
          chunkFileNames: `part-[name].${ending}`,
          codeSplitting: inParts,
          minify: { compress: true, mangle, codegen: { removeWhitespace: true } },
        },
      },
    },
  } satisfies UserConfig;
}
