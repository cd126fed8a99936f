import type { Author } from '../store/journal/make-entry.ts';
import type { Session } from './client.ts';

/** Who an entry is signed with. */
export function authorOf(session: Session): Author {
  return { accountId: session.accountId, username: session.username };
}
