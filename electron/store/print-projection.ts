import type { PrintEvent } from '../domain/entries/entry.ts';
import { isIntakeDocument } from '../domain/intake/intake.ts';
import { kitOfDocument } from '../domain/kit/kit.ts';
import { isHandOverDocument } from '../domain/routing/hand-over.ts';
import type { Db } from './open.ts';
import { findUuidBytes } from './uuid.ts';

/** Whose paper it is: a list's, a waiting file's, a case's (store/subject.ts). */
function kindOf(documentId: string): number {
  if (kitOfDocument(documentId) !== undefined) return 9;
  if (isHandOverDocument(documentId)) return 8;
  return isIntakeDocument(documentId) ? 7 : 3;
}

/** The print tray as the journal tells it. */
export function printProjection(db: Db): (jobId: number, at: number, event: PrintEvent) => void {
  // A case has the id of the file that waited; the document's own id says whose paper it is.
  const sourceRow = db.prepare('SELECT subject_id FROM subject WHERE name = ? AND kind = ?').pluck();
  const insert = db.prepare(`INSERT INTO print_job
    (job_id, case_id, document_id, form, number, printer, copy_of, state, reason, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)`);
  const move = db.prepare(
    'UPDATE print_job SET state = ?, spool_id = coalesce(?, spool_id), reason = ? WHERE job_id = ?',
  );
  return (jobId, at, event) => {
    if (event.type === 'print-moved') {
      move.run(event.to, event.spoolId ?? null, event.reason ?? null, jobId);
      return;
    }
    const caseId = sourceRow.get(findUuidBytes(event.caseId), kindOf(event.documentId)) as number;
    const { documentId, form, number, printer, copyOf } = event;
    insert.run(jobId, caseId, documentId, form, number, printer, copyOf, event.reason ?? null, at);
  };
}
