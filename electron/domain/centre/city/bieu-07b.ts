import type { ReportValue, ReportValues } from '../../../contract/books/report/report.ts';
import type { CivilDate, CivilTime } from '../../../contract/base/values.ts';
import { dateText, timeDateText } from '../../base/civil-time.ts';
import { columns07a, line07a, unknownLevel, withoutCarriedOver } from '../../books/report/bieu-07a.ts';
import { percentOf } from '../../books/report/figures.ts';
import { type ReportPeriod, periodName } from '../../books/report/report-period.ts';

/**
 * Biểu 07b (TT 09/2026/TT-BTP): what the committees of communes handled, summed by field (section II), as their city counts it of the facts that its centres
 * sent. Section I is of the province's own departments, which send nothing here: it is missing, and never 0.
 */

/** How many files of a centre and a field each column of the form has. */
export type CityLine = {
  readonly centre: string;
  readonly field: string;
  readonly counts: Readonly<Record<string, number>>;
};

type CentreTold = {
  readonly centre: string;
  /** When it first had nothing left to tell after the period's end; civil, null where it has not yet. */
  readonly sentAt: CivilTime | null;
  readonly doneAt: CivilTime | null;
  /** The day on which its register began, as it said itself; null where its program is older than that or never told all. */
  readonly began: CivilDate | null;
  /** The day of its first file; null where it told of none. */
  readonly first: CivilDate | null;
  /** The day on which it left, or the city stopped taking of it; null where it is of the city. */
  readonly closed: CivilDate | null;
};

export type Counted = {
  readonly practice: boolean;
  readonly lines: readonly CityLine[];
  readonly index: readonly CityLine[];
  readonly before: readonly { readonly centre: string; readonly open: number; readonly resumed: number }[];
  readonly centres: readonly CentreTold[];
};

export type Line07b = { readonly key: string; readonly values: ReportValues };
/**
 * `in-time`: whole by the day on which communes send; `late`: since; `missing`: not yet; `not-begun`: it tells of no register and no file before the period's end, so of the
 * period nothing is known of it, and it is neither late nor missing; `closed`: it left before it had sent the whole period, and nothing of it is waited for.
 */
type SentState = 'in-time' | 'late' | 'missing' | 'not-begun' | 'closed';

type CentreFigures = {
  readonly centre: string;
  readonly name: string;
  readonly state: SentState;
  readonly sentAt: CivilTime | null;
  readonly rows: readonly Line07b[];
  readonly total: { readonly values: ReportValues };
};

