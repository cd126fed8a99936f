import type { CentreFacts, CommittedTerm, Figures, KeptReport } from '../../../contract/books/report/report.ts';
import type { OfficeEvent } from '../../../domain/entries/entry.ts';
import { unpackFigures } from '../../../domain/books/report/figures.ts';
import { type Offered, unpackOffered } from '../../../domain/books/report/offered.ts';
import { civilOf, findUuidBytes, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { ofThisOffice } from '../../journal/subject.ts';

type Exported = Extract<OfficeEvent, { type: 'report-exported' }>;
type Row = {
  readonly seq: number;
  readonly id: Buffer;
  readonly at: number;
  readonly by: string | null;
  readonly body: string;
};

/** A kept report with its numbers, where they were kept, the rules that they were counted by, what was offered (of the index), and the entry it is. */
export type Kept = {
  readonly report: KeptReport;
  readonly figures: Figures | null;
  readonly rules: number;
  readonly offered: readonly Offered[] | null;
  readonly seq: number;
};

const columns = `SELECT seq, id, at, full_name AS by, body FROM journal LEFT JOIN account USING (account_id)`;

/** The reports that left this office as files, the newest first, and how many there are. */
type KeptPage = { readonly skip: number; readonly limit: number };

export function keptReports(db: Db, { skip, limit }: KeptPage): { reports: KeptReport[]; count: number } {
  const kept = `${ofThisOffice} AND type = 'report-exported'`;
  const rows = prepared(db, `${columns} WHERE ${kept} ORDER BY seq DESC LIMIT ? OFFSET ?`).all(limit, skip) as Row[];
  const count = preparedValue(db, `SELECT count(*) FROM journal WHERE ${kept}`).get() as number;
  return { reports: rows.map((row) => keptOf(row).report), count };
}

/** One of them by its id; undefined where there is none. */
export function findKept(db: Db, reportId: string): Kept | undefined {
  const id = findUuidBytes(reportId);
  if (id === undefined) return undefined;
  const row = prepared(db, `${columns} WHERE ${ofThisOffice} AND type = 'report-exported' AND id = ?`).get(id);
  return row === undefined ? undefined : keptOf(row as Row);
}

function keptOf({ seq, id, at, by, body }: Row): Kept {
  const { report, from, to, format, head, madeAt, figures, rules = 1, offered, sha256 } = JSON.parse(body) as Exported;
  const made = { madeAt: madeAt ?? civilOf(at), by: by ?? '', head, sha256: sha256 ?? null };
  return {
    report: { reportId: uuidText(id), report, from, to, format, ...made },
    figures: figures === undefined ? null : unpackFigures(figures),
    rules,
    offered: offered === undefined ? null : unpackOffered(offered),
    seq,
  };
}

/** So many entries lie between what a report was made of and the entry that keeps it, at most. */
const furthest = 100_000;

/** The entry that the register ended with when a kept report was made; undefined where it is not in this file. */
export function findSeen(db: Db, { seq, report: { head } }: Kept): number | undefined {
  return preparedValue(
    db,
    `SELECT seq FROM journal WHERE seq < @seq AND seq > @seq - ${furthest} AND substr(hash, 1, 8) = @head ORDER BY seq DESC LIMIT 1`,
  ).get({ seq, head: Buffer.from(head, 'hex') }) as number | undefined;
}

export type SaidOfCentre = CentreFacts & { readonly by: string; readonly at: string };

/** What was said of the centre, in the order in which it was said, up to an entry. */
export function centreFacts(db: Db, seen = Number.MAX_SAFE_INTEGER): readonly SaidOfCentre[] {
  const rows = prepared(
    db,
    `${columns} WHERE ${ofThisOffice} AND type = 'centre-facts-set' AND seq <= ? ORDER BY seq`,
  ).all(seen) as Row[];
  return rows.map(({ at, by, body }) => ({ ...(JSON.parse(body) as CentreFacts), by: by ?? '', at: civilOf(at) }));
}

export type SaidTerm = CommittedTerm & { readonly by: string; readonly at: string };

/** What the office committed to, in the order in which it was said, up to an entry. */
export function committedTerms(db: Db, seen = Number.MAX_SAFE_INTEGER): readonly SaidTerm[] {
  const rows = prepared(
    db,
    `${columns} WHERE ${ofThisOffice} AND type = 'committed-term-set' AND seq <= ? ORDER BY seq`,
  ).all(seen) as Row[];
  return rows.map(({ at, by, body }) => {
    const { procedureCode, value, unit, document, from } = JSON.parse(body) as CommittedTerm;
    return { procedureCode, value, unit, document, from, by: by ?? '', at: civilOf(at) };
  });
}
