import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { PetitionStatus } from '../../../contract/counter/petition/petition.ts';
import type { CaseDocument } from '../../../domain/entries/case.ts';
import type { PetitionEvent, RecordedPetition } from '../../../domain/entries/petition.ts';
import {
  foldPetition,
  hasAddressee,
  isPetitionDocument,
  petitionDocumentId,
  petitionNumber,
  petitionToldOtherwise,
} from '../../../domain/counter/petition/petition.ts';
import type { DataOf, FormOf } from '../../../paper/forms/forms.ts';
import { officeAt } from '../../../store/common/office/settings.ts';
import { petitionEvents } from '../../../store/counter/petition/petition.ts';
import { entryHash } from '../../../store/journal/chain.ts';
import { knownTo } from '../../../store/journal/order.ts';
import type { DeskContext } from '../../core/context.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { decisionOnPaper } from '../../papers/decision-on-paper.ts';
import { headOnPaper, officeOnPaper, personOnPaper, runningNumber } from '../../papers/on-paper.ts';
import { type PaperBasis, type PaperSource, type PaperSources, deskMark, notApplicable } from '../../papers/source.ts';

/** What a paper of a petition is made from: the petition as it stood then, and the office as it was then. */
type PetitionBasis = {
  readonly events: readonly RecordedPetition[];
  readonly office: OfficeSettings;
  readonly number: number | undefined;
};

type PetitionMaker<N extends FormOf<'petition'>> = (
  desk: DeskContext,
  basis: PetitionBasis,
) => DataOf<N> | Fault<'form-not-applicable'>;

const makers: { readonly [N in FormOf<'petition'>]: PetitionMaker<N> } = { 'thong-bao-lai': decisionOf };

/** The words of the register of petitions. */
const statusOnPaper: Readonly<Record<PetitionStatus, string>> = {
  open: 'đang giải quyết',
  awaiting: 'chờ người gửi bổ sung',
  forwarded: 'đã chuyển cơ quan có thẩm quyền',
  answered: 'đã trả lời',
  refused: 'không thụ lý',
  withdrawn: 'người gửi đã rút',
  closed: 'đã kết thúc',
};

/** Thông báo nội dung có giá trị of a petition: which of two things stands that counters told its sender. */
function decisionOf(
  desk: DeskContext,
  { events, office, number }: PetitionBasis,
): DataOf<'thong-bao-lai'> | Fault<'form-not-applicable'> {
  const pair = petitionToldOtherwise(events);
  const petition = foldPetition(events);
  if (pair === undefined || !hasAddressee(petition))
    return notApplicable(
      'thong-bao-lai',
      pair === undefined
        ? 'Phản ánh này không có nội dung nào do hai quầy ghi khác nhau mà đã quyết định'
        : 'Phản ánh này không ghi tên người gửi',
      pair === undefined
        ? 'nothing of this petition was told differently by two counters and decided'
        : 'this petition does not say who sent it',
    );
  const { by } = pair;
  const { sender, summary, sourceCode } = petition.facts;
  const { name = '', address, phone, email } = sender;
  return {
    office: officeOnPaper(office, desk.catalogue),
    applicant: personOnPaper({ fullName: name, idNumber: '', address, phone, email }),
    petition: {
      number: petitionNumber(petition),
      summary: shortened(summary),
      ...(sourceCode === undefined ? {} : { sourceCode }),
    },
    thing: 'phản ánh, kiến nghị',
    paper: runningNumber(office, number),
    ...decisionOnPaper(desk, pair, whatWasTold),
    status: statusOnPaper[petition.status],
    clerk: { fullName: staffName(desk, by.actor, by.desk) },
    ...headOnPaper(entryHash(desk.store.db, by.seq)),
    ...(desk.practice() ? { practice: true } : {}),
  };
}

const mostOfSummary = 200;

/** Enough to know which one is meant. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= mostOfSummary ? line : `${line.slice(0, mostOfSummary).trimEnd()}…`;
}

/** What an act on a petition came to for its sender. */
function whatWasTold(action: PetitionEvent): string {
  switch (action.type) {
    case 'petition-supplement-asked':
      return `Yêu cầu bổ sung nội dung: ${action.reason}`;
    case 'petition-forwarded':
      return `Chuyển ${action.to} giải quyết: ${action.reason}`;
    case 'petition-refused':
      return `Không thụ lý: ${action.reason}`;
    case 'petition-answered':
      return `Trả lời: ${action.answer}${action.document === undefined ? '' : ` (${action.document})`}`;
    case 'petition-withdrawn':
      return `Người gửi rút: ${action.reason}`;
    case 'petition-received':
    case 'petition-reclassified':
    case 'petition-assigned':
    case 'petition-sent-back':
    case 'petition-supplemented':
    case 'petition-extended':
    case 'petition-published':
    case 'petition-closed':
    case 'decided':
    case 'document-made':
      throw new Error(`${action.type} is told to nobody and decided by nobody`);
  }
}

export const petitionPapers: PaperSources<'petition'> = {
  kind: 'petition',
  isOf: isPetitionDocument,
  sourceOf: (desk, documentId) => paperOfPetition(desk, documentId.slice(0, 36)),
};

/** A petition as something papers are made of. */
export function paperOfPetition(desk: DeskContext, petitionId: string): PaperSource {
  return {
    id: petitionId,
    subject: { kind: 'petition', petitionId },
    now: () => {
      const events = petitionEvents(desk.store.db, petitionId);
      return events.length === 0 ? undefined : basisOf(desk, petitionId, events);
    },
  };
}

/** @param made the entry of the paper that it is the basis of, where that is made already */
function basisOf(
  desk: DeskContext,
  petitionId: string,
  events: readonly RecordedPetition[],
  made?: number,
): PaperBasis {
  const { db } = desk.store;
  const office = officeAt(db, events.at(-1)?.seq ?? 0, made) ?? desk.getOffice();
  const documents = documentsOf(events);
  return {
    printed: petitionNumber(foldPetition(events)),
    office,
    documents,
    nextDocumentId: `${petitionDocumentId(petitionId, documents.length + 1)}${deskMark(desk, events[0]?.desk)}`,
    before: (seq) => {
      const isKnown = knownTo(db, seq);
      return basisOf(
        desk,
        petitionId,
        events.filter((recorded) => isKnown(recorded.seq)),
        seq,
      );
    },
    dataOf: (form, { number }) =>
      Object.hasOwn(makers, form)
        ? makers[form as FormOf<'petition'>](desk, { events, office, number })
        : fault('form-unknown', { form }),
  };
}

/** The papers made of a petition, first to last. */
export function documentsOf(events: readonly RecordedPetition[]): CaseDocument[] {
  return events.flatMap(({ seq, at, action }) => {
    if (action.type !== 'document-made') return [];
    const { type: _type, ...document } = action;
    return [{ ...document, seq, madeAt: at }];
  });
}
