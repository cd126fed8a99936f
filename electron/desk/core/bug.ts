import type { DeskContext } from './context.ts';

/** A mistake of ours as a line of the log, found again by the reference that a person reads out. */
export function noteBug({ ports }: DeskContext, where: string, error: unknown): string {
  const ref = Buffer.from(ports.random.bytes(3)).toString('hex').toUpperCase();
  ports.log.write('bug', {
    ref,
    call: where,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return ref;
}
