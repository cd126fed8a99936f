import { type Fault, fault } from '../../../contract/base/fault.ts';
import { statusCode } from '../../../contract/base/case-status.ts';
import type { Channel } from '../../../contract/base/values.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { caseActionTypes } from '../../../domain/apart/case-pairs.ts';
import { type CaseState, applyAction, foldCase } from '../../../domain/counter/case/state.ts';
import { statusAfter } from '../../../domain/counter/case/status-after.ts';
import { undoneFault } from '../../../domain/counter/case/undone.ts';
import { endsAtItsHour, isInHours } from '../../../domain/deadline/past.ts';
import type { CaseAction, ReceivedAction, RecordedAction } from '../../../domain/entries/case.ts';
import { holderAfter } from '../../../domain/routing/whereabouts.ts';
import { secondsOf } from '../../../domain/base/civil-time.ts';
import { civilOf, civilOrNull, secondsOrNull, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type AtEnd, type RecordedBy, entriesOf } from '../../journal/entries.ts';
import type { Written } from '../../journal/journal.ts';
import { hasOtherDesks, tie } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';
import { personProjection, personRenewal, underNumber } from '../../common/person/person.ts';
import { submitterProjection } from '../../common/person/submitter.ts';
import { type NamedCase, type NamedRow, isUndoneRow, namedCase, namedColumns, statusIs } from './listed.ts';
import { numberProjection } from './numbers.ts';

/** A case's row number, or undefined when this desk has no such case. */
export function findCaseRow(db: Db, caseId: string): number | undefined {
  return findSubjectRow(db, 'case', caseId);
}

/** All that happened to a case, first to last; empty when this desk has no such case. */
export function caseActions(db: Db, caseId: string): RecordedAction[] {
  const row = findCaseRow(db, caseId);
  return row === undefined ? [] : entriesOf<RecordedAction>(db, row);
}

/** As `caseActions`, of a case's row number and up to an entry, with it. */
export function actionsOfRow(db: Db, row: number, until: number): RecordedAction[] {
  const actions = entriesOf<RecordedAction>(db, row);
  return actions.slice(0, actions.findIndex(({ seq }) => seq === until) + 1);
}

/** What stands behind an entry of a case: in a file of several desks that is told by the order of its actions, and not by their places in the file. */
export function actionsAfter(actions: readonly RecordedAction[], seq: number): readonly RecordedAction[] {
  return actions.slice(actions.findIndex((recorded) => recorded.seq === seq) + 1);
}

/** A place for an action that nobody has recorded, which no other has. */
export function nextPlace(actions: readonly RecordedAction[]): number {
  return Math.max(0, ...actions.map(({ seq }) => seq)) + 1;
}

/** A case as it stands: all that happened to it, first to last, and what that makes of it, folded once. */
export type CaseFile = {
  readonly caseId: string;
  readonly actions: readonly RecordedAction[];
  readonly state: CaseState;
};

/** Undefined when this desk has no such case, or its reception is not here yet. */
export function findCaseFile(db: Db, caseId: string): CaseFile | undefined {
  const actions = caseActions(db, caseId);
  const isHere = actions.some(({ action }) => action.type === 'received') && !isOfLaterProgram(db, caseId, actions);
  return isHere ? { caseId, actions, state: foldCase(actions) } : undefined;
}

/** What a later program of another desk told of it cannot be folded: such a case is set aside (centre/exchange/known-types.ts), also for who knows its name. */
function isOfLaterProgram(db: Db, caseId: string, actions: readonly RecordedAction[]): boolean {
  return (
    !actions.every(({ action }) => caseActionTypes.has(action.type)) &&
    preparedValue(db, 'SELECT 1 FROM set_aside WHERE subject_id = ?').get(findCaseRow(db, caseId)) !== undefined
  );
}

