import { afterEach, describe, expect, test } from 'vitest';
import { receiptNumberText } from '../../../electron/domain/counter/money/fee-receipt.ts';
import { certified, collecting, receive } from '../../support/counter/money-desk.ts';
import { type TestDesk, openTestDesk } from '../../support/desk/test-desk.ts';

const [thursday, friday, monday] = ['2026-11-19', '2026-11-20', '2026-11-23'] as const;

let at: TestDesk | undefined;
afterEach(async () => {
  await at?.end();
  at = undefined;
});

async function makeOffice(asked: Record<string, unknown> = {}, now = `${monday}T08:00`): Promise<TestDesk> {
  const desk = openTestDesk({ at: Date.parse(`${now}:00+07:00`) });
  at = desk;
  await desk.get('office.openPractice', { cases: 240, seed: 5, password: 'x', ...asked });
  desk.sit('clerk');
  return desk;
}

type Receipt = {
  readonly number: string;
  readonly kind: string;
  readonly symbol: string;
  readonly amount: number;
  readonly method: string;
  readonly till: string | null;
  readonly refunded: unknown;
  readonly replaces: string | null;
  readonly lines: readonly { readonly waiver: { readonly reason: string } | null }[];
};
type Till = { expected: number; counted: number; difference: number; reason: string | null; closedAt: string | null };
type Sheet = {
  readonly receipts: readonly Receipt[];
  readonly tills: readonly Till[];
  readonly collected: Record<string, number>;
  readonly net: Record<string, number>;
  readonly waived: number;
  readonly byClerk: readonly { readonly amount: number }[];
};

async function sheetsOf(desk: TestDesk, dates: readonly string[]): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const date of dates) sheets.push(await desk.get('money.daySheet', { date }));
  return sheets;
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const doubts = (desk: TestDesk) => desk.desk.verify().checks.filter(({ ok }) => !ok);
/** What the drawer is opened with each morning. */
const float = 400_000;

test('the last day has every way of paying, a waiver, a refund, and a difference with its reason', async () => {
  const desk = await makeOffice();
  const [before, last] = (await sheetsOf(desk, [thursday, friday])) as [Sheet, Sheet];
  const receipts = [...before.receipts, ...last.receipts];
  expect(new Set(receipts.filter(({ amount }) => amount > 0).map(({ method }) => method))).toEqual(
    new Set(['cash', 'transfer', 'card']),
  );
  expect(last.receipts.filter(({ refunded }) => refunded !== null)).toHaveLength(1);
  expect(
    last.receipts.flatMap(({ lines }) => lines).filter(({ waiver }) => waiver?.reason.includes('hộ nghèo')),
  ).toHaveLength(1);
  expect(last.waived).toBeGreaterThan(0);
  expect(before.tills).toMatchObject([{ difference: 0, reason: null }]);
  expect(last.tills).toMatchObject([{ difference: -2000, reason: expect.stringContaining('2.000 đ') }]);
});

test('what the sheet of a day says is what the drawer was counted to, and what the receipts add up to', async () => {
  const desk = await makeOffice();
  for (const sheet of await sheetsOf(desk, [thursday, friday, monday])) {
    const [till] = sheet.tills;
    expect(till?.expected).toBe(float + (sheet.net['cash'] ?? 0));
    if (till?.closedAt !== null) expect(till?.counted).toBe((till?.expected ?? 0) + (till?.difference ?? 0));
    // A receipt in another's place was collected once: what it changes stands beside.
    const first = sheet.receipts.filter(({ replaces }) => replaces === null);
    expect(sum(first.map(({ amount }) => amount))).toBe(sheet.collected['total']);
    expect(sum(sheet.byClerk.map(({ amount }) => amount))).toBe(sheet.net['total']);
  }
  expect(doubts(desk)).toEqual([]);
});

