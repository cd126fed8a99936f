import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newFolder } from '../../../support/desk/folder.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

const day = 86_400_000;
let at: TestDesk;
afterEach(() => at.end());

async function receive(): Promise<void> {
  at.sit('clerk');
  await at.get('case.receive', reception());
}

test('a backup of a clock that was ahead is not the newest for ever: the journal says which goes furthest', async () => {
  at = await openPracticeDesk();
  await receive();
  at.clock.at += 9 * day;
  at.sit('clerk');
  const ahead = await at.get('backup.make');
  expect(ahead.madeAt).toBe('2026-12-02T09:00:00+07:00');
  at.clock.at -= 9 * day - 60_000;
  await receive();
  const right = await at.get('backup.make');
  expect(right.madeAt).toBe('2026-11-23T09:01:00+07:00');
  const said = async () => {
    at.sit('clerk');
    const { places, backups } = await at.get('backup.status');
    return [
      (await at.get('system.status')).lastBackupAt,
      places[0].newestAt,
      ...backups.map(({ madeAt }: { madeAt: string }) => madeAt),
    ];
  };
  expect(await said()).toEqual([right.madeAt, right.madeAt, right.madeAt, ahead.madeAt]);
  at = await at.reopen();
  expect(await said()).toEqual([right.madeAt, right.madeAt, right.madeAt, ahead.madeAt]);
  // And the one from tomorrow goes in its turn.
  await receive();
  const next = await at.get('backup.make');
  expect((await said()).slice(2)).toEqual([next.madeAt, right.madeAt]);
});

test('while nobody knows whether the clock is right, a backup is dated by the last entry', async () => {
  at = await openPracticeDesk();
  await receive();
  at.clock.at += 400 * day;
  at.sit('clerk');
  expect((await at.get('backup.make')).madeAt).toBe('2026-11-23T09:00:00+07:00');
});

test('another office with the same counter of the same unit on the same stick is another: its backups are not this one’s', async () => {
  at = await openPracticeDesk();
  const stick = newFolder();
  at.sit('admin');
  const settings = await at.get('office.settings');
  await at.get('office.changeSettings', { settings: { ...settings, backupFolder: stick }, reason: 'ổ cắm ngoài' });
  await receive();
  const own = await at.get('backup.make');
  const [name = ''] = readdirSync(stick);
  const foreign = path.join(stick, `${name}-2`);
  cpSync(path.join(stick, name), foreign, { recursive: true });
  const file = path.join(foreign, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const other = {
    ...manifest,
    desk: { ...manifest.desk, uuid: crypto.randomUUID() },
    entries: manifest.entries + 1000,
    madeAt: '2026-11-23T23:00:00+07:00',
  };
  writeFileSync(file, JSON.stringify(other));
  at = await at.reopen();
  at.sit('clerk');
  const status = await at.get('backup.status');
  expect(status.places.map(({ count, newestAt }: any) => [count, newestAt])).toEqual([
    [1, own.madeAt],
    [1, own.madeAt],
  ]);
  expect((await at.get('system.status')).lastBackupAt).toBe(own.madeAt);
});
