import { printedNumber } from '../../../domain/base/numbering.ts';
import { endsAtItsHour } from '../../../domain/deadline/past.ts';
import type { CorrectedAction } from '../../../domain/entries/case.ts';
import { secondsOf } from '../../../domain/base/civil-time.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import type { AtEnd, RecordedBy } from '../../journal/entries.ts';
import { personProjection, personRenewal } from '../../common/person/person.ts';
import { submitterProjection } from '../../common/person/submitter.ts';
import { channelCode, personLook } from './case.ts';
import { numberProjection } from './numbers.ts';

/** A corrected receipt in the tables: the case's row by the new facts; where it got a new number, that serial is used and the old one void. */
export function correctionProjection(
  db: Db,
  atEnd: AtEnd,
): (caseId: number, at: number, action: CorrectedAction, by: RecordedBy) => void {
  const numbers = numberProjection(db);
  const look = personLook(db, atEnd);
  const person = personProjection(db);
  const submitter = submitterProjection(db);
  const renew = personRenewal(db);
  const procedure = preparedValue(
    db,
    'SELECT procedure_id FROM catalogue_procedure WHERE catalogue_version = ? AND code = ?',
  );
  const personOf = preparedValue(db, 'SELECT person_id FROM case_summary WHERE case_id = ?');
  const change = prepared(
    db,
    'UPDATE case_summary SET number = ?, person_id = ?, procedure_id = ?, channel = ?, due_at = CASE WHEN ? THEN due_at ELSE ? END, by_hour = ? WHERE case_id = ?',
  );

  return (caseId, at, action, by) => {
    numbers(caseId, at, action, by);
    const procedureId = procedure.get(action.catalogueVersion, action.procedureCode) as number | undefined;
    if (procedureId === undefined) throw new Error(`procedure ${action.procedureCode} is not in the adopted catalogue`);
    const before = personOf.get(caseId) as number;
    const personId = person(action.applicant);
    const number = printedNumber(action.number);
    const dueAt = secondsOf(action.extendedTo ?? action.dueAt);
    const byHour = Number(endsAtItsHour(action));
    change.run(
      number,
      personId,
      procedureId,
      channelCode[action.channel],
      Number(action.numberAlone === true),
      dueAt,
      byHour,
      caseId,
    );
    submitter(caseId, action.submitter);
    look(personId);
    look(before);
    // Who was taken down by mistake is not left with a stranger's particulars, and a name under which no case is left was never here.
    if (before !== personId) renew(before);
  };
}
