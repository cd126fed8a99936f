import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onPaper, printKit } from '../../../support/counter/kit-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';
import { filesOf } from '../../../support/papers/zip.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openPracticeDesk();
});
afterEach(() => desk.end());

const day = 86_400_000;
const week = { from: '2026-11-23', to: '2026-11-29' };

async function receive(change: Record<string, unknown> = {}): Promise<string> {
  return (await desk.get('case.receive', reception(change))).caseId;
}

describe('register.list', () => {
  test('lists a line with all columns of Mẫu 07', async () => {
    const caseId = await receive({ quantity: 2, resultDelivery: { kind: 'post', address: '12 Lê Lợi' } });
    const { rows, next, totals } = await desk.get('register.list', week);
    expect(rows).toEqual([
      {
        no: 1,
        caseId,
        number: expect.stringMatching(/-261123-\d{4}$/),
        procedureCode: '1.001193',
        procedureName: 'Đăng ký khai sinh',
        quantity: 2,
        applicantName: 'NGUYỄN THỊ ĐẶNG ÁNH',
        address: '12 Lê Lợi, Phường Cát Lái',
        phone: '0901234567',
        authority: 'UBND Phường Cát Lái',
        acceptedAt: '2026-11-23T09:00:00+07:00',
        dueAt: expect.stringMatching(/^2026-11-2/),
        returnedAt: null,
        delivery: 'post',
        receiver: '',
        notes: [],
        channel: 'direct',
        status: 'accepted',
      },
    ]);
    expect(next).toBeNull();
    expect(totals.cases).toBe(1);
  });

  test('days are Vietnamese days, both ends in it', async () => {
    const at = ['2026-11-23T00:00:00', '2026-11-23T23:59:59', '2026-11-24T00:00:00'].map((time) =>
      Date.parse(`${time}+07:00`),
    );
    desk.clock.at = at[0] as number;
    desk.sit('clerk');
    const first = await receive();
    desk.clock.at = at[1] as number;
    desk.sit('clerk');
    const second = await receive();
    desk.clock.at = at[2] as number;
    desk.sit('clerk');
    await receive();
    const { rows } = await desk.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(rows.map((row: { caseId: string }) => row.caseId)).toEqual([first, second]);
  });

  test('pages follow each other in the order of reception, each line with its number', async () => {
    const made: string[] = [];
    // All in one second: the order is the order of the numbers all the same.
    for (let count = 0; count < 7; count += 1) made.push(await receive());
    const seen: string[] = [];
    let after: string | null | undefined;
    while (after !== null) {
      const page: any = await desk.get('register.list', {
        ...week,
        limit: 3,
        ...(after === undefined ? {} : { after }),
      });
      expect(page.rows.map((row: { no: number }) => row.no)).toEqual(
        page.rows.map((_: unknown, index: number) => seen.length + index + 1),
      );
      seen.push(...page.rows.map((row: { caseId: string }) => row.caseId));
      expect(page.totals.cases).toBe(7);
      after = page.next;
    }
    expect(seen).toEqual(made);
  });

  test('is narrowed to a channel and a procedure', async () => {
    const online = await receive({ channel: 'online' });
    await receive();
    const other = await receive({ procedureCode: '1.000656', components: [{ index: 0, originals: 1, copies: 0 }] });
    const of = async (filter: object) =>
      (await desk.get('register.list', { ...week, ...filter })).rows.map((row: { caseId: string }) => row.caseId);
    expect(await of({ channel: 'online' })).toEqual([online]);
    expect(await of({ procedureCode: '1.000656' })).toEqual([other]);
    expect(await of({ channel: 'online', procedureCode: '1.000656' })).toEqual([]);
  });

  test('counts every case once by status and once by time', async () => {
    const [withdrawn] = [await receive(), await receive(), await receive()];
    await desk.get('case.act', { caseId: withdrawn, act: { type: 'withdraw', reason: 'đổi ý' } });
    const early = await desk.get('register.list', week);
    const some = (list: { cases: number }[]) => list.filter(({ cases }) => cases > 0);
    expect(some(early.totals.byStatus)).toEqual([
      { status: 'accepted', cases: 2 },
      { status: 'withdrawn', cases: 1 },
    ]);
    expect(some(early.totals.byTime)).toEqual([
      // Taken back on its promised day: handled, in time (TT 09/2026 Biểu 07a).
      { time: 'on-time', cases: 1 },
      { time: 'open', cases: 2 },
    ]);
    desk.clock.at += 10 * day;
    desk.sit('clerk');
    const late = await desk.get('register.list', week);
    expect(some(late.totals.byTime)).toEqual([
      { time: 'on-time', cases: 1 },
      { time: 'open-late', cases: 2 },
    ]);
  });

  // A residence registration accepted 23/11 is due 03/12 17:00 (24/11 is a holiday).
  test.each([
    ['a refusal after the promised day is late (Điều 19 k3)', 'refuse', '2026-12-07T09:00:00', 'late'],
    ['a refusal on that day is in time, whatever the hour', 'refuse', '2026-12-03T17:30:00', 'on-time'],
    ['a refusal before it is early', 'refuse', '2026-12-02T09:00:00', 'early'],
    ['papers asked for in time wait, however long (Điều 19 k5)', 'ask', '2026-11-25T09:00:00', 'open'],
    ['papers asked for after the promised day were asked for late', 'ask', '2026-12-07T09:00:00', 'open-late'],
    ['a result on the promised day is in time, whatever the hour', 'finish', '2026-12-03T17:30:00', 'on-time'],
  ] as const)('%s', async (_what, type, time, expected) => {
    const caseId = await receive({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] });
    await desk.get('case.act', { caseId, act: { type: 'transfer', to: 'officer' } });
    desk.clock.at = Date.parse(`${time}+07:00`);
    const late = type === 'ask' && expected === 'open-late';
    desk.sit(late ? 'supervisor' : 'officer');
    const override = late ? { override: 'Phát hiện muộn' } : {};
    const act = {
      refuse: { type: 'refuse', reason: 'Không đủ điều kiện', legalBasis: 'Luật Cư trú' },
      ask: { type: 'request-supplement', items: ['Bản sao giấy tờ'], reason: 'Thiếu giấy tờ', ...override },
      finish: { type: 'finish', result: 'Đã đăng ký' },
    }[type];
    await desk.get('case.act', { caseId, act });
    desk.clock.at = Date.parse('2026-12-21T09:00:00+07:00');
    desk.sit('clerk');
    const { totals } = await desk.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
    expect(totals.byTime.filter(({ cases }: { cases: number }) => cases > 0)).toEqual([{ time: expected, cases: 1 }]);
  });

  test('refuses a period that ends before it begins, and a page after a case that is not here', async () => {
    expect(
      (await desk.call('register.list', { from: '2026-11-24', to: '2026-11-23' })).fault.data.issues,
    ).toMatchObject([{ path: 'to', message: 'period-backwards' }]);
    const after = '00000000-0000-7000-8000-000000000000';
    expect((await desk.call('register.list', { ...week, after })).fault.code).toBe('case-unknown');
  });
});

