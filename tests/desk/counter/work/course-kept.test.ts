import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { courseOf } from '../../../../electron/store/counter/work/lately.ts';
import { openToRead } from '../../../../electron/store/file/opening/open.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
afterEach(() => at.end());

const seconds = (time: string) => Date.parse(`${time}+07:00`) / 1000;

/** As each reading of the wall: by a connection of its own. */
function receivedOn24th(time: string): number | null | undefined {
  const db = openToRead(at.folder);
  try {
    const course = courseOf(db, { startOfDay: seconds(`${time.slice(0, 10)}T00:00:00`), now: seconds(time) });
    return course.find(({ day }) => day === '2026-11-24')?.received;
  } finally {
    db.close();
  }
}

test('days that are over are counted once a minute, whichever connection asks; of another register at once', async () => {
  at = await openPracticeDesk();
  clockAt(at, '2026-11-24T09:00:00');
  for (const _file of ['one', 'two']) await at.get('case.receive', reception());
  expect(receivedOn24th('2026-11-25T09:00:00')).toBe(2);
  at = await at.reopen();
  const [file, before, after] = ['desk', 'before', 'after'].map((name) => path.join(at.folder, `${name}.sqlite`)) as [
    string,
    string,
    string,
  ];
  await at.desk.close();
  copyFileSync(file, before);
  at = await at.reopen();
  // Told late, of the day before: it shows within a minute, and till then nobody counts two weeks for it.
  clockAt(at, '2026-11-24T16:00:00');
  await at.get('case.receive', reception());
  expect(receivedOn24th('2026-11-25T09:00:59')).toBe(2);
  expect(receivedOn24th('2026-11-25T09:01:00')).toBe(3);
  // A register that is not the one that went on from there.
  await at.desk.close();
  const put = (which: string) => {
    for (const log of ['-wal', '-shm']) rmSync(`${file}${log}`, { force: true });
    copyFileSync(which, file);
  };
  copyFileSync(file, after);
  put(before);
  expect(receivedOn24th('2026-11-25T09:01:30')).toBe(2);
  put(after);
  at = await at.reopen();
});