type CityIndicator = {
  readonly code: string;
  /** Percent; null where the facts do not tell it, «N/A» where there was nothing to be counted against. */
  readonly value: ReportValue;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

export type CityReport = {
  readonly form: '07b';
  /** Of practice offices: these are no figures of anybody. */
  readonly practice: boolean;
  readonly period: {
    readonly from: CivilDate;
    readonly to: CivilDate;
    readonly name: string;
    readonly sendBy: CivilDate;
  };
  readonly madeAt: CivilTime;
  readonly over: boolean;
  /** By the form's own sections; null: nothing is known here. `total` of II is its own sum, which the form does not print. */
  readonly sections: {
    readonly I: null;
    readonly II: { readonly rows: readonly Line07b[]; readonly total: { readonly values: ReportValues } };
  };
  /** The form's last line, I and II together: not known, as I is not. */
  readonly total: { readonly values: ReportValues };
  readonly centres: readonly CentreFigures[];
  /** QĐ 766 of the same days, of all centres and of each, as far as the facts tell it. */
  readonly index: {
    readonly indicators: readonly CityIndicator[];
    readonly centres: readonly { readonly centre: string; readonly indicators: readonly CityIndicator[] }[];
  };
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
  readonly missing: readonly { readonly code: string; readonly text: string; readonly textEn: string }[];
};

type Asked = {
  readonly period: Pick<ReportPeriod, 'from' | 'to' | 'sendBy'>;
  readonly madeAt: CivilTime;
  readonly nameOf: (centre: string) => string;
};

/** How a line is called whose field was typed at a counter. */
export const otherField = 'Lĩnh vực do đơn vị tự ghi';

export function bieu07b(all: Counted, { period, madeAt, nameOf }: Asked): CityReport {
  const { practice, centres } = all;
  const { from, to, sendBy } = period;
  // What a centre had open when it left goes on elsewhere: it stands in no period that began afterwards, or it would be overdue here for ever.
  const gone = new Set(centres.flatMap((one) => (isGone(one, from) ? [one.centre] : [])));
  const stays = ({ centre }: { readonly centre: string }) => !gone.has(centre);
  const [lines, index, before] = [all.lines.filter(stays), all.index.filter(stays), all.before.filter(stays)];
  const counted = centres.map((one) => {
    const own = lines.filter(({ centre }) => centre === one.centre);
    const rows = rowsOf(own);
    const total = { values: isKnownOf(one, period) ? line07a(sumOf(own)) : unknownLine() };
    return { one, rows, total, isNew: isKnownOf(one, period) && isNothingCarried(one, from) };
  });
  // What a centre had left open before its first file is in no register here: not known, which is no 0, and neither is a sum of it.
  const isAnyNew = counted.some(({ isNew }) => isNew);
  const told = counted.map(({ one, rows, total, isNew }): CentreFigures => ({
    centre: one.centre,
    name: nameOf(one.centre),
    state: stateOf(one, period),
    sentAt: one.sentAt,
    ...(isNew ? withoutCarriedOver({ rows, total }) : { rows, total }),
  }));
  const total = line07a(sumOf(lines));
  // Of no centre that is known there is no sum, and no 0.
  const isNoneKnown = lines.length === 0 && !centres.some((one) => isKnownOf(one, period));
  const summed = { rows: rowsOf(lines), total: { values: isNoneKnown ? unknownLine() : total } };
  const whole = isAnyNew ? withoutCarriedOver(summed) : summed;
  const came = Number(total['3']);
  const opened = before.reduce((sum, { open, resumed }) => sum + open + resumed, 0);
  const sums = ['3', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'].every(
    (column) =>
      total[column] ===
      counted.reduce((sum, { rows }) => sum + rows.reduce((all, { values }) => all + Number(values[column]), 0), 0),
  );
  return {
    form: '07b',
    practice,
    period: { from, to, name: periodName(period), sendBy },
    madeAt,
    over: madeAt.slice(0, 10) > to,
    sections: { I: null, II: whole },
    total: { values: unknownLine() },
    centres: told,
    index: {
      indicators: indicatorsOf(sumOf(index)),
      centres: centres.map((one) => ({
        centre: one.centre,
        indicators: isKnownOf(one, period)
          ? indicatorsOf(sumOf(index.filter((line) => line.centre === one.centre)))
          : indicatorsOf({}).map(({ code }) => ({ code, value: null, numerator: null, denominator: null })),
      })),
    },
    checks: [
      { name: '(3) = (9) + (13)', ok: came === Number(total['9']) + Number(total['13']) },
      // A column that is told as not known sums up to nothing.
      ...(isAnyNew ? [] : [{ name: '(8) = (13) kỳ trước', ok: Number(total['8']) === opened }]),
      { name: 'II = Σ', ok: sums },
    ],
    missing: [
      ...gapsOf(told, lines, { to, madeAt, sendBy }),
      ...(isAnyNew ? [notCarried(counted.flatMap(({ one, isNew }) => (isNew ? [nameOf(one.centre)] : [])))] : []),
    ],
  };
}

function notCarried(names: readonly string[]): CityReport['missing'][number] {
  return {
    code: 'before-register',
    text: `Cột (8) chưa biết: hồ sơ kỳ trước chuyển qua của ${names.join(', ')} nằm ở sổ cũ; cột (3) và các cột (9) đến (15) chưa gồm chúng, phải cộng thêm trước khi gửi`,
    textEn: `Column (8) is not known: what the period before left open at ${names.join(', ')} stands in the register that was kept then; columns (3) and (9) to (15) are without it, add it before you send the form`,
  };
}

function isGone({ closed }: CentreTold, from: CivilDate): boolean {
  return closed !== null && closed < from;
}

/** Of a centre that never told all it had or had left, and of days before its register and its first file, nothing is known, which is not 0. */
function isKnownOf(one: CentreTold, { from, to }: Pick<ReportPeriod, 'from' | 'to'>): boolean {
  const { doneAt, began, first } = one;
  return doneAt !== null && !isGone(one, from) && [began, first].some((day) => day !== null && day <= to);
}

/**
 * Whether what a centre had left open before these days is in no register of this program: its own began on their first day or later, as its ward says it of its own
 * 07a. Who has not said so yet is known by its first file alone.
 */
function isNothingCarried({ began, first }: CentreTold, from: CivilDate): boolean {
  const since = began ?? first;
  return since !== null && since >= from;
}

function unknownLine(): ReportValues {
  return Object.fromEntries(columns07a.map((column): [string, ReportValue] => [column, null]));
}

/** What a centre tells at its first contact is kept for periods long over, too: of those before its first file that is no sending, and nothing late. */
function stateOf(one: CentreTold, period: Asked['period']): SentState {
  const { sentAt, closed } = one;
  if (sentAt === null) return closed === null ? 'missing' : 'closed';
  if (!isKnownOf(one, period)) return 'not-begun';
  return sentAt.slice(0, 10) <= period.sendBy ? 'in-time' : 'late';
}

function sumOf(lines: readonly CityLine[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { counts } of lines)
    for (const [column, files] of Object.entries(counts)) sum[column] = (sum[column] ?? 0) + files;
  return sum;
}

function rowsOf(lines: readonly CityLine[]): Line07b[] {
  const fields = [...new Set(lines.map(({ field }) => field))].toSorted(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'vi'),
  );
  return fields.map((field) => ({
    key: field === '' ? otherField : field,
    values: line07a(sumOf(lines.filter((line) => line.field === field))),
  }));
}

