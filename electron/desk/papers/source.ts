import { type Fault, fault } from '../../contract/base/fault.ts';
import type { OfficeSettings } from '../../contract/common/office/office.ts';
import type { CaseDocument } from '../../domain/entries/case.ts';
import type { ReceiptToSign } from '../../domain/safety/proof/receipt-text.ts';
import type { Subject } from '../../domain/entries/entry.ts';
import type { PaperKind } from '../../paper/forms/forms.ts';
import { isOwnDesk, ownDeskUuids } from '../../store/journal/journal.ts';
import type { DeskContext } from '../core/context.ts';

/** A kind of subject that papers are made of and kept under, and how the ids of its papers are told from those of other kinds. */
export type PaperSources<K extends PaperKind = PaperKind> = {
  readonly kind: K;
  isOf(documentId: string): boolean;
  sourceOf(desk: DeskContext, documentId: string): PaperSource;
};

/** One subject that papers are made of: a case, a file that waits, a kit of numbered blanks, a hand-over list. */
export type PaperSource = {
  /** What its print jobs name. */
  readonly id: string;
  readonly subject: Extract<Subject, { kind: PaperKind }>;
  /** Undefined where this desk has none of that id. */
  now(): PaperBasis | undefined;
};

/** A source as it stood after an entry: a paper of it is of exactly the entries until then. */
export type PaperBasis = {
  /** What it is called on a print job and in the name of a file. */
  readonly printed: string;
  /** The office as it was then. */
  readonly office: OfficeSettings;
  /** The papers made of it, first to last. */
  readonly documents: readonly CaseDocument[];
  readonly nextDocumentId: string;
  /** The same source before one of its entries, which is what the paper of that entry was made of. */
  before(seq: number): PaperBasis;
  /** What the square of a form says that is signed; undefined for a paper that has none. */
  toSign?(form: string): ReceiptToSign | undefined;
  /** What a form of it says, or why it has no such paper. */
  dataOf(form: string, making: Making): object | PaperRefusal;
};

/** Its running number, where it has one, and when it is made, civil. */
export type Making = {
  readonly number: number | undefined;
  readonly madeAt: string;
  /** What was kept of the signature of a receipt; none on papers from before receipts were signed. */
  readonly signed?: string | undefined;
};

/**
 * What is added to the id of a paper that is made here of what another desk began: the papers of a thing are counted, and two desks count alike. At the
 * desk that began it they go by their count alone, as ever.
 * @param beganAt the UUID of the desk of its first entry
 */
export function deskMark({ store: { db } }: DeskContext, beganAt: string | undefined): string {
  if (beganAt === undefined || isOwnDesk(db, beganAt)) return '';
  return `-${ownDeskUuids(db)[0]?.slice(-8) ?? ''}`;
}

export type PaperProblem = Fault<'form-unknown' | 'form-broken'>;
/** Besides what may be wrong with a form: that this source has no such paper. */
export type PaperRefusal = PaperProblem | Fault<'form-not-applicable'>;
export type PaperFailure = PaperRefusal | Fault<'disk-full'>;

export function notApplicable(form: string, reason: string, reasonEn: string): Fault<'form-not-applicable'> {
  return fault('form-not-applicable', { form, reason, reasonEn });
}
