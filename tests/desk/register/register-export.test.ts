import { afterEach, beforeEach, expect, test } from 'vitest';
import { rebuildProjections } from '../../../electron/store/verify/rebuild.ts';
import { reception } from '../../support/desk/test-desk.ts';
import { type TestContext, openTestContext } from '../../support/desk/test-context.ts';

let at: TestContext;
beforeEach(async () => {
  at = await openTestContext();
  at.sit('clerk');
});
afterEach(() => at.end());

const week = { from: '2026-11-23', to: '2026-11-29' };

function exported(): { by: string; body: unknown }[] {
  const rows = at.desk.store.db
    .prepare(`SELECT username AS by, body FROM journal JOIN account USING (account_id) JOIN subject USING (subject_id)
      WHERE type = 'register-exported' AND kind = 1 ORDER BY seq`)
    .all() as { by: string; body: string }[];
  return rows.map(({ by, body }) => ({ by, body: JSON.parse(body) as unknown }));
}

test('who took which lines out of the desk is in the journal, and nobody’s name of the lines', async () => {
  expect(await at.call('case.receive', reception())).toMatchObject({ ok: true });
  for (const who of ['clerk', 'officer', 'supervisor', 'admin'] as const) {
    at.sit(who);
    expect(await at.call('register.file', { ...week, format: 'xlsx' })).toMatchObject({ ok: true, value: { rows: 1 } });
  }
  at.sit('clerk');
  const narrowed = { ...week, channel: 'online', procedureCode: '1.001193' };
  expect(await at.call('register.file', { ...narrowed, format: 'pdf' })).toMatchObject({
    ok: true,
    value: { rows: 0 },
  });
  expect(exported()).toEqual([
    ...['clerk', 'officer', 'supervisor', 'admin'].map((by) => ({
      by,
      body: { filter: week, format: 'xlsx', lines: 1 },
    })),
    { by: 'clerk', body: { filter: narrowed, format: 'pdf', lines: 0 } },
  ]);
  rebuildProjections(at.desk.store.db);
  expect(exported()).toHaveLength(5);
});

test('to read the register leaves nothing, nor does a file that was not made', async () => {
  const head = at.desk.store.journal.head();
  expect(await at.call('register.list', week)).toMatchObject({ ok: true });
  const backwards = { from: week.to, to: week.from, format: 'pdf' };
  expect(await at.call('register.file', backwards)).toMatchObject({ fault: { code: 'input-invalid' } });
  at.client.session = null;
  expect(await at.call('register.file', { ...week, format: 'pdf' })).toMatchObject({
    fault: { code: 'sign-in-required' },
  });
  expect(at.desk.store.journal.head()).toEqual(head);
});

test('no file is handed out of which no entry could be kept', async () => {
  const { db } = at.desk.store;
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
  const asked = { ...week, format: 'xlsx' };
  let answer = await at.call('register.file', asked);
  // The last page has room for a few more entries.
  for (let tries = 0; answer.ok && tries < 200; tries += 1) answer = await at.call('register.file', asked);
  expect(answer).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
  expect(await at.call('register.list', week)).toMatchObject({ ok: true });
});
