import { createRouterClient } from '@orpc/server';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { recoveryRouter } from '../../../../electron/desk/safety/backup/recovery.ts';
import { createDesk } from '../../../../electron/desk/desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { type RealDesk, realDesks } from '../../../support/desk/real-desk.ts';
import { monday, openPracticeDesk, portsOf } from '../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: true });

type Road = { file: string; place: string; foreign: boolean; two: boolean | null; deskName: string };

const ports = (folder: string) => portsOf(folder, { at: monday }, {} as never, []);

async function roads(folder: string, place?: string): Promise<readonly Road[]> {
  const router = recoveryRouter(ports(folder), () => null);
  const { recovery } = createRouterClient(router) as unknown as {
    recovery: { roads(input: object): Promise<{ backups: Road[] }> };
  };
  return (await recovery.roads(place === undefined ? {} : { place })).backups;
}

async function withBackups(count: number): Promise<RealDesk> {
  const at = await desk('an', 'binh');
  for (let nth = 0; nth < count; nth += 1) {
    // One of each day: of an hour only the newest stay.
    at.clock.at += 86_400_000;
    expect(await (await at.signIn('an')).call('backup.make')).toMatchObject({ ok: true });
  }
  return at;
}

test('a backup whose file was emptied, taken away, or of which nobody can read what it is, is none, and is named', async () => {
  const at = await withBackups(4);
  const place = path.join(at.folder, 'backups');
  const [first = '', second = '', third = '', whole = ''] = readdirSync(place).toSorted();
  writeFileSync(path.join(place, first, 'desk.sqlite'), '');
  rmSync(path.join(place, second, 'desk.sqlite'));
  writeFileSync(path.join(place, third, 'manifest.json'), '{"format":1');
  const { places, backups } = (await (await at.signIn('an')).call('backup.status')).value;
  expect(places).toMatchObject([{ count: 1, broken: [first, second, third] }]);
  expect(backups).toHaveLength(1);
  await at.desk.close();
  expect((await roads(at.folder)).map(({ file }) => path.basename(path.dirname(file)))).toEqual([whole]);
});

test('the recovery says of each backup whose it is and where it lies, and that it takes two', async () => {
  const at = await withBackups(1);
  await at.desk.close();
  const other = await openPracticeDesk();
  const stick = newFolder();
  const { file } = await other.get('backup.make');
  cpSync(path.dirname(file), path.join(stick, path.basename(path.dirname(file))), { recursive: true });
  await other.end();
  const found = await roads(at.folder, stick);
  expect(found).toMatchObject([
    { foreign: false, two: true, place: path.join(at.folder, 'backups') },
    { foreign: true, two: false, place: stick },
  ]);
});

test('a sealed register whose key files are gone is told as that, and not as damaged', async () => {
  const at = await withBackups(1);
  await at.desk.close();
  for (const name of ['keys.json', 'keys-2.json']) rmSync(path.join(at.folder, name));
  expect(createDesk(ports(at.folder))).toMatchObject({ fault: 'keys-missing', data: { path: at.folder } });
  // Copied back from the backup, as the sentence says, it opens.
  const [backup = ''] = readdirSync(path.join(at.folder, 'backups'));
  cpSync(path.join(at.folder, 'backups', backup, 'keys.json'), path.join(at.folder, 'keys.json'));
  const again = createDesk(ports(at.folder));
  expect(again).not.toHaveProperty('fault');
  if (!('fault' in again)) await again.close();
});
