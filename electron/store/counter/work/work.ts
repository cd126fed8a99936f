import type { DueRange } from '../../../domain/counter/work/radar.ts';
import type { SupplementRule } from '../../../contract/catalogue/lists.ts';
import {
  type CaseSummary,
  type CaseSummaryRow,
  findCaseRow,
  fromSummary,
  summaryColumns,
  summaryOf,
} from '../case/case.ts';
import {
  type HeldCase,
  type HeldRow,
  heldCase,
  heldColumns,
  heldJoins,
  isUndoneRow,
  ofHolder,
  statusIn,
  statusIs,
} from '../case/listed.ts';
import { foldCase } from '../../../domain/counter/case/state.ts';
import { statusAfter } from '../../../domain/counter/case/status-after.ts';
import type { CaseAction, RecordedAction } from '../../../domain/entries/case.ts';
import type { Reference } from '../../../domain/entries/reference.ts';
import { secondsOf } from '../../../domain/base/civil-time.ts';
import { civilOf, civilOrNull, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entryBodies } from '../../journal/bodies.ts';
import { entriesOf } from '../../journal/entries.ts';
import { hasOtherDesks, tie } from '../../journal/order.ts';

/** A case on which something is still to be done. */
export type WorkCase = HeldCase & {
  readonly extended: boolean;
  readonly finishedAt: string | null;
  readonly supplementAskedAt: string | null;
  readonly errorAt: string | null;
};

/** Seconds since 1970: after the first and up to the second. */

/** Counts stop here: a list of more is "99+", and nobody waits for the exact number. */
export const countStops = 100;

type Row = HeldRow & {
  extended: number;
  finished_at: number | null;
  supplement_asked_at: number | null;
  error_at: number | null;
};

/** Each kind of work: its index, in its words, its order, and the range it is asked for where it has one. */
const due = `${statusIn('promised')} AND due_at > @after AND due_at <= @until`;
const kinds = {
  due: { where: due, order: 'due_at, case_id' },
  papers: { where: statusIs('supplement-requested'), order: 'supplement_asked_at, case_id' },
  // What has just become ready comes first: its applicant is the one to tell.
  results: { where: `${statusIn('to-return')} AND archived = 0`, order: 'finished_at DESC, case_id DESC' },
  errors: { where: 'error_at IS NOT NULL', order: 'error_at, case_id' },
  apologies: { where: `${due} AND ${statusIn('handled')} AND extended = 0`, order: 'due_at' },
  // The range keeps it to the index of what runs.
  untaken: { where: `${due} AND ${statusIn('handled')} AND holder IS NULL`, order: 'due_at, case_id' },
  // Those that never left the counter among them.
  overdue: { where: due, order: 'due_at DESC' },
} as const;
export type WorkKind = keyof typeof kinds;

export type WorkQuestion = { readonly holder: string | null; readonly range?: DueRange };

const columns = `SELECT ${heldColumns}, extended, finished_at, supplement_asked_at, error_at FROM case_summary ${heldJoins}`;

/** The first cases of one kind of work; those of one holder, where that is asked. */
export function workCases(db: Db, kind: WorkKind, { holder, range }: WorkQuestion, limit: number): WorkCase[] {
  const { where, order } = kinds[kind];
  const sql = `${columns} WHERE ${ofHolder(where, holder)} ORDER BY ${order.replace('case_id', tie(db))} LIMIT @limit`;
  const rows = prepared(db, sql).all({ ...range, holder, limit }) as Row[];
  return rows.map(workCase);
}

export function findWorkCase(db: Db, caseId: string): WorkCase | undefined {
  const row = prepared(db, `${columns} WHERE case_id = ?`).get(findCaseRow(db, caseId) ?? null) as Row | undefined;
  return row === undefined ? undefined : workCase(row);
}

type ProcedureRule = { readonly code: string; readonly rule: SupplementRule | null };