/** What each indicator needs and the facts have. Those that need links of results, syncing, what is offered, petitions, are of the ward's own or of the portal. */
const known = ['2.1', '3.3', '5.4'] as const;
const unknown = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '3.1',
  '3.2',
  '3.4',
  '3.5',
  '3.6',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.5',
  '4.6',
  '5.2',
  '5.3',
];

/**
 * 2.1 is known. Of 3.3 the share of online files is its upper bound, of 5.4 the files on time: what else they take is not in the facts, so their value is not known, but
 * their numerator is the most it can be.
 */
function indicatorsOf(counts: Readonly<Record<string, number>>): CityIndicator[] {
  const of = (name: string) => counts[name] ?? 0;
  const files = of('files');
  const most = { '2.1': of('on_time'), '3.3': of('online'), '5.4': of('on_time') };
  const told = known.map((code): CityIndicator => {
    const isKnown = code === '2.1';
    const value = files === 0 ? 'N/A' : isKnown ? percentOf(most[code], files) : null;
    return { code, value, numerator: isKnown || files === 0 ? most[code] : null, denominator: files };
  });
  const rest = unknown.map((code): CityIndicator => ({ code, value: null, numerator: null, denominator: null }));
  return [...told, ...rest].toSorted((a, b) => a.code.localeCompare(b.code));
}

function manyCentres({ length }: readonly string[]): string {
  return length === 1 ? '1 centre has' : `${length} centres have`;
}

