import { type CaseStatus, statusCode } from '../../contract/status.ts';
import type { Channel } from '../../contract/values.ts';
import { parseCaseNumber, printedNumber } from '../../domain/base/numbering.ts';
import { type CaseState, applyAction, foldCase } from '../../domain/case/state.ts';
import type { CaseAction, ReceivedAction, RecordedAction } from '../../domain/entries/case.ts';
import { holderAfter } from '../../domain/routing/whereabouts.ts';
import { civilOf, civilOrNull, dayNumber, secondsOf, yearOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { entriesOf } from '../journal/entries.ts';
import type { Written } from '../journal/journal.ts';
import { findSubjectRow } from '../journal/subject.ts';
import { sheetUse } from '../kit/kit.ts';
import { personProjection } from '../person/person.ts';
import { type NamedCase, type NamedRow, namedCase, namedColumns } from './listed.ts';

/** A case's row number, or undefined when this desk has no such case. */
export function findCaseRow(db: Db, caseId: string): number | undefined {
  return findSubjectRow(db, 'case', caseId);
}

/** All that happened to a case, first to last; empty when this desk has no such case. */
export function caseActions(db: Db, caseId: string): RecordedAction[] {
  const row = findCaseRow(db, caseId);
  return row === undefined ? [] : entriesOf<RecordedAction>(db, row);
}

/** As `caseActions`, of a case's row number and up to an entry. */
export function actionsOfRow(db: Db, row: number, until: number): RecordedAction[] {
  return entriesOf<RecordedAction>(db, row).filter(({ seq }) => seq <= until);
}

/** A case as it stands: all that happened to it, first to last, and what that makes of it, folded once. */
export type CaseFile = {
  readonly caseId: string;
  readonly actions: readonly RecordedAction[];
  readonly state: CaseState;
};

/** Undefined when this desk has no such case. */
export function findCaseFile(db: Db, caseId: string): CaseFile | undefined {
  const actions = caseActions(db, caseId);
  return actions.length === 0 ? undefined : { caseId, actions, state: foldCase(actions) };
}

/** Throws when this desk has no such case: for one that was just read or written. */
export function getCaseFile(db: Db, caseId: string): CaseFile {
  const file = findCaseFile(db, caseId);
  if (file === undefined) throw new Error(`no case ${caseId}`);
  return file;
}

/** The file with one more action on it: whoever has just recorded it need not read the case again. */
export function appended(file: CaseFile, recorded: RecordedAction): CaseFile {
  return { ...file, actions: [...file.actions, recorded], state: applyAction(file.state, recorded) };
}

/** An action that was written a moment ago, as it would be read. */
export function recordedNow(written: Written, action: CaseAction): RecordedAction {
  const { seq, at, actor, desk } = written;
  return { seq, at: civilOf(at), actor, desk, action };
}

export type CaseSummary = NamedCase & {
  readonly idNumber: string;
  readonly procedureCode: string;
  readonly acceptedAt: string;
  readonly dueAt: string | null;
};

export type CaseSummaryRow = NamedRow & { id_number: string; code: string; accepted_at: number; due_at: number | null };

/** A case with the names that lists show; its person is at hand for columns beside these. */
export const summaryColumns = `${namedColumns}, id_number, code, accepted_at, due_at`;
export const fromSummary = `FROM case_summary JOIN subject ON subject_id = case_id JOIN person USING (person_id) JOIN catalogue_procedure USING (procedure_id)`;

/** To be followed by WHERE. */
export const selectSummary = `SELECT ${summaryColumns} ${fromSummary}`;

export function summaryOf(row: CaseSummaryRow): CaseSummary {
  return {
    ...namedCase(row),
    idNumber: row.id_number,
    procedureCode: row.code,
    acceptedAt: civilOf(row.accepted_at),
    dueAt: civilOrNull(row.due_at),
  };
}

/** The exchange codes of KenhThucHien, as public implementations of the exchange have them. */
export const channelCode = { direct: 1, online: 2, post: 3 } as const satisfies Record<Channel, number>;

/** The status an action leads to; actions that keep the status are not here. */
const statusAfter: Partial<Record<CaseAction['type'], CaseStatus>> = {
  'leg-sent': 'processing',
  'supplement-requested': 'supplement-requested',
  supplemented: 'processing',
  'obligation-requested': 'obligation-requested',
  'obligation-met': 'processing',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
  refused: 'refused',
  finished: 'finished',
  returned: 'returned',
};

export type CaseProjection = (caseId: number, at: number, action: CaseAction) => void;

/** Keeps the case tables in step with the journal. The fold stays the judge: `verify` compares every row with it. */
export function caseProjection(db: Db): CaseProjection {
  const project = {
    person: personProjection(db),
    sheet: sheetUse(db),
    insert: prepared(
      db,
      `INSERT INTO case_summary
      (case_id, number, person_id, procedure_id, channel, status, accepted_at, due_at)
      SELECT ?, ?, ?, procedure_id, ?, ?, ?, ? FROM catalogue_procedure WHERE catalogue_version = ? AND code = ?`,
    ),
    number: prepared(db, 'INSERT INTO number_use (day, serial, case_id) VALUES (?, ?, ?)'),
    status: prepared(db, 'UPDATE case_summary SET status = ? WHERE case_id = ?'),
    due: prepared(db, 'UPDATE case_summary SET due_at = ? WHERE case_id = ?'),
    finish: prepared(db, 'UPDATE case_summary SET status = ?, finished_at = ? WHERE case_id = ?'),
    hold: prepared(db, 'UPDATE case_summary SET holder = ? WHERE case_id = ?'),
    transfer: prepared(db, 'UPDATE case_summary SET status = ?, holder = ? WHERE case_id = ?'),
    extend: prepared(db, 'UPDATE case_summary SET due_at = ?, extended = 1 WHERE case_id = ?'),
    ask: prepared(db, 'UPDATE case_summary SET supplement_asked_at = ? WHERE case_id = ?'),
    error: prepared(db, 'UPDATE case_summary SET error_at = ? WHERE case_id = ?'),
    archive: prepared(db, 'UPDATE case_summary SET archived = 1 WHERE case_id = ?'),
    rename: prepared(db, 'UPDATE case_summary SET number = ? WHERE case_id = ?'),
    paper: prepared(db, 'INSERT INTO paper_number (form, year, number, case_id) VALUES (?, ?, ?, ?)'),
    official: prepared(db, 'INSERT OR IGNORE INTO official_number (day, serial, case_id) VALUES (?, ?, ?)'),
  };

  function begin(caseId: number, at: number, action: ReceivedAction): void {
    const personId = project.person(action.applicant);
    const number = printedNumber(action.number);
    const dueAt = secondsOf(action.dueAt);
    const acceptedAt = action.fromKit === undefined ? at : secondsOf(action.fromKit.acceptedAt);
    const { changes } = project.insert.run(
      caseId,
      number,
      personId,
      channelCode[action.channel],
      statusCode('accepted'),
      acceptedAt,
      dueAt,
      action.catalogueVersion,
      action.procedureCode,
    );
    if (changes === 0) throw new Error(`procedure ${action.procedureCode} is not in the adopted catalogue`);
    project.number.run(dayNumber(action.day), action.serial, caseId);
    // A file from the portal brought its number: it is found by that as well.
    if (action.origin?.portalNumber !== undefined && action.origin.portalNumber === action.number.official)
      given(caseId, action.origin.portalNumber);
    if (action.fromKit !== undefined) project.sheet(action.day, action.serial, caseId);
  }

  function rename(caseId: number, official: string): void {
    project.rename.run(official, caseId);
    given(caseId, official);
  }

  function given(caseId: number, official: string): void {
    const number = parseCaseNumber(official);
    if (number !== undefined) project.official.run(dayNumber(number.date), number.serial, caseId);
  }

  /** What an action changes beside the status. */
  function beside(caseId: number, at: number, action: CaseAction): void {
    switch (action.type) {
      case 'taken-over':
      case 'handed-back':
      case 'assigned':
      case 'passed':
      case 'reworked':
        return void project.hold.run(holderAfter(null, action), caseId);
      case 'supplement-requested':
        return void project.ask.run(at, caseId);
      case 'supplemented':
        return void project.due.run(secondsOf(action.dueAt), caseId);
      case 'extended':
        return void project.extend.run(secondsOf(action.dueAt), caseId);
      case 'withdrawn':
      case 'stopped':
        return void project.due.run(null, caseId);
      case 'error-reported':
        return void project.error.run(at, caseId);
      case 'result-corrected':
        return void project.error.run(null, caseId);
      case 'archived':
        return void project.archive.run(caseId);
      case 'official-code-attached':
        return rename(caseId, action.official);
      case 'document-made':
        return action.number === undefined
          ? undefined
          : void project.paper.run(action.form, yearOf(at), action.number, caseId);
      default:
        return undefined;
    }
  }

  return (caseId, at, action) => {
    if (action.type === 'received') return begin(caseId, at, action);
    // One statement rather than two: nearly every case is handed over.
    if (action.type === 'transferred')
      return void project.transfer.run(statusCode('processing'), action.officer ?? null, caseId);
    const status = statusAfter[action.type];
    const finishes = action.type === 'finished' || action.type === 'refused';
    if (status !== undefined && finishes) project.finish.run(statusCode(status), at, caseId);
    else if (status !== undefined) project.status.run(statusCode(status), caseId);
    beside(caseId, at, action);
  };
}

/** Their cases, newest first. */
export function casesOfPerson(db: Db, idNumber: string, limit: number): CaseSummary[] {
  const sql = `${selectSummary} WHERE person_id = (SELECT person_id FROM person WHERE id_number = ?)
    ORDER BY accepted_at DESC, case_id DESC LIMIT ?`;
  const rows = prepared(db, sql).all(idNumber, limit) as CaseSummaryRow[];
  return rows.map(summaryOf);
}
