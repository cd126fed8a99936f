import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../electron/shell/browser/find-browser.ts';

/** What tests need of the system, for npm cannot bring it (ADR 0012): Debian's packages, and what of each is looked for. */
const services: readonly (readonly [name: string, needs: Readonly<Record<string, () => boolean>>])[] = [
  ['Chromium', { chromium: () => findBrowser() !== undefined }],
  [
    'CUPS',
    {
      cups: () => findTool('cupsd') !== undefined,
      'cups-client': () => ['lp', 'lpstat', 'lpadmin'].every((tool) => findTool(tool) !== undefined),
      'cups-ipp-utils': () => findTool('ipptool') !== undefined,
    },
  ],
];

/** Where a system tool is, in PATH or in the system folders that are not in it. */
export function findTool(name: string): string | undefined {
  const places = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return places.map((place) => path.join(place, name)).find((file) => existsSync(file));
}

function missingOf(needs: Readonly<Record<string, () => boolean>>): string[] {
  return Object.entries(needs).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
}

/** Why the tests of a service cannot run here, with what to install; undefined where nothing is missing. */
export function findMissing(service: 'Chromium' | 'CUPS'): string | undefined {
  const missing = missingOf(Object.fromEntries(services)[service] ?? {});
  if (missing.length === 0) return undefined;
  const others = service === 'Chromium' ? ' (or Chrome or Edge, or name one in DESK_BROWSER)' : '';
  return `${service} is not here: apt-get install ${missing.join(' ')}${others}`;
}

/** Installs what is missing from the distribution's packages, as root where there is apt-get; elsewhere it does nothing. */
export function installMissing(): void {
  if (process.getuid?.() !== 0 || findTool('apt-get') === undefined) return;
  const wanted = services.map(([, needs]) => missingOf(needs)).filter((missing) => missing.length > 0);
  if (wanted.length === 0) return;
  process.stdout.write(`tools: apt-get installs ${wanted.flat().join(' ')}\n`);
  apt('update', '-q');
  // Each service by itself: one that the distribution does not have takes no other with it.
  for (const packages of wanted) apt('install', '-qy', '--no-install-recommends', ...packages);
}

function apt(...words: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (done.status !== 0) process.stdout.write(`tools: apt-get ${words.join(' ')} failed: ${done.stderr.trim()}\n`);
}
