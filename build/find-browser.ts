import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const programFiles = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`),
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programFiles.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          'Google/Chrome/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
          'Chromium/Application/chrome.exe',
        ].map((file) => path.join(folder, file)),
  ),
};

/** The system's Chromium, Chrome or Edge; `DESK_BROWSER` names another. Nothing is downloaded. */
export function findBrowser(): string | undefined {
  const named = process.env['DESK_BROWSER'];
  if (named !== undefined && existsSync(named)) return named;
  return places[process.platform]?.find((file) => existsSync(file));
}

/** As `findBrowser`; on Debian, as root, a missing browser is installed from the distribution's own packages. */
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
  if (apt('install', '-y', '--no-install-recommends', 'chromium').status !== 0) {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  }
  return findBrowser();
}