/** What the law of its field says of papers asked for, by the catalogue a case was received under; null where it says nothing. */
export function findSupplementRule(db: Db, caseId: string): ProcedureRule | undefined {
  const found = prepared(
    db,
    `SELECT json_extract(body, '$.code') code, json_extract(body, '$.supplement') rule FROM case_summary JOIN catalogue_procedure USING (procedure_id)
      WHERE case_id = ?`,
  ).get(findCaseRow(db, caseId) ?? null) as { code: string; rule: string | null } | undefined;
  if (found === undefined) return undefined;
  return { code: found.code, rule: found.rule === null ? null : (JSON.parse(found.rule) as SupplementRule) };
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

/** A case with something of its own beside its promise: an inner step, a leg at an agency or an awaited answer over its clock, a leg without one, a proposal that waits. */
export type BesideCase = HeldCase & {
  /** The end of the clock that ran out; null for a leg that nobody gave a time. Of a proposal since when it waits. */
  readonly until: string | null;
  /** The fold of the step or of the legs, as JSON; for an answer, who owes it; of a proposal its reason. */
  readonly state: string;
};

/** Each kind by its table and the words of its index; what is open of each is as little as the office's open work. */
const openLeg = `stage <> 'finished' AND stage IN ('to-send', 'sent', 'running') AND ${statusIn('promised')}`;
const besideKinds = {
  step: {
    table: 'whereabouts',
    state: 'state',
    until: 'step_due_at',
    where: 'step_due_at IS NOT NULL AND step_due_at < @now',
  },
  // No clock runs against a case that waits for its citizen or is closed (Điều 19 k5, Điều 21).
  leg: { table: 'case_leg', state: 'state', until: 'by_at', where: `${openLeg} AND by_at < @now` },
  untimed: { table: 'case_leg', state: 'state', until: 'by_at', where: `${openLeg} AND by_at IS NULL` },
  // No clock runs: it waits for a supervisor since.
  proposal: { table: 'supplement_proposal', state: 'reason', until: 'proposed_at', where: statusIs('processing') },
  // One line for a case: the answer that is late the longest.
  answer: {
    table: 'inquiry',
    state: 'asked',
    until: 'answer_by',
    where: `answered = 0 AND answer_by < @now AND ${statusIn('handled')} AND NOT EXISTS (SELECT 1 FROM inquiry AS other
      WHERE other.case_id = inquiry.case_id AND other.answered = 0 AND (other.answer_by, other.nth) < (inquiry.answer_by, inquiry.nth))`,
  },
} as const;
export type BesideKind = keyof typeof besideKinds;

export type BesideQuestion = { readonly holder: string | null; readonly now: number; readonly limit: number };

/** What has such a thing, the one of longest ago first; of one holder, where that is asked. */
export function casesBeside(db: Db, kind: BesideKind, question: BesideQuestion): BesideCase[] {
  const { table, state, until, where } = besideKinds[kind];
  const rows = prepared(
    db,
    `SELECT ${heldColumns}, ${until} AS until, ${state} AS state FROM ${table} CROSS JOIN case_summary USING (case_id) ${heldJoins}
      WHERE ${ofHolder(where, question.holder)} ORDER BY ${until}, ${tie(db)} LIMIT @limit`,
  ).all(question) as (HeldRow & { until: number | null; state: string })[];
  return rows.map((row) => ({ ...heldCase(row), until: civilOrNull(row.until), state: row.state }));
}

/** How many there are, up to `limit`. */
export function countBeside(db: Db, kind: BesideKind, question: BesideQuestion): number {
  const { table, where } = besideKinds[kind];
  return preparedValue(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM ${table} CROSS JOIN case_summary USING (case_id)
      WHERE ${ofHolder(where, question.holder)} LIMIT @limit)`,
  ).get(question) as number;
}

/** Reasons that had to be given, newest first, each with its case; none of a reception that was taken back. */
export function confirmedEntries(
  db: Db,
  limit: number,
): { readonly caseId: string; readonly at: string; readonly username: string; readonly action: Confirmed }[] {
  const rows = prepared(
    db,
    `SELECT name, at, username, body FROM journal JOIN subject USING (subject_id) LEFT JOIN account USING (account_id)
      WHERE type = 'confirmed' AND EXISTS (SELECT 1 FROM case_summary WHERE case_id = subject_id AND NOT ${isUndoneRow}) AND json_type(body, '$.confirmations') = 'array' ORDER BY ${hasOtherDesks(db) ? 'clock DESC, hash' : 'seq DESC'} LIMIT ?`,
  ).all(limit) as { name: Buffer; at: number; username: string | null; body: string }[];
  const bodies = entryBodies(db);
  return rows.map(({ name, at, username, body }) => ({
    caseId: uuidText(name),
    at: civilOf(at),
    username: username ?? '',
    action: bodies.read('confirmed', body, at) as Confirmed,
  }));
}

type Confirmed = Extract<CaseAction, { type: 'confirmed' }>;

type PromiseRow = CaseSummaryRow & { phone: string | null };

const isRunning = `${statusIn('promised')} AND due_at IS NOT NULL`;

/**
 * Cases with a promise running, the nearest first, with whom to call; with `before` only those that were in the journal before that
 * entry.
 */
export function runningPromises(
  db: Db,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): (CaseSummary & { readonly phone: string | null })[] {
  const rows = prepared(
    db,
    `SELECT ${summaryColumns}, person.phone ${fromSummary}
      WHERE ${isRunning} AND (SELECT min(seq) FROM journal WHERE journal.subject_id = case_id) < ? ORDER BY due_at LIMIT ?`,
  ).all(before, limit) as PromiseRow[];
  return rows.map((row) => ({ ...summaryOf(row), phone: row.phone }));
}

/** How many files run that were received from a moment on, by the code of their procedure; those that wait for papers too. */
export function runningByProcedure(db: Db, from: string): ReadonlyMap<string, number> {
  const received = (statuses: string): string =>
    `SELECT code FROM case_summary JOIN catalogue_procedure USING (procedure_id) WHERE ${statuses} AND accepted_at >= @from`;
  const rows = prepared(
    db,
    `SELECT code, count(*) AS files
      FROM (${received(statusIn('promised'))} UNION ALL ${received(statusIs('supplement-requested'))}) GROUP BY code`,
  ).all({ from: secondsOf(from) }) as { code: string; files: number }[];
  return new Map(rows.map(({ code, files }) => [code, files]));
}

/** What was asked of others and is not answered yet, as the cases' actions tell (NĐ 118/2025 Điều 19 k4). */
export function inquiryProjection(db: Db): (caseId: number, action: CaseAction) => void {
  const sent = prepared(
    db,
    `INSERT INTO inquiry (case_id, nth, asked, answer_by)
      SELECT @caseId, count(*), @asked, @answerBy FROM inquiry WHERE case_id = @caseId`,
  );
  const answered = prepared(db, 'UPDATE inquiry SET answered = 1 WHERE case_id = ? AND nth = ?');
  /** Which came first in this file says nothing where several desks asked: the fold knows each by its name. */
  const placeOfInquiry = (caseId: number, inquiry: Reference): number =>
    typeof inquiry === 'number'
      ? inquiry
      : foldCase(entriesOf<RecordedAction>(db, caseId)).inquiries.findIndex(({ ref }) => ref === inquiry);
  return (caseId, action) => {
    if (action.type === 'inquiry-sent') sent.run({ caseId, asked: action.asked, answerBy: secondsOf(action.answerBy) });
    if (action.type === 'inquiry-answered') answered.run(caseId, placeOfInquiry(caseId, action.inquiry));
  };
}

/** Proposals that wait, up to `countStops`. */
export function countProposals(db: Db): number {
  return countBeside(db, 'proposal', { holder: null, now: 0, limit: countStops });
}

/** What an officer proposed to ask for and nobody answered; a file that has gone on waits for no answer. */
export function proposalProjection(db: Db): (caseId: number, at: number, action: CaseAction) => void {
  const proposed = prepared(
    db,
    `INSERT OR REPLACE INTO supplement_proposal (case_id, proposed_at, reason)
      SELECT case_id, @at, @reason FROM case_summary WHERE case_id = @caseId AND ${statusIs('processing')}`,
  );
  const answered = prepared(db, 'DELETE FROM supplement_proposal WHERE case_id = ?');
  return (caseId, at, action) => {
    if (action.type === 'supplement-proposed') proposed.run({ caseId, at, reason: action.reason });
    else if (action.type === 'supplement-declined' || leavesProcessing(action)) answered.run(caseId);
  };
}

/** Not a reception, which comes before there is anything to propose: clerks wait for it. */
function leavesProcessing(action: CaseAction): boolean {
  return action.type !== 'received' && statusAfter(action) !== null;
}

/** Files under way that a person holds, by their rows' names; the nearest promise first, those that wait for papers last. */
export function heldFiles(db: Db, username: string): { readonly caseId: string; readonly number: string }[] {
  const of = (where: string) =>
    prepared(
      db,
      `SELECT subject.name AS uuid, number FROM case_summary JOIN subject ON subject_id = case_id
        WHERE ${where} AND holder = ? ORDER BY due_at, ${tie(db)}`,
    ).all(username) as { uuid: Buffer; number: string }[];
  return [...of(statusIn('promised')), ...of(statusIs('supplement-requested'))].map(({ uuid, number }) => ({
    caseId: uuidText(uuid),
    number,
  }));
}
