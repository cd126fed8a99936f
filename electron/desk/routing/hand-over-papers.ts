import { fault } from '../../contract/base/fault.ts';
import type { OfficeSettings } from '../../contract/common/office/office.ts';
import type { PaperPage } from '../../contract/common/printing/paper.ts';
import type { HandOverView, HandOverTo } from '../../contract/routing/hand-over.ts';
import { printedNumber } from '../../domain/base/numbering.ts';
import { type CaseState, foldCase } from '../../domain/counter/case/state.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import { handOverDocumentId, isHandOverDocument } from '../../domain/routing/hand-over.ts';
import { type LegState, findCurrentLeg } from '../../domain/routing/legs.ts';
import type { BanGiaoData } from '../../paper/forms/data.ts';
import { type DataOf, type FormOf, sizeOf } from '../../paper/forms/forms.ts';
import { caseActions, getCaseFile } from '../../store/counter/case/case.ts';
import { knownTo } from '../../store/journal/order.ts';
import { officeAt } from '../../store/common/office/settings.ts';
import {
  type KeptHandOver,
  documentsOfHandOver,
  findHandOver,
  handOverDesk,
  handOverSeq,
} from '../../store/routing/hand-over.ts';
import type { Session } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';
import { unitName } from '../../domain/catalogue/catalogue.ts';
import { agencyName } from '../../domain/catalogue/deciding-agency.ts';
import { countersOf } from '../core/counter.ts';
import { staffName } from '../core/session/staff-name.ts';
import { getProcedureOf } from '../catalogue/adopted.ts';
import { type MadePaper, type PrintWish, getBasis, madeBefore, makePaper, settled } from '../papers/make.ts';
import { officeOnPaper } from '../papers/on-paper.ts';
import { type PaperBasis, type PaperProblem, type PaperSource, type PaperSources, deskMark } from '../papers/source.ts';
import { type ListInput, givenCodeOf } from './hand-over.ts';

/** A case as a list names it, as it stood at the moment that is asked about. */
function listedCase(desk: DeskContext, caseId: string, state: CaseState) {
  const { number, received } = state;
  const papers = received.components.reduce((sum, [, originals, copies]) => sum + originals + copies, 0);
  return {
    caseId,
    number: printedNumber(number),
    givenCode: givenCodeOf(state),
    applicantName: received.applicant.fullName,
    procedureName: getProcedureOf(desk, state).name,
    papers,
    acceptedAt: state.acceptedAt,
    dueAt: state.dueAt,
    legs: state.legs,
  };
}

