import { type Fault, isFault } from '../contract/fault.ts';
import type { Drawn } from '../paper/paper.ts';
import { civilOf } from '../store/file/codecs.ts';
import { keepForm, nextPaperNumber } from '../store/printing/forms.ts';
import type { Writer } from '../store/store.ts';
import { authorOf } from './author.ts';
import type { Session } from './client.ts';
import { numberedForms } from './paper-data/case-forms.ts';
import type { DocumentMade, PaperBasis, PaperFailure, PaperSource } from './paper-source.ts';
import type { Room } from './room.ts';

export type KeptPaper<T> = { readonly document: DocumentMade; readonly paper: Drawn; readonly also: T };

/**
 * Makes a paper and writes down that it was made, with its number, its form's definition, and whatever `also` records, in one
 * commit. A paper takes time to draw: if its source or the number moved on meanwhile it is drawn again, so no number is used twice and
 * every paper is of exactly the entries before it.
 */
export async function keepPaper<T>(
  room: Room,
  session: Session,
  { source, form }: { readonly source: PaperSource; readonly form: string },
  also: (tx: Writer, document: DocumentMade, basis: PaperBasis) => T,
): Promise<KeptPaper<T> | PaperFailure> {
  for (;;) {
    const basis = source.now();
    const now = room.now();
    const number = numberedForms.has(form) ? nextPaperNumber(room.store.db, form, now / 1000) : undefined;
    const made = await basis.render(form, { number, madeAt: civilOf(Math.floor(now / 1000)) });
    if (isFault(made)) return made;
    const { sha256, formSha256, formText, pages } = made;
    const numbered = number === undefined ? {} : { number };
    const documentId = basis.nextDocumentId;
    const document: DocumentMade = { type: 'document-made', form, documentId, sha256, formSha256, pages, ...numbered };
    const kept = room.store.write(authorOf(session), now, (tx) => {
      const moved = source.now().entries !== basis.entries;
      if (moved || (number !== undefined && nextPaperNumber(tx.db, form, now / 1000) !== number))
        return 'overtaken' as const;
      keepForm(tx.db, formSha256, formText);
      tx.append(source.subject, document);
      return { also: also(tx, document, basis) };
    });
    if (isFault(kept)) return kept as Fault<'disk-full'>;
    if (kept !== 'overtaken') return { document, paper: made, also: kept.also };
  }
}
