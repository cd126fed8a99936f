import {
  type PrintedNumber,
  canonicalCode,
  caseNumbersIn,
  isSameCode,
  parseCaseNumber,
} from '../../domain/base/numbering.ts';
import { type CaseState, foldCase } from '../../domain/counter/case/state.ts';
import type { CaseAction } from '../../domain/entries/case.ts';
import { isBundleOpen } from '../../domain/routing/bundle.ts';
import { type Whereabouts, firstWhereabouts, follow, moving } from '../../domain/routing/whereabouts.ts';
import { wholeNumbers } from '../../domain/counter/search/query.ts';
import { actionsOfRow } from '../counter/case/case.ts';
import {
  type NamedCase,
  type NamedRow,
  isUndoneRow,
  namedCase,
  namedColumns,
  statusIs,
} from '../counter/case/listed.ts';
import { secondsOf } from '../../domain/base/civil-time.ts';
import { civilOf, dayNumber, secondsOrNull, uuidText } from '../file/rows/codecs.ts';
import type { Db } from '../file/db.ts';
import { type FoldedTable, foldedTable } from '../file/rows/folded-table.ts';
import { prepared, preparedValue } from '../file/rows/prepared.ts';
import type { RecordedBy } from '../journal/entries.ts';
import { tie } from '../journal/order.ts';
import { type CaseStatus, getStatusByCode, isIn } from '../../contract/base/case-status.ts';

/** Cases under way, by row. */
export type WhereaboutsTable = Omit<FoldedTable<Whereabouts>, 'says'>;

export function whereaboutsTable(db: Db): FoldedTable<Whereabouts> {
  return foldedTable<Whereabouts>(db, {
    table: 'whereabouts',
    key: 'case_id',
    columns: {
      step_due_at: ({ stage }) => secondsOrNull(stage?.dueAt ?? null),
      keeper: ({ bundle }) => (bundle.at.kind === 'person' ? bundle.at.username : null),
      awaited_at: ({ bundle }) => secondsOrNull(bundle.awaitedSince),
      missing_at: ({ bundle }) => secondsOrNull(bundle.missingSince),
      lost_at: ({ bundle: { lost } }) => (lost === null || lost.settledAt !== null ? null : secondsOf(lost.reportedAt)),
    },
  });
}

/**
 * The whole table in memory while an office is made by machine: it is as small as the office's work, but nearly every case goes through
 * it. `save` writes it, inside the same transaction.
 */
export function whereaboutsInMemory(db: Db): WhereaboutsTable & { save(): void } {
  const kept = new Map<number, Whereabouts>();
  for (const { id, state } of prepared(db, 'SELECT case_id AS id, state FROM whereabouts').all() as Kept[])
    kept.set(id, JSON.parse(state) as Whereabouts);
  return {
    has: (caseId) => kept.has(caseId),
    find: (caseId) => kept.get(caseId),
    keep: (caseId, where) => void kept.set(caseId, where),
    drop: (caseId) => void kept.delete(caseId),
    save: () => {
      db.exec('DELETE FROM whereabouts');
      const table = whereaboutsTable(db);
      for (const [caseId, where] of [...kept].sort(([one], [other]) => one - other)) table.keep(caseId, where);
    },
  };
}

type Kept = { readonly id: number; readonly state: string };

/** Whether a case has a row in the table; one that never left the counter, or is closed with nothing owed for its papers, has none. */
export function isUnderWay({ stage, bundle }: Whereabouts, status: CaseStatus): boolean {
  const begun = stage !== null || bundle.moves > 0;
  const closed = isIn(status, 'ended') || (status === 'refused' && bundle.at.kind === 'archive');
  return begun && (!closed || isBundleOpen(bundle));
}

export function whereaboutsOf({ holder, stage, bundle }: CaseState): Whereabouts {
  return { holder, stage, bundle };
}

function begins({ type }: CaseAction): boolean {
  return type === 'transferred' || type === 'resumed' || type.startsWith('bundle-');
}