export function handOverView(desk: DeskContext, list: KeptHandOver): HandOverView {
  const { handOverId, number, to, note, madeAt, madeBy, caseIds, received } = list;
  const missing = new Set(received?.missing);
  return {
    handOverId,
    number,
    to,
    note,
    madeAt,
    madeByName: staffName(desk, madeBy, handOverDesk(desk.store.db, handOverId)),
    cases: caseIds.map((caseId) => {
      const listed = listedCase(desk, caseId, getCaseFile(desk.store.db, caseId).state);
      const { number: caseNumber, givenCode, applicantName, procedureName } = listed;
      return { caseId, number: caseNumber, givenCode, applicantName, procedureName, missing: missing.has(caseId) };
    }),
    received: received === null ? null : { at: received.at, by: received.by, missing: missing.size },
    ...countersOf(desk)('hand-over', handOverId),
    documents: documentsOfHandOver(desk.store.db, handOverId).map(({ form, documentId, sha256 }) => ({
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
function handOverOnPaper(desk: DeskContext, office: OfficeSettings, facts: ListFacts): BanGiaoData {
  const { number, to, note, madeAt, giver, cases } = facts;
  return {
    office: officeOnPaper(office, desk.catalogue),
    number: { printed: number, temporary: false },
    to: to.name,
    purpose: purposes[to.kind],
    madeAt,
    ...(note === '' ? {} : { note }),
    ...(to.kind === 'unit' ? { toAgency: true } : {}),
    ...interlinked(cases, unitName(desk.catalogue, office.unitCode)),
    cases: cases.map(({ number: own, givenCode, applicantName, procedureName, papers, acceptedAt, dueAt, legs }) => ({
      number: givenCode === null ? own : `${givenCode} (${own})`,
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
    ...(desk.practice() ? { practice: true } : {}),
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

/** What each form of a list is made by. */
const makers: { readonly [N in FormOf<'hand-over'>]: (desk: DeskContext, list: KeptHandOver) => DataOf<N> } = {
  'ban-giao': dataOf,
};

/** A list as it prints: its cases as they stood when it was made, so that the same list gives the same bytes. */
function dataOf(desk: DeskContext, { handOverId, number, to, note, madeAt, madeBy, caseIds }: KeptHandOver) {
  const { db } = desk.store;
  const seq = handOverSeq(db, handOverId);
  const isKnown = knownTo(db, seq);
  const cases = caseIds.map((caseId) => {
    const before = caseActions(db, caseId).filter((recorded) => isKnown(recorded.seq));
    return listedCase(desk, caseId, foldCase(before));
  });
  const giver = staffName(desk, madeBy, handOverDesk(db, handOverId));
  return handOverOnPaper(desk, officeAt(db, seq, seq) ?? desk.getOffice(), { number, to, note, madeAt, giver, cases });
}

/** The list as it would print now: its number is blank until it is on disk. */
export function previewHandOver(
  desk: DeskContext,
  { to, caseIds, note }: Pick<ListInput, 'to' | 'caseIds' | 'note'>,
  session: Session,
): { pages: PaperPage[] } | PaperProblem {
  const cases = caseIds.map((caseId) => listedCase(desk, caseId, getCaseFile(desk.store.db, caseId).state));
  const [madeAt, giver] = [desk.nowCivil(), session.fullName];
  const office = desk.getOffice();
  const data = handOverOnPaper(desk, office, { number: '', to, note, madeAt, giver, cases });
  return settled(desk.paper.preview('ban-giao', data, { size: sizeOf('ban-giao', office) }));
}

export const handOverPapers: PaperSources<'hand-over'> = {
  kind: 'hand-over',
  isOf: isHandOverDocument,
  sourceOf: (desk, documentId) => paperOfHandOver(desk, documentId.slice(0, 36)),
};

/** A list as something papers are made of. What it says of itself does not change: it is of the moment it was made. */
export function paperOfHandOver(desk: DeskContext, handOverId: string): PaperSource {
  const { db } = desk.store;
  return {
    id: handOverId,
    subject: { kind: 'hand-over', handOverId },
    now: () => {
      const list = findHandOver(db, handOverId);
      return list && basisOf(desk, list);
    },
  };
}

function basisOf(desk: DeskContext, list: KeptHandOver): PaperBasis {
  const { handOverId, number } = list;
  const { db } = desk.store;
  const documents = documentsOfHandOver(db, handOverId);
  const seq = handOverSeq(db, handOverId);
  return {
    printed: number,
    office: officeAt(db, seq, seq) ?? desk.getOffice(),
    documents,
    nextDocumentId: `${handOverDocumentId(handOverId, documents.length + 1)}${deskMark(desk, handOverDesk(db, handOverId))}`,
    before: () => basisOf(desk, list),
    dataOf: (form) =>
      Object.hasOwn(makers, form) ? makers[form as FormOf<'hand-over'>](desk, list) : fault('form-unknown', { form }),
  };
}

/** Makes the paper of a list that has none yet, and queues it where printing was asked for. */
export async function makeHandOverPaper(
  desk: DeskContext,
  handOverId: string,
  wish: PrintWish,
  session: Session,
): Promise<MadePaper> {
  const source = paperOfHandOver(desk, handOverId);
  const [before] = getBasis(source).documents;
  return before === undefined ? makePaper(desk, source, 'ban-giao', wish, session) : madeBefore(desk, before);
}
