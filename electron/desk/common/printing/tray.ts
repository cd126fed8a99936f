import { createHash } from 'node:crypto';
import type { Status } from '../../../contract/common/office/office.ts';
import { needsAttention } from '../../../domain/common/printing/print-job.ts';
import type { Db } from '../../../store/file/db.ts';
import { unsettledPrintJobs } from '../../../store/common/printing/print.ts';

/** How many papers wait for a word, and a mark that changes with any of them: one may be settled in the second in which another fails. */
export function trayInShort(db: Db): Pick<Status, 'unsettledPrints' | 'printsMark'> {
  const jobs = unsettledPrintJobs(db);
  const marks = jobs.map(({ jobId, state }) => `${jobId} ${state}`).join('\n');
  return {
    unsettledPrints: jobs.filter(({ state }) => needsAttention(state)).length,
    printsMark: createHash('sha256').update(marks).digest('base64url').slice(0, 12),
  };
}
