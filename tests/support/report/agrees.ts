import { expect } from 'vitest';
import type { ReportAnswer } from '../../../electron/contract/books/report/report.ts';
import {
  type Days,
  type JournalFile,
  columnsByTheArticles,
  type countByTheArticles,
  receptionByTheArticles,
} from './articles.ts';
import {
  complainedByThePaper,
  feeOf,
  indicatorsOfThePaper,
  numberOf,
  offeredOnline,
  offeredWithFee,
  paidInCashByThePaper,
  paidOnline,
  petitionsInTimeByThePaper,
  scoreByThePaper,
} from './index-by-the-paper.ts';
import { onTimeByThePortal } from './other-forms.ts';

/** What is told of files, petitions and receipts, as it lies in the rows. */
export type BareJournal = {
  readonly files: readonly JournalFile[];
  readonly petitions: readonly JournalFile[];
  readonly receipts: readonly JournalFile[];
};

const online = ['4', '5', '4 or 5'];

/** The first day of which this register tells. */
const began = '2025-01-02';

/**
 * What the period before left open is not known where the register began in this one, which is no 0 (the form: from the period before; its note for
 * the ministries: column 8 of a period is column 13 of the one before, and there was none here).
 */
const isCarried = ({ from }: Pick<Days, 'from'>) => began < from;

