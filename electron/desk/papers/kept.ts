import { isFault } from '../../contract/fault.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { PaperPage } from '../../contract/printing/paper.ts';
import type { CaseDocument } from '../../domain/entries/case.ts';
import type { PaperFault, RenderedPaper } from '../../paper/paper.ts';
import { findKeptForm } from '../../store/printing/forms.ts';
import type { DeskContext } from '../core/context.ts';
import type { PaperProblem, PaperRefusal } from './source.ts';

/** A paper that was kept, with what it was made from. */
export type KeptDocument = {
  /** The case, or the file that waits, whose paper it is. */
  readonly caseId: string;
  readonly document: Pick<CaseDocument, 'form' | 'documentId' | 'sha256' | 'formSha256'>;
  /** What its source was called then. */
  readonly printed: string;
  /** `size` is that of a form that has one of its own, whatever paper receipts are on. */
  readonly make: () => {
    readonly data: object | PaperRefusal;
    readonly office: OfficeSettings;
    readonly size?: OfficeSettings['paperSize'];
  };
};

export type Again = {
  /** The how-manieth reprint; a first print has none. */
  readonly reprint?: number | undefined;
  /** The form to print it in, where the printer takes another than the one it was kept in (rolls and sheets). */
  readonly form?: string | undefined;
};

/** Makes a kept paper again, by the definition it was first made by: a new form of the office changes no old paper. */
export async function renderDocument(
  room: DeskContext,
  kept: KeptDocument,
  { reprint, form = kept.document.form }: Again = {},
): Promise<RenderedPaper | PaperProblem> {
  const { data, options } = againOf(room, kept);
  if (isFault(data)) return data as PaperProblem;
  // In another form it says the same of the same moment; that form's own definition is today's.
  const formText = form === kept.document.form ? options.formText : undefined;
  return settled(await room.paper.render(form, data, { ...options, formText, reprint }));
}

/** A kept paper laid out for the screen. */
export function viewPaper(room: DeskContext, kept: KeptDocument): { pages: PaperPage[] } | PaperProblem {
  const { data, options } = againOf(room, kept);
  return isFault(data) ? (data as PaperProblem) : settled(room.paper.preview(kept.document.form, data, options));
}

function againOf(room: DeskContext, { document, make }: KeptDocument) {
  const { form, formSha256, documentId } = document;
  const { data, office, size = office.paperSize } = make();
  if (isFault(data) && data.fault === 'form-not-applicable')
    throw new Error(`document ${documentId} was made of something that has no ${form}`);
  return { data, options: { size, formText: findKeptForm(room.store.db, formSha256) } };
}

/** The paper room is given data this house made: if its schema refuses them that is a bug, not a fault. */
export function settled<T>(answer: T | PaperFault): T | PaperProblem {
  if (!isFault(answer)) return answer as T;
  if (answer.fault === 'input-invalid') throw new Error(`the paper's data are wrong: ${JSON.stringify(answer.data)}`);
  return answer as PaperProblem;
}
