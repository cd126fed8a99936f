import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, isFault } from '../../../../electron/contract/base/fault.ts';
import { registerFile } from '../../../../electron/desk/books/register/pdf-and-workbook.ts';
import { type PageStart, findPageStart, firstPage } from '../../../../electron/store/books/register/register.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { reception } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';
import { type TestContext, openTestContext } from '../../../support/desk/test-context.ts';

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

describe('a register longer than one volume', () => {
  /** The volumes of two cases each that hold the week, first to last. */
  async function volumes(format: 'pdf' | 'xlsx') {
    const made: Exclude<Awaited<ReturnType<typeof registerFile>>, Fault>[] = [];
    let start: PageStart | undefined = firstPage;
    while (start !== undefined) {
      const file = await registerFile(at.desk, week, format, start, { most: 2 });
      if (isFault(file)) throw new Error(file.fault);
      made.push(file);
      start = file.next === null ? undefined : findPageStart(at.desk.store.db, week, file.next);
    }
    return made;
  }

  test('comes in volumes: each case once, numbered on from volume to volume, and each says which it is', async () => {
    const numbers: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const answer = await at.call('case.receive', reception({ requestId: crypto.randomUUID() }));
      if (answer.ok) numbers.push((answer.value as { number: { official: string } }).number.official);
    }
    const made = await volumes('pdf');
    expect(made.map(({ rows, volume, volumes: of, next }) => [rows, volume, of, next === null])).toEqual([
      [2, 1, 3, false],
      [2, 2, 3, false],
      [1, 3, 3, true],
    ]);
    expect(made[1]?.fileName).toBe('so-theo-doi-ho-so_2026-11-23_2026-11-29_quyen-2.pdf');
    const texts = await Promise.all(
      made.map(async ({ base64 }) => (await textOfPdf(Buffer.from(base64, 'base64'))).replaceAll(/\s+/g, ' ')),
    );
    expect(texts[1]).toContain('quyển 2/3, từ số 3 đến số 4');
    for (const [nth, number] of numbers.entries())
      expect(texts.flatMap((text, volume) => (text.includes(number) ? [volume] : []))).toEqual([Math.floor(nth / 2)]);
    const books = await volumes('xlsx');
    expect(books.map(({ rows }) => rows)).toEqual([2, 2, 1]);
    expect([...filesOf(Buffer.from(books[2]?.base64 ?? '', 'base64')).values()].join('')).toContain(
      'quyển 3/3, từ số 5 đến số 5',
    );
  });

  test('a case received meanwhile is in the last; a case that is none begins no volume', async () => {
    for (let nth = 0; nth < 3; nth += 1) await at.call('case.receive', reception({ requestId: crypto.randomUUID() }));
    const first = await registerFile(at.desk, week, 'xlsx', firstPage, { most: 2 });
    if (isFault(first)) throw new Error(first.fault);
    await at.call('case.receive', reception({ requestId: crypto.randomUUID() }));
    const start = findPageStart(at.desk.store.db, week, first.next ?? '') ?? firstPage;
    const second = await registerFile(at.desk, week, 'xlsx', start, { most: 2 });
    expect(second).toMatchObject({ rows: 2, volume: 2, volumes: 2, next: null });
    expect(await at.call('register.file', { ...week, format: 'xlsx', after: crypto.randomUUID() })).toMatchObject({
      fault: { code: 'case-unknown' },
    });
  });
});
