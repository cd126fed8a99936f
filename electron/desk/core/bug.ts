import { storeTrouble } from '../../store/file/opening/open.ts';
import type { DeskContext } from './context.ts';

/** A mistake of ours as a line of the log, found again by the reference that a person reads out. */
export function noteBug({ ports }: DeskContext, where: string, error: unknown): string {
  const ref = Buffer.from(ports.random.bytes(3)).toString('hex').toUpperCase();
  ports.log.write('bug', {
    ref,
    call: where,
    error: toldInFull(error),
  });
  return ref;
}

/** No bug of ours: the disk or the file. What cannot be mended while it is open ends in the recovery at the next look. */
export function storeTroubled(desk: DeskContext, error: unknown): ReturnType<typeof storeTrouble> {
  const trouble = storeTrouble(error);
  if (trouble === null) return null;
  desk.ports.log.write('store-trouble', { fault: trouble.fault, data: trouble.data });
  // What is only looked at is known to be damaged: the rest of it may still be read.
  if (desk.looksOnly === null && (trouble.fault === 'store-gone' || trouble.fault === 'store-damaged'))
    desk.lose(trouble);
  return trouble;
}

/** What was thrown, with the way there; for the log alone. */
export function toldInFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What was thrown and where, without the way there, which is another each time: by it the same is known again. */
export function toldInShort(error: unknown): string {
  return toldInFull(error).split('\n    at ', 2).join(' at ');
}
