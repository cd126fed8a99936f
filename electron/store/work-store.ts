import type { CaseStatus } from '../contract/case.ts';
import { getStatusByCode } from '../domain/case-status.ts';
import { civilOf, civilOrNull } from './instant.ts';
import type { Db } from './open.ts';
import { uuidText } from './uuid.ts';

/** A case on which something is still to be done. */
export type WorkCase = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly status: CaseStatus;
  readonly dueAt: string | null;
  readonly extended: boolean;
  /** The username of who has taken it, and their name where this desk knows them. */
  readonly holder: string | null;
  readonly holderName: string | null;
  readonly finishedAt: string | null;
  readonly supplementAskedAt: string | null;
  readonly errorAt: string | null;
};

/** Seconds since 1970: after the first and up to the second. */
export type DueRange = { readonly after: number; readonly until: number };

/** Counts stop here: a list of more is "99+", and nobody waits for the exact number. */
export const countStops = 100;

type Row = {
  uuid: Buffer;
  number: string;
  full_name: string;
  name: string;
  status: number;
  due_at: number | null;
  extended: number;
  holder: string | null;
  holder_name: string | null;
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
    where: 'status IN (2, 4, 6) AND due_at > @after AND due_at <= @until AND status = 4 AND extended = 0',
    order: 'due_at',
  },
  missed: {
    where: 'status IN (2, 4, 6) AND due_at > @after AND due_at <= @until AND status = 4',
    order: 'due_at DESC',
  },
} as const;
export type WorkKind = keyof typeof kinds;

export type WorkQuestion = { readonly holder: string | null; readonly range?: DueRange };

const columns = `SELECT subject.name AS uuid, number, person.full_name, catalogue_procedure.name AS name, status, due_at, extended, holder,
    (SELECT account.full_name FROM account WHERE username = holder) AS holder_name, finished_at, supplement_asked_at, error_at
  FROM case_summary CROSS JOIN subject ON subject_id = case_id CROSS JOIN person USING (person_id)
    CROSS JOIN catalogue_procedure USING (procedure_id)`;

type Statements = Record<WorkKind, Record<'rows' | 'count' | 'heldRows' | 'heldCount', ReturnType<Db['prepare']>>>;

const prepared = new WeakMap<Db, Statements>();

/** The list is asked for every minute and after every act, so its statements are prepared once for each open file. */
function statementsOf(db: Db): Statements {
  const known = prepared.get(db);
  if (known !== undefined) return known;
  const made = Object.fromEntries(
    Object.entries(kinds).map(([kind, { where, order }]) => [kind, statementsOfKind(db, where, order)]),
  );
  prepared.set(db, made as Statements);
  return made as Statements;
}

function statementsOfKind(db: Db, where: string, order: string) {
  const held = `holder = @holder AND ${where}`;
  // The order of the joins is given, so that the cases come in the order of their index and only the first are looked up.
  const rows = (condition: string) => `${columns} WHERE ${condition} ORDER BY ${order} LIMIT @limit`;
  const count = (condition: string) =>
    `SELECT count(*) FROM (SELECT 1 FROM case_summary WHERE ${condition} LIMIT ${countStops})`;
  return {
    rows: db.prepare(rows(where)),
    count: db.prepare(count(where)).pluck(),
    heldRows: db.prepare(rows(held)),
    heldCount: db.prepare(count(held)).pluck(),
  };
}

/** The first cases of one kind of work; those of one holder, where that is asked. */
export function workCases(db: Db, kind: WorkKind, question: WorkQuestion, limit: number): WorkCase[] {
  const { rows, heldRows } = statementsOf(db)[kind];
  return ((question.holder === null ? rows : heldRows).all({ ...parameters(question), limit }) as Row[]).map(workCase);
}

/** How many there are, up to `countStops`. */
export function countWork(db: Db, kind: WorkKind, question: WorkQuestion): number {
  const { count, heldCount } = statementsOf(db)[kind];
  return (question.holder === null ? count : heldCount).get(parameters(question)) as number;
}

function parameters({ holder, range }: WorkQuestion): Record<string, unknown> {
  return { ...(holder === null ? {} : { holder }), ...range };
}

function workCase(row: Row): WorkCase {
  return {
    caseId: uuidText(row.uuid),
    number: row.number,
    applicantName: row.full_name,
    procedureName: row.name,
    status: getStatusByCode(row.status),
    dueAt: civilOrNull(row.due_at),
    extended: row.extended === 1,
    holder: row.holder,
    holderName: row.holder_name ?? row.holder,
    finishedAt: civilOrNull(row.finished_at),
    supplementAskedAt: civilOrNull(row.supplement_asked_at),
    errorAt: row.error_at === null ? null : civilOf(row.error_at),
  };
}
