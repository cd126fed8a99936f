import { caseStatuses } from '../../../contract/base/case-status.ts';
import type { Incentive, Procedure } from '../../../contract/catalogue/lists.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { OfficeSettings } from '../../../contract/common/office/office.ts';
import type { Term } from '../../../contract/base/values.ts';
import { codeOnPaper } from '../../../domain/catalogue/offers.ts';
import { formatDong } from '../../../domain/base/dong.ts';
import { isAskedIn } from '../../../domain/catalogue/citizen-cases.ts';
import { broughtCounts, isOnlyShown, isPlainHeading, paperName } from '../../../domain/catalogue/components.ts';
import { rulesOn } from '../../../domain/counter/money/fees.ts';
import { feesTold, publicNote } from '../../../domain/catalogue/public-notes.ts';
import { type Catalogue, unitName } from '../../../domain/catalogue/catalogue.ts';
import { plainTerm, usualTerm } from '../../../domain/catalogue/procedure-terms.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import type { CaseDocument } from '../../../domain/entries/case.ts';
import type { GuidedCourse, IntakeEvent, RecordedIntake } from '../../../domain/entries/intake.ts';
import {
  foldIntake,
  intakeDocumentId,
  intakeToldOtherwise,
  isIntakeDocument,
} from '../../../domain/counter/intake/intake.ts';
import type { HuongDanData, Mau02Data, Mau03Data, ThongBaoLaiData } from '../../../paper/forms/data.ts';
import type { DataOf, FormOf } from '../../../paper/forms/forms.ts';
import { intakeEvents } from '../../../store/counter/intake/intake.ts';
import { entryHash } from '../../../store/journal/chain.ts';
import { knownTo } from '../../../store/journal/order.ts';
import { officeAt } from '../../../store/common/office/settings.ts';
import type { DeskContext } from '../../core/context.ts';
import { agencyName } from '../../../domain/catalogue/deciding-agency.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { catalogueName, catalogueTitle } from '../../catalogue/adopted.ts';
import { decisionOnPaper } from '../../papers/decision-on-paper.ts';
import { agencyInText, headOnPaper, officeOnPaper, personOnPaper, runningNumber } from '../../papers/on-paper.ts';
import { type PaperBasis, type PaperSource, type PaperSources, deskMark, notApplicable } from '../../papers/source.ts';
import { getIntakeProcedure } from './facts.ts';

type Guidance = {
  readonly procedure: Procedure;
  /** The limit that was told, where the catalogue has none. */
  readonly told?: Term | null;
  readonly office: OfficeSettings;
  readonly catalogue: Catalogue;
  /** The list it was taken from, as a paper names it; left out: the one of today. */
  readonly listName?: string;
  /** Civil time, +07:00. */
  readonly printedAt: string;
  readonly clerk?: string;
  readonly practice: boolean;
  readonly person?: string;
  /** What they were told to bring still. */
  readonly items?: readonly string[];
  readonly note?: string;
  readonly course?: GuidedCourse;
  /** What the clerk ticked: the papers of this citizen's case. */
  readonly handedIn?: readonly number[];
  /** The cases of this citizen; left out by files of before they were asked. */
  readonly citizenCases?: readonly string[];
  readonly incentives?: readonly Incentive[];
};

