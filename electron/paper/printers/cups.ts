import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fault, fault } from '../../contract/fault.ts';
import type { Printer } from '../../contract/printing/paper.ts';
import type { SpoolOutcome } from '../../domain/printing/print-job.ts';
import { type Ran, type RunOptions, runCommand } from './run-command.ts';
import { type PrintOrder, type SpoolState, type Spooler, type SubmitFault, safeTitle } from './spooler.ts';

/**
 * RFC 8011, 5.3.7, as ipptool spells them. `completed` means that the printer took all of the job, which is the most a spooler
 * knows: whether the sheet lies in the tray is for a person to see.
 */
const outcomes: Readonly<Record<string, SpoolOutcome>> = {
  pending: 'queued',
  'pending-held': 'queued',
  processing: 'printing',
  'processing-stopped': 'queued',
  completed: 'printed',
  aborted: 'failed',
  canceled: 'failed',
};

/**
 * Reads what `ipptool -tv` printed for Get-Job-Attributes. An answer that is none is `unknown`, and so is a job of another printer or
 * title: CUPS counts its jobs from 1 again when its spool was cleared, and another's paper must not pass for ours.
 */
export function readJob(answer: string, printer: string, title: string): SpoolState {
  const status = attribute(answer, 'status-code');
  if (status === undefined) return { state: 'unknown', reason: 'spooler-unreachable' };
  if (status.startsWith('client-error-not-found')) return { state: 'unknown', reason: 'job-vanished' };
  const name = attribute(answer, 'job-name');
  const isOurs =
    attribute(answer, 'job-printer-uri')?.endsWith(`/${printer}`) !== false && (name === undefined || name === title);
  if (!isOurs) return { state: 'unknown', reason: 'job-vanished' };
  const state = outcomes[attribute(answer, 'job-state') ?? ''];
  if (state === undefined) return { state: 'unknown', reason: status };
  if (state === 'printed') return { state, reason: null };
  const message = attribute(answer, 'job-printer-state-message');
  const reasons = attribute(answer, 'job-state-reasons');
  return { state, reason: [message, reasons === 'none' ? undefined : reasons].filter(Boolean).join(' · ') || null };
}

function attribute(answer: string, name: string): string | undefined {
  return new RegExp(`^\\s*${name}(?: \\([^)]*\\))? = (.*?)\\s*$`, 'm').exec(answer)?.[1];
}

/** Reads `lpstat -l -p -d`: a line for each printer, its details on the lines set in after it. */
export function readPrinters(answer: string): Printer[] {
  const defaultName = /^system default destination: (\S+)/m.exec(answer)?.[1];
  return answer
    .split(/^(?=printer )/m)
    .filter((part) => part.startsWith('printer '))
    .map((part) => {
      const [first = '', second = ''] = part.split('\n');
      const name = first.split(' ')[1] ?? '';
      const reason = second.trim();
      return {
        name,
        description: /^\s+Description: (.*)$/m.exec(part)?.[1]?.trim() || name,
        state: stateOf(first),
        reason: reason === '' || /^[A-Z][a-z]+ ?[a-z]*:/.test(reason) ? null : reason,
        isDefault: name === defaultName,
      };
    });
}

function stateOf(line: string): Printer['state'] {
  if (/ disabled since /.test(line)) return 'stopped';
  if (/ now printing /.test(line)) return 'printing';
  return / is idle\./.test(line) ? 'ready' : 'unknown';
}

/** `server` is host:port or the path of a socket, as in CUPS_SERVER; without it CUPS finds its own. */
export type CupsOptions = { readonly server?: string | undefined; readonly timeoutMs?: number };

/** The IPP question “how is this job”, in the language of ipptool. lpstat cannot answer it: it lists aborted jobs as completed. */
const question = `{
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri job-uri $uri
  ATTR name requesting-user-name $user
}
`;

