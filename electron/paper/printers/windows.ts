import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Fault, fault } from '../../contract/base/fault.ts';
import type { Printer } from '../../contract/common/printing/paper.ts';
import type { SpoolOutcome } from '../../domain/common/printing/print-job.ts';
import { runCommand } from './run-command.ts';
import {
  type PrintOrder,
  type SpoolState,
  type Spooler,
  type SubmitFault,
  type Submitted,
  safeTitle,
} from './spooler.ts';

const Jobs = z.array(z.object({ Id: z.int().optional(), DocumentName: z.string().nullable(), JobStatus: z.string() }));
type WindowsJob = z.infer<typeof Jobs>[number];
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
  // It came out before it went from the queue; with an error nobody can tell, nor how much of one that had begun.
  [/\bError\b.*\b(Printed|Completed|Complete)\b|\b(Printed|Completed|Complete)\b.*\bError\b/, 'unknown'],
  [
    /\b(Printed|Completed|Complete)\b.*\bDelet(ed|ing)\b|\bDelet(ed|ing)\b.*\b(Printed|Completed|Complete)\b/,
    'printed',
  ],
  [
    /\b(Printing|Spooling|Restarted)\b.*\bDelet(ed|ing)\b|\bDelet(ed|ing)\b.*\b(Printing|Spooling|Restarted)\b/,
    'unknown',
  ],
  [/\b(Error|Deleted|Deleting)\b/, 'failed'],
  [/\b(PaperOut|Offline|Blocked|UserIntervention|Paused)\b/, 'queued'],
  [/\b(Printed|Completed|Complete)\b/, 'printed'],
  [/\b(Printing|Spooling|Retained|Restarted)\b/, 'printing'],
];

/** Our job in the jobs of a printer: its name is our file's, with or without the folders before it, and nothing else. */
function findJob(jobs: readonly WindowsJob[], document: string): WindowsJob | undefined {
  return jobs.find(({ DocumentName }) => DocumentName?.split(/[\\/]/).at(-1) === document);
}

function stateOf({ JobStatus }: WindowsJob): SpoolState {
  const state = statuses.find(([pattern]) => pattern.test(JobStatus))?.[1] ?? 'queued';
  return { state, reason: state === 'printed' ? null : JobStatus || null };
}

/** Reads the jobs of a printer as JSON and finds ours by its file name, which is unique. */
export function readWindowsJob(json: string, document: string): SpoolState {
  const jobs = Jobs.safeParse(asList(json));
  if (!jobs.success) return { state: 'unknown', reason: 'answer-not-readable' };
  const job = findJob(jobs.data, document);
  return job === undefined ? { state: 'unknown', reason: 'job-left-the-queue' } : stateOf(job);
}

/** An answer that cannot be read names no printer; that there are none it does not say. */
export function readWindowsPrinters(json: string): Printer[] | Fault<'spooler-unavailable'> {
  const printers = Printers.safeParse(asList(json));
  if (!printers.success) return down();
  return printers.data.map(({ Name, Comment, PrinterStatus, IsDefault }) => ({
    name: Name,
    description: Comment || Name,
    state:
      PrinterStatus === 'Normal' ? 'ready' : /Printing|Busy|Processing/.test(PrinterStatus) ? 'printing' : 'stopped',
    reason: PrinterStatus === 'Normal' ? null : PrinterStatus,
    isDefault: IsDefault ?? false,
  }));
}

