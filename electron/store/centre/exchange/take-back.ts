import type { Db } from '../../file/db.ts';
import { prepared } from '../../file/rows/prepared.ts';
import { isEntryHash } from '../../journal/chain.ts';
import type { Head, MadeEntry } from '../../journal/make-entry.ts';
import { subjectText } from '../../journal/subject.ts';
import { type Commit, accountRowOf } from './commits.ts';
import { isCommit } from './door.ts';

/** What this file's own desk told before it was brought back from a copy, and what others kept of it. */
export type TakenBack = { readonly entries: number } | { readonly forked: number };

type Place = {
  readonly db: Db;
  readonly findDesk: (uuid: string) => number | undefined;
  readonly headOf: (deskId: number) => Head;
  readonly write: (made: MadeEntry) => void;
};

/**
 * Writes entries of an own desk back, inside the transaction that is open, where they follow what is here: nothing was told since. `forked` is the first that does
 * not follow.
 */
export function takeBackCommits({ db, findDesk, headOf, write }: Place, commits: readonly Commit[]): TakenBack {
  let entries = 0;
  for (const commit of commits) {
    if (!isCommit(commit)) return { forked: 0 };
    const { desk } = commit;
    const deskId = findDesk(desk);
    if (deskId === undefined) throw new Error(`desk ${desk} is none of this file's own`);
    for (const entry of commit.entries) {
      const { deskSeq: seq, hash: before } = headOf(deskId);
      if (entry.seq <= seq) continue;
      const made = madeOf(db, deskId, entry);
      const facts = { ...made, desk, actor: entry.actor, subject: subjectText(made.subject) };
      if (entry.seq !== seq + 1 || !isEntryHash(Buffer.from(entry.hash, 'hex'), before, facts))
        return { forked: entry.seq };
      write(made);
      entries += 1;
    }
  }
  return { entries };
}

function madeOf(db: Db, deskId: number, entry: Commit['entries'][number]): MadeEntry {
  const { seq: deskSeq, clock, at, actor, type, chain, step, seen, body } = entry;
  const subject = { kind: entry.subject.kind, name: Buffer.from(entry.subject.name, 'hex') };
  const told = type === 'account-added' ? (JSON.parse(body) as object) : undefined;
  if (told !== undefined) accountRowOf(db, subject.name.toString('utf8'), told);
  const author = actor === null ? null : { username: actor, accountId: accountRowOf(db, actor) };
  return {
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
  };
}

/** The row of a desk that this file is, or was. */
export function findOwnDeskRow(db: Db, uuid: string): number | undefined {
  const row = prepared(db, 'SELECT desk_id AS deskId, other FROM desk WHERE uuid = ?').get(uuid) as
    | { deskId: number; other: number | null }
    | undefined;
  return row === undefined || row.other === 1 ? undefined : row.deskId;
}