/** Phiếu hướng dẫn: what a person must bring, from the catalogue alone (NĐ 118/2025 Điều 16). What is not known is said, never guessed. */
export function guidanceData({
  procedure,
  told = null,
  office,
  catalogue,
  listName = catalogueTitle(catalogue.dated, catalogue.version),
  printedAt,
  clerk,
  practice,
  ...rest
}: Guidance): HuongDanData {
  const { code, name, field, authority, termNote, result } = procedure;
  const day = printedAt.slice(0, 10);
  const usual = usualTerm(procedure, { day, channel: 'direct' });
  const feeRules = rulesOn(procedure.feeRules, day);
  // An exemption that ended leaves what is posted.
  const ended = procedure.feeRules.some(({ until }) => until !== undefined && until < day);
  const fee = ended ? { amount: null, note: '' } : procedure.fee;
  const term = usual === undefined ? told : plainTerm(usual);
  return {
    office: officeOnPaper(office, catalogue),
    procedure: { code: codeOnPaper(code), name, field, authority },
    components: procedure.components.map((component) => ({
      name: component.truncated ? `${component.name}… (xem đủ tại bảng niêm yết)` : component.name,
      ...(component.case === undefined ? {} : { condition: component.case }),
      originals: component.originals,
      copies: component.copies,
    })),
    term: {
      ...(term === null ? {} : { text: termText(term, 'vi') }),
      ...(termNote === '' ? {} : { note: termNote }),
    },
    fee: {
      text:
        fee.amount === null
          ? 'theo mức niêm yết tại Trung tâm'
          : fee.amount === 0
            ? 'không thu'
            : formatDong(fee.amount),
      ...(fee.note === '' ? {} : { note: fee.note }),
    },
    papers: papersOf(procedure.components, rest.handedIn ?? [], rest.citizenCases),
    ...(publicNote(termNote) === '' ? {} : { termNote: publicNote(termNote) }),
    fees: feesTold({ code, feeRules }, rest.incentives ?? []).map((text) => ({ text })),
    agencyInText: agencyInText(agencyName(authority, unitName(catalogue, office.unitCode))),
    ...(result === '' ? {} : { result }),
    legalBasis: procedure.legalBasis.map((text) => ({ text })),
    ...(rest.person ? { person: rest.person } : {}),
    ...(rest.items?.length ? { items: rest.items.map((text) => ({ text })) } : {}),
    ...(rest.note ? { note: rest.note } : {}),
    ...(rest.course === undefined ? {} : { course: courseOnPaper(rest.course) }),
    catalogueVersion: listName,
    printedAt,
    ...(clerk === undefined ? {} : { clerk: { fullName: clerk } }),
    ...(practice ? { practice } : {}),
  };
}

/**
 * The papers of this citizen's case: everybody's and those of the cases that were said. Where nobody was asked for a case, those that the
 * clerk ticked; all, each under its case, where nothing says which case it is.
 */
function papersOf(
  components: Procedure['components'],
  ticked: readonly number[],
  cases: readonly string[] | undefined,
): NonNullable<HuongDanData['papers']> {
  return components.flatMap((component, index) => {
    const told = cases === undefined ? ticked.length === 0 || ticked.includes(index) : isAskedIn(component.case, cases);
    if (!told && !ticked.includes(index)) return [];
    const { case: heading, group } = component;
    const shown = isOnlyShown(component);
    // One of a group is enough: the one that is there, or any of them.
    const among = components.filter(
      (one) => group !== undefined && one.group === group && isAskedIn(one.case, cases ?? []),
    );
    const brought = components.some((one, at) => group !== undefined && one.group === group && ticked.includes(at));
    if (cases !== undefined && brought && !ticked.includes(index)) return [];
    const said = [
      cases !== undefined && !brought && among.length > 1 ? 'nộp một trong các giấy tờ cùng loại' : '',
      (cases === undefined && ticked.length > 0) || heading === undefined || isPlainHeading(heading) ? '' : heading,
    ].filter((words) => words !== '');
    const condition = said.length === 0 ? {} : { condition: said.join('; ') };
    return [
      {
        name: component.truncated ? paperName(component) : component.name,
        ...condition,
        ...(shown ? { shown: 'chỉ xuất trình để đối chiếu, không nộp' } : {}),
        ...broughtCounts(component),
      },
    ];
  });
}

function courseOnPaper({ steps, verified }: GuidedCourse): HuongDanData['course'] {
  const text = steps.map((step, index) => `(${index + 1}) ${step}`).join('; ');
  return { text, ...(verified ? {} : { note: 'khung trình tự chung theo Điều 17 đến Điều 22, chưa đối chiếu' }) };
}

/** What a paper of a waiting file is made from: the file as it stood then, and the office as it was then. */
type IntakeBasis = {
  readonly events: readonly RecordedIntake[];
  readonly office: OfficeSettings;
  readonly number: number | undefined;
};

type IntakeMaker<N extends FormOf<'intake'>> = (
  desk: DeskContext,
  basis: IntakeBasis,
) => DataOf<N> | Fault<'form-not-applicable'>;

type Recorded<T extends IntakeEvent['type']> = RecordedIntake & { readonly action: Extract<IntakeEvent, { type: T }> };

function findLast<T extends IntakeEvent['type']>(events: readonly RecordedIntake[], type: T): Recorded<T> | undefined {
  return events.findLast((recorded): recorded is Recorded<T> => recorded.action.type === type);
}

