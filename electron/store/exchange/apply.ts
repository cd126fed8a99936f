import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { type ChainedEntry, type FormFields, chainCode, chainStart, formBegun, isEntryHash } from '../journal/chain.ts';
import { type Deriving, ownKinds } from '../journal/entries.ts';
import type { Journal } from '../journal/journal.ts';
import { type Head, chainOfType } from '../journal/make-entry.ts';
import { isSeenHere, otherDeskRow } from '../journal/order.ts';
import { kindOf, subjectText } from '../journal/subject.ts';
import { type Commit, type SentEntry, accountRowOf } from './commits.ts';
import { refolding } from './derive.ts';

/** Why a commit of another desk is not taken. */
type RefusedCommit = {
  readonly desk: string;
  /** Its first entry that does not fit. */
  readonly seq: number;
  /** `own`: this file's own desk, which nobody writes for. `forked`: another entry stands there. `unlinked`: it does not follow the one before. */
  readonly why: 'own' | 'forked' | 'unlinked';
};

export type TakenCommits = {
  /** How many entries were written. */
  readonly entries: number;
  /** Commits that wait for what their desks had seen, or for those before them. */
  readonly waiting: readonly Commit[];
  readonly refused: readonly RefusedCommit[];
};

type Place = {
  readonly db: Db;
  readonly deriving: Deriving;
  /** The chains of a desk, by its row. */
  journalOf(deskId: number): Journal;
};

/**
 * Takes commits of other desks, inside the transaction that is open, in whatever order they came: each whole, and after all that its desk had seen when
 * it wrote it. What cannot be taken yet is given back; what never can be is named, and nothing behind it is taken.
 */
export function applyCommits(place: Place, commits: readonly Commit[]): TakenCommits {
  const { db, deriving } = place;
  const touched = new Map<number, number[]>();
  const refused: RefusedCommit[] = [];
  let entries = 0;
  let left = distinct(commits);
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((commit) => {
      const is = judge(db, commit);
      if (is === 'waits') return true;
      if ('why' in is) refused.push(is);
      else take(commit.desk, is.news);
      return false;
    });
  }
  const refold = refolding(db, deriving);
  for (const [subject, seqs] of touched) refold.add(subject, seqs);
  return { entries, waiting: left, refused };

  function take(desk: string, news: readonly SentEntry[]): void {
    entries += news.length;
    for (const entry of news) {
      const { subject, seq } = write(place, desk, entry);
      if (subject !== null) touched.set(subject, [...(touched.get(subject) ?? []), seq]);
    }
  }
}

/** The same commit may come twice, from two who have it. */
function distinct(commits: readonly Commit[]): Commit[] {
  const named = commits.map((one) => [`${one.desk} ${one.entries[0]?.seq} ${one.entries.at(-1)?.hash}`, one] as const);
  return [...new Map(named).values()];
}

/** What becomes of a commit now: what of it is to be written, which is nothing where it is known; or why it is not taken. */
function judge(db: Db, { desk, entries }: Commit): { readonly news: readonly SentEntry[] } | 'waits' | RefusedCommit {
  const known = prepared(db, 'SELECT desk_id AS deskId, other FROM desk WHERE uuid = ?').get(desk) as
    | { deskId: number; other: number | null }
    | undefined;
  const head = known === undefined ? none : headOf(db, known.deskId);
  const news = entries.filter(({ seq }) => seq > head.deskSeq);
  const [first] = news;
  const last = entries.find(({ seq }) => seq === head.deskSeq);
  if (last !== undefined && last.hash !== hex(head.hash)) return { desk, seq: last.seq, why: 'forked' };
  if (first === undefined) return { news };
  if (known?.other === null) return { desk, seq: first.seq, why: 'own' };
  if (first.seq !== head.deskSeq + 1) return 'waits';
  const unlinked = firstUnlinked(desk, head, news);
  if (unlinked !== undefined) return { desk, seq: unlinked.seq, why: first === unlinked ? 'forked' : 'unlinked' };
  return news.every(({ seen }) => seen === null || isSeenHere(db, desk, seen)) ? { news } : 'waits';
}