function down(): Fault<'spooler-unavailable'> {
  return fault('spooler-unavailable', { spooler: 'Windows' });
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

// The printer's name goes in by the environment, so that no name can be read as a command.
const listJobs =
  'Get-PrintJob -PrinterName $env:MCD_PRINTER | Select-Object Id,DocumentName,@{n="JobStatus";e={"$($_.JobStatus)"}} | ConvertTo-Json -Compress';
// By its number, and only while that number is still our paper's.
const removeJob =
  'Get-PrintJob -PrinterName $env:MCD_PRINTER -ID ([int]$env:MCD_JOB) | Where-Object { ("$($_.DocumentName)" -split "[\\\\/]")[-1] -ceq $env:MCD_DOCUMENT } | Remove-PrintJob';
const listPrinters =
  '$d=(Get-CimInstance Win32_Printer -Filter "Default=TRUE").Name; Get-Printer | Select-Object Name,Comment,@{n="PrinterStatus";e={"$($_.PrinterStatus)"}},@{n="IsDefault";e={$_.Name -eq $d}} | ConvertTo-Json -Compress';

/**
 * Windows, by SumatraPDF. Windows forgets a job the moment it leaves the queue and does not say how it left, so `printed` is only
 * known while the job is still listed as printed; one that has gone is `unknown`, for a person to settle.
 */
export function createWindowsSpooler(): Spooler {
  return { list, submit, state, cancel };

  async function list(): Promise<readonly Printer[] | Fault<'spooler-unavailable'>> {
    const { code, stdout } = await powershell(listPrinters);
    return code === 0 ? readWindowsPrinters(stdout) : down();
  }

  async function submit(order: PrintOrder): Promise<Submitted | SubmitFault> {
    const { printer } = order;
    const printers = await list();
    if ('fault' in printers) return printers;
    if (!printers.some(({ name }) => name === printer)) return fault('printer-missing', { printer });
    const folder = mkdtempSync(join(tmpdir(), ours));
    clearLeftovers(folder);
    const document = `${safeTitle(order.title)}-${randomUUID().slice(0, 8)}.pdf`;
    try {
      const path = join(folder, document);
      writeFileSync(path, order.pdf, { mode: 0o600 });
      const { print } = await import('pdf-to-printer');
      const handed = print(path, {
        printer,
        copies: order.copies,
        paperSize: order.size,
        scale: 'noscale',
        silent: true,
      });
      // The file is somebody's paper: it goes as soon as the program that prints it has let go of it.
      void handed.catch(() => undefined).finally(() => remove(folder));
      const isHanded = await Promise.race([handed.then(() => true), patience()]);
      return { spoolId: `${document}@${printer}`, ...(isHanded ? {} : { unsure: 'spooler-silent' }) };
    } catch (error) {
      remove(folder);
      return fault('print-refused', { printer, reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async function state(spoolId: string): Promise<SpoolState> {
    const id = jobIdOf(spoolId);
    if (id === undefined) return { state: 'unknown', reason: 'not-a-windows-job' };
    const { code, stdout } = await powershell(listJobs, { MCD_PRINTER: id.printer });
    return code === 0 ? readWindowsJob(stdout, id.document) : { state: 'unknown', reason: 'spooler-unreachable' };
  }

  /**
   * Windows forgets a job that was removed as it forgets one that was printed. Ours was taken back in time only if it stood in the queue
   * without having begun, went when it was told to, and Windows said no word against it.
   */
  async function cancel(spoolId: string): Promise<SpoolState> {
    const id = jobIdOf(spoolId);
    if (id === undefined) return { state: 'unknown', reason: 'not-a-windows-job' };
    const listed = await powershell(listJobs, { MCD_PRINTER: id.printer });
    const jobs = Jobs.safeParse(listed.code === 0 ? asList(listed.stdout) : undefined);
    const job = jobs.success ? findJob(jobs.data, id.document) : undefined;
    if (job?.Id === undefined) return state(spoolId);
    const before = stateOf(job);
    if (before.state === 'printed') return before;
    const env = { MCD_PRINTER: id.printer, MCD_JOB: String(job.Id), MCD_DOCUMENT: id.document };
    const { code } = await powershell(removeJob, env);
    const after = await state(spoolId);
    if (after.reason !== 'job-left-the-queue') return after;
    const hadBegun = before.state !== 'queued' || /Print|Spool|Restart/.test(job.JobStatus);
    if (code !== 0 || hadBegun) return { state: 'unknown', reason: 'taken-back-late' };
    return { state: 'failed', reason: 'cancelled' };
  }
}

/** `document@printer`: no document of ours has an at sign, a printer may. */
function jobIdOf(spoolId: string): { readonly document: string; readonly printer: string } | undefined {
  const at = spoolId.indexOf('@');
  return at < 0 ? undefined : { document: spoolId.slice(0, at), printer: spoolId.slice(at + 1) };
}

const ours = 'mcd-print-';
const hour = 3_600_000;

/** Papers of a process that was killed while it printed: somebody's names, which nobody else takes away. What is younger may be printing still. */
export function clearLeftovers(beside: string): void {
  const now = statSync(beside).mtimeMs;
  const names = readdirSync(dirname(beside)).filter((name) => name.startsWith(ours));
  for (const folder of names.map((name) => join(dirname(beside), name)))
    if (now - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? now) > hour) remove(folder);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A program that hangs on a window of its driver may still print when somebody closes it. */
function patience(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), 60_000).unref());
}

function powershell(script: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof runCommand> {
  const args = [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `[Console]::OutputEncoding=[Text.Encoding]::UTF8; $ErrorActionPreference="Stop"; ${script}`,
  ];
  return runCommand('powershell.exe', args, { env, timeoutMs: 30_000 });
}
