import { printedNumber } from '../../domain/base/numbering.ts';
import { endsAtItsHour } from '../../domain/deadline/past.ts';
import type { CorrectedAction, ReceivedAction } from '../../domain/entries/case.ts';
import { dayNumber, secondsOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared, preparedValue } from '../file/prepared.ts';
import { entryBodies } from '../journal/bodies.ts';
import { searchProjection } from '../person/name-index.ts';
import { personProjection } from '../person/person.ts';
import { submitterProjection } from '../person/submitter.ts';
import { channelCode } from './case.ts';

type Facts = Pick<ReceivedAction, 'applicant'>;

/** A corrected receipt in the tables: the case's row by the new facts; where it got a new number, that serial is used and the old one void. */
export function correctionProjection(db: Db): (caseId: number, at: number, action: CorrectedAction) => void {
  const person = personProjection(db);
  const submitter = submitterProjection(db);
  const restore = restorer(db, person);
  const procedure = preparedValue(
    db,
    'SELECT procedure_id FROM catalogue_procedure WHERE catalogue_version = ? AND code = ?',
  );
  const personOf = preparedValue(db, 'SELECT person_id FROM case_summary WHERE case_id = ?');
  const change = prepared(
    db,
    'UPDATE case_summary SET number = ?, person_id = ?, procedure_id = ?, channel = ?, due_at = ?, by_hour = ? WHERE case_id = ?',
  );
  const use = prepared(db, 'INSERT INTO number_use (day, serial, case_id) VALUES (?, ?, ?)');
  const supersede = prepared(
    db,
    'INSERT INTO superseded_number (day, serial, case_id, number, at) VALUES (?, ?, ?, ?, ?)',
  );

  return (caseId, at, action) => {
    const procedureId = procedure.get(action.catalogueVersion, action.procedureCode) as number | undefined;
    if (procedureId === undefined) throw new Error(`procedure ${action.procedureCode} is not in the adopted catalogue`);
    const before = personOf.get(caseId) as number;
    const personId = person(action.applicant);
    const number = printedNumber(action.number);
    const dueAt = secondsOf(action.extendedTo ?? action.dueAt);
    const byHour = Number(endsAtItsHour(action.term));
    change.run(number, personId, procedureId, channelCode[action.channel], dueAt, byHour, caseId);
    submitter(caseId, action.submitter);
    if (action.voided !== undefined && action.voidedDay !== undefined && action.voidedSerial !== undefined) {
      use.run(dayNumber(action.day), action.serial, caseId);
      supersede.run(dayNumber(action.voidedDay), action.voidedSerial, caseId, action.voided, at);
    }
    if (before !== personId) restore(before, caseId, action);
  };
}

/**
 * Who is not left with a stranger's particulars after their number and name were taken down by mistake: they come from their own newest case again, and
 * a name under which no case is left was never here.
 */
function restorer(db: Db, project: (person: Facts['applicant']) => number) {
  const newest = preparedValue(db, 'SELECT max(case_id) FROM case_summary WHERE person_id = ?');
  // The row of this very correction, found by its request, which is made once: a rebuild must not read what came after it.
  const here = preparedValue(
    db,
    `SELECT seq FROM journal WHERE subject_id = ? AND type = 'corrected'
      AND json_extract(body, '$.requestId') = ?`,
  );
  const facts = prepared(
    db,
    `SELECT at, type, body FROM journal WHERE subject_id = ? AND type IN ('received', 'corrected') AND seq < ?
      ORDER BY seq DESC LIMIT 1`,
  );
  const known = prepared(
    db,
    'SELECT id_number AS idNumber, full_name AS fullName, phone FROM person WHERE person_id = ?',
  );
  const forget = prepared(db, 'DELETE FROM person WHERE person_id = ?');
  const search = searchProjection(db);

  return (personId: number, caseId: number, { requestId }: CorrectedAction): void => {
    const other = newest.get(personId) as number | null;
    if (other === null) {
      search.remove(personId, known.get(personId) as Parameters<typeof search.remove>[1]);
      forget.run(personId);
      return;
    }
    const { at, type, body } = facts.get(other, here.get(caseId, requestId)) as {
      at: number;
      type: string;
      body: string;
    };
    project((entryBodies(db).read(type, body, at) as unknown as Facts).applicant);
  };
}
