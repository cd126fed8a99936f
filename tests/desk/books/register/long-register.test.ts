import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerPage } from '../../../../electron/store/books/register/register.ts';
import type { Db } from '../../../../electron/store/file/db.ts';
import { openToRead } from '../../../../electron/store/file/opening/open.ts';
import { type TestDesk, monday, openTestDesk, password, reception } from '../../../support/desk/test-desk.ts';

/** More than are read at once (desk/books/register/handlers.ts). */
const cases = 2400;
const years = { from: '2020-01-01', to: '2026-11-30' };

let at: TestDesk;
beforeAll(async () => {
  at = openTestDesk({ at: monday });
  await at.get('office.openPractice', { cases, seed: 1, plain: true, password });
  at.sit('clerk');
});
afterAll(() => at.end());

const asked = { filter: years, limit: 200, now: Math.floor(monday / 1000) };

/** As the thread reads it. */
function inFile<T>(read: (db: Db) => T): T {
  const db = openToRead(at.folder, null);
  try {
    return read(db);
  } finally {
    db.close();
  }
}

test('a clerk is answered while a long register is read', async () => {
  const { caseId } = await at.get('case.receive', reception());
  let isRead = false;
  const reading = at.get('register.list', years).finally(() => (isRead = true));
  // Between these the loop never turns, so nothing of another thread can come; read in one go it would be there after the first of them.
  for (let nth = 0; nth < 10; nth += 1) await at.get('case.get', { caseId });
  expect(isRead).toBe(false);
  let answered = 0;
  while (!isRead) {
    await at.get('case.get', { caseId });
    answered += 1;
    await setImmediate();
  }
  expect(answered).toBeGreaterThan(0);
  const { rows, totals, next } = await reading;
  expect([rows.length, totals.cases, next]).toEqual([100, expect.any(Number), rows.at(-1)?.caseId]);
});

test('read beside the desk it says what it says read at once: every page in order, and the sums of its parts', async () => {
  const all = await at.get('register.list', { ...years, limit: 500 });
  const here = inFile((db) => registerPage(db, { ...asked, limit: 500 }));
  expect(all.rows.map(({ caseId }: { caseId: string }) => caseId)).toEqual(here?.cases.map(({ caseId }) => caseId));
  const second = await at.get('register.list', { ...years, after: all.next, limit: 500 });
  expect([second.rows[0].no, second.totals]).toEqual([501, all.totals]);
  const halves = await Promise.all(
    [
      { from: years.from, to: '2026-10-31' },
      { from: '2026-11-01', to: years.to },
    ].map((days) => at.get('register.list', days)),
  );
  expect(halves.reduce((sum, { totals }) => sum + totals.cases, 0)).toBe(all.totals.cases);
  expect(await at.call('register.list', { ...years, after: crypto.randomUUID() })).toMatchObject({
    fault: { code: 'case-unknown' },
  });
});

test('it tells how far it is, and whoever gives it up is answered at once', async () => {
  const reading = at.call('register.list', { ...years, watch: 'the register' });
  expect(await at.get('report.progress', { watch: 'the register' })).toEqual({ done: 0, of: 0 });
  expect(await at.get('report.cancel', { watch: 'the register' })).toEqual({ cancelled: true });
  expect(await reading).toMatchObject({ fault: { code: 'report-cancelled' } });
  expect(await at.get('report.progress', { watch: 'the register' })).toBeNull();
  // Given up, it is asked for again as if it never had been.
  expect((await at.get('register.list', { ...years, watch: 'the register' })).rows).toHaveLength(100);

  const told: (readonly [number, number])[] = [];
  const page = inFile((db) => registerPage(db, asked, (done, of) => told.push([done, of])));
  expect(page).toEqual(inFile((db) => registerPage(db, asked)));
  const [lines] = told.map(([, of]) => of);
  expect(told[0]).toEqual([0, lines]);
  expect(told.at(-1)).toEqual([lines, lines]);
  expect(told.length).toBeGreaterThan(10);
  expect(told.every(([done], nth) => nth === 0 || done >= (told[nth - 1]?.[0] ?? 0))).toBe(true);
});
