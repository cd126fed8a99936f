import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from '../../check/source-files.ts';

const folder = path.join(root, 'dist/packages');

/** Folder of a package below node_modules, and nested ones below that: `node_modules/a/node_modules/@b/c`. */
const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;

/** Writes down, beside the bundle, from which packages code was drawn into it: their licences travel with it (licences.ts). */
export function packagesInside(bundle: string): Plugin {
  const found = new Set<string>();
  return {
    name: 'packages-inside',
    apply: 'build',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        // Modules of which nothing was left over are in the list of a chunk too, with no line in it.
        for (const [id, { renderedLength }] of Object.entries(file.type === 'chunk' ? file.modules : {})) {
          const [inside] = packageFolder.exec(id.replace(/^\0/, '')) ?? [];
          if (inside !== undefined && renderedLength > 0)
            found.add(path.relative(root, inside).replaceAll(path.sep, '/'));
        }
      }
    },
    closeBundle() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${bundle}.json`), `${JSON.stringify([...found].toSorted(), null, 1)}\n`);
    },
  };
}

/** The bundles that were built, each with the folders of the packages that are in it. */
export function readPackagesInside(): Readonly<Record<string, readonly string[]>> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [
      path.basename(name, '.json'),
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as string[],
    ]),
  );
}
