import { fault, isFault } from '../../contract/fault.ts';
import { foldCase } from '../../domain/case/state.ts';
import { caseActions } from '../../store/case/case.ts';
import { type Handlers, getSession } from '../handler.ts';
import { keepPaper } from '../keep-paper.ts';
import { findDocument } from '../kept-documents.ts';
import { paperOfCase } from '../paper-source.ts';
import { renderDocument, renderPaper, viewPaper } from '../papers.ts';
import { previewReceipt } from '../preview.ts';

export const paperHandlers: Handlers['paper'] = {
  preview: (room, input, caller) => previewReceipt(room, input, getSession(caller)),

  render: (room, { caseId, form }, caller) =>
    room.inTurn(caseId, async () => {
      const actions = caseActions(room.store.db, caseId);
      if (actions.length === 0) return fault('case-unknown', { caseId });
      // The same paper again is the same document, with the same number: nothing new happened.
      const last = foldCase(actions).documents.findLast((document) => document.form === form);
      const again = await renderPaper(room, form, actions, { number: last?.number, madeAt: room.nowCivil() });
      if (isFault(again)) return again;
      if (last !== undefined && last.sha256 === again.sha256) return documentView(last);
      const kept = await keepPaper(room, getSession(caller), { source: paperOfCase(room, caseId), form }, () => null);
      return isFault(kept) ? kept : documentView(kept.document);
    }),

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
    const made = await renderDocument(room, kept);
    if (isFault(made)) return made;
    if (made.sha256 !== sha256) return fault('document-differs', { documentId, sha256 });
    const fileName = `${form}-${kept.printed}.pdf`;
    return { fileName, mediaType: 'application/pdf', sha256, base64: Buffer.from(made.pdf).toString('base64') };
  },

  check: async (room, { form, text }) => {
    const checked = await room.paper.check(form, text);
    if (isFault(checked)) return checked;
    const base64 = Buffer.from(checked.pdf).toString('base64');
    return { ok: true as const, pages: checked.pages, fileName: `${form}.pdf`, mediaType: 'application/pdf', base64 };
  },
};

function documentView({ documentId, sha256, pages }: { documentId: string; sha256: string; pages: number }) {
  return { documentId, sha256, pages };
}
