import { registerHead } from '../journal/journal.ts';
import type { Figures, MovedFile, ReportAnswer, ReportFile } from '../../contract/report/report.ts';
import type { CivilDate, CivilTime } from '../../contract/base/values.ts';
import { addDays, startOfDay } from '../../domain/base/civil-time.ts';
import { behind06a, bieu06a, columnsOf06a } from '../../domain/report/bieu-06a.ts';
import { type CountedProcedure, count07a, isDecidedHere, partsOf } from '../../domain/report/bieu-07a.ts';
import { type CaseFact, caseFact } from '../../domain/report/case-fact.ts';
import {
  type IndexCounts,
  type IndexedFile,
  type Offered,
  countIndex,
  isLost,
  isOfIndex,
  momentOf,
} from '../../domain/report/index-766.ts';
import type { Procedure } from '../../contract/catalogue/lists.ts';
import { catalogueContent } from '../catalogue/catalogue.ts';
import { findCatalogueVersion } from '../office/settings.ts';
import { usualTerm } from '../../domain/catalogue/procedure-terms.ts';
import { committedOn, countCut } from '../../domain/report/cut.ts';
import { committedTerms } from './kept.ts';
import { civilOf, uuidText } from '../file/codecs.ts';
import type { Db } from '../file/db.ts';
import { prepared } from '../file/prepared.ts';
import { hasOtherDesks } from '../journal/order.ts';
import {
  type CaseRow,
  type HowFar,
  type CountedEntry,
  casesOf,
  countedTypes,
  paidInCash,
  procedures,
} from './facts.ts';
import { countedPetitions } from './petitions.ts';

/** What a report asks for; `files` where it wants the files behind a number, too. */
/** `now`: the moment by the desk's clock, which a period that still runs is judged at. */
export type AskedReport = { readonly from: CivilDate; readonly to: CivilDate; readonly now: CivilTime };
export type AskedFiles = AskedReport & {
  readonly report: '07a' | '06a' | '766';
  readonly column: string;
  readonly key?: string | undefined;
  readonly limit: number;
};

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
  const procedureOf = procedures(db);
  const said = committedTerms(db);
  for (const { told } of casesOf(db, { from, to }, tell)) {
    const fact = caseFact(told, to, now);
    if (fact === null || fact.receivedAt < startOfDay(from)) continue;
    const procedure = procedureOf(fact);
    if (!isDecidedHere(fact, procedure)) continue;
    const day = fact.receivedAt.slice(0, 10);
    const { code, name } = procedure;
    const legal = usualTerm(procedure, { day, channel: fact.channel }) ?? null;
    counter.add({ code, name, legal, committed: committedOn(said, code, day) });
  }
  return { ...counter.finish(), head: registerHead(db) };
}

type Index = IndexCounts & { readonly offered: readonly Offered[]; readonly head: string };

/** What the index (QĐ 766) counts of files, of those received in the period; what is offered is today's list. */
export function counts766(db: Db, { from, to, now }: AskedReport, tell?: HowFar): Index {
  const counter = countIndex({ from, to }, now);
  for (const { file } of indexedFiles(db, { from, to, now }, tell)) counter.add(file);
  return { ...counter.finish(), offered: offeredIn(db), head: registerHead(db) };
}

function* indexedFiles(
  db: Db,
  { from, to, now }: AskedReport,
  tell?: HowFar,
): Generator<{ readonly row: CaseRow; readonly file: IndexedFile }> {
  const procedureOf = procedures(db);
  const inCash = paidInCash(db);
  for (const { row, told } of casesOf(db, { from, to }, tell)) {
    const fact = caseFact(told, to, now);
    if (fact === null) continue;
    yield { row, file: { fact, procedure: procedureOf(fact), inCash: inCash(row.caseId) } };
  }
}

function offeredIn(db: Db): Offered[] {
  const version = findCatalogueVersion(db);
  const rows = version === undefined ? [] : (catalogueContent(db, version) as readonly Partial<Procedure>[]);
  return rows
    .filter(({ successor }) => (successor ?? null) === null)
    .map(({ code = '', onlineLevel = null, fee, feeRules = [] }) => ({
      code,
      onlineLevel,
      hasFee: hasFee(fee?.amount ?? null, feeRules),
    }));
}

/** Null where no source says an amount: «not found» is not «free». */
function hasFee(amount: number | null, rules: readonly object[]): boolean | null {
  if (amount !== null) return amount > 0;
  return rules.length === 0
    ? null
    : rules.some((rule) => Object.values(rule).some((value) => typeof value === 'number' && value > 0));
}

/** Biểu 06a of the same; of the register as far as it was at an entry, where one is named. */
export function report06a(db: Db, days: AskedReport & { readonly seen?: number }): Made {
  return { ...bieu06a(countedPetitions(db, days), days), head: registerHead(db) };
}

/** The files behind one number, in the order of reception; of Biểu 06a the petitions. */
export function filesOfReport(db: Db, asked: AskedFiles): { files: ReportFile[]; count: number } {
  const behind = { '07a': casesBehind, '06a': petitionsBehind, '766': lostOf }[asked.report](db, asked);
  const files: ReportFile[] = [];
  let count = 0;
  for (const file of behind) {
    count += 1;
    if (files.length < asked.limit) files.push(file());
  }
  return { files, count };
}

