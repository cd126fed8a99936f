import path from 'node:path';
import type { UserConfig } from 'vite';
import { root } from '../check/source-files.ts';

type OneFile = {
  /** As the file is called in dist/electron, without its ending. */
  readonly name: string;
  readonly source: string;
  readonly format: 'esm' | 'cjs';
  readonly target: string;
  /** What is not drawn into the file, for it stands where the file runs. */
  readonly external: readonly (string | RegExp)[];
};

/** A part of the Electron shell as one file in dist/electron; the first of them to be built empties the folder. */
export function oneFile({ name, source, format, target, external }: OneFile) {
  return {
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: 'dist/electron',
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: {
        input: { [name]: path.join(root, source) },
        external: [...external],
        output: { format, entryFileNames: `[name].${format === 'cjs' ? 'cjs' : 'js'}`, codeSplitting: false },
      },
    },
  } satisfies UserConfig;
}
