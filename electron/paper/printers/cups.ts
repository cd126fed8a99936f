import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fault, fault } from '../../contract/base/fault.ts';
import type { Printer } from '../../contract/common/printing/paper.ts';
import type { SpoolOutcome } from '../../domain/common/printing/print-job.ts';
import { type Ran, type RunOptions, runCommand } from './run-command.ts';
import {
  type PrintOrder,
  type SpoolState,
  type Spooler,
  type SubmitFault,
  type Submitted,
  safeTitle,
} from './spooler.ts';

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
 * title: CUPS counts its jobs from 1 again when its spool was cleared, and another's paper must not pass for ours. A job that was taken
 * back after it had begun is `unknown` too: nobody can tell how much of it came out.
 */
function readJob(answer: string, printer: string, title: string): SpoolState {
  const status = attribute(answer, 'status-code');
  if (status === undefined) return { state: 'unknown', reason: 'spooler-unreachable' };
  if (status.startsWith('client-error-not-found')) return { state: 'unknown', reason: 'job-vanished' };
  const name = attribute(answer, 'job-name');
  if (!isAtPrinter(answer, printer) || (name !== undefined && name !== title))
    return { state: 'unknown', reason: 'job-vanished' };
  const word = attribute(answer, 'job-state') ?? '';
  const state = outcomes[word];
  if (state === undefined) return { state: 'unknown', reason: status };
  if (state === 'printed') return { state, reason: null };
  if (word === 'canceled')
    return hasBegun(answer) ? { state: 'unknown', reason: 'taken-back-late' } : { state, reason: 'cancelled' };
  const message = attribute(answer, 'job-printer-state-message');
  const reasons = attribute(answer, 'job-state-reasons');
  return { state, reason: [message, reasons === 'none' ? undefined : reasons].filter(Boolean).join(' · ') || null };
}

/** CUPS names a queue in its address as web addresses are written: `Quầy 3` is `Qu%E1%BA%A7y%203`. Capitals do not tell queues apart. */
function isAtPrinter(answer: string, printer: string): boolean {
  const uri = attribute(answer, 'job-printer-uri');
  return uri === undefined || nameKey(printerOfUri(uri)) === nameKey(printer);
}

function nameKey(printer: string): string {
  return printer.normalize('NFC').toLowerCase();
}

/** The name of a queue in its address, decoded. */
export function printerOfUri(uri: string): string {
  const last = uri.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A `%` that stands for itself.
    return last;
  }
}

/** `time-at-processing` has a number once a printer was spoken to. */
function hasBegun(answer: string): boolean {
  return /^\d+$/.test(attribute(answer, 'time-at-processing') ?? '');
}

/** The number of the job of this title in what `ipptool -tv` printed for Get-Jobs; the newest where there are several. */
export function findJobNumber(answer: string, printer: string, title: string): string | undefined {
  const jobs = answer.slice(Math.max(0, answer.indexOf('RECEIVED'))).split('-- separator --');
  return jobs
    .filter((job) => isAtPrinter(job, printer) && attribute(job, 'job-name') === title)
    .flatMap((job) => attribute(job, 'job-id') ?? [])
    .sort((one, other) => Number(other) - Number(one))[0];
}

function attribute(answer: string, name: string): string | undefined {
  return new RegExp(`^\\s*${name}(?: \\([^)]*\\))? = (.*?)\\s*$`, 'm').exec(answer)?.[1];
}