/** What each paper that leaves the desk before a file is received is made by. */
const makers: { readonly [N in FormOf<'intake'>]: IntakeMaker<N> } = {
  'huong-dan': guidanceOf,
  'mau-02': supplementSlipOf,
  'mau-03': refusalSlipOf,
  'thong-bao-lai': decisionOf,
};

function findMaker(form: string): IntakeMaker<FormOf<'intake'>> | undefined {
  return Object.hasOwn(makers, form) ? makers[form as FormOf<'intake'>] : undefined;
}

function guidanceOf(desk: DeskContext, { events, office }: IntakeBasis): HuongDanData | Fault<'form-not-applicable'> {
  const guided = findLast(events, 'guided');
  if (guided === undefined) return notApplicable('huong-dan', 'Chưa hướng dẫn lần nào', 'nobody was guided yet');
  const { facts } = foldIntake(events);
  const { items, note, term, course } = guided.action;
  return guidanceData({
    procedure: getIntakeProcedure(desk, facts),
    told: term,
    office,
    catalogue: desk.catalogue,
    listName: catalogueName(desk, facts.catalogueVersion),
    printedAt: guided.at,
    clerk: staffName(desk, guided.actor, guided.desk),
    practice: desk.practice(),
    person: facts.applicant.fullName,
    items,
    handedIn: facts.components.map(([index]) => index),
    ...(facts.citizenCases === undefined ? {} : { citizenCases: facts.citizenCases }),
    incentives: desk.incentives(),
    ...(note === undefined ? {} : { note }),
    ...(course === undefined ? {} : { course }),
  });
}

/** Phiếu yêu cầu bổ sung before reception (NĐ 118/2025 Điều 17 k1c, k2): of the last request. */
function supplementSlipOf(desk: DeskContext, basis: IntakeBasis): Mau02Data | Fault<'form-not-applicable'> {
  const asked = findLast(basis.events, 'supplement-asked');
  if (asked === undefined)
    return notApplicable('mau-02', 'Chưa yêu cầu bổ sung lần nào', 'nothing was asked to be supplemented');
  const { items, reason, override } = asked.action;
  return {
    ...fileOnPaper(desk, basis, asked),
    requestedAt: asked.at,
    items: items.map((text) => ({ text })),
    reason,
    ...(override === undefined ? {} : { override }),
    guide: { fullName: staffName(desk, asked.actor, asked.desk) },
  };
}

/** Phiếu từ chối at the desk (Điều 17 k1c): the legal reason in words. */
function refusalSlipOf(desk: DeskContext, basis: IntakeBasis): Mau03Data | Fault<'form-not-applicable'> {
  const refused = findLast(basis.events, 'turned-away');
  if (refused === undefined) return notApplicable('mau-03', 'Hồ sơ này không bị từ chối', 'this file was not refused');
  const { reason, legalBasis } = refused.action;
  return {
    ...fileOnPaper(desk, basis, refused),
    refusedAt: refused.at,
    reason,
    legalBasis,
    officer: { fullName: staffName(desk, refused.actor, refused.desk) },
  };
}

/** Thông báo nội dung có giá trị of a file that waits: which of two things stands that counters told of it. */
function decisionOf(desk: DeskContext, basis: IntakeBasis): ThongBaoLaiData | Fault<'form-not-applicable'> {
  const { events, office, number } = basis;
  const pair = intakeToldOtherwise(events);
  if (pair === undefined)
    return notApplicable(
      'thong-bao-lai',
      'Hồ sơ này không có nội dung nào do hai quầy ghi khác nhau mà đã quyết định',
      'nothing of this file was told differently by two counters and decided',
    );
  const { status } = foldIntake(events);
  return {
    ...fileOnPaper(desk, basis, pair.by),
    thing: 'hồ sơ',
    paper: runningNumber(office, number),
    ...decisionOnPaper(desk, pair, whatWasTold),
    status: status === 'at-counter' ? 'Chưa tiếp nhận' : caseStatuses[status].official,
  };
}

