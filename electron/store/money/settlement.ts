import { registerHead } from '../journal/journal.ts';
import type { Incentive } from '../../contract/catalogue/lists.ts';
import type { PayMethod } from '../../contract/money/receipt.ts';
import type { SettlementAnswer, UnpaidAnswer } from '../../contract/money/settlement.ts';
import { addDays, endOfDay, secondsOf, startOfDay } from '../../domain/base/civil-time.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import { lawDayOf } from '../../domain/kit/back-entry.ts';
import { caseFees } from '../../domain/money/case-fees.ts';
import { type Totals, tillTotals } from '../../domain/money/day-sheet.ts';
import type { FiscalReceipt } from '../../domain/money/receipt.ts';
import { type MoneyMove, remittance } from '../../domain/money/remittance.ts';
import { settlement } from '../../domain/money/settlement.ts';
import { dayNumber, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { entriesOf } from '../journal/entries.ts';
import { tie } from '../journal/order.ts';
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

export type AskedSettlement = { readonly month: string; readonly certification: ReadonlySet<string> };

/** The settlement of a month, held to what went through the tills, and how far the journal is that it was made of. */
export function settlementOf(
  db: Db,
  { month, certification }: AskedSettlement,
): Omit<SettlementAnswer, 'madeAt' | 'month'> {
  const moves = movesOfMonth(db, month);
  const { rows, total, payIn } = settlement(moves, certification, month);
  const tills = tillTotals(tillEventsOfMonth(db, month));
  const same = (way: 'collected' | 'refunded' | 'adjusted' | 'net') => isSame(total[way], tills[way]);
  const paidIn = payIn.reduce((sum, { amount }) => sum + amount, 0);
  const certified = remittance(moves, certification).amount;
  return {
    ...daysOfMonth(month),
    rows: rows.map((row) => ({ ...row, collected: { ...row.collected } })),
    total,
    payIn: [...payIn],
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
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, subject.name AS uuid, number, full_name AS name, code, catalogue_procedure.name AS procedure
      FROM case_summary JOIN subject ON subject_id = case_id JOIN person USING (person_id)
      JOIN catalogue_procedure USING (procedure_id) WHERE accepted_at < ? ORDER BY accepted_at, ${tie(db, 'case_id')}`,
  ).all(secondsOf(startOfDay(addDays(until, 1)))) as CaseRow[];
  const end = endOfDay(until);
  const lines: UnpaidAnswer['lines'] = [];
  let [amount, unknown, files] = [0, 0, 0];
  for (const row of rows) {
    const actions = entriesOf<RecordedAction>(db, row.caseId).filter(({ at }) => at <= end);
    const owed = owedOf(actions, incentives);
    if (owed.length === 0) continue;
    files += 1;
    for (const one of owed) {
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
        });
    }
  }
  return { lines, total: { files, amount, unknown } };
}

/** Who decides nothing may ask for nothing: a file that ended so owes no fee. */
const endsOwing = new Set(['refused', 'withdrawn', 'stopped']);

function owedOf(
  actions: readonly RecordedAction[],
  incentives: readonly Incentive[],
): Pick<UnpaidAnswer['lines'][number], 'feeName' | 'amount' | 'since' | 'returned'>[] {
  const received = actions.findLast(({ action }) => action.type === 'received' || action.type === 'corrected')?.action;
  const [first] = actions;
  if (first?.action.type !== 'received' || received === undefined) return [];
  if (received.type !== 'received' && received.type !== 'corrected') return [];
  const last = actions.findLast(({ action }) => endsOwing.has(action.type) || action.type === 'resumed');
  if (last !== undefined && last.action.type !== 'resumed') return [];
  const acceptedAt = first.action.fromKit?.acceptedAt ?? first.at;
  const { channel } = first.action;
  const { procedureCode } = received;
  const day = lawDayOf({ received: first.action, acceptedAt });
  const returned = actions.some(({ action }) => action.type === 'returned');
  return caseFees(actions, { incentives, channel, procedureCode, day })
    .filter(({ receiptId, amount }) => receiptId === null && amount !== 0)
    .map(({ line, amount }) => ({ feeName: line.name, amount, since: acceptedAt, returned }));
}
