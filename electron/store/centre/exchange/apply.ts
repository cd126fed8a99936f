import { createHash } from 'node:crypto';
import type { Db } from '../../file/db.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type FormFields, chainStart, formBegun, formColumns, isEntryHash } from '../../journal/chain.ts';
import { type Deriving, isOfEntries, ownKinds } from '../../journal/entries.ts';
import type { Journal } from '../../journal/journal.ts';
import { type Head, chainOfType } from '../../journal/make-entry.ts';
import { callByVersion } from '../../journal/catalogue-names.ts';
import { deriveAccounts, isOfAllCounters } from '../../common/office/accounts-told.ts';
import { isOfEveryOffice } from '../../common/office/everywhere.ts';
import { deriveOffice } from '../../common/office/settings.ts';
import { otherDeskRow } from '../../journal/order.ts';
import { kindCode, kindOf, subjectText } from '../../journal/subject.ts';
import { bodyToKeep, giveBodyBack, tellTakenOut } from '../../journal/taken-out.ts';
import { type Commit, type SentEntry, accountRowOf } from './commits.ts';
import { refolding } from './derive.ts';
import { isCommit, seqOfMalformed } from './door.ts';

/** Why a commit of another desk is not taken. */
type RefusedCommit = {
  readonly desk: string;
  /** Its first entry that does not fit. */
  readonly seq: number;
  /**
   * `own`: this file's own desk, which nobody writes for. `forked`: another entry stands there. `unlinked`: it does not follow the one before. `malformed`: it is no
   * entry as files send them. `unreadable`: it would not lie here as it came. `too-many`: more waits already than is kept; it may be sent again.
   */
  readonly why: 'own' | 'forked' | 'unlinked' | 'malformed' | 'unreadable' | 'too-many';
};

export type TakenCommits = {
  /** How many entries were written. */
  readonly entries: number;
  /** Commits that wait for what their desks had seen, or for those before them. */
  readonly waiting: readonly Commit[];
  readonly refused: readonly RefusedCommit[];
  /** Something was told of people or of the centre's settings that holds here too. */
  readonly people?: true | undefined;
  /** Something was told of an office or of its people, whether it holds here or not: what was worked out from the settings is worked out again. */
  readonly office?: true | undefined;
};

/** What was taken in one go, and whether more of what is there can be taken at once. */
export type Slice = TakenCommits & { readonly more: boolean };

type Place = {
  readonly db: Db;
  readonly deriving: Deriving;
  /** The chains of a desk, by its row. */
  readonly journalOf: (deskId: number) => Journal;
  /** What is remembered of a desk's chains was rolled back. */
  readonly forget: (deskId: number) => void;
};

/** So many entries are taken in one transaction, some fifty milliseconds of it: whoever receives at the counter meanwhile goes between. */
const mostAtOnce = 200;
/** So many commits wait. A desk that lacks more has them sent again. */
const mostWaiting = 20_000;

/** What came is read: what is no commit is named and gone, and the same that two sent is one. */
export function readCommits(commits: readonly unknown[]): Pick<TakenCommits, 'waiting' | 'refused'> {
  const refused = commits.flatMap((one): RefusedCommit[] => {
    if (isCommit(one)) return [];
    const said = (one ?? {}) as { readonly desk?: unknown };
    return [
      {
        desk: typeof said.desk === 'string' ? said.desk.toWellFormed() : '',
        seq: seqOfMalformed(said),
        why: 'malformed',
      },
    ];
  });
  return { waiting: distinct(commits.filter(isCommit)), refused };
}

/** The same commit may come twice, from two who have it; what is called the same and says something else is another. */
export function distinct(commits: readonly Commit[]): readonly Commit[] {
  const known = new Map(commits.map((one) => [textOf(one), one]));
  return [...known.values()].filter(({ entries }) => entries.length > 0);
}

const texts = new WeakMap<Commit, string>();

function textOf(commit: Commit): string {
  const known = texts.get(commit);
  if (known !== undefined) return known;
  const text = createHash('sha256').update(JSON.stringify(commit)).digest('hex');
  texts.set(commit, text);
  return text;
}

/**
 * Takes commits of other desks, inside the transaction that is open, in whatever order they came: each whole, and after all that its desk had seen when
 * it wrote it. What cannot be taken yet is given back; what never can be is named, and nothing behind it is taken; no other stops for it.
 */
