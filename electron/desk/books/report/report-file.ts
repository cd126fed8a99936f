import { createHash } from 'node:crypto';
import type { Fault } from '../../../contract/base/fault.ts';
import type {
  FigureKind,
  ReportAnswer,
  ReportFormat,
  ReportKind,
  ReportValues,
} from '../../../contract/books/report/report.ts';
import { dateText, startOfDay, timeDateText } from '../../../domain/base/civil-time.ts';
import { withDots } from '../../../domain/base/dong.ts';
import type { Days } from '../../../domain/books/register/register.ts';
import { periodName } from '../../../domain/books/report/report-period.ts';
import { findUnit, unitName } from '../../../domain/catalogue/catalogue.ts';
import type { Bieu06aData, Bieu07aData, Bieu08bData } from '../../../paper/forms/list-data.ts';
import type { DeskContext } from '../../core/context.ts';
import { type ListFile, listAsBook, listAsPdf, listFile } from '../../papers/list-file.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';
import { figureBytes, figureFileNames } from './figure-file.ts';
import { numberOf, reportForms } from './report-forms.ts';

/** What a file is made of: which form of which days, the figures, and who made it. */
export type MadeReport = {
  readonly kind: FigureKind;
  readonly days: Days;
  readonly report: ReportAnswer;
  readonly maker: string;
};

type MadeForm = MadeReport & { readonly kind: ReportKind };

/** A report in the layout of its form, to print or to type from. What is not known is left blank and named below the table, never 0. */
export async function reportFile(
  desk: DeskContext,
  made: MadeReport,
  format: ReportFormat,
): Promise<{ readonly file: ListFile; readonly sha256: string } | Fault<'form-unknown' | 'form-broken'>> {
  const { kind } = made;
  const isForm = kind !== '766' && kind !== 'cut';
  const bytes = isForm
    ? await (format === 'pdf' ? asPdf : asBook)(desk, { ...made, kind })
    : await figureBytes(desk, { ...made, kind }, format);
  if ('fault' in bytes) return bytes;
  const { from, to } = made.days;
  return {
    file: listFile(`${isForm ? `bieu-${kind}` : figureFileNames[kind]}_${from}_${to}`, format, bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function asPdf(desk: DeskContext, { kind, days, report, maker }: MadeForm) {
  const office = desk.getOffice();
  const gaps = gapsOf(report);
  const data: Bieu06aData & Bieu07aData & Bieu08bData = {
    office: officeOnPaper(office, desk.catalogue),
    from: startOfDay(days.from),
    to: startOfDay(days.to),
    madeAt: report.madeAt,
    periodName: periodName(days),
    unit: unitOf(desk),
    receiver: receiverOf(desk),
    maker,
    head: report.head,
    lines: linesOf(kind, report).map(([no, field, values]) => ({
      ...(no === '' ? {} : { no }),
      field,
      ...cellsOf(values),
    })),
    ...(gaps === '' ? {} : { gaps }),
  };
  return listAsPdf(desk, `bieu-${kind}`, data);
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

function linesOf(kind: ReportKind, { rows, total }: ReportAnswer): Line[] {
  const fields = rows.map(({ key, values }, at): Line => [String(at + 1), key, values]);
  return reportForms[kind].sum ? [...fields, ['', 'TỔNG CỘNG', total.values]] : fields;
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
  const levels = missing.flatMap((gap) => (gap.code === 'online-level' ? [gap] : []));
  const others = missing.flatMap((gap) => (gap.code === 'online-level' ? [] : [gap.text]));
  const said = [...(levels.length === 0 ? [] : [levelsText(levels)]), ...others].join('; ');
  return said === '' ? '' : `${said}.`;
}

function levelsText(levels: readonly { readonly procedureCode: string; readonly files: number }[]): string {
  const named = levels
    .toSorted((a, b) => b.files - a.files)
    .slice(0, mostNamed)
    .map(({ procedureCode, files }) => `${procedureCode} (${withDots(files)} hồ sơ)`);
  const more = levels.length > mostNamed ? ` và ${levels.length - mostNamed} thủ tục khác` : '';
  return `chưa biết trực tuyến toàn trình hay một phần (cột 4 hoặc cột 5): ${named.join(', ')}${more}`;
}

async function asBook(desk: DeskContext, { kind, days, report, maker }: MadeForm): Promise<Uint8Array> {
  const form = reportForms[kind];
  const gaps = gapsOf(report);
  return listAsBook(desk, {
    sheet: `Biểu ${kind}`,
    title: [
      `Biểu số ${kind}/BTP/KSTT: ${form.title}`,
      `Kỳ báo cáo: ${periodName(days)} (Từ ngày ${dateText(days.from)} đến ngày ${dateText(days.to)})`,
      `Đơn vị báo cáo: ${unitOf(desk)}. Đơn vị nhận báo cáo: ${receiverOf(desk)}. Đơn vị tính: ${form.unit}`,
    ],
    columns: [
      { title: 'STT', number: '(1)', width: 7, kind: 'text', value: ([no]) => no },
      { title: form.field, number: '(2)', width: 30, kind: 'text', value: ([, field]) => field },
      ...form.columns.map((column) => ({
        title: column[2],
        group: column[1],
        number: numberOf(column),
        width: 11,
        kind: 'number' as const,
        value: ([, , values]: Line) => values[column[0]] ?? null,
      })),
    ],
    rows: linesOf(kind, report),
    closing: [
      ...form.notes,
      ...(gaps === '' ? [] : [`Để trống là chưa biết, không phải 0: ${gaps}`]),
      `Lập lúc ${timeDateText(report.madeAt)} bởi ${maker}, từ sổ đến mắt xích ${report.head}.`,
    ],
  });
}
