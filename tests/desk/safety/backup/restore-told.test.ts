import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { recoveryRouter } from '../../../../electron/desk/safety/backup/recovery.ts';
import { restoreInPlace } from '../../../../electron/desk/safety/backup/restore-desk.ts';
import { createRouterClient } from '@orpc/server';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import { createDesk } from '../../../../electron/desk/desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { type RealDesk, realDesks } from '../../../support/desk/real-desk.ts';
import { password, portsOf, reception } from '../../../support/desk/test-desk.ts';

/** Who was not there when the register came back hears it when they next sign in: who did it, and from when on what they wrote may be missing. */
const { desk, over } = realDesks({ sealed: false });

async function toldTo(at: RealDesk, username: string): Promise<unknown> {
  at.clock.at += 60_000;
  const window = await at.signIn(username);
  return (await window.call('system.status')).value.user.restored;
}

async function damaged(...names: ('an' | 'binh')[]) {
  const at = await desk(...names);
  const { file, madeAt } = (await (await at.signIn('an')).call('backup.make')).value;
  await at.desk.close();
  const register = path.join(at.folder, 'desk.sqlite');
  writeFileSync(register, readFileSync(register).fill(0xa5, 8192, 8192 * 4));
  return { folder: at.folder, file: file as string, madeAt: madeAt as string, clock: at.clock.at };
}

test('two restored it: each hears who, and from which backup, once; who did it hears it as well', async () => {
  const { folder, file, madeAt, clock } = await damaged('an', 'binh');
  const router = recoveryRouter(portsOf(folder, { at: clock + 600_000 }, {} as never, []), () => null);
  const { recovery } = createRouterClient(router) as unknown as {
    recovery: { restore(input: object): Promise<unknown> };
  };
  await recovery.restore({ file, username: 'an', password, second: { username: 'binh', password } });
  const next = over(folder);
  next.clock.at = clock + 1_200_000;
  const said = {
    why: 'restored',
    at: expect.any(String),
    madeAt,
    persons: ['Trần Thị An', 'Lê Văn Bình'],
  };
  // A clerk who never signed in before has a password of before.
  for (const username of ['binh', 'tu', 'an']) expect(await toldTo(next, username)).toEqual(said);
  for (const username of ['binh', 'tu', 'an']) expect(await toldTo(next, username)).toBeUndefined();
}, 120_000);

test('one restored it: the others hear that it was one alone', async () => {
  const { folder, file, clock } = await damaged('an');
  const ports = portsOf(folder, { at: clock + 600_000 }, {} as never, []);
  const back = await restoreInPlace(ports, path.dirname(file), [{ username: 'an', password }]);
  expect(isFault(back)).toBe(false);
  const next = over(folder);
  next.clock.at = clock + 1_200_000;
  expect(await toldTo(next, 'binh')).toMatchObject({ why: 'restored', persons: ['Trần Thị An'] });
}, 120_000);

test('met without its witness, by whoever took that away: who signs in hears it, and on any other day nothing', async () => {
  const at = await desk('an', 'binh');
  expect(await toldTo(at, 'binh')).toBeUndefined();
  await at.desk.close();
  rmSync(path.join(at.folder, 'witness'));
  // On a machine that keeps its witnesses apart, as every installed one does.
  const machineFolder = newFolder();
  const saidTo = async (...names: string[]): Promise<unknown[]> => {
    const opened = createDesk({ ...portsOf(at.folder, at.clock, at.printer, []), machineFolder });
    if ('fault' in opened) throw new Error(opened.fault);
    const said: unknown[] = [];
    for (const username of names) {
      at.clock.at += 60_000;
      const client = newClient();
      const call = (name: string, input: object = {}): Promise<any> => opened.call(name, input, client);
      expect(await call('account.signIn', { username, password })).toMatchObject({ ok: true });
      if (username === 'tu') expect(await call('case.receive', reception())).toMatchObject({ ok: true });
      said.push((await call('system.status')).value.user.restored);
    }
    await opened.close();
    return said;
  };
  expect(await saidTo('tu', 'an', 'binh')).toEqual([undefined, undefined, undefined]);
  rmSync(machineFolder, { recursive: true });
  const lost = { why: 'witness-lost', at: expect.any(String), madeAt: expect.any(String), persons: [] };
  // The first reception passes the numbers over that may be on paper, and says so.
  expect(await saidTo('tu', 'binh', 'an', 'binh', 'tu')).toEqual([undefined, lost, lost, undefined, lost]);
}, 120_000);
