import type { RecordedAction } from '../domain/entries/case.ts';
import { type EntryBodies, entryBodies } from './entry-body.ts';
import { civilOf, civilOrNull } from './instant.ts';
import { type NamedCase, type NamedRow, namedCase, namedColumns } from './named-case.ts';
import type { Db } from './open.ts';
import { prepared, preparedValue } from './prepared.ts';
import { findUuidBytes } from './uuid.ts';

/** A case's row number, or undefined when this desk has no such case. */
export function findCaseRow(db: Db, caseId: string): number | undefined {
  const name = findUuidBytes(caseId);
  if (name === undefined) return undefined;
  return preparedValue(db, 'SELECT subject_id FROM subject WHERE name = ? AND kind = 3').get(name) as
    | number
    | undefined;
}

const selectEntries = `SELECT seq, at, username, uuid, type, body FROM journal
  JOIN desk USING (desk_id) LEFT JOIN account USING (account_id) WHERE subject_id = ? ORDER BY seq`;

type EntryRow = { seq: number; at: number; username: string | null; uuid: string; type: string; body: string };

/** All that happened to a case, first to last; empty when this desk has no such case. */
export function caseActions(db: Db, caseId: string): RecordedAction[] {
  const row = findCaseRow(db, caseId);
  return row === undefined ? [] : entriesOf<RecordedAction>(db, row);
}

/** As `caseActions`, of a case's row number and up to an entry. */
export function actionsOfRow(db: Db, row: number, until: number): RecordedAction[] {
  return entriesOf<RecordedAction>(db, row).filter(({ seq }) => seq <= until);
}

/** All that is recorded of a subject, first to last. What its entries are is known by who asks: a subject has one kind. */
export function entriesOf<
  T extends { readonly seq: number; readonly at: string; readonly action: { readonly type: string } },
>(db: Db, row: number): T[] {
  const entries = prepared(db, selectEntries).all(row) as EntryRow[];
  const bodies = entryBodies(db);
  return entries.map((entry) => recordedEntry(bodies, entry)) as unknown as T[];
}

function recordedEntry(bodies: EntryBodies, row: EntryRow) {
  return {
    seq: row.seq,
    at: civilOf(row.at),
    actor: row.username ?? '',
    desk: row.uuid,
    action: bodies.read(row.type, row.body, row.at),
  };
}

export type CaseSummary = NamedCase & {
  readonly idNumber: string;
  readonly procedureCode: string;
  readonly acceptedAt: string;
  readonly dueAt: string | null;
};

export type SummaryRow = NamedRow & { id_number: string; code: string; accepted_at: number; due_at: number | null };

/** A case with the names that lists show; its person is at hand for columns beside these. */
export const summaryColumns = `${namedColumns}, id_number, code, accepted_at, due_at`;
export const fromSummary = `FROM case_summary JOIN subject ON subject_id = case_id JOIN person USING (person_id) JOIN catalogue_procedure USING (procedure_id)`;

/** To be followed by WHERE. */
export const selectSummary = `SELECT ${summaryColumns} ${fromSummary}`;

export function summaryOf(row: SummaryRow): CaseSummary {
  return {
    ...namedCase(row),
    idNumber: row.id_number,
    procedureCode: row.code,
    acceptedAt: civilOf(row.accepted_at),
    dueAt: civilOrNull(row.due_at),
  };
}
