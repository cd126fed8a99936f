import type { Procedure } from '../../../contract/catalogue/lists.ts';
import type { OfficeSettings } from '../../../contract/office/office.ts';
import type { ResultDelivery } from '../../../contract/values.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { foldCase } from '../../../domain/case/state.ts';
import { termText } from '../../../domain/deadline/explanation.ts';
import type { PlannedLeg, ReceivedAction, RecordedAction } from '../../../domain/entries/case.ts';
import { sheetForm } from '../../../domain/printing/paper-place.ts';
import type { ChargeOnPaper, Mau01Data } from '../../../paper/forms/data.ts';
import { entryHash } from '../../../store/journal/chain.ts';
import type { DeskContext } from '../../core/context.ts';
import { getProcedureOf, personName } from '../../core/lookups.ts';
import { feesOf } from '../../money/fees.ts';
import { chargeOnPaper } from '../../money/papers.ts';
import { type Basis, type Recorded, before, componentsOnPaper, findLast, firstPromise } from './case-facts.ts';
import { type PersonFacts, feeOnPaper, officeOnPaper, personOnPaper } from '../../papers/on-paper.ts';

/**
 * What a receipt says: the reception as it is recorded, or as a form that is still being filled in would be, and what is known beside it.
 */
export type ReceiptFacts = Pick<
  ReceivedAction,
  'components' | 'quantity' | 'resultDelivery' | 'term' | 'legs' | 'fees' | 'dueAt'
> & {
  readonly number: Mau01Data['number'];
  readonly procedure: Procedure;
  readonly applicant: PersonFacts;
  readonly submitter?: PersonFacts | null;
  readonly acceptedAt: string;
  /** When the file first came, where it was completed later. */
  readonly firstAcceptedAt?: string;
  /** The receipt this one stands for, and when it did. */
  readonly replaces?: { readonly number: string; readonly at: string };
  /** The fees as they are to be paid now. */
  readonly charges: readonly ChargeOnPaper[];
  readonly clerk: string;
  /** Who typed in a file that was received by hand, and when. */
  readonly enteredLater?: { readonly by: string; readonly at: string };
  /** Of a paper that comes from the journal. */
  readonly journalHead?: string;
};

/** The number of a receipt that is only looked at: it exists once it is on disk, and not before. */
export function blankNumber({ numberAuthority }: OfficeSettings): Mau01Data['number'] {
  return { printed: '', temporary: numberAuthority === 'city' };
}

/** Mẫu 01's data. Paper is Vietnamese whatever the screen's language is. */
export function receiptData(desk: DeskContext, office: OfficeSettings, facts: ReceiptFacts): Mau01Data {
  const { procedure } = facts;
  return {
    office: officeOnPaper(office, desk.catalogue),
    number: facts.number,
    applicant: personOnPaper(facts.applicant),
    ...(facts.submitter ? { submitter: personOnPaper(facts.submitter) } : {}),
    procedure: { code: procedure.code, name: procedure.name },
    components: componentsOnPaper(procedure, facts.components),
    quantity: facts.quantity,
    term: { text: termText(facts.term, 'vi') },
    ...legsOnPaper(facts.legs ?? []),
    acceptedAt: facts.acceptedAt,
    ...(facts.firstAcceptedAt === undefined ? {} : { firstAcceptedAt: facts.firstAcceptedAt }),
    ...(facts.replaces === undefined ? {} : { replaces: facts.replaces }),
    dueAt: facts.dueAt,
    delivery: { text: deliveryText(facts.resultDelivery, office) },
    fees: facts.fees.map(feeOnPaper),
    charges: [...facts.charges],
    clerk: { fullName: facts.clerk },
    ...(facts.enteredLater === undefined ? {} : { enteredLater: facts.enteredLater }),
    ...(facts.journalHead === undefined ? {} : { journalHead: facts.journalHead }),
    ...(desk.practice() ? { practice: true } : {}),
  };
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
export function legsOnPaper(legs: readonly PlannedLeg[]): Pick<Mau01Data, 'decidedBy' | 'legs'> {
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
  const journalHead = entryHash(desk.store.db, from?.seq ?? 0).slice(0, 8);
  return receiptData(desk, basis.office, { ...facts, journalHead });
}

/** What the receipt says, and the action it comes from. */
export function receiptFacts(
  desk: DeskContext,
  { state, actions }: Pick<Basis, 'state' | 'actions'>,
): { readonly facts: ReceiptFacts; readonly from: RecordedAction | undefined } {
  const { received, number } = state;
  const completed = findLast(actions, 'supplemented');
  const corrected = findLast(actions, 'corrected');
  const reissued = corrected !== undefined && corrected.seq > (completed?.seq ?? 0) ? corrected : undefined;
  const from = reissued ?? completed ?? actions[0];
  return {
    from,
    facts: {
      ...received,
      number: { printed: printedNumber(number), temporary: number.official === null },
      procedure: getProcedureOf(desk, state),
      charges: feesOf(desk, { state, actions }).map((fee) => chargeOnPaper(desk, fee)),
      acceptedAt: completed?.at ?? state.acceptedAt,
      ...(completed === undefined ? {} : { firstAcceptedAt: state.acceptedAt }),
      ...(reissued === undefined ? {} : { replaces: { number: replacedNumber(actions, reissued), at: reissued.at } }),
      // A receipt made again after the case was closed still says what was promised.
      dueAt: state.dueAt ?? completed?.action.dueAt ?? firstPromise(actions),
      // The one who wrote it by hand is not known; who typed it in is. A receipt made anew here is of its own moment.
      ...(state.enteredLater === null || from !== actions[0]
        ? {}
        : { enteredLater: { by: personName(desk, state.enteredLater.by), at: state.enteredLater.at } }),
      clerk: personName(desk, from?.actor ?? state.receivedBy),
    },
  };
}

/** The number on the receipt that a correction takes the place of. A code that the portal gave stays in force, so it need not be void. */
function replacedNumber(actions: readonly RecordedAction[], reissued: Recorded<'corrected'>): string {
  const earlier = before(actions, reissued);
  const made = earlier.findLast(({ action }) => action.type === 'document-made' && sheetForm(action.form) === 'mau-01');
  if (made === undefined) return reissued.action.voided;
  return printedNumber(foldCase(before(actions, made)).number);
}
