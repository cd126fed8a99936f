import type { OfficeSettings } from '../contract/office/office.ts';
import type { Channel, ResultDelivery, Term } from '../contract/values.ts';
import type { Catalogue, Procedure } from '../domain/catalogue/catalogue.ts';
import { termText } from '../domain/deadline/explanation.ts';
import type { PlannedLeg } from '../domain/entries/case.ts';
import type { assessFees } from '../domain/money/fees.ts';
import type { ChargeOnPaper, Mau01Data } from '../paper/forms/data.ts';
import { componentsOnPaper } from './paper-data/case-on-paper.ts';
import { legsOnPaper } from './paper-data/legs-on-paper.ts';
import { type PersonFacts, feeOnPaper, officeOnPaper, personOnPaper } from './paper-data/on-paper.ts';

/** What a receipt says, from a saved case or from a form that is still being filled in. */
export type ReceiptFacts = {
  readonly number: { readonly printed: string; readonly temporary: boolean };
  readonly procedure: Procedure;
  readonly channel: Channel;
  readonly applicant: PersonFacts;
  readonly submitter: PersonFacts | null;
  readonly components: readonly (readonly [index: number, originals: number, copies: number])[];
  readonly quantity: number;
  readonly resultDelivery: ResultDelivery;
  readonly term: Term;
  /** The way through other agencies, where there is one. */
  readonly legs?: readonly PlannedLeg[];
  readonly acceptedAt: string;
  /** When the file first came, where it was completed later. */
  readonly firstAcceptedAt?: string;
  /** The receipt this one stands for, and when it did. */
  readonly replaces?: { readonly number: string; readonly at: string };
  readonly dueAt: string;
  readonly fees: ReturnType<typeof assessFees>;
  /** The same as they are to be paid now. */
  readonly charges: readonly ChargeOnPaper[];
  readonly clerk: string;
  /** Who typed in a file that was received by hand, and when. */
  readonly enteredLater?: { readonly by: string; readonly at: string };
  readonly journalHead: string | null;
};

/** Mẫu 01's data. Paper is Vietnamese whatever the screen's language is. */
export function receiptData(
  facts: ReceiptFacts,
  office: OfficeSettings,
  catalogue: Catalogue,
  practice: boolean,
): Mau01Data {
  const { procedure } = facts;
  return {
    office: officeOnPaper(office, catalogue),
    number: facts.number,
    applicant: personOnPaper(facts.applicant),
    ...(facts.submitter === null ? {} : { submitter: personOnPaper(facts.submitter) }),
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
    ...(facts.journalHead === null ? {} : { journalHead: facts.journalHead }),
    ...(practice ? { practice } : {}),
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