/** Keeps the list of files and papers that are under way. */
export function whereaboutsProjection(
  db: Db,
  table: WhereaboutsTable = whereaboutsTable(db),
): (caseId: number, at: number, action: CaseAction, by: RecordedBy) => void {
  const status = preparedValue(db, 'SELECT status FROM case_summary WHERE case_id = ?');
  const accepted = preparedValue(db, 'SELECT accepted_at FROM case_summary WHERE case_id = ?');
  const receiver = preparedValue(
    db,
    `SELECT username FROM journal LEFT JOIN account USING (account_id) WHERE subject_id = ? AND type = 'received'
      ORDER BY clock, (SELECT uuid FROM desk WHERE desk.desk_id = journal.desk_id) LIMIT 1`,
  );

  function next(caseId: number, at: number, action: CaseAction, { actor, seq }: RecordedBy): Whereabouts {
    const kept = table.find(caseId);
    const moved = { action, at: civilOf(at), actor };
    if (kept !== undefined) return follow(kept, moved);
    // The common beginning is reckoned at once; whatever comes back into the list is folded from the journal.
    if (action.type !== 'transferred') return whereaboutsOf(foldCase(actionsOfRow(db, caseId, seq)));
    const acceptedAt = civilOf(accepted.get(caseId) as number);
    return follow(firstWhereabouts((receiver.get(caseId) as string | null) ?? '', acceptedAt), moved);
  }

  return (caseId, at, action, by) => {
    if (!moving.has(action.type)) return;
    // Only a hand-over or the papers bring a case into the list; most cases leave it for good, or were never in it.
    if (!begins(action) && !table.has(caseId)) return;
    const where = next(caseId, at, action, by);
    placeCase(table, caseId, where, getStatusByCode(status.get(caseId) as number));
  };
}

/** Puts a case into the list of those under way, or takes it out, as its whole fold has it. */
export function placeCase(table: WhereaboutsTable, caseId: number, where: Whereabouts, status: CaseStatus): void {
  if (isUnderWay(where, status)) table.keep(caseId, where);
  else table.drop(caseId);
}

/** A case under way, as lists of files and papers show it. */
export type KeptWhereabouts = NamedCase & {
  readonly procedureCode: string;
  readonly acceptedAt: string;
  readonly where: Whereabouts;
};

type Row = NamedRow & { code: string; accepted_at: number; state: string };

const select = `SELECT ${namedColumns}, code, accepted_at, state
  FROM whereabouts CROSS JOIN case_summary USING (case_id) CROSS JOIN subject ON subject_id = case_id
    CROSS JOIN person USING (person_id) CROSS JOIN catalogue_procedure USING (procedure_id)`;

/** Of files that were received: the papers of a reception that was taken back went home with who brought them. */
function rowsOf(db: Db, where: string, values: Record<string, unknown>): KeptWhereabouts[] {
  return (prepared(db, `${select} WHERE NOT ${isUndoneRow} AND ${where} LIMIT @limit`).all(values) as Row[]).map(
    keptOf,
  );
}

/** Papers that are not where their file is since `until` or before: the oldest first. */
export function awaitedBundles(db: Db, until: number, limit: number): KeptWhereabouts[] {
  return rowsOf(db, `awaited_at <= @until AND missing_at IS NULL ORDER BY awaited_at, ${tie(db)}`, { until, limit });
}

/** Papers a stock-taking did not find. */
export function missedBundles(db: Db, limit: number): KeptWhereabouts[] {
  return rowsOf(db, `missing_at IS NOT NULL ORDER BY missing_at, ${tie(db)}`, { limit });
}

/** Papers given up and not made good yet. */
export function lostBundles(db: Db, limit: number): KeptWhereabouts[] {
  return rowsOf(db, `lost_at IS NOT NULL ORDER BY lost_at, ${tie(db)}`, { limit });
}

