import type { CaseView } from '../../../../../electron/contract/counter/case/case.ts';
import { sheetForm } from '../../../../../electron/domain/common/printing/paper-place.ts';

type Documents = CaseView['documents'];

/**
 * The receipt in force: the newest of them, whatever made it: a correction, a completed file (NĐ 118/2025 Điều 19 k5), a verification,
 * a file taken up again. Undefined where the case has none.
 */
export function newestReceipt(documents: Documents): string | undefined {
  return documents.findLast(({ form, supersededBy }) => sheetForm(form) === 'mau-01' && supersededBy === null)
    ?.documentId;
}

/** What somebody picked to look at, and which receipt was the newest then. */
export type Picked = { readonly documentId: string; readonly newest: string | undefined };

/** The place of the paper to show: the picked one until there is a newer receipt, else the receipt in force, else the first that counts. */
export function paperInFront(documents: Documents, picked: Picked | null): number {
  const newest = newestReceipt(documents);
  const wanted = picked !== null && picked.newest === newest ? picked.documentId : newest;
  const at = documents.findIndex(({ documentId }) => documentId === wanted);
  return at >= 0
    ? at
    : Math.max(
        0,
        documents.findIndex(({ supersededBy }) => supersededBy === null),
      );
}
