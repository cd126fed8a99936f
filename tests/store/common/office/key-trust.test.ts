import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import { canonicalJson } from '../../../../electron/domain/base/canonical-json.ts';
import type { EntryBody, Subject } from '../../../../electron/domain/entries/entry.ts';
import { type Stood, signedText } from '../../../../electron/domain/entries/signed.ts';
import { publicKeysOf, signWith } from '../../../../electron/store/keys/primitives.ts';
import { halvesOf } from '../../../../electron/store/keys/slots.ts';
import { keyTrust } from '../../../../electron/store/common/office/key-trust.ts';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { type Store, openStore } from '../../../../electron/store/store.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { forgedDesk, subjects } from '../../../support/desk/forged-desk.ts';
import { monday } from '../../../support/desk/test-desk.ts';

/** The attacks of somebody who has the file's key and writes entries with another program: everything but a signature is theirs to make. */

let store: Store;
let seq = 0;
const seeds = new Map<string, Buffer>();

beforeEach(() => {
  const opened = openStore({ folder: newFolder(), holder: 'a test', random: (size) => Buffer.alloc(size, (seq += 1)) });
  if (isFault(opened)) throw new Error(opened.fault);
  store = opened;
  seeds.clear();
  for (const [name, role] of [
    ['an', 'admin'],
    ['binh', 'supervisor'],
    ['tu', 'clerk'],
  ] as const)
    join(name, role);
  seeds.set('', seedOf('paper'));
  tell({ kind: 'office' }, { type: 'recovery-key-made', ...halves('paper') });
  tell({ kind: 'office' }, { type: 'two-persons-begun', persons: ['an', 'binh'] });
});
afterEach(() => store.close());

function seedOf(name: string): Buffer {
  return Buffer.alloc(32, name);
}

function halves(name: string) {
  return halvesOf(publicKeysOf(seedOf(name)));
}

function of(username: string): Subject {
  return { kind: 'account', username };
}

function tell(subject: Subject, event: EntryBody): void {
  store.write(null, monday, (tx) => tx.append(subject, event));
}

function join(name: string, role: Role, fullName = `Nguyễn ${name}`): void {
  tell(of(name), { type: 'account-added', fullName, role });
  tell(of(name), { type: 'account-key', ...halves(name) });
  seeds.set(name, seedOf(name));
}

/** The entry with signatures of these people, under the keys they have now; '' is the key on paper. */
function signed<E extends EntryBody>(subject: Subject, event: E, ...names: string[]): E {
  const name = subject.kind === 'account' ? `account:${subject.username}` : 'office';
  const text = Buffer.from(signedText(name, event));
  const signatures: Stood['signatures'] = names.map((username) => {
    const seed = seeds.get(username) ?? Buffer.alloc(32);
    const { keyId } = publicKeysOf(seed);
    return {
      username: username === '' ? null : username,
      keyId,
      signature: signWith(seed, text).toString('base64url'),
    };
  });
  return { ...event, signatures };
}

function newKey(name: string) {
  return { type: 'account-key', ...halves(name) } as const;
}

function doubts(): unknown[] {
  return keyTrust(store.db).doubts.map(({ username, why }) => [username, why]);
}

function isTrusted(name: string): boolean {
  return keyTrust(store.db).keyIds.has(halves(name).keyId);
}

