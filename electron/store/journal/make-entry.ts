import { nextLogicalClock } from '../../domain/base/logical-clock.ts';
import type { EntryBody, Subject } from '../../domain/entries/entry.ts';
import type { EntryBodies } from './bodies.ts';
import { chainHash } from './chain.ts';
import { type SubjectKey, subjectKey, subjectText } from './subject.ts';

/** Where a desk's own chain stands: what the next entry is linked to. */
export type Head = { readonly deskSeq: number; readonly clock: number; readonly hash: Uint8Array };

export type Author = { readonly accountId: number; readonly username: string } | null;

export type NewEntry = {
  readonly id: Uint8Array;
  /** Milliseconds since 1970 by the desk's clock. */
  readonly now: number;
  readonly author: Author;
  readonly subject: Subject;
  readonly event: EntryBody;
};

/** An entry as it will stand in the journal, linked to the one before it; all that is left is to write it. */
export type MadeEntry = Head & {
  readonly id: Uint8Array;
  readonly deskId: number;
  /** Seconds since 1970. */
  readonly at: number;
  readonly author: Author;
  readonly subject: SubjectKey;
  readonly type: string;
  readonly body: string;
};

export type ChainOfDesk = {
  readonly deskId: number;
  /** The desk's UUID, which is in the hash of each of its entries. */
  readonly desk: string;
  readonly write: EntryBodies['write'];
};

/** Makes the entry that follows `head` in a desk's chain. It needs nothing of the file, so it may be done beside it. */
export function makeEntry(chain: ChainOfDesk, head: Head, entry: NewEntry): MadeEntry {
  const { id, now, author, subject, event } = entry;
  const at = Math.floor(now / 1000);
  const facts = { id, at, author, subject: subjectKey(subject), type: event.type, body: chain.write(event, at) };
  return linkEntry(chain, head, facts, now);
}

type Facts = Omit<MadeEntry, keyof Head | 'deskId'>;

/** Links what is to be told to `head`: an entry that was made to follow another one is made anew, its body as it was written. */
export function linkEntry(
  { deskId, desk }: Pick<ChainOfDesk, 'deskId' | 'desk'>,
  head: Head,
  { id, at, author, subject, type, body }: Facts,
  now = at * 1000,
): MadeEntry {
  const clock = nextLogicalClock(head.clock, now);
  const deskSeq = head.deskSeq + 1;
  const actor = author?.username ?? null;
  const hash = chainHash(head.hash, { id, desk, deskSeq, clock, at, actor, subject: subjectText(subject), type, body });
  return { id, deskId, deskSeq, clock, at, author, subject, type, body, hash };
}
