import { Arch, Platform, build } from 'electron-builder';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../check/source-files.ts';
import { packageConfiguration } from './package.ts';
import type { Target } from './shipped.ts';
import { findUnbuilt, stage } from './stage.ts';

type Asked = {
  readonly target: Target;
  /** Where the folder to be packed is made, and goes afterwards. */
  readonly stage: string;
  readonly output: string;
  /** A folder that holds an Electron of the target; not named, electron-builder fetches one. */
  readonly electronDist?: string;
  /** Only the folder as it would be installed, without installers: their makers are fetched too. */
  readonly isFolder?: boolean;
};

const platforms = { linux: Platform.LINUX, win32: Platform.WINDOWS } as const;
const installers = { linux: ['deb', 'AppImage'], win32: ['nsis', 'portable'] } as const;

/** Packs a built dist/ for a target. Returns the packages whose code is in it, as folders below the root. */
export async function pack({
  target,
  stage: folder,
  output,
  electronDist,
  isFolder,
}: Asked): Promise<readonly string[]> {
  const unbuilt = findUnbuilt();
  if (unbuilt !== undefined) throw new Error(`${unbuilt} is not built: npm run build`);
  const packages = stage(target, folder);
  const kinds = isFolder === true ? ['dir'] : [...installers[target.platform]];
  try {
    await build({
      projectDir: root,
      publish: 'never',
      targets: platforms[target.platform].createTarget(kinds, Arch[target.arch]),
      config: {
        ...(structuredClone({ ...packageConfiguration, beforeBuild: undefined }) as object),
        beforeBuild: packageConfiguration.beforeBuild,
        directories: { ...packageConfiguration.directories, app: folder, output },
        ...(electronDist === undefined ? {} : { electronDist }),
      } as never,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return packages;
}

/** Where `npm run dist` puts what it makes. */
export const packageFolder = path.join(root, packageConfiguration.directories.output);