export function applyCommits(place: Place, commits: readonly Commit[], atOnce = mostAtOnce): Slice {
  const { db, deriving } = place;
  const touched = new Map<number, number[]>();
  const anew = new Set<number>();
  const arrived = new Set<string>();
  const refused: RefusedCommit[] = [];
  let [isNamed, isOfPeople, isOfOffice, isOfSettings] = [false, false, false, false];
  const heads = headsOf(place);
  const queues = inQueues(commits);
  let entries = 0;
  let isMoving = true;
  while (isMoving && entries < atOnce) {
    isMoving = false;
    for (const queue of queues)
      while (entries < atOnce) {
        const next = nextOf(queue, heads);
        if (next === undefined) break;
        isMoving = true;
        if ('why' in next.is) refused.push(next.is);
        else take(next.commit, next.is.news);
      }
  }
  const refold = refolding(db, deriving);
  for (const subject of anew) refold.anew(subject);
  for (const [subject, seqs] of touched) if (!anew.has(subject)) refold.add(subject, seqs);
  refold.arrived(arrived);
  if (isOfPeople) deriveAccounts(db);
  if (isOfOffice) deriveOffice(db);
  // A list may be here before anybody says which it is: what could not be put together without it is looked at again.
  if (isNamed)
    for (const subject of preparedValue(db, 'SELECT subject_id FROM set_aside ORDER BY subject_id').all() as number[])
      refold.anew(subject);
  // Where it is taken in slices what is left of it is looked at in the next one.
  const left = isMoving ? queues.flatMap((queue) => queue.toReversed()) : inTurns(queues);
  const waiting = isMoving ? left : left.slice(0, mostWaiting);
  const over = left
    .slice(waiting.length)
    .map(({ desk, entries: [first] }) => ({ desk, seq: first?.seq ?? 0, why: 'too-many' as const }));
  return {
    entries,
    waiting,
    refused: [...refused, ...over],
    more: isMoving,
    people: isOfPeople || isOfOffice || undefined,
    office: isOfSettings || undefined,
  };

  function take({ desk, entries: all }: Commit, news: readonly SentEntry[]): void {
    const taken = takeWhole(place, desk, all, news, heads);
    if ('why' in taken) return void refused.push(taken);
    entries += news.length;
    isOfPeople ||= news.some(({ type, body }) => isOfAllCounters(type, body));
    isOfOffice ||= news.some(({ type, body }) => isOfEveryOffice(type, body));
    isOfSettings ||= news.some(({ subject }) => ofSettings.has(subject.kind));
    for (const { type, body } of news.filter((one) => namesContent.has(one.type))) {
      isNamed = true;
      if (type === 'catalogue-adopted') callByVersion(db, (JSON.parse(body) ?? {}) as object);
    }
    for (const { subject, seq } of taken.told) touched.set(subject, [...(touched.get(subject) ?? []), seq]);
    for (const subject of taken.anew) anew.add(subject);
    for (const id of taken.arrived) arrived.add(id);
  }
}

type Told = { readonly subject: number; readonly seq: number };
/** `arrived` are the ids of subjects of which nothing was here before. */
type Written = {
  readonly told: readonly Told[];
  readonly anew: readonly number[];
  readonly arrived: readonly string[];
};

/** Writes a commit, or nothing of it. */
function takeWhole(
  place: Place,
  desk: string,
  all: readonly SentEntry[],
  news: readonly SentEntry[],
  heads: Heads,
): Written | RefusedCommit {
  const { db } = place;
  const known = preparedValue(db, 'SELECT 1 FROM subject WHERE name = ? AND kind = ?');
  const told: Told[] = [];
  const anew: number[] = [];
  const arrived: string[] = [];
  let at = news[0]?.seq ?? 0;
  try {
    db.transaction(() => {
      for (const entry of all) {
        const given = news.includes(entry) ? undefined : giveBodyBack(db, desk, entry);
        if (given !== undefined && isDerived(db, given.subject)) anew.push(given.subject);
      }
      for (const entry of news) {
        at = entry.seq;
        const { kind, name } = entry.subject;
        const id = Buffer.from(name, 'hex');
        if (id.length === 16 && known.get(id, kind) === undefined) arrived.push(uuidText(id));
        const { subjectId, seq, left } = write(place, desk, entry);
        if (isDerived(db, subjectId)) told.push({ subject: subjectId, seq });
        if (left !== undefined && isDerived(db, left)) anew.push(left);
      }
    })();
    heads.moved(desk);
    return { told, anew, arrived };
  } catch (error) {
    if (!isOfEntries(error)) throw error;
    heads.lost(desk);
    return { desk, seq: at, why: 'unreadable' };
  }
}