/** A case of which money may be taken and papers made: one that is here, and whose reception was not undone. */
export function findStandingCase(db: Db, caseId: string): CaseFile | Fault<'case-unknown' | 'case-undone'> {
  const file = findCaseFile(db, caseId);
  return file === undefined ? fault('case-unknown', { caseId }) : (undoneFault(file.state) ?? file);
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
  const { seq, at, actor, desk, deskSeq } = written;
  return { seq, at: civilOf(at), actor, desk, deskSeq, action };
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

/** Vietnam's days begin seven hours before those of 1970. Numbers are bound as REAL, whose quotient would not be a day: so they are cast. */
const dayOffset = 7 * 3600;

/**
 * SQL of where an end stands beside the promise of its row: -1 before, 0 on, 1 after its day, or after its hour where the term has hours or its moment was agreed
 * (`daysPast`, domain/deadline/past.ts).
 */
export function pastOf(end: string): string {
  return `CASE WHEN by_hour = 1 AND ${end} > due_at THEN 1
    ELSE sign((${end} + ${dayOffset}) / 86400 - (due_at + ${dayOffset}) / 86400) END`;
}

/** What an act leaves of `counts_late` that ends the running of a promise (`breaksPromise`, domain/counter/case/broken-promise.ts), before the row has another. */
const late = `max(counts_late, coalesce(${pastOf('CAST(@at AS INTEGER)')} > 0, 0))`;
/** The same where the row may wait for its citizen: then it was looked at when they were asked. */
const lateUnlessAwaiting = `CASE WHEN ${statusIs('supplement-requested')} THEN counts_late ELSE ${late} END`;

export type CaseProjection = (caseId: number, at: number, action: CaseAction, by: RecordedBy) => void;

/** Keeps the case tables in step with the journal. The fold stays the judge: `verify` compares every row with it. */
export function caseProjection(db: Db, atEnd: AtEnd): CaseProjection {
  const numbers = numberProjection(db);
  const look = personLook(db, atEnd);
  const project = {
    person: personProjection(db),
    submitter: submitterProjection(db),
    insert: prepared(
      db,
      `INSERT INTO case_summary
      (case_id, number, person_id, procedure_id, channel, status, accepted_at, due_at, by_hour)
      SELECT ?, ?, ?, procedure_id, ?, ?, ?, ?, ? FROM catalogue_procedure WHERE catalogue_version = ? AND code = ?`,
    ),
    status: prepared(db, 'UPDATE case_summary SET status = ? WHERE case_id = ?'),
    due: prepared(db, 'UPDATE case_summary SET due_at = ? WHERE case_id = ?'),
    finish: prepared(db, 'UPDATE case_summary SET status = ?, finished_at = ? WHERE case_id = ?'),
    hold: prepared(db, 'UPDATE case_summary SET holder = ? WHERE case_id = ?'),
    transfer: prepared(db, 'UPDATE case_summary SET status = ?, holder = ? WHERE case_id = ?'),
    extend: prepared(db, 'UPDATE case_summary SET due_at = ?, extended = 1 WHERE case_id = ?'),
    ask: prepared(
      db,
      `UPDATE case_summary SET counts_late = max(${late}, supplement_asked_at IS NOT NULL), supplement_asked_at = @at
        WHERE case_id = @caseId`,
    ),
    verify: prepared(
      db,
      `UPDATE case_summary SET counts_late = ${lateUnlessAwaiting}, due_at = @dueAt, by_hour = @byHour WHERE case_id = @caseId`,
    ),
    stopClock: prepared(db, `UPDATE case_summary SET counts_late = ${late}, due_at = NULL WHERE case_id = @caseId`),
    late: prepared(db, 'UPDATE case_summary SET counts_late = 1 WHERE case_id = ?'),
    // What was asked of its citizen ended the count when it was asked; where no promise runs it was not over.
    close: prepared(
      db,
      `UPDATE case_summary SET status = @status, counts_late = ${lateUnlessAwaiting}, due_at = NULL, closed_past = coalesce(closed_past,
        ${pastOf(`CASE WHEN ${statusIs('supplement-requested')} THEN supplement_asked_at ELSE CAST(@at AS INTEGER) END`)}, -1)
        WHERE case_id = @caseId`,
    ),
    resume: prepared(db, 'UPDATE case_summary SET status = ?, closed_past = NULL WHERE case_id = ?'),
    error: prepared(db, 'UPDATE case_summary SET error_at = ? WHERE case_id = ?'),
    archive: prepared(db, 'UPDATE case_summary SET archived = 1 WHERE case_id = ?'),
    rename: prepared(db, 'UPDATE case_summary SET number = ? WHERE case_id = ?'),
    foreign: prepared(db, 'UPDATE case_summary SET received_by_unit = ? WHERE case_id = ?'),
    isThere: preparedValue(db, 'SELECT 1 FROM case_summary WHERE case_id = ?'),
  };

  function begin(caseId: number, at: number, action: ReceivedAction): void {
    const personId = project.person(action.applicant);
    const number = printedNumber(action.number);
    const dueAt = secondsOf(action.dueAt);
    const kept = action.fromKit?.acceptedAt ?? action.foreign?.arrivedAt;
    const acceptedAt = kept === undefined ? at : secondsOf(kept);
    const { changes } = project.insert.run(
      caseId,
      number,
      personId,
      channelCode[action.channel],
      statusCode('accepted'),
      acceptedAt,
      dueAt,
      Number(endsAtItsHour(action)),
      action.catalogueVersion,
      action.procedureCode,
    );
    if (action.submitter !== undefined) project.submitter(caseId, action.submitter);
    if (changes === 0) throw new Error(`procedure ${action.procedureCode} is not in the adopted catalogue`);
    look(personId);
    if (action.foreign !== undefined) project.foreign.run(action.foreign.unit.name, caseId);
  }

  /** The status that an action leads to, in one statement with what always goes with it. */
  function reach(status: number, caseId: number, at: number, action: CaseAction): void {
    switch (action.type) {
      case 'transferred':
        return void project.transfer.run(status, action.officer ?? null, caseId);
      case 'withdrawn':
      case 'reception-undone':
      case 'stopped':
        return void project.close.run({ status, at, caseId });
      case 'resumed':
        return void project.resume.run(status, caseId);
      case 'finished':
      case 'refused':
        return void project.finish.run(status, at, caseId);
      default:
        return void project.status.run(status, caseId);
    }
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
        return void project.ask.run({ at, caseId });
      case 'supplemented':
        return void project.due.run(secondsOf(action.dueAt), caseId);
      case 'verification-needed': {
        const byHour = Number(isInHours(action.term));
        return void project.verify.run({ at, dueAt: secondsOf(action.dueAt), byHour, caseId });
      }
      case 'extended':
        project.extend.run(secondsOf(action.dueAt), caseId);
        return action.overdue === true ? void project.late.run(caseId) : undefined;
      case 'obligation-requested':
        return action.stopsClock === true ? void project.stopClock.run({ at, caseId }) : undefined;
      case 'obligation-met':
      case 'resumed':
        return action.dueAt === undefined ? undefined : void project.due.run(secondsOf(action.dueAt), caseId);
      case 'returned':
        return action.again === true ? void project.error.run(null, caseId) : undefined;
      case 'error-reported':
        return void project.error.run(at, caseId);
      case 'result-corrected':
        return action.toHandOut === true ? undefined : void project.error.run(null, caseId);
      case 'archived':
        return void project.archive.run(caseId);
      case 'official-code-attached':
        return void project.rename.run(action.official, caseId);
      default:
        return undefined;
    }
  }

  return (caseId, at, action, by) => {
    numbers(caseId, at, action, by);
    // Received at two desks at once it is one case, as the first of them received it; the number of the other stays used.
    if (action.type === 'received')
      return by.isNew !== true && project.isThere.get(caseId) !== undefined ? undefined : begin(caseId, at, action);
    const status = statusAfter(action);
    if (status !== null) reach(statusCode(status), caseId, at, action);
    beside(caseId, at, action);
  };
}

