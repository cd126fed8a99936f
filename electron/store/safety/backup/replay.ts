import { isAsKept } from '../verify/checks/kept.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { knownPasswords, rememberPassword } from '../../common/office/known-passwords.ts';
import { entryBodies } from '../../journal/bodies.ts';
import {
  type ChainKind,
  type FormFields,
  chainCode,
  chainKinds,
  formColumns,
  isEntryHash,
} from '../../journal/chain.ts';
import { type Journal, findDeskUuid, openJournal, ownDeskId } from '../../journal/journal.ts';
import type { Head } from '../../journal/make-entry.ts';
import { isSeenHere } from '../../journal/order.ts';
import { kindOf, subjectText } from '../../journal/subject.ts';
import { projections } from '../../projections.ts';

type Row = {
  id: Buffer;
  deskSeq: number;
  clock: number;
  at: number;
  username: string | null;
  kind: number;
  name: Buffer;
  type: string;
  body: string;
  hash: Buffer;
} & FormFields;

export type Replayed = {
  readonly entries: number;
  /** The last entry that came over. */
  readonly last: number;
  /** Whether the damaged journal was read to its end; otherwise what stands behind is not believed. */
  readonly whole: boolean;
};

/** A file of an earlier version has no columns of a later form. */
const nextOf = (
  columns: string,
) => `SELECT id, desk_seq AS deskSeq, clock, at, username, kind, name, type, body, hash, ${columns}
  FROM journal JOIN desk USING (desk_id) JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
  WHERE uuid = ? AND desk_seq > CASE WHEN chain IS ${chainCode.machine} THEN ? ELSE ? END ORDER BY seq`;

/** What entries rest on and do not hold: taken over as far as it can be read; an entry that still lacks something is where it ends. */
const besides = ['catalogue_procedure', 'form_kept', 'process_kept', 'content_kept', 'request'];

/**
 * What a damaged file still tells beyond a backup: its own desk's entries, as long as each follows the one before. They are the same
 * entries with the same hashes; a link that does not hold ends it, and nothing behind it is believed. A commit comes over whole or not at all.
 */
export function replayTail(into: Db, damaged: Db): Replayed {
  const deskId = ownDeskId(into);
  const desk = findDeskUuid(into, deskId) ?? '';
  const journal = openJournal(into, deskId);
  const takeCommit = committing(into, damaged, journal, deskId);
  const hasAllBesides = besides.map((table) => takeOver(into, damaged, table)).every(Boolean);
  const heads: Record<ChainKind, Head> = { register: journal.head('register'), machine: journal.head('machine') };
  let entries = 0;
  let whole = true;
  let commit: Row[] = [];
  const take = (): void => {
    if (commit.length > 0) takeCommit(commit);
    entries += commit.length;
    commit = [];
  };
  try {
    const next = damaged.prepare(nextOf(hasForms(damaged) ? formColumns : noForm));
    const rows = next.iterate(desk, heads.machine.deskSeq, heads.register.deskSeq);
    for (const row of rows as IterableIterator<Row>) {
      // Of form 1 each entry comes alone: where its commit ended is not told.
      if ((row.step ?? 0) === 0) take();
      const chain = row.chain === chainCode.machine ? 'machine' : 'register';
      // What it rests on of other desks came after the backup: they have it, and what stands behind goes on from there.
      if (row.seen !== null && !isSeenHere(into, desk, row.seen)) {
        whole = false;
        commit = [];
        break;
      }
      const facts = { ...row, desk, actor: row.username, subject: subjectText(row) };
      if (row.deskSeq !== heads[chain].deskSeq + 1 || !isEntryHash(row.hash, heads[chain].hash, facts)) {
        whole = false;
        commit = [];
        break;
      }
      heads[chain] = row;
      commit.push(row);
    }
    if (endsThere(damaged, desk, heads, commit.at(-1))) take();
    else whole = false;
  } catch (error) {
    // A page that cannot be read, or an entry that rests on one: up to here it is whole. Anything else is a bug of ours.
    if (isUnwritten(error) || (hasAllBesides && !isDamage(error))) throw error;
    journal.reload();
    whole = false;
  }
  return { entries, last: journal.head().deskSeq, whole };
}

/** Writes the entries of one commit and what follows from them. */
function committing(into: Db, damaged: Db, journal: Journal, deskId: number): (commit: readonly Row[]) => void {
  const [deriving, bodies] = [projections(into), entryBodies(into)];
  return into.transaction((commit: readonly Row[]) => {
    for (const row of commit) {
      const { id, deskSeq, clock, at, username, type, body, hash, chain, step, seen, bodyDigest } = row;
      takeAccount(into, damaged, row);
      const author = username === null ? null : { username, accountId: accountOf(into, username) };
      const form = { chain, step, seen, bodyDigest };
      const made = { id, deskId, deskSeq, clock, at, author, subject: row, type, body, hash, ...form };
      const written = journal.write(made);
      deriving.tell(kindOf(row.kind), written.subjectId, at, bodies.read(type, body, at), written);
    }
    deriving.settle();
    journal.endCommit();
  });
}

