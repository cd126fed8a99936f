import { feeContradictions } from '../../../domain/counter/money/case-fees.ts';
import { statusCode } from '../../../contract/base/case-status.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { type CaseState, foldCase } from '../../../domain/counter/case/state.ts';
import type { RecordedAction } from '../../../domain/entries/case.ts';
import type { RecordedIntake } from '../../../domain/entries/intake.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import { foldIntake } from '../../../domain/counter/intake/intake.ts';
import { foldPetition, petitionNumber } from '../../../domain/counter/petition/petition.ts';
import type { Whereabouts } from '../../../domain/routing/whereabouts.ts';
import { channelCode, openError } from '../../counter/case/case.ts';
import { gapNotes } from '../../counter/case/gaps.ts';
import { supersededNotes } from '../../counter/case/numbers.ts';
import { certificationGaps } from '../../counter/certification/certification.ts';
import { secondsOf } from '../../../domain/base/civil-time.ts';
import { secondsOrNull } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import type { FoldedTable } from '../../file/rows/folded-table.ts';
import { intakeTable } from '../../counter/intake/intake.ts';
import { entriesOf, subjectsOfOthers } from '../../journal/entries.ts';
import { kindCode } from '../../journal/subject.ts';
import { spentRuns } from '../../common/office/spent.ts';
import { petitionTable } from '../../counter/petition/petition.ts';
import { unsettledPrintJobs } from '../../common/printing/print.ts';
import { isUnderWay, whereaboutsOf, whereaboutsTable } from '../../routing/whereabouts.ts';
import { contradictions, countTold } from '../../centre/exchange/contradictions.ts';
import { hasOtherDesks, isSeenAsTold } from '../../journal/order.ts';
import { accountFindings } from './checks/accounts.ts';
import { catalogueFindings } from './checks/catalogues.ts';
import { walkChains } from './chains.ts';
import { actionsInJournal } from './checks/fold-entries.ts';
import { keptFindings } from './checks/kept.ts';
import { kitFindings } from './checks/kits.ts';
import { legFindings } from './checks/legs.ts';
import { receiptFindings, tillFindings } from './checks/money.ts';
import { schemaFindings } from './schema.ts';
import { tableFindings } from './checks/tables.ts';

/** One thing looked at, and what was found wrong; an empty list is good. Notes are for a person to explain, and are not wrong. */
export type Check = {
  readonly name: CheckName;
  readonly looked: number;
  readonly found: readonly string[];
  readonly notes: readonly string[];
};

export type CheckName = (typeof checks)[number]['name'];

const most = 20;

/** Looks at the whole file. Slow on purpose: it believes nothing. Cases are streamed, so memory stays small. */
export function verifyStore(db: Db): Check[] {
  return checks.map(({ name, look }) => survive(name, () => look(db)));
}

/** `derived`: what is wrong there lies in tables that are derived from the journal, and can be derived again. */
const checks = [
  { name: 'integrity', look: integrity, derived: false },
  { name: 'references', look: references, derived: false },
  { name: 'schema', look: schema, derived: false },
  { name: 'journal chains', look: chains, derived: false },
  { name: 'projections', look: caseFolds, derived: true },
  { name: 'tables', look: tables, derived: true },
  { name: 'accounts', look: accounts, derived: true },
  { name: 'numbers', look: numbers, derived: true },
  { name: 'print jobs', look: unsettledPrints, derived: true },
  { name: 'paper kits', look: kits, derived: true },
  { name: 'receipts', look: receipts, derived: true },
  { name: 'tills', look: tills, derived: true },
  { name: 'legs and hand-overs', look: legs, derived: true },
  { name: 'waiting files', look: waitingFiles, derived: true },
  { name: 'petitions', look: petitions, derived: true },
  { name: 'catalogues', look: catalogues, derived: false },
  { name: 'kept content', look: kept, derived: false },
  { name: 'other desks', look: otherDesks, derived: true },
] as const;

export const derivedChecks: ReadonlySet<CheckName> = new Set(
  checks.filter(({ derived }) => derived).map(({ name }) => name),
);