/**
 * Writes a case's row as its fold has it: acts of several desks may stand in an order in which none of them would have been done, and there a step at
 * a time does not always come to what all of them come to.
 */
export function keepAsFolded(db: Db, caseId: number, state: CaseState): void {
  prepared(
    db,
    `UPDATE case_summary SET status = ?, due_at = ?, finished_at = ?, holder = ?, extended = ?, supplement_asked_at = ?, error_at = ?, archived = ?,
      counts_late = ?, closed_past = ?, by_hour = ? WHERE case_id = ?`,
  ).run(
    statusCode(state.status),
    secondsOrNull(state.dueAt),
    secondsOrNull(state.finishedAt),
    state.holder,
    Number(state.extendedAt !== null),
    secondsOrNull(state.supplementRequestedAt),
    secondsOrNull(openError(state)),
    Number(state.archivedAt !== null),
    Number(state.countsLate),
    state.closed?.past ?? null,
    Number(endsAtItsHour(state.received)),
    caseId,
  );
}

/**
 * Of a file that was written while a promise counted as kept which was over before a later one: the rows of all cases that may be of those, by their fold. Once,
 * when it is opened by a program that knows better.
 */
export function deriveLate(db: Db): void {
  const may = preparedValue(
    db,
    `SELECT DISTINCT subject_id FROM journal JOIN case_summary ON case_id = subject_id
      WHERE type IN ('supplement-requested', 'verification-needed', 'obligation-requested', 'withdrawn', 'stopped')
        OR (type IN ('received', 'corrected') AND body LIKE '%agreed%')`,
  ).all() as number[];
  const keep = prepared(
    db,
    'UPDATE case_summary SET counts_late = @late, by_hour = @byHour WHERE case_id = @caseId AND (counts_late <> @late OR by_hour <> @byHour)',
  );
  for (const caseId of may) {
    const { countsLate, received } = foldCase(entriesOf<RecordedAction>(db, caseId));
    keep.run({ caseId, late: Number(countsLate), byHour: Number(endsAtItsHour(received)) });
  }
}

