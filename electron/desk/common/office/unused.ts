import { isFault } from '../../../contract/base/fault.ts';
import { daysToShut, shutAt } from '../../../domain/common/office/account-age.ts';
import { isLastOfRole } from '../../../domain/common/office/second-person.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { type Account, disableAccount, listAccounts, worksHere } from '../../../store/common/office/accounts.ts';
import type { ShutWhy } from '../../../store/common/office/log.ts';
import { areTwoPersonsAsked } from '../../../store/common/office/settings.ts';
import type { DeskContext } from '../../core/context.ts';
import { settleKeys } from '../../core/keys/account-keys.ts';

/** Accounts that nobody uses: when they are shut, and what is said of those that are. */

export function shutView(shut: ShutWhy | undefined) {
  return shut === undefined ? null : { ...shut, at: civilOf(shut.at) };
}

/** Whether and when an account is about to be shut because nobody uses it. */
export function shutOf(desk: DeskContext, account: Account, now: number, two: boolean) {
  const since = usedAt(desk, account);
  const shutInDays = two && !account.disabled ? daysToShut(since, now) : null;
  return { shutInDays, shutOn: shutInDays === null || since === null ? null : civilOf(shutAt(since)).slice(0, 10) };
}

/** Nobody can use an account while the office is closed for long, so its days are counted from where the clock was confirmed again. */
function usedAt({ clock }: DeskContext, { lastSignInAt, passwordSetAt }: Account): number | null {
  const used = lastSignInAt ?? passwordSetAt;
  return used === null ? null : Math.max(used, Math.floor((clock.confirmedAt() ?? 0) / 1000));
}

/**
 * Accounts that nobody used for long are shut, at anybody's sign-in; never the last one of an administrator or a supervisor. A clock that leapt shuts
 * nobody: one wrong year would take everybody's key at once, and for good.
 */
export function shutUnused(desk: DeskContext): void {
  if (!areTwoPersonsAsked(desk.store.db) || desk.clock.trust() !== 'good') return;
  const now = Math.floor(desk.now() / 1000);
  const isDue = (account: Account) => !account.disabled && daysToShut(usedAt(desk, account), now) === 0;
  if (!listAccounts(desk.store.db).some(isDue)) return;
  const shut = desk.store.write(null, desk.now(), (tx) => {
    for (const account of listAccounts(tx.db).filter(isDue)) {
      if (isLastOfRole(listAccounts(tx.db).filter(worksHere), account.username)) continue;
      disableAccount(tx.db, account.accountId);
      tx.append({ kind: 'account', username: account.username }, { type: 'account-shut', why: 'unused' });
    }
  });
  if (isFault(shut)) return;
  desk.forget();
  settleKeys(desk);
}
