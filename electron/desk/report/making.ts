import type { FigureKind, ReportAnswer, ReportGap } from '../../contract/report/report.ts';
import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import type { Days } from '../../domain/register/register.ts';
import { blankIndex, index766 } from '../../domain/report/index-766.ts';
import { bieu08b, centreOn } from '../../domain/report/bieu-08b.ts';
import { blank07a } from '../../domain/report/bieu-07a.ts';
import { blankCut } from '../../domain/report/cut.ts';
import { dateText, endOfDay, secondsOf } from '../../domain/base/civil-time.ts';
import { civilOf } from '../../store/file/codecs.ts';
import { centreFacts } from '../../store/report/kept.ts';
import { firstEntryAt, registerHead } from '../../store/journal/journal.ts';
import { firstReceptionAt } from '../../store/report/facts.ts';
import type { DeskContext } from '../core/context.ts';

type Making = { done: number; of: number; readonly stop: AbortController };

/** What is being made at each opening of a register, by the name that whoever asked gave it. */
const underWay = new WeakMap<object, Map<string, Making>>();

function makingsOf({ opening }: DeskContext): Map<string, Making> {
  const found = underWay.get(opening);
  if (found !== undefined) return found;
  const none = new Map<string, Making>();
  underWay.set(opening, none);
  return none;
}

/** How far it is; null where nothing of that name is being made. */
export function progressOf(desk: DeskContext, watch: string): { readonly done: number; readonly of: number } | null {
  const making = makingsOf(desk).get(watch);
  return making === undefined ? null : { done: making.done, of: making.of };
}

/** Whether there was something to give up. */
export function giveUp(desk: DeskContext, watch: string): boolean {
  const making = makingsOf(desk).get(watch);
  making?.stop.abort(givenUp);
  return making !== undefined;
}

const givenUp = new Error('the report was given up');

/** Made beside the desk, of one moment: however many files there are, no clerk waits for it. */
export async function makeReport(
  desk: DeskContext,
  kind: FigureKind,
  days: Days,
  watch?: string,
): Promise<ReportAnswer | Fault<'report-cancelled' | 'report-not-begun'>> {
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
  const made = await counted(desk, kind, days, watch);
  return isFault(made) || before === null ? made : { ...made, missing: [...made.missing, before] };
}

/** Of days that have not come there are no figures. */
export function notBegunFault(desk: DeskContext, { from }: Days): Fault<'report-not-begun'> | null {
  return from > desk.nowCivil().slice(0, 10) ? fault('report-not-begun', { from: dateText(from) }) : null;
}

/** Whether nothing of these days is in this register: it began after them, and no file that was written down later came in them. */
export function isBeforeRegister(desk: DeskContext, { to }: Days): boolean {
  const { db } = desk.store;
  const began = firstEntryAt(db);
  const first = firstReceptionAt(db);
  const ends = secondsOf(endOfDay(to));
  return began !== null && began > ends && (first === null || first > ends);
}

/** Of days on which there was no register here 0 would be said, and nothing is known. */
function beforeRegister(desk: DeskContext, { from }: Days): ReportGap | null {
  const { db } = desk.store;
  const [entry, reception] = [firstEntryAt(db), firstReceptionAt(db)];
  // A practice office is made with a past that is older than its first entry.
  const began = desk.practice() && entry !== null && reception !== null ? Math.min(entry, reception) : entry;
  if (began === null || civilOf(began).slice(0, 10) <= from) return null;
  const day = dateText(civilOf(began));
  return {
    code: 'before-register',
    text: `Sổ của quầy này bắt đầu ngày ${day}: việc trước ngày đó không có trong số liệu, nên 0 không có nghĩa là không có`,
    textEn: `The register of this desk begins on ${day}: what was done before is in no number, so 0 does not mean none`,
  };
}

async function counted(
  desk: DeskContext,
  kind: FigureKind,
  days: Days,
  watch?: string,
): Promise<ReportAnswer | Fault<'report-cancelled'>> {
  const madeAt = desk.nowCivil();
  if (kind === '08b') return { ...centreReport(desk, days), madeAt };
  if (kind === '06a')
    return { ...(await desk.reader.read('report06a', { from: days.from, to: days.to, now: madeAt })), madeAt };
  const asked = { from: days.from, to: days.to, now: madeAt };
  return watched(desk, watch, async (watching) => {
    if (kind === '07a') return { ...(await desk.reader.read('report07a', asked, watching)), madeAt };
    if (kind === 'cut') return { ...(await desk.reader.read('reportCut', asked, watching)), madeAt };
    const { offered, head, petitions, ...counts } = await desk.reader.read(
      'countedIndex',
      { ...asked, calendar: desk.calendar() },
      watching,
    );
    return { ...index766(counts, offered, petitions), head, madeAt };
  });
}

type Watching = { readonly tell: (done: number, of: number) => void; readonly signal: AbortSignal };

/** What is read under a name, by which it is watched and given up. */
async function watched<T>(
  desk: DeskContext,
  watch: string | undefined,
  read: (watching: Watching) => Promise<T>,
): Promise<T | Fault<'report-cancelled'>> {
  const making: Making = { done: 0, of: 0, stop: new AbortController() };
  const makings = makingsOf(desk);
  const name = watch ?? crypto.randomUUID();
  makings.set(name, making);
  const tell = (done: number, of: number) => void Object.assign(making, { done, of });
  try {
    return await read({ tell, signal: making.stop.signal });
  } catch (error) {
    if (error === givenUp) return fault('report-cancelled', {});
    throw error;
  } finally {
    if (makings.get(name) === making) makings.delete(name);
  }
}

/** @param seen as far as the register was then; all of it, where that is left out */
export function centreReport(desk: DeskContext, { to }: Days, seen?: number): Omit<ReportAnswer, 'madeAt'> {
  const { db } = desk.store;
  const facts = centreOn(centreFacts(db, seen), to);
  return { ...bieu08b(desk.getOffice().centreName, facts), head: registerHead(db) };
}