/** Since when a wrong result is not in order: until it is corrected, and handed out where the wrong one was. */
export function openError({ error }: CaseState): string | null {
  return error !== null && (error.correctedAt === null || error.toHandOut) ? error.reportedAt : null;
}

/** A person's particulars are those of their newest file, wherever that came from: they are looked at again where files come from other desks. */
export function personLook(db: Db, atEnd: AtEnd): (personId: number) => void {
  const renew = personRenewal(db);
  return (personId) => {
    if (hasOtherDesks(db)) atEnd.set(`person ${personId}`, () => renew(personId));
  };
}

/** The name of who filed it for somebody else; null where nobody did. */
export function findSubmitterName(db: Db, caseId: string): string | null {
  const name = preparedValue(db, 'SELECT full_name FROM case_submitter WHERE case_id = ?').get(findCaseRow(db, caseId));
  return (name as string | undefined) ?? null;
}

export function findCaseSummary(db: Db, caseId: string): CaseSummary | undefined {
  const row = prepared(db, `${selectSummary} WHERE case_summary.case_id = ?`).get(findCaseRow(db, caseId));
  return row === undefined ? undefined : summaryOf(row as CaseSummaryRow);
}

/** Their cases, newest first. */
export function casesOfPerson(db: Db, idNumber: string, limit: number): CaseSummary[] {
  const sql = `${selectSummary} WHERE person_id IN (SELECT person_id FROM person WHERE ${underNumber})
    ORDER BY accepted_at DESC, ${tie(db)} DESC LIMIT ?`;
  const rows = prepared(db, sql).all(idNumber, limit) as CaseSummaryRow[];
  return rows.map(summaryOf);
}

/**
 * Of the newest cases those that have no paper at all: the process ended, or the paper failed, between the commit and the receipt. What was
 * certified at the counter goes home with its person and needs no receipt of a file (TT 01/2020 Điều 2 k1), and of what was not received after
 * all none is made. A practice office's invented past was asked for by nobody's request, and has few papers.
 */
export function casesWithoutPaper(db: Db, newest: number): { readonly caseId: string; readonly number: string }[] {
  const rows = prepared(
    db,
    `SELECT subject.name AS uuid, number
      FROM (SELECT case_id, number, status FROM case_summary ORDER BY ${hasOtherDesks(db) ? 'accepted_at' : 'case_id'} DESC LIMIT ?) AS case_summary
      JOIN subject ON subject_id = case_id
      WHERE NOT ${isUndoneRow} AND NOT EXISTS (SELECT 1 FROM journal WHERE subject_id = case_id AND type = 'document-made')
        AND NOT EXISTS (SELECT 1 FROM journal WHERE subject_id = case_id AND type = 'certified')
        AND EXISTS (SELECT 1 FROM request WHERE request_id = subject.name) ORDER BY case_id`,
  ).all(newest) as { uuid: Buffer; number: string }[];
  return rows.map(({ uuid, number }) => ({ caseId: uuidText(uuid), number }));
}
