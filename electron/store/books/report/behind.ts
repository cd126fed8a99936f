import type { ReportFile } from '../../../contract/books/report/report.ts';
import type { CivilTime } from '../../../contract/base/values.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import { behind06a, columnsOf06a } from '../../../domain/books/report/bieu-06a.ts';
import { type CountedProcedure, count07a, partsOf } from '../../../domain/books/report/bieu-07a.ts';
import { type CaseFact, caseFact } from '../../../domain/books/report/case-fact.ts';
import { isLost, isOfIndex, momentOf } from '../../../domain/books/report/index-766.ts';
import { isBehindProcedure, isOfProcedures } from '../../../domain/books/report/procedures-766.ts';
import { isDispleased } from '../../../domain/counter/petition/petition-fact.ts';
import { factOf, toldOfPetition } from '../../counter/petition/petition.ts';
import { uuidText } from '../../file/rows/codecs.ts';
import type { Db } from '../../file/db.ts';
import { type HowFar, toldOnTheWay } from '../../file/progress.ts';
import { lastSeq, registerHead } from '../../journal/journal.ts';
import { type CaseRow, caseNames, casesOf, countedEntries, procedures } from './facts.ts';
import { lostByPetitions } from './limits.ts';
import { countedAs, countedPetitions } from './petitions.ts';
import { type AskedReport, cutFiles, indexedFiles } from './report.ts';

/** The files behind a number of a report; of petitions the petitions. A further page reads what is on it, not the period again. */

export type AskedList = AskedReport & {
  readonly report: '07a' | '06a' | '766' | 'cut';
  readonly column: string;
  readonly key?: string | undefined;
  readonly calendar: WorkCalendar;
};

/** What stands behind a number: the rows of its files in the order of reception, one for each line, and of which register and moment it was judged. */
export type JudgedList = {
  readonly rows: Uint32Array;
  readonly head: string;
  readonly seen: number;
  readonly now: CivilTime;
};

/** All that stands behind a number, and a page of it. */
export function filesOfReport(
  db: Db,
  { skip, limit, ...asked }: AskedList & { readonly skip: number; readonly limit: number },
  tell?: HowFar,
): { readonly files: ReportFile[]; readonly list: JudgedList } {
  const rows = Uint32Array.from(behind[asked.report](db, asked, tell));
  const list = { rows, head: registerHead(db), seen: lastSeq(db), now: asked.now };
  return { files: filesOfList(db, { ...asked, ...pageOf(list, { skip, limit }) }), list };
}

/** A page of a list: its rows, how many lines of the first one stand before it, and of which register it was judged. */
export type ListPage = Omit<JudgedList, 'head'> & { readonly before: number };

export function pageOf(
  { rows, seen, now }: Omit<JudgedList, 'head'>,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): ListPage {
  let before = 0;
  while (before < skip && rows[skip - before - 1] === rows[skip]) before += 1;
  return { rows: rows.slice(skip, skip + limit), before, seen, now };
}

/** The lines of a page as they were when its list was judged, and nothing else is read. */
export function filesOfList(db: Db, asked: Omit<AskedList, 'now'> & ListPage, tell?: HowFar): ReportFile[] {
  const lines = lineOf[asked.report](db, asked);
  const files: ReportFile[] = [];
  let [row, nth]: [number | undefined, number] = [asked.rows[0], asked.before - 1];
  let ofRow = row === undefined ? [] : lines(row);
  for (const next of toldOnTheWay([...asked.rows], tell)) {
    if (next === row) nth += 1;
    else [row, nth, ofRow] = [next, 0, lines(next)];
    const line = ofRow[nth];
    if (line !== undefined) files.push(line);
  }
  return files;
}

const behind: Readonly<Record<AskedList['report'], (db: Db, asked: AskedList, tell?: HowFar) => Iterable<number>>> = {
  '07a': casesBehind,
  '06a': petitionsBehind,
  '766': lostOf,
  cut: cutBehind,
};

function* casesBehind(db: Db, { from, to, now, column, key }: AskedList, tell?: HowFar): Generator<number> {
  const wanted = partsOf(column);
  const procedureOf = procedures(db);
  const counter = count07a({ from, to });
  for (const { caseId, told } of casesOf(db, { from, to }, tell)) {
    const fact = caseFact(told, to, now);
    if (fact === null) continue;
    const procedure = procedureOf(fact);
    if (key !== undefined && procedure.field !== key) continue;
    if (counter.add(fact, procedure).some((one) => wanted.includes(one))) yield caseId;
  }
}

