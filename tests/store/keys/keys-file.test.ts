import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultSentence, isFault } from '../../../electron/contract/base/fault.ts';
import { newFileKey } from '../../../electron/store/file/opening/sealed.ts';
import {
  type Keys,
  type KeysContent,
  isVouchedFor,
  keysText,
  parseKeys,
  readKeys,
  writeKeys,
} from '../../../electron/store/keys/keys-file.ts';
import { type MadeSlot, makeSlot, openSeal, openSlot, sealFor } from '../../../electron/store/keys/slots.ts';
import { newFolder } from '../../support/desk/folder.ts';

const office = { unitName: 'Phường A', centreName: 'Trung tâm', deskName: 'Quầy 1', deskCode: 'Q1', practice: true };
const fileKey = newFileKey();
let made: MadeSlot;
let content: KeysContent;

beforeAll(async () => {
  made = await makeSlot('clerk', 'Quay-Mot-Cua-1', true);
  content = {
    format: 1,
    office,
    files: [{ salt: fileKey.salt.toString('base64url'), seals: [sealFor(fileKey, made.keys)] }],
    accounts: [made.slot],
  };
});

function parsed(text = keysText(content, fileKey.key)): Keys {
  const keys = parseKeys(text);
  if (isFault(keys)) throw new Error(JSON.stringify(keys));
  return keys;
}

function changed(change: (keys: any) => void): unknown {
  const keys = JSON.parse(keysText(content, fileKey.key));
  change(keys);
  return parseKeys(JSON.stringify(keys));
}

test('a password opens its slot, the slot its seal, the seal the file’s key', async () => {
  const keys = parsed();
  const [slot] = keys.accounts;
  const [file] = keys.files;
  const seed = await openSlot(slot!, 'Quay-Mot-Cua-1');
  expect(openSeal(file!, seed!, slot!.keyId)).toEqual(fileKey);
  expect(await openSlot(slot!, 'Quay-Mot-Cua-2')).toBeUndefined();
  expect(openSeal(file!, randomBytes(32), slot!.keyId)).toBeUndefined();
  expect(openSeal({ ...file!, seals: [] }, seed!, slot!.keyId)).toBeUndefined();
});

test('a slot taken to another name, or a seal to another file, opens nothing', async () => {
  const { slot } = made;
  expect(await openSlot({ ...slot, username: 'admin' }, 'Quay-Mot-Cua-1')).toBeUndefined();
  expect(await openSlot({ ...slot, keyId: '0'.repeat(32) }, 'Quay-Mot-Cua-1')).toBeUndefined();
  expect(await openSlot({ ...slot, kdf: { ...slot.kdf, ln: 16 } }, 'Quay-Mot-Cua-1')).toBeUndefined();
  const seed = await openSlot(slot, 'Quay-Mot-Cua-1');
  const other = { ...content.files[0]!, salt: randomBytes(16).toString('base64url') };
  expect(openSeal(other, seed!, slot.keyId)).toBeUndefined();
});

test('nobody without the file’s key can write a key file that is believed', () => {
  const keys = parsed();
  expect(isVouchedFor(keys, fileKey.key)).toBe(true);
  expect(isVouchedFor(keys, newFileKey().key)).toBe(false);
  expect(isVouchedFor({ ...keys, accounts: [] }, fileKey.key)).toBe(false);
  expect(isVouchedFor({ ...keys, office: { ...office, deskCode: 'Q2' } }, fileKey.key)).toBe(false);
});

