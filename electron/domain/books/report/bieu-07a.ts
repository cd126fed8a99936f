import { dateText, startOfDay } from '../../base/civil-time.ts';
import type { ReportAnswer, ReportGap, ReportValue, ReportValues } from '../../../contract/books/report/report.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { Procedure } from '../../../contract/catalogue/lists.ts';
import { isDecidedByOffice } from '../../catalogue/deciding-agency.ts';
import type { Days } from '../register/register.ts';
import type { CaseFact } from './case-fact.ts';

/** What of a procedure decides where its files are counted, as it was adopted when they were received. */
export type CountedProcedure = Pick<Procedure, 'code' | 'name' | 'field' | 'decidingAgency' | 'onlineLevel'>;

/** The columns of Biểu 07a that are counted; the others are sums (TT 09/2026/TT-BTP). */
export type Column07a = '4' | '5' | '6' | '7' | '8' | '10' | '11' | '12' | '14' | '15';

/** The sums of the form as it prints them. */
const sums = {
  '3': ['4', '5', '6', '7', '8'],
  '9': ['10', '11', '12'],
  '13': ['14', '15'],
} as const satisfies Readonly<Record<string, readonly Column07a[]>>;

/** All of them, as the form prints them behind its first two. */
export const columns07a = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'] as const;

/** Online, and nobody found out how much of it can be done there: one of columns 4 and 5, but which is not known. */
export const unknownLevel = 'level-unknown';

/**
 * Where a file is counted in a period: how it came and how far it is, at most one column of each; undefined where it is none of the
 * period's. `fact` is read at the end of the period's last day, never later.
 */
export function columnsOf(
  fact: CaseFact,
  { onlineLevel }: Pick<CountedProcedure, 'onlineLevel'>,
  period: Pick<Days, 'from'>,
): readonly [came: Column07a | typeof unknownLevel, stands: Column07a] | undefined {
  const begin = startOfDay(period.from);
  if (fact.end !== null && fact.end.at < begin) return undefined;
  return [fact.receivedAt < begin ? '8' : cameBy(fact, onlineLevel), standsAt(fact)];
}

function cameBy({ channel }: CaseFact, level: CountedProcedure['onlineLevel']): Column07a | typeof unknownLevel {
  if (channel === 'post') return '6';
  if (channel === 'direct') return '7';
  return level === 'full' ? '4' : level === 'partial' ? '5' : unknownLevel;
}

/** Before the promised day, on it, after it: by days, for the form does not draw the border (docs/law/reports.md). */
function standsAt({ end, openPast }: CaseFact): Column07a {
  if (end === null) return openPast !== null && openPast > 0 ? '15' : '14';
  const { past } = end;
  return past === null || past < 0 ? '10' : past === 0 ? '11' : '12';
}

/**
 * Whether this commune's committee decides: the form is of who decides directly, so what other agencies decide is in theirs, and what
 * another centre received for this one is here.
 */
export function isDecidedHere(
  { legs, foreign }: CaseFact,
  procedure: Pick<CountedProcedure, 'decidingAgency'>,
): boolean {
  return foreign || isDecidedByOffice(legs, procedure);
}

type Counts = Record<string, number>;

/** What the period begins with is what the one before left open (the note to Biểu 07c). */
const carriedOver = '(8) = (13) kỳ trước';

/** Counts files one by one; what it comes to is asked for at the end. Fields stand in the order of the alphabet. */
export function count07a(days: Days) {
  const lines = new Map<string, Counts>();
  const unknown = new Map<string, Extract<ReportGap, { code: 'online-level' }>>();
  const begin = startOfDay(days.from);
  let resumed = 0;

  function add(fact: CaseFact, procedure: CountedProcedure): readonly string[] {
    const counted = isDecidedHere(fact, procedure) ? columnsOf(fact, procedure, days) : undefined;
    if (counted === undefined) return [];
    const line = lines.get(procedure.field) ?? {};
    lines.set(procedure.field, line);
    for (const column of counted) line[column] = (line[column] ?? 0) + 1;
    if (counted[0] === unknownLevel) note(procedure);
    // What was handled once and taken up again is of the period before, though it was not open at its end.
    if (counted[0] === '8' && fact.closed.some(({ from, to }) => from < begin && to >= begin)) resumed += 1;
    return counted;
  }

  function note({ code, name }: CountedProcedure): void {
    const files = (unknown.get(code)?.files ?? 0) + 1;
    unknown.set(code, {
      code: 'online-level',
      procedureCode: code,
      name,
      files,
      text: `Chưa biết thủ tục ${code} trực tuyến toàn trình hay một phần: ${files} hồ sơ thuộc cột 4 hoặc cột 5`,
      textEn: `It is not known whether procedure ${code} is fully or partly online: ${files} files belong to column 4 or 5`,
    });
  }

  /** @param openBefore how many files were open at the end of the period before, by its own count (column 13 there) */
  function finish(openBefore: number) {
    const inOrder = [...lines].toSorted(([a], [b]) => a.localeCompare(b, 'vi'));
    const rows = inOrder.map(([key, line]) => ({ key, values: line07a(line) }));
    const all: Counts = {};
    for (const line of lines.values())
      for (const [column, files] of Object.entries(line)) all[column] = (all[column] ?? 0) + files;
    const total = { values: line07a(all) };
    const { '3': came, '8': before, '9': handled, '13': open } = total.values;
    return {
      rows,
      total,
      checks: [
        { name: '(3) = (9) + (13)', ok: came === Number(handled) + Number(open) },
        { name: carriedOver, ok: before === openBefore + resumed },
      ],
      missing: [...unknown.values()],
    };
  }

  return { add, finish };
}

