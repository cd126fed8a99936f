import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../check/source-files.ts';
import { packageConfiguration } from './package.ts';

const script = readFileSync(path.join(root, packageConfiguration.deb.afterInstall), 'utf8');

/** Runs the script as dpkg would, in a folder that stands for the whole system; programs of the system only say that they were called. */
function install(folder: string): string[] {
  const bin = path.join(folder, 'bin');
  const said = path.join(folder, 'said');
  mkdirSync(bin, { recursive: true });
  for (const [name, code] of [
    ['getent', 2],
    ['groupadd', 0],
    ['chown', 0],
    ['update-desktop-database', 1],
  ] as const) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\necho "${name} $*" >> '${said}'\nexit ${code}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  for (const one of ['var/lib', 'opt/Desk', 'usr/bin']) mkdirSync(path.join(folder, one), { recursive: true });
  writeFileSync(path.join(folder, 'opt/Desk/chrome-sandbox'), '');
  const here = script
    .replaceAll('${sanitizedProductName}', 'Desk')
    .replaceAll('${executable}', 'mot-cua-desk')
    .replace(/(?<=[ '"])\/(var|opt|usr)\//g, `${folder}/$1/`);
  execFileSync('/bin/sh', ['-c', here], { env: { PATH: `${bin}:${process.env['PATH']}` } });
  return readFileSync(said, 'utf8').trimEnd().split('\n');
}

// The script is Debian's; on Windows there is no shell to read it.
test.runIf(process.platform !== 'win32')(
  'the Debian package makes the folder of the machine, the group’s alone',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'installed-'));
    const said = install(folder);
    const data = path.join(folder, 'var/lib/mot-cua-desk/data');
    expect(statSync(data).mode & 0o7777).toBe(0o2770);
    expect(said).toContain('groupadd --system mot-cua-desk');
    expect(said.filter((line) => line.startsWith('chown root:mot-cua-desk '))).toHaveLength(3);
    // Installed again over a register: what IT set, and what lies there, stays.
    writeFileSync(path.join(data, 'desk.sqlite'), 'a register');
    chmodSync(data, 0o2750);
    install(folder);
    expect([statSync(data).mode & 0o7777, readFileSync(path.join(data, 'desk.sqlite'), 'utf8')]).toEqual([
      0o2750,
      'a register',
    ]);
  },
);

test('the folder of the installers is the one that the desk looks for', () => {
  expect(script).toContain('/var/lib/mot-cua-desk/data');
  const windows = readFileSync(path.join(root, packageConfiguration.nsis.include), 'utf8');
  expect(windows).toContain(String.raw`CreateDirectory "$R0\MotCuaDesk\data"`);
  // Nobody but the three: no right for users or everybody stands in it.
  expect([...windows.matchAll(/(\S+):\(OI\)\(CI\)/g)].map(([, who]) => who)).toEqual([
    '*S-1-5-18',
    '*S-1-5-32-544',
    'Desk"',
  ]);
  expect(windows).toContain('/inheritance:r');
  // By the system's own programs and no other of the name; and no folder stays the one's who made it before.
  const called = [...windows.matchAll(/ExecToLog '(\S+)/g)].map(([, program]) => program);
  expect(new Set(called)).toEqual(new Set([String.raw`"$SYSDIR\net.exe"`, String.raw`"$SYSDIR\icacls.exe"`]));
  expect(windows.match(/\/setowner \*S-1-5-32-544/g)).toHaveLength(2);
});
