import { findAccount } from '../../../store/common/office/accounts.ts';
import { nameAtDesk } from '../../../store/common/office/foreign-accounts.ts';
import { isOwnDesk } from '../../../store/journal/journal.ts';
import type { DeskContext } from '../context.ts';

/**
 * The name on paper and screen of whoever did something.
 * @param at UUID of the desk at which it was done: a username may be two people's at two counters. Left out: this one.
 */
export function staffName({ store: { db } }: Pick<DeskContext, 'store'>, username: string, at?: string): string {
  const there = at === undefined || isOwnDesk(db, at) ? undefined : nameAtDesk(db, at, username);
  return there ?? findAccount(db, username)?.fullName ?? username;
}
