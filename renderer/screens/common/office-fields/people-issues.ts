import { isStrongPassword } from '../../../../electron/contract/common/office/password.ts';
import { mayCall } from '../../../../electron/domain/common/office/call-roles.ts';
import { namesIn, whyGuessable } from '../../../../electron/domain/common/office/guessable.ts';
import type { OfficeValues } from './office-values.ts';

type Account = OfficeValues['accounts'][number];

/**
 * Weak passwords, those that two have or that are easy to guess, names used twice and a missing role, by field (`accounts.1.username`).
 * @param units by what the office is called
 */
export function findPeopleIssues(accounts: readonly Account[], units: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  accounts.forEach((account, index) => {
    const username = account.username.trim().toLowerCase();
    if (username !== '' && seen.has(username)) found.set(`accounts.${index}.username`, 'twice');
    seen.add(username);
    const issue = passwordIssue(account, accounts.slice(0, index), units);
    if (issue !== null) found.set(`accounts.${index}.password`, issue);
  });
  // Without an administrator nobody could add the next person; the administrator alone receives no files (domain/common/office/call-roles.ts).
  if (!accounts.some((account) => account.role === 'admin')) found.set('accounts.0.role', 'need-admin');
  else if (!accounts.some((account) => mayCall(account.role, 'clerk'))) found.set('accounts.0.role', 'need-clerk');
  return found;
}

function passwordIssue(
  { fullName, username, password }: Account,
  above: readonly Account[],
  units: readonly string[],
): string | null {
  if (!isStrongPassword(password)) return 'password-weak';
  if (above.some((one) => one.password === password)) return 'password-shared';
  return whyGuessable(password, { names: namesIn(fullName, username), units }) === null ? null : 'password-easy';
}