/** Reads `lpstat -l -p -d`: a line for each printer, its details on the lines set in after it. */
export function readPrinters(answer: string): Printer[] {
  const defaultName = /^system default destination: (.+?)\s*$/m.exec(answer)?.[1];
  return answer
    .split(/^(?=printer )/m)
    .filter((part) => part.startsWith('printer '))
    .map((part) => {
      const [first = '', second = ''] = part.split('\n');
      const name =
        /^printer (.+?) (?:is idle\.|now printing |disabled since |is )/.exec(first)?.[1] ?? first.split(' ')[1] ?? '';
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

/** The IPP questions and the one request, in the language of ipptool. lpstat cannot tell how a job ended: it lists aborted jobs as completed. */
const requests = {
  look: ['Get-Job-Attributes', 'uri job-uri $uri'],
  cancel: ['Cancel-Job', 'uri job-uri $uri'],
  find: [
    'Get-Jobs',
    'uri printer-uri $uri',
    'keyword which-jobs all',
    'keyword requested-attributes job-id,job-name,job-printer-uri',
  ],
} as const;

function requestFile(kind: keyof typeof requests): string {
  const [operation, uri, ...more] = requests[kind];
  const attributes = [
    'charset attributes-charset utf-8',
    'naturalLanguage attributes-natural-language en',
    uri,
    'name requesting-user-name $user',
    ...more,
  ];
  return `{\nOPERATION ${operation}\nGROUP operation-attributes-tag\n${attributes.map((one) => `ATTR ${one}\n`).join('')}}\n`;
}

/** What a job is called by the desk: the printer, the number CUPS gave it (0 where it never said), its title, which is no other job's. */
type JobId = { readonly printer: string; readonly number: string; readonly title: string };

function jobIdOf(spoolId: string): JobId | undefined {
  const [, printer, number, title] = /^(.+)-(\d+)@([^@]+)$/.exec(spoolId) ?? [];
  return printer === undefined || number === undefined || title === undefined ? undefined : { printer, number, title };
}

/** CUPS on Linux and macOS, by its own programs: `lp` to hand over, `lpstat` to list, `ipptool` to read a job back. */
export function createCupsSpooler({ server, timeoutMs }: CupsOptions = {}): Spooler {
  const host = server ?? process.env['CUPS_SERVER'];
  const options: RunOptions = {
    ...(host === undefined ? {} : { env: { CUPS_SERVER: host } }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
  return { list, submit, state, cancel };

  async function list(): Promise<readonly Printer[] | Fault<'spooler-unavailable'>> {
    if (!(await isUp())) return down();
    const { stdout } = await runCommand('lpstat', ['-l', '-p', '-d'], options);
    return readPrinters(stdout);
  }

  /**
   * Each handing-over has a title of its own, so that a job is found again whatever `lp` said or did not say of it: one that answers late, or
   * calls a failure what is in the queue, must not make a second paper.
   */
  async function submit(order: PrintOrder): Promise<Submitted | SubmitFault> {
    const { printer } = order;
    // A name that begins with a dash would be read as an option, what stands behind a slash as another setting of the same queue.
    if (!/^[^-/][^/]*$/.test(printer)) return fault('printer-missing', { printer });
    // Asked before: what was never handed over cannot come out later.
    if (!(await isUp())) return down();
    const title = `${safeTitle(order.title)}-${randomUUID().slice(0, 8)}`;
    const media = ['-o', `media=${order.size}`, '-o', 'print-scaling=none'];
    const args = ['-d', printer, '-n', String(order.copies), '-t', title, ...media, '-'];
    // Through the pipe: a file would leave its name in the queue and its content on the disk.
    const ran = await runCommand('lp', args, { ...options, input: order.pdf });
    if (ran.code === null && /ENOENT/.test(ran.stderr)) return down();
    const [number, ...more] = ran.code === 0 ? requestNumbers(ran.stdout, printer) : [];
    // One paper was asked for: what a spooler made of it besides is taken back.
    for (const other of more) await cancel(`${printer}-${other}@${title}`);
    if (number !== undefined) return { spoolId: `${printer}-${number}@${title}` };
    const found = await locate(printer, title);
    if (typeof found === 'string') return { spoolId: `${printer}-${found}@${title}` };
    const isRefused = ran.code !== null && ran.code !== 0 && found === null;
    return isRefused ? refusal(printer, ran) : { spoolId: `${printer}-0@${title}`, unsure: 'spooler-silent' };
  }

  /** The number of a job by its title; null where CUPS has no such job, undefined where CUPS does not say. */
  async function locate(printer: string, title: string): Promise<string | null | undefined> {
    const ran = await ask('find', '/');
    const isAnswer = attribute(ran.stdout, 'status-code')?.startsWith('successful') === true;
    if (isAnswer || attribute(ran.stdout, 'status-code')?.startsWith('client-error-not-found') === true)
      return findJobNumber(ran.stdout, printer, title) ?? null;
    // Without ipptool nobody can look: what lp said then stands.
    return isMissing(ran) && (await isUp()) ? null : undefined;
  }

  function refusal(printer: string, ran: Ran): SubmitFault {
    if (/does not exist|unknown destination|invalid destination/i.test(ran.stderr))
      return fault('printer-missing', { printer });
    return fault('print-refused', { printer, reason: ran.stderr.trim().replace(/^lp:\s*/, '') || 'no-answer' });
  }

  async function state(spoolId: string): Promise<SpoolState> {
    const job = await numbered(jobIdOf(spoolId));
    return 'state' in job ? job : look(job);
  }

  /** The job with its number, by its title where CUPS never gave one; or what is known of it instead. */
  async function numbered(job: JobId | undefined): Promise<JobId | SpoolState> {
    if (job === undefined) return { state: 'unknown', reason: 'not-a-cups-job' };
    if (job.number !== '0') return job;
    const number = await locate(job.printer, job.title);
    // One that is not there may still come: the spooler has not answered yet.
    return typeof number === 'string' ? { ...job, number } : { state: 'unknown', reason: 'spooler-silent' };
  }

  async function look({ printer, number, title }: JobId): Promise<SpoolState> {
    const ran = await ask('look', `/jobs/${number}`);
    return isMissing(ran) ? stateByLpstat(`${printer}-${number}`) : readJob(ran.stdout, printer, title);
  }

  /**
   * Only a job that is ours by its title is taken back: numbers begin at 1 again when a spool is cleared. It is named by its address, since
   * `cancel quay-3` means a job to some and to others all that waits for the queue of that name.
   */
  async function cancel(spoolId: string): Promise<SpoolState> {
    const job = await numbered(jobIdOf(spoolId));
    if ('state' in job) return job;
    const known = await look(job);
    if (known.state !== 'queued' && known.state !== 'printing') return known;
    const ran = await ask('cancel', `/jobs/${job.number}`);
    if (isMissing(ran)) await cancelByName(job);
    return look(job);
  }

  async function cancelByName({ printer, number }: JobId): Promise<void> {
    const listed = await list();
    const taken = new Set('fault' in listed ? [] : listed.map(({ name }) => nameKey(name)));
    const name = [number, `${printer}-${number}`].find((one) => !taken.has(nameKey(one)));
    if (name !== undefined) await runCommand('cancel', [name], options);
  }

  async function ask(kind: keyof typeof requests, path: string): Promise<Ran> {
    const folder = mkdtempSync(join(tmpdir(), 'mcd-ipp-'));
    try {
      const file = join(folder, 'job.test');
      writeFileSync(file, requestFile(kind));
      return await runCommand('ipptool', ['-tv', `ipp://${hostName(host)}${path}`, file], options);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
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

function isMissing({ code, stderr }: Ran): boolean {
  return code === null && /ENOENT/.test(stderr);
}

/** The numbers lp gave to what it took; one of another queue is no answer to this order. */
function requestNumbers(answer: string, printer: string): string[] {
  return [...answer.matchAll(/^request id is (.+)-(\d+)(?: \(.*\))?\s*$/gm)]
    .filter(([, queue]) => queue !== undefined && nameKey(queue) === nameKey(printer))
    .flatMap(([, , number]) => number ?? []);
}

/** The host of an address; a socket path is written in its place. */
function hostName(host: string | undefined): string {
  const [name = 'localhost'] = (host ?? 'localhost').split('/version=');
  return name.startsWith('/') ? encodeURIComponent(name) : name;
}
