import { dateText, endOfDay, startOfDay } from '../../base/civil-time.ts';
import type {
  Figures,
  ReportAnswer,
  ReportGap,
  ReportValue,
  ReportValues,
} from '../../../contract/books/report/report.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { Days } from '../register/register.ts';

/**
 * What Biểu 06a counts of one petition (phản ánh, kiến nghị). It names nobody but by its number; times are civil, whenever they lie: the count
 * itself looks no further than the end of its period.
 */
export type CountedPetition = {
  readonly number: string;
  /** What it is about, for a list of petitions. */
  readonly title: string;
  readonly field: string;
  /** Of how officials acted, or of what the rules say; null where nobody told them apart yet. */
  readonly about: 'conduct' | 'rules' | null;
  readonly receivedAt: string;
  readonly handledAt: string | null;
  readonly publishedAt: string | null;
};

/**
 * One petition as a period counts it and as the period before did: each of them folded to its own end. Null where that one does not count it, because it had
 * not come, or was passed on, refused, taken back or found to be of something else by then.
 */
export type PetitionTwice = {
  readonly number: string;
  readonly now: CountedPetition | null;
  readonly before: CountedPetition | null;
  /** How it left the form, where it did. */
  readonly left: { readonly how: 'refused' | 'forwarded' | 'withdrawn'; readonly at: string } | null;
};

/** All columns, as the form prints them behind its first two (TT 09/2026/TT-BTP). */
export const columns06a = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16'] as const;

type Column06a = Exclude<(typeof columns06a)[number], '3' | '8' | '13'>;
/** Nobody said what it is about: one of the two columns, but which is not known. */
type Counted = Column06a | '4 or 5' | '9 or 10' | '14 or 15';

const pairs = { '4 or 5': ['4', '5'], '9 or 10': ['9', '10'], '14 or 15': ['14', '15'] } as const;

/**
 * Where a petition is counted in a period; nowhere where it is none of the period's. What was published is told of the petitions that were handled in the
 * period, as far as they had been by its end: the form does not say more (docs/law/reports.md).
 */
export function columnsOf06a(fact: CountedPetition, { from, to }: Days): readonly Counted[] {
  const [begin, end] = [startOfDay(from), endOfDay(to)];
  const { about, receivedAt, handledAt, publishedAt } = fact;
  if (receivedAt > end || (handledAt !== null && handledAt < begin)) return [];
  const before = receivedAt < begin;
  const came: readonly Counted[] = [ofKind(about, '4 or 5'), before ? '6' : '7'];
  if (handledAt === null || handledAt > end) return [...came, ofKind(about, '14 or 15')];
  const handled: readonly Counted[] = [ofKind(about, '9 or 10'), before ? '11' : '12'];
  return [...came, ...handled, ...(publishedAt !== null && publishedAt <= end ? (['16'] as const) : [])];
}

function ofKind(about: CountedPetition['about'], unknown: keyof typeof pairs): Counted {
  if (about === null) return unknown;
  return pairs[unknown][about === 'conduct' ? 0 : 1];
}

type Counts = Map<string, number>;

/**
 * Biểu 06a of these petitions; null for facts where no petitions register was kept here by the end of the period, and then nothing is known, which is not 0.
 * `began`: the day on which the register began. What the period begins with is held against column 13 of the one before, counted of the petitions as they stood then; those that make the two differ are named.
 */
