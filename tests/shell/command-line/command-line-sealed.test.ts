import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readSecret } from '../../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../../electron/store/keys/primitives.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { reception } from '../../support/desk/test-desk.ts';
import { runDesk } from './run-desk.ts';

const password = 'Quay-Mot-Cua-1';
const env = { DESK_PASSWORD: password };
let folder: string;
let recoveryKey: string;

type Answer = { ok: boolean; value: Record<string, any>; fault: { code: string } };

async function ask(words: string[], input?: unknown, given: Record<string, string> = {}): Promise<Answer> {
  const { lines } = await runDesk(words, {
    env: given,
    ...(input === undefined ? {} : { stdin: JSON.stringify(input) }),
  });
  return lines[0] as Answer;
}

beforeAll(async () => {
  folder = path.join(newFolder(), 'sealed');
  const made = await ask(['call', 'office.openPractice', '-', '--data', folder], {
    cases: 3,
    password,
    sealed: true,
  });
  expect(made).toMatchObject({ ok: true, value: { practice: true } });
  recoveryKey = made.value['recoveryKey'];
});

test('without a password a sealed office answers from the lists, and nothing else', async () => {
  const code = { code: '1.001193' };
  expect(await ask(['call', 'procedure.get', '-', '--data', folder], code)).toMatchObject({ ok: true });
  expect(await ask(['call', 'journal.stateHash', '--data', folder])).toMatchObject({
    fault: { code: 'sign-in-required' },
  });
  expect(await ask(['verify', '--data', folder])).toMatchObject({ fault: { code: 'sign-in-required' } });
  expect(await ask(['backup', '--data', folder, '--to', newFolder()])).toMatchObject({
    fault: { code: 'sign-in-required' },
  });
});

test('a wrong password opens nothing', async () => {
  const wrong = { DESK_PASSWORD: 'Quay-Mot-Cua-2' };
  const words = ['call', 'case.search', '-', '--data', folder, '--user', 'clerk'];
  expect(await ask(words, { text: 'x' }, wrong)).toMatchObject({ fault: { code: 'sign-in-refused' } });
});

test('with it a case is received, all is in order, and a backup comes back on a spare computer', async () => {
  const words = ['batch', '--data', folder, '--user', 'clerk', '--now', '2026-11-23T10:00:00+07:00'];
  const got = await ask(words, { call: 'case.receive', input: reception() }, env);
  expect(got).toMatchObject({ ok: true });
  const verified = await runDesk(['verify', '--data', folder, '--user', 'supervisor'], { env });
  expect([verified.code, verified.lines[0]]).toMatchObject([0, { ok: true }]);
  const stick = newFolder();
  const made = await ask(['backup', '--data', folder, '--to', stick, '--user', 'clerk'], undefined, env);
  expect(made).toMatchObject({ ok: true });
  const file = made.value['file'] as string;
  expect(readFileSync(file).includes('SQLite format 3')).toBe(false);
  const spare = path.join(newFolder(), 'spare');
  expect(await ask(['restore', file, '--data', spare])).toMatchObject({ fault: { code: 'sign-in-required' } });
  const back = await ask(['restore', file, '--data', spare, '--user', 'admin'], undefined, env);
  expect(back).toMatchObject({ ok: true, value: { stateHash: made.value['stateHash'] } });
  const hash = await ask(['call', 'journal.stateHash', '--data', spare, '--user', 'clerk'], undefined, env);
  expect(hash.value).toEqual({ stateHash: made.value['stateHash'] });
});

test('the code of a phone comes from the environment, is asked for and good for once', async () => {
  const at = path.join(newFolder(), 'with-a-phone');
  cpSync(folder, at, { recursive: true });
  const words = (call: string) => ['call', call, '-', '--data', at, '--user', 'supervisor'];
  const { secret } = (await ask(words('account.proposeFactor'), {}, env)).value as { secret: string };
  const code = () => totpCode(readSecret(secret) ?? new Uint8Array(), Math.floor(Date.now() / 30_000));
  const set = { secret, code: code(), current: password };
  expect(await ask(words('account.setFactor'), set, env)).toMatchObject({ ok: true });
  const list = words('account.log');
  expect(await ask(list, { of: 'office' }, env)).toMatchObject({ fault: { code: 'second-factor-needed' } });
  const next = () => totpCode(readSecret(secret) ?? new Uint8Array(), Math.floor(Date.now() / 30_000) + 1);
  const given = { ...env, DESK_CODE: next() };
  expect(await ask(list, { of: 'office' }, given)).toMatchObject({ ok: true });
  expect(await ask(list, { of: 'office' }, given)).toMatchObject({ fault: { code: 'second-factor-wrong' } });
});

test('every password lost: the key on paper opens a backup and the register, and is replaced, by the command line alone', async () => {
  const stick = newFolder();
  const made = await ask(['backup', '--data', folder, '--to', stick, '--user', 'admin'], undefined, env);
  const spare = path.join(newFolder(), 'spare');
  const wrong = { DESK_RECOVERY_KEY: recoveryKey.replace(/^./, (digit) => String((Number(digit) + 1) % 10)) };
  expect(await ask(['restore', made.value['file'], '--data', spare], undefined, wrong)).toMatchObject({
    fault: { code: 'recovery-key-mistyped' },
  });
  const back = await ask(['restore', made.value['file'], '--data', spare], undefined, {
    DESK_RECOVERY_KEY: recoveryKey,
  });
  expect(back).toMatchObject({ ok: true });
  const fresh = { DESK_PASSWORD: 'Quay-Mot-Cua-9' };
  const recovered = await ask(['call', 'keys.recover', '-', '--data', spare], {
    recoveryKey,
    username: 'admin',
    password: fresh.DESK_PASSWORD,
    reason: 'quên hết mật khẩu',
  });
  expect(recovered).toMatchObject({ ok: true, value: { username: 'admin' } });
  const next = await ask(['call', 'keys.propose', '--data', spare]);
  const renewed = { recoveryKey: next.value['recoveryKey'], password: fresh.DESK_PASSWORD };
  expect(await ask(['call', 'keys.renew', '-', '--data', spare, '--user', 'admin'], renewed, fresh)).toMatchObject({
    ok: true,
  });
  const status = await ask(['call', 'keys.status', '--data', spare, '--user', 'admin'], undefined, fresh);
  expect(status.value).toMatchObject({ sealed: true, recovery: { used: false } });
});
