import type { Role, User } from '../../../contract/common/office/office.ts';
import type { Author } from '../../../store/journal/make-entry.ts';

export type Session = {
  readonly accountId: number;
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  /** Milliseconds of the last call made by a person. */
  readonly lastUsedAt: number;
  /** The opening of the register in which somebody signed in: of another, restored meanwhile, the same number may be somebody else. */
  readonly opening?: object;
  /** Milliseconds when it began. */
  readonly begunAt?: number;
  /** What stood in the register for the password: a session ends with it, and with the role. */
  readonly secret?: string;
  /** Why nothing but a new password may be set. */
  readonly mustChange?: 'first' | 'old' | null;
  /** Wrong passwords before this sign-in. */
  readonly failed?: { readonly times: number; readonly lastAt: string } | null;
  /** The register came back from a backup, or was met without its witness, since the sign-in before; absent where it did not. */
  readonly restored?: NonNullable<User['restored']>;
};

/** One window, one browser tab group or one command line: whoever holds it is who signed in there. */
export type Client = {
  session: Session | null;
  expired: boolean;
  /** Whether it is a window, which asks by itself what its screens show: there only a change, or a person's word that they are there, keeps a session awake. */
  readonly window?: boolean;
};

export function newClient(): Client {
  return { session: null, expired: false };
}

export function newWindow(): Client {
  return { ...newClient(), window: true };
}

/** Who an entry is signed with. */
export function authorOf(session: Session): Author {
  return { accountId: session.accountId, username: session.username };
}
