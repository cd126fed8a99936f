import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptReport, ReportAgain, ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { onPaper, printKit } from '../../../support/counter/kit-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

/** The month of November 2026 has a case of each way it can end; its report is made on 16 December. */
const month = { report: '07a', from: '2026-11-15', to: '2026-12-14' } as const;

let at: TestDesk;
let late: string[];
beforeEach(async () => {
  at = await openPracticeDesk();
  await at.get('case.receive', reception({ procedureCode: '1.004884' }));
  const { kit } = await printKit(at);
  late = kit.sheets.map(({ number }: { number: string }) => number);
  clockAt(at, '2026-12-16T08:30:00');
});
afterEach(() => at.end());

async function keep(format = 'pdf'): Promise<{ report: KeptReport; bytes: Buffer; made: ReportAnswer }> {
  const made = await at.get('report.make', month);
  const { base64 } = await at.get('report.file', { ...month, format });
  const { reports } = await at.get('report.kept');
  return { report: reports[0], bytes: Buffer.from(base64, 'base64'), made };
}

describe('a report that left the desk', () => {
  test('is kept with who made it, when, of which register, and what its file came to', async () => {
    const { report, bytes, made } = await keep();
    expect(report).toEqual({
      reportId: expect.any(String),
      ...month,
      format: 'pdf',
      madeAt: '2026-12-16T08:30:00+07:00',
      by: 'Lê Thị Tiếp Nhận',
      head: made.head,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    await keep('xlsx');
    const { reports, count } = await at.get('report.kept', { limit: 1 });
    expect([count, reports.length, reports[0].format]).toEqual([2, 1, 'xlsx']);
  });

  test('made again is the same for as long as nothing of its days is told', async () => {
    const { report, made } = await keep();
    await at.get('case.receive', reception({ requestId: crypto.randomUUID() }));
    const again: ReportAgain = await at.get('report.again', { reportId: report.reportId });
    expect(again).toMatchObject({ sameRegister: 'equal', differences: [], files: [], moved: 0 });
    expect(again.kept).toEqual({ rows: made.rows, total: made.total });
    expect(again.now).toEqual(again.kept);
  });

  test('made again after a late entry is another, and it is said which file moved which number, when and by whom', async () => {
    const { report } = await keep();
    clockAt(at, '2026-12-17T09:00:00');
    const entered = await at.get('case.receive', onPaper(late[0] ?? '', '2026-11-23T14:05:00'));
    const again: ReportAgain = await at.get('report.again', { reportId: report.reportId });
    expect(again.sameRegister).toBe('equal');
    const now: ReportAnswer = await at.get('report.make', month);
    expect(again.now).toEqual({ rows: now.rows, total: now.total });
    expect(again.differences).toContainEqual({ key: null, column: '7', then: 1, now: 2 });
    expect(again.differences).toContainEqual({ key: 'Hộ tịch', column: '3', then: 1, now: 2 });
    expect(again.moved).toBe(1);
    expect(again.files).toMatchObject([
      {
        caseId: entered.caseId,
        number: late[0],
        then: [],
        now: ['7', expect.stringMatching(/^1[0-5]$/)],
        since: [{ type: 'received', at: '2026-12-17T09:00:00+07:00', by: 'Lê Thị Tiếp Nhận' }],
      },
    ]);
  });

  test('is found by its own id alone', async () => {
    expect((await at.call('report.again', { reportId: crypto.randomUUID() })).fault.code).toBe('report-unknown');
    expect((await at.call('report.again', { reportId: 'none' })).fault.code).toBe('report-unknown');
  });

  test('outlasts a restart', async () => {
    const { report } = await keep();
    const { client } = at;
    at = await at.reopen();
    at.client.session = client.session;
    expect((await at.get('report.kept')).reports).toEqual([report]);
    expect((await at.get('report.again', { reportId: report.reportId })).sameRegister).toBe('equal');
  });
});

describe('the index and the cut, which no form prints', () => {
  const keepFigures = async (report: '766' | 'cut') => {
    const asked = { ...month, report } as const;
    const made: ReportAnswer = await at.get('report.make', asked);
    for (const format of ['xlsx', 'pdf'])
      expect((await at.get('report.file', { ...asked, format })).fileName).toBe(
        `${report === 'cut' ? 'cat-giam-thoi-gian' : 'chi-so-766'}_2026-11-15_2026-12-14.${format}`,
      );
    return { made, reportId: (await at.get('report.kept')).reports[0].reportId };
  };

  test('a late entry is told by file, with the indicators that it lost', async () => {
    const { made, reportId } = await keepFigures('766');
    const unmoved: ReportAgain = await at.get('report.again', { reportId });
    expect(unmoved).toMatchObject({ sameRegister: 'equal', differences: [], files: [], moved: 0, said: [] });
    expect(unmoved.kept.rows).toContainEqual({
      key: '1.1',
      values: { value: null, least: 0, most: 6, lost: null, overlapLeast: null, overlapMost: null, mostTwice: null },
    });
    const pleased = made.indicators?.find(({ code }) => code === '5.4');
    expect(unmoved.kept.rows.find(({ key }) => key === '5.4')?.values).toMatchObject({
      most: pleased?.twice?.highest.most,
      mostTwice: pleased?.twice?.highest.least,
      overlapLeast: pleased?.twice?.overlap.least,
      overlapMost: pleased?.twice?.overlap.most,
    });
    expect(pleased?.twice).toBeDefined();
    expect(unmoved.kept.total.values).toMatchObject({ least: made.points?.least, most: made.points?.most });
    clockAt(at, '2026-12-17T09:00:00');
    await at.get('case.receive', onPaper(late[0] ?? '', '2026-11-23T14:05:00'));
    const again: ReportAgain = await at.get('report.again', { reportId });
    expect(again).toMatchObject({ sameRegister: 'equal', moved: 1 });
    expect(again.files).toMatchObject([
      {
        number: late[0],
        then: [],
        now: ['counted', '2.1', '3.3'],
        since: [{ type: 'received', at: '2026-12-17T09:00:00+07:00', by: 'Lê Thị Tiếp Nhận' }],
      },
    ]);
    const now: ReportAnswer = await at.get('report.make', { ...month, report: '766' });
    const of = (one: ReportAnswer, code: string) => one.indicators?.find((found) => found.code === code);
    expect(again.differences).toContainEqual({
      key: '3.3',
      column: 'lost',
      then: of(made, '3.3')?.lost,
      now: of(now, '3.3')?.lost,
    });
  });

  test('what the office committed to since is told with who said it, and changes nothing of what was kept', async () => {
    const { made, reportId } = await keepFigures('cut');
    const [line] = made.rows;
    at.sit('supervisor');
    const value = Math.max(1, Number(line?.values['legal']) - 1);
    const term = { procedureCode: line?.key, value, document: 'QĐ 12/QĐ-UBND', from: '2026-11-01' };
    await at.get('report.setCommitted', term);
    const again: ReportAgain = await at.get('report.again', { reportId });
    expect(again).toMatchObject({ sameRegister: 'equal', moved: 0 });
    expect(again.said).toMatchObject([{ type: 'committed-term-set', about: line?.key, by: 'Nguyễn Thị Phụ Trách' }]);
    const asked = { ...month, report: 'cut', column: 'files', key: line?.key };
    const { files, count } = await at.get('report.files', asked);
    expect([count, files.length]).toEqual([line?.values['files'], line?.values['files']]);
    expect(again.differences).toContainEqual({
      key: line?.key,
      column: 'committed',
      then: 'N/A',
      now: value,
    });
  });
});

describe('Biểu 08b', () => {
  const asked = { report: '08b', from: '2026-09-15', to: '2026-12-14' } as const;
  const facts = {
    from: '2026-10-01',
    points: 2,
    ownStaff: 6,
    sentStaff: 9,
    contractStaff: 0,
    staffComputers: true,
    publicComputers: true,
    scanners: false,
    touchScreens: null,
  };

  test('is of the last day of its period, as a supervisor said it, and is kept like the others', async () => {
    at.sit('clerk');
    expect((await at.call('report.setCentre', facts)).fault.code).toBe('forbidden');
    const nothing: ReportAnswer = await at.get('report.make', asked);
    expect(nothing.missing.length).toBe(8);
    at.sit('supervisor');
    await at.get('report.setCentre', facts);
    await at.get('report.setCentre', { ...facts, from: '2026-12-15', points: 3 });
    const made: ReportAnswer = await at.get('report.make', asked);
    const values = { '3': 2, '4': 6, '5': 9, '6': 0, '7': 1, '8': 1, '9': 0, '10': null };
    expect(made.rows).toEqual([{ key: 'Trung tâm Phục vụ hành chính công phường Cát Lái', values }]);
    expect(made.missing.map((gap) => 'column' in gap && gap.column)).toEqual(['10']);
    const { fileName } = await at.get('report.file', { ...asked, format: 'xlsx' });
    expect(fileName).toBe('bieu-08b_2026-09-15_2026-12-14.xlsx');

    const [{ reportId }] = (await at.get('report.kept')).reports;
    expect(await at.get('report.again', { reportId })).toMatchObject({ sameRegister: 'equal', differences: [] });
    // Of a day that is over it was said otherwise: what left the desk is known to be another.
    await at.get('report.setCentre', { ...facts, scanners: true });
    expect(await at.get('report.again', { reportId })).toMatchObject({
      sameRegister: 'equal',
      differences: [
        { column: '9', then: 0, now: 1 },
        { key: null, column: '9', then: 0, now: 1 },
      ],
      said: [{ type: 'centre-facts-set', about: '2026-10-01' }],
    });
    const { facts: said } = await at.get('report.centre');
    expect(said.map(({ from, scanners }: typeof facts) => [from, scanners])).toEqual([
      ['2026-12-15', false],
      ['2026-10-01', true],
    ]);
  });
});

test('Biểu 06a without a register of petitions is blank, and says why; its file too', async () => {
  const asked = { report: '06a', from: '2026-09-15', to: '2026-12-14' } as const;
  const made: ReportAnswer = await at.get('report.make', asked);
  expect(made.rows).toEqual([]);
  expect(made.total.values['3']).toBeNull();
  expect(made.missing.map(({ code }) => code)).toEqual(['petitions']);
  expect(await at.get('report.files', { ...asked, column: '3' })).toMatchObject({ files: [], count: 0 });
  expect((await at.get('report.file', { ...asked, format: 'pdf' })).fileName).toMatch(/^bieu-06a_/);
});
