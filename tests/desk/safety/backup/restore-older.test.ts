import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { restoreDesk, restoreInPlace } from '../../../../electron/desk/safety/backup/restore-desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { monday, password, portsOf } from '../../../support/desk/test-desk.ts';

/** One of two chooses a backup from before there were two, and writes anew what stands beside the others. */
describe.each([true, false])('a backup from before two kept the office, sealed: %s', (sealed) => {
  const { desk } = realDesks({ sealed });
  const an = { username: 'an', password };
  const needed = { fault: 'second-person-needed' };

  async function office() {
    const at = await desk('an');
    const older = (await (await at.signIn('an')).call('backup.make')).value.file as string;
    at.clock.at += 3_700_000;
    const newer = (await (await at.signIn('binh')).call('backup.make')).value.file as string;
    await at.desk.close();
    return { folder: at.folder, older: path.dirname(older), newer: path.dirname(newer) };
  }
  const ports = (folder: string) => portsOf(folder, { at: monday + 7_200_000 }, {} as never, []);

  function forge(backup: string): void {
    const file = path.join(backup, 'manifest.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), two: false }));
  }

  function damage(folder: string): void {
    const register = path.join(folder, 'desk.sqlite');
    writeFileSync(register, readFileSync(register).fill(0xa5, 8192, 8192 * 4));
  }

  const forget = (folder: string) => rmSync(path.join(folder, 'witness'), { force: true });

  test('takes two by the witness alone', async () => {
    const { folder, older, newer } = await office();
    damage(folder);
    rmSync(newer, { recursive: true });
    expect(await restoreInPlace(ports(folder), older, [an])).toMatchObject(needed);
    // And still after it came back: what was put back does not know of two, the witness does.
    const second = { username: 'binh', password };
    expect(await restoreInPlace(ports(folder), older, [an, second])).not.toHaveProperty('fault');
    expect(await restoreInPlace(ports(folder), older, [an])).toMatchObject(needed);
  }, 120_000);

  test('takes two by the other backup, whatever its manifest says', async () => {
    const { folder, older, newer } = await office();
    damage(folder);
    forget(folder);
    forge(newer);
    expect(await restoreInPlace(ports(folder), older, [an])).toMatchObject(needed);
    expect(await restoreDesk(ports(path.join(newFolder(), 'spare')), older, an)).toMatchObject(needed);
    writeFileSync(path.join(newer, 'manifest.json'), '{');
    expect(await restoreInPlace(ports(folder), older, [an])).toMatchObject(needed);
  }, 120_000);

  test('takes two by the register itself where it can still be read', async () => {
    const { folder, older, newer } = await office();
    forget(folder);
    rmSync(newer, { recursive: true });
    expect(await restoreInPlace(ports(folder), older, [an])).toMatchObject(needed);
  }, 120_000);

  test('alone at another computer it takes one who keeps the office, and never nobody or a made-up name', async () => {
    const { older } = await office();
    const alone = path.join(newFolder(), path.basename(older));
    cpSync(older, alone, { recursive: true });
    const spare = () => ports(path.join(newFolder(), 'spare'));
    expect(await restoreDesk(spare(), alone)).toMatchObject({ fault: 'sign-in-required' });
    const refused = async (username: string, word = password) =>
      (await restoreDesk(spare(), alone, { username, password: word })) as { fault?: string };
    expect((await refused('x', 'y')).fault).toBe(sealed ? 'keys-no-slot' : 'sign-in-refused');
    expect((await refused('an', 'Sai-Mat-Khau-1')).fault).toBe('sign-in-refused');
    if (!sealed) expect((await refused('tu')).fault).toBe('second-person-unfit');
    expect(readdirSync(alone)).toContain('desk.sqlite');
    expect(await restoreDesk(spare(), alone, an)).not.toHaveProperty('fault');
  }, 120_000);
});
