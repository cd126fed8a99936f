import { fault, isFault } from '../../contract/fault.ts';
import { foldCase } from '../../domain/case-state.ts';
import { caseActions } from '../../store/case-store.ts';
import { authorOf } from '../author.ts';
import { type Handlers, getSession } from '../handler.ts';
import { documentMade, findDocument, renderPaper, viewPaper } from '../papers.ts';
import { previewReceipt } from '../preview.ts';

export const paperHandlers: Handlers['paper'] = {
  preview: (room, input, caller) => previewReceipt(room, input, getSession(caller)),

  render: async (room, { caseId, form }, caller) => {
    const actions = caseActions(room.store.db, caseId);
    if (actions.length === 0) return fault('case-unknown', { caseId });
    const made = await renderPaper(room, form, actions);
    if (isFault(made)) return made;
    const { documents } = foldCase(actions);
    // The same paper again is the same document: nothing new happened.
    const same = documents.find((document) => document.form === form && document.sha256 === made.sha256);
    if (same !== undefined) return { documentId: same.documentId, sha256: same.sha256, pages: same.pages };
    const document = documentMade(caseId, form, foldCase(actions), made);
    const kept = room.store.write(authorOf(getSession(caller)), room.now(), (tx) =>
      tx.append({ kind: 'case', caseId }, document),
    );
    if (isFault(kept)) return kept;
    return { documentId: document.documentId, sha256: document.sha256, pages: document.pages };
  },

  view: (room, { documentId }) => {
    const kept = findDocument(room, documentId);
    if (kept === undefined) return fault('document-unknown', { documentId });
    const laid = viewPaper(room, kept);
    if (isFault(laid)) return laid;
    return { form: kept.document.form, caseId: kept.caseId, pages: laid.pages };
  },

  download: async (room, { documentId }) => {
    const kept = findDocument(room, documentId);
    if (kept === undefined) return fault('document-unknown', { documentId });
    const { form, sha256 } = kept.document;
    const made = await renderPaper(room, form, kept.before);
    if (isFault(made)) return made;
    if (made.sha256 !== sha256) return fault('form-broken', { form, reason: 'the form has changed since this paper was made' });
    const number = foldCase(kept.before).number;
    const fileName = `${form}-${number.official ?? number.local}.pdf`;
    return { fileName, mediaType: 'application/pdf', sha256, base64: Buffer.from(made.pdf).toString('base64') };
  },
};