/** The files that lost an indicator; of 5.2 and 5.3 the petitions. */
function* lostOf(db: Db, asked: AskedList, tell?: HowFar): Generator<number> {
  const { from, to, now, column, key } = asked;
  if (isOfPetitions(column)) {
    yield* lostByPetitions(db, asked, tell);
    return;
  }
  // Of an indicator that counts procedures the files of one of them, by its code.
  if (isOfProcedures(column)) {
    if (key === undefined) return;
    for (const { caseId, file } of indexedFiles(db, { from, to, now }, tell))
      if (file.procedure.code === key && isOfIndex(file, { from, to }) && isBehindProcedure(column, file)) yield caseId;
    return;
  }
  const last = momentOf({ to }, now);
  for (const { caseId, file } of indexedFiles(db, { from, to, now }, tell)) {
    if (key !== undefined && file.procedure.field !== key) continue;
    if (isOfIndex(file, { from, to }) && isLost(column, file, last)) yield caseId;
  }
}

const isOfPetitions = (column: string) => column === '5.2' || column === '5.3';

/** The files of a procedure that its cut is weighed by; of all procedures, where none is named. */
function* cutBehind(db: Db, { from, to, now, key }: AskedList, tell?: HowFar): Generator<number> {
  const fileOfCut = cutFiles(db, from);
  for (const { caseId, told } of casesOf(db, { from, to }, tell)) {
    const file = fileOfCut(caseFact(told, to, now));
    if (file !== null && (key === undefined || file.code === key)) yield caseId;
  }
}

function* petitionsBehind(db: Db, { from, to, column, key }: AskedList, tell?: HowFar): Generator<number> {
  const isBehind = behind06a(column);
  for (const { row, now: fact } of countedPetitions(db, { from, to }, tell) ?? []) {
    if (fact === null || (key !== undefined && fact.field !== key)) continue;
    if (isBehind(columnsOf06a(fact, { from, to }))) yield row;
  }
}

type AskedLine = Omit<AskedList, 'now'> & ListPage;
type Lines = (row: number) => readonly ReportFile[];

const lineOf: Readonly<Record<AskedList['report'], (db: Db, asked: AskedLine) => Lines>> = {
  '07a': caseLine,
  cut: caseLine,
  '766': (db, asked) => (isOfPetitions(asked.column) ? limitLines(db, asked) : caseLine(db, asked)),
  '06a': petitionLine,
};

function caseLine(db: Db, { to, now, seen }: AskedLine): Lines {
  const toldOf = countedEntries(db);
  const procedureOf = procedures(db);
  const nameOf = caseNames(db);
  return (caseId) => {
    const known = toldOf(caseId).filter(({ seq }) => seq <= seen);
    const fact = known.length === 0 ? null : caseFact(known, to, now);
    return fact === null ? [] : [fileOf(nameOf(caseId), fact, procedureOf(fact))];
  };
}

function fileOf(
  { uuid, number }: CaseRow,
  { receivedAt, dueAt, end }: CaseFact,
  { name }: CountedProcedure,
): ReportFile {
  const endedAt = end?.at ?? null;
  return { caseId: uuidText(uuid), number, procedureName: name, acceptedAt: receivedAt, dueAt, endedAt };
}

function petitionLine(db: Db, { to, seen }: AskedLine): Lines {
  return (row) => {
    const fact = countedAs(toldOfPetition(db, row, seen).events, to);
    if (fact === null) return [];
    const { number, title, receivedAt, handledAt } = fact;
    return [{ caseId: null, number, procedureName: title, acceptedAt: receivedAt, dueAt: null, endedAt: handledAt }];
  };
}

/** Of 5.2 a line for each limit that was missed, of 5.3 one for each petition that was late or displeased its sender. */
function limitLines(db: Db, asked: AskedLine): Lines {
  return (row) => {
    const fact = factOf(toldOfPetition(db, row, asked.seen), asked);
    if (fact === null) return [];
    const line = { caseId: null, number: fact.number, procedureName: fact.title, acceptedAt: fact.receivedAt };
    if (asked.column === '5.2')
      return fact.missed.map(({ dueAt, at }): ReportFile => ({ ...line, dueAt, endedAt: at }));
    return isDispleased(fact) ? [{ ...line, dueAt: fact.dueAt, endedAt: fact.end?.at ?? null }] : [];
  };
}
