import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The peers have a folder, a lock file and a `node_modules` of their own: docs/adr/0011-bench-peers.md. */
const folder = import.meta.dirname;
const load = createRequire(import.meta.url);

type Manifest = { readonly version?: string; readonly dependencies?: Readonly<Record<string, string>> };

function manifestOf(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

/** Brings the peers as their lock file has them, unless they are there; none of their scripts is run. */
export function installPeers(): void {
  const wanted = Object.entries(manifestOf(path.join(folder, 'package.json')).dependencies ?? {});
  const missing = wanted.filter(([name, version]) => findVersion(name) !== version);
  if (missing.length === 0) return;
  const shell = process.platform === 'win32';
  execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit', shell });
}

function findVersion(name: string): string | undefined {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? manifestOf(file).version : undefined;
}

export function peerVersion(name: string): string {
  return findVersion(name) ?? 'not installed';
}

/** A peer's package. What it looks like is said by the caller: the house is checked and built where no peer is installed. */
export function loadPeer<T>(name: string): T {
  return load(name) as T;
}
