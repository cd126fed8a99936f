import { fault, isFault } from '../../../../contract/base/fault.ts';
import { isOnePerson, mayStand } from '../../../../domain/common/office/second-person.ts';
import {
  type Account,
  findAccount,
  listAccounts,
  recordFactorStep,
  setFactor,
  worksHere,
} from '../../../../store/common/office/accounts.ts';
import { authorOf } from '../../../core/session/client.ts';
import type { DeskContext } from '../../../core/context.ts';
import { everywhere } from '../../../core/everywhere.ts';
import { type Handlers, getSession } from '../../../core/handler.ts';
import { keyOnPaper } from '../keys.ts';
import { hasFactor, isFactorAsked } from './factor-demand.ts';
import { checkPassword, countWrongCode } from './check-password.ts';
import { standTwo, tellPaperUsed } from '../two-persons.ts';
import { readSecret, secretBytes, secretText, stepOfCode } from './second-factor.ts';

const done = { done: true } as const;

/** By the machine's clock: a phone knows no other. */
function now({ ports }: DeskContext): number {
  return Math.floor(ports.clock.now() / 1000);
}

/** The step of the code that came with a right password; undefined where none is asked for. */
export function factorStepOf(desk: DeskContext, account: Account, code: string | undefined) {
  const secret = account.factor === null ? undefined : readSecret(account.factor);
  if (secret === undefined) return undefined;
  if (code === undefined) return fault('second-factor-needed', {});
  const step = stepOfCode(secret, code, now(desk), account.factorStep);
  if (step !== undefined) return step;
  return desk.looksOnly === null ? countWrongCode(desk, account) : fault('second-factor-wrong', { waitSeconds: 0 });
}

export const factorHandlers: Pick<Handlers['account'], 'proposeFactor' | 'setFactor' | 'requireFactor'> = {
  proposeFactor: (desk, _input, caller) => {
    const session = getSession(caller);
    return {
      on: hasFactor(desk, session),
      required: isFactorAsked(desk, session.role),
      secret: secretText(desk.ports.random.bytes(secretBytes)),
    };
  },

  setFactor: async (desk, { secret: typed, code = '', present, current }, caller) => {
    const account = await checkPassword(desk, getSession(caller).username, current);
    if (isFault(account)) return account;
    if (typed === null && isFactorAsked(desk, account.role)) return fault('second-factor-kept', {});
    const secret = typed === null ? null : (readSecret(typed) ?? null);
    // One that is there goes, or another takes its place, by its own code: a password and an open window are not enough to bring in one's own.
    const before = factorStepOf(desk, account, present);
    if (typeof before === 'object') return before;
    const step = secret === null ? undefined : stepOfCode(secret, code, now(desk), null);
    if (typed !== null && step === undefined) {
      const kept = before === undefined ? null : keepStep(desk, account, before);
      return kept ?? fault('second-factor-wrong', { waitSeconds: 0 });
    }
    const set = desk.store.write(account, desk.now(), (tx) => {
      setFactor(tx.db, account.accountId, secret === null ? null : secretText(secret), step);
      tx.append({ kind: 'account', username: account.username }, { type: 'second-factor-set', on: secret !== null });
    });
    desk.forget();
    return isFault(set) ? set : done;
  },

  requireFactor: async (desk, { from, reason, ...said }, caller) => {
    const session = getSession(caller);
    const today = desk.nowCivil().slice(0, 10);
    if (from !== null && from < today) return fault('second-factor-past', { from, today });
    // Who asks the others has seen that it works here, with this clock, and does not ask themselves out.
    if (from !== null && findAccount(desk.store.db, session.username)?.factor === null)
      return fault('second-factor-own-first', {});
    if (from !== null && !hasWayBack(desk)) return fault('second-factor-no-return', {});
    const standing = await standTwo(desk, session, said);
    if (isFault(standing)) return standing;
    try {
      const set = await desk.centre.turn(() =>
        desk.store.write(authorOf(session), desk.now(), (tx) => {
          const office = { kind: 'office' } as const;
          const event = { type: 'second-factor-required', from, reason, ...everywhere(tx.db) } as const;
          tx.append(office, standing.stood(office, event));
          tellPaperUsed(tx, session, said.second, reason);
        }),
      );
      desk.forget();
      return isFault(set) ? set : done;
    } finally {
      standing.end();
    }
  },
};

/** Whether somebody who lost their phone can be let in again: by the key on paper, or by two others, whoever it is. */
function hasWayBack(desk: DeskContext): boolean {
  if (desk.practice() || keyOnPaper(desk) !== undefined) return true;
  const keepers = listAccounts(desk.store.db).filter((one) => !one.disabled && worksHere(one) && mayStand(one.role));
  const persons = keepers.filter((one, index) => !keepers.slice(0, index).some((other) => isOnePerson(one, other)));
  return persons.length > 2;
}

/** A code that was right is used, whatever came beside it. */
function keepStep(desk: DeskContext, account: Account, step: number) {
  const kept = desk.store.write(account, desk.now(), (tx) => recordFactorStep(tx.db, account.accountId, step));
  return isFault(kept) ? kept : null;
}
