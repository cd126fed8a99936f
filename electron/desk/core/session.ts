import type { Client, Session } from './client.ts';
import type { DeskContext } from './context.ts';

/** A session nobody used for ten minutes is over; drafts are in the store already, so locking loses nothing. */
const idleMilliseconds = 10 * 60_000;

/** Whoever is signed in here, unless they left the desk alone too long, or their account was closed or the register exchanged meanwhile. */
export function currentSession(desk: DeskContext, client: Client): Session | null {
  const { session } = client;
  if (session === null) return null;
  const idle = desk.ports.clock.now() - session.lastUsedAt >= idleMilliseconds;
  const isOfThisOpening = session.opening === undefined || session.opening === desk.opening;
  if (!idle && isOfThisOpening && desk.isAccountOpen(session.accountId)) return session;
  client.session = null;
  client.expired = true;
  return null;
}
