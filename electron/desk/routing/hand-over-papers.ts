import { type Fault, faultMessage, isFault } from '../../contract/fault.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { PaperPage } from '../../contract/printing/paper.ts';
import type { HandOverView } from '../../contract/routing/hand-over.ts';
import { foldCase } from '../../domain/case/state.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { RecordedAction } from '../../domain/entries/case.ts';
import type { HandOverTo } from '../../domain/entries/hand-over.ts';
import { handOverDocumentId } from '../../domain/routing/hand-over.ts';
import { type LegState, findCurrentLeg } from '../../domain/routing/legs.ts';
import type { BanGiaoData } from '../../paper/forms/data.ts';
import { caseActions } from '../../store/case/case.ts';
import { officeAt } from '../../store/office/settings.ts';
import { keepForm } from '../../store/printing/forms.ts';
import { type KeptHandOver, documentsOfHandOver, findHandOver, handOverSeq } from '../../store/routing/hand-over.ts';
import { type Session, authorOf } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import { agencyName, getProcedureOf, personName, unitName } from '../core/lookups.ts';
import { type KeptDocument, settled } from '../papers/kept.ts';
import { type MadePaper, madeBefore, noPaper } from '../papers/make.ts';
import { officeOnPaper } from '../papers/on-paper.ts';
import { appendPrint } from '../papers/print-queue.ts';
import type { PaperProblem } from '../papers/source.ts';
import type { ListInput } from './hand-over.ts';

/** A case as a list names it, from its actions up to the moment that is asked about. */
export function listedCase(room: DeskContext, caseId: string, actions: readonly RecordedAction[]) {
  const state = foldCase(actions);
  const { number, received } = state;
  const papers = received.components.reduce((sum, [, originals, copies]) => sum + originals + copies, 0);
  return {
    caseId,
    number: number.official ?? number.local,
    applicantName: received.applicant.fullName,
    procedureName: getProcedureOf(room, state).name,
    papers,
    acceptedAt: state.acceptedAt,
    dueAt: state.dueAt,
    legs: state.legs,
  };
}

export function handOverView(room: DeskContext, list: KeptHandOver): HandOverView {
  const { handOverId, number, to, note, madeAt, madeBy, caseIds, received } = list;
  const missing = new Set(received?.missing);
  return {
    handOverId,
    number,
    to,
    note,
    madeAt,
    madeByName: personName(room, madeBy),
    cases: caseIds.map((caseId) => {
      const listed = listedCase(room, caseId, caseActions(room.store.db, caseId));
      const { number: caseNumber, applicantName, procedureName } = listed;
      return { caseId, number: caseNumber, applicantName, procedureName, missing: missing.has(caseId) };
    }),
    received: received === null ? null : { at: received.at, by: received.by, missing: missing.size },
    documents: documentsOfHandOver(room.store.db, handOverId).map(({ form, documentId, sha256 }) => ({
      form,
      documentId,
      sha256,
    })),
  };
}

const purposes: Readonly<Record<HandOverTo['kind'], string>> = {
  unit: 'Chuyển hồ sơ đến cơ quan có thẩm quyền giải quyết (Điều 14, Điều 20 Nghị định 118/2025/NĐ-CP)',
  division: 'Chuyển hồ sơ đến bộ phận giải quyết (Điều 18 Nghị định 118/2025/NĐ-CP)',
  counter: 'Chuyển kết quả giải quyết về quầy trả kết quả (Điều 22 Nghị định 118/2025/NĐ-CP)',
};

type ListFacts = {
  readonly number: string;
  readonly to: HandOverTo;
  readonly note: string;
  readonly madeAt: string;
  readonly giver: string;
  readonly cases: readonly ReturnType<typeof listedCase>[];
};

/** A hand-over list as it prints: of what is kept, or of what is still being put together. */
export function handOverOnPaper(room: DeskContext, office: OfficeSettings, facts: ListFacts): BanGiaoData {
  const { number, to, note, madeAt, giver, cases } = facts;
  return {
    office: officeOnPaper(office, room.catalogue),
    number: { printed: number, temporary: false },
    to: to.name,
    purpose: purposes[to.kind],
    madeAt,
    ...(note === '' ? {} : { note }),
    ...(to.kind === 'unit' ? { toAgency: true } : {}),
    ...interlinked(cases, unitName(room.catalogue, office.unitCode)),
    cases: cases.map(({ number: printed, applicantName, procedureName, papers, acceptedAt, dueAt, legs }) => ({
      number: printed,
      applicant: applicantName,
      procedure: procedureName,
      papers,
      acceptedAt,
      ...(dueAt === null ? {} : { dueAt }),
      ...(to.kind === 'unit' ? workOf(legs) : {}),
    })),
    count: cases.length,
    papers: cases.reduce((sum, one) => sum + one.papers, 0),
    giver: { fullName: giver },
    ...(room.practice() ? { practice: true } : {}),
  };
}

/** What the agency it goes to has to do and how long it has (NĐ 118/2025 Điều 20); a time that nobody set is written by hand. */
function workOf(legs: readonly LegState[]): { work?: string; term?: string } {
  const leg = findCurrentLeg(legs)?.leg;
  if (leg === undefined) return {};
  return { work: leg.work, ...(leg.term === null ? {} : { term: termText(leg.term, 'vi') }) };
}

/** Every agency of a file that goes through several: the transfer names the work and the time of each of them (Điều 20). */
function interlinked(cases: ListFacts['cases'], unit: string): Pick<BanGiaoData, 'chains'> {
  const chains = cases
    .filter(({ legs }) => legs.length > 1)
    .map(({ number, legs }) => ({
      number,
      agencies: legs
        .map(({ agency, work, term }, index) => {
          const time = term === null ? '………' : termText(term, 'vi');
          return `(${index + 1}) ${agencyName(agency, unit)}: ${work}, thời hạn ${time}`;
        })
        .join('; '),
    }));
  return chains.length === 0 ? {} : { chains };
}

const form = 'ban-giao';
/** A list is as wide as it is, whatever paper receipts are on. */
const size = 'A4' as const;

/** A list as it prints: its cases as they stood when it was made, so that the same list gives the same bytes. */
function dataOf(room: DeskContext, { handOverId, number, to, note, madeAt, madeBy, caseIds }: KeptHandOver) {
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
  room: DeskContext,
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
  room: DeskContext,
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
export function findHandOverDocument(room: DeskContext, documentId: string): KeptDocument | undefined {
  const handOverId = documentId.slice(0, 36);
  const list = findHandOver(room.store.db, handOverId);
  const document = documentsOfHandOver(room.store.db, handOverId).find((made) => made.documentId === documentId);
  if (list === undefined || document === undefined) return undefined;
  const make = () => ({ data: dataOf(room, list), office: room.getOffice(), size });
  return { caseId: handOverId, document, printed: list.number, make };
}
