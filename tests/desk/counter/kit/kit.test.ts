import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { numberNotes, onPaper, printKit } from '../../../support/counter/kit-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

async function numbersOn(date: string) {
  return (await at.get('office.numbers', { date })).blocks[0];
}

describe('printing a kit', () => {
  test('sets the next serials aside, and ordinary receptions go on after them', async () => {
    await at.get('case.receive', reception());
    const { kit, printJobIds, paperFault } = await printKit(at);
    expect(kit).toMatchObject({ day: '2026-11-23', open: 3, setAsideAt: '2026-11-23T09:00:00+07:00' });
    expect(kit.sheets.map(({ number, state }: any) => [number, state])).toEqual([
      ['H29.999-261123-0002', 'open'],
      ['H29.999-261123-0003', 'open'],
      ['H29.999-261123-0004', 'open'],
    ]);
    expect(kit.documents).toMatchObject([
      { form: 'mau-01-trong', pages: 6 },
      { form: 'so-trong', pages: 1 },
    ]);
    expect(paperFault).toBeNull();
    expect((await at.get('case.receive', reception())).number.official).toBe('H29.999-261123-0005');
    await at.get('print.list');
    expect(at.printer.sent.map(({ title }) => title)).toEqual([
      'H29.999-261123-0002...0004',
      'H29.999-261123-0002...0004',
    ]);
    const { jobs } = await at.get('print.list', { all: true });
    expect(jobs.map(({ jobId }: any) => jobId).toSorted()).toEqual(printJobIds.toSorted());
    expect(jobs[0]).toMatchObject({ about: 'kit', caseId: kit.kitId, state: 'printed' });
    expect(numberNotes(at)).toEqual(['20261123: 2–4 set aside on paper, neither entered nor void']);
    expect(await numbersOn('2026-11-23')).toMatchObject({
      used: 2,
      setAside: [2, 3, 4],
      void: [],
      skipped: [],
      next: 6,
    });
  });

  test('the same request twice, at once and later, is one kit and one print', async () => {
    const input = { requestId: crypto.randomUUID() };
    const [first, second] = await Promise.all([printKit(at, input), printKit(at, input)]);
    const third = await printKit(at, input);
    expect(await at.call('kit.print', { ...input, count: 50 })).toMatchObject({ fault: { code: 'request-id-reused' } });
    expect(second.kit).toEqual(first.kit);
    expect(third).toEqual({ kit: first.kit, printJobIds: [], paperFault: null });
    await at.get('print.list');
    expect(at.printer.sent).toHaveLength(2);
  });

  test('in the evening for the next working day; over midnight its numbers stay set aside', async () => {
    clockAt(at, '2026-11-23T23:59:30');
    // 24/11/2026 is a day off.
    expect(await at.get('kit.plan', { date: '2026-11-25', count: 2 })).toEqual({
      day: '2026-11-25',
      today: '2026-11-23',
      nextWorkingDay: '2026-11-25',
      serials: [1, 2],
      first: 'H29.999-261125-0001',
      last: 'H29.999-261125-0002',
    });
    await printKit(at, { date: '2026-11-25', count: 2 });
    await printKit(at, { count: 1 });
    clockAt(at, '2026-11-24T00:00:30');
    expect((await printKit(at, { count: 1 })).kit.sheets[0].number).toBe('H29.999-261124-0001');
    clockAt(at, '2026-11-25T08:00:00');
    expect((await at.get('case.receive', reception())).number.official).toBe('H29.999-261125-0003');
    expect((await at.get('kit.list')).kits.map(({ day }: any) => day)).toEqual([
      '2026-11-24',
      '2026-11-23',
      '2026-11-25',
    ]);
  });

  test.each([
    ['2026-11-22', 'kit-day'],
    ['2026-11-26', 'kit-day'],
    ['2026-13-01', 'input-invalid'],
  ])('for %s is refused', async (date, code) => {
    const before = at.desk.verify();
    const asked = { date, count: 1, requestId: crypto.randomUUID() };
    expect(await at.call('kit.print', asked)).toMatchObject({ ok: false, fault: { code } });
    expect(at.desk.verify()).toEqual(before);
  });

  test('takes all or none of what is left of the block', async () => {
    at.sit('admin');
    const settings = await at.get('office.settings');
    const desk = { ...settings.desk, blocks: [{ first: 1, last: 4 }] };
    await at.get('office.changeSettings', { settings: { ...settings, desk }, reason: 'a small block' });
    at.sit('clerk');
    const asked = { count: 5, requestId: crypto.randomUUID() };
    expect(await at.call('kit.print', asked)).toMatchObject({
      fault: { code: 'kit-numbers-left', data: { left: 4, wanted: 5 } },
    });
    await printKit(at, { count: 4 });
    expect(await at.call('kit.print', { ...asked, count: 1 })).toMatchObject({ fault: { code: 'numbers-exhausted' } });
    const { fault } = await at.call('case.receive', reception());
    // Blocks are leased by `office.changeSettings`, which is the administrator's.
    expect(fault).toMatchObject({
      code: 'numbers-exhausted',
      message: expect.stringMatching(/Quản trị .*administrator/),
    });
  });

  test('a printer that is not there leaves both papers in the tray, to print again from there', async () => {
    const { kit, printJobIds } = await printKit(at, { printer: 'nowhere', count: 2 });
    const { jobs } = await at.get('print.list');
    expect(jobs).toMatchObject([
      { form: 'mau-01-trong', state: 'failed', about: 'kit' },
      { form: 'so-trong', state: 'failed' },
    ]);
    const { next } = await at.get('print.settle', { jobId: printJobIds[0], outcome: 'reprint', printer: 'laser' });
    expect(next).toMatchObject({ copyOf: 1, about: 'kit', caseId: kit.kitId });
    await at.get('print.list');
    expect(at.printer.sent).toHaveLength(1);
    const view = await at.get('paper.view', { documentId: kit.documents[0].documentId });
    expect(view).toMatchObject({ form: 'mau-01-trong', caseId: kit.kitId });
    expect(view.pages).toHaveLength(4);
    const file = await at.get('paper.download', { documentId: kit.documents[1].documentId });
    expect(file).toMatchObject({
      sha256: kit.documents[1].sha256,
      fileName: 'so-trong-H29.999-261123-0001...0002.pdf',
    });
  });

  test('a reprint is of the open sheets alone, or of those chosen; entered and void ones never come out again', async () => {
    const { kit } = await printKit(at, { count: 4 });
    const [blanks] = kit.documents;
    const number = (index: number) => kit.sheets[index].number;
    clockAt(at, '2026-11-23T11:00:00');
    await at.get('case.receive', onPaper(number(0), '2026-11-23T10:00:00'));
    await at.get('kit.void', { kitId: kit.kitId, serials: [kit.sheets[1].serial], reason: 'Viết hỏng' });
    const again = (change: Record<string, unknown> = {}) =>
      at.call('print.again', { documentId: blanks.documentId, printer: 'laser', reason: 'Kẹt giấy', ...change });
    const pagesOf = (pdf: Uint8Array) =>
      (
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type \/Page\b/g) ?? []
      ).length;
    /** Two copies of each sheet that came out. */
    const came = async (prints: number) => {
      await expect.poll(() => at.printer.sent.length).toBe(prints);
      return at.printer.sent.map(({ pdf }) => pagesOf(pdf)).slice(2);
    };
    expect(await again()).toMatchObject({ ok: true, value: { copyOf: 1 } });
    expect(await came(3)).toEqual([4]);
    expect(await again({ serials: [kit.sheets[3].serial] })).toMatchObject({ ok: true, value: { copyOf: 2 } });
    expect(await came(4)).toEqual([4, 2]);
    for (const [index, state] of ['used', 'void'].entries())
      expect(await again({ serials: [kit.sheets[index].serial, kit.sheets[3].serial] })).toMatchObject({
        fault: { code: 'kit-sheets', data: { serials: String(kit.sheets[index].serial), state } },
      });
    expect(await again({ serials: [4711] })).toMatchObject({
      fault: { code: 'kit-sheets', data: { state: 'unknown' } },
    });
    await at.get('kit.void', {
      kitId: kit.kitId,
      serials: [kit.sheets[2].serial, kit.sheets[3].serial],
      reason: 'Không dùng đến',
    });
    expect(await again()).toMatchObject({ fault: { code: 'kit-settled' } });
    // The kept pad itself is as it was printed.
    expect((await at.get('paper.view', { documentId: blanks.documentId })).pages).toHaveLength(8);
    expect(at.desk.verify().ok).toBe(true);
  });

  test('killed after the numbers were set aside and before anything was made: the same request makes the papers', async () => {
    const requestId = crypto.randomUUID();
    // A form that cannot be read is as far as a desk gets that loses its power there.
    const { mkdirSync, writeFileSync, rmSync } = await import('node:fs');
    mkdirSync(`${at.folder}/forms`, { recursive: true });
    writeFileSync(`${at.folder}/forms/mau-01-trong.json`, '{');
    const first = await printKit(at, { requestId });
    expect(first).toMatchObject({
      printJobIds: [],
      paperFault: { code: 'form-broken' },
      kit: { open: 3, documents: [] },
    });
    rmSync(`${at.folder}/forms/mau-01-trong.json`);
    at = await at.reopen();
    at.sit('clerk');
    expect((await at.get('case.receive', reception())).number.official).toBe('H29.999-261123-0004');
    const again = await printKit(at, { requestId });
    expect(again.printJobIds).toHaveLength(2);
    expect(again.kit.sheets).toEqual(first.kit.sheets);
  });
});