describe('register.file', () => {
  test('a PDF: A4 across, every line, and its name says the days and no person', async () => {
    await receive();
    const file = await desk.get('register.file', { ...week, format: 'pdf' });
    expect(file).toMatchObject({
      fileName: 'so-theo-doi-ho-so_2026-11-23_2026-11-29.pdf',
      mediaType: 'application/pdf',
      rows: 1,
    });
    const pdf = Buffer.from(file.base64, 'base64').toString('latin1');
    expect(pdf).toContain('/MediaBox [0 0 841.89 595.276]');
    expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(1);
  });

  test('the same register makes the same file', async () => {
    await receive();
    const [one, other] = [
      await desk.get('register.file', { ...week, format: 'pdf' }),
      await desk.get('register.file', { ...week, format: 'pdf' }),
    ];
    expect(other.base64).toBe(one.base64);
  });

  test('a period without cases is a register that says so', async () => {
    const file = await desk.get('register.file', { ...week, format: 'pdf' });
    expect(file.rows).toBe(0);
  });

  test('a workbook: dates are dates, phones keep their zero, and no text becomes a formula', async () => {
    const dangerous = ['=HYPERLINK("http://x")', '+84 An', '-1+2 Bình', '@SUM(A1)'];
    for (const fullName of dangerous) await receive({ applicant: { ...reception()['applicant'], fullName } });
    const file = await desk.get('register.file', { ...week, format: 'xlsx' });
    const parts = filesOf(Buffer.from(file.base64, 'base64'));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
      ([, text = '']) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
    const cell = (name: string) => new RegExp(`<c r="${name}"([^>]*?)(?:/>|>(.*?)</c>)`).exec(sheet);
    const textOf = (name: string) => texts[Number(/<v>(\d+)<\/v>/.exec(cell(name)?.[2] ?? '')?.[1])];
    expect(sheet).not.toContain('<f');
    expect(dangerous.map((_, index) => textOf(`F${7 + index}`))).toEqual(dangerous);
    expect(dangerous.map((_, index) => cell(`F${7 + index}`)?.[1])).toEqual(
      dangerous.map(() => expect.stringContaining('t="s"')),
    );
    expect(textOf('H7')).toBe('0901234567');
    // 2026-11-23 is day 46349 of a spreadsheet; 09:00 is three eighths of it.
    expect(cell('J7')?.[2]).toBe('<v>46349.375</v>');
    expect(cell('A7')?.[2]).toBe('<v>1</v>');
    expect(sheet).toContain('ySplit="6"');
    expect(sheet).toContain('<mergeCell ref="J5:K5"/>');
    expect(sheet).toContain('<col min="2" max="2" width="22"');
    expect(parts.get('xl/styles.xml')).toContain('dd/mm/yyyy hh:mm');
  });
});

