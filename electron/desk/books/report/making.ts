import type { FigureKind, ReportAnswer, ReportGap } from '../../../contract/books/report/report.ts';
import type { CivilDate } from '../../../contract/base/values.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import { type Days, reportMonthOf } from '../../../domain/books/register/register.ts';
import { type ProcedureColumn, proceduresBehind } from '../../../domain/books/report/procedures-766.ts';
import { index766 } from '../../../domain/books/report/index-766.ts';
import { blankIndex } from '../../../domain/books/report/indicators-766.ts';
import { stillOldPetitions } from '../../../domain/books/report/bieu-06a.ts';
import { bieu08b, centreOn } from '../../../domain/books/report/bieu-08b.ts';
import { type Offered, offeredOn, offeredWith } from '../../../domain/books/report/offered.ts';
import { blank07a, notCarriedGap, stillOldGap, withoutCarriedOver } from '../../../domain/books/report/bieu-07a.ts';
import { blankCut } from '../../../domain/books/report/cut.ts';
import { findNamedPeriod } from '../../../domain/books/report/report-period.ts';
import { addDays, dateText, dayOfDate } from '../../../domain/base/civil-time.ts';
import { centreFacts } from '../../../store/books/report/kept.ts';
import { petitionsBegan } from '../../../store/counter/petition/petition.ts';
import { registerHead } from '../../../store/journal/journal.ts';
import type { DeskContext } from '../../core/context.ts';
import { isBeforeRegister, isNothingCarried, registerBegan } from '../../core/register-began.ts';
import type { Watching } from '../../core/watched.ts';

/** Made beside the desk, of one moment: however many files there are, no clerk waits for it. */
export async function makeReport(
  desk: DeskContext,
  kind: FigureKind,
  days: Days,
  watching: Watching,
): Promise<ReportAnswer | Fault<'report-not-begun'>> {
  const notBegun = notBegunFault(desk, days);
  if (notBegun !== null) return notBegun;
  // Of petitions the form tells itself from which day there was a register of them; of the centre nothing is counted.
  const before = kind === '08b' || kind === '06a' ? null : beforeRegister(desk, days);
  if (before !== null && kind !== '08b' && kind !== '06a' && isBeforeRegister(desk, days))
    return {
      ...{ '07a': blank07a, '766': blankIndex(), cut: blankCut }[kind],
      checks: [],
      missing: [before],
      head: registerHead(desk.store.db),
      madeAt: desk.nowCivil(),
    };
  const made = await counted(desk, kind, days, watching);
  const since = before === null ? made : { ...made, missing: [...made.missing, before] };
  if (kind === '06a') {
    const began = justBefore(petitionsBegan(desk.store.db, days), days);
    return began === null ? since : { ...since, missing: [...since.missing, stillOldPetitions(began)] };
  }
  if (kind !== '07a') return since;
  if (!isNothingCarried(desk, days)) {
    const began = justBefore(registerBegan(desk)?.slice(0, 10) ?? null, days);
    return began === null ? since : { ...since, missing: [...since.missing, stillOldGap(began)] };
  }
  return withoutCarriedOver({ ...since, missing: [...since.missing, notCarriedGap(made)] });
}

/**
 * The day on which a register began, where that lies in the period of the law just before this one, or of days that are none of the law's within as many before them;
 * else null. Later on what the old register had open is told by nothing here.
 */
function justBefore(began: CivilDate | null, days: Days): CivilDate | null {
  if (began === null || began >= days.from) return null;
  const named = findNamedPeriod(days);
  const length = dayOfDate(days.to) - dayOfDate(days.from) + 1;
  const months = named === null ? null : { month: 1, quarter: 3, half: 6, year: 12 }[named.kind];
  const since = months === null ? addDays(days.from, -length) : reportMonthOf(days.to, months * 2 - 1).from;
  return began >= since ? began : null;
}

/** Of days that have not come there are no figures. */
export function notBegunFault(desk: DeskContext, { from }: Days): Fault<'report-not-begun'> | null {
  return from > desk.nowCivil().slice(0, 10) ? fault('report-not-begun', { from: dateText(from) }) : null;
}

/** Of days on which there was no register here 0 would be said, and nothing is known. */
function beforeRegister(desk: DeskContext, { from }: Days): ReportGap | null {
  const began = registerBegan(desk)?.slice(0, 10);
  if (began === undefined || began <= from) return null;
  const day = dateText(began);
  return {
    code: 'before-register',
    text: `Sổ của quầy này bắt đầu ngày ${day}: việc trước ngày đó không có trong số liệu, nên 0 không có nghĩa là không có`,
    textEn: `The register of this desk begins on ${day}: what was done before is in no number, so 0 does not mean none`,
  };
}

async function counted(desk: DeskContext, kind: FigureKind, days: Days, watching: Watching): Promise<ReportAnswer> {
  const madeAt = desk.nowCivil();
  if (kind === '08b') return { ...centreReport(desk, days), madeAt };
  const asked = { from: days.from, to: days.to, now: madeAt };
  if (kind === '06a') return { ...(await desk.reader.read('report06a', asked, watching)), madeAt };
  if (kind === '07a') return { ...(await desk.reader.read('report07a', asked, watching)), madeAt };
  if (kind === 'cut') return { ...(await desk.reader.read('reportCut', asked, watching)), madeAt };
  const { head, petitions, ...counts } = await desk.reader.read(
    'countedIndex',
    { ...asked, calendar: desk.calendar() },
    watching,
  );
  return { ...index766(counts, offeredHere(desk, days), petitions), head, madeAt };
}

/** The procedures behind an indicator that counts them. */
export async function proceduresOf(desk: DeskContext, column: ProcedureColumn, days: Days, watching: Watching) {
  const notBegun = notBegunFault(desk, days);
  if (notBegun !== null) return notBegun;
  const asked = { from: days.from, to: days.to, now: desk.nowCivil(), calendar: desk.calendar() };
  const { head, procedures: counted, cameOnline } = await desk.reader.read('countedIndex', asked, watching);
  const offered = offeredWith(offeredHere(desk, days), cameOnline);
  const nameOf = (code: string) => desk.findProcedure(code)?.name ?? code;
  return { procedures: proceduresBehind(column, { counted, offered }, nameOf), head };
}

/** What this committee decides and is offered on the last day of the period; today, while that runs. */
export function offeredHere(desk: DeskContext, { to }: Pick<Days, 'to'>): Offered[] {
  const today = desk.nowCivil().slice(0, 10);
  const day = to < today ? to : today;
  return offeredOn(desk.offersOn(day).values(), day, (code) => desk.legsOf(code));
}

/** @param seen as far as the register was then; all of it, where that is left out */
export function centreReport(desk: DeskContext, { to }: Days, seen?: number): Omit<ReportAnswer, 'madeAt'> {
  const { db } = desk.store;
  const facts = centreOn(centreFacts(db, seen), to);
  return { ...bieu08b(desk.getOffice().centreName, facts), head: registerHead(db) };
}
