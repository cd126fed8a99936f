import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, renameSync } from 'node:fs';
import type { Starter } from './update.ts';

/** Starts an installer that was proven: how it ended, or 0 where nobody can wait for that. Never run on a system so far. */
export const startInstaller: Starter = (installer, kind) => {
  if (kind === 'nsis') {
    // It ends this program before it replaces it, so nobody waits for it.
    const child = spawn(installer, ['/S'], { detached: true, stdio: 'ignore' });
    child.unref();
    return child.pid === undefined ? 1 : 0;
  }
  if (kind === 'deb') return spawnSync('/usr/bin/dpkg', ['--install', installer], { stdio: 'ignore' }).status ?? 1;
  const image = process.env['APPIMAGE'];
  if (image === undefined) return 1;
  const beside = `${image}.arriving`;
  copyFileSync(installer, beside);
  chmodSync(beside, 0o755);
  renameSync(beside, image);
  return 0;
};
