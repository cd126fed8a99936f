import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { fold } from '../../domain/base/vietnamese.ts';
import type { IntakeEvent, RecordedIntake } from '../../domain/entries/intake.ts';
import { type Intake, applyIntake } from '../../domain/intake/intake.ts';
import { civilOf, findUuidBytes, secondsOf, uuidText, yearOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { entriesOf } from '../journal/entries.ts';
import { intakeStatusCode } from '../../contract/status.ts';

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
  return [intakeStatusCode(intake.status), secondsOf(intake.since), wordsOf(intake), canonicalJson(intake)];
}

function wordsOf({ facts }: Intake): string {
  const { applicant, portal, trackingNumber } = facts;
  const parts = [applicant.fullName, applicant.idNumber, applicant.phone, portal?.number, trackingNumber];
  return parts.flatMap((part) => (part === undefined || part === '' ? [] : [fold(part)])).join(' ');
}

export type KeptIntake = { readonly intakeId: string; readonly intake: Intake };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM intake JOIN subject ON subject_id = intake_id';

/** All that happened to a waiting file, first to last; empty when this desk has no such file. */
export function intakeEvents(db: Db, intakeId: string): RecordedIntake[] {
  const name = findUuidBytes(intakeId);
  if (name === undefined) return [];
  const row = db.prepare('SELECT subject_id FROM subject WHERE name = ? AND kind = 7').pluck().get(name) as
    | number
    | undefined;
  return row === undefined ? [] : entriesOf<RecordedIntake>(db, row);
}

export function findIntake(db: Db, intakeId: string): Intake | undefined {
  const name = findUuidBytes(intakeId);
  if (name === undefined) return undefined;
  const row = prepared(db, `${select} WHERE name = ? AND kind = 7`).get(name) as Row | undefined;
  return row && (JSON.parse(row.state) as Intake);
}

/** What waits for the desk (1) or for the citizen's papers (5), each oldest clock first; at most so many of each. */
export function waitingIntakes(db: Db, status: 1 | 5, text: string, limit: number): KeptIntake[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const fits = words.map(() => ' AND instr(words, ?) > 0').join('');
  const rows = db
    .prepare(`${select} WHERE status = ${status}${fits} ORDER BY since, intake_id LIMIT ?`)
    .all(...words, limit) as Row[];
  return rows.map(({ name, state }) => ({ intakeId: uuidText(name), intake: JSON.parse(state) as Intake }));
}
