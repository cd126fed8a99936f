import type { SpentRun } from '../../../domain/entries/entry.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { bodyDigest, chainCode } from '../../journal/chain.ts';
import { kindCode, kindOf, officeRow, subjectText } from '../../journal/subject.ts';

/**
 * The register for somebody who may not read it: of each entry what its hash is made of, with the digest in the place of the body (docs/topics/proof.md). One line of JSON each.
 * Nothing a person filed stands in it; accounts are told by their usernames, which are in the hashes.
 */
export type ExportLine =
  /** An entry of form 2: desk, chain, sequence, step, clock, at, actor, seen, subject, type, digest of the body, hash. */
  | readonly [
      'e',
      number,
      number,
      number,
      number,
      number,
      number,
      string | null,
      string | null,
      string,
      string,
      string,
      string,
    ]
  /** One of form 1, whose hash covers its body itself: desk, sequence, clock, at, actor, subject, type, hash. */
  | readonly ['1', number, number, number, number, string | null, string, string, string]
  /** The body of the entry before, where it tells of no person: desk, chain, sequence, salt, body. */
  | readonly ['b', number, number, number, string, string]
  /** A number that a case has: day as YYYYMMDD, serial, the case. */
  | readonly ['n', number, number, string]
  /** A number that was set aside on paper. */
  | readonly ['k', number, number]
  /** Numbers that were not used, and the entry that explains it: day, first, last, desk, sequence. */
  | readonly ['x', number, number, number, number, number]
  /** A receipt that the desk signed: the desk and the sequence of the entry that it comes from, and its square. */
  | readonly ['r', number, number, string];

export type ExportedDesk = { readonly uuid: string; readonly own: boolean; readonly follows: string | null };

/** Bodies without which numbers and keys could not be checked, and in which nobody is named. */
const shown: ReadonlySet<string> = new Set([
  'desk-begun',
  'desk-key',
  'form-begun',
  'kit-set-aside',
  'numbers-passed-over',
  'restored',
]);

export function exportedDesks(db: Db): readonly ExportedDesk[] {
  const rows = prepared(db, 'SELECT desk_id AS id, uuid, other, follows FROM desk ORDER BY desk_id').all() as {
    id: number;
    uuid: string;
    other: number | null;
    follows: number | null;
  }[];
  const uuids = new Map(rows.map(({ id, uuid }) => [id, uuid]));
  return rows.map(({ uuid, other, follows }) => ({
    uuid,
    own: other === null,
    follows: follows === null ? null : (uuids.get(follows) ?? null),
  }));
}

type Row = {
  seq: number;
  id: Buffer;
  deskId: number;
  deskSeq: number;
  chain: number | null;
  step: number | null;
  clock: number;
  at: number;
  actor: string | null;
  seen: string | null;
  kind: number;
  name: Buffer;
  type: string;
  body: string;
  digest: Buffer | null;
  hash: Buffer;
};

/** How far an export goes: what is told meanwhile is the next one's. */
export function exportEnd(db: Db): number {
  return (preparedValue(db, 'SELECT max(seq) FROM journal').get() as number | null) ?? 0;
}

export type ExportedHead = readonly [desk: number, chain: number, seq: number, hash: string];

/** The entries up to `end` in the order of the file, some at a time; `heads` and `cases` are filled as they are told. */
export function* entryLines(
  db: Db,
  end: number,
  heads: Map<string, ExportedHead>,
  cases: Set<string>,
): Generator<readonly ExportLine[]> {
  const places = new Map(
    (prepared(db, 'SELECT desk_id AS id FROM desk ORDER BY desk_id').all() as { id: number }[]).map(
      ({ id }, place) => [id, place] as const,
    ),
  );
  const next = prepared(
    db,
    `SELECT seq, journal.id AS id, desk_id AS deskId, desk_seq AS deskSeq, chain, step, clock, at, username AS actor, seen, kind, name, type, body,
      body_digest AS digest, hash FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id) WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${rowsAtOnce}`,
  );
  for (let after = 0; ;) {
    const rows = next.all(after, end) as Row[];
    if (rows.length === 0) return;
    yield rows.flatMap((row) => {
      const place = places.get(row.deskId) ?? 0;
      const chain = row.chain ?? chainCode.register;
      heads.set(`${place} ${chain}`, [place, chain, row.deskSeq, row.hash.toString('hex')]);
      if (row.type === 'received' && kindOf(row.kind) === 'case') cases.add(uuidText(row.name));
      return linesOf(row, place);
    });
    after = rows.at(-1)?.seq ?? end;
  }
}

