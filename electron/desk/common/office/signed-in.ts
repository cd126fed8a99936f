import type { User } from '../../../contract/common/office/office.ts';
import { civilOfInstant } from '../../../domain/base/civil-time.ts';
import { maySeePersons } from '../../../domain/common/office/call-roles.ts';
import { recoveryKeyAsSecond } from '../../../domain/entries/signed.ts';
import type { Account } from '../../../store/common/office/accounts.ts';
import { areTwoPersonsAsked } from '../../../store/common/office/settings.ts';
import { restoreAfter } from '../../../store/common/office/spent.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import type { DeskContext } from '../../core/context.ts';
import type { Session } from '../../core/session/client.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { owesFactor } from './people/factor-demand.ts';

/** Who is signed in, as the bar says it. */
export function signedInView(desk: DeskContext, session: Session | null): User | null {
  if (session === null) return null;
  const { username, fullName, role, mustChange = null, failed = null, restored } = session;
  return {
    username,
    fullName,
    role,
    mustChange,
    owesFactor: owesFactor(desk, session),
    failed,
    ...(restored === undefined ? {} : { restored }),
    seesPersons: maySeePersons(role, () => areTwoPersonsAsked(desk.store.db)),
  };
}

/**
 * What became of the register since this person was last here, asked before this sign-in is written: that it came back from a backup, and by whom, or was met without its
 * witness. Who put an older one back alone, or two who did, tell everybody so.
 */
export function restoredSince(
  desk: DeskContext,
  { lastSignInAt, passwordSetAt }: Pick<Account, 'lastSignInAt' | 'passwordSetAt'>,
): Pick<Session, 'restored'> {
  const since = lastSignInAt ?? passwordSetAt;
  const found = since === null ? undefined : restoreAfter(desk.store.db, since);
  if (found === undefined) return {};
  const { why, at, madeAt, persons } = found;
  return {
    restored: {
      why,
      at: civilOf(at),
      madeAt: civilOfInstant(madeAt),
      persons: persons.filter((one) => one !== recoveryKeyAsSecond).map((one) => staffName(desk, one)),
      ...(persons.includes(recoveryKeyAsSecond) ? { paperKey: true as const } : {}),
    },
  };
}
