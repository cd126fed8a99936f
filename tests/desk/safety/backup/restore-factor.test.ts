import { createRouterClient } from '@orpc/server';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSecret } from '../../../../electron/desk/common/office/people/second-factor.ts';
import { recoveryRouter } from '../../../../electron/desk/safety/backup/recovery.ts';
import { totpCode } from '../../../../electron/store/keys/primitives.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { password, portsOf } from '../../../support/desk/test-desk.ts';

const { desk, over } = realDesks({ sealed: false });

type Out = { recovery: { restore(input: object): Promise<{ cases: number }> } };

/**
 * Who holds a backup and a password opens it with a tool of their own, and the code's secret lies in it: a code asked at the restore would stop nobody, and a clock that is
 * wrong would stop everybody (ADR 53). What a restore gives is a register in which nobody is signed in.
 */
test('a register that came back lets nobody in by the passwords that brought it: the code of the phone is asked for behind it', async () => {
  const at = await desk('an', 'binh');
  const an = await at.signIn('an');
  const { secret } = (await an.call('account.proposeFactor')).value;
  const code = () => totpCode(readSecret(secret)!, Math.floor(at.clock.at / 30_000));
  expect(await an.call('account.setFactor', { secret, code: code(), current: password })).toMatchObject({ ok: true });
  const { file } = (await an.call('backup.make')).value;
  await at.desk.close();
  const register = path.join(at.folder, 'desk.sqlite');
  writeFileSync(register, readFileSync(register).fill(0xa5, 8192, 8192 * 4));

  const router = recoveryRouter(portsOf(at.folder, { at: at.clock.at }, {} as never, []), () => null);
  const { recovery } = createRouterClient(router) as unknown as Out;
  const two = { username: 'an', password, second: { username: 'binh', password } };
  expect(await recovery.restore({ file, ...two })).toMatchObject({ cases: 0 });

  const next = over(at.folder);
  next.clock.at = at.clock.at + 60_000;
  at.clock.at = next.clock.at;
  expect(await next.get('system.status')).toMatchObject({ user: null });
  const by = { username: 'an', password };
  expect(await next.call('account.signIn', by)).toMatchObject({ fault: { code: 'second-factor-needed' } });
  expect(await next.call('account.signIn', { ...by, code: '000000' })).toMatchObject({
    fault: { code: 'second-factor-wrong' },
  });
  next.clock.at += 60_000;
  at.clock.at = next.clock.at;
  expect(await next.call('account.signIn', { ...by, code: code() })).toMatchObject({ ok: true });
  expect(next.desk.verify()).toMatchObject({ ok: true });
}, 240_000);
