import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KeptReport, ReportAgain, ReportAnswer } from '../../../../electron/contract/books/report/report.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';
import { type TestDesk, clockAt, openPracticeDesk, someoneCame } from '../../../support/desk/test-desk.ts';

/**
 * Biểu 08b by hand, over each of its periods (TT 09/2026: «Quý…/06 tháng đầu năm/Năm…»), through the calls. The form has one line for the centre, no sum; «các cột
 * (3), (4), (5), (6): điền số liệu», «(7), (8), (9), (10): trang bị đủ điền 1, chưa đủ điền 0». Figures are closed on the 14th (Điều 10; NĐ 09/2019 Điều 12), so a column
 * holds what was so on that day. What is not told is neither 0 nor «chưa đủ».
 */
let at: TestDesk;
const quarter = { from: '2026-12-15', to: '2027-03-14' };
const second = { from: '2027-03-15', to: '2027-06-14' };
const half = { from: '2026-12-15', to: '2027-06-14' };
const year = { from: '2026-12-15', to: '2027-12-14' };

const nothing = { points: null, ownStaff: null, sentStaff: null, contractStaff: null };
const untold = { staffComputers: null, publicComputers: null, scanners: null, touchScreens: null };
const say = (from: string, change: object) => at.get('report.setCentre', { from, ...nothing, ...untold, ...change });
const make = (days: typeof quarter): Promise<ReportAnswer> => at.get('report.make', { report: '08b', ...days });
const columns = async (days: typeof quarter) => {
  const { total, rows } = await make(days);
  expect(rows.map(({ values }) => values)).toEqual([total.values]);
  return ['3', '4', '5', '6', '7', '8', '9', '10'].map((column) => total.values[column]);
};

beforeAll(async () => {
  at = await openPracticeDesk();
  clockAt(at, '2026-11-24T09:00:00', 'supervisor');
  // Before the quarter: two points of reception, six of the centre’s own, three sent by divisions, no contracts; no scanner is enough, of touch screens nobody says.
  const began = { points: 2, ownStaff: 6, sentStaff: 3, contractStaff: 0 };
  await say('2026-11-24', { ...began, staffComputers: true, publicComputers: true, scanners: false });
  await someoneCame(at, '2026-12-07T09:00:00');
  await someoneCame(at, '2026-12-21T09:00:00');
  clockAt(at, '2027-01-04T09:00:00', 'supervisor');
  // A second branch for a while; it is closed again before the quarter is: of it the form tells nothing.
  await say('2027-01-04', { ...began, points: 3, staffComputers: true, publicComputers: true, scanners: false });
  for (const day of ['2027-01-17', '2027-01-30', '2027-02-12', '2027-02-25']) await someoneCame(at, `${day}T09:00:00`);
  clockAt(at, '2027-03-10T09:00:00', 'supervisor');
  const spring = { ...began, sentStaff: 4, staffComputers: true, publicComputers: false, scanners: false };
  await say('2027-03-14', { ...spring, scanners: true });
  // Of the same day once more: the later word is the one that counts.
  await say('2027-03-14', spring);
  // The day after the quarter: contracts, and everything is there.
  const enough = { staffComputers: true, publicComputers: true, scanners: true, touchScreens: true };
  await say('2027-03-15', { ...began, contractStaff: 2, ...enough });
  clockAt(at, '2027-03-15T08:00:00', 'supervisor');
}, 60_000);
afterAll(() => at.end());

test('quarter I: what was so on 14 March, not before it and not the day after', async () => {
  // (3) 2 again, (4) 6, (5) 4, (6) none, which is 0; (7) enough, (8) no more, (9) not: the later of two words; (10) nobody said.
  expect(await columns(quarter)).toEqual([2, 6, 4, 0, 1, 0, 0, null]);
  const { missing } = await make(quarter);
  expect(missing.map((gap) => gap.code === 'centre' && gap.column)).toEqual(['10']);
});

test('on paper and in the workbook: one line, 0 printed as 0, blank left blank, and no sum', async () => {
  const file = async (format: string) => {
    const { base64 } = await at.get('report.file', { report: '08b', ...quarter, format });
    return Buffer.from(base64, 'base64');
  };
  const words = (await textOfPdf(await file('pdf'))).replaceAll(/\s+/g, ' ');
  expect(words).toContain('Quý I năm 2027');
  expect(words).not.toContain('TỔNG CỘNG');
  // (10) was told by nobody: seven numbers stand in the line and no eighth.
  expect(words).toMatch(/(?:^|\D)2 6 4 0 1 0 0(?! \d)/);
  const sheet = filesOf(await file('xlsx')).get('xl/worksheets/sheet1.xml') ?? '';
  const lines = [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<c (?![^>]*t="s")[^>]*><v>([\d.]+)<\/v>/g)].map(([, value]) => value),
  );
  expect(lines.filter((line) => line.length > 0)).toEqual([['2', '6', '4', '0', '1', '0', '0']]);
});

test('half a year and a year: of their own last day; what was said late of a quarter that is over changes it, and the kept one stays', async () => {
  const before = await columns(quarter);
  for (const day of ['2027-03-28', '2027-04-10', '2027-04-23', '2027-05-06', '2027-05-19', '2027-06-01', '2027-06-14'])
    await someoneCame(at, `${day}T09:00:00`);
  clockAt(at, '2027-06-15T09:00:00', 'supervisor');
  expect(await columns(half)).toEqual([2, 6, 3, 2, 1, 1, 1, 1]);
  expect(await columns(second)).toEqual([2, 6, 3, 2, 1, 1, 1, 1]);
  // A year that still runs is told as it is said to be on its last day; nobody said anything newer.
  expect(await columns(year)).toEqual([2, 6, 3, 2, 1, 1, 1, 1]);
  await say('2027-03-14', { points: 1, ownStaff: 6, sentStaff: 4, touchScreens: false });
  expect(await columns(quarter)).toEqual([1, 6, 4, null, null, null, null, 0]);
  // Said for the 14th of March it holds until the 15th, when it was said anew.
  expect(await columns(half)).toEqual([2, 6, 3, 2, 1, 1, 1, 1]);
  const { reports } = await at.get('report.kept', { limit: 10 });
  const kept = reports.find(({ report, format }: KeptReport) => report === '08b' && format === 'xlsx');
  const again: ReportAgain = await at.get('report.again', { reportId: kept.reportId });
  expect(again.sameRegister).toBe('equal');
  expect(['3', '4', '5', '6', '7', '8', '9', '10'].map((column) => again.kept.total.values[column])).toEqual(before);
  expect(again.said).toMatchObject([{ type: 'centre-facts-set', about: '2027-03-14' }]);
});
