import type { IntakeKind } from '../../../../electron/contract/counter/intake/intake.ts';
import { canonicalIdNumber } from '../../../../electron/contract/common/person/id-form.ts';
import type { Person } from '../../../../electron/contract/common/person/person.ts';
import type { Channel, ResultDelivery, Term } from '../../../../electron/contract/base/values.ts';
import { type PaperSheetForm, isSheetUntouched } from './paper-sheet.ts';
import type { OwnTyped } from './what/own-fields.ts';
import type { FeeCounts } from './what/copies-text.ts';
import type { ComponentCounts } from './what/usual-components.ts';

/** What stands in the fields of the reception screen, as typed. It is the body of a draft, so it is plain data. */

export type PersonForm = {
  readonly kind: Person['kind'];
  readonly idNumber: string;
  readonly fullName: string;
  /** As typed: 04/03/1990, 03/1990 or 1990. */
  readonly dateOfBirth: string;
  readonly sex: '' | 'male' | 'female';
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** For the one who files for somebody else: the paper that lets them. */
  readonly authorisation: string;
};

export type Who = 'applicant' | 'submitter';

/** `agreed` as typed: 30/11/2026 10:00. */
export type TermForm = {
  readonly key: string;
  readonly reason: string;
  readonly agreed: string;
  /** Of a limit that is typed because no list has one. */
  readonly value?: string;
  readonly unit?: Term['unit'];
};

export type ReceptionForm = {
  readonly version: 1;
  /** One draft for each citizen, chosen when the reception begins. */
  readonly draftId: string;
  /** Chosen with the draft and kept in it: sending twice, even after a crash, is one case. */
  readonly requestId: string;
  readonly applicant: PersonForm;
  readonly scanned: boolean;
  readonly cardWarnings: readonly string[];
  readonly oldIdNumber: string;
  readonly submitter: PersonForm | null;
  /** Who filed it for somebody else, closed again by hand: opened once more they stand there as typed. */
  readonly closedSubmitter?: PersonForm;
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string } | null;
  readonly components: Readonly<Record<string, ComponentCounts>>;
  /** Which cases the citizen is, once somebody was asked; and the papers that were ticked by that alone. */
  readonly citizenCases?: readonly string[];
  readonly caseTicks?: readonly number[];
  readonly channel: Channel;
  readonly quantity: string;
  readonly pages: string;
  /** Certified copies or extracts as typed, `CCCD 2x3; 4`; left out where the procedure counts none. */
  readonly copies?: string | undefined;
  readonly counts?: FeeCounts;
  /** The number of the parcel, where the file came by post. */
  readonly trackingNumber: string;
  /** The waiting file that stands here; its id is `requestId`. */
  readonly intake: { readonly kind: IntakeKind; readonly code: string } | null;
  /** Who decides instead of this office: a commune by its code, or an agency as typed; null for this office. */
  readonly competent?: { readonly code: string; readonly name: string } | null;
  /** The lawful limit that was chosen, where it is not the usual one, with what that one asks for. */
  readonly term?: TermForm | null;
  /** Papers that no list names, as typed: «Đơn đề nghị; Hợp đồng (2 bản sao)». */
  readonly typedPapers?: string;
  /** What the procedure asks beside, as typed, by the key of its field. */
  readonly ownFields?: OwnTyped;
  readonly delivery: { readonly kind: ResultDelivery['kind']; readonly address: string };
  /** The sheet of a kit that this is entered from; absent for who stands at the counter. */
  readonly fromKit?: PaperSheetForm | null;
  /** Stands in a draft that was laid aside for another citizen; a form in hand never has it. */
  readonly parked?: true;
};

export type Fresh = { readonly draftId: string; readonly requestId: string };
export const nobody: PersonForm = {
  kind: 'citizen',
  idNumber: '',
  fullName: '',
  dateOfBirth: '',
  sex: '',
  address: '',
  phone: '',
  email: '',
  authorisation: '',
};

/** An empty reception with the defaults that are right nine times in ten: at the desk, one set, fetched at the desk. */
export function newReception(fresh: Fresh): ReceptionForm {
  return {
    version: 1,
    ...fresh,
    applicant: nobody,
    scanned: false,
    cardWarnings: [],
    oldIdNumber: '',
    submitter: null,
    procedure: null,
    components: {},
    channel: 'direct',
    quantity: '1',
    pages: '',
    trackingNumber: '',
    intake: null,
    delivery: { kind: 'desk', address: '' },
  };
}

/** Nothing has been typed: there is nothing to keep and nothing to ask about. */
export function isUntouched(form: ReceptionForm): boolean {
  const { fromKit, ...typed } = form;
  const blank = { ...newReception(typed), draftId: '', requestId: '' };
  return (
    isSheetUntouched(fromKit) && JSON.stringify({ ...typed, draftId: '', requestId: '' }) === JSON.stringify(blank)
  );
}

/** A number as typed, pasted or scanned, without what people group it with. */
export function plainIdNumber(typed: string): string {
  return canonicalIdNumber(typed);
}