function gapsOf(
  centres: readonly CentreFigures[],
  lines: readonly CityLine[],
  { to, madeAt, sendBy }: { readonly to: CivilDate; readonly madeAt: CivilTime; readonly sendBy: CivilDate },
): CityReport['missing'] {
  const gaps: { code: string; text: string; textEn: string }[] = [
    {
      code: 'section-i',
      text: 'Mục I (cơ quan chuyên môn cấp tỉnh) không có ở đây: để trống, không phải 0; TỔNG CỘNG (mục I và mục II) vì thế cũng chưa biết, tổng của riêng mục II ghi ở dòng II',
      textEn:
        'Section I (the province’s own departments) is not here: blank, not 0; so the total of I and II is not known either, and section II’s own sum stands in its row',
    },
  ];
  if (madeAt.slice(0, 10) <= to)
    gaps.push({
      code: 'period-runs',
      text: `Kỳ này chưa kết thúc (đến ngày ${dateText(to)}): số liệu còn thay đổi`,
      textEn: `The period is not over (until ${to}): its figures still change`,
    });
  const named = (state: SentState) =>
    centres.filter((one) => one.state === state).map(({ centre, name }) => `${name} (${centre})`);
  const missing = madeAt.slice(0, 10) > to ? named('missing') : [];
  if (missing.length > 0)
    gaps.push({
      code: 'not-sent',
      text: `${missing.length} đơn vị chưa gửi hết số liệu của kỳ${madeAt.slice(0, 10) > sendBy ? `, đã quá ngày ${dateText(sendBy)}` : ''}: ${missing.join(', ')}`,
      textEn: `${manyCentres(missing)} not sent all of the period${madeAt.slice(0, 10) > sendBy ? `, past ${sendBy}` : ''}: ${missing.join(', ')}`,
    });
  const notBegun = named('not-begun');
  if (notBegun.length > 0)
    gaps.push({
      code: 'not-begun',
      text: `${notBegun.length} đơn vị chưa có sổ và chưa có hồ sơ nào ở đây đến hết kỳ, nên chưa biết số của kỳ (không phải 0, không phải gửi muộn) và mục II chưa gồm số của họ: ${notBegun.join(', ')}`,
      textEn: `${manyCentres(notBegun)} no register and no file here until the end of the period, so nothing is known there (not 0, and not late) and section II is without it: ${notBegun.join(', ')}`,
    });
  const closed = named('closed');
  if (closed.length > 0)
    gaps.push({
      code: 'closed',
      text: `${closed.length} đơn vị đã thôi gửi cho thành phố khi chưa gửi hết kỳ này; mục II chỉ gồm những gì đã gửi, không gồm gì nếu thôi gửi trước kỳ: ${closed.join(', ')}`,
      textEn: `${closed.length} ${closed.length === 1 ? 'centre' : 'centres'} left the city before all of the period was sent; section II has what was sent until then, and nothing of who left before the period: ${closed.join(', ')}`,
    });
  const late = centres.filter(({ state }) => state === 'late');
  if (late.length > 0)
    gaps.push({
      code: 'sent-late',
      text: `${late.length} đơn vị gửi hết sau ngày ${dateText(sendBy)}: ${late.map(({ name, sentAt }) => `${name} (${sentAt === null ? '' : timeDateText(sentAt)})`).join(', ')}`,
      textEn: `${late.length} ${late.length === 1 ? 'centre' : 'centres'} had sent all only after ${sendBy}: ${late.map(({ centre, sentAt }) => `${centre} (${sentAt ?? ''})`).join(', ')}`,
    });
  const level = lines.reduce((sum, { counts }) => sum + (counts[unknownLevel] ?? 0), 0);
  if (level > 0)
    gaps.push({
      code: 'online-level',
      text: `${level} hồ sơ trực tuyến chưa biết toàn trình hay một phần: thuộc cột 4 hoặc cột 5`,
      textEn: `${level} online files are fully or partly online, and which is not known: they belong to column 4 or 5`,
    });
  return gaps;
}
