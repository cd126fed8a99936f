import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type MachineSeen,
  type SelfCheck,
  diskEncryption,
  selfTest,
} from '../../../electron/desk/support/self-test.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { fakePrinter, monday, portsOf } from '../../support/desk/test-desk.ts';

const vietnam: MachineSeen = {
  platform: 'linux',
  zoneOffset: -420,
  node: '24.21.0',
  read: () => undefined,
  list: () => [],
};

async function tested(
  folder: string | null,
  machine: Partial<MachineSeen> = {},
  resources?: string,
): Promise<ReadonlyMap<string, SelfCheck>> {
  const ports = portsOf(newFolder(), { at: monday }, fakePrinter(), []);
  const given = resources === undefined ? ports : { ...ports, resourcesFolder: resources };
  const found = new Map<string, SelfCheck>();
  for await (const said of selfTest({ ...given, machineFolder: newFolder() }, { ...vietnam, ...machine }, folder))
    found.set(said.check, said);
  return found;
}

test('a machine that can do everything says so, thing by thing, in two languages, and keeps nothing', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o700);
  const found = await tested(folder);
  expect([...found.keys()]).toEqual([
    'runtime',
    'crypto',
    'driver',
    'lists',
    'forms',
    'folder',
    'witness',
    'printers',
    'time-zone',
    'disk-encryption',
  ]);
  for (const { check, ok, vi, en } of found.values()) {
    expect(ok, `${check}: ${en}`).not.toBe(false);
    expect([vi.length, en.length].every((length) => length > 5)).toBe(true);
  }
  expect(found.get('driver')).toMatchObject({ ok: true });
  expect(found.get('crypto')).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, string, () => ReturnType<typeof tested>]>([
  ['an old Node', 'runtime', () => tested(null, { node: '20.19.0' })],
  ['a folder that is not there', 'folder', () => tested(path.join(newFolder(), 'gone'))],
  [
    'a folder that everybody may enter',
    'folder',
    () => {
      const folder = newFolder();
      chmodSync(folder, 0o755);
      return tested(folder);
    },
  ],
  ['lists that are missing', 'lists', () => tested(null, {}, newFolder())],
  [
    'a form that is broken',
    'forms',
    () => {
      const resources = newFolder();
      mkdirSync(path.join(resources, 'forms'));
      writeFileSync(path.join(resources, 'forms/mau-01.json'), '{');
      return tested(null, {}, resources);
    },
  ],
])('%s is told as wrong', async (_what, check, look) => {
  expect((await look()).get(check)).toMatchObject({ ok: false });
});

test('what nobody can tell is neither right nor wrong', async () => {
  const found = await tested(null, { zoneOffset: 0, platform: 'win32' });
  for (const check of ['folder', 'time-zone', 'disk-encryption'])
    expect(found.get(check), check).toMatchObject({ ok: null });
});

describe('whether the disk is encrypted, as Linux tells it', () => {
  const mounts = [
    '21 1 253:0 / / rw - ext4 /dev/vda rw',
    '22 21 254:3 / /data rw - ext4 /dev/mapper/data rw',
    '23 21 0:30 / /tmp rw - tmpfs tmpfs rw',
  ].join('\n');
  const files: Readonly<Record<string, string>> = {
    '/proc/self/mountinfo': mounts,
    '/sys/dev/block/254:3/dm/uuid': 'LVM-abc\n',
    '/sys/dev/block/254:3/slaves/dm-0/dm/uuid': 'CRYPT-LUKS2-abc\n',
  };
  const folders: Readonly<Record<string, readonly string[]>> = {
    '/sys/dev/block/253:0/': ['size'],
    '/sys/dev/block/254:3/': ['dm', 'slaves'],
    '/sys/dev/block/254:3/slaves': ['dm-0'],
  };
  const machine = { ...vietnam, read: (file: string) => files[file], list: (folder: string) => folders[folder] ?? [] };

  test.each([
    ['/data/office', true, 'LUKS'],
    ['/srv/office', null, 'not encrypted'],
    ['/database', null, 'not encrypted'],
    ['/tmp/office', null, 'cannot be told'],
  ])('%s: %s', (folder, ok, said) => {
    const found = diskEncryption(folder, machine);
    expect(found.ok).toBe(ok);
    expect(found.en).toContain(said);
  });
});
