import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, fault } from '../../contract/fault.ts';
import type { Printer } from '../../contract/printing/paper.ts';
import type { SpoolOutcome } from '../../domain/printing/print-job.ts';
import { runCommand } from './run-command.ts';
import { type PrintOrder, type SpoolState, type Spooler, type SubmitFault, safeTitle } from './spooler.ts';

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

// The printer's name goes in by the environment, so that no name can be read as a command.
const listJobs =
  'Get-PrintJob -PrinterName $env:MCD_PRINTER | Select-Object DocumentName,@{n="JobStatus";e={"$($_.JobStatus)"}} | ConvertTo-Json -Compress';
const removeJob =
  'Get-PrintJob -PrinterName $env:MCD_PRINTER | Where-Object DocumentName -eq $env:MCD_DOCUMENT | Remove-PrintJob';
const listPrinters =
  '$d=(Get-CimInstance Win32_Printer -Filter "Default=TRUE").Name; Get-Printer | Select-Object Name,Comment,@{n="PrinterStatus";e={"$($_.PrinterStatus)"}},@{n="IsDefault";e={$_.Name -eq $d}} | ConvertTo-Json -Compress';

/**
 * Windows, by SumatraPDF. Windows forgets a job the moment it leaves the queue and does not say how it left, so `printed` is only
 * known while the job is still listed as printed; one that has gone is `unknown`, for a person to settle.
 */
export function createWindowsSpooler(): Spooler {
  return { name: 'windows', list, submit, state, cancel };

  async function list(): Promise<readonly Printer[] | Fault<'spooler-unavailable'>> {
    const { code, stdout } = await powershell(listPrinters, '');
    return code === 0 ? readWindowsPrinters(stdout) : fault('spooler-unavailable', { spooler: 'Windows' });
  }

  async function submit(order: PrintOrder): Promise<{ readonly spoolId: string } | SubmitFault> {
    const { printer } = order;
    const printers = await list();
    if ('fault' in printers) return printers;
    if (!printers.some(({ name }) => name === printer)) return fault('printer-missing', { printer });
    const folder = mkdtempSync(join(tmpdir(), 'mcd-print-'));
    const document = `${safeTitle(order.title)}-${randomUUID().slice(0, 8)}.pdf`;
    try {
      const path = join(folder, document);
      writeFileSync(path, order.pdf, { mode: 0o600 });
      const { print } = await import('pdf-to-printer');
      await print(path, { printer, copies: order.copies, paperSize: order.size, scale: 'noscale', silent: true });
      return { spoolId: `${document}@${printer}` };
    } catch (error) {
      return fault('print-refused', { printer, reason: error instanceof Error ? error.message : String(error) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async function state(spoolId: string): Promise<SpoolState> {
    const at = spoolId.indexOf('@');
    if (at < 0) return { state: 'unknown', reason: 'not-a-windows-job' };
    const { code, stdout } = await powershell(listJobs, spoolId.slice(at + 1));
    return code === 0
      ? readWindowsJob(stdout, spoolId.slice(0, at))
      : { state: 'unknown', reason: 'spooler-unreachable' };
  }

  async function cancel(spoolId: string): Promise<void> {
    const at = spoolId.indexOf('@');
    if (at >= 0) await powershell(removeJob, spoolId.slice(at + 1), spoolId.slice(0, at));
  }
}

function powershell(script: string, printer: string, document = ''): ReturnType<typeof runCommand> {
  const args = [
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `[Console]::OutputEncoding=[Text.Encoding]::UTF8; $ErrorActionPreference="Stop"; ${script}`,
  ];
  return runCommand('powershell.exe', args, {
    env: { MCD_PRINTER: printer, MCD_DOCUMENT: document },
    timeoutMs: 30_000,
  });
}
