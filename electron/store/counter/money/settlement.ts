import { firstSeqOf, registerHead } from '../../journal/journal.ts';
import type { Incentive } from '../../../contract/catalogue/lists.ts';
import type { PayMethod } from '../../../contract/counter/money/fee-receipt.ts';
import type { SettlementAnswer, UnpaidAnswer } from '../../../contract/counter/money/settlement.ts';
import { addDays, endOfDay, secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import { openAmount } from '../../../domain/counter/money/case-fees.ts';
import { type Totals, tillTotals } from '../../../domain/counter/money/day-sheet.ts';
import type { FiscalReceipt } from '../../../domain/counter/money/fee-receipt.ts';
import { owedOf } from '../../../domain/counter/money/owed.ts';
import { type MoneyMove, remittance, remittedOf } from '../../../domain/counter/money/remittance.ts';
import { settlement } from '../../../domain/counter/money/settlement.ts';
import { dayNumber, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type HowFar, toldOnTheWay } from '../../file/progress.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { entriesOf } from '../../journal/entries.ts';
import { tie } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';
import { type OwingCase, type OwingPlace, isBehind, owingCases, unpaidOfThese, unpaidSum } from './open-fees.ts';
import { paidInOf } from './paid-in.ts';
import { findReceipt } from './fee-receipt.ts';
import { tillEventsOfMonth } from './till.ts';

/** The first and the last civil day of a month, `YYYY-MM`. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}

type Row = { state: string; code: string | null; procedure: string | null };

const select = `SELECT state, code, catalogue_procedure.name AS procedure FROM receipt
  LEFT JOIN case_summary USING (case_id) LEFT JOIN catalogue_procedure USING (procedure_id)`;

/** All money that moved in a month, as the receipts tell it: of 0 đồng too. */
export function movesOfMonth(db: Db, month: string, tell?: HowFar): MoneyMove[] {
  const { from, to } = daysOfMonth(month);
  const issued = prepared(db, `${select} WHERE day BETWEEN ? AND ? ORDER BY day, ${tie(db, 'receipt_id')}`);
  const refunded = prepared(db, `${select} WHERE state ->> '$.refunded.at' BETWEEN ? AND ? ORDER BY receipt_id`);
  const taken: MoneyMove[] = [];
  for (const row of toldOnTheWay(issued.all(dayNumber(from), dayNumber(to)) as Row[], tell)) {
    const { lines, method, replaces } = stateOf(row);
    const moved = { method, lines, ...procedureOf(row) };
    if (replaces === undefined) taken.push({ type: 'collected', ...moved });
    else taken.push({ type: 'adjusted', ...moved, before: findReceipt(db, replaces.receiptId)?.lines ?? [] });
  }
  const given = (refunded.all(startOfDay(from), endOfDay(to)) as Row[]).flatMap((row): MoneyMove[] => {
    const { lines, refunded: back } = stateOf(row);
    return back === null ? [] : [{ type: 'refunded', method: back.method, lines, ...procedureOf(row) }];
  });
  return [...taken, ...given];
}

function stateOf({ state }: Row): FiscalReceipt {
  return JSON.parse(state) as FiscalReceipt;
}

function procedureOf({ code, procedure }: Row): Pick<MoneyMove, 'procedureCode' | 'procedureName'> {
  return { procedureCode: code ?? '', procedureName: procedure ?? '' };
}

export type AskedSettlement = {
  readonly month: string;
  readonly certification: ReadonlySet<string>;
  /** By it a part is late. */
  readonly today: string;
};

/** The settlement of a month, held to what went through the tills, and how far the journal is that it was made of. */
export function settlementOf(
  db: Db,
  { month, certification, today }: AskedSettlement,
  tell?: HowFar,
): Omit<SettlementAnswer, 'madeAt' | 'month' | 'began' | 'known'> {
  const moves = movesOfMonth(db, month, tell);
  const { rows, total, payIn } = settlement(moves, certification, month);
  const tills = tillTotals(tillEventsOfMonth(db, month));
  const same = (way: 'collected' | 'refunded' | 'adjusted' | 'net') => isSame(total[way], tills[way]);
  const paidIn = payIn.reduce((sum, { amount }) => sum + amount, 0);
  const certified = remittance(moves, certification).amount;
  const slips = paidInOf(db, month);
  return {
    ...daysOfMonth(month),
    rows: rows.map((row) => ({ ...row, collected: { ...row.collected } })),
    total,
    payIn: [...payIn],
    remitted: remittedOf(payIn, slips, today),
    paidIn: slips,
    checks: [
      { name: 'collected', ok: same('collected') },
      { name: 'refunded', ok: same('refunded') },
      { name: 'adjusted', ok: same('adjusted') },
      { name: 'net', ok: same('net') },
      { name: 'pay-in', ok: paidIn === total.net.total },
      { name: 'certification', ok: certified === (payIn.find((part) => part.of === 'certification')?.amount ?? 0) },
    ],
    missing: rows
      .filter(({ kind }) => kind === null)
      .map(({ feeName, procedureCode, net }) => ({
        code: 'fee-kind' as const,
        feeName,
        procedureCode,
        amount: net.total,
      })),
    head: registerHead(db),
  };
}

function isSame(one: Totals, other: Totals): boolean {
  return (['cash', 'transfer', 'card', 'total'] as const satisfies readonly (PayMethod | 'total')[]).every(
    (way) => one[way] === other[way],
  );
}

export type AskedUnpaid = {
  /** The last day that is looked at. */
  readonly until: string;
  readonly incentives: readonly Incentive[];
  readonly limit: number;
  /** The last file of the page before. */
  readonly after?: string | undefined;
};

/**
 * What was owed at the end of a day: fees of an amount above 0 that no receipt covered by then, and fees whose amount nobody knew, of files that were not
 * refused, withdrawn or stopped by then. The longest owed first. What is owed now is kept, and only files on which something was written since are folded to
 * that day, so it costs what there is on a page and what happened since, not how many owe. A page ends between two files. Null where `after` is no file.
 */
export function unpaidOf(
  db: Db,
  { until, incentives, limit, after }: AskedUnpaid,
): Omit<UnpaidAnswer, 'madeAt' | 'until' | 'began' | 'known'> | null {
  const start = after === undefined ? undefined : placeOf(db, after);
  if (start === null) return null;
  const moved = movedSince(db, secondsOf(startOfDay(addDays(until, 1))));
  const end = endOfDay(until);
  const then = moved.flatMap((one) => {
    const fees = owedFees(db, one.caseId, incentives, end);
    return fees === null ? [] : [{ ...one, fees }];
  });
  const [all, since] = [
    unpaidSum(db, incentives),
    unpaidOfThese(
      db,
      incentives,
      moved.map(({ caseId }) => caseId),
    ),
  ];
  const told = then.flatMap(({ fees: { asked } }) => asked);
  const total = {
    files: all.files - since.files + then.length,
    amount: all.amount - since.amount + told.reduce((sum, one) => sum + (one.amount ?? 0), 0),
    unknown: all.unknown - since.unknown + told.filter(({ amount }) => amount === null).length,
  };
  const skipped = new Set(moved.map(({ caseId }) => caseId));
  const lines: UnpaidAnswer['lines'] = [];
  const behind = then.filter((one) => start === undefined || isBehind(one, start));
  let next: string | null = null;
  for (const one of inOrder(owingCases(db, incentives, start), skipped, behind)) {
    const fees = one.fees ?? owedFees(db, one.caseId, incentives, end);
    if (fees === null) continue;
    if (lines.length > 0 && lines.length + fees.asked.length > limit) {
      next = lines.at(-1)?.caseId ?? null;
      break;
    }
    lines.push(...fees.asked.map((asked) => ({ ...fees.called, ...asked })));
  }
  return { lines, total, next };
}

/** Null where there is no such file. */
function placeOf(db: Db, caseId: string): OwingPlace | null {
  const row = findSubjectRow(db, 'case', caseId);
  const place = prepared(
    db,
    `SELECT accepted_at AS acceptedAt, ${tie(db, 'case_id')} AS place FROM case_summary WHERE case_id = ?`,
  ).get(row ?? 0);
  return (place as OwingPlace | undefined) ?? null;
}

type Line = UnpaidAnswer['lines'][number];
type Asked = Pick<Line, 'feeName' | 'amount' | 'since' | 'returned'>;
type OwedFees = { readonly called: Omit<Line, keyof Asked>; readonly asked: readonly Asked[] };
type Owing = OwingCase & { readonly fees?: OwedFees };

/** Files that owe now and are as they were then, with those that owed then and have moved since in their places. */
function* inOrder(now: Iterable<OwingCase>, skipped: ReadonlySet<number>, then: readonly Owing[]): Generator<Owing> {
  let at = 0;
  for (const one of now) {
    if (skipped.has(one.caseId)) continue;
    for (let next = then[at]; next !== undefined && isBehind(one, next); next = then[at]) {
      at += 1;
      yield next;
    }
    yield one;
  }
  yield* then.slice(at);
}

/** What a file owed at the end of a day; null where it owed nothing. */
function owedFees(db: Db, caseId: number, incentives: readonly Incentive[], end: string): OwedFees | null {
  const owed = owedOf(entriesOf<RecordedAction>(db, caseId).filter(({ at }) => at <= end));
  if (owed === null) return null;
  const { since, returned } = owed;
  const asked = owed.fees
    .map((fee) => ({ feeName: fee.name, amount: openAmount(fee, { ...owed, incentives }), since, returned }))
    .filter(({ amount }) => amount !== 0);
  if (asked.length === 0) return null;
  const { uuid, ...called } = prepared(
    db,
    `SELECT subject.name AS uuid, number, full_name AS applicantName, code AS procedureCode, catalogue_procedure.name AS procedureName
      FROM case_summary JOIN subject ON subject_id = case_id JOIN person USING (person_id) JOIN catalogue_procedure USING (procedure_id)
      WHERE case_id = ?`,
  ).get(caseId) as Omit<OwedFees['called'], 'caseId'> & { uuid: Buffer };
  return { called: { caseId: uuidText(uuid), ...called }, asked };
}

/** Files on which anything was written from a moment on, those received first at the beginning. */
function movedSince(db: Db, after: number): OwingCase[] {
  return prepared(
    db,
    `SELECT case_id AS caseId, accepted_at AS acceptedAt, ${tie(db, 'case_id')} AS place FROM case_summary
      WHERE case_id IN (SELECT subject_id FROM journal WHERE seq >= ? AND at >= ?) ORDER BY accepted_at, ${tie(db, 'case_id')}`,
  ).all(firstSeqOf(db, after - clockSlack), after) as OwingCase[];
}

/** A clock that was put back by less than this leaves no file out, in seconds. */
const clockSlack = 3 * 86_400;
