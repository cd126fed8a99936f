import { canonicalJson } from '../../../../domain/base/canonical-json.ts';
import type { TillEvent } from '../../../../domain/entries/money.ts';
import { type FiscalReceipt, applyReceipt } from '../../../../domain/counter/money/fee-receipt.ts';
import { type TillSession, applyTill, tillDoubts } from '../../../../domain/counter/money/till.ts';
import { civilOf, uuidText } from '../../../file/rows/codecs.ts';
import type { Db } from '../../../file/db.ts';
import { prepared, preparedValue } from '../../../file/rows/prepared.ts';
import { seriesName } from '../../../../domain/safety/backup/series.ts';
import { lastSpent } from '../../../common/office/spent.ts';
import { countTold } from '../../../centre/exchange/contradictions.ts';
import { type EntryRow, namedRow, rowsOfSubject, subjectsOfOthers } from '../../../journal/entries.ts';
import { hasOtherDesks } from '../../../journal/order.ts';
import { receiptTable } from '../../../counter/money/fee-receipt.ts';
import { entryFold } from './fold-entries.ts';

type Entry = Pick<EntryRow, 'at' | 'type' | 'body' | 'uuid' | 'deskSeq' | 'apart'>;

type ReceiptRow = { readonly id: number; readonly template: string; readonly symbol: string; readonly number: number };

/** `notes`: what another desk's money does not agree with. That is for a person to ask there, and no damage of this file. */
type Findings = { readonly looked: number; readonly found: string[]; readonly notes: string[] };

/** What is wrong with receipts: a row that is not the fold of its entries, a series with a hole, a sum that is not its lines. */
export function receiptFindings(db: Db): Findings {
  const [table, foldOf] = [receiptTable(db), entryFold(db, applyReceipt)];
  const rows = prepared(
    db,
    'SELECT receipt_id AS id, template, symbol, number FROM receipt ORDER BY template, symbol, number',
  );
  const issued = countTold(db, 'receipt', 'receipt-issued');
  const [found, notes]: [string[], string[]] = [[], []];
  let looked = 0;
  let last = { series: '', number: 0 };
  const isShared = hasOtherDesks(db);
  const ofOthers = subjectsOfOthers(db);
  for (const row of rows.iterate() as IterableIterator<ReceiptRow>) {
    looked += 1;
    const told = ofOthers.has(row.id) ? notes : found;
    const series = `${row.template} ${row.symbol}`;
    const expected = series === last.series ? last.number + 1 : 1;
    // Given by two desks: told as a contradiction.
    const isDoubled = isShared && series === last.series && row.number === last.number;
    if (row.number !== expected && !isDoubled && !isSpent(db, row, expected))
      told.push(`receipts ${series}: ${row.number} follows ${expected - 1}`);
    last = { series, number: row.number };
    const receipt = foldOf(row.id);
    if (receipt === undefined || !table.says(row.id, receipt))
      found.push(`receipt ${series} ${row.number} is not the fold of its entries`);
    else if (sumOf(receipt) !== receipt.amount) told.push(`receipt ${series} ${row.number}: the lines are not the sum`);
  }
  if (looked !== issued) found.push(`${issued} receipts in the journal, ${looked} in the list`);
  return { looked, found, notes };
}

/** A restore passed over them, and said so: they may be on paper. */
function isSpent(db: Db, { template, symbol, number }: ReceiptRow, from: number): boolean {
  return number > from && lastSpent(db, seriesName.receipt(template, symbol), from, number - 1) === number - 1;
}

function sumOf({ lines }: FiscalReceipt): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** What is wrong with tills: a session that is not the fold of its entries or does not balance, money that no receipt asked for. */
export function tillFindings(db: Db): Findings {
  const kept = preparedValue(db, 'SELECT state FROM till_session WHERE till_id = ? ORDER BY session');
  const tills = prepared(
    db,
    'SELECT DISTINCT till_id AS id, name FROM till_session JOIN subject ON subject_id = till_id',
  ).all() as {
    id: number;
    name: Buffer;
  }[];
  const [found, notes]: [string[], string[]] = [[], []];
  const ofOthers = subjectsOfOthers(db);
  let looked = 0;
  for (const { id, name } of tills) {
    const till = name.toString('utf8');
    const sessions = sessionsOf(rowsOfSubject(db, id));
    const states = kept.all(id) as string[];
    looked += states.length;
    if (states.length !== sessions.length)
      found.push(`till ${till}: ${sessions.length} openings in the journal, ${states.length} in the list`);
    for (const [index, session] of sessions.entries()) {
      const which = `till ${till}, opening ${session.session}`;
      if (canonicalJson(session) !== states[index]) found.push(`${which} is not the fold of its entries`);
      (ofOthers.has(id) ? notes : found).push(...tillDoubts(session).map((doubt) => `${which}: ${doubt}`));
    }
  }
  const money = unmatchedMoney(db, ofOthers);
  return { looked, found: [...found, ...money.found], notes: [...notes, ...money.notes] };
}

function sessionsOf(entries: readonly Entry[]): TillSession[] {
  const sessions: TillSession[] = [];
  for (const entry of entries) {
    const { at, type, body } = entry;
    const event = { type, ...(JSON.parse(body) as object) } as TillEvent;
    const session = applyTill(sessions.at(-1), civilOf(at), event, namedRow(entry));
    if (session === undefined) continue;
    if (event.type === 'till-opened') sessions.push(session);
    else sessions[sessions.length - 1] = session;
  }
  return sessions;
}

/** Money taken is what its receipt says, and every receipt's money was taken once. */
function unmatchedMoney(db: Db, ofOthers: ReadonlySet<number>): Pick<Findings, 'found' | 'notes'> {
  const taken = new Map<string, number>();
  const byOthers = new Set<string>();
  const moves = prepared(db, "SELECT subject_id AS till, body FROM journal WHERE type = 'till-collected'").all();
  for (const { till, body } of moves as { till: number; body: string }[]) {
    const { receiptId, amount } = JSON.parse(body) as { receiptId: string; amount: number };
    taken.set(receiptId, (taken.get(receiptId) ?? 0) + amount);
    if (ofOthers.has(till)) byOthers.add(receiptId);
  }
  const rows = prepared(
    db,
    `SELECT receipt_id AS id, name, state FROM receipt JOIN subject ON subject_id = receipt_id`,
  ).all() as { id: number; name: Buffer; state: string }[];
  const [found, notes]: [string[], string[]] = [[], []];
  for (const { id, name, state } of rows) {
    const { amount, series, number, replaces } = JSON.parse(state) as FiscalReceipt;
    const receiptId = uuidText(name);
    const money = taken.get(receiptId) ?? 0;
    taken.delete(receiptId);
    // What a receipt in another's place changes is an adjustment, not a collection.
    const expected = replaces === undefined ? amount : 0;
    if (money === expected) continue;
    const told = ofOthers.has(id) || byOthers.has(receiptId) ? notes : found;
    told.push(`receipt ${series.symbol} ${number} says ${expected}, the till took ${money}`);
  }
  for (const receiptId of taken.keys())
    (byOthers.has(receiptId) ? notes : found).push(`a till took money for receipt ${receiptId}, which is not there`);
  return { found, notes };
}
