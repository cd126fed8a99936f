import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Figures, MovedFile, ReportAgain, SaidSince } from '../../../contract/books/report/report.ts';
import { differencesOf, keptFigures } from '../../../domain/books/report/figures.ts';
import { countingRules, ruleChangesSince } from '../../../domain/books/report/counting-rules.ts';
import { withoutCarriedOver } from '../../../domain/books/report/bieu-07a.ts';
import { index766 } from '../../../domain/books/report/index-766.ts';
import type { Offered } from '../../../domain/books/report/offered.ts';
import { type AskedAgain, type MovedRows, saidSince } from '../../../store/books/report/again.ts';
import { type Kept, findSeen } from '../../../store/books/report/kept.ts';
import { lastSeq, registerHead } from '../../../store/journal/journal.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Watching } from '../../core/watched.ts';
import { judgedLists } from './judged-lists.ts';
import { isBeforeRegister, isNothingCarried } from '../../core/register-began.ts';
import { centreReport, makeReport, offeredHere } from './making.ts';

type Made = {
  /** Null where the register as it was is not in this file. */
  readonly then: Figures | null;
  readonly now: Figures;
  readonly files: MovedFile[];
  readonly rows: MovedRows;
  readonly of: { readonly head: string; readonly upTo: number };
  readonly said: readonly SaidSince[];
};

/** Which of the files that are counted otherwise are told, and of which register those are that the page goes on with. */
type Page = { readonly skip: number; readonly limit: number; readonly head?: string | undefined };

/** What was told of a report when all of it was read, for the pages behind. */
type Judged = {
  readonly rows: Uint32Array;
  /** So many of the rows are files; petitions stand behind them. */
  readonly cases: number;
  readonly head: string;
  readonly asked: AskedAgain & { readonly upTo: number };
  readonly told: Omit<ReportAgain, 'files'>;
};
const lists = judgedLists<Judged>();

/** A kept report made again, of the register as far as it was then and as it is now: equal, or why not. A further page is read of what was judged for the first. */
export async function madeAgain(
  desk: DeskContext,
  kept: Kept,
  { head: wanted, ...page }: Page,
  watching: Watching,
): Promise<ReportAgain | Fault<'report-figures-unknown'>> {
  const { report, figures } = kept;
  if (figures === null) return fault('report-figures-unknown', {});
  const known = page.skip === 0 ? undefined : lists.find(desk, report.reportId, wanted);
  if (known !== undefined) return { ...known.told, files: await furtherPage(desk, kept, known, page, watching) };
  const moment = desk.nowCivil();
  const { then, now, files, rows, of, said } = await made(desk, kept, { ...page, now: moment }, watching);
  const told: Judged['told'] = {
    report,
    kept: figures,
    now: { rows: now.rows, total: now.total },
    sameRegister: then === null ? 'unknown' : differencesOf(figures, then).length === 0 ? 'equal' : 'differs',
    differences: differencesOf(figures, now),
    moved: rows.cases.length + rows.petitions.length,
    said: [...said],
    rules: { made: kept.rules, now: countingRules, changes: [...ruleChangesSince(report.report, kept.rules)] },
    head: of.head,
  };
  const seen = findSeen(desk.store.db, kept);
  if (seen !== undefined) {
    const { from, to, madeAt } = report;
    lists.keep(desk, report.reportId, {
      rows: Uint32Array.from([...rows.cases, ...rows.petitions]),
      cases: rows.cases.length,
      head: of.head,
      asked: { from, to, madeAt, rules: kept.rules, seen, now: moment, skip: 0, limit: 0, upTo: of.upTo },
      told,
    });
  }
  return { ...told, files };
}

async function furtherPage(
  desk: DeskContext,
  { report: { report: kind } }: Kept,
  { rows, cases, asked: { upTo, ...asked } }: Judged,
  { skip, limit }: Page,
  watching: Watching,
): Promise<MovedFile[]> {
  const only = {
    cases: rows.slice(skip, Math.min(cases, skip + limit)),
    petitions: rows.slice(Math.max(cases, skip), Math.max(cases, skip + limit)),
    upTo,
  };
  const page = { ...asked, limit, only };
  if (kind === '766')
    return (await desk.reader.read('movedIndex', { ...page, calendar: desk.calendar() }, watching)).files;
  return kind === '08b' ? [] : (await desk.reader.read(jobs[kind], page, watching)).files;
}

const jobs = { '07a': 'moved07a', '06a': 'moved06a', cut: 'movedCut' } as const;

const noRows = { cases: new Uint32Array(), petitions: new Uint32Array() };
const nothingMoved = ({ store: { db } }: DeskContext) => ({
  files: [],
  rows: noRows,
  of: { head: registerHead(db), upTo: lastSeq(db) },
});

type AskedPage = Pick<AskedAgain, 'skip' | 'limit' | 'now'>;

async function made(desk: DeskContext, kept: Kept, page: AskedPage, watching: Watching): Promise<Made> {
  const { report: kind, from, to, madeAt } = kept.report;
  const days = { from, to };
  const seen = findSeen(desk.store.db, kept);
  if (seen === undefined || kind === '08b') {
    const now = await makeReport(desk, kind, days, watching);
    if (isFault(now)) throw new Error('a kept report is of days that had begun');
    const nothing = { now: keptFigures(kind, now), ...nothingMoved(desk) };
    if (seen === undefined) return { then: null, ...nothing, said: [] };
    const said = saidSince(desk.store.db, seen, { 'centre-facts-set': 'from' });
    return { then: keptFigures(kind, centreReport(desk, days, seen)), ...nothing, said };
  }
  // Of days before there was a register nothing is known, now as then.
  if (kind !== '06a' && isBeforeRegister(desk, days)) {
    const now = await makeReport(desk, kind, days, watching);
    if (isFault(now)) throw new Error('a kept report is of days that had begun');
    const blank = keptFigures(kind, now);
    return { then: blank, now: blank, ...nothingMoved(desk), said: [] };
  }
  const asked = { ...days, seen, madeAt, rules: kept.rules, ...page };
  if (kind === '766') return index(desk, asked, kept.offered, watching);
  const again = await desk.reader.read(jobs[kind], asked, watching);
  if (kind !== '07a' || !isNothingCarried(desk, days)) return again;
  return { ...again, then: withoutCarriedOver(again.then), now: withoutCarriedOver(again.now) };
}

/** Of the index files and petitions are told; what is offered is a list of its own, kept with the report or, by older rules, told from the register. */
async function index(
  desk: DeskContext,
  asked: AskedAgain,
  kept: readonly Offered[] | null,
  watching: Watching,
): Promise<Made> {
  const { then, now, offered, ...moved } = await desk.reader.read(
    'movedIndex',
    { ...asked, calendar: desk.calendar() },
    watching,
  );
  const figures = ({ head: _head, petitions, ...counts }: typeof then, of: readonly Offered[], rules: number) =>
    keptFigures('766', index766(counts, of, petitions, rules));
  return {
    ...moved,
    then: figures(then, kept ?? offered, asked.rules),
    now: figures(now, offeredHere(desk, asked), countingRules),
  };
}
