import type { Procedure } from '../../../../contract/catalogue/lists.ts';
import type { OfficeSettings } from '../../../../contract/common/office/office.ts';
import type { ResultDelivery } from '../../../../contract/base/values.ts';
import { codeOnPaper } from '../../../../domain/catalogue/offers.ts';
import { dateText, timeDateText } from '../../../../domain/base/civil-time.ts';
import { agreementKey, typedKey } from '../../../../domain/catalogue/procedure-terms.ts';
import { ownIdentifier, printedNumber } from '../../../../domain/base/numbering.ts';
import { foldCase } from '../../../../domain/counter/case/state.ts';
import { deadlineStepText, termText } from '../../../../domain/deadline/explanation.ts';
import type { DeadlineStep, PlannedLeg, ReceivedAction, RecordedAction } from '../../../../domain/entries/case.ts';
import { type SignedKind, type ReceiptToSign, signedKinds } from '../../../../domain/safety/proof/receipt-text.ts';
import { sheetForm } from '../../../../domain/common/printing/paper-place.ts';
import type { Mau01Data } from '../../../../paper/forms/data.ts';
import { placeInYear } from '../../../../store/books/register/register.ts';
import { entryHash } from '../../../../store/journal/chain.ts';
import type { DeskContext } from '../../../core/context.ts';
import { squareOf } from '../../../core/keys/desk-key.ts';
import { staffName } from '../../../core/session/staff-name.ts';
import { getProcedureOf } from '../../../catalogue/adopted.ts';
import type { CaseFee } from '../../../../domain/counter/money/case-fees.ts';
import { feesOf } from '../../money/fees.ts';
import { chargeOnPaper, duesOnPaper, feesSaid } from '../../money/papers.ts';
import {
  type Basis,
  type Recorded,
  before,
  componentsOnPaper,
  findLast,
  firstPromise,
  later,
  papersHandedIn,
  papersHeld,
} from './case-facts.ts';
import {
  type PersonFacts,
  articleInWords,
  feeOnPaper,
  headOnPaper,
  filerOf,
  officeOnPaper,
  personOnPaper,
} from '../../../papers/on-paper.ts';

/**
 * What a receipt says: the reception as it is recorded, or as a form that is still being filled in would be, and what is known beside it.
 */
export type ReceiptFacts = Pick<
  ReceivedAction,
  'components' | 'copies' | 'quantity' | 'resultDelivery' | 'term' | 'termCase' | 'legs' | 'fees' | 'dueAt'
> & {
  /** The promise is the day that was agreed; once the file was completed it is counted again. */
  readonly agreedDay?: boolean;
  /** Of a receipt that stands for an earlier one of the same case. */
  readonly issued?: Pick<Mau01Data, 'issuedAt' | 'inPlaceOf' | 'supplied'>;
  readonly number: Mau01Data['number'];
  readonly procedure: Procedure;
  readonly applicant: PersonFacts;
  readonly submitter?: PersonFacts | null;
  readonly acceptedAt: string;
  /** When the file first came, where it was completed later. */
  readonly firstAcceptedAt?: string;
  /** The receipt this one stands for, and when it did. */
  readonly replaces?: NonNullable<Mau01Data['replaces']>;
  /** How the promise was come to: what decides it beside the law is said. */
  readonly steps?: readonly DeadlineStep[];
  /** The promise that verification took the place of. */
  readonly promisedBefore?: string;
  /** The fees as they are to be paid now. */
  readonly payable: readonly CaseFee[];
  /** Its place in the register of the year, once it is in it. */
  readonly inRegister?: { readonly volume: string; readonly serial: string };
  readonly clerk: string;
  /** Who typed in a file that was received by hand, and when. */
  readonly enteredLater?: { readonly by: string; readonly at: string };
  /** Of a paper that comes from the journal. */
  readonly heads?: ReturnType<typeof headOnPaper>;
  /** The digits of the square that is signed. */
  readonly square?: string;
};

