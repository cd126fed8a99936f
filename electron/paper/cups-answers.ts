import type { Printer } from '../contract/printing/paper.ts';
import type { SpoolOutcome } from '../domain/printing/print-job.ts';
import type { SpoolState } from './spooler.ts';

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
