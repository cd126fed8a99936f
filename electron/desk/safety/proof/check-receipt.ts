import type { ReceiptCheck } from '../../../contract/safety/proof/receipt.ts';
import { caseNumbersIn, parseCaseNumber, printedNumber } from '../../../domain/base/numbering.ts';
import { cleanLine } from '../../../domain/base/scan-text.ts';
import { type SignedReceipt, isReceiptText, readReceiptText } from '../../../domain/safety/proof/receipt-text.ts';
import { type CaseFile, findCaseFile } from '../../../store/counter/case/case.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { entryHash } from '../../../store/journal/chain.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import { type DeskKey, deskKeys } from '../../../store/safety/proof/desk-key.ts';
import { receiptEnders } from '../../../store/safety/proof/ended.ts';
import { searchCases } from '../../../store/counter/search/search.ts';
import type { DeskContext } from '../../core/context.ts';
import { isSignedReceipt, keptSignature } from '../../core/keys/desk-key.ts';
import { restoresPassingOver } from '../../counter/kit/open-sheets.ts';

const nothing: ReceiptCheck = {
  verdict: 'unreadable',
  keyId: null,
  number: null,
  acceptedAt: null,
  dueAt: null,
  amount: null,
  caseId: null,
  by: null,
  stolenSince: null,
};

/** Whether a receipt is to be believed, by what this desk knows. */
export function checkReceipt(desk: DeskContext, text: string): ReceiptCheck {
  const scanned = cleanLine(text);
  const receipt = readReceiptText(scanned);
  // As long as a square is, and it does not come out even: whoever changed a digit changed the whole number.
  if (receipt === undefined)
    return isReceiptText(scanned) ? { ...nothing, verdict: 'forged' } : unsigned(desk, scanned);
  const { keyId, number, acceptedAt, dueAt, amount } = receipt;
  const said = { ...nothing, keyId, number, acceptedAt, dueAt, amount };
  const keys = deskKeys(desk.store.db).filter((key) => key.keyId === keyId);
  const [key] = keys;
  if (key === undefined) return { ...said, verdict: 'unknown-key' };
  const found = findOf(desk, receipt);
  const caseId = found?.file.caseId ?? null;
  if (!isSignedReceipt(key.ed25519, receipt)) return { ...said, verdict: 'forged', caseId };
  const { stolenSince } = key;
  // Whoever holds a stolen key signs whatever numbers were lost.
  if (found?.at === undefined && stolenSince === null && isLost(desk, receipt, key))
    return { ...said, ...lost(found?.file) };
  if (found === undefined) {
    const unheard = stolenSince === null ? 'not-here' : 'stolen-key';
    return { ...said, verdict: unheard, stolenSince };
  }
  if (found.at === undefined)
    return { ...said, verdict: stolenSince === null ? 'differs' : 'stolen-key', caseId, stolenSince };
  return { ...said, caseId, ...inForce(found.file, found.at) };
}

/**
 * Whether a restore lost it: signed by a key that this register had before, of a number that is passed over since, received between the backup and the restore.
 * No entry speaks for it, for that went with the register; what it promised holds all the same (NĐ 118/2025 Điều 17 k3).
 */
function isLost(desk: DeskContext, { number, acceptedAt }: SignedReceipt, key: DeskKey): boolean {
  const { db } = desk.store;
  const parsed = parseCaseNumber(number);
  if (parsed === undefined) return false;
  return restoresPassingOver(desk, db, parsed).some(
    ({ restored, at, madeAt }) =>
      key.desk !== restored &&
      isOwnDesk(db, key.desk) &&
      key.at <= at &&
      acceptedAt.slice(0, 16) >= madeAt.slice(0, 16) &&
      acceptedAt <= civilOf(at),
  );
}

function lost(file: CaseFile | undefined): Pick<ReceiptCheck, 'verdict' | 'caseId' | 'by'> {
  if (file === undefined) return { verdict: 'lost', caseId: null, by: null };
  const { caseId, state } = file;
  const at = state.enteredLater?.at ?? state.acceptedAt;
  return { verdict: 'entered-again', caseId, by: { number: printedNumber(state.number), at, dueAt: state.dueAt } };
}

type Found = { readonly file: CaseFile; readonly at: number | undefined };

/**
 * The case of that number, and which of its actions the receipt comes from: of a paper that the register knows, its signature stands in the journal. Undefined where no
 * file here has that number.
 */
function findOf(desk: DeskContext, { number, head, keyId, signature }: SignedReceipt): Found | undefined {
  const files = searchCases(desk.store.db, number, mostOfOneNumber).flatMap(
    ({ caseId }) => findCaseFile(desk.store.db, caseId) ?? [],
  );
  const kept = keptSignature(keyId, signature);
  for (const file of files) {
    if (!file.actions.some(({ action }) => action.type === 'document-made' && action.signed === kept)) continue;
    const at = file.actions.findIndex(({ seq }) => entryHash(desk.store.db, seq).startsWith(head));
    if (at !== -1) return { file, at };
  }
  const [file] = files.filter(({ state }) => Object.values(state.number).includes(number));
  return file && { file, at: undefined };
}

/** Units that share a number of the day. */
const mostOfOneNumber = 20;

function inForce({ actions, state }: CaseFile, at: number): Pick<ReceiptCheck, 'verdict' | 'by'> {
  const later = actions.filter(({ action }, place) => place > at && receiptEnders.has(action.type));
  const [next] = later;
  const last = later.at(-1);
  if (next === undefined || last === undefined) return { verdict: 'genuine', by: null };
  const verdict = receiptEnders.get(next.action.type) ?? 'superseded';
  return { verdict, by: { number: printedNumber(state.number), at: last.at, dueAt: state.dueAt } };
}

function unsigned(desk: DeskContext, text: string): ReceiptCheck {
  const [number] = caseNumbersIn(text);
  if (number === undefined) return nothing;
  const [hit] = searchCases(desk.store.db, text, 1);
  return { ...nothing, verdict: 'unsigned', number, caseId: hit?.caseId ?? null };
}
