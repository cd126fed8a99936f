import { isAccountOpen } from '../../store/office/accounts.ts';
import type { Client, Session } from './client.ts';
import type { DeskContext } from './context.ts';

/** A session nobody used for ten minutes is over; drafts are in the store already, so locking loses nothing. */
const idleMilliseconds = 10 * 60_000;

/** Whoever is signed in here, unless they left the desk alone too long or their account was closed meanwhile. */
export function currentSession(desk: DeskContext, client: Client): Session | null {
  const { session } = client;
  if (session === null) return null;
  const idle = desk.ports.clock.now() - session.lastUsedAt >= idleMilliseconds;
  if (!idle && isAccountOpen(desk.store.db, session.accountId)) return session;
  client.session = null;
  client.expired = true;
  return null;
}
