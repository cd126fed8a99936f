import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type RealDesk, realDesks } from '../../../../support/desk/real-desk.ts';
import { keysOf } from '../../../../support/desk/sealed-desk.ts';
import { password } from '../../../../support/desk/test-desk.ts';

/** The key on paper is tried once a year: a wrong paper is found before the day it is needed. */

const { desk, template } = realDesks({ sealed: true });
const week = 7 * 86_400_000;

async function dueFor(at: RealDesk, username = 'binh') {
  const { value } = await (await at.signIn(username)).call('system.status');
  return value.runsOut.filter(({ code }: { code: string }) => code === 'recovery-test');
}

test('asked for thirty days before its year is over, by who keeps the office, until somebody tried it', async () => {
  const at = await desk('an', 'binh', 'tu');
  for (let weeks = 0; weeks < 47; weeks += 1) {
    expect([weeks, await dueFor(at)]).toEqual([weeks, []]);
    await at.signIn('tu');
    at.clock.at += week;
  }
  await at.signIn('binh');
  at.clock.at = Date.parse('2027-10-24T08:00:00+07:00');
  expect(await dueFor(at)).toEqual([{ code: 'recovery-test', due: '2027-11-23' }]);
  // Who cannot do it is not asked.
  expect(await dueFor(at, 'tu')).toEqual([]);
  const binh = await at.signIn('binh');
  expect(await binh.call('keys.test', { recoveryKey: template.recoveryKey.replaceAll(' ', '') })).toMatchObject({
    ok: true,
  });
  expect(await dueFor(at)).toEqual([]);
  expect(await binh.call('keys.status')).toMatchObject({
    value: { recovery: { used: false, testedAt: '2027-10-24T08:00:00+07:00', due: '2028-10-24' } },
  });
  expect((await binh.call('account.log', { of: 'office' })).value.lines).toContainEqual(
    expect.objectContaining({ type: 'recovery-key-tested', by: 'Lê Văn Bình' }),
  );
  expect(at.desk.verify()).toMatchObject({ ok: true });
}, 240_000);

test('a paper with a wrong digit, an older paper, and a key file that lost its seal are told; a clerk tries nothing', async () => {
  const at = await desk('an', 'binh', 'tu');
  const binh = await at.signIn('binh');
  const an = await at.signIn('an');
  const tries = async (recoveryKey: string) => (await binh.call('keys.test', { recoveryKey })).fault?.code ?? 'right';
  const old = template.recoveryKey;
  expect(await tries(old.replace(/^./, (digit) => String((Number(digit) + 1) % 10)))).toBe('recovery-key-mistyped');
  expect(await tries((await at.get('keys.propose')).recoveryKey)).toBe('recovery-key-wrong');
  expect(await (await at.signIn('tu')).call('keys.test', { recoveryKey: old })).toMatchObject({
    fault: { code: 'forbidden' },
  });
  expect(await tries(old)).toBe('right');
  // The key file as it lies on the disk: what the desk remembers of it says nothing of the day on which only the disk is left.
  const kept = keysOf(at.folder);
  const names = ['keys.json', 'keys-2.json'];
  const files = names.map((name) => [name, readFileSync(path.join(at.folder, name))] as const);
  const paper = kept.recovery[0].keyId;
  const cut = kept.files.map((file: any) => ({ ...file, seals: file.seals.filter((one: any) => one.keyId !== paper) }));
  for (const name of names) writeFileSync(path.join(at.folder, name), JSON.stringify({ ...kept, files: cut }));
  expect(await tries(old)).toBe('recovery-key-wrong');
  for (const name of names) rmSync(path.join(at.folder, name));
  expect(await tries(old)).toBe('recovery-key-wrong');
  for (const [name, bytes] of files) writeFileSync(path.join(at.folder, name), bytes);
  expect(await tries(old)).toBe('right');
  const { recoveryKey } = await at.get('keys.propose');
  const renewed = await an.call('keys.renew', {
    recoveryKey,
    password,
    second: { username: 'binh', password },
  });
  expect(renewed).toMatchObject({ ok: true });
  expect(await tries(old)).toBe('recovery-key-wrong');
  expect(await tries(recoveryKey)).toBe('right');
}, 120_000);
