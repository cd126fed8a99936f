import type {
  IndexWeek,
  Indicator,
  ReportAnswer,
  ReportFormat,
  ReportValue,
} from '../../../contract/books/report/report.ts';
import { dateText, startOfDay, timeDateText } from '../../../domain/base/civil-time.ts';
import { withDots } from '../../../domain/base/dong.ts';
import { unitName } from '../../../domain/catalogue/catalogue.ts';
import type { Days } from '../../../domain/books/register/register.ts';
import { averagedOver, lineTermText } from '../../../domain/books/report/cut.ts';
import { percentOf } from '../../../domain/books/report/figures.ts';
import { indicatorDoubts, indicatorNames } from '../../../domain/books/report/indicators-766.ts';
import { twiceSaid } from '../../../domain/books/report/raise-766.ts';
import { periodName } from '../../../domain/books/report/report-period.ts';
import type { CatGiamData, ChiSo766Data } from '../../../paper/forms/list-data.ts';
import type { DeskContext } from '../../core/context.ts';
import { listAsBook, listAsPdf } from '../../papers/list-file.ts';
import { officeOnPaper } from '../../papers/on-paper.ts';

/** The index and the cut as files: no form of law says how they look. */
export type MadeFigures = {
  readonly kind: '766' | 'cut';
  readonly days: Days;
  readonly report: ReportAnswer;
  readonly maker: string;
};

export const figureFileNames = { '766': 'chi-so-766', cut: 'cat-giam-thoi-gian' } as const;

export async function figureBytes(desk: DeskContext, made: MadeFigures, format: ReportFormat) {
  if (made.kind === 'cut')
    return format === 'pdf' ? listAsPdf(desk, 'cat-giam', cutData(desk, made)) : cutBook(desk, made);
  return format === 'pdf' ? listAsPdf(desk, 'chi-so-766', indexData(desk, made)) : indexBook(desk, made);
}

const names = indicatorNames('vi');
const number = (value: number) => (Number.isInteger(value) ? withDots(value) : String(value).replace('.', ','));
const percent = (value: ReportValue | undefined) => (typeof value === 'number' ? `${number(value)} %` : value);