export function bieu06a(
  facts: Iterable<PetitionTwice> | null,
  days: Days,
  began: CivilDate | null = null,
): Pick<ReportAnswer, 'rows' | 'total' | 'checks' | 'missing'> {
  if (facts === null) return noRegister;
  const lines = new Map<string, Counts>();
  const all: Counts = new Map();
  const moved: Moved[] = [];
  const early: string[] = [];
  let openBefore = 0;
  for (const { number, now, before, left } of facts) {
    const wasOpen = before !== null && before.handledAt === null;
    openBefore += Number(wasOpen);
    const counted = now === null ? [] : columnsOf06a(now, days);
    if (wasOpen !== counted.includes('6')) moved.push({ number, wasOpen, left });
    if (now === null || counted.length === 0) continue;
    if (counted.includes('6')) early.push(number);
    const line: Counts = lines.get(now.field) ?? new Map<string, number>();
    lines.set(now.field, line);
    for (const column of counted) for (const counts of [line, all]) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  // Where there was no register before the period, what it begins with is not known: neither of its columns, which is no 0.
  const isCarried = began === null || began < days.from;
  const valuesOf = (counts: Counts): ReportValues => ({
    ...countedValues(counts),
    ...(isCarried ? {} : { '6': null, '11': null }),
  });
  const figures: Figures = {
    rows: [...lines]
      .toSorted(([a], [b]) => a.localeCompare(b, 'vi'))
      .map(([key, line]) => ({ key, values: valuesOf(line) })),
    total: { values: valuesOf(all) },
  };
  const { values } = figures.total;
  // Its form was blank then, and nothing can be held against it.
  if (!isCarried)
    return {
      ...figures,
      checks: checksOf(values, null),
      missing: [...(began > days.from ? [sinceGap(began)] : []), notCarriedGap(early)],
    };
  return {
    ...figures,
    checks: checksOf(values, openBefore),
    missing: moved.length === 0 ? [] : [movedGap(moved, { openBefore, begins: Number(values['6']) })],
  };
}

function sinceGap(began: CivilDate): ReportGap {
  const day = dateText(began);
  return {
    code: 'before-register',
    text: `Phản ánh, kiến nghị vào sổ từ ngày ${day}: trước ngày đó không có trong số liệu, nên 0 không có nghĩa là không có`,
    textEn: `Petitions are in this register since ${day}: what came before is in no number, so 0 does not mean none`,
  };
}

/** The most petitions that a sentence names. */
const mostNamed = 40;

/**
 * What has to be added before the form is sent, in every column that lacks it, or its sums hold no more; and what must not be added again: petitions
 * from before that were written into this register since.
 */
function notCarriedGap(early: readonly string[]): ReportGap {
  const more = early.length - mostNamed;
  const named = early.slice(0, mostNamed).join(', ');
  const [rest, restEn] = more > 0 ? [` và ${more} phản ánh, kiến nghị khác`, ` and ${more} others`] : ['', ''];
  return {
    code: 'before-register',
    text: `Cột (6), (11) chưa biết: phản ánh, kiến nghị kỳ trước chuyển qua nằm ở sổ cũ; các cột (3), (4), (5), (8), (9), (10), (13), (14), (15), (16) chưa gồm chúng, phải cộng thêm trước khi gửi${early.length > 0 ? `, trừ ${named}${rest} từ kỳ trước đã có trong sổ này và đã tính ở các cột ấy: không cộng lần nữa` : ''}`,
    textEn: `Columns (6) and (11) are not known: what the period before left open stands in the register that was kept then; columns (3), (4), (5), (8), (9), (10), (13), (14), (15) and (16) are without it, add it before you send the form${early.length > 0 ? `, but for ${named}${restEn} from before, which stand in this register and are in those columns already: do not add them again` : ''}`,
  };
}

/** In the period after the first (6) is known of this register alone: what the one before it left may be open still, and is in no column. */
export function stillOldPetitions(began: CivilDate): ReportGap {
  const day = dateText(began);
  return {
    code: 'before-register',
    text: `Cột (6) chỉ gồm phản ánh, kiến nghị của sổ này (từ ngày ${day}): của sổ cũ còn đang xử lý khi kỳ này bắt đầu, nếu có, phải cộng thêm vào cột (6), cột (3) đến (5) và các cột (8) đến (16) trước khi gửi, trừ phản ánh, kiến nghị đã ghi lại vào sổ này`,
    textEn: `Column (6) has the petitions of this register alone (since ${day}): what the register before it still had open when this period began, if anything, is to be added to columns (6), (3) to (5) and (8) to (16) before you send the form, but for petitions that were written into this register since`,
  };
}

type Moved = Pick<PetitionTwice, 'number' | 'left'> & { readonly wasOpen: boolean };

const leftBy = {
  forwarded: ['chuyển cơ quan khác', 'passed on'],
  refused: ['từ chối', 'refused'],
  withdrawn: ['người gửi rút', 'taken back'],
} as const;

function movedGap(moved: readonly Moved[], of: { readonly openBefore: number; readonly begins: number }): ReportGap {
  const named = (language: 0 | 1) =>
    moved
      .slice(0, mostNamed)
      .map(({ number, wasOpen, left }) => {
        if (!wasOpen) return `${number} (${language === 0 ? 'nay tính lại' : 'counted again'})`;
        return left === null
          ? `${number} (${language === 0 ? 'nay thuộc nội dung khác' : 'found to be of something else'})`
          : `${number} (${leftBy[left.how][language]} ${dateText(left.at)})`;
      })
      .join(', ');
  const more = moved.length - mostNamed;
  return {
    code: 'petitions-moved',
    numbers: moved.slice(0, mostNamed).map(({ number }) => number),
    text: `(13) kỳ trước là ${of.openBefore}, (6) kỳ này là ${of.begins}; khác nhau vì ${named(0)}${more > 0 ? ` và ${more} phản ánh, kiến nghị khác` : ''}`,
    textEn: `(13) of the period before is ${of.openBefore}, (6) of this one ${of.begins}; they differ for ${named(1)}${more > 0 ? ` and ${more} others` : ''}`,
  };
}

function countedValues(counts: Counts): ReportValues {
  const of = (column: string) => counts.get(column) ?? 0;
  const unsure = new Set<string>(
    Object.entries(pairs).flatMap(([name, columns]) => (of(name) > 0 ? [...columns] : [])),
  );
  const values = Object.fromEntries(
    columns06a.map((column): [string, ReportValue] => [column, unsure.has(column) ? null : of(column)]),
  );
  const received = of('6') + of('7');
  const handled = of('11') + of('12');
  return { ...values, '3': received, '8': handled, '13': received - handled };
}

/** What the form's numbers come to between them; of what is not known nothing is said. */
function checksOf(values: ReportValues, openBefore: number | null): ReportAnswer['checks'] {
  const sum = (...columns: readonly string[]) => {
    const known = columns.map((column) => values[column]);
    return known.every((value) => typeof value === 'number') ? known.reduce((a, b) => a + b, 0) : null;
  };
  const rules: readonly (readonly [name: string, left: number | null, right: number | null])[] = [
    ['(3) = (4) + (5)', sum('3'), sum('4', '5')],
    ['(8) = (9) + (10)', sum('8'), sum('9', '10')],
    ['(13) = (14) + (15)', sum('13'), sum('14', '15')],
    ['(3) = (8) + (13)', sum('3'), sum('8', '13')],
    ['(4) = (9) + (14)', sum('4'), sum('9', '14')],
    ['(5) = (10) + (15)', sum('5'), sum('10', '15')],
    ['(6) = (13) kỳ trước', sum('6'), openBefore],
  ];
  return rules.flatMap(([name, left, right]) =>
    left === null || right === null ? [] : [{ name, ok: left === right }],
  );
}

const noRegister = {
  rows: [],
  total: { values: Object.fromEntries(columns06a.map((column): [string, null] => [column, null])) },
  checks: [],
  missing: [
    {
      code: 'petitions' as const,
      text: 'Đến hết kỳ chưa ai ghi phản ánh, kiến nghị nào vào sổ của phần mềm này, nên chưa biết số nào của biểu; để trống không phải là 0',
      textEn:
        'Nobody had written a petition into the register of this program by the end of the period, so none of the form’s numbers is known; blank is not 0',
    },
  ],
};

/** The petitions behind one number. */
export function behind06a(column: string): (counted: readonly string[]) => boolean {
  const sums: Readonly<Record<string, readonly string[]>> = { '3': ['6', '7'], '8': ['11', '12'] };
  const unsure = Object.entries(pairs).flatMap(([name, columns]) =>
    columns.some((one) => one === column) ? [name] : [],
  );
  const wanted = [...(sums[column] ?? [column]), ...unsure];
  if (column === '13') wanted.push('14', '15', '14 or 15');
  return (counted) => counted.some((one) => wanted.includes(one));
}