describe('what counts', () => {
  test('the office’s root: what stood before two were asked for', () => {
    expect(doubts()).toEqual([]);
    for (const name of ['an', 'binh', 'tu', 'paper']) expect([name, isTrusted(name)]).toEqual([name, true]);
  });

  test.each([
    ['two who may', ['an', 'binh']],
    ['one and the key on paper', ['an', '']],
    ['the owner’s own key before it', ['tu']],
  ])('%s', (_what, names) => {
    tell(of('tu'), signed(of('tu'), newKey('tu next'), ...names));
    expect(doubts()).toEqual([]);
    expect(isTrusted('tu next')).toBe(true);
    expect(isTrusted('tu')).toBe(false);
  });

  test('one who asked and another who approved, once', () => {
    const act = { kind: 'reset', username: 'tu' } as const;
    const office = { kind: 'office' } as const;
    tell(office, signed(office, { type: 'account-asked', request: 'r', act, reason: 'quên' }, 'an'));
    const approved = { ...newKey('tu next'), request: 'r' };
    tell(of('tu'), signed(of('tu'), approved, 'binh'));
    expect(doubts()).toEqual([]);
    // The same request does not carry a second one, and none that it does not ask for.
    tell(of('tu'), signed(of('tu'), { ...newKey('tu last'), request: 'r' }, 'binh'));
    expect(doubts()).toEqual([['tu', 'one-signature']]);
    expect(isTrusted('tu last')).toBe(false);
  });

  test('the key on paper alone, where it gave an administrator a new password', () => {
    tell({ kind: 'office' }, { type: 'recovery-key-used', username: 'an', reason: 'quên hết' });
    tell(of('an'), signed(of('an'), newKey('an next'), ''));
    expect(doubts()).toEqual([]);
    tell(of('an'), signed(of('an'), newKey('an last'), ''));
    expect(doubts()).toEqual([['an', 'one-signature']]);
  });
});

test('the keys of a plain office that is sealed by two are its root: those of that commit alone', () => {
  const plain = openStore({ folder: newFolder(), holder: 'a test', random: (size) => Buffer.alloc(size, (seq += 1)) });
  if (isFault(plain)) throw new Error(plain.fault);
  plain.write(null, monday, (tx) => {
    tx.append(of('tu'), { type: 'account-added', fullName: 'Nguyễn Tú', role: 'clerk' });
    tx.append({ kind: 'office' }, { type: 'two-persons-begun', persons: ['an', 'binh'] });
  });
  plain.write(null, monday, (tx) => {
    tx.append({ kind: 'office' }, { type: 'office-sealed' });
    tx.append({ kind: 'office' }, { type: 'recovery-key-made', ...halves('paper') });
    tx.append(of('tu'), newKey('tu'));
  });
  expect(keyTrust(plain.db)).toMatchObject({ doubts: [] });
  plain.write(null, monday, (tx) => tx.append(of('tu'), newKey('theirs')));
  expect(keyTrust(plain.db)).toMatchObject({ doubts: [{ username: 'tu', why: 'unsigned' }] });
  plain.close();
});

