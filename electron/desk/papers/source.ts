import type { Fault } from '../../contract/fault.ts';
import type { CaseAction } from '../../domain/entries/case.ts';
import type { Subject } from '../../domain/entries/entry.ts';
import type { RenderedPaper } from '../../paper/paper.ts';

export type DocumentMade = Extract<CaseAction, { type: 'document-made' }>;

/** Something that papers are made of and kept under: a case, a file that waits to be received, or a kit of numbered blanks. */
export type PaperSource = {
  /** What its print jobs name. */
  readonly id: string;
  readonly subject: Extract<Subject, { kind: 'case' | 'intake' | 'kit' }>;
  now(): PaperBasis;
};

/** A source as it stands: a paper of it is of exactly the entries before it. */
export type PaperBasis = {
  readonly entries: number;
  readonly nextDocumentId: string;
  /** What it is called on a print job and in the name of a file. */
  readonly printed: string;
  render(form: string, making: Making): Promise<RenderedPaper | PaperRefusal>;
};

export type PaperFailure = PaperRefusal | Fault<'disk-full'>;

export type PaperProblem = Fault<'form-unknown' | 'form-broken'>;
/** Besides what may be wrong with a form: that this case has no such paper. */
export type PaperRefusal = PaperProblem | Fault<'form-not-applicable'>;

/** Its running number, where it has one, and when it is made, civil. */
export type Making = { readonly number: number | undefined; readonly madeAt: string };
