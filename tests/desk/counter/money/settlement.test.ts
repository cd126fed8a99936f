import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { collecting, extract, float, openMoneyDesk, receive, setClock } from '../../../support/counter/money-desk.ts';
import { type TestDesk, openTestDesk } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';

describe('a month at one counter', () => {
  let at: TestDesk;
  beforeEach(async () => {
    at = await openMoneyDesk('2026-11-16T09:00:00+07:00');
    await at.get('till.open', { float });
  });
  afterEach(() => at.end());

  const month = (name = '2026-11') => at.get('money.settlement', { month: name });
  const allGood = ({ checks }: any) => expect(checks.filter(({ ok }: any) => !ok)).toEqual([]);

  test('taken, given back in the next month, put right: each where it moved, and the tills agree', async () => {
    const first = await receive(at);
    const { receiptId } = await at.get('money.collect', collecting(first));
    const second = await receive(at, extract);
    const wrong = await at.get('money.collect', collecting(second, { method: 'transfer' }));
    at.sit('supervisor');
    await at.get('money.correct', {
      receiptId: wrong.receiptId,
      errors: ['amount'],
      reason: 'Ghi nhầm số bản',
      amounts: [{ line: 0, amount: 6000 }],
      requestId: crypto.randomUUID(),
    });
    const november = await month();
    expect(november.rows).toMatchObject([
      {
        feeName: expect.stringContaining('chứng thực'),
        kind: 'fee',
        isCertification: true,
        receipts: 1,
        net: { cash: 10_000 },
      },
      {
        receipts: 1,
        collected: { transfer: 8000 },
        adjusted: { transfer: -2000 },
        net: { transfer: 6000, total: 6000 },
      },
    ]);
    expect(november.total.net).toEqual({ cash: 10_000, transfer: 6000, card: 0, total: 16_000 });
    expect(november.payIn[0]).toEqual({
      destination: 'fees-account',
      of: 'certification',
      amount: 10_000,
      remitBy: '2026-12-05',
    });
    allGood(november);
    setClock(at, '2026-12-02T09:00:00+07:00');
    at.sit('supervisor');
    await at.get('money.refund', { receiptId, reason: 'Thu nhầm người' });
    const december = await month('2026-12');
    expect(december.total).toMatchObject({ receipts: 0, refunded: { cash: 10_000 }, net: { total: -10_000 } });
    allGood(december);
    // What is past stays what it was.
    expect((await month()).total).toEqual(november.total);
    expect((await at.get('money.month', { month: '2026-12' })).certification.amount).toBe(-10_000);
  });

  test('what is free is counted among the receipts, and comes to 0', async () => {
    const caseId = await receive(at);
    at.sit('supervisor');
    await at.get('money.waive', { caseId, line: 0, reason: 'Hộ nghèo', basis: 'Quyết định 12' });
    await at.get('money.collect', collecting(caseId));
    const { rows } = await month();
    expect(rows).toMatchObject([{ receipts: 1, collected: { total: 0 }, net: { total: 0 }, waived: 10_000 }]);
  });

  test('owed at the end of a month, and no longer once it is paid; a file that was withdrawn owes nothing', async () => {
    const [paid, owing, gone] = [await receive(at), await receive(at, extract), await receive(at)];
    const unpaid = (name = '2026-11') => at.get('money.unpaid', { month: name });
    expect((await unpaid()).total).toEqual({ files: 3, amount: 28_000, unknown: 0 });
    await at.get('money.collect', collecting(paid));
    await at.get('case.act', { caseId: gone, act: { type: 'withdraw', reason: 'Người nộp xin rút' } });
    const { lines, until } = await unpaid();
    expect(until).toBe('2026-11-16');
    expect(lines).toMatchObject([{ caseId: owing, amount: 8000, returned: false }]);
    setClock(at, '2026-12-02T09:00:00+07:00');
    await at.get('money.collect', collecting(owing));
    expect((await unpaid('2026-12')).lines).toEqual([]);
    // At the end of November it was owed still.
    expect(await unpaid()).toMatchObject({ until: '2026-11-30', lines: [{ caseId: owing }] });
    expect(await unpaid('2026-10')).toMatchObject({ lines: [], total: { files: 0, amount: 0, unknown: 0 } });
  });

  test('an amount that nobody knows is told as unknown, and is no 0', async () => {
    await receive(at, { procedureCode: '1.001193' });
    const { lines, total } = await at.get('money.unpaid', { month: '2026-11' });
    const blank = lines.filter(({ amount }: any) => amount === null);
    expect([blank.length, total.amount]).toEqual([total.unknown, 0]);
  });

  test('what was paid in stands beside what was to be; the same slip once, no day to come, and a wrong line is taken back', async () => {
    await at.get('money.collect', collecting(await receive(at)));
    const slip = { month: '2026-11', part: 'certification', amount: 10_000, day: '2026-12-03', slip: 'NT-15' };
    expect(await at.call('money.recordPayIn', slip)).toMatchObject({ fault: { code: 'forbidden' } });
    setClock(at, '2026-12-02T09:00:00+07:00');
    at.sit('supervisor');
    expect(await at.call('money.recordPayIn', slip)).toMatchObject({ fault: { code: 'pay-in-day' } });
    const stands = async () => (await month()).remitted.find(({ part }: any) => part === 'certification');
    expect(await stands()).toMatchObject({ state: 'open', left: 10_000, late: false });
    setClock(at, '2026-12-06T09:00:00+07:00');
    at.sit('supervisor');
    expect(await stands()).toMatchObject({ state: 'open', late: true });
    const { paidIn } = await at.get('money.recordPayIn', slip);
    expect(await stands()).toMatchObject({ state: 'done', paid: 10_000, left: 0, late: false });
    expect(await at.call('money.recordPayIn', { ...slip, slip: 'nt-15' })).toMatchObject({
      fault: { code: 'pay-in-repeated' },
    });
    const paper = async () => {
      const { base64 } = await at.get('money.monthFile', { month: '2026-11', list: 'settlement', format: 'pdf' });
      return (await textOfPdf(Buffer.from(base64, 'base64'))).replaceAll(/\s+/g, ' ');
    };
    expect(await paper()).toContain('10.000 đồng ngày 03/12/2026, giấy nộp tiền số NT-15');
    const [{ payInId }] = paidIn;
    await at.get('money.takeBackPayIn', { payInId, reason: 'Ghi nhầm tháng' });
    expect(await at.call('money.takeBackPayIn', { payInId, reason: 'Ghi nhầm tháng' })).toMatchObject({
      fault: { code: 'pay-in-unknown' },
    });
    expect(await stands()).toMatchObject({ state: 'open', left: 10_000 });
    expect((await month()).paidIn).toMatchObject([{ slip: 'NT-15', takenBack: { reason: 'Ghi nhầm tháng' } }]);
    expect(await paper()).toContain('phí chứng thực: chưa ghi lần nộp nào; còn 10.000 đồng');
    expect((await month('2026-12')).paidIn).toEqual([]);
    // The slip may be written down once more, for what it really was.
    await at.get('money.recordPayIn', slip);
    expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  });

  test('each as a file, and that it was taken out is kept', async () => {
    await at.get('money.collect', collecting(await receive(at)));
    await receive(at, extract);
    const file = (list: string, format: string) => at.get('money.monthFile', { month: '2026-11', list, format });
    const book = await file('settlement', 'xlsx');
    const cells = [...filesOf(Buffer.from(book.base64, 'base64')).values()].join('\n');
    for (const word of ['BẢNG QUYẾT TOÁN PHÍ, LỆ PHÍ THÁNG 11/2026', '05/12/2026', 'Các tổng khớp'])
      expect(cells).toContain(word);
    const paper = await textOfPdf(Buffer.from((await file('settlement', 'pdf')).base64, 'base64'));
    for (const word of ['10.000', 'chậm nhất ngày 05/12/2026', 'KẾ TOÁN', 'HỒ SƠ THỰC HÀNH'])
      expect(paper).toContain(word);
    const owed = await textOfPdf(Buffer.from((await file('unpaid', 'pdf')).base64, 'base64'));
    for (const word of ['PHÍ, LỆ PHÍ CHƯA THU', '8.000', '1 hồ sơ']) expect(owed).toContain(word);
    const list = [...filesOf(Buffer.from((await file('unpaid', 'xlsx')).base64, 'base64')).values()].join('\n');
    expect(list).toContain('NGUYỄN THỊ ĐẶNG ÁNH');
    at.sit('admin');
    const { lines } = await at.get('account.log', { of: 'office', limit: 5 });
    expect(lines.filter(({ type }: any) => type === 'money-exported')).toHaveLength(4);
    expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
  });
});

