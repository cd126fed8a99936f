import { firstSeqOf, registerHead } from '../journal/journal.ts';
import type { Incentive } from '../../contract/catalogue/lists.ts';
import type { PayMethod } from '../../contract/money/receipt.ts';
import type { SettlementAnswer, UnpaidAnswer } from '../../contract/money/settlement.ts';
import { addDays, endOfDay, secondsOf, startOfDay } from '../../domain/base/civil-time.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { openAmount } from '../../domain/money/case-fees.ts';
import { type Totals, tillTotals } from '../../domain/money/day-sheet.ts';
import type { FiscalReceipt } from '../../domain/money/receipt.ts';
import { owedOf } from '../../domain/money/owed.ts';
import { type MoneyMove, remittance, remittedOf } from '../../domain/money/remittance.ts';
import { settlement } from '../../domain/money/settlement.ts';
import { dayNumber, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { entriesOf } from '../journal/entries.ts';
import { hasOtherDesks, tie } from '../journal/order.ts';
import { paidInOf } from './paid-in.ts';
import { findReceipt } from './receipt.ts';
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
export function movesOfMonth(db: Db, month: string): MoneyMove[] {
  const { from, to } = daysOfMonth(month);
  const issued = prepared(db, `${select} WHERE day BETWEEN ? AND ? ORDER BY day, ${tie(db, 'receipt_id')}`);
  const refunded = prepared(db, `${select} WHERE state ->> '$.refunded.at' BETWEEN ? AND ? ORDER BY receipt_id`);
  const taken = (issued.all(dayNumber(from), dayNumber(to)) as Row[]).map((row): MoneyMove => {
    const { lines, method, replaces } = stateOf(row);
    const moved = { method, lines, ...procedureOf(row) };
    if (replaces === undefined) return { type: 'collected', ...moved };
    return { type: 'adjusted', ...moved, before: findReceipt(db, replaces.receiptId)?.lines ?? [] };
  });
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
): Omit<SettlementAnswer, 'madeAt' | 'month'> {
  const moves = movesOfMonth(db, month);
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
};

type CaseRow = { caseId: number; uuid: Buffer; number: string; name: string; code: string; procedure: string };

/**
 * What was owed at the end of a day: fees of an amount above 0 that no receipt covered by then, and fees whose amount nobody knew, of files that were not
 * refused, withdrawn or stopped by then. The longest owed first.
 */
export function unpaidOf(db: Db, { until, incentives, limit }: AskedUnpaid): Omit<UnpaidAnswer, 'madeAt' | 'until'> {
  const after = secondsOf(startOfDay(addDays(until, 1)));
  const end = endOfDay(until);
  const lines: UnpaidAnswer['lines'] = [];
  let [amount, unknown, files] = [0, 0, 0];
  for (const row of mayOwe(db, after)) {
    const actions = entriesOf<RecordedAction>(db, row.caseId).filter(({ at }) => at <= end);
    const owed = owedOf(actions);
    if (owed === null) continue;
    const asked = owed.fees
      .map((fee) => ({ feeName: fee.name, amount: openAmount(fee, { ...owed, incentives }) }))
      .filter((fee) => fee.amount !== 0);
    if (asked.length === 0) continue;
    files += 1;
    for (const one of asked) {
      amount += one.amount ?? 0;
      if (one.amount === null) unknown += 1;
      if (lines.length < limit)
        lines.push({
          caseId: uuidText(row.uuid),
          number: row.number,
          applicantName: row.name,
          procedureCode: row.code,
          procedureName: row.procedure,
          ...one,
          since: owed.since,
          returned: owed.returned,
        });
    }
  }
  return { lines, total: { files, amount, unknown } };
}

/**
 * Files that may have owed something before a moment: those that have a fee open now, and those on which anything was written since. Among several desks
 * rows do not stand in the order of their moments, and every file is looked at.
 */
function mayOwe(db: Db, after: number): CaseRow[] {
  const columns = `SELECT case_id AS caseId, subject.name AS uuid, number, full_name AS name, code, catalogue_procedure.name AS procedure
    FROM case_summary JOIN subject ON subject_id = case_id JOIN person USING (person_id)
    JOIN catalogue_procedure USING (procedure_id) WHERE accepted_at < @after`;
  const order = `ORDER BY accepted_at, ${tie(db, 'case_id')}`;
  if (hasOtherDesks(db)) return prepared(db, `${columns} ${order}`).all({ after }) as CaseRow[];
  const since = firstSeqOf(db, after - clockSlack);
  return prepared(
    db,
    `${columns} AND case_id IN (SELECT case_id FROM fee_open UNION SELECT subject_id FROM journal WHERE seq >= @since) ${order}`,
  ).all({ after, since }) as CaseRow[];
}

/** A clock that was put back by less than this leaves no file out, in seconds. */
const clockSlack = 3 * 86_400;
