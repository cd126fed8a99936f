import type { Client, Session } from './client.ts';
import type { Room } from './room.ts';

/** A session nobody used for ten minutes is over; drafts are in the store already (anchors/code 3.5). */
const idleMilliseconds = 10 * 60_000;

/** Whoever is signed in here, unless they left the desk alone too long. */
export function currentSession(room: Room, client: Client): Session | null {
  const { session } = client;
  if (session === null) return null;
  if (room.ports.clock.now() - session.lastUsedAt < idleMilliseconds) return session;
  client.session = null;
  client.expired = true;
  return null;
}