/** Papers of cases under way that a person has. */
export function bundlesOf(db: Db, keeper: string, limit: number): KeptWhereabouts[] {
  return rowsOf(db, `keeper = @keeper ORDER BY ${tie(db)}`, { keeper, limit });
}

/** Cases that were received by a person and have not left the counter: their papers lie with them. */
export function bundlesAtReception(db: Db, receiver: string, limit: number): string[] {
  const rows = preparedValue(
    db,
    `SELECT subject.name FROM case_summary CROSS JOIN subject ON subject_id = case_id
      WHERE ${statusIs('accepted')} AND NOT EXISTS (SELECT 1 FROM whereabouts WHERE whereabouts.case_id = case_summary.case_id)
        AND (SELECT username FROM journal JOIN account USING (account_id) WHERE journal.subject_id = case_summary.case_id
          AND type = 'received' ORDER BY clock LIMIT 1) = @receiver
      ORDER BY due_at LIMIT @limit`,
  ).all({ receiver, limit }) as Buffer[];
  return rows.map(uuidText);
}

/** The case a label or a receipt belongs to: its number whole, in any writing, by either of its two numbers. */
export function findCaseByNumber(db: Db, text: string): string | undefined {
  const number = parseCaseNumber(text);
  if (number === undefined) return undefined;
  const rows = rowsNumbered(db, number);
  const same = rows.find((row) => isSameCode(row.number, text));
  // A label from before the city's code came carries the desk's own number, which the row no longer shows.
  const hidden = rows.find((row) => parseCaseNumber(row.number)?.kind === 'official');
  const found = same ?? (number.kind === 'local' && rows.length === 1 ? hidden : undefined);
  return found === undefined ? undefined : uuidText(found.uuid);
}

type Numbered = { readonly uuid: Buffer; readonly number: string };

function rowsNumbered(db: Db, { kind, date, serial }: Pick<PrintedNumber, 'kind' | 'date' | 'serial'>): Numbered[] {
  const table = kind === 'local' ? ['number_use'] : ['number_use', 'official_number'];
  return table.flatMap(
    (name) =>
      prepared(
        db,
        `SELECT subject.name AS uuid, number FROM ${name} JOIN case_summary USING (case_id)
          JOIN subject ON subject_id = case_id WHERE day = ? AND serial = ?`,
      ).all(dayNumber(date), serial) as Numbered[],
  );
}

/** The number that a scan means, as it is written: one that stands in the text, or the one of this register that it is without its signs. */
export function findNumberInScan(db: Db, text: string): string | undefined {
  const written = caseNumbersIn(text);
  // Two labels in one scan: which of them is meant nobody knows.
  if (written.length > 0) return written.length === 1 ? written[0] : undefined;
  const compact = withoutSigns(canonicalCode(text));
  const official = wholeNumbers(text)
    .flatMap(({ date, serial }) => rowsNumbered(db, { kind: 'official', date, serial }))
    .map(({ number }) => number)
    .filter((number) => withoutSigns(number) === compact);
  const local = localNumbersIn(compact).filter((number) => findCaseByNumber(db, number) !== undefined);
  const meant = [...official, ...local];
  return new Set(meant).size === 1 ? meant[0] : undefined;
}

/** A counter's own number stands on labels from before the city's code came, and on no row. */
function localNumbersIn(compact: string): string[] {
  const splits = [6, 8].flatMap((day) =>
    [4, 5, 6, 7].map((serial) =>
      [compact.slice(0, -day - serial), compact.slice(-day - serial, -serial), compact.slice(-serial)].join('-'),
    ),
  );
  return splits.filter((split) => parseCaseNumber(split)?.kind === 'local');
}

function withoutSigns(code: string): string {
  return code.replace(/[\s.-]/g, '');
}

function keptOf(row: Row): KeptWhereabouts {
  return {
    ...namedCase(row),
    procedureCode: row.code,
    acceptedAt: civilOf(row.accepted_at),
    where: JSON.parse(row.state) as Whereabouts,
  };
}
