import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { share, shareBelow } from '../../electron/disk/shared.ts';
import { createLogFile } from '../../electron/shell/log/log-file.ts';
import { writeHolder } from '../../electron/store/file/opening/lock.ts';
import { closeToOthers } from '../../electron/store/file/opening/rights.ts';
import { openWitness } from '../../electron/store/file/opening/witness.ts';
import { newFolder } from '../support/desk/folder.ts';

/**
 * In the folder of a machine's register several accounts of it write. One of them lays a link under a name that the desk is about to write: it leads to a file of the
 * colleague who opens the desk next, or of root who looks after it.
 */
describe.runIf(process.platform !== 'win32')('a link that another account laid into the shared folder', () => {
  const words = 'of somebody else\n';
  let folder = '';
  let theirs = '';
  beforeEach(() => {
    folder = newFolder();
    chmodSync(folder, 0o2770);
    theirs = path.join(newFolder(), 'theirs');
    writeFileSync(theirs, words);
    chmodSync(theirs, 0o644);
  });

  function lay(name: string): string {
    const link = path.join(folder, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(theirs, link);
    return link;
  }

  function isUntouched(): void {
    expect(readFileSync(theirs, 'utf8')).toBe(words);
    expect(statSync(theirs).mode & 0o7777).toBe(0o644);
  }

  test('where who has the folder open is noted', () => {
    lay('open-in.txt');
    writeHolder(folder, 'máy 1');
    isUntouched();
  });

  test('where the log is written: it is taken away, and the log is not silent for it', () => {
    const link = lay('log/desk.log');
    const log = createLogFile({ folder: path.join(folder, 'log'), now: () => 0 });
    log.write('start');
    isUntouched();
    expect(lstatSync(link).isFile()).toBe(true);
    expect(readFileSync(link, 'utf8')).toContain('"start"');
    // Laid anew under the open desk, nothing is written through it either.
    rmSync(link);
    symlinkSync(theirs, link);
    log.write('later');
    isUntouched();
    log.write('later');
    expect(readFileSync(link, 'utf8')).toContain('"later"');
  });

  test('where the witness stands: it says nothing there, and the desk is told', () => {
    const told: unknown[] = [];
    const link = lay('machine/witness');
    const witness = openWitness({ readFrom: [link], writeTo: () => link, failed: (error) => void told.push(error) });
    witness.note({ desk: 'x', seq: 1, hash: 'a', marks: [] }, 'at-once');
    witness.close();
    isUntouched();
    expect(told.length).toBeGreaterThan(0);
  });

  test('what it leads to is given to no group, and not shut for those who read it', () => {
    share(lay('keys.json'));
    shareBelow(folder);
    isUntouched();
    for (const name of ['desk.sqlite', 'desk.sqlite-wal']) {
      const link = lay(name);
      expect(closeToOthers(folder)).toBe(path.join(folder, 'desk.sqlite'));
      expect(existsSync(link)).toBe(true);
      isUntouched();
    }
  });
});
