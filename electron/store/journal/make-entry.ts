import { nextLogicalClock } from '../../domain/base/logical-clock.ts';
import { type EntryBody, type Subject, isOfThisMachine } from '../../domain/entries/entry.ts';
import type { EntryBodies } from './bodies.ts';
import { type ChainKind, type FormFields, chainCode, entryHashOf } from './chain.ts';
import { type SubjectKey, subjectKey, subjectText } from './subject.ts';

/** Where a chain of a desk stands: what the next entry is linked to. */
export type Head = { readonly deskSeq: number; readonly clock: number; readonly hash: Uint8Array };

export type Author = { readonly accountId: number; readonly username: string } | null;

export type NewEntry = {
  /** The salt of its body: random. */
  readonly id: Uint8Array;
  /** Milliseconds since 1970 by the desk's clock. */
  readonly now: number;
  readonly author: Author;
  readonly subject: Subject;
  readonly event: EntryBody;
};

/** An entry as it will stand in the journal, linked to the one before it; all that is left is to write it. */
export type MadeEntry = Head &
  FormFields & {
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

/** Which of a desk's chains tells of it. */
export function chainOfType(type: string): ChainKind {
  return isOfThisMachine(type) ? 'machine' : 'register';
}

/**
 * Makes the entry that follows `head` in the chain of its type. It needs nothing of the file, so it may be done beside it.
 * @param step which entry of its commit it is
 * @param seen what its desk had seen of others since it said so last, as it stands in the row
 */
export function makeEntry(
  chain: ChainOfDesk,
  head: Head,
  entry: NewEntry,
  step = 0,
  seen: string | null = null,
): MadeEntry {
  const { id, now, author, subject, event } = entry;
  const at = Math.floor(now / 1000);
  const facts = { id, at, author, subject: subjectKey(subject), type: event.type, body: chain.write(event, at) };
  return linkEntry(chain, head, facts, { now, step, seen });
}

type Facts = Pick<MadeEntry, 'id' | 'at' | 'author' | 'subject' | 'type' | 'body'>;

/** Links what is to be told to `head`: an entry that was made to follow another one is made anew, its body as it was written. */
export function linkEntry(
  { deskId, desk }: Pick<ChainOfDesk, 'deskId' | 'desk'>,
  head: Head,
  { id, at, author, subject, type, body }: Facts,
  {
    now = at * 1000,
    step = 0,
    seen = null,
  }: { readonly now?: number; readonly step?: number; readonly seen?: string | null } = {},
): MadeEntry {
  const clock = nextLogicalClock(head.clock, now);
  const deskSeq = head.deskSeq + 1;
  const actor = author?.username ?? null;
  const form: FormFields = { chain: chainCode[chainOfType(type)], step, seen, bodyDigest: null };
  const told = { id, deskSeq, clock, at, type, body, ...form };
  const hash = entryHashOf(head.hash, { ...told, desk, actor, subject: subjectText(subject) });
  return { ...told, deskId, author, subject, hash };
}
