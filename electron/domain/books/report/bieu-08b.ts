import type { CentreFacts, ReportAnswer, ReportValue } from '../../../contract/books/report/report.ts';
import type { CivilDate } from '../../../contract/base/values.ts';

type Fact = Exclude<keyof CentreFacts, 'from'>;

/** What each column of Biểu 08b is made of, and what it is called where nobody said it (TT 09/2026/TT-BTP). */
export const columns08b = {
  '3': { fact: 'points', vi: 'số lượng điểm tiếp nhận', en: 'points of reception' },
  '4': { fact: 'ownStaff', vi: 'nhân sự chuyên trách', en: 'staff of the centre' },
  '5': { fact: 'sentStaff', vi: 'nhân sự được cử đến', en: 'staff sent by divisions' },
  '6': { fact: 'contractStaff', vi: 'nhân viên hợp đồng', en: 'staff by contract' },
  '7': { fact: 'staffComputers', vi: 'máy tính cho cán bộ', en: 'computers of the staff' },
  '8': { fact: 'publicComputers', vi: 'máy tính hỗ trợ dịch vụ công trực tuyến', en: 'computers for citizens' },
  '9': { fact: 'scanners', vi: 'máy scan', en: 'scanners' },
  '10': { fact: 'touchScreens', vi: 'màn hình cảm ứng tra cứu, đánh giá', en: 'touch screens' },
} as const satisfies Readonly<Record<string, { readonly fact: Fact; readonly vi: string; readonly en: string }>>;

type Column08b = keyof typeof columns08b;

const inOrder = ['3', '4', '5', '6', '7', '8', '9', '10'] as const satisfies readonly Column08b[];

/** What held on a day: the last that was said of it or of one before. `said` in the order in which it was. */
export function centreOn<F extends CentreFacts>(said: readonly F[], day: CivilDate): F | undefined {
  return said.reduce<F | undefined>(
    (held, one) => (one.from <= day && (held === undefined || one.from >= held.from) ? one : held),
    undefined,
  );
}

/** Biểu 08b of a centre, as it was on the last day of the period: enough is 1, not enough 0, and what nobody said is blank. */
export function bieu08b(
  centre: string,
  facts: CentreFacts | undefined,
): Pick<ReportAnswer, 'rows' | 'total' | 'checks' | 'missing'> {
  const cells = inOrder.map((column) => [column, valueOf(facts?.[columns08b[column].fact] ?? null)] as const);
  const values = Object.fromEntries(cells);
  return {
    rows: [{ key: centre, values }],
    total: { values },
    checks: [],
    missing: cells.flatMap(([column, value]) => (value === null ? [gapOf(column)] : [])),
  };
}

function valueOf(said: number | boolean | null): ReportValue {
  return typeof said === 'boolean' ? Number(said) : said;
}

function gapOf(column: Column08b): ReportAnswer['missing'][number] {
  const { vi, en } = columns08b[column];
  return {
    code: 'centre',
    column,
    text: `Cột (${column}) ${vi}: chưa ai khai cho ngày cuối kỳ`,
    textEn: `Column (${column}) ${en}: nobody said it for the last day of the period`,
  };
}
