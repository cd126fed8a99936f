import type { CaseActionType } from '../../../domain/entries/case.ts';
import type { CivilTime } from '../../../contract/base/values.ts';
import type { Figures, MovedFile, SaidSince } from '../../../contract/books/report/report.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import { type PetitionFact, isDispleased } from '../../../domain/counter/petition/petition-fact.ts';
import { bieu06a, columnsOf06a } from '../../../domain/books/report/bieu-06a.ts';
import { count07a } from '../../../domain/books/report/bieu-07a.ts';
import { caseFact } from '../../../domain/books/report/case-fact.ts';
import { countCut } from '../../../domain/books/report/cut.ts';
import { countIndex, endedBy, isLost, isOfIndex, momentOf } from '../../../domain/books/report/index-766.ts';
import { civilOf, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import type { HowFar } from '../../file/how-far.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { registerHead } from '../../journal/journal.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { ofThisOffice } from '../../journal/subject.ts';
import { petitionFacts, petitionsBegan, petitionsUntil } from '../../counter/petition/petition.ts';
import { type CountedEntry, caseNames, casesOf, countedTypes, procedures, paidInCash } from './facts.ts';
import { complainedOf, countedAs, countedPetitions } from './petitions.ts';
import { type AskedReport, type Index, cutFiles, offeredIn } from './report.ts';

/**
 * Kept figures made again: of the register as far as it was when they were made, as it is now, and what is counted otherwise since, by which entries. One pass
 * over the files makes all of it.
 */

/** A report that was made when the journal ended with entry `seen`. */
export type AskedAgain = AskedReport & {
  readonly seen: number;
  readonly madeAt: CivilTime;
  readonly skip: number;
  readonly limit: number;
};

type Again<T> = {
  readonly then: T;
  readonly now: T;
  readonly files: MovedFile[];
  readonly moved: number;
  /** What the office said since that the numbers hang on. */
  readonly said: readonly SaidSince[];
};

/** Where a file is counted: under which key, in which columns; in none, where it is none of the period's. */
type Counted = { readonly key: string; readonly columns: readonly string[]; readonly name: string };
const nowhere: Counted = { key: '', columns: [], name: '' };

/** Counts each case twice, and lists those of which the two are not the same. */
function movedCases(
  db: Db,
  { from, to, now, seen, madeAt, skip, limit }: AskedAgain,
  count: {
    before(told: readonly CountedEntry[], moment: CivilTime, caseId: number): Counted;
    after(told: readonly CountedEntry[], moment: CivilTime, caseId: number): Counted;
    /** What else than an entry that counts may have made the difference. */
    readonly also?: readonly CaseActionType[];
  },
  tell?: HowFar,
): { readonly files: MovedFile[]; readonly moved: number } {
  const nameOf = caseNames(db);
  const files: MovedFile[] = [];
  let moved = 0;
  const ended = prepared(db, 'SELECT at FROM journal WHERE seq = ?').get(seen) as { at: number } | undefined;
  // What another desk wrote may come later than it happened: then no result lies before what was seen.
  const since = hasOtherDesks(db) ? 0 : ended?.at;
  for (const { caseId, told } of casesOf(db, { from, to, ...(since === undefined ? {} : { since }) }, tell)) {
    const known = told.filter(({ seq }) => seq <= seen);
    const before = known.length === 0 ? nowhere : count.before(known, madeAt, caseId);
    const after = count.after(told, now, caseId);
    if (before.columns.join() === after.columns.join() && (after.columns.length === 0 || before.key === after.key))
      continue;
    moved += 1;
    if (moved <= skip || files.length >= limit) continue;
    const { uuid, number } = nameOf(caseId);
    files.push({
      caseId: uuidText(uuid),
      number,
      procedureName: after.name || before.name,
      then: [...before.columns],
      now: [...after.columns],
      since: entriesSince(db, caseId, seen, [...countedTypes, ...(count.also ?? [])]),
    });
  }
  return { files, moved };
}

function entriesSince(db: Db, caseId: number, seen: number, types: readonly string[]): MovedFile['since'] {
  const rows = prepared(
    db,
    `SELECT type, at, full_name AS name FROM journal LEFT JOIN account USING (account_id)
      WHERE subject_id = ? AND seq > ? AND type IN ('${types.join("', '")}') ORDER BY seq LIMIT 20`,
  ).all(caseId, seen) as { type: string; at: number; name: string | null }[];
  return rows.map(({ type, at, name }) => ({ type, at: civilOf(at), by: name ?? '' }));
}

/** What was said of the office after an entry, first to last; `about` is a field of what was said. */
export function saidSince(db: Db, seen: number, types: Readonly<Record<string, string>>): readonly SaidSince[] {
  const rows = prepared(
    db,
    `SELECT type, at, full_name AS name, body FROM journal LEFT JOIN account USING (account_id)
      WHERE ${ofThisOffice} AND seq > ? AND type IN ('${Object.keys(types).join("', '")}') ORDER BY seq LIMIT 100`,
  ).all(seen) as { type: string; at: number; name: string | null; body: string }[];
  return rows.map(({ type, at, name, body }) => {
    const about = (JSON.parse(body) as Record<string, unknown>)[types[type] ?? ''];
    return { type, at: civilOf(at), by: name ?? '', about: typeof about === 'string' ? about : '' };
  });
}

const onlyNumbers = ({ rows, total }: Figures): Figures => ({ rows, total });

/** Biểu 07a. */
export function moved07a(db: Db, asked: AskedAgain, tell?: HowFar): Again<Figures> & { readonly head: string } {
  const { from, to } = asked;
  const procedureOf = procedures(db);
  const counting = (counter: ReturnType<typeof count07a>) => (told: readonly CountedEntry[], moment: CivilTime) => {
    const fact = caseFact(told, to, moment);
    if (fact === null) return nowhere;
    const procedure = procedureOf(fact);
    return { key: procedure.field, columns: counter.add(fact, procedure), name: procedure.name };
  };
  const [then, now] = [count07a({ from, to }), count07a({ from, to })];
  const moved = movedCases(db, asked, { before: counting(then), after: counting(now) }, tell);
  // What is to be told of a period's beginning is told by a report of its own: here the numbers alone are wanted.
  return {
    then: onlyNumbers(then.finish(0)),
    now: onlyNumbers(now.finish(0)),
    ...moved,
    said: [],
    head: registerHead(db),
  };
}

/** What changes 3.6 beside what changes a file. */
const moneyTypes: readonly CaseActionType[] = ['fees-collected', 'fees-refunded', 'receipt-replaced'];

/** Files that lost these are told by file; the other indicators hang on what is offered, or on petitions. */
const lostByFile = ['2.1', '3.3', '3.6'] as const;

export type MovedIndex = Again<Index>;

/** What the index (QĐ 766) counts of files; what was offered then is the list that was in use then. */
export function moved766(db: Db, asked: AskedAgain, tell?: HowFar): MovedIndex {
  const { from, to, seen } = asked;
  const procedureOf = procedures(db);
  const isInCash = paidInCash(db);
  const complainedThen = complainedOf(db, { to, seen });
  const complainedNow = complainedOf(db, { to });
  const counting =
    (counter: ReturnType<typeof countIndex>, complained: ReturnType<typeof complainedOf>) =>
    (told: readonly CountedEntry[], moment: CivilTime, caseId: number): Counted => {
      const fact = caseFact(told, to, moment);
      if (fact === null) return nowhere;
      const procedure = procedureOf(fact);
      const file = { fact, procedure, inCash: isInCash(caseId, endedBy(to, moment)), complained: complained(caseId) };
      if (!isOfIndex(file, { from, to })) return nowhere;
      counter.add(file);
      const lost = lostByFile.filter((code) => isLost(code, file, momentOf({ to }, moment)));
      // What is late is lost for 5.4 anyway; what somebody complained of may be lost for it alone.
      const complaint = file.complained ? ['5.4'] : [];
      return { key: procedure.field, columns: ['counted', ...lost, ...complaint], name: procedure.name };
    };
  const [then, now] = [countIndex({ from, to }, asked.madeAt), countIndex({ from, to }, asked.now)];
  const moved = movedCases(
    db,
    asked,
    { before: counting(then, complainedThen), after: counting(now, complainedNow), also: moneyTypes },
    tell,
  );
  const head = registerHead(db);
  return {
    then: { ...then.finish(), offered: offeredIn(db, listInUse(db, seen)), head },
    now: { ...now.finish(), offered: offeredIn(db), head },
    ...moved,
    said: saidSince(db, seen, { 'catalogue-adopted': 'version' }),
  };
}

/** The list that was in use at an entry. */
function listInUse(db: Db, seen: number): string | undefined {
  return preparedValue(
    db,
    `SELECT body ->> '$.version' FROM journal WHERE ${ofThisOffice} AND type = 'catalogue-adopted' AND seq <= ? ORDER BY seq DESC LIMIT 1`,
  ).get(seen) as string | undefined;
}

/** How far times are cut: by what the office had committed to then, and by what it says now. */
export function movedCut(db: Db, asked: AskedAgain, tell?: HowFar): Again<Figures> & { readonly head: string } {
  const { from, to, seen } = asked;
  const counting = (counter: ReturnType<typeof countCut>, until?: number) => {
    const fileOfCut = cutFiles(db, from, until);
    return (told: readonly CountedEntry[], moment: CivilTime) => {
      const file = fileOfCut(caseFact(told, to, moment));
      if (file === null) return nowhere;
      counter.add(file);
      return { key: file.code, columns: [file.code], name: file.name };
    };
  };
  const [then, now] = [countCut(), countCut()];
  const moved = movedCases(db, asked, { before: counting(then, seen), after: counting(now) }, tell);
  return {
    then: onlyNumbers(then.finish()),
    now: onlyNumbers(now.finish()),
    ...moved,
    said: saidSince(db, seen, { 'committed-term-set': 'procedureCode' }),
    head: registerHead(db),
  };
}

function namesOf(db: Db): (username: string) => string {
  const name = preparedValue(db, 'SELECT full_name FROM account WHERE username = ?');
  return (username) => (name.get(username) as string | undefined) ?? username;
}

/** Petitions that lost points of the index otherwise than a report had it: a column for each limit missed, and 5.3 where it was late or did not please. */
export function movedLimits(
  db: Db,
  asked: AskedAgain & { readonly calendar: WorkCalendar },
  tell?: HowFar,
): { readonly files: MovedFile[]; readonly moved: number } {
  const { from, to, calendar, skip, limit } = asked;
  const nameOf = namesOf(db);
  const facts = (now: CivilTime, seen?: number) =>
    new Map(petitionFacts(db, { from, to, calendar, now, seen }, tell).map((fact) => [fact.petitionId, fact]));
  const [before, after] = [facts(asked.madeAt, asked.seen), facts(asked.now)];
  const files: MovedFile[] = [];
  let moved = 0;
  for (const { petitionId, events } of petitionsBegan(db, { to }) === null ? [] : petitionsUntil(db, to, tell)) {
    const [old, fact] = [before.get(petitionId), after.get(petitionId)];
    const [then, now] = [lostBy(old), lostBy(fact)];
    if (then.join() === now.join()) continue;
    moved += 1;
    if (moved <= skip || files.length >= limit) continue;
    const { number = '', title = '' } = fact ?? old ?? {};
    files.push({ caseId: null, number, procedureName: title, then, now, since: toldSince(events, asked.seen, nameOf) });
  }
  return { files, moved };
}

function lostBy(fact: PetitionFact | undefined): string[] {
  if (fact === undefined) return [];
  return [...fact.missed.map(() => '5.2'), ...(isDispleased(fact) ? ['5.3'] : [])];
}

function toldSince(events: readonly RecordedPetition[], seen: number, nameOf: (username: string) => string) {
  return events
    .filter(({ seq }) => seq > seen)
    .slice(0, 20)
    .map(({ action: { type }, at, actor }) => ({ type, at, by: nameOf(actor) }));
}

/** Biểu 06a: the petitions that are counted otherwise. */
export function moved06a(
  db: Db,
  { from, to, seen, skip, limit }: AskedAgain,
  tell?: HowFar,
): Again<Figures> & { readonly head: string } {
  const days = { from, to };
  const nameOf = namesOf(db);
  const files: MovedFile[] = [];
  let moved = 0;
  for (const { events } of petitionsBegan(db, { to }) !== null ? petitionsUntil(db, to, tell) : []) {
    const known = events.filter(({ seq }) => seq <= seen);
    const [before, after] = [known.length === 0 ? null : countedAs(known, to), countedAs(events, to)];
    const columns = (fact: typeof after) => (fact === null ? [] : [...columnsOf06a(fact, days)]);
    const [then, now] = [columns(before), columns(after)];
    if (then.join() === now.join() && (now.length === 0 || before?.field === after?.field)) continue;
    moved += 1;
    const { number = '', title = '' } = after ?? before ?? {};
    if (moved <= skip || files.length >= limit) continue;
    const since = toldSince(events, seen, nameOf);
    files.push({ caseId: null, number, procedureName: title, then, now, since });
  }
  return {
    then: onlyNumbers(bieu06a(countedPetitions(db, { from, to, seen }, tell), days)),
    now: onlyNumbers(bieu06a(countedPetitions(db, { from, to }, tell), days)),
    files,
    moved,
    said: [],
    head: registerHead(db),
  };
}
