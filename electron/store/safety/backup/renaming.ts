import { type Fault, isFault } from '../../../contract/base/fault.ts';
import { goOnAsAnother } from './new-desk.ts';
import { partFrom, partFromStranger, tellAgain } from '../../centre/exchange/go-on.ts';
import { nameAnew } from '../../centre/exchange/own-names.ts';
import type { Db } from '../../file/db.ts';
import type { Witness } from '../../file/opening/witness.ts';
import { findDeskUuid, ownDeskId } from '../../journal/journal.ts';
import { rebuildRegister } from '../verify/rebuild.ts';

/** How a file comes to go by another name than it did. */
export type Renaming = {
  /** Gives the desks of a practice office names by chance (centre/exchange/own-names.ts), and derives everything again. */
  nameAnew(newUuid: () => string): number | Fault<'disk-full'>;
  /**
   * The file goes on as another desk (safety/backup/new-desk.ts): it left its centre, or somebody else went on as the one that it was (`stranger`), which is closed by now or still at work. Its new name.
   * @param now milliseconds since 1970
   */
  goOn(now: number, stranger: 'none' | 'closed' | 'at-work'): string | Fault<'disk-full'>;
  /** What came of a desk that this file was once is taken as another's from here on (centre/exchange/go-on.ts). */
  partFrom(uuid: string): number | Fault<'disk-full'>;
  /** What this file told as another desk behind the last entry that both have is told again under its own name; how many entries. */
  tellAgain(uuid: string, common: number): number | Fault<'disk-full'>;
};

type Place = {
  readonly db: Db;
  readonly random: (size: number) => Uint8Array;
  readonly witness: Witness | undefined;
  readonly commit: <T>(change: () => T) => T | Fault<'disk-full'>;
  /** What is remembered of the chains is read again. */
  readonly becomeOwn: () => void;
  /** Says outside where the register is now. */
  readonly testifyAlone: () => void;
};

export function renaming({ db, random, witness, commit, becomeOwn, testifyAlone }: Place): Renaming {
  function anew<T>(change: () => T): T | Fault<'disk-full'> {
    const value = commit(change);
    becomeOwn();
    if (!isFault(value)) testifyAlone();
    return value;
  }

  return {
    nameAnew: (newUuid) =>
      anew(() => {
        nameAnew(db, newUuid);
        return rebuildRegister(db);
      }),

    goOn: (now, stranger) =>
      anew(() => {
        const before = findDeskUuid(db, ownDeskId(db)) ?? '';
        const { uuid } = goOnAsAnother(db, { now, random }, (from) => ({ type: 'desk-begun', from }));
        if (stranger === 'none') return uuid;
        partFromStranger(db, before, stranger === 'at-work');
        rebuildRegister(db);
        return uuid;
      }),

    partFrom: (uuid) =>
      anew(() => {
        partFrom(db, uuid);
        return rebuildRegister(db);
      }),

    tellAgain: (uuid, common) => {
      // Killed between the two, what is outside would speak of entries that are told otherwise now: it says nothing of the register while that is so.
      witness?.note({ desk: findDeskUuid(db, ownDeskId(db)) ?? '', seq: 0, hash: '', marks: [] }, 'at-once');
      return anew(() => {
        const entries = tellAgain(db, uuid, common);
        rebuildRegister(db);
        return entries;
      });
    },
  };
}
