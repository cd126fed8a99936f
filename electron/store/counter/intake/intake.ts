import { intakeStatusCode } from '../../../contract/base/case-status.ts';
import { cleanLine } from '../../../domain/base/scan-text.ts';
import { fold } from '../../../domain/base/vietnamese.ts';
import type { IntakeEvent, RecordedIntake } from '../../../domain/entries/intake.ts';
import { type Intake, applyIntake } from '../../../domain/counter/intake/intake.ts';
import { paperNumberProjection } from '../case/numbers.ts';
import { secondsOf } from '../../../domain/base/civil-time.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type FoldedTable, foldedTable, folding } from '../../file/rows/folded-table.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { type RecordedBy, entriesOf } from '../../journal/entries.ts';
import { tie } from '../../journal/order.ts';
import { findSubjectRow } from '../../journal/subject.ts';

export function intakeTable(db: Db): FoldedTable<Intake> {
  return foldedTable(db, {
    table: 'intake',
    key: 'intake_id',
    columns: {
      status: ({ status }) => intakeStatusCode(status),
      since: ({ since }) => secondsOf(since),
      words: wordsOf,
    },
  });
}

/** Waiting files as the journal tells them. */
export function intakeProjection(db: Db): (intakeId: number, at: number, event: IntakeEvent, by: RecordedBy) => void {
  const project = folding(intakeTable(db), applyIntake);
  const number = paperNumberProjection(db);
  return (intakeId, at, event, by) => {
    project(intakeId, at, event, by);
    if (event.type === 'document-made' && event.number !== undefined)
      number(intakeId, at, { form: event.form, number: event.number }, by);
  };
}

function wordsOf({ facts }: Intake): string {
  const { applicant, portal, trackingNumber } = facts;
  const parts = [applicant.fullName, applicant.idNumber, applicant.phone, portal?.number, trackingNumber];
  return parts.flatMap((part) => (part === undefined || part === '' ? [] : [fold(part)])).join(' ');
}

/** Folds the words that lists are searched by anew. */
export function renewIntakeWords(db: Db): void {
  const rows = prepared(db, 'SELECT intake_id AS row, state FROM intake').all() as { row: number; state: string }[];
  const table = intakeTable(db);
  for (const { row, state } of rows) table.keep(row, JSON.parse(state) as Intake);
}

type WaitingStatus = Extract<Intake['status'], 'registered' | 'supplement-requested'>;

export type KeptIntake = { readonly intakeId: string; readonly intake: Intake };

type Row = { name: Buffer; state: string };

const select = 'SELECT name, state FROM intake JOIN subject ON subject_id = intake_id';

/** All that happened to a waiting file, first to last; empty when this desk has no such file. */
export function intakeEvents(db: Db, intakeId: string): RecordedIntake[] {
  const row = findSubjectRow(db, 'intake', intakeId);
  return row === undefined ? [] : entriesOf<RecordedIntake>(db, row);
}

export function findIntake(db: Db, intakeId: string): Intake | undefined {
  const row = findSubjectRow(db, 'intake', intakeId);
  return row === undefined ? undefined : intakeTable(db).find(row);
}

/** How many files wait to be received, on whomever they wait. */
export function countWaiting(db: Db): number {
  const codes = (['registered', 'supplement-requested'] as const).map(intakeStatusCode).join(', ');
  return preparedValue(db, `SELECT count(*) FROM intake WHERE status IN (${codes})`).get() as number;
}

/** What waits for the desk, or for the citizen's papers, the oldest clock first. */
export function waitingIntakes(db: Db, status: WaitingStatus, text: string, limit: number): KeptIntake[] {
  const words = fold(cleanLine(text))
    .split(' ')
    .filter((word) => word !== '');
  const fits = words.map(() => ' AND instr(words, ?) > 0').join('');
  const sql = `${select} WHERE status = ${intakeStatusCode(status)}${fits} ORDER BY since, ${tie(db, 'intake_id')} LIMIT ?`;
  const rows = prepared(db, sql).all(...words, limit) as Row[];
  return rows.map(({ name, state }) => ({ intakeId: uuidText(name), intake: JSON.parse(state) as Intake }));
}
