import type { z } from 'zod';
import type { DocumentView } from '../../contract/counter/case/case.ts';
import { cameOut } from '../../domain/common/printing/print-job.ts';
import type { CaseDocument } from '../../domain/entries/case.ts';
import { printJobsOfDocument } from '../../store/common/printing/print.ts';
import type { DeskContext } from '../core/context.ts';

/** A paper as a screen reads it, of what issues none again: nothing takes its place. */
export function documentView({
  store,
}: Pick<DeskContext, 'store'>): (document: CaseDocument) => z.infer<typeof DocumentView> {
  return ({ form, documentId, sha256, madeAt, pages }) => ({
    form,
    documentId,
    sha256,
    madeAt,
    pages,
    prints: printJobsOfDocument(store.db, documentId).filter(cameOut).length,
    supersededBy: null,
  });
}