function* casesBehind(db: Db, { from, to, now, column, key }: AskedFiles): Generator<() => ReportFile> {
  const wanted = partsOf(column);
  const procedureOf = procedures(db);
  const counter = count07a({ from, to });
  for (const { row, told } of casesOf(db, { from, to })) {
    const fact = caseFact(told, to, now);
    if (fact === null) continue;
    const procedure = procedureOf(fact);
    if (key !== undefined && procedure.field !== key) continue;
    if (counter.add(fact, procedure).some((one) => wanted.includes(one))) yield () => fileOf(row, fact, procedure);
  }
}

/** The files that lost an indicator. */
function* lostOf(db: Db, { from, to, now, column, key }: AskedFiles): Generator<() => ReportFile> {
  const last = momentOf({ to }, now);
  for (const { row, file } of indexedFiles(db, { from, to, now })) {
    if (key !== undefined && file.procedure.field !== key) continue;
    if (isOfIndex(file, { from, to }) && isLost(column, file, last)) yield () => fileOf(row, file.fact, file.procedure);
  }
}

function fileOf(
  { uuid, number }: CaseRow,
  { receivedAt, dueAt, end }: CaseFact,
  { name }: CountedProcedure,
): ReportFile {
  const endedAt = end?.at ?? null;
  return { caseId: uuidText(uuid), number, procedureName: name, acceptedAt: receivedAt, dueAt, endedAt };
}

function* petitionsBehind(db: Db, { from, to, column, key }: AskedFiles): Generator<() => ReportFile> {
  const isBehind = behind06a(column);
  for (const fact of countedPetitions(db, { to }) ?? []) {
    if (key !== undefined && fact.field !== key) continue;
    if (!isBehind(columnsOf06a(fact, { from, to }))) continue;
    const { number, title, receivedAt, handledAt } = fact;
    yield () => ({
      caseId: null,
      number,
      procedureName: title,
      acceptedAt: receivedAt,
      dueAt: null,
      endedAt: handledAt,
    });
  }
}

/** A report that was made when the journal ended with entry `seen`. */
export type AskedAgain = AskedReport & { readonly seen: number; readonly madeAt: CivilTime; readonly limit: number };

type Moved = { readonly then: Figures; readonly now: Made; readonly files: MovedFile[]; readonly moved: number };

/** Biểu 07a as it was made of the first `seen` entries, as it is of all, and the files that are counted otherwise since. */
export function moved07a(db: Db, { from, to, now: at, seen, madeAt, limit }: AskedAgain, tell?: HowFar): Moved {
  const [then, now] = [count07a({ from, to }), count07a({ from, to })];
  const procedureOf = procedures(db);
  const files: MovedFile[] = [];
  let moved = 0;
  const ended = prepared(db, 'SELECT at FROM journal WHERE seq = ?').get(seen) as { at: number } | undefined;
  // What another desk wrote may come later than it happened: then no result lies before what was seen.
  const since = hasOtherDesks(db) ? 0 : ended?.at;
  const counted = (counter: typeof then, told: readonly CountedEntry[], moment: CivilTime) => {
    const fact = told.length === 0 ? null : caseFact(told, to, moment);
    if (fact === null) return { key: '', columns: [], name: '' };
    const procedure = procedureOf(fact);
    return { key: procedure.field, columns: counter.add(fact, procedure), name: procedure.name };
  };
  for (const { row, told } of casesOf(db, { from, to, ...(since === undefined ? {} : { since }) }, tell)) {
    const before = counted(
      then,
      told.filter(({ seq }) => seq <= seen),
      madeAt,
    );
    const after = counted(now, told, at);
    if (before.columns.join() === after.columns.join() && (after.columns.length === 0 || before.key === after.key))
      continue;
    moved += 1;
    if (files.length >= limit) continue;
    files.push({
      caseId: uuidText(row.uuid),
      number: row.number,
      procedureName: after.name || before.name,
      then: [...before.columns],
      now: [...after.columns],
      since: entriesSince(db, row.caseId, seen),
    });
  }
  // What is to be told of a period's beginning is told by a report of its own: here the numbers alone are wanted.
  const [{ rows, total }, made] = [then.finish(0), now.finish(0)];
  return { then: { rows, total }, now: { ...made, head: registerHead(db) }, files, moved };
}

function entriesSince(db: Db, caseId: number, seen: number): MovedFile['since'] {
  const rows = prepared(
    db,
    `SELECT type, at, full_name AS name FROM journal LEFT JOIN account USING (account_id)
      WHERE subject_id = ? AND seq > ? AND type IN ('${countedTypes.join("', '")}') ORDER BY seq LIMIT 20`,
  ).all(caseId, seen) as { type: string; at: number; name: string | null }[];
  return rows.map(({ type, at, name }) => ({ type, at: civilOf(at), by: name ?? '' }));
}
