import type { ReportAnswer, ReportFile } from '../../contract/report/report.ts';
import type { CivilDate } from '../../contract/base/values.ts';
import { addDays, secondsOf } from '../../domain/base/civil-time.ts';
import { standingActions } from '../../domain/case/state.ts';
import type { CaseAction, RecordedAction } from '../../domain/entries/case.ts';
import { type CountedProcedure, count07a, isDecidedHere, partsOf } from '../../domain/report/bieu-07a.ts';
import { type CaseFact, caseFact } from '../../domain/report/case-fact.ts';
import { findAdoptedProcedure } from '../catalogue/catalogue.ts';
import { civilOf, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { entryBodies } from '../journal/bodies.ts';
import { entriesOf } from '../journal/entries.ts';
import { hasOtherDesks } from '../journal/order.ts';

/** What a report asks for; `files` where it wants the files behind a number, too. */
export type AskedReport = { readonly from: CivilDate; readonly to: CivilDate };
export type AskedFiles = AskedReport & {
  readonly column: string;
  readonly key?: string | undefined;
  readonly limit: number;
};

type Row = { caseId: number; uuid: Buffer; number: string };
type Entry = { at: number; type: string; body: string };
type Actions = Parameters<typeof caseFact>[0];
type Counted = { readonly row: Row; readonly actions: Actions; readonly fact: CaseFact };

/** What changes where a case is counted. */
const countedTypes = [
  'received',
  'corrected',
  'supplement-requested',
  'supplemented',
  'verification-needed',
  'extended',
  'obligation-requested',
  'obligation-met',
  'withdrawn',
  'stopped',
  'resumed',
  'refused',
  'finished',
];

/**
 * Every case that may be of a period, as it stood at the end of `lastDay`: received by then, and with no result before the period began. Those
 * without a result that ended otherwise are among them: only their entries tell when.
 */
function* factsOf(
  db: Db,
  { from, lastDay }: { readonly from: CivilDate; readonly lastDay: CivilDate },
): Generator<Counted> {
  const rows = prepared(
    db,
    `SELECT case_id AS caseId, subject.name AS uuid, number FROM case_summary JOIN subject ON subject_id = case_id
      WHERE accepted_at < ? AND (finished_at IS NULL OR finished_at >= ?) ORDER BY accepted_at, case_id`,
  ).all(secondsOf(`${addDays(lastDay, 1)}T00:00:00+07:00`), secondsOf(`${from}T00:00:00+07:00`)) as Row[];
  const entries = prepared(
    db,
    `SELECT at, type, body FROM journal WHERE subject_id = ? AND type IN ('${countedTypes.join("', '")}') ORDER BY seq`,
  );
  const bodies = entryBodies(db);
  // On an island they stand in the order of their rows, and those that change nothing here need not be read.
  const actionsOf = hasOtherDesks(db)
    ? ({ caseId }: Row) => standingActions(entriesOf<RecordedAction>(db, caseId))
    : ({ caseId }: Row) =>
        (entries.all(caseId) as Entry[]).map(({ at, type, body }) => ({
          at: civilOf(at),
          action: bodies.read(type, body, at) as CaseAction,
        }));
  for (const row of rows) {
    const actions = actionsOf(row);
    const fact = caseFact(actions, lastDay);
    if (fact !== null) yield { row, actions, fact };
  }
}

/** As it was adopted when the file was received. */
function procedures(db: Db): (fact: CaseFact) => CountedProcedure {
  const known = new Map<string, CountedProcedure>();
  return ({ catalogueVersion, procedureCode }) => {
    const name = `${catalogueVersion} ${procedureCode}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    // Adopted in earlier years, it may lack what was not asked then.
    const adopted = (findAdoptedProcedure(db, catalogueVersion, procedureCode) ?? {}) as Partial<CountedProcedure>;
    const { name: called = procedureCode, field = '', decidingAgency = '', onlineLevel = null } = adopted;
    const made = { code: procedureCode, name: called, field, decidingAgency, onlineLevel };
    known.set(name, made);
    return made;
  };
}

/** Biểu 07a of a stretch of days, and how far the journal is that it was made of. */
export function report07a(db: Db, { from, to }: AskedReport): Omit<ReportAnswer, 'madeAt'> {
  const counter = count07a({ from, to });
  const procedureOf = procedures(db);
  const dayBefore = addDays(from, -1);
  let openBefore = 0;
  for (const { actions, fact } of factsOf(db, { from, lastDay: to })) {
    counter.add(fact, procedureOf(fact));
    // What the period begins with, by a count of its own: each file as it stood at the end of the one before.
    const before = caseFact(actions, dayBefore);
    if (before !== null && before.end === null && isDecidedHere(before, procedureOf(before))) openBefore += 1;
  }
  const head = prepared(db, 'SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').get() as { hash: Buffer } | undefined;
  const seen = (head?.hash ?? Buffer.alloc(0)).toString('hex').slice(0, 16);
  return { ...counter.finish(openBefore), head: seen };
}

/** The files behind one number of Biểu 07a, in the order of reception. */
export function filesOf07a(
  db: Db,
  { from, to, column, key, limit }: AskedFiles,
): { files: ReportFile[]; count: number } {
  const wanted = partsOf(column);
  const procedureOf = procedures(db);
  const counter = count07a({ from, to });
  const files: ReportFile[] = [];
  let count = 0;
  for (const { row, fact } of factsOf(db, { from, lastDay: to })) {
    const procedure = procedureOf(fact);
    if (key !== undefined && procedure.field !== key) continue;
    if (!counter.add(fact, procedure).some((one) => wanted.includes(one))) continue;
    count += 1;
    if (files.length < limit) files.push(fileOf(row, fact, procedure));
  }
  return { files, count };
}

function fileOf({ uuid, number }: Row, { receivedAt, dueAt, end }: CaseFact, { name }: CountedProcedure): ReportFile {
  const endedAt = end?.at ?? null;
  return { caseId: uuidText(uuid), number, procedureName: name, acceptedAt: receivedAt, dueAt, endedAt };
}
