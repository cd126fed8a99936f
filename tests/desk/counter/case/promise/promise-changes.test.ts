import Database from 'better-sqlite3';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newClient } from '../../../../../electron/desk/core/session/client.ts';
import { createDesk } from '../../../../../electron/desk/desk.ts';
import { newFolder } from '../../../../support/desk/folder.ts';
import { type TestDesk, openPracticeDesk, portsOf, reception } from '../../../../support/desk/test-desk.ts';

let at: TestDesk;
let resources: string;
let adopted: unknown[];

beforeEach(async () => {
  at = await openPracticeDesk();
  resources = newFolder();
});
afterEach(() => at.end());

/** The same office over lists in which Thursday 26/11/2026 became a day off. */
async function withThursdayOff<T>(
  ask: (call: (name: string, input: unknown) => Promise<any>) => Promise<T>,
): Promise<T> {
  cpSync(path.resolve(import.meta.dirname, '../../../../../resources'), resources, { recursive: true });
  const file = path.join(resources, 'data/holidays.json');
  const lists = JSON.parse(readFileSync(file, 'utf8'));
  const day = { date: '2026-11-26', name: 'Nghỉ đột xuất', kind: 'holiday', source: 'thử', verification: 'verified' };
  lists.source = [...lists.source, 'thử'];
  lists.data = [...lists.data, day].toSorted((a: any, b: any) => a.date.localeCompare(b.date));
  writeFileSync(file, JSON.stringify(lists));
  await at.desk.close();
  const desk = createDesk({ ...portsOf(at.folder, at.clock, at.printer, []), resourcesFolder: resources });
  if ('fault' in desk) throw new Error(desk.fault);
  const client = newClient();
  client.session = { accountId: 3, username: 'supervisor', fullName: '', role: 'supervisor', lastUsedAt: at.clock.at };
  try {
    return await ask(async (name, input) => {
      const answer = await desk.call(name, input, client);
      if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
      return answer.value;
    });
  } finally {
    expect(desk.verify().ok).toBe(true);
    await desk.close();
    adopted = adoptions();
    at = await openPracticeDesk();
  }
}

/** What the journal says of the calendars this office counted by. */
function adoptions(): unknown[] {
  const db = new Database(path.join(at.folder, 'desk.sqlite'), { readonly: true });
  try {
    const bodies = db.prepare("SELECT body FROM journal WHERE type = 'calendar-adopted' ORDER BY seq").pluck().all();
    return (bodies as string[]).map((body) => JSON.parse(body));
  } finally {
    db.close();
  }
}

async function receive(change: Record<string, unknown>): Promise<string> {
  at.sit('clerk');
  return (await at.get('case.receive', reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change })))
    .caseId;
}

test('a new day off lists the receipts it would have dated otherwise, and moves none', async () => {
  // Monday 23/11, the 24th is a holiday: seven working days are Thursday 03/12; the same day is not touched by a later day off.
  const moved = await receive({ procedureCode: '1.004222' });
  const same = await receive({ procedureCode: '1.001193' });
  const elsewhere = await receive({ procedureCode: '1.004222', competentUnit: { code: '27637' } });
  const apologised = await receive({ procedureCode: '1.004222' });
  await at.get('case.act', { caseId: apologised, act: { type: 'transfer' } });
  at.sit('officer');
  const extend = { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-10T17:00:00+07:00' };
  await at.get('case.act', { caseId: apologised, act: extend });
  expect((await at.get('office.promiseChanges')).changes).toEqual([]);
  await withThursdayOff(async (call) => {
    const { looked, changes } = await call('office.promiseChanges', {});
    expect(looked).toBe(4);
    expect(changes).toEqual([
      expect.objectContaining({
        caseId: moved,
        printed: '2026-12-03T17:00:00+07:00',
        wouldBe: '2026-12-04T17:00:00+07:00',
        days: 1,
        phone: '0901234567',
      }),
      expect.objectContaining({ caseId: elsewhere, days: expect.toSatisfy((days: number) => days >= 1) }),
    ]);
    // My work shows the clerk the same two, the printed day first; neither moves.
    const asked = async (input = {}) =>
      (await call('work.list', input)).groups.find(({ group }: any) => group === 'promise-changed');
    expect(await asked()).toMatchObject({
      count: { value: 2, more: false },
      rows: [
        { caseId: moved, dueAt: '2026-12-03T17:00:00+07:00', until: '2026-12-04T17:00:00+07:00' },
        { caseId: elsewhere },
      ],
    });
    expect((await asked({ mine: true })).rows).toEqual([]);
    await call('case.act', { caseId: moved, act: { type: 'transfer' } });
    await call('case.act', { caseId: elsewhere, act: { type: 'withdraw', reason: 'Không cần nữa' } });
    expect((await asked()).rows).toMatchObject([{ caseId: moved, status: 'processing' }]);
    expect((await call('case.get', { caseId: moved })).state.dueAt).toBe('2026-12-03T17:00:00+07:00');
    expect((await call('case.get', { caseId: same })).state.dueAt).toBe('2026-11-23T17:00:00+07:00');
  });
  expect(adopted).toMatchObject([
    { looked: 0, changed: 0 },
    { version: '2026-11-22', looked: 4, changed: 2, source: expect.arrayContaining(['thử']) },
  ]);
});

test('the same days opened again are adopted once', async () => {
  at = await at.reopen();
  await at.desk.close();
  expect(adoptions()).toHaveLength(1);
  at = await openPracticeDesk();
});

test('other working hours stand in the work list too; what is received after them does not', async () => {
  const before = await receive({ procedureCode: '1.004222' });
  at.sit('admin');
  const settings = await at.get('office.settings');
  const changed = async () =>
    (await at.get('work.list')).groups.find(({ group }: any) => group === 'promise-changed').rows;
  await at.get('office.changeSettings', { settings: { ...settings, phone: '028' }, reason: 'Số mới' });
  expect(await changed()).toEqual([]);
  const hours = [
    { start: '07:30', end: '11:30' },
    { start: '13:00', end: '16:30' },
  ];
  await at.get('office.changeSettings', { settings: { ...settings, hours }, reason: 'Giờ mùa đông' });
  await receive({ procedureCode: '1.004222' });
  expect(await changed()).toMatchObject([
    { caseId: before, dueAt: '2026-12-03T17:00:00+07:00', until: '2026-12-03T16:30:00+07:00' },
  ]);
});

test('a day that was named, on Mẫu 04 or by agreement, is listed where the office is closed on it now, and not otherwise', async () => {
  const promised = await receive({ procedureCode: '1.004222' });
  await at.get('case.act', { caseId: promised, act: { type: 'transfer' } });
  at.sit('officer');
  const extend = { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-10T10:00:00+07:00' };
  await at.get('case.act', { caseId: promised, act: extend });
  const agreed = await receive({
    procedureCode: '2.002481',
    agreedDueAt: '2026-12-08T10:00:00+07:00',
    termReason: 'nhà trường trả lời',
  });
  expect((await at.get('office.promiseChanges')).changes).toEqual([]);
  at.sit('supervisor');
  for (const date of ['2026-12-08', '2026-12-10'])
    await at.get('office.setDay', { date, sessions: [], ground: 'Nghỉ theo thông báo' });
  const { changes } = await at.get('office.promiseChanges');
  expect(changes).toMatchObject([
    { caseId: agreed, printed: '2026-12-08T10:00:00+07:00', wouldBe: '2026-12-09T17:00:00+07:00', days: 1 },
    { caseId: promised, printed: '2026-12-10T10:00:00+07:00', wouldBe: '2026-12-11T17:00:00+07:00', days: 1 },
  ]);
});