const none: Head = { deskSeq: 0, clock: 0, hash: chainStart };

function headOf(db: Db, deskId: number): Head {
  const said = prepared(
    db,
    `SELECT desk_seq AS deskSeq, clock, hash FROM chain WHERE desk_id = ? AND kind = ${chainCode.register}`,
  ).get(deskId) as Head | undefined;
  return said ?? none;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The first entry that does not follow the one before by number, clock, form, chain or hash. */
function firstUnlinked(desk: string, head: Head, entries: readonly SentEntry[]): SentEntry | undefined {
  let { deskSeq, clock, hash } = head;
  let form = deskSeq === 0 ? null : 2;
  for (const entry of entries) {
    const of = entry.chain === null ? 1 : 2;
    const isOfForm = form === null || of === form || (of === 2 && entry.type === formBegun);
    const isOfRegister = of === 1 || (entry.chain === chainCode.register && chainOfType(entry.type) === 'register');
    const facts = {
      ...entry,
      id: Buffer.from(entry.id, 'hex'),
      deskSeq: entry.seq,
      desk,
      subject: textOf(entry),
      bodyDigest: entry.bodyDigest === null ? null : Buffer.from(entry.bodyDigest, 'hex'),
    };
    const isNext = entry.seq === deskSeq + 1 && entry.clock > clock;
    if (!isNext || !isOfForm || !isOfRegister || !isWhole(facts)) return entry;
    if (!isEntryHash(Buffer.from(entry.hash, 'hex'), hash, facts)) return entry;
    ({ seq: deskSeq, clock } = entry);
    hash = Buffer.from(entry.hash, 'hex');
    form = of;
  }
  return undefined;
}

/** A journal takes no other rows, whatever hash they have. */
function isWhole({
  id,
  body,
  subject,
  seen,
}: Pick<ChainedEntry, 'id' | 'body' | 'subject'> & Pick<FormFields, 'seen'>) {
  try {
    const told = seen === null ? {} : (JSON.parse(seen) as Record<string, unknown>);
    const isSeen = Object.values(told).every((seq) => Number.isSafeInteger(seq));
    return id.length === 16 && subject !== '' && typeof JSON.parse(body) === 'object' && isSeen;
  } catch {
    return false;
  }
}

/** Empty where the subject can be none. */
function textOf({ subject }: SentEntry): string {
  try {
    return subjectText({ kind: subject.kind, name: Buffer.from(subject.name, 'hex') });
  } catch {
    return '';
  }
}

/** Writes an entry into the journal, and says of which subject anything is to be derived from it. */
function write(
  place: Place,
  desk: string,
  entry: SentEntry,
): { readonly subject: number | null; readonly seq: number } {
  const { seq: deskSeq, clock, at, actor, type, body, chain, step, seen } = entry;
  const { db } = place;
  const deskId = otherDeskRow(db, desk);
  const subject = { kind: entry.subject.kind, name: Buffer.from(entry.subject.name, 'hex') };
  const kind = kindOf(subject.kind);
  if (type === 'account-added') accountRowOf(db, subject.name.toString('utf8'), JSON.parse(body) as object);
  const author = actor === null ? null : { username: actor, accountId: accountRowOf(db, actor) };
  const journal = place.journalOf(deskId);
  const written = journal.write({
    id: Buffer.from(entry.id, 'hex'),
    deskId,
    deskSeq,
    clock,
    at,
    author,
    subject,
    type,
    body,
    hash: Buffer.from(entry.hash, 'hex'),
    chain,
    step,
    seen,
    bodyDigest: entry.bodyDigest === null ? null : Buffer.from(entry.bodyDigest, 'hex'),
  });
  // How far the chain is asked for by the next one that had seen it.
  journal.endCommit();
  const isDerived = !(ownKinds as readonly string[]).includes(kind);
  return { subject: isDerived ? written.subjectId : null, seq: written.seq };
}
