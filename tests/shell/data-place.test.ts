import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { incomingTo, movedFrom, takeOver } from '../../electron/desk/opening/take-over.ts';
import { type Folders, findDataPlace, foldersOf } from '../../electron/shell/data-place.ts';
import { machineFolderOf, sharedDataFolder } from '../../electron/shell/places.ts';
import { lockFolder } from '../../electron/store/file/opening/lock.ts';
import { newFolder } from '../support/desk/folder.ts';

let root = '';
let folders: Folders & { shared: string };

beforeEach(() => {
  root = newFolder();
  folders = {
    account: path.join(root, 'account'),
    shared: path.join(root, 'machine/data'),
    mayWrite: () => true,
    witness: (folder) =>
      path.join(root, folder === path.join(root, 'account') ? 'state' : 'machine/state', 'w.witness'),
  };
});

/** A folder as one finds it with a register: whatever is in the file, for nothing here opens it. */
function putRegister(folder: string, text = 'a register of six hundred bytes '.repeat(20)): void {
  mkdirSync(path.join(folder, 'sao-luu/one'), { recursive: true });
  mkdirSync(path.join(folder, 'window-profile'));
  for (const [name, content] of [
    ['desk.sqlite', text],
    ['desk.sqlite-wal', 'the log'],
    ['keys.json', '{}'],
    ['sao-luu/one/desk.sqlite', 'an older one'],
    ['window-profile/Cookies', 'of the window'],
  ] as const)
    writeFileSync(path.join(folder, name), content);
}

function makeShared(): void {
  mkdirSync(folders.shared, { recursive: true });
  chmodSync(folders.shared, 0o2770);
}

const has = (folder: string) => existsSync(path.join(folder, 'desk.sqlite'));
const refusalOf = (found: ReturnType<typeof findDataPlace>) => ('refused' in found ? found.refused : undefined);

