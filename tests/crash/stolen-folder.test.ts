import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../support/data/seeded.ts';
import { newFolder } from '../support/desk/folder.ts';
import { foundIn } from '../support/desk/stolen.ts';
import { monday, openTestDesk, password } from '../support/desk/test-desk.ts';

const script = path.resolve(import.meta.dirname, '../support/killed/killed-day.ts');
/** More by the environment: DESK_KILLS=1000. */
const places = Array.from({ length: Number(process.env['DESK_KILLS'] ?? 10) }, (_place, nth) => nth + 1);

/** What a thief looks for: of the citizen, and what opens the rest. */
const names = ['NGUYỄN THỊ ĐẶNG ÁNH', 'nguyen thi dang anh', '079190001234', '0901234567', '12 Lê Lợi'];
/** What the clerk's password was at some time of that day: none is taken twice. */
const secrets = [password, 'Quay-Mot-Cua-9', 'Quay-Mot-Cua-8'];

async function office(sealed: boolean): Promise<string> {
  const at = openTestDesk({ at: monday - 3_600_000 });
  await at.get('office.openPractice', { cases: 0, seed: 1, password, sealed });
  await at.desk.close();
  return at.folder;
}

function day(from: string, nth: number): { folder: string; signal: string | null; said: string } {
  const folder = newFolder();
  cpSync(from, folder, { recursive: true });
  const { signal, stdout, stderr } = spawnSync(process.execPath, [script, folder, String(nth)], { encoding: 'utf8' });
  if (signal === null && stdout === '') throw new Error(stderr);
  return { folder, signal, said: stdout };
}

describe('a folder that is taken away after a day at the desk', () => {
  let sealed = '';
  let most = 0;

  beforeAll(async () => {
    sealed = await office(true);
    const whole = day(sealed, 0);
    most = Number(whole.said);
    expect(foundIn(whole.folder, [...names, ...secrets])).toEqual([]);
  });

  test('plain, every name is found in it: what looks for them does find them', async () => {
    const { folder } = day(await office(false), 0);
    expect(foundIn(folder, names)).toEqual(names);
    expect(foundIn(folder, secrets)).toEqual([]);
  });

  test.each(places)('sealed, none is, wherever its process was killed (%s)', async (place) => {
    const nth = 1 + seeded(place)(most);
    const { folder, signal } = day(sealed, nth);
    expect([nth, signal, foundIn(folder, [...names, ...secrets])]).toEqual([nth, 'SIGKILL', []]);
    const at = openTestDesk({ folder });
    let opened = false;
    for (const word of secrets) {
      opened ||= (await at.call('account.signIn', { username: 'clerk', password: word })).ok;
      at.clock.at += 5000;
    }
    expect([nth, opened]).toEqual([nth, true]);
    await at.desk.close();
  });
});
