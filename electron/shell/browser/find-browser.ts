import { existsSync } from 'node:fs';
import path from 'node:path';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
};

const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macNames = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windowsFiles = [
  'Microsoft/Edge/Application/msedge.exe',
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
];

function places({ platform, env }: Machine): readonly string[] {
  if (platform === 'linux') {
    return linuxNames.flatMap((name) =>
      ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`),
    );
  }
  if (platform === 'darwin') return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform !== 'win32') return [];
  const folders = [env['PROGRAMFILES(X86)'], env['PROGRAMFILES'], env['LOCALAPPDATA']];
  return folders.flatMap((folder) =>
    folder === undefined ? [] : windowsFiles.map((file) => path.win32.join(folder, file)),
  );
}

/** The machine's own Chromium, Chrome or Edge (they open a page as a window of its own); `DESK_BROWSER` names another. */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env['DESK_BROWSER'];
  if (named !== undefined && machine.exists(named)) return named;
  return places(machine).find((file) => machine.exists(file));
}
