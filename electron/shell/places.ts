import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export type Places = {
  readonly resourcesFolder: string;
  readonly rendererFolder: string;
  readonly version: string;
};

/** Where the parts of the program lie below its root; the root is the working tree, or the archive of the packed application. */
export function placesBelow(root: string): Places {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    resourcesFolder: path.join(root, 'resources'),
    rendererFolder: path.join(root, 'dist/renderer'),
    version: manifest.version,
  };
}

/** Packed, the paper's fonts are those that the page was built with: none travels twice (build/bundle/package/stage.ts). */
export function fontsFolderOf(resourcesFolder: string): string {
  const own = path.join(resourcesFolder, 'fonts');
  return existsSync(own) ? own : path.resolve(resourcesFolder, '../dist/renderer/fonts');
}

/** The root as seen from the source files: right for every shell that is not bundled. */
export const sourceRoot = path.resolve(import.meta.dirname, '../..');

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/** The data folder when none is named: the place each system keeps for one person's programs. Electron and the browser share it. */
export function defaultDataFolder({ platform, env, home }: Machine = machineNow()): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'), 'MotCuaDesk');
  if (platform === 'darwin') return path.join(home, 'Library/Application Support/MotCuaDesk');
  return path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local/share'), 'mot-cua-desk');
}

/**
 * The folder in which the register of the whole machine lies, whoever signs in to the system: there only where whoever installed the desk made it,
 * with the rights of a group (docs/topics/installing.md). null where a system has no such place.
 */
export function sharedDataFolder({ platform, env }: Machine = machineNow()): string | null {
  if (platform === 'win32') return path.join(env['PROGRAMDATA'] ?? 'C:/ProgramData', 'MotCuaDesk', 'data');
  return platform === 'linux' ? '/var/lib/mot-cua-desk/data' : null;
}

/** Where a data folder's machine keeps the witness: of the register of the machine beside it, for all accounts that open it. */
export function machineFolderOf(dataFolder: string, machine: Machine = machineNow()): string {
  const isShared = path.resolve(dataFolder) === sharedDataFolder(machine) && machine.platform !== 'win32';
  return isShared ? path.join(path.dirname(dataFolder), 'machine') : defaultMachineFolder(machine);
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