describe('void sheets', () => {
  test('are void all together or not at all, and a supervisor opens one again that a citizen holds', async () => {
    const { kit } = await printKit(at);
    const { kitId } = kit;
    await at.get('case.receive', onPaper(kit.sheets[0].number, '2026-11-23T09:00:00'));
    for (const serials of [[1, 2], [2, 9], [9]])
      expect(await at.call('kit.void', { kitId, serials, reason: 'Hỏng' })).toMatchObject({
        fault: { code: 'kit-sheets' },
      });
    expect((await at.get('kit.get', { kitId })).open).toBe(2);
    expect((await at.get('kit.void', { kitId, serials: [3, 2], reason: 'Hết mất điện' })).open).toBe(0);
    expect(await at.call('kit.restore', { kitId, serials: [3], reason: 'Người dân giữ' })).toMatchObject({
      fault: { code: 'forbidden' },
    });
    at.sit('supervisor');
    expect((await at.get('kit.restore', { kitId, serials: [3], reason: 'Người dân giữ tờ này' })).open).toBe(1);
    at.sit('clerk');
    await at.get('case.receive', onPaper(kit.sheets[2].number, '2026-11-23T09:00:00'));
    expect(numberNotes(at)).toEqual([]);
  });

  test.each(['kit.get', 'kit.void'])('%s of a kit that is not here', async (name) => {
    const kitId = crypto.randomUUID();
    const input = name === 'kit.get' ? { kitId } : { kitId, serials: [1], reason: 'Hỏng' };
    expect(await at.call(name, input)).toMatchObject({ fault: { code: 'kit-unknown' } });
  });
});
