import { fold } from '../domain/base/vietnamese.ts';
import type { RecordedIntake } from '../domain/entries/intake.ts';
import type { Intake } from '../domain/intake/intake.ts';
import { entriesOf } from './case-store.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { findUuidBytes, uuidText } from './uuid.ts';

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