test('this morning the drawer is open in the clerk’s hands, and others still owe', async () => {
  const desk = await makeOffice();
  const status = await desk.get('till.status');
  expect(status).toMatchObject({ open: true, session: 3, holder: 'clerk', float });
  const [today] = (await sheetsOf(desk, [monday])) as [Sheet];
  expect(today.receipts.length).toBeGreaterThanOrEqual(3);
  expect(today.collected['cash']).toBeGreaterThan(0);
  expect(status.cash).toBe(float + (today.net['cash'] ?? 0));
  const { hits } = await desk
    .get('case.search', { text: '', statuses: ['obligation-requested'], limit: 10 })
    .catch(() => ({ hits: [] }));
  for (const { caseId } of hits) expect((await desk.get('money.assess', { caseId })).due).toBeGreaterThan(0);
});

test('receipts are numbered from 1 without a hole, and the clerk goes on with the next', async () => {
  const desk = await makeOffice();
  const dates = [thursday, friday, monday];
  const receipts = (await sheetsOf(desk, dates)).flatMap((sheet) => sheet.receipts);
  const numbers = receipts.map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => receiptNumberText('paper', index + 1)));

  const collected = await desk.get('money.collect', collecting(await receive(desk, certified)));
  expect(collected.number).toBe(receiptNumberText('paper', numbers.length + 1));
  expect(doubts(desk)).toEqual([]);
});

describe('an office made when no till is open', () => {
  test.each([
    ['before the doors open', `${monday}T07:10`],
    ['in the first half hour', `${monday}T07:45`],
    ['on a Sunday', '2026-11-22T10:00'],
  ])('%s leaves today’s drawer to the clerk', async (_, now) => {
    const desk = await makeOffice({}, now);
    expect(await desk.get('till.status')).toMatchObject({ open: false, closed: { difference: -2000 } });
    expect((await desk.get('system.status')).clock.state).toBe('good');
    const counted = await desk.get('till.open', { float: [{ note: 10_000, count: 3 }] });
    expect(counted).toMatchObject({ open: true, session: 3, cash: 30_000 });
    expect(doubts(desk)).toEqual([]);
  });
});

test('paper receipts end with 31/12/2026; the first of the new year is an e-receipt numbered from 1 (NĐ 254/2026 Điều 44 k2)', async () => {
  const desk = await makeOffice({}, '2027-01-04T08:00');
  const old = (await sheetsOf(desk, ['2026-12-30', '2026-12-31'])).flatMap(({ receipts }) => receipts);
  expect(new Set(old.map(({ kind }) => kind))).toEqual(new Set(['paper']));
  const [today] = (await sheetsOf(desk, ['2027-01-04'])) as [Sheet];
  expect(today.receipts[0]).toMatchObject({ kind: 'electronic', symbol: '27TAA', number: '1' });
  const { rows, total } = await desk.get('money.summary', { date: '2027-01-04' });
  const numbers = today.receipts.map(({ number }) => number);
  expect(new Set((rows as { number: string }[]).map(({ number }) => number))).toEqual(new Set(numbers));
  expect(total).toBe(today.net['total']);
  expect(doubts(desk)).toEqual([]);
});

test.each([1, 3, 20, 60])('an office of %i cases has a till that balances', async (cases) => {
  const desk = await makeOffice({ cases });
  expect(doubts(desk)).toEqual([]);
  expect(await desk.get('till.status')).toMatchObject({ open: true, session: 3 });
});

// 8: a result is fetched for an organisation, by whom it sends.
test.each([1, 2, 3, 8])('whatever the seed, every day balances and nothing is doubtful (seed %i)', async (seed) => {
  const desk = await makeOffice({ seed, cases: seed === 8 ? 300 : 120 });
  expect(doubts(desk)).toEqual([]);
  const [before, last] = (await sheetsOf(desk, [thursday, friday])) as [Sheet, Sheet];
  expect(before.receipts.length + last.receipts.length).toBeGreaterThan(5);
});

test.each([
  ['where none was asked for', { plain: true }],
  ['in an office without cases', { cases: 0 }],
])('no till was ever open %s', async (_, asked) => {
  const desk = await makeOffice(asked);
  expect(await desk.get('till.list')).toEqual({ tills: [] });
});
