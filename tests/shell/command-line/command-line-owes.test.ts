import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../electron/shell/command-line/commands.ts';
import { readSecret } from '../../../electron/desk/common/office/people/second-factor.ts';
import { totpCode } from '../../../electron/store/keys/primitives.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { realDesks } from '../../support/desk/real-desk.ts';
import { password } from '../../support/desk/test-desk.ts';
import { runDesk } from './run-desk.ts';

const { desk } = realDesks({ sealed: true });

/** Each command that opens an office as somebody, in words that would do something; a new one is written here, or the test says so. */
const asSomebody: Readonly<Record<string, readonly string[]>> = {
  call: ['draft.list'],
  verify: [],
  backup: ['--to', 'TO'],
  export: ['--to', 'FILE'],
  sync: [],
  join: ['MCC1.abc'],
  hub: ['leave'],
  city: ['leave'],
};
/** Asked by calls one by one as `call` is, of the keeper of a hub, or bringing back what nobody is signed in at yet. */
const otherwise = new Set(['batch', 'national', 'restore', 'log', 'calendar', 'pack', 'forms', 'procedures']);

test('who owes a code of a phone goes past it by no command', async () => {
  const taking = Object.entries(commands).filter(([, { takes }]) => (takes as readonly string[]).includes('user'));
  expect(taking.map(([name]) => name).filter((name) => !(name in asSomebody) && !otherwise.has(name))).toEqual([]);
  const at = await desk('an', 'binh');
  const an = await at.signIn('an');
  const { secret } = (await an.call('account.proposeFactor')).value;
  const code = totpCode(readSecret(secret)!, Math.floor(at.clock.at / 30_000));
  await an.call('account.setFactor', { secret, code, current: password });
  const second = { username: 'binh', password };
  const asked = { from: '2026-11-23', reason: 'QĐ 12/QĐ-UBND về an toàn thông tin', ownPassword: password, second };
  expect(await an.call('account.requireFactor', asked)).toMatchObject({ ok: true });
  await at.desk.close();
  const to = path.join(newFolder(), 'to');
  for (const [name, words] of Object.entries(asSomebody)) {
    const said = words.map((word) => word.replace('TO', to).replace('FILE', `${to}.json`));
    const by = ['--data', at.folder, '--user', 'binh'];
    const run = await runDesk([name, ...said, ...by], { env: { DESK_PASSWORD: password } });
    expect([name, run.out + run.err]).toEqual([name, expect.stringContaining('second-factor-owed')]);
  }
  expect([existsSync(to), existsSync(`${to}.json`)]).toEqual([false, false]);
}, 240_000);
