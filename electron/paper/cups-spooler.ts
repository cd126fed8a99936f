import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fault, fault } from '../contract/fault.ts';
import type { Printer } from '../contract/printing/paper.ts';
import { readJob, readPrinters } from './cups-answers.ts';
import { type Ran, type RunOptions, runCommand } from './run-command.ts';
import { type PrintOrder, type SpoolState, type Spooler, type SubmitFault, safeTitle } from './spooler.ts';

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
