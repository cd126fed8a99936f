import type { FigureKind, ReportAnswer, ReportGap } from '../../../contract/books/report/report.ts';
import { type Fault, fault } from '../../../contract/base/fault.ts';
import type { Days } from '../../../domain/books/register/register.ts';
import { blankIndex, index766 } from '../../../domain/books/report/index-766.ts';
import { bieu08b, centreOn } from '../../../domain/books/report/bieu-08b.ts';
import { blank07a, withoutCarriedOver } from '../../../domain/books/report/bieu-07a.ts';
import { blankCut } from '../../../domain/books/report/cut.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import { centreFacts } from '../../../store/books/report/kept.ts';
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
  const gaps = [before, kind === '07a' ? notCarried(desk, days) : null].filter((gap) => gap !== null);
  return gaps.length === 0 ? made : { ...made, missing: [...made.missing, ...gaps] };
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

/** What the period before left open stands in what was kept then: it is to be added by who sends the form. */
function notCarried(desk: DeskContext, days: Days): ReportGap | null {
  if (!isNothingCarried(desk, days)) return null;
  return {
    code: 'before-register',
    text: 'Cột (8) chưa biết: hồ sơ kỳ trước chuyển qua nằm ở sổ cũ; cột (3) và các cột (9) đến (15) chưa gồm chúng, phải cộng thêm trước khi gửi',
    textEn:
      'Column (8) is not known: what the period before left open stands in the register that was kept then; columns (3) and (9) to (15) are without it, add it before you send the form',
  };
}

async function counted(desk: DeskContext, kind: FigureKind, days: Days, watching: Watching): Promise<ReportAnswer> {
  const madeAt = desk.nowCivil();
  if (kind === '08b') return { ...centreReport(desk, days), madeAt };
  const asked = { from: days.from, to: days.to, now: madeAt };
  if (kind === '06a') return { ...(await desk.reader.read('report06a', asked, watching)), madeAt };
  if (kind === '07a') {
    const made = await desk.reader.read('report07a', asked, watching);
    return { ...(isNothingCarried(desk, days) ? withoutCarriedOver(made) : made), madeAt };
  }
  if (kind === 'cut') return { ...(await desk.reader.read('reportCut', asked, watching)), madeAt };
  const { offered, head, petitions, ...counts } = await desk.reader.read(
    'countedIndex',
    { ...asked, calendar: desk.calendar() },
    watching,
  );
  return { ...index766(counts, offered, petitions), head, madeAt };
}

/** @param seen as far as the register was then; all of it, where that is left out */
export function centreReport(desk: DeskContext, { to }: Days, seen?: number): Omit<ReportAnswer, 'madeAt'> {
  const { db } = desk.store;
  const facts = centreOn(centreFacts(db, seen), to);
  return { ...bieu08b(desk.getOffice().centreName, facts), head: registerHead(db) };
}
