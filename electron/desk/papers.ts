import { type Fault, fault, isFault } from '../contract/fault.ts';
import type { OfficeSettings } from '../contract/office/office.ts';
import type { PaperPage } from '../contract/printing/paper.ts';
import { foldCase } from '../domain/case/state.ts';
import type { CaseDocument, RecordedAction } from '../domain/entries/case.ts';
import type { PaperFault, RenderedPaper } from '../paper/paper.ts';
import { caseActions } from '../store/case/case.ts';
import { officeAt } from '../store/office/settings.ts';
import { findKeptForm } from '../store/printing/forms.ts';
import type { Basis } from './paper-data/basis.ts';
import { caseForms } from './paper-data/case-forms.ts';
import type { Room } from './room.ts';

export type PaperProblem = Fault<'form-unknown' | 'form-broken'>;
/** Besides what may be wrong with a form: that this case has no such paper. */
export type PaperRefusal = PaperProblem | Fault<'form-not-applicable'>;

/** Its running number, where it has one, and when it is made, civil. */
export type Making = { readonly number: number | undefined; readonly madeAt: string };

/** Makes a paper from the case's actions so far. The same actions, number and day give the same bytes, today and in ten years. */
export async function renderPaper(
  room: Room,
  form: string,
  actions: readonly RecordedAction[],
  { number, madeAt }: Making,
): Promise<RenderedPaper | PaperRefusal> {
  const basis = basisOf(room, actions, { number, madeAt });
  const data = dataOf(room, form, basis);
  if (isFault(data)) return data as PaperRefusal;
  return settled(await room.paper.render(form, data, { size: basis.office.paperSize }));
}

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

/** A paper of a case by its id. */
export function findCaseDocument(room: Room, documentId: string): KeptDocument | undefined {
  const caseId = documentId.slice(0, 36);
  const actions = caseActions(room.store.db, caseId);
  if (actions.length === 0) return undefined;
  const document = foldCase(actions).documents.find((made) => made.documentId === documentId);
  if (document === undefined) return undefined;
  const before = actions.filter(({ seq }) => seq < document.seq);
  const { number } = foldCase(before);
  return {
    caseId,
    document,
    printed: number.official ?? number.local,
    make: () => {
      const basis = basisOf(room, before, { number: document.number, madeAt: document.madeAt });
      return { data: dataOf(room, document.form, basis), office: basis.office };
    },
  };
}

export type Again = {
  /** The how-manieth reprint; a first print has none. */
  readonly reprint?: number | undefined;
  /** The form to print it in, where the printer takes another than the one it was kept in (rolls and sheets). */
  readonly form?: string | undefined;
};

/** Makes a kept paper again, by the definition it was first made by: a new form of the office changes no old paper. */
export async function renderDocument(
  room: Room,
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
export function viewPaper(room: Room, kept: KeptDocument): { pages: PaperPage[] } | PaperProblem {
  const { data, options } = againOf(room, kept);
  return isFault(data) ? (data as PaperProblem) : settled(room.paper.preview(kept.document.form, data, options));
}

function againOf(room: Room, { document, make }: KeptDocument) {
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

function dataOf(room: Room, form: string, basis: Basis): object | PaperRefusal {
  const make = Object.hasOwn(caseForms, form) ? caseForms[form] : undefined;
  return make === undefined ? fault('form-unknown', { form }) : make(room, basis);
}

function basisOf(room: Room, actions: readonly RecordedAction[], { number, madeAt }: Making): Basis {
  const last = actions.at(-1);
  return {
    state: foldCase(actions),
    office: officeAt(room.store.db, last?.seq ?? 0) ?? room.getOffice(),
    actions,
    number,
    madeOn: `${madeAt.slice(0, 10)}T00:00:00+07:00`,
  };
}
