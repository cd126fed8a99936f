import { applyIntake } from '../../domain/intake/intake.ts';
import type { Db } from '../file/db.ts';
import { preparedValue } from '../file/prepared.ts';
import { intakeTable } from '../intake/intake.ts';
import { kindCode } from '../journal/subject.ts';
import { entryFold } from './fold-entries.ts';

/** Every waiting file is what its entries fold to, and each accepted one has its case. */
export function intakeFindings(db: Db): { readonly looked: number; readonly found: readonly string[] } {
  const rows = preparedValue(db, 'SELECT intake_id FROM intake ORDER BY intake_id');
  const table = intakeTable(db);
  const foldOf = entryFold(db, applyIntake);
  const caseOf = preparedValue(
    db,
    `SELECT count(*) FROM subject AS own JOIN subject AS kase ON kase.name = own.name AND kase.kind = ${kindCode('case')} WHERE own.subject_id = ?`,
  );
  const found: string[] = [];
  let looked = 0;
  for (const intakeId of rows.iterate() as IterableIterator<number>) {
    looked += 1;
    const state = foldOf(intakeId);
    if (state === undefined) throw new Error('a waiting file without entries');
    if (!table.says(intakeId, state)) found.push(`waiting file ${intakeId} is not the fold of its entries`);
    const isCase = caseOf.get(intakeId) === 1;
    if ((state.status === 'accepted') !== isCase) found.push(`waiting file ${intakeId} and its case disagree`);
  }
  const arrived = preparedValue(db, "SELECT count(*) FROM journal WHERE type = 'arrived'").get() as number;
  if (arrived !== looked) found.push(`${arrived} arrivals in the journal, ${looked} waiting files in the list`);
  return { looked, found };
}