/** Counted again from what the screens of cases and days tell, with no knowledge of how the settlement counts. */
describe('an office with a history', () => {
  let at: TestDesk;
  const today = '2026-11-23';
  const caseIds: string[] = [];
  beforeAll(async () => {
    at = openTestDesk({ at: Date.parse(`${today}T08:00:00+07:00`) });
    await at.get('office.openPractice', { cases: 300, seed: 7, password: 'x' });
    at.sit('supervisor');
    let after: string | undefined;
    do {
      const page = await at.get('register.list', {
        from: '2026-01-01',
        to: '2026-12-31',
        limit: 500,
        ...(after === undefined ? {} : { after }),
      });
      caseIds.push(...page.rows.map(({ caseId }: any) => caseId));
      after = page.next ?? undefined;
    } while (after !== undefined);
  }, 120_000);
  afterAll(() => at.end());

  test.each(['2026-10', '2026-11'])('%s comes to what its receipts and its day sheets come to', async (month) => {
    const answer = await at.get('money.settlement', { month });
    expect(answer.checks.filter(({ ok }: any) => !ok)).toEqual([]);
    const byFee = new Map<string, number>();
    let receipts = 0;
    const all: any[] = [];
    for (const caseId of caseIds) all.push(...(await at.get('money.receipts', { caseId })).receipts);
    const byId = new Map(all.map((one) => [one.receiptId, one]));
    const add = (lines: any[], sign: number) => {
      for (const { name, amount } of lines) byFee.set(name, (byFee.get(name) ?? 0) + sign * amount);
    };
    for (const one of all) {
      if (one.at.startsWith(month)) {
        add(one.lines, 1);
        if (one.replaces === null) receipts += new Set(one.lines.map(({ name }: any) => name)).size;
        else add(byId.get(one.replaces).lines, -1);
      }
      if (one.refunded?.at.startsWith(month)) add(one.lines, -1);
    }
    const told = new Map<string, number>();
    for (const { feeName, net } of answer.rows) told.set(feeName, (told.get(feeName) ?? 0) + net.total);
    expect(told).toEqual(byFee);
    expect(answer.total.receipts).toBe(receipts);
    let net = 0;
    for (let day = 1; day <= 31; day += 1) {
      const date = `${month}-${String(day).padStart(2, '0')}`;
      if (month === '2026-11' && day === 31) continue;
      net += (await at.get('money.daySheet', { date })).net.total;
    }
    expect(answer.total.net.total).toBe(net);
    const certification = answer.payIn.find(({ of }: any) => of === 'certification').amount;
    expect((await at.get('money.month', { month })).certification.amount).toBe(certification);
  });

  test('who owes is who the till says owes', async () => {
    const { lines, total } = await at.get('money.unpaid', { month: '2026-11', limit: 5000 });
    const owed: string[] = [];
    for (const caseId of caseIds) {
      const { actions } = await at.get('case.get', { caseId });
      const ends = actions
        .map(({ type }: any) => type)
        .filter((type: string) => /^(refused|withdrawn|stopped|resumed)$/.test(type));
      // Also where the refusal was handed out: nobody decided what was asked for.
      if (ends.length > 0 && ends.at(-1) !== 'resumed') continue;
      for (const fee of (await at.get('money.assess', { caseId })).fees)
        if (fee.receiptId === null && fee.amount !== 0) owed.push(`${caseId} ${fee.name} ${fee.amount}`);
    }
    expect(lines.map(({ caseId, feeName, amount }: any) => `${caseId} ${feeName} ${amount}`).toSorted()).toEqual(
      owed.toSorted(),
    );
    expect(total.files).toBe(new Set(lines.map(({ caseId }: any) => caseId)).size);
    expect(lines.length).toBeGreaterThan(10);
  });

  test.each(['2026-11', '2026-10', '2026-09'])(
    'who owes in %s, page behind page: each line once, in its order',
    async (month) => {
      const whole = await at.get('money.unpaid', { month, limit: 5000 });
      expect(whole.next).toBeNull();
      for (const limit of [1, 7, Math.max(1, whole.lines.length)]) {
        const lines: any[] = [];
        for (let after: string | undefined; ;) {
          const page = await at.get('money.unpaid', { month, limit, ...(after === undefined ? {} : { after }) });
          expect(page.total).toEqual(whole.total);
          lines.push(...page.lines);
          if (page.next === null) break;
          after = page.next;
        }
        expect(lines).toEqual(whole.lines);
      }
      expect(await at.call('money.unpaid', { month, after: crypto.randomUUID() })).toMatchObject({
        fault: { code: 'case-unknown' },
      });
    },
  );

  test('a file of who owes that goes on behind another says so, and what it has of all', async () => {
    const { lines, total } = await at.get('money.unpaid', { month: '2026-11', limit: 5000 });
    const first = lines[0];
    const rest = lines.filter(({ caseId }: any) => caseId !== first.caseId);
    const asked = { month: '2026-11', list: 'unpaid', format: 'xlsx' };
    const whole = await at.get('money.monthFile', asked);
    expect([whole.rows, whole.next]).toEqual([lines.length, null]);
    const behind = await at.get('money.monthFile', { ...asked, after: first.caseId });
    expect([behind.rows, behind.next]).toEqual([rest.length, null]);
    const cells = [...filesOf(Buffer.from(behind.base64, 'base64')).values()].join('\n');
    for (const said of [`${total.files} hồ sơ`, `từ hồ sơ ${rest[0].number}`, 'phần trước ở tệp trước'])
      expect(cells).toContain(said);
    expect(cells).not.toContain('còn tiếp');
  });
});
