import { expect, test } from 'vitest';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { findCentre, keepNotices } from '../../../../electron/store/centre/hub/centre.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import {
  type HubDesk,
  codeFor,
  joined,
  openHubDesk,
  practice,
  letIn,
  synced,
  twinWay,
  closedAfterwards,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, password, reception } from '../../../support/desk/test-desk.ts';
import { settings } from '../../../support/papers/well-formed.ts';

const open = closedAfterwards();

function request(index: number): string {
  return `0193f6b0-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

function codes(desk: HubDesk): string[] {
  return (findCentre(desk.context.store.db)?.notices ?? []).map(({ code }) => code);
}

async function real(name: string, way: ReturnType<typeof twinWay>): Promise<HubDesk> {
  const desk = openHubDesk(name, newFolder(), open.length + 20, way);
  open.push(desk);
  const accounts = (['clerk', 'officer', 'supervisor', 'admin'] as const).map((role) => ({
    username: role,
    fullName: `Nguyễn Văn ${role}`,
    role,
    password,
  }));
  await desk.get('admin', 'office.setUp', { settings: { ...settings, unitCode: '27112' }, accounts });
  return desk;
}

/** Two counters of one real office that hear of each other, each with receipts of its own. */
async function twoCounters(): Promise<[HubDesk, HubDesk]> {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const [one, two] = [await real('Q1', way), await real('Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  await letIn(one);
  for (const desk of [two, one, two, one]) await synced(desk);
  return [one, two];
}

async function symbolOf(desk: HubDesk, symbol: string) {
  const kept = await desk.get('admin', 'office.settings');
  const receipts = { taxCode: '0312345678', paper: { template: '01BLP2-001', symbol } };
  return desk.call('admin', 'office.changeSettings', { settings: { ...kept, receipts }, reason: 'ký hiệu' });
}

/** Takes the fee of a certified copy, or says why not. */
async function taken(desk: HubDesk, index: number) {
  // Open already the second time.
  await desk.call('clerk', 'till.open', { float: [{ note: 10_000, count: 10 }] });
  const { caseId } = await desk.get('clerk', 'case.receive', reception({ requestId: request(index) }));
  const { fees } = await desk.get('clerk', 'money.assess', { caseId });
  const [first] = fees;
  if (first.amount === null)
    await desk.get('clerk', 'money.setFee', { caseId, line: first.line, amount: 8000, source: 'niêm yết' });
  const requestId = request(9000 + index);
  return desk.call('clerk', 'money.collect', { caseId, lines: [first.line], method: 'cash', requestId });
}

test('refuses the receipt symbol of another counter, naming it', async () => {
  const [one, two] = await twoCounters();
  expect(await symbolOf(two, 'AA-26T')).toMatchObject({ ok: true });
  for (const desk of [two, one]) await synced(desk);
  expect(await symbolOf(one, 'aa-26t')).toMatchObject({
    fault: { code: 'receipt-symbol-taken', data: { symbol: 'AA-26T', desk: 'Quầy 2' } },
  });
  expect(await symbolOf(one, 'AB-26T')).toMatchObject({ ok: true });
});

test('claims a symbol at the next contact, and issues nothing under one that it lost', async () => {
  const [one, two] = await twoCounters();
  // Neither has heard of the other.
  for (const desk of [two, one]) expect(await symbolOf(desk, 'AA-26T')).toMatchObject({ ok: true });
  await synced(two);
  await synced(one);
  expect(codes(one)).toEqual(['hub-number-taken']);
  expect(codes(two)).toEqual([]);
  expect(await taken(two, 1)).toMatchObject({ value: { number: '0000001' } });
  expect(await taken(one, 2)).toMatchObject({
    fault: { code: 'receipt-symbol-taken', data: { symbol: 'AA-26T', desk: 'Q2' } },
  });
  expect(await symbolOf(one, 'AB-26T')).toMatchObject({ ok: true });
  expect(await taken(one, 3)).toMatchObject({ ok: true, value: { number: '0000001' } });
});

test('goes on with a series where it was first, and stops in one where another counter was', async () => {
  const [one, two] = await twoCounters();
  for (const desk of [two, one]) expect(await symbolOf(desk, 'AA-26T')).toMatchObject({ ok: true });
  one.clock.at += 60_000;
  expect(await taken(two, 1)).toMatchObject({ ok: true });
  expect(await taken(one, 2)).toMatchObject({ ok: true });
  for (const desk of [two, one, two]) await synced(desk);
  // Both have number 1: told to the supervisor as often as the exchange counts it.
  const { conflicts, doubled } = await one.get('supervisor', 'conflict.list');
  expect([conflicts, doubled]).toEqual([
    [],
    [
      {
        kind: 'receipt',
        number: 'AA-26T 0000001',
        counters: expect.arrayContaining([
          expect.objectContaining({ code: 'Q1' }),
          expect.objectContaining({ code: 'Q2' }),
        ]),
        cases: [expect.any(String), expect.any(String)],
      },
    ],
  ]);
  expect((await synced(one)).conflicts).toBe(1);
  // What the hub said is not here: the register alone says it.
  for (const desk of [one, two]) keepNotices(desk.context.store.db, []);
  expect(await taken(one, 3)).toMatchObject({ fault: { code: 'receipt-symbol-taken', data: { desk: 'Quầy 2' } } });
  expect(await taken(two, 4)).toMatchObject({ ok: true, value: { number: '0000002' } });
});

test('counters of a practice office number receipts under a symbol of their own once they joined', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  const { notices } = await joined(two, codeFor(twin, 'Q2', 2));
  expect(notices.map(({ code }) => code)).not.toContain('hub-number-taken');
  for (const desk of [one, two, one, two]) await synced(desk);
  const symbols = [];
  for (const desk of [one, two]) symbols.push((await desk.get('admin', 'office.settings')).receipts.paper.symbol);
  expect(symbols).toEqual(['AA-26T', 'AB-26T']);
  expect(await taken(one, 1)).toMatchObject({ value: { number: '0000001' } });
  expect(await taken(two, 2)).toMatchObject({ value: { number: '0000001' } });
  for (const desk of [one, two, one, two]) await synced(desk);
  expect((await one.get('supervisor', 'conflict.list')).doubled).toEqual([]);
});
