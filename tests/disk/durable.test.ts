import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shredFolder, writeWhole } from '../../electron/disk/durable.ts';
import { newFolder } from '../support/desk/folder.ts';

describe('a file that is there whole or not at all', () => {
  test('replaces what was there, for its owner only', () => {
    const folder = newFolder();
    const file = path.join(folder, 'receipt.pdf');
    writeFileSync(file, 'the old and longer content');
    writeWhole(file, Buffer.from('%PDF'));
    expect(readFileSync(file, 'utf8')).toBe('%PDF');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['receipt.pdf']);
  });

  test('where it cannot be put, nothing half stays behind', () => {
    const folder = newFolder();
    mkdirSync(path.join(folder, 'taken/full'), { recursive: true });
    expect(() => writeWhole(path.join(folder, 'taken'), Buffer.from('%PDF'))).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

test('a folder that is shredded is gone with all that is in it; one that is not there is gone already', () => {
  const folder = newFolder();
  mkdirSync(path.join(folder, 'kept/deeper'), { recursive: true });
  writeFileSync(path.join(folder, 'kept/deeper/desk.sqlite'), 'NGUYỄN THỊ ĐẶNG ÁNH');
  for (const _twice of [1, 2]) shredFolder(path.join(folder, 'kept'));
  expect(readdirSync(folder)).toEqual([]);
});
