import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export type Places = {
  readonly resourcesFolder: string;
  readonly fontsFolder: string;
  readonly rendererFolder: string;
  readonly version: string;
};

/** Where the parts of the program lie below its root; the root is the working tree, or the archive of the packed application. */
export function placesBelow(root: string): Places {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    resourcesFolder: path.join(root, 'resources'),
    // Packed, the paper's fonts are those of the page: none travels twice (build/bundle/stage.ts).
    fontsFolder: [path.join(root, 'resources/fonts'), path.join(root, 'dist/renderer/fonts')].find(existsSync) ?? root,
    rendererFolder: path.join(root, 'dist/renderer'),
    version: manifest.version,
  };
}

/** The root as seen from the source files: right for every shell that is not bundled. */
export const sourceRoot = path.resolve(import.meta.dirname, '../..');

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir() };

/** The data folder when none is named: the place each system keeps for one person's programs. Electron and the browser share it. */
export function defaultDataFolder({ platform, env, home }: Machine = thisMachine): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'), 'MotCuaDesk');
  if (platform === 'darwin') return path.join(home, 'Library/Application Support/MotCuaDesk');
  return path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local/share'), 'mot-cua-desk');
}

/** Where this machine keeps what must not go with a data folder: on Windows for all its accounts, elsewhere with the person's own state. */
export function defaultMachineFolder({ platform, env, home }: Machine = machineNow()): string {
  if (platform === 'win32') return path.join(env['PROGRAMDATA'] ?? path.join(home, 'AppData/Local'), 'MotCuaDesk');
  if (platform === 'darwin') return path.join(home, 'Library/Application Support/MotCuaDesk.state');
  return path.join(env['XDG_STATE_HOME'] ?? path.join(home, '.local/state'), 'mot-cua-desk');
}

function machineNow(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}
