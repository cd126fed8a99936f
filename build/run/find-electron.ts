import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../check/source-files.ts';

const home = path.join(root, 'node_modules/electron');
const names: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};
const binary = names[process.platform] ?? 'electron';

/** The Electron runtime, where it is: named by ELECTRON_OVERRIDE_DIST_PATH, or already fetched into the package. */
export function findElectron(): string | undefined {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined && named !== '') {
    const file = path.join(named, binary);
    return existsSync(file) ? file : undefined;
  }
  // path.txt is written last by Electron's own installer: without it a download was broken off.
  const marker = path.join(home, 'path.txt');
  if (!existsSync(marker)) return undefined;
  const file = path.join(home, 'dist', readFileSync(marker, 'utf8').trim());
  return existsSync(file) ? file : undefined;
}

/** Where Electron's download host is out of reach, it stays so for a while: one try a day, not one at every start. */
const lastTry = path.join(root, 'node_modules/.cache/electron-not-fetched');
const day = 24 * 60 * 60 * 1000;

/** Lets Electron's own installer try for some seconds. The runtime is not in the npm registry (ADR 0004). */
export function fetchElectron(seconds: number): string | undefined {
  if (existsSync(lastTry) && Date.now() - statSync(lastTry).mtimeMs < day) return undefined;
  spawnSync(process.execPath, [path.join(home, 'install.js')], { stdio: 'ignore', timeout: seconds * 1000 });
  const found = findElectron();
  if (found === undefined) {
    mkdirSync(path.dirname(lastTry), { recursive: true });
    writeFileSync(lastTry, '');
  }
  return found;
}