/** Commits by their desks, each desk's last to first: the next one is at the end. */
function inQueues(commits: readonly Commit[]): Commit[][] {
  const queues = [...Map.groupBy(commits, ({ desk }) => desk).values()];
  return queues.map((queue) => queue.toSorted((one, other) => firstOf(other) - firstOf(one)));
}

/** What comes next of each desk before what comes later of any: a desk of which much waits takes no other's room. */
function inTurns(queues: readonly (readonly Commit[])[]): Commit[] {
  const placed = queues.flatMap((queue) => queue.toReversed().map((commit, at) => ({ commit, at })));
  return placed.toSorted((one, other) => one.at - other.at).map(({ commit }) => commit);
}

function firstOf({ entries }: Commit): number {
  return entries[0]?.seq ?? 0;
}

type Judged = { readonly news: readonly SentEntry[] } | RefusedCommit;

/** Takes the next commit out of the queue of its desk that does not wait. Of several that begin alike one that waits holds back no other. */
function nextOf(queue: Commit[], heads: Heads): { readonly commit: Commit; readonly is: Judged } | undefined {
  for (let at = queue.length - 1; at >= 0; at -= 1) {
    const commit = queue[at];
    if (commit === undefined || firstOf(commit) > heads.of(commit.desk).deskSeq + 1) return undefined;
    const is = judge(heads, commit);
    if (is === 'waits') continue;
    queue.splice(at, 1);
    return { commit, is };
  }
  return undefined;
}

/** What becomes of a commit now: what of it is to be written, which is nothing where it is known; or why it is not taken. */
function judge(heads: Heads, { desk, entries }: Commit): Judged | 'waits' {
  const head = heads.of(desk);
  const news = entries.filter(({ seq }) => seq > head.deskSeq);
  const [first] = news;
  const last = entries.find(({ seq }) => seq === head.deskSeq);
  if (last !== undefined && last.hash !== hex(head.hash)) return { desk, seq: last.seq, why: 'forked' };
  if (first === undefined) return { news };
  if (head.isOwn) return { desk, seq: first.seq, why: 'own' };
  if (first.seq !== head.deskSeq + 1) return 'waits';
  const unlinked = firstUnlinked(desk, head, news);
  if (unlinked !== undefined) return { desk, seq: unlinked.seq, why: first === unlinked ? 'forked' : 'unlinked' };
  return news.every(({ seen }) => seen === null || heads.hasSeen(seen)) ? { news } : 'waits';
}

type HeadOf = Head & { readonly form: 0 | 1 | 2; readonly isOwn: boolean };

/** Where the registers of desks stand in this file, asked once while commits are taken. */
type Heads = {
  of(desk: string): HeadOf;
  hasSeen(seen: string): boolean;
  moved(desk: string): void;
  lost(desk: string): void;
};

