import type { Db } from '../../../file/db.ts';
import { prepared } from '../../../file/rows/prepared.ts';
import { type AccountFacts, accountsTold, namedByOthers } from '../../../common/office/accounts-told.ts';

type Row = AccountFacts & { readonly username: string };

/**
 * The secrets of accounts never enter the journal; but who was let in, as what, and who was shut out is told there and nowhere else. A role that somebody
 * gave themselves with another tool, or an account nobody added, is a finding.
 */
export function accountFindings(db: Db): { looked: number; found: string[] } {
  const kept = prepared(db, 'SELECT username, full_name AS fullName, role, disabled FROM account').all() as Row[];
  const elsewhere = namedByOthers(db);
  const inJournal = accountsTold(db, elsewhere).accounts;
  const found = kept
    .filter(({ username, disabled }) => inJournal.has(username) || disabled === 0 || !elsewhere.has(username))
    .flatMap((account) => doubts(account, inJournal.get(account.username)));
  const names = new Set(kept.map(({ username }) => username));
  const gone = [...inJournal.keys()].filter((username) => !names.has(username));
  return { looked: kept.length, found: [...found, ...gone.map((username) => `account ${username} is not there`)] };
}

function doubts({ username, fullName, role, disabled }: Row, inJournal: AccountFacts | undefined): string[] {
  if (inJournal === undefined) return disabled === 1 ? [] : [`account ${username} was added by no entry`];
  const wrong: string[] = [];
  if (role !== inJournal.role) wrong.push(`account ${username} is ${role}, and its entries say ${inJournal.role}`);
  if (disabled !== inJournal.disabled)
    wrong.push(`account ${username} is ${stateOf(disabled)}, and its last entry says ${stateOf(inJournal.disabled)}`);
  if (fullName !== inJournal.fullName) wrong.push(`account ${username} has another full name than it was added with`);
  return wrong;
}

function stateOf(disabled: number): string {
  return disabled === 0 ? 'open' : 'disabled';
}