/** A page that cannot be read, or a table that is gone, is a finding; the other checks go on. */
function survive(name: CheckName, look: () => Check): Check {
  try {
    return look();
  } catch (error) {
    return check(name, 0, [`could not be read to its end: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function check(name: CheckName, looked: number, found: readonly string[], notes: readonly string[] = []): Check {
  return { name, looked, found: few(found), notes: few(notes) };
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
}

function integrity(db: Db): Check {
  const rows = preparedValue(db, 'PRAGMA integrity_check').all() as string[];
  return check(
    'integrity',
    1,
    rows.filter((row) => row !== 'ok'),
  );
}

function references(db: Db): Check {
  const rows = prepared(db, 'PRAGMA foreign_key_check').all() as { table: string; rowid: number }[];
  return check(
    'references',
    1,
    rows.map((row) => `${row.table} row ${row.rowid}`),
  );
}

function schema(db: Db): Check {
  return check('schema', 1, schemaFindings(db));
}

/** Walks every desk's chain and names the first broken link of each. */
function chains(db: Db): Check {
  const { entries, broken, notes } = walkChains(db);
  return check('journal chains', entries, broken, notes);
}

type FoldRow = {
  case_id: number;
  number: string;
  id_number: string;
  code: string;
  channel: number;
  status: number;
  accepted_at: number;
  due_at: number | null;
  finished_at: number | null;
  holder: string | null;
  extended: number;
  supplement_asked_at: number | null;
  error_at: number | null;
  archived: number;
  counts_late: number;
  closed_past: number | null;
};

/** Every row of the case list is what its actions fold to. */
function caseFolds(db: Db): Check {
  const actionsOf = actionsInJournal(db);
  const rows = prepared(
    db,
    `SELECT case_id, number, id_number, code, channel, status, accepted_at, due_at, finished_at, holder, extended,
    supplement_asked_at, error_at, archived, counts_late, closed_past FROM case_summary JOIN person USING (person_id) JOIN catalogue_procedure USING (procedure_id)`,
  );
  const whereabouts = whereaboutsTable(db);
  const expected = countTold(db, 'case', 'received');
  const shared = subjectsOfOthers(db);
  const isShared = hasOtherDesks(db);
  const found: string[] = [];
  let looked = 0;
  for (const row of rows.iterate() as IterableIterator<FoldRow>) {
    looked += 1;
    const actions = actionsOf(row.case_id);
    const state = foldOf(actions, isShared);
    if (state === undefined || !isFoldOf(row, state)) found.push(`case ${row.number} is not the fold of its actions`);
    // Of what another desk told that is a contradiction, which is told there.
    else if (!shared.has(row.case_id) && isBroken(actions, state))
      found.push(`case ${row.number} has entries that do not go together`);
    else if (!whereaboutsAgree(whereabouts, row.case_id, state))
      found.push(`the papers of case ${row.number} are not where its actions put them`);
  }
  if (looked !== expected) found.push(`${expected} receptions in the journal, ${looked} cases in the list`);
  return check('projections', looked, found);
}

/** A case whose reception was taken out of the journal cannot be folded at all; two receptions are of two desks. */
function foldOf(actions: readonly RecordedAction[], isShared: boolean): CaseState | undefined {
  const receptions = actions.filter(({ action }) => action.type === 'received');
  const isReceived = receptions[0] === actions[0] && (receptions.length === 1 || (isShared && receptions.length > 1));
  return isReceived ? foldCase(actions) : undefined;
}

/** One desk alone tells nothing that contradicts itself: desks that did not see each other may. */
function isBroken(actions: readonly RecordedAction[], { contradictions }: CaseState): boolean {
  if (actions.some(({ apart }) => apart !== undefined)) return false;
  return contradictions !== undefined || feeContradictions(actions).length > 0;
}

function whereaboutsAgree(table: FoldedTable<Whereabouts>, caseId: number, state: CaseState): boolean {
  const where = whereaboutsOf(state);
  return isUnderWay(where, state.status) ? table.says(caseId, where) : !table.has(caseId);
}

function isFoldOf(row: FoldRow, state: CaseState): boolean {
  return (
    row.number === printedNumber(state.number) &&
    row.id_number === state.received.applicant.idNumber &&
    row.code === state.received.procedureCode &&
    row.channel === channelCode[state.received.channel] &&
    row.status === statusCode(state.status) &&
    row.accepted_at === secondsOf(state.acceptedAt) &&
    row.due_at === secondsOrNull(state.dueAt) &&
    row.finished_at === secondsOrNull(state.finishedAt) &&
    row.holder === state.holder &&
    row.extended === Number(state.extendedAt !== null) &&
    row.supplement_asked_at === secondsOrNull(state.supplementRequestedAt) &&
    row.error_at === secondsOrNull(openError(state)) &&
    row.archived === Number(state.archivedAt !== null) &&
    row.counts_late === Number(state.countsLate) &&
    // Null too for a case that was closed before it was kept how late that was.
    (row.closed_past === null || row.closed_past === (state.closed?.past ?? null))
  );
}

/** Each case holds one serial, and one more for each correction of the time when those gave a new one, by which the one before is void; a hole inside a day's run is noted, for each needs an explanation. */
function numbers(db: Db): Check {
  const looked = preparedValue(db, 'SELECT count(*) FROM number_use').get() as number;
  const isShared = hasOtherDesks(db);
  // A case that two desks received holds the number of each, and one that is set aside holds its own.
  const cases = preparedValue(
    db,
    isShared ? "SELECT count(*) FROM journal WHERE type = 'received'" : 'SELECT count(*) FROM case_summary',
  ).get() as number;
  const corrections = preparedValue(
    db,
    "SELECT count(*) FROM journal WHERE type = 'corrected' AND json_extract(body, '$.voided') IS NOT NULL",
  ).get() as number;
  const voided = preparedValue(
    db,
    'SELECT count(*) FROM superseded_number JOIN number_use USING (day, serial, case_id)',
  );
  const counted = looked === cases + corrections ? [] : [`${cases} cases hold ${looked} numbers`];
  if (voided.get() !== corrections)
    counted.push(`${corrections} corrections made ${String(voided.get())} numbers void`);
  const twice = preparedValue(
    db,
    'SELECT number FROM case_summary GROUP BY number HAVING count(*) > 1 LIMIT 20',
  ).all() as string[];
  const told = twice.map((number) => `number ${number} is on two cases`);
  const notes = [...gapNotes(db), ...certificationGaps(db), ...supersededNotes(db), ...spentNotes(db)];
  // Among several desks it is a contradiction, which is told there; and what another desk sent may give no number. The tables' own check compares each.
  return isShared
    ? check('numbers', looked, [], [...counted, ...notes])
    : check('numbers', looked, [...counted, ...told], notes);
}

/** Numbers that a restore passed over, for they may be on paper. */
function spentNotes(db: Db): string[] {
  return spentRuns(db).map(({ series, first, last }) => `${series}: ${first}–${last} passed over by a restore`);
}

function unsettledPrints(db: Db): Check {
  const looked = preparedValue(db, 'SELECT count(*) FROM print_job').get() as number;
  const dangling = preparedValue(
    db,
    `SELECT number FROM print_job WHERE case_id NOT IN (SELECT case_id FROM case_summary)
      AND case_id NOT IN (SELECT intake_id FROM intake)
      AND case_id NOT IN (SELECT hand_over_id FROM hand_over)
      AND case_id NOT IN (SELECT petition_id FROM petition)
      AND case_id NOT IN (SELECT kit_id FROM kit_number) LIMIT 20`,
  ).all() as string[];
  return check(
    'print jobs',
    looked,
    dangling.map((number) => `the job for ${number} has no case`),
    unsettledPrintJobs(db).map(({ number, form, state }) => `${form} of ${number}: ${state}`),
  );
}

function tables(db: Db): Check {
  const { looked, found } = tableFindings(db);
  return check('tables', looked, found);
}

function accounts(db: Db): Check {
  const { looked, found } = accountFindings(db);
  return check('accounts', looked, found);
}

function kits(db: Db): Check {
  const { looked, found, notes } = kitFindings(db);
  return check('paper kits', looked, found, notes);
}

function receipts(db: Db): Check {
  const { looked, found, notes } = receiptFindings(db);
  return check('receipts', looked, found, notes);
}

function catalogues(db: Db): Check {
  const { looked, found, notes } = catalogueFindings(db);
  return check('catalogues', looked, found, notes);
}

function kept(db: Db): Check {
  const { looked, found } = keptFindings(db);
  return check('kept content', looked, found);
}

function legs(db: Db): Check {
  const { looked, found } = legFindings(db);
  return check('legs and hand-overs', looked, found);
}

/** Every waiting file is what its entries fold to, and each accepted one has its case. */
function waitingFiles(db: Db): Check {
  const rows = preparedValue(db, 'SELECT intake_id FROM intake ORDER BY intake_id');
  const table = intakeTable(db);
  const caseOf = preparedValue(
    db,
    `SELECT count(*) FROM subject AS own JOIN subject AS kase ON kase.name = own.name AND kase.kind = ${kindCode('case')} WHERE own.subject_id = ?`,
  );
  const found: string[] = [];
  const isShared = hasOtherDesks(db);
  let looked = 0;
  for (const intakeId of rows.iterate() as IterableIterator<number>) {
    looked += 1;
    // What does not go together is told beside the list, and not in it.
    const { contradictions: _told, ...state } = foldIntake(entriesOf<RecordedIntake>(db, intakeId));
    if (!table.says(intakeId, state)) found.push(`waiting file ${intakeId} is not the fold of its entries`);
    const isCase = caseOf.get(intakeId) === 1;
    // Accepted at one desk and turned away at another is told as a contradiction.
    if (!isShared && (state.status === 'accepted') !== isCase)
      found.push(`waiting file ${intakeId} and its case disagree`);
  }
  const entries = preparedValue(db, "SELECT count(*) FROM journal WHERE type = 'arrived'");
  const arrived = isShared ? countTold(db, 'intake', 'arrived') : (entries.get() as number);
  if (arrived !== looked) found.push(`${arrived} arrivals in the journal, ${looked} waiting files in the list`);
  return check('waiting files', looked, found);
}

/** Every petition is what its entries fold to, and no number is given twice by the desks of one file. */
function petitions(db: Db): Check {
  const rows = preparedValue(db, 'SELECT petition_id FROM petition ORDER BY petition_id');
  const table = petitionTable(db);
  const found: string[] = [];
  let looked = 0;
  for (const petitionId of rows.iterate() as IterableIterator<number>) {
    looked += 1;
    // What does not go together is told beside the register, and not in it.
    const { contradictions: _told, ...state } = foldPetition(entriesOf<RecordedPetition>(db, petitionId));
    if (!table.says(petitionId, state)) found.push(`petition ${petitionNumber(state)} is not the fold of its entries`);
  }
  const expected = countTold(db, 'petition', 'petition-received');
  if (expected !== looked) found.push(`${expected} petitions in the journal, ${looked} in the register`);
  const twice = prepared(
    db,
    'SELECT series, serial FROM petition GROUP BY series, serial HAVING count(*) > 1 LIMIT 20',
  ).all() as { series: string; serial: number }[];
  const told = twice.map((one) => `number ${petitionNumber(one)} is on two petitions`);
  return check('petitions', looked, hasOtherDesks(db) ? found : [...found, ...told]);
}

/** What does not go together of what several desks wrote: for a person to decide, and no damage. */
function otherDesks(db: Db): Check {
  const looked = preparedValue(db, 'SELECT count(*) FROM desk WHERE other = 1').get() as number;
  const found = isSeenAsTold(db) ? [] : ['what desks had seen of each other is not what the journal tells'];
  return check('other desks', looked, found, contradictions(db));
}

function tills(db: Db): Check {
  const { looked, found, notes } = tillFindings(db);
  return check('tills', looked, found, notes);
}
