import { describe, expect, test } from 'vitest';
import { definitions, metaOf } from '../../../../../electron/desk/calls/dispatch.ts';
import { rights } from '../../../../support/data/rights.ts';
import { type RealDesk, realDesks } from '../../../../support/desk/real-desk.ts';
import { password } from '../../../../support/desk/test-desk.ts';

const reason = 'theo phân công';
const own = { ownPassword: password };
/** Filled in from the desk itself: one that is well formed. */
const recoveryKey = 'of the desk';

/**
 * What no one person does in an office that two keep: each call that the contract says it of, as it is asked by whoever may. Where something else
 * has to be there first, an ended case or a register that does not open, a file that has it asks the same.
 */
const ofTwo: Readonly<Record<string, object | string>> = {
  'account.add': { username: 'moi', fullName: 'Người Mới', role: 'clerk', password, ...own },
  'account.disable': { username: 'tu', reason, ...own },
  'account.enable': { username: 'roi', reason, ...own },
  'account.rename': { username: 'tu', to: 'tu2', reason, ...own },
  'account.requireFactor': { from: null, reason, ...own },
  'account.setPassword': { username: 'tu', password: 'Khac-Han-Cau-5', ...own },
  'account.setRole': { username: 'tu', role: 'officer', reason, ...own },
  'city.join': { code: 'MCC1.abc', ...own },
  'city.leave': own,
  'hub.approve': { no: 2, digits: '123456', ...own },
  'hub.join': { code: 'MCH1.abc', ...own },
  'hub.leave': own,
  'keys.renew': { password, recoveryKey },
  'keys.seal': { password, recoveryKey },
  'keys.turn': { password, reason },
  'privacy.erase': 'tests/desk/safety/privacy/privacy.test.ts',
  'receipt.turnKey': { password, reason },
  'recovery.restore': 'tests/desk/safety/backup/restore-two.test.ts',
};

/** Who stands beside whoever asks, and why that is none. */
const unfit = [
  [undefined, 'second-person-needed', undefined],
  [{ username: 'an', password }, 'second-person-unfit', 'same-account'],
  [{ username: 'an2', password }, 'second-person-unfit', 'same-name'],
  [{ username: 'tu', password }, 'second-person-unfit', 'role'],
] as const;

const takesSecond = (name: string) =>
  Object.keys(definitions.get(name)!.procedure['~orpc'].errorMap).includes('second-person-needed');

test('which calls two stand for is written here, and what takes a second person is one of them', () => {
  const said = [...definitions.values()].filter(({ procedure }) => metaOf(procedure).by === 'two');
  expect(said.map(({ name }) => name).toSorted()).toEqual(Object.keys(ofTwo));
  expect([...definitions.keys()].filter((name) => takesSecond(name)).toSorted()).toEqual(Object.keys(ofTwo));
});

test('what changes accounts or keys, or leads to another machine, is theirs, or is named here with its reason', () => {
  const one: Readonly<Record<string, string>> = {
    'account.signIn': 'one signs in',
    'account.signOut': 'one signs out',
    'account.ask': 'asks, and changes nothing',
    'account.answer': 'is the other of the two',
    'account.reviewed': 'says what was looked at',
    'account.setFactor': 'is about one’s own sign-in',
    'city.push': 'goes where two said',
    'hub.sync': 'goes where two said',
    'keys.propose': 'opens nothing',
    'keys.sheet': 'prints a key that opens nothing yet',
    'keys.recover': 'is the key on paper, which everybody sees',
    'keys.test': 'opens nothing',
  };
  const near = [...definitions.values()].filter(
    ({ name, procedure }) => /^(account|keys|hub|city)\./.test(name) && metaOf(procedure).kind === 'write',
  );
  expect(
    near
      .map(({ name }) => name)
      .filter((name) => !(name in ofTwo))
      .toSorted(),
  ).toEqual(Object.keys(one).toSorted());
});

async function tryEach(at: RealDesk, names: readonly string[]): Promise<void> {
  const an = await at.signIn('an');
  const proposed = (await at.get('keys.propose')).recoveryKey as string;
  for (const name of names) {
    const input = { ...(ofTwo[name] as object), ...(/renew|seal/.test(name) && { recoveryKey: proposed }) };
    const head = await at.get('journal.stateHash');
    for (const [second, code, why] of unfit) {
      const answer = await an.call(name, { ...input, ...(second && { second }) });
      expect([name, second?.username, answer.fault?.code, answer.fault?.data?.why]) //
        .toEqual([name, second?.username, code, why]);
    }
    expect([name, await at.get('journal.stateHash')]).toEqual([name, head]);
  }
}

const sealedOnly = new Set(['keys.turn', 'keys.renew']);
const asked = Object.keys(ofTwo).filter((name) => typeof ofTwo[name] === 'object');

describe('in an office that two keep each is refused to one, to the same person twice, and with who may not stand', () => {
  const plain = realDesks({ sealed: false });
  const sealed = realDesks({ sealed: true });

  test('of a plain office', async () => {
    const at = await plain.desk('an', 'binh');
    const an = await at.signIn('an');
    const both = { ...own, second: { username: 'binh', password } };
    const left = { username: 'roi', fullName: 'Người Đã Rời', role: 'clerk', password, ...both };
    expect(await an.call('account.add', left)).toMatchObject({ ok: true });
    expect(await an.call('account.disable', { username: 'roi', reason, ...both })).toMatchObject({ ok: true });
    expect(asked.every((name) => rights[name]?.includes('admin') === true)).toBe(true);
    await tryEach(
      at,
      asked.filter((name) => !sealedOnly.has(name)),
    );
    expect(at.desk.verify()).toMatchObject({ ok: true });
  }, 240_000);

  test('of a sealed one', async () => {
    const at = await sealed.desk('an', 'binh');
    await tryEach(at, ['keys.turn', 'keys.renew', 'hub.join', 'city.join']);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  }, 240_000);
});

describe('and while one alone keeps it that one does it', () => {
  const { desk } = realDesks({ sealed: false });

  test('as far as to what is answered behind the question', async () => {
    const at = await desk('an');
    const an = await at.signIn('an');
    const behind = {
      'hub.join': 'hub-code-unreadable',
      'hub.leave': 'hub-not-joined',
      'hub.approve': 'hub-not-joined',
    };
    for (const [name, code] of Object.entries({ ...behind, 'city.join': 'city-code-unreadable' }))
      expect([name, (await an.call(name, ofTwo[name])).fault?.code]).toEqual([name, code]);
  });
});
