import type { IntakeKind } from '../../../electron/contract/intake/intake.ts';
import type { Person } from '../../../electron/contract/person/person.ts';
import type { Channel, ResultDelivery } from '../../../electron/contract/values.ts';
import { type PaperSheetForm, isSheetUntouched } from './sheets/paper-sheet.ts';
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
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string } | null;
  readonly components: Readonly<Record<string, ComponentCounts>>;
  readonly channel: Channel;
  readonly quantity: string;
  readonly pages: string;
  /** The number of the parcel, where the file came by post. */
  readonly trackingNumber: string;
  /** The waiting file that stands here; its id is `requestId`. */
  readonly intake: { readonly kind: IntakeKind; readonly code: string } | null;
  /** Who decides instead of this office: a commune by its code, or an agency as typed; null for this office. */
  readonly competent?: { readonly code: string; readonly name: string } | null;
  readonly delivery: { readonly kind: ResultDelivery['kind']; readonly address: string };
  /** The sheet of a kit that this is entered from; absent for who stands at the counter. */
  readonly fromKit?: PaperSheetForm | null;
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

/** A number as typed or scanned, without the spaces people group it with. */
export function plainIdNumber(typed: string): string {
  return typed.replace(/[\s.]/g, '').toUpperCase();
}
