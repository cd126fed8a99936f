import { isFault } from '../../../contract/base/fault.ts';
import type { RunsOut } from '../../../contract/common/office/office.ts';
import { reviewDueOn } from '../../../domain/common/office/account-age.ts';
import { mayStand } from '../../../domain/common/office/second-person.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { lastReview, lookUpsSince, rolesSince, twoPersonsSince } from '../../../store/common/office/access-review.ts';
import { listAccounts } from '../../../store/common/office/accounts.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { whoOf } from './people/check-password.ts';

/** The day by which the accounts are to be looked through; null in an office that one keeps, and where people practise. */
function dueOn(desk: DeskContext): string | null {
  if (desk.practice()) return null;
  const since = lastReview(desk.store.db)?.at ?? twoPersonsSince(desk.store.db);
  return since === undefined ? null : reviewDueOn(civilOf(since).slice(0, 10));
}

/** What reminds who keeps the office, once it is due. By a clock that leapt nothing is. */
export function reviewOwed(desk: DeskContext, session: Session | null): RunsOut[] {
  if (session === null || !mayStand(session.role) || desk.clock.trust() !== 'good') return [];
  const due = dueOn(desk);
  return due === null || desk.nowCivil().slice(0, 10) < due ? [] : [{ code: 'access-review', since: due }];
}

export const reviewHandlers: Pick<Handlers['account'], 'review' | 'reviewed'> = {
  review: (desk) => {
    desk.lookUps.keep();
    const { db } = desk.store;
    const last = lastReview(db);
    const since = last?.at ?? twoPersonsSince(db) ?? 0;
    const [roles, looks] = [rolesSince(db), lookUpsSince(db, since)];
    const accounts = listAccounts(db);
    const moment = (at: number | null | undefined) => (at === null || at === undefined ? null : civilOf(at));
    const nameOf = (username: string) => accounts.find((one) => one.username === username)?.fullName ?? username;
    return {
      last: last === undefined ? null : { at: civilOf(last.at), by: nameOf(last.by), note: last.note },
      due: dueOn(desk),
      accounts: accounts.map((account) => ({
        ...whoOf(account),
        disabled: account.disabled,
        roleSince: moment(roles.get(account.username)),
        lastSignInAt: moment(account.lastSignInAt),
        passwordSetAt: moment(account.passwordSetAt),
        code: account.factor !== null,
        lookUps: looks.get(account.accountId) ?? 0,
      })),
    };
  },

  reviewed: (desk, { note }, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append(
        { kind: 'office' },
        { type: 'access-reviewed', note, accounts: listAccounts(tx.db).filter(({ disabled }) => !disabled).length },
      ),
    );
    return isFault(done) ? done : { done: true as const };
  },
};
