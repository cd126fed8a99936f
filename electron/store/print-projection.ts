import type { PrintEvent } from './entry.ts';
import type { Db } from './open.ts';
import { findUuidBytes } from './uuid.ts';

/** The print tray as the journal tells it. */
export function printProjection(db: Db): (jobId: number, at: number, event: PrintEvent) => void {
  const caseRow = db.prepare('SELECT subject_id FROM subject WHERE name = ? AND kind = 3').pluck();
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
    const caseId = caseRow.get(findUuidBytes(event.caseId)) as number;
    const { documentId, form, number, printer, copyOf } = event;
    insert.run(jobId, caseId, documentId, form, number, printer, copyOf, event.reason ?? null, at);
  };
}