/** A line of the form as it prints it, of how many files each column has. */
export function line07a(line: Counts): ReportValues {
  const level = line[unknownLevel] ?? 0;
  const of = (column: string) => line[column] ?? 0;
  return Object.fromEntries(
    columns07a.map((column): [string, ReportValue] => {
      if ((column === '4' || column === '5') && level > 0) return [column, null];
      if (column !== '3' && column !== '9' && column !== '13') return [column, of(column)];
      const sum = sums[column].reduce((total, part) => total + of(part), 0);
      return [column, column === '3' ? sum + level : sum];
    }),
  );
}

/** The columns that are counted into another. */
export function partsOf(column: string): readonly string[] {
  const parts: readonly string[] | undefined = sums[column as keyof typeof sums];
  const counted = parts ?? [column];
  return counted.includes('4') || counted.includes('5') ? [...counted, unknownLevel] : counted;
}

/**
 * The register began with the period or within it: what the one before left open stands in whatever was kept then, so column 8 is not known, which is
 * neither 0 nor the few that were written down later. The other columns tell what is in this register, those few among them: `notCarriedGap` names them,
 * or who adds the old register would count them twice.
 */
export function withoutCarriedOver<
  T extends Pick<ReportAnswer, 'rows' | 'total'> & Partial<Pick<ReportAnswer, 'checks'>>,
>(made: T): T {
  const blank = <L extends { readonly values: ReportValues }>(line: L): L => ({
    ...line,
    values: { ...line.values, '8': null },
  });
  const { rows, total, checks } = made;
  return {
    ...made,
    rows: rows.map(blank),
    total: blank(total),
    ...(checks === undefined ? {} : { checks: checks.filter(({ name }) => name !== carriedOver) }),
  };
}

/**
 * What has to be added before the form is sent, and what must not be added again: files from before that were written into this register since.
 * @param made the figures with column 8 as it was counted, before it is blanked
 */
export function notCarriedGap({ rows, total }: Pick<ReportAnswer, 'rows' | 'total'>): ReportGap {
  const here = Number(total.values['8'] ?? 0);
  const byField = rows
    .flatMap(({ key, values }) => (Number(values['8']) > 0 ? [`${key} ${String(values['8'])}`] : []))
    .join(', ');
  return {
    code: 'before-register',
    text: `Cột (8) chưa biết: hồ sơ kỳ trước chuyển qua nằm ở sổ cũ; cột (3) và các cột (9) đến (15) chưa gồm chúng, phải cộng thêm trước khi gửi${here > 0 ? `, trừ ${here} hồ sơ kỳ trước đã nhập vào sổ này và đã tính ở các cột ấy (${byField}): không cộng lần nữa` : ''}`,
    textEn: `Column (8) is not known: what the period before left open stands in the register that was kept then; columns (3) and (9) to (15) are without it, add it before you send the form${here > 0 ? `, but for ${here} files from before that were written into this register and are in those columns already (${byField}): do not add them again` : ''}`,
  };
}

/** In the period after the first (8) is known of this register alone: what the one before it left may be open still, and is in no column. */
export function stillOldGap(began: CivilDate): ReportGap {
  const day = dateText(began);
  return {
    code: 'before-register',
    text: `Cột (8) chỉ gồm hồ sơ của sổ này (từ ngày ${day}): hồ sơ của sổ cũ còn đang giải quyết khi kỳ này bắt đầu, nếu có, phải cộng thêm vào cột (8), cột (3) và các cột (9) đến (15) trước khi gửi`,
    textEn: `Column (8) has the files of this register alone (since ${day}): what the register before it still had open when this period began, if anything, is to be added to columns (8), (3) and (9) to (15) before you send the form`,
  };
}

/** Of days before there was a register: nothing is known, which is no 0. */
export const blank07a = {
  rows: [],
  total: { values: Object.fromEntries(columns07a.map((column): [string, null] => [column, null])) },
};
