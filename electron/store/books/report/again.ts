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
import { countingRules } from '../../../domain/books/report/counting-rules.ts';
import { countIndex, endedBy, isLost, isOfIndex, momentOf } from '../../../domain/books/report/index-766.ts';
import type { Offered } from '../../../domain/books/report/offered.ts';
import { civilOf, uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import type { HowFar } from '../../file/progress.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { lastSeq, registerHead } from '../../journal/journal.ts';
import { hasOtherDesks } from '../../journal/order.ts';
import { ofThisOffice } from '../../journal/subject.ts';
import {
  type ToldPetition,
  factOf,
  petitionsBegan,
  petitionsUntil,
  toldOfPetition,
} from '../../counter/petition/petition.ts';
import { type CountedEntry, caseNames, casesOf, casesOfRows, countedTypes, paidInCash, procedures } from './facts.ts';
import { complainedOf, countedAs, countedPetitions } from './petitions.ts';
import { type AskedReport, type Index, cutFiles } from './report.ts';
import { offeredByOlderRules } from './offered.ts';

/**
 * Kept figures made again: of the register as far as it was when they were made, as it is now, and what is counted otherwise since, by which entries. One pass
 * over the files makes all of it.
 */

/** A report that was made when the journal ended with entry `seen`. */
export type AskedAgain = AskedReport & {
  readonly seen: number;
  readonly madeAt: CivilTime;
  /** By which rules it was counted. */
  readonly rules: number;
  readonly skip: number;
  readonly limit: number;
  /** A further page: these alone are looked at, as the register was when all were; the figures are not counted again. */
  readonly only?: MovedRows & { readonly upTo: number };
};

/** What is counted otherwise, by rows in the order in which it is listed: files, then petitions. */
export type MovedRows = { readonly cases: Uint32Array; readonly petitions: Uint32Array };
const noRows = new Uint32Array();

/** A page of what is counted otherwise, and all of it. */
type Moved = {
  readonly files: MovedFile[];
  readonly rows: MovedRows;
  /** The register that was read, by its head and its last entry. */
  readonly of: { readonly head: string; readonly upTo: number };
};

type Again<T> = Moved & {
  readonly then: T;
  readonly now: T;
  /** What the office said since that the numbers hang on. */
  readonly said: readonly SaidSince[];
};

/** Where a file is counted: under which key, in which columns; in none, where it is none of the period's. */
type Counted = { readonly key: string; readonly columns: readonly string[]; readonly name: string };
const nowhere: Counted = { key: '', columns: [], name: '' };

/** Counts each case twice, and lists those of which the two are not the same. */
function movedCases(
  db: Db,
  { from, to, now, seen, madeAt, rules, skip, limit, only }: AskedAgain,
  count: {
    before(told: readonly CountedEntry[], moment: CivilTime, caseId: number): Counted;
    after(told: readonly CountedEntry[], moment: CivilTime, caseId: number): Counted;
    /** What else than an entry that counts may have made the difference. */
    readonly also?: readonly CaseActionType[];
  },
  tell?: HowFar,
): Moved {
  const nameOf = caseNames(db);
  const files: MovedFile[] = [];
  const cases: number[] = [];
  const ended = prepared(db, 'SELECT at FROM journal WHERE seq = ?').get(seen) as { at: number } | undefined;
  // What another desk wrote may come later than it happened: then no result lies before what was seen.
  const since = hasOtherDesks(db) ? 0 : ended?.at;
  const looked =
    only === undefined
      ? casesOf(db, { from, to, ...(since === undefined ? {} : { since }) }, tell)
      : casesOfRows(db, only.cases, only.upTo);
  for (const { caseId, told } of looked) {
    const known = told.filter(({ seq }) => seq <= seen);
    const before = known.length === 0 ? nowhere : count.before(known, madeAt, caseId);
    const after = count.after(told, now, caseId);
    if (before.columns.join() === after.columns.join() && (after.columns.length === 0 || before.key === after.key))
      continue;
    cases.push(caseId);
    if (cases.length <= skip || files.length >= limit) continue;
    const { uuid, number } = nameOf(caseId);
    files.push({
      caseId: uuidText(uuid),
      number,
      procedureName: after.name || before.name,
      then: [...before.columns],
      now: [...after.columns],
      since: entriesSince(db, caseId, { seen, upTo: only?.upTo }, [...countedTypes, ...(count.also ?? [])]),
      byRule: isOfOtherRules(known, { to, madeAt, rules }),
    });
  }
  return { files, rows: { cases: Uint32Array.from(cases), petitions: noRows }, of: registerOf(db) };
}

/** Whether the rules of today alone make another fact of what was told then. */
function isOfOtherRules(
  known: readonly CountedEntry[],
  { to, madeAt, rules }: Pick<AskedAgain, 'to' | 'madeAt' | 'rules'>,
): boolean {
  if (rules === countingRules || known.length === 0) return false;
  return JSON.stringify(caseFact(known, to, madeAt, rules)) !== JSON.stringify(caseFact(known, to, madeAt));
}

const registerOf = (db: Db) => ({ head: registerHead(db), upTo: lastSeq(db) });

type Since = { readonly seen: number; readonly upTo?: number | undefined };

function entriesSince(
  db: Db,
  caseId: number,
  { seen, upTo = Number.MAX_SAFE_INTEGER }: Since,
  types: readonly string[],
): MovedFile['since'] {
  const rows = prepared(
    db,
    `SELECT type, at, full_name AS name FROM journal LEFT JOIN account USING (account_id)
      WHERE subject_id = ? AND seq > ? AND seq <= ? AND type IN ('${types.join("', '")}') ORDER BY seq LIMIT 20`,
  ).all(caseId, seen, upTo) as { type: string; at: number; name: string | null }[];
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
export function moved07a(db: Db, asked: AskedAgain, tell?: HowFar): Again<Figures> {
  const { from, to } = asked;
  const procedureOf = procedures(db);
  const counting =
    (counter: ReturnType<typeof count07a>, rules?: number) => (told: readonly CountedEntry[], moment: CivilTime) => {
      const fact = caseFact(told, to, moment, rules);
      if (fact === null) return nowhere;
      const procedure = procedureOf(fact);
      return { key: procedure.field, columns: counter.add(fact, procedure), name: procedure.name };
    };
  const [then, now] = [count07a({ from, to }), count07a({ from, to })];
  const moved = movedCases(db, asked, { before: counting(then, asked.rules), after: counting(now) }, tell);
  // What is to be told of a period's beginning is told by a report of its own: here the numbers alone are wanted.
  return {
    then: onlyNumbers(then.finish(0)),
    now: onlyNumbers(now.finish(0)),
    ...moved,
    said: [],
  };
}

/** What changes 3.6 beside what changes a file. */
const moneyTypes: readonly CaseActionType[] = ['fees-collected', 'fees-refunded', 'receipt-replaced'];

/** Files that lost these are told by file; the other indicators hang on what is offered, or on petitions. */
const lostByFile = ['2.1', '3.3', '3.6'] as const;

/** `offered`: by the rules of a report that does not say itself what was offered. */
export type MovedIndex = Again<Index> & { readonly offered: readonly Offered[] };

/** What the index (QĐ 766) counts of files. */
export function moved766(db: Db, asked: AskedAgain, tell?: HowFar): MovedIndex {
  const { from, to, seen } = asked;
  const procedureOf = procedures(db);
  const isInCash = paidInCash(db);
  const complainedThen = complainedOf(db, { to, seen });
  const complainedNow = complainedOf(db, { to });
  const counting =
    (counter: ReturnType<typeof countIndex>, complained: ReturnType<typeof complainedOf>, rules?: number) =>
    (told: readonly CountedEntry[], moment: CivilTime, caseId: number): Counted => {
      const fact = caseFact(told, to, moment, rules);
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
    { before: counting(then, complainedThen, asked.rules), after: counting(now, complainedNow), also: moneyTypes },
    tell,
  );
  const { head } = moved.of;
  return {
    then: { ...then.finish(), head },
    now: { ...now.finish(), head },
    ...moved,
    offered: offeredByOlderRules(db, seen),
    said: saidSince(db, seen, listsSaid),
  };
}

/** What changes which procedures are offered. */
const listsSaid = {
  'catalogue-adopted': 'version',
  'catalogue-list-taken': 'title',
  'catalogue-list-rolled-back': 'from',
  'pack-taken': 'title',
  'pack-rolled-back': 'from',
  'legs-set': 'code',
};

/** How far times are cut: by what the office had committed to then, and by what it says now. */
export function movedCut(db: Db, asked: AskedAgain, tell?: HowFar): Again<Figures> {
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
  };
}

function namesOf(db: Db): (username: string) => string {
  const name = preparedValue(db, 'SELECT full_name FROM account WHERE username = ?');
  return (username) => (name.get(username) as string | undefined) ?? username;
}

/** Petitions that are told otherwise since, each before and after. */
function movedPetitions(
  db: Db,
  { to, seen, skip, limit, only }: AskedAgain,
  readOf: (told: ToldPetition) => {
    readonly then: readonly string[];
    readonly now: readonly string[];
    readonly moved: boolean;
    readonly called: { readonly number?: string; readonly title?: string };
  },
  tell?: HowFar,
): Moved {
  const nameOf = namesOf(db);
  const files: MovedFile[] = [];
  const petitions: number[] = [];
  const all = petitionsBegan(db, { to }) === null ? [] : petitionsUntil(db, to, tell);
  const looked = only === undefined ? all : [...only.petitions].map((row) => toldOfPetition(db, row, only.upTo));
  for (const told of looked) {
    const { then, now, moved, called } = readOf(told);
    if (!moved) continue;
    petitions.push(told.row);
    if (petitions.length <= skip || files.length >= limit) continue;
    const { number = '', title = '' } = called;
    const since = toldSince(told.events, seen, nameOf);
    files.push({ caseId: null, number, procedureName: title, then: [...then], now: [...now], since, byRule: false });
  }
  return { files, rows: { cases: noRows, petitions: Uint32Array.from(petitions) }, of: registerOf(db) };
}

/** Petitions that lost points of the index otherwise than a report had it: a column for each limit missed, and 5.3 where it was late or did not please. */
export function movedLimits(db: Db, asked: AskedAgain & { readonly calendar: WorkCalendar }, tell?: HowFar): Moved {
  const { from, to, calendar, seen, madeAt } = asked;
  const days = { from, to, calendar };
  return movedPetitions(
    db,
    asked,
    (told) => {
      const [before, after] = [factOf(told, { ...days, now: madeAt, seen }), factOf(told, { ...days, now: asked.now })];
      const [then, now] = [lostBy(before), lostBy(after)];
      return { then, now, moved: then.join() !== now.join(), called: after ?? before ?? {} };
    },
    tell,
  );
}

function lostBy(fact: PetitionFact | null): string[] {
  if (fact === null) return [];
  return [...fact.missed.map(() => '5.2'), ...(isDispleased(fact) ? ['5.3'] : [])];
}

function toldSince(events: readonly RecordedPetition[], seen: number, nameOf: (username: string) => string) {
  return events
    .filter(({ seq }) => seq > seen)
    .slice(0, 20)
    .map(({ action: { type }, at, actor }) => ({ type, at, by: nameOf(actor) }));
}

/** Biểu 06a: the petitions that are counted otherwise. */
export function moved06a(db: Db, asked: AskedAgain, tell?: HowFar): Again<Figures> {
  const { from, to, seen } = asked;
  const days = { from, to };
  const moved = movedPetitions(
    db,
    asked,
    ({ events }) => {
      const known = events.filter(({ seq }) => seq <= seen);
      const [before, after] = [known.length === 0 ? null : countedAs(known, to), countedAs(events, to)];
      const columns = (fact: typeof after) => (fact === null ? [] : [...columnsOf06a(fact, days)]);
      const [then, now] = [columns(before), columns(after)];
      const isSame = then.join() === now.join() && (now.length === 0 || before?.field === after?.field);
      return { then, now, moved: !isSame, called: after ?? before ?? {} };
    },
    tell,
  );
  const numbers = (upTo?: number) =>
    asked.only === undefined
      ? onlyNumbers(
          bieu06a(
            countedPetitions(db, { ...days, seen: upTo }, tell),
            days,
            petitionsBegan(db, { ...days, seen: upTo }),
          ),
        )
      : { rows: [], total: { values: {} } };
  return { then: numbers(seen), now: numbers(), ...moved, said: [] };
}
