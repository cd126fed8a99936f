import { type Fault, isFault } from '../contract/fault.ts';
import type { CaseAction } from '../domain/case-action.ts';
import { type CaseState, foldCase } from '../domain/case-state.ts';
import { caseActions } from '../store/case-store.ts';
import { keepForm } from '../store/form-store.ts';
import { nextPaperNumber } from '../store/paper-number-store.ts';
import type { Writer } from '../store/store.ts';
import { authorOf } from './author.ts';
import type { Session } from './client.ts';
import { numberedForms } from './paper-data/case-forms.ts';
import { type PaperRefusal, renderPaper } from './papers.ts';
import type { Room } from './room.ts';

type Document = Extract<CaseAction, { type: 'document-made' }>;

export type KeptPaper<T> = { readonly document: Document; readonly pdf: Uint8Array; readonly also: T };

/**
 * Makes a paper of a case and writes down that it was made, with its number, its form's definition, and whatever `also` records, in one
 * commit. A paper takes time to draw: if the case or the number moved on meanwhile it is drawn again, so no number is used twice and every
 * paper is of exactly the actions before it.
 */
export async function keepPaper<T>(
  room: Room,
  session: Session,
  { caseId, form }: { readonly caseId: string; readonly form: string },
  also: (tx: Writer, document: Document, state: CaseState) => T,
): Promise<KeptPaper<T> | PaperRefusal | Fault<'disk-full'>> {
  for (;;) {
    const { db } = room.store;
    const actions = caseActions(db, caseId);
    const now = room.now();
    const number = numberedForms.has(form) ? nextPaperNumber(db, form, now / 1000) : undefined;
    const made = await renderPaper(room, form, actions, number);
    if (isFault(made)) return made;
    const state = foldCase(actions);
    const documentId = `${caseId}.${state.documents.length + 1}`;
    const { sha256, formSha256, formText, pages, pdf } = made;
    const numbered = number === undefined ? {} : { number };
    const document: Document = { type: 'document-made', form, documentId, sha256, formSha256, pages, ...numbered };
    const kept = room.store.write(authorOf(session), now, (tx) => {
      const moved = caseActions(tx.db, caseId).length !== actions.length;
      if (moved || (number !== undefined && nextPaperNumber(tx.db, form, now / 1000) !== number))
        return 'overtaken' as const;
      keepForm(tx.db, formSha256, formText);
      tx.append({ kind: 'case', caseId }, document);
      return { also: also(tx, document, state) };
    });
    if (isFault(kept)) return kept as Fault<'disk-full'>;
    if (kept !== 'overtaken') return { document, pdf, also: kept.also };
  }
}