test('a register whose only files were written on paper first: each under the day on the paper, and said to be entered later', async () => {
  desk.sit('supervisor');
  const { kit } = await printKit(desk);
  const sheets: string[] = kit.sheets.map(({ number }: { number: string }) => number);
  // Entered in the period of December, the later paper first; on paper they are of November’s last day and of December’s first.
  clockAt(desk, '2026-12-17T09:00:00');
  const second = await desk.get('case.receive', onPaper(sheets[1] ?? '', '2026-12-15T00:00:30'));
  const first = await desk.get('case.receive', onPaper(sheets[0] ?? '', '2026-12-14T23:59:30'));
  const list = (from: string, to: string) => desk.get('register.list', { from, to });
  const whole = await list('2026-11-01', '2026-12-31');
  expect(whole.rows).toMatchObject([
    { no: 1, caseId: first.caseId, number: sheets[0], acceptedAt: '2026-12-14T23:59:30+07:00', returnedAt: null },
    { no: 2, caseId: second.caseId, number: sheets[1], acceptedAt: '2026-12-15T00:00:30+07:00', returnedAt: null },
  ]);
  for (const { notes } of whole.rows)
    expect(notes.filter(({ kind }: any) => kind === 'entered-later')).toMatchObject([
      { at: '2026-12-17T09:00:00+07:00' },
    ]);
  expect(whole.totals.cases).toBe(2);
  const [november, december] = [
    { from: '2026-11-15', to: '2026-12-14' },
    { from: '2026-12-15', to: '2027-01-14' },
  ];
  expect((await list(november.from, november.to)).rows.map(({ number }: any) => number)).toEqual([sheets[0]]);
  expect((await list(december.from, december.to)).rows.map(({ number }: any) => number)).toEqual([sheets[1]]);
  // Of the day on which they were typed the register has none.
  expect((await list('2026-12-16', '2026-12-31')).totals.cases).toBe(0);
  const counted = async (days: object) => (await desk.get('report.make', { report: '07a', ...days })).total.values;
  expect(await counted(november)).toMatchObject({ 3: 1, 7: 1, 8: 0 });
  expect(await counted(december)).toMatchObject({ 7: 1 });
  const book = await desk.get('register.file', { ...november, format: 'xlsx' });
  expect([book.rows, book.volumes]).toEqual([1, 1]);
});
