import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { ReportAnswer, ReportFormat, ReportValues } from '../../contract/report/report.ts';
import { dateText, timeDateText } from '../../domain/base/civil-time.ts';
import { withDots } from '../../domain/base/dong.ts';
import type { Days } from '../../domain/register/register.ts';
import { periodName } from '../../domain/report/report-period.ts';
import { findUnit, unitName } from '../../domain/catalogue/catalogue.ts';
import type { Bieu07aData } from '../../paper/forms/data.ts';
import { sizeOf } from '../../paper/forms/forms.ts';
import type { Book } from '../../paper/workbook/workbook.ts';
import type { DeskContext } from '../core/context.ts';
import { settled } from '../papers/make.ts';
import { mediaTypes, officeOnPaper, practiceMark } from '../papers/on-paper.ts';

/** What a file is made of: the figures, and who made it. */
export type MadeReport = { readonly days: Days; readonly report: ReportAnswer; readonly maker: string };

type ReportFile = { readonly fileName: string; readonly mediaType: string; readonly base64: string };

/** Biểu 07a in the layout of its form, to print or to type from. What is not known is left blank and named below the table, never 0. */
export async function file07a(
  desk: DeskContext,
  made: MadeReport,
  format: ReportFormat,
): Promise<ReportFile | Fault<'form-unknown' | 'form-broken'>> {
  const bytes = format === 'pdf' ? await asPdf(desk, made) : await asBook(desk, made);
  if ('fault' in bytes) return bytes;
  const { from, to } = made.days;
  return {
    fileName: `bieu-07a_${from}_${to}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.from(bytes).toString('base64'),
  };
}

async function asPdf(desk: DeskContext, { days, report, maker }: MadeReport) {
  const office = desk.getOffice();
  const gaps = gapsOf(report);
  const data: Bieu07aData = {
    office: officeOnPaper(office, desk.catalogue),
    from: `${days.from}T00:00:00+07:00`,
    to: `${days.to}T00:00:00+07:00`,
    madeAt: report.madeAt,
    periodName: periodName(days),
    unit: unitOf(desk),
    receiver: receiverOf(desk),
    maker,
    head: report.head,
    lines: linesOf(report).map(([no, field, values]) => ({ ...(no === '' ? {} : { no }), field, ...cellsOf(values) })),
    ...(gaps === '' ? {} : { gaps }),
    ...(desk.practice() ? { practice: true } : {}),
  };
  const paper = settled(await desk.paper.render('bieu-07a', data, { size: sizeOf('bieu-07a', office) }));
  return isFault(paper) ? paper : paper.pdf;
}

function unitOf(desk: DeskContext): string {
  return `UBND ${unitName(desk.catalogue, desk.getOffice().unitCode)}`;
}

/** A commune's committee reports to the committee of its province. */
function receiverOf(desk: DeskContext): string {
  const unit = findUnit(desk.catalogue, desk.getOffice().unitCode);
  const province = desk.catalogue.provinces.find(({ code }) => code === unit?.provinceCode);
  return province === undefined ? 'UBND cấp tỉnh' : `UBND ${province.fullName}`;
}

type Line = readonly [no: string, field: string, values: ReportValues];

function linesOf({ rows, total }: ReportAnswer): Line[] {
  return [...rows.map(({ key, values }, at): Line => [String(at + 1), key, values]), ['', 'TỔNG CỘNG', total.values]];
}

function cellsOf(values: ReportValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([column, value]) =>
      value === null ? [] : [[`c${column}`, typeof value === 'number' ? withDots(value) : value]],
    ),
  );
}

/** The most procedures that a line below the table names. */
const mostNamed = 40;

function gapsOf({ missing }: ReportAnswer): string {
  if (missing.length === 0) return '';
  const inOrder = missing.toSorted((a, b) => b.files - a.files);
  const named = inOrder
    .slice(0, mostNamed)
    .map(({ procedureCode, files }) => `${procedureCode} (${withDots(files)} hồ sơ)`);
  const more = missing.length > mostNamed ? ` và ${missing.length - mostNamed} thủ tục khác` : '';
  return `chưa biết trực tuyến toàn trình hay một phần (cột 4 hoặc cột 5): ${named.join(', ')}${more}.`;
}

const received = 'Số lượng hồ sơ tiếp nhận';
const handled = 'Số lượng hồ sơ đã giải quyết';
const open = 'Số lượng hồ sơ đang giải quyết';

/** The columns of the form behind its first two, as it prints them. */
const columns = [
  ['3', received, 'Tổng số'],
  ['4', received, 'Trong kỳ: trực tuyến toàn trình'],
  ['5', received, 'Trong kỳ: trực tuyến một phần'],
  ['6', received, 'Trong kỳ: qua dịch vụ bưu chính'],
  ['7', received, 'Trong kỳ: trực tiếp'],
  ['8', received, 'Từ kỳ trước'],
  ['9', handled, 'Tổng số'],
  ['10', handled, 'Trước hạn'],
  ['11', handled, 'Đúng hạn'],
  ['12', handled, 'Quá hạn'],
  ['13', open, 'Tổng số'],
  ['14', open, 'Trong hạn'],
  ['15', open, 'Quá hạn'],
] as const;

async function asBook(desk: DeskContext, { days, report, maker }: MadeReport): Promise<Uint8Array> {
  // Loaded when it is first asked for: a start does not wait for spreadsheets.
  const { writeBook } = await import('../../paper/workbook/workbook.ts');
  const lines = linesOf(report);
  const gaps = gapsOf(report);
  const book: Book<Line> = {
    sheet: 'Biểu 07a',
    title: [
      'Biểu số 07a/BTP/KSTT: Tình hình, kết quả giải quyết thủ tục hành chính',
      `Kỳ báo cáo: ${periodName(days)} (Từ ngày ${dateText(days.from)} đến ngày ${dateText(days.to)})`,
      `Đơn vị báo cáo: ${unitOf(desk)}. Đơn vị nhận báo cáo: ${receiverOf(desk)}. Đơn vị tính: Số hồ sơ TTHC`,
      ...(desk.practice() ? [practiceMark] : []),
    ],
    columns: [
      { title: 'STT (1)', width: 7, kind: 'text', value: ([no]) => no },
      { title: 'Lĩnh vực giải quyết (2)', width: 30, kind: 'text', value: ([, field]) => field },
      ...columns.map(([column, group, title]) => ({
        title: `${title} (${column})`,
        group,
        width: 11,
        kind: 'number' as const,
        value: ([, , values]: Line) => values[column] ?? null,
      })),
    ],
    rows: lines,
    closing: [
      ...(gaps === '' ? [] : [`Để trống là chưa biết, không phải 0: ${gaps}`]),
      `Lập lúc ${timeDateText(report.madeAt)} bởi ${maker}, từ sổ đến mắt xích ${report.head}.`,
    ],
  };
  return writeBook(book, (error) => desk.ports.log.write('workbook-thread', { error }));
}