/** Biểu 07a says what the articles come to over the bare journal, line by line, and so does its sum. */
export function agrees07a(
  { rows, total, checks }: Pick<ReportAnswer, 'rows' | 'total'> & Partial<Pick<ReportAnswer, 'checks'>>,
  counted: ReturnType<typeof countByTheArticles>,
  days: Days,
): void {
  expect(rows.map(({ key }) => key).toSorted()).toEqual(Object.keys(counted).toSorted());
  for (const { key, values } of rows) {
    const line = counted[key] ?? {};
    const sum = (columns: readonly string[]) => columns.reduce((all, column) => all + (line[column] ?? 0), 0);
    const unknown = line['4 or 5'] !== undefined;
    const expected: Record<string, number | null> = {
      '3': sum([...online, '6', '7', '8']),
      '4': unknown ? null : sum(['4']),
      '5': unknown ? null : sum(['5']),
      '9': sum(['10', '11', '12']),
      '13': sum(['14', '15']),
    };
    for (const column of ['6', '7', '8', '10', '11', '12', '14', '15']) expected[column] = sum([column]);
    if (!isCarried(days)) expected['8'] = null;
    expect([key, values]).toEqual([key, expected]);
  }
  for (const column of ['3', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'])
    expect([column, total.values[column]]).toEqual([
      column,
      column === '8' && !isCarried(days) ? null : rows.reduce((all, { values }) => all + Number(values[column]), 0),
    ]);
  if (checks === undefined) return;
  expect(checks).toEqual(
    ['(3) = (9) + (13)', ...(isCarried(days) ? ['(8) = (13) kỳ trước'] : [])].map((name) => ({ name, ok: true })),
  );
}

/** The index of a period that is over says what the articles, the form and the working paper come to over the bare journal, to the unit. */
export function agrees766(
  { files, petitions, receipts }: BareJournal,
  made: ReportAnswer,
  days: Days,
  seen?: number,
): void {
  const cash = paidInCashByThePaper(receipts, days, seen);
  const complained = complainedByThePaper(petitions, days, seen);
  const counted = files.flatMap((file) => {
    const facts = receptionByTheArticles(file, days, seen);
    const one = facts === null ? null : onTimeByThePortal(file, days, facts, seen);
    if (facts === null || one === null) return [];
    const isComplained = complained.has(numberOf(file));
    const stands = columnsByTheArticles(file, days, seen)?.columns[1] ?? '';
    const ours = ['10', '11', '14'].includes(stands);
    const paid = { fee: feeOf(file, days, seen), inCash: cash.has(file.caseId) };
    return [
      { ...one, ...paid, code: facts.code, ours, complained: isComplained, pleased: one.onTime && !isComplained },
    ];
  });
  const many = (is: (one: (typeof counted)[number]) => boolean) => counted.filter(is).length;
  const [inTime, online, pleased] = [many((one) => one.onTime), many((one) => one.online), many((one) => one.pleased)];
  const just = (number: number) => ({ least: number, most: number });
  const upTo = (most: number) => ({ least: 0, most });
  const all = just(counted.length);
  const came = new Set(counted.flatMap((one) => (one.online ? [one.code] : [])));
  // Before anybody wrote a petition into the register nothing is known of any.
  const isKept = petitions.some(
    ({ entries: [first] }) =>
      first !== undefined && first.seq <= (seen ?? Infinity) && first.at.slice(0, 10) <= days.to,
  );
  const asked = petitionsInTimeByThePaper(petitions, days, seen);
  const told: Readonly<Record<string, { numerator: typeof all; denominator: typeof all; lost?: number } | undefined>> =
    {
      '2.1': { numerator: just(inTime), denominator: all, lost: counted.length - inTime },
      '3.3': { numerator: upTo(online), denominator: all, lost: counted.length - online },
      '5.4': { numerator: upTo(pleased), denominator: all, lost: counted.length - pleased },
      ...offeredOnline(came),
      ...offeredWithFee(came),
      ...paidOnline(counted),
      ...(isKept ? asked : {}),
      ...Object.fromEntries(
        ['1.4', '4.1', '4.2', '4.3', '4.4', '4.5'].map((code) => [
          code,
          { numerator: upTo(counted.length), denominator: all },
        ]),
      ),
    };
  expect(made.indicators?.map(({ code }) => code)).toEqual(indicatorsOfThePaper);
  let [least, most] = [0, 0];
  for (const one of made.indicators ?? []) {
    const { numerator = null, denominator = null, lost = null } = told[one.code] ?? {};
    const score = scoreByThePaper(one.code, told[one.code] ?? null);
    expect([one.code, one]).toMatchObject([one.code, { numerator, denominator, lost, ...score }]);
    if (one.code === '5.4' && counted.length > 0) expect(one.twice).toEqual(twiceByThePaper(counted));
    least += score.points.least;
    most += score.points.most;
  }
  const round = (number: number) => Math.round(number * 100) / 100;
  expect(made.points).toEqual({ least: round(least), most: round(most) });
  const ours = many((one) => one.ours);
  const firstOfAll = made.indicators?.find(({ code }) => code === '2.1');
  expect(firstOfAll?.ours).toBe(counted.length === 0 ? 'N/A' : Math.round((ours / counted.length) * 10_000) / 100);
  const left = many((one) => one.onTime && one.open);
  expect(firstOfAll?.raise?.text ?? null).toBe(left === 0 ? null : `Cuối kỳ còn ${left} hồ sơ đang mở, còn trong hạn`);
  const share = (list: typeof counted) =>
    Math.round((list.filter(({ onTime }) => onTime).length / list.length) * 10_000) / 100;
  expect(Object.fromEntries(made.rows.map(({ key, values }) => [key, values['2.1']]))).toEqual(
    Object.fromEntries([...Map.groupBy(counted, ({ field }) => field)].map(([field, list]) => [field, share(list)])),
  );
  for (const { from, to, ...week } of made.weeks ?? []) {
    const ofWeek = counted.filter(({ received }) => received.slice(0, 10) >= from && received.slice(0, 10) <= to);
    const of = (is: (one: (typeof counted)[number]) => boolean) => ofWeek.filter(is).length;
    expect({ from, ...week }).toMatchObject({
      from,
      files: ofWeek.length,
      onTime: of((one) => one.onTime),
      ours: of((one) => one.ours),
      online: of((one) => one.online),
      open: of((one) => one.onTime && one.open),
    });
  }
  expect((made.weeks ?? []).reduce((sum, one) => sum + one.files, 0)).toBe(counted.length);
}

/** The working paper's sum of shares, and one number of files: between the two lie the most points of 5.4; what is both, between what is known and every late file. */
function twiceByThePaper(files: readonly { readonly onTime: boolean; readonly complained: boolean }[]) {
  const late = files.filter(({ onTime }) => !onTime);
  const [both, complained] = [late.filter((one) => one.complained), files.filter((one) => one.complained)];
  const worth = (lost: number) =>
    Math.round(600 * Math.min(1, Math.max(0, files.length - lost) / files.length / 0.9)) / 100;
  return {
    overlap: { least: both.length, most: late.length },
    highest: {
      least: worth(late.length + complained.length),
      most: worth(late.length + complained.length - both.length),
    },
  };
}