describe('where the register of a machine is', () => {
  test('without a folder for all accounts it is this account’s own', () => {
    expect(findDataPlace(folders)).toEqual({ dataFolder: folders.account, profileFolder: folders.account });
    expect(findDataPlace({ ...folders, shared: null })).toMatchObject({ dataFolder: folders.account });
    expect(existsSync(folders.account)).toBe(false);
  });

  test('with one it is there, for whoever starts it; the window’s own stays with the account', () => {
    makeShared();
    const there = { dataFolder: folders.shared, profileFolder: folders.account };
    expect(findDataPlace(folders)).toEqual(there);
    putRegister(folders.shared);
    expect(findDataPlace(folders)).toEqual(there);
  });

  test('two registers: neither is opened, and both are named', () => {
    makeShared();
    putRegister(folders.shared);
    putRegister(folders.account);
    const refused = refusalOf(findDataPlace(folders));
    for (const text of [refused?.vi, refused?.en]) {
      expect(text).toContain(folders.account);
      expect(text).toContain(folders.shared);
    }
    expect(movedFrom(folders.account)).toBe(null);
  });

  test('an account without a right to it is told to ask for one, and nothing of its own is opened', () => {
    makeShared();
    putRegister(folders.account);
    expect(refusalOf(findDataPlace({ ...folders, mayWrite: () => false }))?.en).toContain('has no right');
    expect([movedFrom(folders.account), has(folders.shared)]).toEqual([null, false]);
  });

  test('whether it has the right is asked of the system', () => {
    const { mayWrite } = foldersOf();
    expect([mayWrite(root), mayWrite(path.join(root, 'nothing-here'))]).toEqual([true, false]);
  });

  test('a command moves nothing: it says that the register has yet to move', () => {
    makeShared();
    putRegister(folders.account);
    expect(refusalOf(findDataPlace(folders, false))?.en).toContain('has not moved');
    expect([has(folders.account), has(folders.shared), existsSync(path.join(folders.shared, '.incoming'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['linux', {}, '/var/lib/mot-cua-desk/data', '/var/lib/mot-cua-desk/machine'],
    ['win32', { PROGRAMDATA: '/p' }, '/p/MotCuaDesk/data', '/p/MotCuaDesk'],
    ['darwin', {}, null, null],
  ] as const)('%s: %s', (platform, env, shared, machineFolder) => {
    const machine = { platform, env, home: '/h' };
    expect(sharedDataFolder(machine)).toBe(shared);
    expect(foldersOf(machine).shared).toBe(shared);
    if (shared === null) return;
    // One witness for all accounts: each with its own would pass numbers over at every change of account.
    expect(machineFolderOf(shared, machine)).toBe(machineFolder);
    expect(foldersOf(machine).witness(shared)).toMatch(new RegExp(`^${machineFolder}/[0-9a-f]{32}\\.witness$`));
  });
});

describe('a register that an account had moves into the folder of the machine', () => {
  beforeEach(() => {
    makeShared();
    putRegister(folders.account);
    mkdirSync(path.dirname(folders.witness(folders.account)));
    writeFileSync(folders.witness(folders.account), 'what the witness saw');
  });

  function expectMoved(): void {
    expect(readFileSync(path.join(folders.shared, 'desk.sqlite'), 'utf8')).toContain('six hundred bytes');
    expect(readdirSync(folders.shared).toSorted()).toEqual(
      ['desk.sqlite', 'desk.sqlite-wal', 'keys.json', 'lock.sqlite', 'sao-luu'].toSorted(),
    );
    expect(readFileSync(path.join(folders.shared, 'sao-luu/one/desk.sqlite'), 'utf8')).toBe('an older one');
    expect(readFileSync(folders.witness(folders.shared), 'utf8')).toBe('what the witness saw');
    expect(movedFrom(folders.account)).toBe(folders.shared);
    expect(incomingTo(folders.shared)).toBe(null);
    if (process.platform !== 'win32')
      expect(statSync(path.join(folders.shared, 'sao-luu/one/desk.sqlite')).mode & 0o777).toBe(0o660);
  }

  test('whole, with its witness, and with a sentence that says where both are', () => {
    const found = findDataPlace(folders);
    expect(found).toMatchObject({ dataFolder: folders.shared, profileFolder: folders.account });
    expect('said' in found && found.said?.vi).toContain(folders.shared);
    expectMoved();
    // The old files stay, and are no register any more.
    expect(has(folders.account)).toBe(true);
    expect(findDataPlace(folders)).toEqual({ dataFolder: folders.shared, profileFolder: folders.account });
  });

  const steps: string[] = [];
  test('its steps', () => {
    const witness = { from: folders.witness(folders.account), to: folders.witness(folders.shared) };
    expect(takeOver({ from: folders.account, to: folders.shared, witness, step: (name) => steps.push(name) })).toBe(
      null,
    );
    expect(steps).toEqual([
      'copied',
      'marked',
      ...['desk.sqlite-wal', 'keys.json', 'sao-luu', 'desk.sqlite'].map((name) => `placed ${name}`),
      'done',
    ]);
  });

  test.each([
    'copied',
    'marked',
    'placed desk.sqlite-wal',
    'placed keys.json',
    'placed sao-luu',
    'placed desk.sqlite',
    'done',
  ])('stopped after «%s»: no second register opens, another account waits, and the next start ends it', (last) => {
    const witness = { from: folders.witness(folders.account), to: folders.witness(folders.shared) };
    class Killed extends Error {}
    const stopped = takeOver({
      from: folders.account,
      to: folders.shared,
      witness,
      step: (name) => {
        if (name === last) throw new Killed(name);
      },
    });
    expect(stopped).toMatchObject({ fault: 'store-unusable', data: { reason: last } });
    const isOver = last === 'done';
    const other: Folders = { ...folders, account: path.join(root, 'other') };
    if (!isOver) expect(refusalOf(findDataPlace(other))?.en).toContain('on its way');
    expect(findDataPlace(folders)).toMatchObject({ dataFolder: folders.shared });
    expectMoved();
    expect(findDataPlace(other)).toMatchObject({ dataFolder: folders.shared });
  });

  test('stopped while it is copied: it is copied anew, and nothing of the half is left', () => {
    mkdirSync(path.join(folders.shared, '.incoming'));
    writeFileSync(path.join(folders.shared, '.incoming/desk.sqlite'), 'half');
    expect(incomingTo(folders.shared)).toEqual({ from: undefined });
    expect(findDataPlace(folders)).toMatchObject({ dataFolder: folders.shared });
    expectMoved();
  });

  test.each(['account', 'shared'] as const)('not while the folder of the %s is open', (which) => {
    const lock = lockFolder(folders[which]);
    try {
      expect(refusalOf(findDataPlace(folders))?.en).toContain('could not be moved');
      expect([movedFrom(folders.account), has(folders.shared)]).toEqual([null, false]);
    } finally {
      lock.release();
    }
    expect(findDataPlace(folders)).toMatchObject({ dataFolder: folders.shared });
    expectMoved();
  });

  test('the folder of the machine taken away afterwards does not bring the old register back', () => {
    findDataPlace(folders);
    const refused = refusalOf(findDataPlace({ ...folders, shared: path.join(root, 'gone/data') }));
    expect(refused?.en).toContain('not opened');
    expect(refused?.vi).toContain(folders.shared);
  });

  test('a mark that cannot be read is a mark', () => {
    writeFileSync(path.join(folders.account, 'moved.json'), '{');
    expect(refusalOf(findDataPlace({ ...folders, shared: null }))?.en).toContain('moved to ?');
  });
});
