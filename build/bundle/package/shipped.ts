import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../check/source-files.ts';

/** A system the program is packed for. */
export type Target = { readonly platform: 'linux' | 'win32'; readonly arch: 'x64' | 'arm64' };

export function nameOf({ platform, arch }: Target): string {
  return `${platform}-${arch}`;
}

const modules = path.join(root, 'node_modules');
const driver = 'better-sqlite3';

/**
 * What the bundles leave outside, and the packages of it: the driver, for its native part; the engine of papers, for it is read with the first
 * paper; on Windows the program that hands papers to its printers.
 */
const outside: Readonly<Record<Target['platform'], readonly string[]>> = {
  linux: [driver, 'pdfkit'],
  win32: [driver, 'pdfkit', 'pdf-to-printer'],
};

/** Files that no `require` names: read by path while the program runs. Below node_modules; `*` is one part of a name. */
function readByPath({ platform, arch }: Target): string[] {
  const printing = path.join(modules, 'pdf-to-printer/dist');
  const sumatra = platform === 'win32' ? readdirSync(printing).filter((name) => name.endsWith('.exe')) : [];
  return [`${driver}/prebuilds/${platform}-${arch}.node`, ...sumatra.map((name) => `pdf-to-printer/dist/${name}`)];
}

/**
 * Files that travel with another text, by what is above them in node_modules: `fontkit` reads WOFF2 by a dictionary of 0.8 MB, and the desk's fonts
 * are TrueType, read from our own files alone.
 */
export const replaced: Readonly<Record<string, string>> = {
  'node_modules/brotli/decompress.js': `module.exports = () => {
  throw new Error('WOFF2 is not read: the fonts of the desk are TrueType');
};
`,
};

const required = /\brequire\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The files that loading this package can reach: each `require` of a name, followed as Node follows it. */
function reachedFrom(name: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [createRequire(path.join(root, 'package.json')).resolve(name)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    if (!/\.c?js$/.test(file) || replaced[fromRoot(file)] !== undefined) continue;
    const find = createRequire(file);
    for (const [, wanted = ''] of readFileSync(file, 'utf8').matchAll(required)) {
      const found = find.resolve(wanted);
      if (path.isAbsolute(found)) waiting.push(found);
    }
  }
  return reached;
}

function fromRoot(file: string): string {
  return path.relative(root, file).replaceAll(path.sep, '/');
}

/** The package a file below node_modules belongs to, as a folder below the root. */
function packageOfFile(file: string): string {
  const parts = file.split('/');
  const at = parts.lastIndexOf('node_modules');
  return parts.slice(0, at + (parts[at + 1]?.startsWith('@') === true ? 3 : 2)).join('/');
}

export type Shipped = {
  /** Files below the root that travel as they are: reached code, the manifests of its packages, the driver of the target. */
  readonly files: readonly string[];
  /** Folders of the packages they are of. */
  readonly packages: readonly string[];
};

/**
 * What of node_modules travels to a system. Throws where the driver of that system did not come with the registry's package: the one of
 * another system would fail at the first start, and building one needs what neither system is given.
 */
export function shippedModules(target: Target): Shipped {
  const named = readByPath(target).map((name) => path.join(modules, name));
  const missing = named.find((file) => !existsSync(file));
  if (missing !== undefined || !statSync(named[0] ?? '').isFile())
    throw new Error(
      `Không có trình điều khiển cho ${nameOf(target)}: gói của kho không mang theo ${path.basename(missing ?? '')}, nên không đóng gói. | ` +
        `There is no driver for ${nameOf(target)}: the registry's package does not bring ${path.basename(missing ?? '')}, so nothing is packed.`,
    );
  const reached = outside[target.platform].flatMap((name) => [...reachedFrom(name)]);
  const files = [...reached, ...named].map(fromRoot);
  const packages = [...new Set(files.map(packageOfFile))].toSorted();
  return {
    files: [...new Set([...files, ...packages.map((folder) => `${folder}/package.json`)])].toSorted(),
    packages,
  };
}
