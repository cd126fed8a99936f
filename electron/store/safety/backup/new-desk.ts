import { isFault } from '../../../contract/base/fault.ts';
import type { OfficeEvent } from '../../../domain/entries/entry.ts';
import { randomBytesOfId, uuidText, uuidV7 } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type OpenFault, openFile } from '../../file/opening/open.ts';
import type { FileKey } from '../../file/opening/sealed.ts';
import { type Journal, beginNewChain, findDeskUuid, openJournal, ownDeskId } from '../../journal/journal.ts';
import { projections } from '../../projections.ts';

type At = {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: (size: number) => Uint8Array;
};

/** The desk whose register this is now: what a manifest says of it. */
export function deskUuidOf(db: Db): string {
  return findDeskUuid(db, ownDeskId(db)) ?? '';
}

/** Of whom a desk goes on, and how far that one's register went. */
export type GoneOn = { readonly desk: string; readonly seq: number; readonly hash: string };

/**
 * The file goes on as another desk, whose name chance gives: what was told stays told by the desk before. The first entry of the new chain says so.
 * Inside a transaction.
 */
export function goOnAsAnother(
  db: Db,
  { now, random }: At,
  eventOf: (from: GoneOn) => OfficeEvent,
): { readonly uuid: string; readonly journal: Journal } {
  const uuid = uuidText(uuidV7(now, random(randomBytesOfId)));
  const { deskSeq: seq, hash } = openJournal(db, ownDeskId(db)).head();
  const desk = deskUuidOf(db);
  beginNewChain(db, uuid);
  const event = eventOf({ desk, seq, hash: Buffer.from(hash).toString('hex') });
  const id = uuidV7(now, random(randomBytesOfId));
  const journal = openJournal(db, ownDeskId(db));
  const written = journal.append({ id, now, author: null, subject: { kind: 'office' }, event });
  projections(db).tell('office', written.subjectId, written.at, event, written);
  journal.endCommit();
  return { uuid, journal };
}

/**
 * Gives a folder that is to meet others a name of its own. Practice offices of one seed are named alike, by the seed, and would meet as one desk. Whatever
 * has the folder open must have closed it.
 */
export function giveOwnName({
  folder,
  key = null,
  ...at
}: At & { readonly folder: string; readonly key?: FileKey | null }): { readonly desk: string } | OpenFault {
  const db = openFile(folder, 'a new name', key);
  if (isFault(db)) return db;
  try {
    const begin = db.transaction(() => goOnAsAnother(db, at, (from) => ({ type: 'desk-begun', from })));
    return { desk: begin.immediate().uuid };
  } finally {
    db.close();
  }
}
