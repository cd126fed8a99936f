import { findAccount } from '../../../store/common/office/accounts.ts';
import type { DeskContext } from '../context.ts';

/** The name on paper and screen of whoever did something here. */
export function staffName(desk: DeskContext, username: string): string {
  return findAccount(desk.store.db, username)?.fullName ?? username;
}