/** What an act on a waiting file came to for whoever filed it. */
function whatWasTold(action: IntakeEvent): string {
  switch (action.type) {
    case 'supplement-asked':
      return `Yêu cầu bổ sung, hoàn thiện (${action.items.join('; ')}): ${action.reason}`;
    case 'turned-away':
      return `Từ chối tiếp nhận: ${action.reason}`;
    case 'taken-back':
      return `Người nộp rút hồ sơ: ${action.reason}`;
    case 'accepted':
      return 'Tiếp nhận hồ sơ, theo giấy tiếp nhận và hẹn trả kết quả đã giao';
    case 'arrived':
    case 'amended':
    case 'seen':
    case 'guided':
    case 'completed':
    case 'decided':
    case 'document-made':
      throw new Error(`${action.type} is told to nobody and decided by nobody`);
  }
}

/** What every paper of a waiting file says; `from` is the entry it comes from, whose hash is printed. */
function fileOnPaper(desk: DeskContext, { events, office, number }: IntakeBasis, from: RecordedIntake) {
  const { kind, facts, arrivedAt } = foldIntake(events);
  const { code, name, field } = getIntakeProcedure(desk, facts);
  const { applicant, submitter, portal, trackingNumber } = facts;
  return {
    office: officeOnPaper(office, desk.catalogue),
    ...(portal === undefined ? {} : { number: { printed: portal.number, temporary: false } }),
    applicant: personOnPaper(applicant),
    ...(submitter === undefined ? {} : { submitter: personOnPaper(submitter) }),
    procedure: { code: codeOnPaper(code), name, field },
    beforeReception: {
      ...(kind === 'counter' ? { arrivedAt } : {}),
      ...(kind === 'post' ? { parcelAt: arrivedAt } : {}),
      ...(portal === undefined ? {} : { submittedAt: portal.submittedAt }),
      ...(trackingNumber === undefined ? {} : { trackingNumber }),
    },
    clerk: { fullName: staffName(desk, from.actor, from.desk) },
    paper: {
      ...(number === undefined ? {} : { number }),
      ...(office.otherDesks.length === 0 ? {} : { desk: office.desk.code }),
    },
    ...headOnPaper(entryHash(desk.store.db, from.seq)),
    ...(desk.practice() ? { practice: true } : {}),
  };
}

/** Its papers have ids of their own, for its case will have the same id. */
export const intakePapers: PaperSources<'intake'> = {
  kind: 'intake',
  isOf: isIntakeDocument,
  sourceOf: (desk, documentId) => paperOfIntake(desk, documentId.slice(0, 36)),
};

/** A waiting file as something papers are made of. */
export function paperOfIntake(desk: DeskContext, intakeId: string): PaperSource {
  return {
    id: intakeId,
    subject: { kind: 'intake', intakeId },
    now: () => {
      const events = intakeEvents(desk.store.db, intakeId);
      return events.length === 0 ? undefined : basisOf(desk, intakeId, events);
    },
  };
}

/** @param made the entry of the paper that it is the basis of, where that is made already */
function basisOf(desk: DeskContext, intakeId: string, events: readonly RecordedIntake[], made?: number): PaperBasis {
  const { db } = desk.store;
  const office = officeAt(db, events.at(-1)?.seq ?? 0, made) ?? desk.getOffice();
  const documents = documentsOf(events);
  return {
    printed: printedName(events),
    office,
    documents,
    nextDocumentId: `${intakeDocumentId(intakeId, documents.length + 1)}${deskMark(desk, events[0]?.desk)}`,
    before: (seq) => {
      const isKnown = knownTo(db, seq);
      const earlier = events.filter((recorded) => isKnown(recorded.seq));
      return basisOf(desk, intakeId, earlier, seq);
    },
    dataOf: (form, { number }) =>
      findMaker(form)?.(desk, { events, office, number }) ?? fault('form-unknown', { form }),
  };
}

/** The papers made of a waiting file, first to last. */
export function documentsOf(events: readonly RecordedIntake[]): CaseDocument[] {
  return events.flatMap(({ seq, at, action }) => {
    if (action.type !== 'document-made') return [];
    const { type: _type, ...document } = action;
    return [{ ...document, seq, madeAt: at }];
  });
}

/** What a print job is called: the portal's or the parcel's number, never a person's name. */
function printedName(events: readonly RecordedIntake[]): string {
  const { facts, kind } = foldIntake(events);
  return facts.portal?.number ?? facts.trackingNumber ?? (kind === 'counter' ? 'quay' : 'cho-tiep-nhan');
}