/** The number of a receipt that is only looked at: it exists once it is on disk, and not before. */
export function blankNumber(office: OfficeSettings): Mau01Data['number'] {
  return { printed: '', temporary: ownIdentifier(office) === null };
}

/** Mẫu 01's data. Paper is Vietnamese whatever the screen's language is. */
export function receiptData(desk: DeskContext, office: OfficeSettings, facts: ReceiptFacts): Mau01Data {
  const { procedure } = facts;
  return {
    office: officeOnPaper(office, desk.catalogue),
    number: facts.number,
    applicant: personOnPaper(facts.applicant),
    ...filerOf(facts.applicant, facts.submitter),
    ...(facts.submitter ? { submitter: personOnPaper(facts.submitter) } : {}),
    procedure: { code: codeOnPaper(procedure.code), name: procedure.name },
    components: componentsOnPaper(procedure, facts.components),
    quantity: facts.quantity,
    term: { text: termOnPaper(facts), ...agreedOnPaper(facts) },
    ...legsOnPaper(facts.legs ?? []),
    acceptedAt: facts.acceptedAt,
    ...(facts.firstAcceptedAt === undefined ? {} : { firstAcceptedAt: facts.firstAcceptedAt }),
    ...(facts.replaces === undefined ? {} : { replaces: facts.replaces }),
    dueAt: facts.dueAt,
    delivery: { text: deliveryText(facts.resultDelivery, office) },
    fees: facts.fees.map(feeOnPaper),
    charges: facts.payable.map((fee) => chargeOnPaper(desk, fee)),
    papers: papersHandedIn(procedure, facts.components),
    dues: duesOnPaper(desk, facts.payable),
    held: papersHeld(procedure, facts),
    payable: feesSaid(desk, facts.payable),
    ...facts.issued,
    ...(facts.inRegister === undefined ? {} : { inRegister: facts.inRegister }),
    clerk: { fullName: facts.clerk },
    ...(facts.enteredLater === undefined ? {} : { enteredLater: facts.enteredLater }),
    ...facts.heads,
    ...(facts.square === undefined ? {} : { square: facts.square }),
    ...(desk.practice() ? { practice: true } : {}),
  };
}

/** Sessions and closings of the office are no law: where one decides a date, the paper gives the reason. */
const ofTheOffice: ReadonlySet<string> = new Set([
  'accepted-extra-session',
  'accepted-extra-session-next',
  'closed-that-day',
  'closed-until',
  'hours-end-before',
  'hours-end-next',
]);

/** The limit in words, with the case of the procedure it belongs to, and why, where somebody chose one. */
function termOnPaper({ term, termCase, procedure, steps = [], promisedBefore }: ReceiptFacts): string {
  const chosen = procedure.terms.find(({ key }) => key === termCase?.key);
  const said = [
    chosen?.words,
    termCase?.agreed === true ? 'thỏa thuận bằng văn bản' : undefined,
    termCase?.reason === undefined
      ? undefined
      : `${termCase.key === typedKey ? 'căn cứ' : 'lý do'}: ${termCase.reason}`,
    promisedBefore === undefined ? undefined : `thay lời hẹn ${timeDateText(promisedBefore)}`,
    ...steps.filter(({ rule }) => ofTheOffice.has(rule)).map((step) => deadlineStepText(step, 'vi')),
  ].filter((part) => part !== undefined);
  return [termText(term, 'vi'), ...(said.length === 0 ? [] : [`(${said.join('; ')})`])].join(' ');
}

/**
 * What the paper says in the place of a number of days: a day that was agreed is no limit of the law (NĐ 23/2015 Điều 21; elsewhere the
 * ground that was given). Whether a law gives none, or the catalogue only does not know it, is not told on paper.
 */
