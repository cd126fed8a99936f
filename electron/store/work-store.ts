import { type HeldCase, type HeldRow, heldCase, heldColumns, heldJoins, ofHolder } from './held-case.ts';
import { civilOrNull } from './instant.ts';
import type { Db } from './open.ts';
import { prepared, preparedValue } from './prepared.ts';
import { findUuidBytes } from './uuid.ts';

/** A case on which something is still to be done. */
export type WorkCase = HeldCase & {
  readonly extended: boolean;
  readonly finishedAt: string | null;
  readonly supplementAskedAt: string | null;
  readonly errorAt: string | null;
};

/** Seconds since 1970: after the first and up to the second. */
export type DueRange = { readonly after: number; readonly until: number };

/** Counts stop here: a list of more is "99+", and nobody waits for the exact number. */
export const countStops = 100;

type Row = HeldRow & {
  extended: number;
  finished_at: number | null;
  supplement_asked_at: number | null;
  error_at: number | null;
};

/** Each kind of work: its index, in its words, its order, and the range it is asked for where it has one. */
const kinds = {
  due: { where: 'status IN (2, 4, 6) AND due_at > @after AND due_at <= @until', order: 'due_at, case_id' },
  papers: { where: 'status = 5', order: 'supplement_asked_at, case_id' },
  // What has just become ready comes first: its applicant is the one to tell.
  results: { where: 'status IN (3, 9) AND archived = 0', order: 'finished_at DESC, case_id DESC' },
  errors: { where: 'error_at IS NOT NULL', order: 'error_at, case_id' },
  apologies: {
    where: 'status IN (2, 4, 6) AND due_at > @after AND due_at <= @until AND status IN (4, 6) AND extended = 0',
    order: 'due_at',
  },
  missed: {
    where: 'status IN (2, 4, 6) AND due_at > @after AND due_at <= @until AND status IN (4, 6)',
    order: 'due_at DESC',
  },
} as const;
export type WorkKind = keyof typeof kinds;

export type WorkQuestion = { readonly holder: string | null; readonly range?: DueRange };

const columns = `SELECT ${heldColumns}, extended, finished_at, supplement_asked_at, error_at FROM case_summary ${heldJoins}`;

/** The first cases of one kind of work; those of one holder, where that is asked. */
export function workCases(db: Db, kind: WorkKind, { holder, range }: WorkQuestion, limit: number): WorkCase[] {
  const { where, order } = kinds[kind];
  const sql = `${columns} WHERE ${ofHolder(where, holder)} ORDER BY ${order} LIMIT @limit`;
  const rows = prepared(db, sql).all({ ...range, holder, limit }) as Row[];
  return rows.map(workCase);
}

export function findWorkCase(db: Db, caseId: string): WorkCase | undefined {
  const sql = `${columns} WHERE case_id = (SELECT subject_id FROM subject WHERE kind = 3 AND name = ?)`;
  const row = prepared(db, sql).get(findUuidBytes(caseId)) as Row | undefined;
  return row === undefined ? undefined : workCase(row);
}

/** How many there are, up to `countStops`. */
export function countWork(db: Db, kind: WorkKind, { holder, range }: WorkQuestion): number {
  const where = ofHolder(kinds[kind].where, holder);
  return preparedValue(db, `SELECT count(*) FROM (SELECT 1 FROM case_summary WHERE ${where} LIMIT ${countStops})`).get({
    ...range,
    holder,
  }) as number;
}

function workCase(row: Row): WorkCase {
  return {
    ...heldCase(row),
    extended: row.extended === 1,
    finishedAt: civilOrNull(row.finished_at),
    supplementAskedAt: civilOrNull(row.supplement_asked_at),
    errorAt: civilOrNull(row.error_at),
  };
}