function headsOf({ db, journalOf, forget }: Place): Heads {
  const known = new Map<string, HeadOf>();
  const find = prepared(db, 'SELECT desk_id AS deskId, other FROM desk WHERE uuid = ?');
  const rowOf = (desk: string) => find.get(desk) as { deskId: number; other: number | null } | undefined;

  function of(desk: string): HeadOf {
    const kept = known.get(desk);
    if (kept !== undefined) return kept;
    const row = rowOf(desk);
    const journal = row === undefined ? undefined : journalOf(row.deskId);
    const head = journal?.head() ?? { deskSeq: 0, clock: 0, hash: chainStart };
    const found = {
      ...head,
      form: head.deskSeq === 0 ? 0 : (journal?.form() ?? 0),
      isOwn: row?.other === null,
    } as const;
    known.set(desk, found);
    return found;
  }

  return {
    of,
    hasSeen: (seen) =>
      Object.entries(JSON.parse(seen) as Record<string, number>).every(([uuid, seq]) => of(uuid).deskSeq >= seq),
    moved: (desk) => void known.delete(desk),
    lost: (desk) => {
      known.delete(desk);
      // Rows are numbered anew after a rollback: what is remembered under a number may be another desk's.
      forget(rowOf(desk)?.deskId ?? 0);
    },
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The first entry that does not follow the one before by number, clock, form, chain or hash. */
function firstUnlinked(desk: string, head: HeadOf, entries: readonly SentEntry[]): SentEntry | undefined {
  let { deskSeq, clock, hash, form } = head as { deskSeq: number; clock: number; hash: Uint8Array; form: 0 | 1 | 2 };
  for (const entry of entries) {
    const of = entry.chain === null ? 1 : 2;
    const isOfForm = form === 0 || of === form || (of === 2 && entry.type === formBegun);
    const isOfRegister = of === 1 || chainOfType(entry.type) === 'register';
    const isNext = entry.seq === deskSeq + 1 && entry.clock > clock;
    if (!isNext || !isOfForm || !isOfRegister) return entry;
    const facts = {
      ...entry,
      id: Buffer.from(entry.id, 'hex'),
      deskSeq: entry.seq,
      desk,
      subject: subjectText({ kind: entry.subject.kind, name: Buffer.from(entry.subject.name, 'hex') }),
      bodyDigest: entry.bodyDigest === null ? null : Buffer.from(entry.bodyDigest, 'hex'),
    };
    if (!isEntryHash(Buffer.from(entry.hash, 'hex'), hash, facts)) return entry;
    ({ seq: deskSeq, clock } = entry);
    hash = Buffer.from(entry.hash, 'hex');
    form = of;
  }
  return undefined;
}

/** Writes an entry into the journal. `left` is the subject of another entry that is read from here on, because this one says what stands in the place of its body. */
function write(
  place: Place,
  desk: string,
  entry: SentEntry,
): { readonly subjectId: number; readonly seq: number; readonly left?: number } {
  const { seq: deskSeq, clock, at, actor, type, chain, step, seen } = entry;
  const { db } = place;
  const deskId = otherDeskRow(db, desk);
  const subject = { kind: entry.subject.kind, name: Buffer.from(entry.subject.name, 'hex') };
  const { id, body, isTold } = bodyToKeep(db, desk, entry);
  const isAccount = type === 'account-added' && kindOf(subject.kind) === 'account';
  if (isAccount && isTold) accountRowOf(db, subject.name.toString('utf8'), JSON.parse(body) as object);
  const author = actor === null ? null : { username: actor, accountId: accountRowOf(db, actor) };
  const journal = place.journalOf(deskId);
  const before = journal.head().hash;
  const bodyDigest = entry.bodyDigest === null ? null : Buffer.from(entry.bodyDigest, 'hex');
  const hash = Buffer.from(entry.hash, 'hex');
  const made = { id, deskId, deskSeq, clock, at, author, subject, type, body, hash, chain, step, seen, bodyDigest };
  const { seq, subjectId } = journal.write(made);
  // How far the chain is asked for by the next one that had seen it.
  journal.endCommit();
  if (!liesAsItCame(db, desk, seq, before)) throw new Error(`entry ${deskSeq} of desk ${desk} is read as another`);
  const told = type === 'body-erased' && isTold ? tellTakenOut(db, JSON.parse(body)) : undefined;
  return told === undefined ? { subjectId, seq } : { subjectId, seq, left: told.subject };
}

type LyingRow = FormFields & {
  readonly id: Buffer;
  readonly deskSeq: number;
  readonly clock: number;
  readonly at: number;
  readonly actor: string | null;
  readonly kind: number;
  readonly name: Buffer;
  readonly type: string;
  readonly body: string;
  readonly hash: Buffer;
};

/** Whether an entry, read back as whoever checks the chain will read it, has the hash that it came with. */
function liesAsItCame(db: Db, desk: string, seq: number, before: Uint8Array): boolean {
  const row = prepared(
    db,
    `SELECT id, desk_seq AS deskSeq, clock, at, username AS actor, kind, name, type, body, hash, ${formColumns}
      FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id) WHERE seq = ?`,
  ).get(seq) as LyingRow;
  return isEntryHash(row.hash, before, { ...row, desk, subject: subjectText(row) });
}

/** Whether anything is derived from what several desks tell of a subject. */
function isDerived(db: Db, subject: number): boolean {
  const kind = prepared(db, 'SELECT kind FROM subject WHERE subject_id = ?').get(subject) as { kind: number };
  return !ownCodes.has(kind.kind);
}

const namesContent: ReadonlySet<string> = new Set(['catalogue-adopted', 'procedure-adopted']);

const ofSettings: ReadonlySet<number> = new Set((['office', 'account'] as const).map(kindCode));

const ownCodes: ReadonlySet<number> = new Set(ownKinds.map(kindCode));
