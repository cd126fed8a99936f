import type { PrintJob, PrintState } from '../../../contract/common/printing/paper.ts';
import type { PrintEvent } from '../../../domain/entries/entry.ts';
import { isIntakeDocument } from '../../../domain/counter/intake/intake.ts';
import { isPetitionDocument } from '../../../domain/counter/petition/petition.ts';
import { kitOfDocument } from '../../../domain/counter/kit/kit.ts';
import { isHandOverDocument } from '../../../domain/routing/hand-over.ts';
import { civilOf, findUuidBytes, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { isPrintedHere } from '../../journal/journal.ts';
import { findSubjectRow, kindOf } from '../../journal/subject.ts';

/** Whose paper it is: a list's, a waiting file's, a case's. A case has the id of the file that waited; the document's own id says which. */
function documentKind(documentId: string): PrintJob['about'] {
  if (kitOfDocument(documentId) !== undefined) return 'kit';
  if (isHandOverDocument(documentId)) return 'hand-over';
  if (isPetitionDocument(documentId)) return 'petition';
  return isIntakeDocument(documentId) ? 'intake' : 'case';
}

/** The print tray as the journal tells it. */
export function printProjection(db: Db): (jobId: number, at: number, event: PrintEvent) => void {
  const insert = prepared(
    db,
    `INSERT INTO print_job
    (job_id, case_id, document_id, form, number, printer, copy_of, state, reason, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)`,
  );
  const move = prepared(
    db,
    'UPDATE print_job SET state = ?, spool_id = coalesce(?, spool_id), reason = ? WHERE job_id = ?',
  );
  return (jobId, at, event) => {
    if (event.type === 'print-moved') {
      move.run(event.to, event.spoolId ?? null, event.reason ?? null, jobId);
      return;
    }
    const caseId = findSubjectRow(db, documentKind(event.documentId), event.caseId);
    const { documentId, form, number, printer, copyOf } = event;
    insert.run(jobId, caseId, documentId, form, number, printer, copyOf, event.reason ?? null, at);
  };
}

export type PrintJobRow = {
  readonly jobId: string;
  /** What the paper is of: a case, a file that waits, a list, a petition, or a kit of blank papers. */
  readonly about: PrintJob['about'];
  readonly caseId: string;
  readonly documentId: string;
  readonly form: string;
  readonly number: string;
  readonly printer: string;
  readonly copyOf: number;
  readonly state: PrintState;
  readonly spoolId: string | null;
  readonly reason: string | null;
  readonly createdAt: string;
};

type Row = {
  job: Buffer;
  kase: Buffer;
  kind: number;
  document_id: string;
  form: string;
  number: string;
  printer: string;
  copy_of: number;
  state: PrintState;
  spool_id: string | null;
  reason: string | null;
  created_at: number;
};

const select = `SELECT job.name AS job, kase.name AS kase, kase.kind AS kind, document_id, form, number, printer, copy_of, state, spool_id, reason, created_at
  FROM print_job JOIN subject AS job ON job.subject_id = job_id JOIN subject AS kase ON kase.subject_id = print_job.case_id`;

/** Jobs of another desk are in another spooler and another tray: whoever asks for jobs here is given this desk's own. */
const ofThisDesk = isPrintedHere('job_id');

/** As the index of these jobs says it. */
const unsettled = "state IN ('queued', 'spooled', 'failed', 'unknown')";

export function findPrintJob(db: Db, jobId: string): PrintJobRow | undefined {
  const job = findSubjectRow(db, 'print', jobId);
  if (job === undefined) return undefined;
  const row = prepared(db, `${select} WHERE job_id = ? AND ${ofThisDesk}`).get(job) as Row | undefined;
  return row && jobOf(row);
}

/** The job by which a paper was sent to a printer when it was made; null where nobody asked for that then. A print that is asked for later says why. */
export function findFirstPrint(db: Db, documentId: string): string | null {
  const row = prepared(
    db,
    `${select} WHERE document_id = ? AND copy_of = 0 AND EXISTS (SELECT 1 FROM journal
      WHERE journal.subject_id = job_id AND type = 'print-queued' AND json_extract(body, '$.reason') IS NULL)`,
  ).get(documentId) as Row | undefined;
  return row === undefined ? null : jobOf(row).jobId;
}

/** Jobs that nobody has settled, oldest first: what stands in the tray. */
export function unsettledPrintJobs(db: Db): PrintJobRow[] {
  const rows = prepared(db, `${select} WHERE ${unsettled} AND ${ofThisDesk} ORDER BY job_id LIMIT 200`).all() as Row[];
  return rows.map(jobOf);
}

/** Prints of a case's papers that nobody has settled; `of` chooses among the forms. */
export function unsettledPrintsOf(db: Db, caseId: string, of: (form: string) => boolean): PrintJobRow[] {
  const sql = `${select} WHERE ${unsettled} AND ${ofThisDesk} AND kase.name = ? ORDER BY job_id`;
  const rows = prepared(db, sql).all(findUuidBytes(caseId)) as Row[];
  return rows.map(jobOf).filter(({ form }) => of(form));
}

export function latestPrintJobs(db: Db, limit: number): PrintJobRow[] {
  return (prepared(db, `${select} WHERE ${ofThisDesk} ORDER BY job_id DESC LIMIT ?`).all(limit) as Row[]).map(jobOf);
}

export function printJobsOfDocument(db: Db, documentId: string): PrintJobRow[] {
  return (prepared(db, `${select} WHERE document_id = ? ORDER BY job_id`).all(documentId) as Row[]).map(jobOf);
}

function jobOf(row: Row): PrintJobRow {
  return {
    jobId: uuidText(row.job),
    about: kindOf(row.kind) as PrintJob['about'],
    caseId: uuidText(row.kase),
    documentId: row.document_id,
    form: row.form,
    number: row.number,
    printer: row.printer,
    copyOf: row.copy_of,
    state: row.state,
    spoolId: row.spool_id,
    reason: row.reason,
    createdAt: civilOf(row.created_at),
  };
}