describe('what does not', () => {
  test.each([
    ['nobody', [], 'unsigned'],
    ['one alone', ['an'], 'one-signature'],
    ['the same one twice', ['an', 'an'], 'wrong-signature'],
    ['the key on paper alone', [''], 'one-signature'],
    ['a clerk beside', ['an', 'tu'], 'one-signature'],
    ['somebody unknown', ['an', 'nobody'], 'wrong-signature'],
  ])('a key signed by %s', (_what, names, why) => {
    tell(of('binh'), signed(of('binh'), newKey('theirs'), ...names));
    expect(doubts()).toEqual([['binh', why]]);
    expect(isTrusted('theirs')).toBe(false);
  });

  test('two accounts of one person', () => {
    for (const [name, role] of [['an2', 'supervisor']] as const) {
      tell(of(name), signed(of(name), { type: 'account-added', fullName: 'NGUYỄN  an', role }, 'an', 'binh'));
      tell(of(name), signed(of(name), newKey(name), 'an', 'binh'));
      seeds.set(name, seedOf(name));
    }
    expect(doubts()).toEqual([]);
    tell(of('tu'), signed(of('tu'), newKey('theirs'), 'an', 'an2'));
    expect(doubts()).toEqual([['tu', 'one-signature']]);
  });

  test('a role somebody gave themselves makes no signer', () => {
    tell(of('tu'), signed(of('tu'), { type: 'account-role-set', role: 'supervisor', reason: 'tự đặt' }, 'tu'));
    tell(of('x'), signed(of('x'), { type: 'account-added', fullName: 'Người Lạ', role: 'admin' }, 'an', 'tu'));
    tell(of('x'), signed(of('x'), newKey('x'), 'an', 'tu'));
    expect(doubts()).toEqual([
      ['tu', 'one-signature'],
      ['x', 'one-signature'],
      ['x', 'one-signature'],
    ]);
    expect(isTrusted('x')).toBe(false);
  });

  test('a signer whose account was closed, and a key that was replaced', () => {
    tell(of('tu'), signed(of('tu'), newKey('tu next'), 'an', 'binh'));
    const old = signed(of('binh'), newKey('theirs'), 'tu');
    tell(of('binh'), { type: 'account-disabled', reason: 'nghỉ việc' });
    tell(of('tu'), signed(of('tu'), newKey('theirs'), 'an', 'binh'));
    tell(of('binh'), old);
    expect(doubts()).toEqual([
      ['tu', 'wrong-signature'],
      ['binh', 'wrong-signature'],
    ]);
  });

  test('signatures that stood under an entry before: a password that was replaced does not come back', () => {
    const first = signed(of('tu'), newKey('tu next'), 'an', 'binh');
    tell(of('tu'), first);
    tell(of('tu'), signed(of('tu'), newKey('tu last'), 'an', 'binh'));
    tell(of('tu'), first);
    expect(doubts()).toEqual([['tu', 'wrong-signature']]);
    expect(isTrusted('tu next')).toBe(false);
  });

  test('halves that are not those of their name; a name taken by another account; a second beginning', () => {
    const wrong = { ...newKey('tu next'), ed25519: halves('theirs').ed25519 };
    tell(of('tu'), signed(of('tu'), wrong, 'an', 'binh'));
    tell({ kind: 'office' }, { type: 'office-sealed' });
    tell(of('tu'), newKey('theirs'));
    tell({ kind: 'office' }, { type: 'recovery-key-made', ...halves('their paper') });
    expect(doubts()).toEqual([
      ['tu', 'wrong-key'],
      ['tu', 'unsigned'],
      [null, 'unsigned'],
    ]);
    expect(isTrusted('their paper')).toBe(false);
    expect(isTrusted('paper')).toBe(true);
  });
});

describe('what another desk tells of people of the same names', () => {
  test.each([
    ['a key of its own for that name', 'account-key', () => canonicalJson(halves('theirs'))],
    ['that its account of that name is shut', 'account-disabled', () => '{"reason":"nghỉ"}'],
    ['that its account of that name is another person', 'account-added', () => '{"fullName":"Kẻ Gian","role":"admin"}'],
  ])('%s changes nothing here', (_what, type, body) => {
    const commit = forgedDesk(7).commit({ type, subject: subjects.account('an'), body: body() });
    expect(store.apply([commit])).toMatchObject({ entries: 1 });
    expect([doubts(), isTrusted('an'), isTrusted('theirs')]).toEqual([[], true, false]);
  });

  test('that two persons keep it is no root here, nor is its key before', () => {
    const begun = openStore({ folder: newFolder(), holder: 'a test', random: (size) => Buffer.alloc(size, 7) });
    if (isFault(begun)) throw new Error(begun.fault);
    const other = forgedDesk(7);
    const subject = subjects.account('an');
    begun.apply([
      other.commit({ type: 'account-added', subject, body: '{"fullName":"Kẻ Gian","role":"admin"}' }),
      other.commit({ type: 'account-key', subject, body: canonicalJson(halves('theirs')) }),
      other.commit({ type: 'two-persons-begun', body: '{"persons":["an","binh"]}' }),
    ]);
    expect([...keyTrust(begun.db).keyIds]).toEqual([]);
    begun.close();
  });
});
