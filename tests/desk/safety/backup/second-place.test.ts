import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newFolder } from '../../../support/desk/folder.ts';
import { settings } from '../../../support/papers/well-formed.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

async function placeSecond(folder: string, said: object = {}): Promise<any> {
  at.sit('admin');
  const before = await at.get('office.settings');
  const answer = await at.call('office.changeSettings', {
    settings: { ...before, backupFolder: folder },
    reason: 'nơi sao lưu',
    ...said,
  });
  at.sit('clerk');
  return answer;
}

test('a second place that is pulled out is told within the minute, with what it had; also after a restart', async () => {
  at = await openPracticeDesk();
  const stick = newFolder();
  await placeSecond(stick);
  await at.get('case.receive', reception());
  const made = await at.get('backup.make');
  const second = async () => (await at.get('backup.status')).places[1];
  expect(await second()).toMatchObject({ count: 1, had: { madeAt: made.madeAt, at: made.madeAt }, trouble: null });
  renameSync(stick, `${stick}-away`);
  at.clock.at += 60_000;
  await at.desk.tend();
  at.sit('clerk');
  expect((await at.get('system.status')).backupTrouble).toBe(true);
  at = await at.reopen();
  at.sit('clerk');
  expect(await second()).toMatchObject({
    count: 0,
    newestAt: null,
    had: { madeAt: made.madeAt, at: made.madeAt },
    trouble: { code: 'backup-place-missing', data: { path: stick } },
  });
  expect((await at.get('system.status')).backupTrouble).toBe(true);
  renameSync(`${stick}-away`, stick);
  await at.desk.tend();
  at.sit('clerk');
  expect((await at.get('system.status')).backupTrouble).toBe(false);
  expect(await second()).toMatchObject({ count: 1, trouble: null });

  // At a spare computer nothing is remembered: what lies there is seen by the first look.
  rmSync(path.join(at.folder, 'backups', 'elsewhere.json'));
  await at.desk.tend();
  renameSync(stick, `${stick}-away`);
  at.sit('clerk');
  expect(await second()).toMatchObject({ count: 0, had: { madeAt: made.madeAt, at: made.madeAt } });
});

test('a place that never was had nothing, and whoever types it at a screen hears so; a program is not asked', async () => {
  at = await openPracticeDesk();
  const nowhere = path.join(newFolder(), 'khong-co');
  const refused = { fault: { code: 'backup-place-missing', data: { path: nowhere } } };
  expect(await placeSecond(nowhere, { attended: true })).toMatchObject(refused);
  expect(await placeSecond(nowhere)).toMatchObject({ ok: true });
  // What is set already is no news to whoever changes something else.
  expect(await placeSecond(nowhere, { attended: true })).toMatchObject({ ok: true });
  expect((await at.get('backup.status')).places[1]).toMatchObject({ count: 0, had: null, trouble: refused.fault });
  await at.end();

  at = openTestDesk();
  const accounts = [{ username: 'an', fullName: 'Trần Thị An', role: 'admin', password: 'Song-Xanh-Chay-8' }];
  const asked = { settings: { ...settings, backupFolder: nowhere }, accounts, attended: true };
  expect(await at.call('office.setUp', asked)).toMatchObject(refused);
  mkdirSync(nowhere);
  expect(await at.call('office.setUp', asked)).toMatchObject({ ok: true });
});
