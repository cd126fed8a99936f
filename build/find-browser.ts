import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../electron/shell/browser/find-browser.ts';

/** The browser for the journeys: the system's own. On Debian, as root, a missing one is installed from the distribution's packages. */
export function getBrowser(): string {
  const found = findBrowser() ?? (canInstall() ? installChromium() : undefined);
  if (found !== undefined) return found;
  throw new Error('No Chromium, Chrome or Edge found: install one, or name it in DESK_BROWSER.');
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installChromium(): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words: string[]) => spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium').status === 0;
  if (!install()) {
    apt('update');
    install();
  }
  return findBrowser();
}
