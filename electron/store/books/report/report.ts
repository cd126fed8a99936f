import { registerHead } from '../../journal/journal.ts';
import type { ReportAnswer } from '../../../contract/books/report/report.ts';
import type { Person } from '../../../contract/common/person/person.ts';
import type { CivilDate, CivilTime } from '../../../contract/base/values.ts';
import { addDays, startOfDay } from '../../../domain/base/civil-time.ts';
import { bieu06a } from '../../../domain/books/report/bieu-06a.ts';
import { count07a, isDecidedHere } from '../../../domain/books/report/bieu-07a.ts';
import { type CaseFact, caseFact } from '../../../domain/books/report/case-fact.ts';
import { type IndexCounts, type IndexedFile, countIndex, endedBy } from '../../../domain/books/report/index-766.ts';
import { usualTerm } from '../../../domain/catalogue/procedure-terms.ts';
import { type CutFile, committedOn, countCut } from '../../../domain/books/report/cut.ts';
import { committedTerms } from './kept.ts';
import type { Db } from '../../file/db.ts';
import type { HowFar } from '../../file/progress.ts';
import { type CountedEntry, casesOf, paidInCash, procedures } from './facts.ts';
import { petitionsBegan } from '../../counter/petition/petition.ts';
import { complainedOf, countedPetitions } from './petitions.ts';

/** What a report asks for; `now`: the moment by the desk's clock, which a period that still runs is judged at. */
export type AskedReport = { readonly from: CivilDate; readonly to: CivilDate; readonly now: CivilTime };

type Made = Omit<ReportAnswer, 'madeAt'>;

/** Biểu 07a of a stretch of days, and how far the journal is that it was made of. */
export function report07a(db: Db, { from, to, now }: AskedReport, tell?: HowFar): Made {
  const counter = count07a({ from, to });
  const procedureOf = procedures(db);
  const dayBefore = addDays(from, -1);
  let openBefore = 0;
  for (const { told } of casesOf(db, { from, to }, tell)) {
    const fact = caseFact(told, to, now);
    if (fact === null) continue;
    counter.add(fact, procedureOf(fact));
    // What the period begins with, by a count of its own: each file as it stood at the end of the one before.
    const before = caseFact(told, dayBefore);
    if (before !== null && before.end === null && isDecidedHere(before, procedureOf(before))) openBefore += 1;
  }
  return { ...counter.finish(openBefore), head: registerHead(db) };
}

/** How far times are cut, of the files received in the period that are decided here. */
export function reportCut(db: Db, { from, to, now }: AskedReport, tell?: HowFar): Made {
  const counter = countCut();
  const fileOfCut = cutFiles(db, from);
  for (const { told } of casesOf(db, { from, to }, tell)) {
    const file = fileOfCut(caseFact(told, to, now));
    if (file !== null) counter.add(file);
  }
  return { ...counter.finish(), head: registerHead(db) };
}

/** A file as the cut counts it; null where it is none of the period's. `seen`: the entry up to which it counts what the office had committed to. */
export function cutFiles(db: Db, from: CivilDate, seen?: number): (fact: CaseFact | null) => CutFile | null {
  const procedureOf = procedures(db);
  const said = committedTerms(db, seen);
  return (fact) => {
    if (fact === null || fact.receivedAt < startOfDay(from)) return null;
    const procedure = procedureOf(fact);
    if (!isDecidedHere(fact, procedure)) return null;
    const day = fact.receivedAt.slice(0, 10);
    const { code, name } = procedure;
    const legal = usualTerm(procedure, { day, channel: fact.channel }) ?? null;
    return { code, name, legal, committed: committedOn(said, code, day) };
  };
}

export type Index = IndexCounts & { readonly head: string };

/** What the index (QĐ 766) counts of files, of those received in the period. */
export function counts766(db: Db, { from, to, now }: AskedReport, tell?: HowFar): Index {
  const counter = countIndex({ from, to }, now);
  for (const { file } of indexedFiles(db, { from, to, now }, tell)) counter.add(file);
  return { ...counter.finish(), head: registerHead(db) };
}

/** Every file that may be of the index, with what it asks beside what a report counts. */
export function* indexedFiles(
  db: Db,
  { from, to, now }: AskedReport,
  tell?: HowFar,
): Generator<{ readonly caseId: number; readonly file: IndexedFile }> {
  const procedureOf = procedures(db);
  const inCash = paidInCash(db);
  // As all of a period: folded to its end, or to now while it runs.
  const by = endedBy(to, now);
  const complained = complainedOf(db, { to });
  for (const { caseId, told } of casesOf(db, { from, to }, tell)) {
    const fact = caseFact(told, to, now);
    if (fact === null) continue;
    const [isInCash, isComplained] = [inCash(caseId, by), complained(caseId)];
    const file = {
      fact,
      procedure: procedureOf(fact),
      inCash: isInCash,
      complained: isComplained,
      unnamed: isUnnamed(told),
    };
    yield { caseId, file };
  }
}

/** Whether a citizen's personal number was never written down: an old number or a passport is in no population database. */
function isUnnamed(told: readonly CountedEntry[]): boolean {
  const person = told.reduce<Partial<Person> | undefined>(
    (before, { action }) => ('applicant' in action ? (action.applicant ?? before) : before),
    undefined,
  );
  return person?.kind === 'citizen' && person.idNumber !== undefined && !/^\d{12}$/.test(person.idNumber);
}

/** Biểu 06a of the same. */
export function report06a(db: Db, days: AskedReport, tell?: HowFar): Made {
  return { ...bieu06a(countedPetitions(db, days, tell), days, petitionsBegan(db, days)), head: registerHead(db) };
}
