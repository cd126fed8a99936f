import type { CaseStatus } from '../contract/case.ts';
import { getStatusByCode } from '../domain/case-status.ts';
import { civilOf, civilOrNull } from './instant.ts';
import type { Db } from './open.ts';
import { uuidText } from './uuid.ts';

/** A case whose inner step, or whose leg at an agency, is over its own clock. */
export type LateCase = {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly status: CaseStatus;
  readonly dueAt: string | null;
  readonly holder: string | null;
  readonly holderName: string | null;
  /** The end of the clock that ran out. */
  readonly until: string;
  /** The fold of the step or of the legs, as JSON. */
  readonly state: string;
};

type Row = {
  uuid: Buffer;
  number: string;
  full_name: string;
  name: string;
  status: number;
  due_at: number | null;
  holder: string | null;
  holder_name: string | null;
  until: number;
  state: string;
};

/** Each kind by its table and the words of its index; both tables are as small as the office's open work. */
const kinds = {
  step: { table: 'whereabouts', until: 'step_due_at', where: 'step_due_at IS NOT NULL AND step_due_at < @now' },
  // No clock runs against a case that waits for its citizen or is closed (Điều 19 k5, Điều 21).
  leg: {
    table: 'case_leg',
    until: 'by_at',
    where: `stage <> 'finished' AND stage IN ('to-send', 'sent', 'running') AND by_at < @now AND status IN (2, 4, 6)`,
  },
} as const;
export type LateKind = keyof typeof kinds;

type Statement = ReturnType<Db['prepare']>;
type Statements = Record<LateKind, Record<'rows' | 'count' | 'heldRows' | 'heldCount', Statement>>;

const prepared = new WeakMap<Db, Statements>();

function statementsOf(db: Db): Statements {
  const known = prepared.get(db);
  if (known !== undefined) return known;
  const made: Statements = { step: statementsOfKind(db, 'step'), leg: statementsOfKind(db, 'leg') };
  prepared.set(db, made);
  return made;
}

function statementsOfKind(db: Db, kind: LateKind) {
  const { table, until, where } = kinds[kind];
  const from = `FROM ${table} CROSS JOIN case_summary USING (case_id)`;
  const rows = (condition: string) =>
    db.prepare(`SELECT subject.name AS uuid, number, person.full_name, catalogue_procedure.name AS name, status, due_at, holder,
        (SELECT account.full_name FROM account WHERE username = holder) AS holder_name, ${until} AS until, state
      ${from} CROSS JOIN subject ON subject_id = case_id CROSS JOIN person USING (person_id)
        CROSS JOIN catalogue_procedure USING (procedure_id)
      WHERE ${condition} ORDER BY ${until}, case_id LIMIT @limit`);
  const count = (condition: string) =>
    db.prepare(`SELECT count(*) FROM (SELECT 1 ${from} WHERE ${condition} LIMIT @limit)`).pluck();
  const held = `${where} AND holder = @holder`;
  return { rows: rows(where), count: count(where), heldRows: rows(held), heldCount: count(held) };
}

export type LateQuestion = { readonly holder: string | null; readonly now: number; readonly limit: number };

/** What is over its inner clock, the longest late first; of one holder, where that is asked. */
export function lateCases(db: Db, kind: LateKind, question: LateQuestion): LateCase[] {
  const { rows, heldRows } = statementsOf(db)[kind];
  return ((question.holder === null ? rows : heldRows).all(valuesOf(question)) as Row[]).map(lateCase);
}

/** How many there are, up to `limit`. */
export function countLate(db: Db, kind: LateKind, question: LateQuestion): number {
  const { count, heldCount } = statementsOf(db)[kind];
  return (question.holder === null ? count : heldCount).get(valuesOf(question)) as number;
}

function valuesOf({ holder, now, limit }: LateQuestion): Record<string, unknown> {
  return { now, limit, ...(holder === null ? {} : { holder }) };
}

function lateCase(row: Row): LateCase {
  return {
    caseId: uuidText(row.uuid),
    number: row.number,
    applicantName: row.full_name,
    procedureName: row.name,
    status: getStatusByCode(row.status),
    dueAt: civilOrNull(row.due_at),
    holder: row.holder,
    holderName: row.holder_name ?? row.holder,
    until: civilOf(row.until),
    state: row.state,
  };
}