/** CUPS on Linux and macOS, by its own programs: `lp` to hand over, `lpstat` to list, `ipptool` to read a job back. */
export function createCupsSpooler({ server, timeoutMs }: CupsOptions = {}): Spooler {
  const host = server ?? process.env['CUPS_SERVER'];
  const options: RunOptions = {
    ...(host === undefined ? {} : { env: { CUPS_SERVER: host } }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
  return { name: 'cups', list, submit, state, cancel };

  async function list(): Promise<readonly Printer[] | Fault<'spooler-unavailable'>> {
    if (!(await isUp())) return down();
    const { stdout } = await runCommand('lpstat', ['-l', '-p', '-d'], options);
    return readPrinters(stdout);
  }

  async function submit(order: PrintOrder): Promise<{ readonly spoolId: string } | SubmitFault> {
    const { printer } = order;
    // CUPS allows no such names; a name that begins with a dash would be read as an option.
    if (!/^[^\s/#-][^\s/#]*$/.test(printer)) return fault('printer-missing', { printer });
    const media = ['-o', `media=${order.size}`, '-o', 'print-scaling=none'];
    const args = ['-d', printer, '-n', String(order.copies), '-t', safeTitle(order.title), ...media, '-'];
    // Through the pipe: a file would leave its name in the queue and its content on the disk.
    const ran = await runCommand('lp', args, { ...options, input: order.pdf });
    const request = /^request id is (\S+-\d+)/m.exec(ran.stdout)?.[1];
    return ran.code === 0 && request !== undefined
      ? { spoolId: `${request}@${safeTitle(order.title)}` }
      : refusal(printer, ran);
  }

  /** lp says the same of a missing printer and of a CUPS that is down, so CUPS is asked which it was. */
  async function refusal(printer: string, ran: Ran): Promise<SubmitFault> {
    if (!(await isUp())) return down();
    if (/does not exist|unknown destination|invalid destination/i.test(ran.stderr))
      return fault('printer-missing', { printer });
    return fault('print-refused', { printer, reason: ran.stderr.trim().replace(/^lp:\s*/, '') || 'no-answer' });
  }

  async function state(spoolId: string): Promise<SpoolState> {
    const [, printer, job, title] = /^(.+)-(\d+)@(.+)$/.exec(spoolId) ?? [];
    if (printer === undefined || job === undefined || title === undefined)
      return { state: 'unknown', reason: 'not-a-cups-job' };
    const folder = mkdtempSync(join(tmpdir(), 'mcd-ipp-'));
    try {
      const file = join(folder, 'job.test');
      writeFileSync(file, question);
      const ran = await runCommand('ipptool', ['-tv', jobUri(host, job), file], options);
      if (ran.code === null && /ENOENT/.test(ran.stderr)) return await stateByLpstat(`${printer}-${job}`);
      return readJob(ran.stdout, printer, title);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Only a job that is ours by its title is taken back: numbers begin at 1 again when a spool is cleared. */
  async function cancel(spoolId: string): Promise<void> {
    const request = /^(.+-\d+)@.+$/.exec(spoolId)?.[1];
    const known = await state(spoolId);
    if (request !== undefined && (known.state === 'queued' || known.state === 'printing'))
      await runCommand('cancel', [request], options);
  }

  /** Without ipptool a job still in the queue can be told; one that has left it may have been printed or given up. */
  async function stateByLpstat(request: string): Promise<SpoolState> {
    const { code, stdout } = await runCommand('lpstat', ['-W', 'not-completed', '-o'], options);
    if (code !== 0) return { state: 'unknown', reason: 'spooler-unreachable' };
    const waiting = stdout.split('\n').some((line) => line.startsWith(`${request} `));
    return waiting ? { state: 'queued', reason: null } : { state: 'unknown', reason: 'ipptool-missing' };
  }

  async function isUp(): Promise<boolean> {
    const { stdout } = await runCommand('lpstat', ['-r'], options);
    return /scheduler is running/.test(stdout);
  }
}

function down(): Fault<'spooler-unavailable'> {
  return fault('spooler-unavailable', { spooler: 'CUPS' });
}

/** The address of a job; a socket path is written in the place of the host. */
function jobUri(host: string | undefined, job: string): string {
  const [name = 'localhost'] = (host ?? 'localhost').split('/version=');
  return `ipp://${name.startsWith('/') ? encodeURIComponent(name) : name}/jobs/${job}`;
}
