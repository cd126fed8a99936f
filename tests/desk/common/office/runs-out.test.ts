import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, expect, test } from 'vitest';
import { type RealDesk, realDesks } from '../../../support/desk/real-desk.ts';
import { openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

const { desk } = realDesks({ sealed: false });

const hour = 3_600_000;
const day = 24 * hour;

/** What the bar of somebody who sits down now says that runs out. */
async function told(at: RealDesk, username = 'binh'): Promise<unknown[]> {
  const { value } = await (await at.signIn(username)).call('system.status');
  return value.runsOut;
}

const asItIs = fs.statfsSync;

/** So many bytes are free on every disk. */
function leaveRoom(bytes: number): void {
  fs.statfsSync = ((folder: string) => ({ ...asItIs(folder), bavail: bytes / 512, bsize: 512 })) as typeof asItIs;
  syncBuiltinESMExports();
}

afterEach(() => {
  fs.statfsSync = asItIs;
  syncBuiltinESMExports();
});

test('a disk nearly full is told to whoever sits down, and no more once there is room', async () => {
  const at = await desk('an', 'binh', 'tu');
  leaveRoom(2 ** 30);
  expect(await told(at)).toEqual([{ code: 'disk-room', megabytes: 1024 }]);
  expect(await told(at, 'tu')).toEqual([{ code: 'disk-room', megabytes: 1024 }]);
  leaveRoom(3 * 2 ** 30);
  expect(await told(at)).toEqual([]);
});

test('a backup of the day before yesterday is told, and no more once one is made', async () => {
  leaveRoom(2 ** 40);
  const at = await desk('an', 'binh', 'tu');
  const backUp = async () => expect(await (await at.signIn('an')).call('backup.make')).toMatchObject({ ok: true });
  await backUp();
  at.clock.at += 30 * hour;
  expect(await told(at)).toEqual([]);
  at.clock.at += hour;
  expect(await told(at)).toEqual([{ code: 'backup-old', hours: 31 }]);
  await backUp();
  expect(await told(at)).toEqual([]);
});

test('an end of the calendar is told two months before', async () => {
  leaveRoom(2 ** 40);
  const at = await desk('an', 'binh', 'tu');
  const ends = Date.parse('2027-12-31T09:00:00+07:00');
  const calendar = async () => (await told(at)).filter((one) => (one as { code: string }).code === 'calendar');
  for (; at.clock.at + 28 * day < ends - 60 * day; at.clock.at += 28 * day) expect(await calendar()).toEqual([]);
  at.clock.at = ends - 60 * day;
  expect(await calendar()).toEqual([]);
  at.clock.at += day;
  expect(await calendar()).toEqual([{ code: 'calendar', days: 59 }]);
});

test('the last numbers of a day are told, and no more once the desk has others, nor the next day', async () => {
  leaveRoom(2 ** 40);
  const at = await openPracticeDesk();
  const settings = await at.get('office.settings');
  const own = async (...blocks: { first: number; last: number }[]) => {
    at.sit('admin');
    await at.get('office.changeSettings', {
      settings: { ...settings, desk: { ...settings.desk, blocks } },
      reason: 'dải số',
    });
    at.sit('clerk');
  };
  const runsOut = async () => (await at.get('system.status')).runsOut;
  await own({ first: 1, last: 3 });
  for (let left = 3; left > 0; left -= 1) {
    expect(await runsOut()).toEqual([]);
    await at.get('case.receive', reception());
  }
  expect(await runsOut()).toEqual([{ code: 'numbers', left: 0 }]);
  await own({ first: 1, last: 3 }, { first: 4, last: 13 });
  expect(await runsOut()).toEqual([]);
  await own({ first: 1, last: 3 });
  expect(await runsOut()).toEqual([{ code: 'numbers', left: 0 }]);
  at.clock.at += day;
  at.sit('clerk');
  expect(await runsOut()).toEqual([]);
  await at.end();
});

test('the end of receipts on paper is told two months before, and no more once electronic ones are registered', async () => {
  leaveRoom(2 ** 40);
  const at = await desk('an', 'binh', 'tu');
  const register = async (more: object) => {
    const admin = await at.signIn('an');
    const { value: settings } = await admin.call('office.settings');
    const receipts = { taxCode: '0301234567', paper: { template: '01BLP2-001', symbol: 'AB-26T' }, ...more };
    expect(
      await admin.call('office.changeSettings', { settings: { ...settings, receipts }, reason: 'đăng ký biên lai' }),
    ).toMatchObject({ ok: true });
  };
  await register({});
  at.clock.at = Date.parse('2026-12-30T09:00:00+07:00');
  const receipts = async () => (await told(at)).filter((one) => (one as { code: string }).code === 'paper-receipts');
  expect(await receipts()).toEqual([{ code: 'paper-receipts', days: 2, until: '2026-12-31' }]);
  at.clock.at += 5 * day;
  expect(await receipts()).toEqual([{ code: 'paper-receipts', days: 0, until: '2026-12-31' }]);
  await register({ letters: 'AB' });
  expect(await receipts()).toEqual([]);
});
