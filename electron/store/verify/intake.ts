import type { IntakeEvent } from '../../domain/entries/intake.ts';
import { type Intake, applyIntake } from '../../domain/intake/intake.ts';
import { civilOf } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { intakeColumns } from '../intake/intake.ts';

type Row = { intakeId: number; status: number; since: number; words: string; state: string };
type Entry = { at: number; type: string; body: string };

/** Every waiting file is what its entries fold to, and each accepted one has its case. */
export function intakeFindings(db: Db): { readonly looked: number; readonly found: readonly string[] } {
  const rows = db.prepare('SELECT intake_id AS intakeId, status, since, words, state FROM intake ORDER BY intake_id');
  const entries = db.prepare('SELECT at, type, body FROM journal WHERE subject_id = ? ORDER BY seq');
  const caseOf = db
    .prepare(
      'SELECT count(*) FROM subject AS own JOIN subject AS kase ON kase.name = own.name AND kase.kind = 3 WHERE own.subject_id = ?',
    )
    .pluck();
  const found: string[] = [];
  let looked = 0;
  for (const { intakeId, ...row } of rows.iterate() as IterableIterator<Row>) {
    looked += 1;
    const [status, since, words, state] = intakeColumns(foldOf(entries.all(intakeId) as Entry[]));
    const same = row.status === status && row.since === since && row.words === words && row.state === state;
    if (!same) found.push(`waiting file ${intakeId} is not the fold of its entries`);
    if ((status === 2) !== (caseOf.get(intakeId) === 1)) found.push(`waiting file ${intakeId} and its case disagree`);
  }
  const arrived = db.prepare("SELECT count(*) FROM journal WHERE type = 'arrived'").pluck().get() as number;
  if (arrived !== looked) found.push(`${arrived} arrivals in the journal, ${looked} waiting files in the list`);
  return { looked, found };
}

function foldOf(entries: readonly Entry[]): Intake {
  const events = entries.map(({ at, type, body }) => ({
    at: civilOf(at),
    event: { type, ...(JSON.parse(body) as object) } as IntakeEvent,
  }));
  const folded = events.reduce<Intake | undefined>(
    (before, { at, event }) => applyIntake(before, at, event),
    undefined,
  );
  if (folded === undefined) throw new Error('a waiting file without entries');
  return folded;
}