const rowsAtOnce = 2000;

function linesOf(row: Row, place: number): ExportLine[] {
  const { id, deskSeq, chain, clock, at, actor, seen, type, body, digest } = row;
  const subject = subjectText({ kind: row.kind, name: row.name });
  const hash = row.hash.toString('hex');
  if (chain === null) return [['1', place, deskSeq, clock, at, actor, subject, type, hash]];
  const of = (digest ?? bodyDigest(id, body)).toString('hex');
  const entry = ['e', place, chain, deskSeq, row.step ?? 0, clock, at, actor, seen, subject, type, of, hash] as const;
  return digest === null && shown.has(type) ? [entry, ['b', place, chain, deskSeq, id.toString('hex'), body]] : [entry];
}

/** The numbers that were given to these cases, and those that went out on paper. */
export function* numberLines(db: Db, cases: ReadonlySet<string>): Generator<ExportLine> {
  const given = prepared(
    db,
    `SELECT day, serial, name FROM number_use JOIN subject ON subject_id = case_id WHERE kind = ${kindCode('case')} ORDER BY day, serial`,
  );
  for (const { day, serial, name } of given.iterate() as IterableIterator<{
    day: number;
    serial: number;
    name: Buffer;
  }>) {
    const caseId = uuidText(name);
    if (cases.has(caseId)) yield ['n', day, serial, caseId];
  }
  const aside = prepared(db, 'SELECT day, serial FROM kit_number ORDER BY day, serial');
  for (const { day, serial } of aside.iterate() as IterableIterator<{ day: number; serial: number }>)
    yield ['k', day, serial];
}

/** The cases that have a signed receipt, by the entry of their papers: what a square is made of again is the desk's to say. */
export function casesWithReceipts(db: Db, end: number): string[] {
  const names = preparedValue(
    db,
    `SELECT DISTINCT name FROM journal JOIN subject USING (subject_id)
      WHERE type = 'document-made' AND kind = ${kindCode('case')} AND seq <= ? AND body ->> '$.signed' IS NOT NULL`,
  ).all(end) as Buffer[];
  return names.map(uuidText);
}

/** Where an entry stands, as lines name it. */
export function placeOfEntry(db: Db, seq: number): readonly [desk: number, deskSeq: number] {
  return prepared(
    db,
    `SELECT (SELECT count(*) FROM desk WHERE desk.desk_id < journal.desk_id), desk_seq FROM journal WHERE seq = ?`,
  )
    .raw()
    .get(seq) as [number, number];
}

type Passed = { seq: number; body: string };

/** What restores of the first form passed over: their bodies are in their hashes, so they are not told, and their runs are. */
export function passedOverLines(db: Db, end: number): ExportLine[] {
  const rows = prepared(
    db,
    `SELECT seq, body FROM journal WHERE chain IS NULL AND type = 'restored' AND subject_id = ${officeRow} AND seq <= ?`,
  ).all(end) as Passed[];
  return rows.flatMap(({ seq, body }) => {
    const { spent } = JSON.parse(body) as { spent: readonly SpentRun[] };
    return spent.flatMap(({ series, first, last }): ExportLine[] => {
      const day = /^case (\d{4})-(\d\d)-(\d\d)$/.exec(series)?.slice(1).join('');
      return day === undefined ? [] : [['x', Number(day), first, last, ...placeOfEntry(db, seq)]];
    });
  });
}
