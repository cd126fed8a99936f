import { type Fault, faultMessage, isFault } from '../../contract/fault.ts';
import type { PaperPage } from '../../contract/printing/paper.ts';
import { handOverDocumentId } from '../../domain/routing/hand-over.ts';
import { caseActions } from '../../store/case/case.ts';
import { officeAt } from '../../store/office/settings.ts';
import { keepForm } from '../../store/printing/forms.ts';
import { type KeptHandOver, documentsOfHandOver, findHandOver, handOverSeq } from '../../store/routing/hand-over.ts';
import { authorOf } from '../author.ts';
import { personName } from '../case-view.ts';
import type { Session } from '../client.ts';
import { type MadePaper, madeBefore, noPaper } from '../make-paper.ts';
import { handOverOnPaper } from '../paper-data/ban-giao.ts';
import { type KeptDocument, type PaperProblem, settled } from '../papers.ts';
import { appendPrint } from '../print-queue.ts';
import type { Room } from '../room.ts';
import type { ListInput } from './make.ts';
import { listedCase } from './view.ts';

const form = 'ban-giao';
/** A list is as wide as it is, whatever paper receipts are on. */
const size = 'A4' as const;

/** A list as it prints: its cases as they stood when it was made, so that the same list gives the same bytes. */
function dataOf(room: Room, { handOverId, number, to, note, madeAt, madeBy, caseIds }: KeptHandOver) {
  const { db } = room.store;
  const seq = handOverSeq(db, handOverId);
  const cases = caseIds.map((caseId) => {
    const before = caseActions(db, caseId).filter((recorded) => recorded.seq < seq);
    return listedCase(room, caseId, before);
  });
  const giver = personName(room, madeBy);
  return handOverOnPaper(room, officeAt(db, seq) ?? room.getOffice(), { number, to, note, madeAt, giver, cases });
}

/** The list as it would print now: its number is blank until it is on disk. */
export function previewHandOver(
  room: Room,
  { to, caseIds, note }: Pick<ListInput, 'to' | 'caseIds' | 'note'>,
  session: Session,
): { pages: PaperPage[] } | PaperProblem {
  const cases = caseIds.map((caseId) => listedCase(room, caseId, caseActions(room.store.db, caseId)));
  const [madeAt, giver] = [room.nowCivil(), session.fullName];
  const data = handOverOnPaper(room, room.getOffice(), { number: '', to, note, madeAt, giver, cases });
  return settled(room.paper.preview(form, data, { size }));
}

type Wish = { readonly print: boolean; readonly printer?: string | undefined };

/** Makes the paper of a list that has none yet, records its hash, and queues it where printing was asked for. */
export async function makeHandOverPaper(
  room: Room,
  handOverId: string,
  wish: Wish,
  session: Session,
): Promise<MadePaper> {
  const list = findHandOver(room.store.db, handOverId);
  if (list === undefined) throw new Error(`no hand-over list ${handOverId}`);
  const [before] = documentsOfHandOver(room.store.db, handOverId);
  if (before !== undefined) return madeBefore(room, before);
  const made = settled(await room.paper.render(form, dataOf(room, list), { size }));
  if (isFault(made)) return failed(made);
  const { sha256, formSha256, formText, pages } = made;
  const documentId = handOverDocumentId(handOverId, 1);
  const printer = wish.printer ?? room.getOffice().printer;
  const jobId = room.store.write(authorOf(session), room.now(), (tx) => {
    keepForm(tx.db, formSha256, formText);
    const document = { form, documentId, sha256, formSha256, pages };
    tx.append({ kind: 'hand-over', handOverId }, { type: 'document-made', ...document });
    const { number } = list;
    const print = { caseId: handOverId, documentId, form, number, printer, copyOf: 0 } as const;
    return wish.print ? appendPrint(tx, print) : null;
  });
  if (isFault(jobId)) return failed(jobId);
  if (jobId !== null) room.printQueue.send(jobId, made);
  return { ...noPaper, document: { form, documentId, sha256 }, printJobId: jobId };
}

function failed(refusal: Fault): MadePaper {
  const { fault: code, data } = refusal;
  return { ...noPaper, paperFault: { code, message: faultMessage(code, data) } };
}

/** A kept paper of a list by its id, and what it was made from. */
export function findHandOverDocument(room: Room, documentId: string): KeptDocument | undefined {
  const handOverId = documentId.slice(0, 36);
  const list = findHandOver(room.store.db, handOverId);
  const document = documentsOfHandOver(room.store.db, handOverId).find((made) => made.documentId === documentId);
  if (list === undefined || document === undefined) return undefined;
  const make = () => ({ data: dataOf(room, list), office: room.getOffice(), size });
  return { caseId: handOverId, document, printed: list.number, make };
}
