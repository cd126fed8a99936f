import { type Fault, fault } from '../../../../contract/base/fault.ts';
import type { RunsOut } from '../../../../contract/common/office/office.ts';
import { toCivilTime } from '../../../../domain/base/civil-time.ts';
import { mayStand } from '../../../../domain/common/office/second-person.ts';
import type { Account } from '../../../../store/common/office/accounts.ts';
import type { Client, Session } from '../../../core/session/client.ts';
import { currentSession } from '../../../core/session/session.ts';
import type { DeskContext } from '../../../core/context.ts';

/**
 * Whether the office asks a person of this role for a code today. Invented people never have to. By the later of two dates: one that is put back puts nothing off,
 * and one set far ahead, which dates nothing, is no way to read on without a code; where that was an accident it is put right in the operating system.
 */
export function isFactorAsked(desk: DeskContext, role: Account['role']): boolean {
  const from = desk.factorDay();
  if (from === null || !mayStand(role) || desk.practice()) return false;
  return toCivilTime(Math.max(desk.clock.dated(), desk.clock.now())).slice(0, 10) >= from;
}

export function hasFactor(desk: DeskContext, { accountId }: Session): boolean {
  return desk.findAccountState(accountId)?.hasFactor === true;
}

/** Asked anew at each call: a session that began before the day, or before the office asked, owes it as well. Who only looks can set nothing. */
export function owesFactor(desk: DeskContext, session: Session): boolean {
  return desk.looksOnly === null && isFactorAsked(desk, session.role) && !hasFactor(desk, session);
}

/** What comes before anything else this person does, on every road: a password of their own, then the code of a phone that the office asks for. */
export function owesFirst(
  desk: DeskContext,
  session: Session,
): Fault<'password-change-needed' | 'second-factor-owed'> | null {
  if ((session.mustChange ?? null) !== null) return fault('password-change-needed', {});
  return owesFactor(desk, session) ? fault('second-factor-owed', {}) : null;
}

/** The same of whoever is signed in by this client; null where nobody is. */
export function owesBy(desk: DeskContext | null, client: Client): ReturnType<typeof owesFirst> {
  const session = desk === null ? null : currentSession(desk, client);
  return desk === null || session === null ? null : owesFirst(desk, session);
}

/** Whether this person would be asked for a code and has none: their password alone says nothing there. */
export function owesAsSecond(desk: DeskContext, { role, factor }: Pick<Account, 'role' | 'factor'>): boolean {
  return isFactorAsked(desk, role) && factor === null;
}

/** What reminds a person whom the office will ask, until they have one. */
export function factorComes(desk: DeskContext, session: Session): RunsOut[] {
  const from = desk.factorDay();
  if (from === null || desk.practice() || !mayStand(session.role)) return [];
  return hasFactor(desk, session) || isFactorAsked(desk, session.role) ? [] : [{ code: 'second-factor', from }];
}