function agreedOnPaper({ termCase, procedure, term, agreedDay = false }: ReceiptFacts): { readonly said?: string } {
  if (termCase?.agreed !== true) return {};
  const { key, reason } = termCase;
  if (key === agreementKey) {
    const ground = reason === undefined ? '' : ` (${reason})`;
    return agreedDay
      ? { said: `ngày trả theo thỏa thuận${ground}` }
      : { said: `${termText(term, 'vi')} như đã thỏa thuận khi tiếp nhận${ground}` };
  }
  if (!agreedDay) return {};
  const { article = '' } = procedure.terms.find((one) => one.key === key) ?? {};
  const why = [articleInWords(article), reason === undefined ? '' : `lý do: ${reason}`].filter((part) => part !== '');
  const brackets = why.length === 0 ? '' : ` (${why.join('; ')})`;
  return { said: `ngày giờ thỏa thuận bằng văn bản với người yêu cầu${brackets}` };
}

function deliveryText({ kind, address }: ResultDelivery, office: OfficeSettings): string {
  switch (kind) {
    case 'desk':
      return office.centreName;
    case 'post':
      return `Qua dịch vụ bưu chính công ích, địa chỉ: ${address ?? ''}`;
    case 'electronic':
      return 'Bản điện tử trên Cổng Dịch vụ công quốc gia';
  }
}

/** Who decides, as the receipt says it: one other agency and from when its time runs, or each agency of an interlinked file. */
function legsOnPaper(legs: readonly PlannedLeg[]): Pick<Mau01Data, 'decidedBy' | 'legs'> {
  const [first] = legs;
  if (first === undefined) return {};
  if (legs.length === 1 && first.way !== 'here' && first.sendBy !== null)
    return { decidedBy: { agency: first.agency, sendBy: first.sendBy } };
  return {
    legs: legs.map(({ agency, work, term }) => ({
      agency,
      work,
      ...(term === null ? {} : { term: termText(term, 'vi') }),
    })),
  };
}

/**
 * The receipt: as given at reception, given again with the new promise once the file was completed (NĐ 118/2025 Điều 19 k5), or
 * reissued in the place of a wrong one.
 */
export function receiptOf(desk: DeskContext, basis: Basis) {
  const { facts, from } = receiptFacts(desk, basis);
  const heads = headOnPaper(entryHash(desk.store.db, from?.seq ?? 0));
  const square = basis.signed === undefined ? {} : { square: squareOf(receiptToSign(desk, basis), basis.signed) };
  return receiptData(desk, basis.office, { ...facts, ...registerOf(desk, basis), heads, ...square });
}

/** What the desk puts its name to: the number, both moments and the money as the receipt says them, and the entry it comes from. */
export function receiptToSign(desk: DeskContext, basis: Pick<Basis, 'state' | 'actions'>): ReceiptToSign {
  const { facts, from } = receiptFacts(desk, basis);
  const type = from?.action.type ?? 'received';
  const amounts = facts.payable.map(({ amount }) => amount);
  return {
    kind: isSignedKind(type) ? type : 'received',
    number: facts.number.printed,
    acceptedAt: toTheMinute(facts.acceptedAt),
    dueAt: toTheMinute(facts.dueAt),
    amount: amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0),
    head: entryHash(desk.store.db, from?.seq ?? 0).slice(0, 32),
  };
}

function isSignedKind(type: string): type is SignedKind {
  return signedKinds.some((kind) => kind === type);
}

function toTheMinute(civil: string): string {
  return `${civil.slice(0, 'YYYY-MM-DDTHH:MM'.length)}:00+07:00`;
}

/** The register is one book a year, and one for each counter where an office has several: each numbers for itself. */
function registerOf(desk: DeskContext, { caseId, state, office }: Basis): Pick<ReceiptFacts, 'inRegister'> {
  if (caseId === undefined) return {};
  const serial = placeInYear(desk.store.db, caseId, state.acceptedAt);
  const year = state.acceptedAt.slice(0, 4);
  const volume = office.otherDesks.length === 0 ? year : `${office.desk.code}/${year}`;
  return { inRegister: { volume, serial: String(serial).padStart(2, '0') } };
}

