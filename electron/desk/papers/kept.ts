import { isFault } from '../../contract/base/fault.ts';
import type { PaperPage } from '../../contract/common/printing/paper.ts';
import type { CaseDocument } from '../../domain/entries/case.ts';
import { sizeOf } from '../../paper/forms/forms.ts';
import type { RenderedPaper } from '../../paper/paper.ts';
import { findKeptForm } from '../../store/common/printing/forms.ts';
import type { DeskContext } from '../core/context.ts';
import { settled } from './make.ts';
import type { PaperBasis, PaperProblem, PaperSource } from './source.ts';

/** A paper that was kept, with what it was made from. */
export type KeptDocument = {
  /** The source whose paper it is: the case, the waiting file, the kit, the list. */
  readonly sourceId: string;
  readonly document: CaseDocument;
  /** What its source was called then. */
  readonly printed: string;
  /** The source as it was when the paper was made. */
  readonly basis: PaperBasis;
};

/** A paper of a source by its id. */
export function findKept(source: PaperSource, documentId: string): KeptDocument | undefined {
  const now = source.now();
  const document = now?.documents.find((made) => made.documentId === documentId);
  if (now === undefined || document === undefined) return undefined;
  const basis = now.before(document.seq);
  return { sourceId: source.id, document, printed: basis.printed, basis };
}

export type Again = {
  /** The how-manieth reprint; a first print has none. */
  readonly reprint?: number | undefined;
  /** The form to print it in, where the printer takes another than the one it was kept in (rolls and sheets). */
  readonly form?: string | undefined;
};

/** Makes a kept paper again, by the definition it was first made by: a new form of the office changes no old paper. */
export async function renderDocument(
  desk: DeskContext,
  kept: KeptDocument,
  { reprint, form = kept.document.form }: Again = {},
): Promise<RenderedPaper | PaperProblem> {
  const again = againOf(desk, kept);
  if ('fault' in again) return again;
  const { data, options } = again;
  // In another form it says the same of the same moment; that form's own definition is today's.
  const formText = form === kept.document.form ? options.formText : undefined;
  return settled(await desk.paper.render(form, data, { ...options, formText, reprint }));
}

/** A kept paper laid out for the screen. */
export function viewPaper(desk: DeskContext, kept: KeptDocument): { pages: PaperPage[] } | PaperProblem {
  const again = againOf(desk, kept);
  return 'fault' in again ? again : settled(desk.paper.preview(kept.document.form, again.data, again.options));
}

function againOf(desk: DeskContext, { document, basis }: KeptDocument) {
  const { form, formSha256, documentId, number, madeAt, signed } = document;
  const data = basis.dataOf(form, { number, madeAt, signed });
  if (isFault(data)) {
    if (data.fault !== 'form-not-applicable') return data as PaperProblem;
    throw new Error(`document ${documentId} was made of something that has no ${form}`);
  }
  return { data, options: { size: sizeOf(form, basis.office), formText: findKeptForm(desk.store.db, formSha256) } };
}
