import { getMoment, msPerMinute, toCivilTime } from '../../../domain/base/civil-time.ts';
import { closingOn } from '../../../domain/deadline/work-calendar.ts';
import type { Client, Session } from './client.ts';
import type { DeskContext } from '../context.ts';

/** A session nobody used for ten minutes is over; drafts are in the store already, so locking loses nothing. */
const idleMilliseconds = 10 * msPerMinute;
/** So long after closing a desk that was left open locks itself, */
const afterClosing = 60 * msPerMinute;
/** but never while somebody still works at it: nobody is cut off in the middle of a citizen. */
const awayMilliseconds = 2 * msPerMinute;

/** Whoever is signed in here, unless they left the desk alone too long, or their account, its role or its password is another one by now. */
export function currentSession(desk: DeskContext, client: Client): Session | null {
  const { session } = client;
  if (session === null) return null;
  const idle = desk.ports.clock.now() - session.lastUsedAt;
  const isOfThisOpening = session.opening === undefined || session.opening === desk.opening;
  const isOver = idle >= idleMilliseconds || (client.window === true && isPastClosing(desk, session, idle));
  if (!isOver && isOfThisOpening && isSameAccount(desk, session)) return session;
  client.session = null;
  client.expired = true;
  return null;
}

function isSameAccount(desk: DeskContext, { accountId, role, secret, begunAt }: Session): boolean {
  const account = desk.findAccountState(accountId);
  // Who sat down without a password (tests) has none to be compared.
  if (begunAt === undefined) return account?.disabled !== true;
  return account !== undefined && !account.disabled && account.role === role && account.password === secret;
}

/** Whether the day's work has been over for an hour since this session began. Who signs in later than that works on purpose. */
function isPastClosing(desk: DeskContext, { begunAt }: Session, idle: number): boolean {
  if (desk.practice() || begunAt === undefined || idle < awayMilliseconds) return false;
  const now = desk.ports.clock.now();
  const { day, msOfDay } = getMoment(toCivilTime(now));
  const end = closingOn(desk.calendar(), day) + afterClosing;
  return msOfDay >= end && now - begunAt > msOfDay - end;
}
