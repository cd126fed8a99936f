import { isStrongPassword } from '../../../electron/contract/office/password.ts';
import { mayCall } from '../../../electron/domain/office/call-roles.ts';
import type { OfficeValues } from './office-values.ts';

type Account = OfficeValues['accounts'][number];

/** Weak passwords, names used twice and a missing role, by field (`accounts.1.username`). */
export function findPeopleIssues(accounts: readonly Account[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  accounts.forEach((account, index) => {
    const username = account.username.trim().toLowerCase();
    if (username !== '' && seen.has(username)) found.set(`accounts.${index}.username`, 'twice');
    seen.add(username);
    if (!isStrongPassword(account.password)) found.set(`accounts.${index}.password`, 'password-weak');
  });
  // Without an administrator nobody could add the next person; the administrator alone receives no files (domain/office/call-roles.ts).
  if (!accounts.some((account) => account.role === 'admin')) found.set('accounts.0.role', 'need-admin');
  else if (!accounts.some((account) => mayCall(account.role, 'clerk'))) found.set('accounts.0.role', 'need-clerk');
  return found;
}
