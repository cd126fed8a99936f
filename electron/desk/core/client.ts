import type { Role } from '../../contract/office/office.ts';
import type { Author } from '../../store/journal/make-entry.ts';

export type Session = {
  readonly accountId: number;
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  /** Milliseconds of the last call made by a person. */
  readonly lastUsedAt: number;
  /** The opening of the register in which somebody signed in: of another, restored meanwhile, the same number may be somebody else. */
  readonly opening?: object;
};

/** One window, one browser tab group or one command line: whoever holds it is who signed in there. */
export type Client = { session: Session | null; expired: boolean };

export function newClient(): Client {
  return { session: null, expired: false };
}

/** Who an entry is signed with. */
export function authorOf(session: Session): Author {
  return { accountId: session.accountId, username: session.username };
}