describe('a key file that is not ours is refused at its place, and nothing of it is quoted', () => {
  test.each([
    ['a cost that would take a gigabyte', (keys: any) => (keys.accounts[0].kdf.ln = 30), 'accounts.0.kdf'],
    ['a cost that guesses for nothing', (keys: any) => (keys.accounts[0].kdf.ln = 10), 'accounts.0.kdf'],
    ['a box that is cut', (keys: any) => (keys.files[0].seals[0].box = 'AAAA'), 'files.0.seals.0.box'],
    ['no file', (keys: any) => (keys.files = []), 'files'],
    ['a field that is not ours', (keys: any) => (keys.role = 'admin'), ''],
    ['another format', (keys: any) => (keys.format = 'x'), 'format'],
  ])('%s', (_name, change, reason) => {
    expect(changed(change)).toEqual({ fault: 'keys-damaged', data: { reason } });
  });

  test('one of a later version asks for that version', () => {
    expect(changed((keys) => (keys.format = 2))).toEqual({ fault: 'store-newer', data: { version: 2 } });
  });

  test('whatever text, an answer and no throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseKeys(text)).toMatchObject({ fault: expect.stringMatching(/^(keys-damaged|store-newer)$/) });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('each has a sentence in both languages', () => {
    for (const code of ['keys-damaged', 'keys-foreign'] as const) {
      expect(faultSentence(code, { reason: 'json', path: 'x' }, 'vi')).toContain('keys.json');
      expect(faultSentence(code, { reason: 'json', path: 'x' }, 'en')).toContain('keys.json');
    }
  });
});

describe('two copies in the folder', () => {
  const text = () => keysText(content, fileKey.key);

  test('either of them is enough', () => {
    const folder = newFolder();
    writeKeys(folder, text());
    rmSync(path.join(folder, 'keys.json'));
    expect(readKeys(folder, fileKey.salt)).toEqual(parsed());
    writeKeys(folder, text());
    writeFileSync(path.join(folder, 'keys.json'), '{');
    expect(readKeys(folder, fileKey.salt)).toEqual(parsed());
  });

  test('both damaged, both of another file, none', () => {
    const folder = newFolder();
    expect(readKeys(folder, fileKey.salt)).toEqual({ fault: 'keys-damaged', data: { reason: 'missing' } });
    writeKeys(folder, text());
    expect(readKeys(folder, randomBytes(16))).toMatchObject({ fault: 'keys-foreign' });
    writeKeys(folder, 'x');
    expect(readKeys(folder, fileKey.salt)).toEqual({ fault: 'keys-damaged', data: { reason: 'json' } });
    writeKeys(folder, 'x'.repeat(300_000));
    expect(readKeys(folder, fileKey.salt)).toEqual({ fault: 'keys-damaged', data: { reason: 'size' } });
  });

  test.skipIf(process.platform === 'win32')('one that is a pipe is told, and not waited for', () => {
    const folder = newFolder();
    execFileSync('mkfifo', [path.join(folder, 'keys.json')]);
    expect(readKeys(folder, new Uint8Array(16))).toEqual({ fault: 'keys-damaged', data: { reason: 'no file' } });
  });

  test('a kill at each step of writing leaves keys that open', () => {
    const steps = ['written keys.json', 'placed keys.json', 'written keys-2.json', 'placed keys-2.json'];
    const newer = keysText({ ...content, accounts: [] }, fileKey.key);
    for (const last of steps) {
      const folder = newFolder();
      writeKeys(folder, text());
      const write = () =>
        writeKeys(folder, newer, (step) => {
          if (step === last) throw new Error('the plug');
        });
      expect(write).toThrow('the plug');
      const found = readKeys(folder, fileKey.salt);
      expect(found).toEqual(last === steps[0] ? parsed() : parsed(newer));
      // What is left over of it is in nobody's way.
      writeKeys(folder, newer);
      expect(readFileSync(path.join(folder, 'keys-2.json'), 'utf8')).toBe(newer);
    }
  });

  test('of two that differ, the one that names this file', () => {
    const folder = newFolder();
    writeKeys(folder, text());
    const other = { ...content, files: [{ ...content.files[0]!, salt: randomBytes(16).toString('base64url') }] };
    writeFileSync(path.join(folder, 'x'), keysText(other, fileKey.key));
    renameSync(path.join(folder, 'x'), path.join(folder, 'keys.json'));
    expect(readKeys(folder, fileKey.salt)).toEqual(parsed());
  });
});
