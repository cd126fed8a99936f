import { z } from 'zod';
import type { Printer } from '../contract/printing/paper.ts';
import type { SpoolOutcome } from '../domain/printing/print-job.ts';
import type { SpoolState } from './spooler.ts';

const Jobs = z.array(z.object({ DocumentName: z.string().nullable(), JobStatus: z.string() }));
const Printers = z.array(
  z.object({
    Name: z.string(),
    Comment: z.string().nullable().optional(),
    PrinterStatus: z.string(),
    IsDefault: z.boolean().optional(),
  }),
);

/** Windows' words for a job, the decisive first: a job may carry several at once, such as “Printing, PaperOut”. */
const statuses: readonly (readonly [RegExp, SpoolOutcome])[] = [
  [/\b(Error|Deleted|Deleting)\b/, 'failed'],
  [/\b(PaperOut|Offline|Blocked|UserIntervention|Paused)\b/, 'queued'],
  [/\b(Printed|Completed|Complete)\b/, 'printed'],
  [/\b(Printing|Spooling|Retained|Restarted)\b/, 'printing'],
];

/** Reads the jobs of a printer as JSON and finds ours by its file name, which is unique. */
export function readWindowsJob(json: string, document: string): SpoolState {
  const jobs = Jobs.safeParse(asList(json));
  if (!jobs.success) return { state: 'unknown', reason: 'answer-not-readable' };
  const job = jobs.data.find(({ DocumentName }) => DocumentName?.includes(document));
  if (job === undefined) return { state: 'unknown', reason: 'job-left-the-queue' };
  const state = statuses.find(([pattern]) => pattern.test(job.JobStatus))?.[1] ?? 'queued';
  return { state, reason: state === 'printed' ? null : job.JobStatus || null };
}

export function readWindowsPrinters(json: string): Printer[] {
  const printers = Printers.safeParse(asList(json));
  if (!printers.success) return [];
  return printers.data.map(({ Name, Comment, PrinterStatus, IsDefault }) => ({
    name: Name,
    description: Comment || Name,
    state:
      PrinterStatus === 'Normal' ? 'ready' : /Printing|Busy|Processing/.test(PrinterStatus) ? 'printing' : 'stopped',
    reason: PrinterStatus === 'Normal' ? null : PrinterStatus,
    isDefault: IsDefault ?? false,
  }));
}

/** PowerShell writes nothing for no element and a bare object for one. */
function asList(json: string): unknown {
  const text = json.trim();
  if (text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return undefined;
  }
}
