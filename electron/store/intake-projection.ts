import { canonicalJson } from '../domain/base/canonical-json.ts';
import { fold } from '../domain/base/vietnamese.ts';
import type { IntakeEvent } from '../domain/entries/intake.ts';
import { type Intake, applyIntake, intakeStatusCode } from '../domain/intake/intake.ts';
import { civilOf, secondsOf, yearOf } from './instant.ts';
import type { Db } from './open.ts';

/** Waiting files as the journal tells them. */
export function intakeProjection(db: Db): (intakeId: number, at: number, event: IntakeEvent) => void {
  const find = db.prepare('SELECT state FROM intake WHERE intake_id = ?').pluck();
  const keep = db.prepare(`INSERT INTO intake (intake_id, status, since, words, state) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET status = excluded.status, since = excluded.since, words = excluded.words, state = excluded.state`);
  // The running numbers of papers are of the office, whatever the paper is of.
  const number = db.prepare('INSERT INTO paper_number (form, year, number, case_id) VALUES (?, ?, ?, ?)');
  return (intakeId, at, event) => {
    const kept = find.get(intakeId) as string | undefined;
    const before = kept === undefined ? undefined : (JSON.parse(kept) as Intake);
    keep.run(intakeId, ...intakeColumns(applyIntake(before, civilOf(at), event)));
    if (event.type === 'document-made' && event.number !== undefined)
      number.run(event.form, yearOf(at), event.number, intakeId);
  };
}

/** What stands in the columns beside the row's id. */
export function intakeColumns(intake: Intake): [status: number, since: number, words: string, state: string] {
  return [intakeStatusCode[intake.status], secondsOf(intake.since), wordsOf(intake), canonicalJson(intake)];
}

function wordsOf({ facts }: Intake): string {
  const { applicant, portal, trackingNumber } = facts;
  const parts = [applicant.fullName, applicant.idNumber, applicant.phone, portal?.number, trackingNumber];
  return parts.flatMap((part) => (part === undefined || part === '' ? [] : [fold(part)])).join(' ');
}