function between({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? number(least) : `${number(least)} – ${number(most)}`;
}

const nameOf = ({ code }: Indicator) => names[code] ?? code;

function parts({ numerator, denominator }: Indicator): string | null {
  return numerator === null || denominator === null ? null : `${between(numerator)} / ${between(denominator)}`;
}

/** By the portal; where our own promise says otherwise beside it. */
function share({ value, ours }: Indicator): string | null {
  const portal = percent(value) ?? null;
  if (ours === undefined || ours === null || ours === 'N/A') return portal;
  return `${portal ?? ''} (theo hẹn trên giấy ${percent(ours) ?? ''})`;
}

function shapeOf(desk: DeskContext, { days: { from, to }, report, maker }: MadeFigures) {
  const gaps = gapsOf(report);
  return {
    office: officeOnPaper(desk.getOffice(), desk.catalogue),
    from: startOfDay(from),
    to: startOfDay(to),
    madeAt: report.madeAt,
    periodName: periodName({ from, to }),
    unit: unitOf(desk),
    maker,
    head: report.head,
    ...(gaps === '' ? {} : { gaps }),
  };
}

/** The most procedures that a line below the table names. */
const mostNamed = 40;

/** Procedures without a time to compare, told apart: of those the law gives none to nothing is unknown, and their cells say N/A. */
function termsOf({ rows, missing }: ReportAnswer) {
  const without = new Set(rows.flatMap(({ key, values }) => (values['legal'] === 'N/A' ? [key] : [])));
  const terms = missing.flatMap((gap) => (gap.code === 'legal-term' ? [gap] : []));
  return {
    unknown: terms.filter(({ procedureCode }) => !without.has(procedureCode)),
    without: terms.filter(({ procedureCode }) => without.has(procedureCode)),
  };
}

function namedTerms(terms: readonly { readonly procedureCode: string; readonly files: number }[]): string {
  const named = terms
    .slice(0, mostNamed)
    .map(({ procedureCode, files }) => `${procedureCode} (${withDots(files)} hồ sơ)`);
  return `${named.join(', ')}${terms.length > mostNamed ? ` và ${terms.length - mostNamed} thủ tục khác` : ''}`;
}

function notApplicableOf(report: ReportAnswer): string {
  const { without } = termsOf(report);
  const own =
    without.length === 0
      ? ''
      : ` Thủ tục của đơn vị, không luật nào định thời hạn, không tính vào bình quân: ${namedTerms(without)}.`;
  return `N/A: chưa cam kết, hoặc không luật nào định thời hạn, nên không có gì để tính; không phải 0 %, không phải chưa biết.${own}`;
}

function gapsOf(report: ReportAnswer): string {
  const { missing } = report;
  const { unknown } = termsOf(report);
  const said = [
    ...(unknown.length === 0
      ? []
      : [`chưa có thời hạn luật định trong danh mục, hoặc hai thời hạn khác đơn vị: ${namedTerms(unknown)}`]),
    ...missing.flatMap((gap) => (gap.code === 'legal-term' ? [] : [gap.text])),
  ].join('; ');
  return said === '' ? '' : `${said}.`;
}

function indexData(desk: DeskContext, made: MadeFigures): ChiSo766Data {
  const { indicators = [], points = { least: 0, most: 100 }, weeks = [] } = made.report;
  return {
    ...shapeOf(desk, made),
    points: between(points),
    lines: indicators.map((one) => {
      const [counted, shown, twice] = [parts(one), share(one), twiceSaid(one)];
      return {
        code: one.code,
        name: twice === null ? nameOf(one) : `${nameOf(one)} (${twice.text})`,
        ...(counted === null ? {} : { parts: counted }),
        ...(shown === null ? {} : { share: shown }),
        points: between(one.points),
        max: number(one.max),
        ...(one.lost === null ? {} : { lost: withDots(one.lost) }),
        ...(one.raise === null ? {} : { raise: one.raise.text }),
      };
    }),
    weeks: weeks.map(({ from, to, files, ours, onTime, online, open, raise, ...week }) => ({
      week: `${dateText(from)} – ${dateText(to)}`,
      files: withDots(files),
      ours: shareOf(ours, files),
      portal: shareOf(onTime, files),
      online: withDots(online),
      ...weekParts({ files, ...week }),
      open: withDots(open),
      ...(raise === null ? {} : { raise: raise.text }),
    })),
  };
}

const shareOf = (part: number, whole: number) => (whole === 0 ? 'N/A' : `${number(percentOf(part, whole))} %`);
const ofWhole = (part: number, whole: number) => (whole === 0 ? 'N/A' : `${withDots(part)} / ${withDots(whole)}`);

/** What else of the index a week moves: 3.2, 3.6, 5.4, 5.2 and 5.3. */
function weekParts({
  files,
  came,
  owing,
  inCash,
  uncontested,
  limits,
}: Pick<IndexWeek, 'files' | 'came' | 'owing' | 'inCash' | 'uncontested' | 'limits'>) {
  return {
    came: withDots(came),
    inCash: ofWhole(inCash, owing),
    content: shareOf(uncontested, files),
    limits: limits === null ? '' : ofWhole(limits.kept, limits.asked),
    displeased: limits === null ? '' : ofWhole(limits.displeased, limits.petitions),
  };
}

function weekSentence(week: IndexWeek): string {
  const { from, to, files, ours, onTime, online, open, raise } = week;
  const { came, inCash, content, limits, displeased } = weekParts(week);
  const petitions = limits === '' ? '' : `; 5.2 hạn giữ được ${limits}; 5.3 mất ${displeased}`;
  return `Tuần ${dateText(from)} – ${dateText(to)}: ${withDots(files)} hồ sơ; đúng hạn theo hẹn ${withDots(ours)}, theo Cổng ${withDots(onTime)}; trực tuyến ${withDots(online)} của ${came} thủ tục; trả tiền mặt ${inCash}; 5.4 nhiều nhất ${content}${petitions}; đang mở, còn trong hạn ${withDots(open)}${raise === null ? '' : `; ${raise.text}`}.`;
}

function unitOf(desk: DeskContext): string {
  return `UBND ${unitName(desk.catalogue, desk.getOffice().unitCode)}`;
}

function titleOf(desk: DeskContext, title: string, { days: { from, to } }: MadeFigures): string[] {
  return [
    title,
    `Kỳ: ${periodName({ from, to })} (Từ ngày ${dateText(from)} đến ngày ${dateText(to)})`,
    `Đơn vị: ${unitOf(desk)}`,
  ];
}

function closingOf({ report, maker }: MadeFigures): string[] {
  const gaps = gapsOf(report);
  return [
    ...(gaps === '' ? [] : [`Để trống là chưa biết, không phải 0: ${gaps}`]),
    `Lập lúc ${timeDateText(report.madeAt)} bởi ${maker}, từ sổ đến mắt xích ${report.head}.`,
  ];
}

const doubtSentences = Object.entries(indicatorDoubts('vi')).map(([code, said]) => `${code}: ${said}.`);

async function indexBook(desk: DeskContext, made: MadeFigures): Promise<Uint8Array> {
  const { indicators = [], points = { least: 0, most: 100 }, weeks = [] } = made.report;
  const figure = (title: string, value: (one: Indicator) => ReportValue | undefined) => ({
    title,
    width: 11,
    kind: 'number' as const,
    value: (one: Indicator) => value(one) ?? null,
  });
  return listAsBook(desk, {
    sheet: 'Chỉ số 766',
    title: [
      ...titleOf(desk, 'Chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766/QĐ-TTg)', made),
      `Tổng điểm theo những gì máy tại quầy biết: ${between(points)} trên 100`,
    ],
    columns: [
      { title: 'Mã', width: 6, kind: 'text', value: ({ code }) => code },
      { title: 'Tiêu chí', width: 38, kind: 'text', value: nameOf },
      { title: 'Tử số / mẫu số', width: 18, kind: 'text', value: parts },
      figure('Tỷ lệ (%)', ({ value }) => value),
      figure('Theo hẹn trên giấy (%)', ({ ours }) => ours),
      figure('Điểm, ít nhất', (one) => one.points.least),
      figure('Điểm, nhiều nhất', (one) => one.points.most),
      figure('Tối đa', ({ max }) => max),
      figure('Hồ sơ làm mất điểm', ({ lost }) => lost),
      {
        title: 'Việc làm được; kỳ đã qua: lúc hết kỳ',
        width: 60,
        kind: 'text',
        value: ({ raise }) => raise?.text ?? null,
      },
    ],
    rows: indicators,
    closing: [
      ...weeks.map(weekSentence),
      ...doubtSentences,
      ...indicators.flatMap((one) => {
        const twice = twiceSaid(one);
        return twice === null ? [] : [`${one.code}: ${twice.text}.`];
      }),
      'Phụ lục của Quyết định 766/QĐ-TTg chưa đọc được: công thức theo tài liệu hướng dẫn, điểm theo số liệu Cổng dịch vụ công công bố. N/A là không có gì để tính.',
      ...closingOf(made),
    ],
  });
}

type CutLine = ReportAnswer['rows'][number];

const legalText = (line: CutLine) =>
  line.values['legal'] === 'N/A' ? 'không có (của đơn vị)' : lineTermText(line, 'legal', 'vi');
const committedText = (line: CutLine) => {
  if (line.values['legal'] === 'N/A') return 'N/A';
  return line.values['committed'] === 'N/A' ? 'chưa cam kết' : lineTermText(line, 'committed', 'vi');
};

function wholeOf(report: ReportAnswer): string {
  const { values } = report.total;
  const { files, promised } = values;
  if (files === null) return 'Chưa biết: kỳ này chưa có sổ';
  if (files === 0) return 'Không có hồ sơ nào tiếp nhận trong kỳ';
  const over = averagedOver(report);
  const left = over.left === 0 ? '' : ` (${withDots(over.left)} hồ sơ khác không có gì để so nên không tính)`;
  const counted = `${withDots(over.files)} hồ sơ của ${withDots(over.procedures)} thủ tục${left}`;
  if (promised === 0) return `Chưa cam kết rút ngắn thủ tục nào, nên không có tỷ lệ cắt giảm; ${counted}`;
  const cut = percent(values['cut']) ?? 'chưa biết';
  return `Bình quân cắt giảm ${cut} trên ${counted}; đã cam kết ${withDots(Number(promised))} thủ tục, ${withDots(Number(values['enough']))} thủ tục đạt từ 30 %`;
}

function cutData(desk: DeskContext, made: MadeFigures): CatGiamData {
  return {
    ...shapeOf(desk, made),
    total: wholeOf(made.report),
    notApplicable: notApplicableOf(made.report),
    lines: made.report.rows.map((line) => {
      const { key, name = key, values } = line;
      const [legal, committed, cut] = [legalText(line), committedText(line), percent(values['cut'])];
      return {
        code: key,
        name,
        files: withDots(Number(values['files'])),
        ...(legal === null ? {} : { legal }),
        ...(committed === null ? {} : { committed }),
        ...(cut === undefined || cut === null ? {} : { cut }),
      };
    }),
  };
}

async function cutBook(desk: DeskContext, made: MadeFigures): Promise<Uint8Array> {
  return listAsBook<CutLine>(desk, {
    sheet: 'Cắt giảm thời gian',
    title: [
      ...titleOf(desk, 'Cắt giảm thời gian giải quyết thủ tục hành chính (Nghị quyết 66/NQ-CP)', made),
      wholeOf(made.report),
    ],
    columns: [
      { title: 'Mã', width: 12, kind: 'text', value: ({ key }) => key },
      { title: 'Thủ tục', width: 60, kind: 'text', value: ({ key, name = key }) => name },
      { title: 'Hồ sơ', width: 10, kind: 'number', value: ({ values }) => values['files'] ?? null },
      { title: 'Thời hạn luật định', width: 18, kind: 'text', value: legalText },
      { title: 'Thời hạn cam kết', width: 18, kind: 'text', value: committedText },
      { title: 'Cắt giảm (%)', width: 12, kind: 'number', value: ({ values }) => values['cut'] ?? null },
    ],
    rows: made.report.rows,
    closing: [notApplicableOf(made.report), ...closingOf(made)],
  });
}