/** Whether the last commit that was read is a whole one: the damaged file says how far its chains went. Of form 1 each entry comes alone. */
function endsThere(
  damaged: Db,
  desk: string,
  heads: Readonly<Record<ChainKind, Head>>,
  last: Row | undefined,
): boolean {
  if (last === undefined || last.chain === null) return true;
  const end = preparedValue(
    damaged,
    'SELECT desk_seq FROM chain JOIN desk USING (desk_id) WHERE uuid = ? AND kind = ?',
  );
  return chainKinds.every((kind) => (end.get(desk, chainCode[kind]) ?? 0) === heads[kind].deskSeq);
}

function hasForms(db: Db): boolean {
  return preparedValue(db, "SELECT 1 FROM pragma_table_info('journal') WHERE name = 'chain'").get() === 1;
}

const noForm = 'NULL AS chain, NULL AS step, NULL AS seen, NULL AS bodyDigest';

function accountOf(db: Db, username: string): number {
  return preparedValue(db, 'SELECT account_id FROM account WHERE username = ?').get(username) as number;
}

/** An account's secret is in no entry: it comes with the entry that speaks of it. */
function takeAccount(into: Db, damaged: Db, { type, kind, name }: Row): void {
  if (kindOf(kind) !== 'account' || (!type.startsWith('account-') && type !== 'password-set')) return;
  const row = prepared(
    damaged,
    'SELECT username, full_name, role, password, disabled FROM account WHERE username = ?',
  ).get(name.toString('utf8')) as Record<string, string | number> | undefined;
  if (row === undefined) return;
  prepared(
    into,
    `INSERT INTO account (username, full_name, role, password, disabled) VALUES (@username, @full_name, @role, @password, @disabled)
      ON CONFLICT (username) DO UPDATE SET full_name = excluded.full_name, role = excluded.role, password = excluded.password, disabled = excluded.disabled`,
  ).run(row);
  takeKnownPasswords(into, damaged, accountOf(into, name.toString('utf8')), accountOf(damaged, name.toString('utf8')));
}

/** None of them is taken again; a register from before has none. */
function takeKnownPasswords(into: Db, damaged: Db, accountId: number, there: number): void {
  if (preparedValue(damaged, "SELECT 1 FROM sqlite_master WHERE name = 'known_password'").get() === undefined) return;
  prepared(into, 'DELETE FROM known_password WHERE account_id = ?').run(accountId);
  for (const known of knownPasswords(damaged, there).toReversed()) rememberPassword(into, accountId, known);
}

/** What the driver says of a file whose pages or rows cannot be read, and of an entry that lacks what it rests on; a disk that does not write is none of it. */
export function isDamage(error: unknown): boolean {
  return (
    !isUnwritten(error) &&
    /^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN|CONSTRAINT|MISMATCH|FORMAT|SCHEMA|ERROR)(_|$)/.test(codeOf(error))
  );
}

/** The disk did not take what was written: it says nothing of the file that is read, and to go on would leave out what that one still tells. */
function isUnwritten(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE|SHM\w*))$/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

function isAsNamed({ sha256, id, body, steps }: Record<string, unknown>): boolean {
  if (Buffer.isBuffer(sha256) && typeof body === 'string') return isAsKept(sha256.toString('hex'), body);
  return typeof id === 'string' && typeof steps === 'string' ? isAsKept(id, steps) : true;
}

/** Whether the table could be read there. */
function takeOver(into: Db, damaged: Db, table: string): boolean {
  try {
    const columns = damaged.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    // A catalogue's rows have other numbers elsewhere, and their order in a version is what its hash is over.
    const taken = columns.filter((name) => name !== 'procedure_id');
    const all = damaged.prepare(`SELECT ${taken.join(', ')} FROM ${table}`).all() as Record<string, unknown>[];
    // A text that changed on the disk is not brought over under the name of what it was.
    const rows = all.filter((row) => isAsNamed(row));
    const insert = into.prepare(
      `INSERT INTO ${table} (${taken.join(', ')}) VALUES (${taken.map((name) => `@${name}`).join(', ')}) ON CONFLICT DO NOTHING`,
    );
    into.transaction(() => rows.forEach((row) => insert.run(row)))();
    return true;
  } catch (error) {
    if (!isDamage(error)) throw error;
    // Unreadable there: an entry that needs it is where the replay ends.
    return false;
  }
}
