import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../../electron/disk/durable.ts';
import { makeFolder, makeFolders, share, shareBelow } from '../../electron/disk/shared.ts';
import { newFolder } from '../support/desk/folder.ts';

const modeOf = (file: string) => statSync(file).mode & 0o7777;
function sharedFolder(): string {
  const folder = newFolder();
  chmodSync(folder, 0o2770);
  return folder;
}

// Windows hands rights down by itself: there nothing is set.
describe.runIf(process.platform !== 'win32')('a folder that an installer gave to a group', () => {
  test('what is written into it is the group’s, and nobody else’s', () => {
    const folder = sharedFolder();
    const file = path.join(folder, 'keys.json');
    writeWhole(file, '{}');
    expect(modeOf(file)).toBe(0o660);
    const deep = path.join(folder, 'sao-luu/one');
    makeFolder(deep);
    expect([modeOf(path.join(folder, 'sao-luu')), modeOf(deep)]).toEqual([0o2770, 0o2770]);
    writeWhole(path.join(deep, 'manifest.json'), '{}');
    expect(modeOf(path.join(deep, 'manifest.json'))).toBe(0o660);
  });

  test('what others made in it with modes of their own is given too, and only to the group', () => {
    const folder = sharedFolder();
    mkdirSync(path.join(folder, 'pdf'), { mode: 0o700 });
    for (const [name, mode] of [
      ['desk.sqlite', 0o600],
      ['pdf/a.pdf', 0o600],
      ['open', 0o666],
    ] as const) {
      writeFileSync(path.join(folder, name), '');
      chmodSync(path.join(folder, name), mode);
    }
    shareBelow(folder);
    expect(['desk.sqlite', 'pdf', 'pdf/a.pdf', 'open'].map((name) => modeOf(path.join(folder, name)))).toEqual([
      0o660, 0o2770, 0o660, 0o660,
    ]);
  });

  test.each([0o700, 0o750, 0o770, 0o2750, 0o777])(
    'a folder of mode %o is no such folder: its files stay the owner’s',
    (mode) => {
      const folder = newFolder();
      chmodSync(folder, mode);
      const file = path.join(folder, 'keys.json');
      writeWhole(file, '{}');
      makeFolder(path.join(folder, 'below'));
      share(file);
      shareBelow(folder);
      expect(modeOf(file) & 0o077).toBe(0);
      expect(modeOf(path.join(folder, 'below')) & 0o077).toBe(0);
    },
  );
});

describe('folders that are missing', () => {
  test('are made one below the other, and told; what is there is left', () => {
    const folder = newFolder();
    const deep = path.join(folder, 'a/b/c');
    expect(makeFolders(deep)).toEqual([path.join(folder, 'a'), path.join(folder, 'a/b'), deep]);
    expect(makeFolders(deep)).toEqual([]);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test('where a file stands in the way it is said', () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolders(file)).toThrow('EEXIST');
    expect(() => makeFolders(path.join(file, 'below'))).toThrow(/ENOTDIR|ENOENT/);
  });

  // Node's own recursion never comes back from there.
  test.runIf(process.platform === 'linux')('a file system that knows no such name is asked once', () => {
    expect(() => makeFolders('/proc/none/below')).toThrow('ENOENT');
  });
});
