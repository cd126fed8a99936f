import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Db } from './db.ts';
import type { FileWatch } from './watch.ts';

type RandomPieces = (size: number) => Uint8Array;

/** A fault or a throw rolls everything back; a full disk is a fault, whatever statement met it. */
export function committing(
  db: Db,
  watch: FileWatch,
  endCommit: () => void,
  forget: () => void,
): <T>(change: () => T) => T | Fault<'disk-full'> {
  const transaction = db.transaction((change: () => unknown) => {
    const value = change();
    if (isFault(value)) throw new Refused(value);
    endCommit();
    return value;
  });
  return <T>(change: () => T) => {
    try {
      watch.check();
      const value = transaction.immediate(change) as T;
      watch.checkCommitted();
      return value;
    } catch (error) {
      forget();
      if (error instanceof Refused) return error.value as T;
      if ((error as { code?: unknown }).code === 'SQLITE_FULL') return fault('disk-full', {});
      throw error;
    }
  };
}

class Refused extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super();
    this.value = value;
  }
}

/** Random bytes drawn many at a time: asking the system for ten at each entry took a twentieth of its time. */
export function inPieces(random: RandomPieces): RandomPieces {
  let drawn: Uint8Array = new Uint8Array();
  let used = 0;
  return (size) => {
    if (used + size > drawn.length) {
      drawn = random(size * 100);
      used = 0;
    }
    used += size;
    return drawn.subarray(used - size, used);
  };
}