/** What the receipt says, and the action it comes from. */
export function receiptFacts(
  desk: DeskContext,
  { state, actions }: Pick<Basis, 'state' | 'actions'>,
): { readonly facts: ReceiptFacts; readonly from: RecordedAction | undefined } {
  const { received, number } = state;
  const completed = findLast(actions, 'supplemented');
  const corrected = findLast(actions, 'corrected');
  const reissued = later(actions, corrected, completed);
  const verified = findLast(actions, 'verification-needed');
  const moved = later(actions, verified, completed);
  const newer = later(actions, moved, reissued) ?? reissued;
  const from = newer ?? completed ?? actions[0];
  const issued = from === actions[0] || from === undefined ? undefined : issuedAnew(actions, from, completed);
  return {
    from,
    facts: {
      ...received,
      number: { printed: printedNumber(number), temporary: number.official === null },
      procedure: getProcedureOf(desk, state),
      payable: feesOf(desk, { state, actions }),
      acceptedAt: completed?.at ?? state.acceptedAt,
      ...(completed === undefined ? {} : { firstAcceptedAt: state.acceptedAt }),
      ...(reissued === undefined ? {} : { replaces: replacedBy(actions, reissued) }),
      ...(issued === undefined ? {} : { issued: reissued === from ? { issuedAt: issued.issuedAt } : issued }),
      agreedDay: completed === undefined,
      // A receipt made again after the case was closed still says what was promised.
      dueAt: state.dueAt ?? moved?.action.dueAt ?? completed?.action.dueAt ?? firstPromise(actions),
      steps: state.steps,
      ...(moved === undefined || state.verification === null ? {} : { promisedBefore: state.verification.before }),
      // The one who wrote it by hand is not known; who typed it in is. A receipt made anew here is of its own moment.
      ...(state.enteredLater === null || from !== actions[0]
        ? {}
        : { enteredLater: { by: staffName(desk, state.enteredLater.by, from?.desk), at: state.enteredLater.at } }),
      clerk: staffName(desk, from?.actor ?? state.receivedBy, from?.desk),
    },
  };
}

/** Of a receipt that is not the first one: when it was made, which it stands for, and what the citizen brought meanwhile. */
function issuedAnew(
  actions: readonly RecordedAction[],
  from: RecordedAction,
  completed: Recorded<'supplemented'> | undefined,
): { readonly issuedAt: string; readonly inPlaceOf?: string; readonly supplied?: string } {
  const made = before(actions, from).findLast(
    ({ action }) => action.type === 'document-made' && sheetForm(action.form) === 'mau-01',
  );
  const asked = completed === undefined ? undefined : findLast(before(actions, completed), 'supplement-requested');
  const items = asked?.action.items ?? [];
  return {
    issuedAt: from.at,
    ...(made === undefined
      ? {}
      : {
          inPlaceOf: `Thay thế Giấy tiếp nhận lập lúc ${timeDateText(made.at)} (giấy cũ không còn giá trị)`,
        }),
    ...(asked === undefined || items.length === 0
      ? {}
      : { supplied: `Đã bổ sung theo Phiếu yêu cầu ngày ${dateText(asked.at)}: ${items.join('; ')}` }),
  };
}

/** The number on the receipt that a correction takes the place of. A code that the portal gave stays in force, so it need not be void. */
function replacedBy(
  actions: readonly RecordedAction[],
  reissued: Recorded<'corrected'>,
): NonNullable<Mau01Data['replaces']> {
  const { at, action } = reissued;
  const times = action.reissue === undefined ? {} : { times: action.reissue };
  return { number: replacedNumber(actions, reissued), at, ...times };
}

function replacedNumber(actions: readonly RecordedAction[], reissued: Recorded<'corrected'>): string {
  const earlier = before(actions, reissued);
  const made = earlier.findLast(({ action }) => action.type === 'document-made' && sheetForm(action.form) === 'mau-01');
  if (made === undefined) return reissued.action.voided ?? printedNumber(reissued.action.number);
  return printedNumber(foldCase(before(actions, made)).number);
}
