import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { minifySync } from 'vite';
import { root } from '../../check/source-files.ts';
import { thirdPartyNotice } from './licences.ts';
import { mangle } from '../vite/bundle-of.ts';
import { readPackagesInside } from '../vite/packages-inside.ts';
import { type Target, replaced, shippedModules } from './shipped.ts';

/** What of the manifest the program and its packer read; scripts and dependencies are for whoever builds. */
const manifestFields = [
  'name',
  'productName',
  'version',
  'description',
  'license',
  'author',
  'homepage',
  'type',
  'main',
];

/** Of resources/, what is read while the program runs, except the fonts: those the page was built with serve the paper too. */
const resources = ['data', 'forms'];

/**
 * Makes the folder that is packed for a target, from a built dist/: one list, written by us, so that what travels can be read here and does not
 * follow from what a packer leaves out (docs/adr/0025-packages.md). Returns the packages whose code is in it.
 */
export function stage(target: Target, folder: string): readonly string[] {
  const { files, packages } = shippedModules(target);
  const whole = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = Object.fromEntries(manifestFields.flatMap((name) => (name in whole ? [[name, whole[name]]] : [])));
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const part of ['dist/electron', 'dist/renderer']) copy(part, folder, (name) => !name.endsWith('.map'));
  // To the byte: papers and the catalogue know these files by their hash.
  for (const part of resources) copy(`resources/${part}`, folder, (name) => !name.endsWith('.md'));
  // Beside the bundles, where they are looked for first: a packer keeps node_modules at the top for what it finds by itself.
  for (const file of files) {
    const text = replaced[file] ?? tightened(file);
    if (text === undefined) cpSync(path.join(root, file), path.join(folder, 'dist', file));
    else writeText(path.join(folder, 'dist', file), text);
  }
  const inside = [...packages, ...Object.values(readPackagesInside()).flat()];
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  writeFileSync(path.join(folder, 'THIRD-PARTY.txt'), thirdPartyNotice(inside, target));
  return [...new Set(inside)].toSorted();
}

/** Of the manifests of others, what Node reads to find a file, and whose it is. */
const readByNode = ['name', 'version', 'license', 'type', 'main', 'exports'];

/** Code of others without white space and comments, its names as those of our own bundles, and nothing else of it changed; undefined for what is no text. */
function tightened(file: string): string | undefined {
  if (path.basename(file) === 'package.json') {
    const whole = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>;
    return JSON.stringify(
      Object.fromEntries(readByNode.flatMap((name) => (name in whole ? [[name, whole[name]]] : []))),
    );
  }
  if (!/\.c?js$/.test(file)) return undefined;
  const settings = { compress: false, mangle, codegen: { removeWhitespace: true } };
  const { code, errors } = minifySync(file, readFileSync(path.join(root, file), 'utf8'), settings);
  if (errors.length > 0) throw new Error(`${file} could not be read: ${errors[0]?.message}`);
  return code;
}

function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function copy(part: string, folder: string, keep: (name: string) => boolean = () => true): void {
  const from = path.join(root, part);
  cpSync(from, path.join(folder, part), { recursive: true, filter: (name) => keep(name) });
}

/** Whether everything the packer takes was built: the bundles and the lists of what is in them. */
export function findUnbuilt(): string | undefined {
  const built = (() => {
    try {
      return readdirSync(path.join(root, 'dist/packages'));
    } catch {
      return [];
    }
  })();
  return ['main', 'preload', 'renderer'].find((name) => !built.includes(`${name}.json`));
}
