import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import { dateOfDay, dayOfDate } from '../../../domain/base/civil-time.ts';
import { ownIdentifier } from '../../../domain/base/numbering.ts';
import { nextWorkingDay } from '../../../domain/deadline/work-calendar.ts';
import { serialsForKit } from '../../../domain/counter/kit/kit.ts';
import { lastSerial } from '../../../store/counter/case/numbers.ts';
import type { Db } from '../../../store/file/db.ts';
import { findKit } from '../../../store/counter/kit/kit.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import { clockFault } from '../../core/clock.ts';
import type { DeskContext } from '../../core/context.ts';
import { claimRequest, keepRequest } from '../../../store/journal/requests.ts';

type DayFault = Fault<'kit-day' | 'calendar-ends'>;
type SerialFault = Fault<'kit-numbers-left' | 'numbers-exhausted'>;

type KitDays = { readonly day: string; readonly today: string; readonly nextWorkingDay: string };

/** The day a kit is for: today or later, up to the next working day, so that tomorrow's is printed in the evening. */
export function kitDay(desk: DeskContext, date: string | undefined): KitDays | DayFault {
  const today = desk.nowCivil().slice(0, 10);
  const next = nextWorkingDay(desk.calendar(), dayOfDate(today));
  if (isFault(next)) return next;
  const nextDate = dateOfDay(next);
  const day = date ?? today;
  if (day < today || day > nextDate) return fault('kit-day', { date: day, from: today, to: nextDate });
  return { day, today, nextWorkingDay: nextDate };
}

/** The serials a kit would be given now. */
export function kitSerials(desk: DeskContext, db: Db, date: string, count: number): number[] | SerialFault {
  const { desk: own } = desk.getOffice();
  const blocks = own.blocks.map((block) => ({ ...block, desk: own.code }));
  return serialsForKit({ blocks, desk: own.code, date, count, lastSerial: lastSerial(db, date, own.blocks) });
}

/** What numbers are printed with now: the desk's code, and the office's where it gives official codes itself. */
export function numberedBy(desk: DeskContext): { readonly deskCode: string; readonly unitCode: string | null } {
  const office = desk.getOffice();
  return { deskCode: office.desk.code, unitCode: ownIdentifier(office) };
}

type Wanted = { readonly requestId: string; readonly date?: string | undefined; readonly count: number };

/**
 * Takes serials out of the desk's block for good, in the journal. When this returns they are on disk: no printer has heard of them,
 * and no reception will be given them. The request's id is the kit's, so the same request twice is one kit.
 */
export function setAside(
  desk: DeskContext,
  { requestId: kitId, date, count }: Wanted,
  session: Session,
): 'set-aside' | 'known' | DayFault | SerialFault | Fault<'clock-untrusted' | 'request-id-reused' | 'disk-full'> {
  const request = { call: 'kit.print', requestId: kitId, content: { date, count } };
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const reused = claimRequest(tx.db, request);
    if (reused !== null) return reused;
    if (findKit(tx.db, kitId) !== undefined) return 'known';
    const untrusted = clockFault(desk);
    if (untrusted !== null) return untrusted;
    const days = kitDay(desk, date);
    if (isFault(days)) return days;
    const serials = kitSerials(desk, tx.db, days.day, count);
    if (isFault(serials)) return serials;
    tx.append({ kind: 'kit', kitId }, { type: 'kit-set-aside', day: days.day, serials, ...numberedBy(desk) });
    keepRequest(tx.db, request);
    return 'set-aside';
  });
}
