import { applyDueSettings } from '../../../catalogue/packs/due-settings.ts';
import { type Fault, fault, isFault } from '../../../../contract/base/fault.ts';
import { isStrongPassword, passwordMinimum } from '../../../../contract/common/office/password.ts';
import { proposePassword } from '../../../../domain/common/office/one-time-password.ts';
import { mayStand, unfitAsSecond } from '../../../../domain/common/office/second-person.ts';
import { civilOf } from '../../../../store/file/rows/codecs.ts';
import {
  findAccount,
  listAccounts,
  recordFactorStep,
  recordSignIn,
  worksHere,
} from '../../../../store/common/office/accounts.ts';
import { accountsOfOthers, findWhoAdded, shutElsewhere } from '../../../../store/common/office/foreign-accounts.ts';
import { namesTwice, renamedTo } from '../../../../store/common/office/accounts-told.ts';
import { lookUpLog, officeLog, shutWhys } from '../../../../store/common/office/log.ts';
import { openRequests } from '../../../../store/common/office/key-trust.ts';
import { passwordsKept } from '../../../../store/common/office/known-passwords.ts';
import { areTwoPersonsAsked } from '../../../../store/common/office/settings.ts';
import type { Writer } from '../../../../store/store.ts';
import { type Session, authorOf } from '../../../core/session/client.ts';
import type { DeskContext } from '../../../core/context.ts';
import { type Handlers, getSession } from '../../../core/handler.ts';
import { lacksKey, renewKeyOfHash } from '../../../core/keys/account-keys.ts';
import { standingOf } from '../../../core/keys/standing.ts';
import { counterOf } from '../../../core/counter.ts';
import { factorHandlers, factorStepOf } from './required-factor.ts';
import { actWithSecond, carryOut, lacksPassword, renameAccount, whyNot } from './account-acts.ts';
import { reviewHandlers } from '../access-review.ts';
import { begin, checkPassword, failedOf, mustChange, proveBy, whoOf } from './check-password.ts';
import { compareWithKnown } from './known-passwords.ts';
import { findDocument } from '../../printing/find-document.ts';
import { restoredSince } from '../signed-in.ts';
import { shutOf, shutUnused, shutView } from '../unused.ts';
import { setOwnPassword } from './own-password.ts';
import { beginTwoPersons } from '../two-persons.ts';

const done = { done: true } as const;

export const accountHandlers: Handlers['account'] = {
  signIn: async (desk, { username, password, code }, { client }) => {
    if (desk.looksOnly === null) shutUnused(desk);
    // Who types the name they had is told the one they have, and only with the right password: what is answered tells nobody else which names there are.
    const now =
      findAccount(desk.store.db, username)?.disabled === true ? renamedTo(desk.store.db, username) : undefined;
    const account = await checkPassword(desk, now ?? username, password);
    if (isFault(account)) return account;
    if (now !== undefined) return fault('account-renamed', { username, to: now });
    const answer = { ...whoOf(account), mustChange: mustChange(desk, account), failed: failedOf(account) };
    const step = factorStepOf(desk, account, code);
    if (typeof step === 'object') return step;
    if (desk.looksOnly !== null) {
      begin(desk, client, account.username);
      return answer;
    }
    await renewKeyOfHash(desk, account, password);
    const told = restoredSince(desk, account);
    const signed = desk.store.write(account, desk.now(), (tx) => {
      recordSignIn(tx.db, account.accountId, Math.floor(desk.clock.dated() / 1000));
      if (step !== undefined) recordFactorStep(tx.db, account.accountId, step);
      tx.append({ kind: 'account', username: account.username }, { type: 'signed-in' });
      beginTwoPersons(desk, tx);
    });
    if (isFault(signed)) return signed;
    desk.forget();
    // A desk that is never closed comes to a new day so: whoever signs in first.
    applyDueSettings(desk, null);
    begin(desk, client, account.username);
    if (client.session !== null) client.session = { ...client.session, failed: answer.failed, ...told };
    return answer;
  },

  signOut: (desk, _input, { client, session }) => {
    client.session = null;
    client.expired = false;
    if (session === null || desk.looksOnly !== null) return done;
    const signed = desk.store.write(authorOf(session), desk.now(), (tx) =>
      tx.append({ kind: 'account', username: session.username }, { type: 'signed-out' }),
    );
    return isFault(signed) ? signed : done;
  },

  // What it does is done where every call is asked whose it is (calls/dispatch.ts).
  stay: () => done,

  list: (desk) => {
    const now = Math.floor(desk.clock.dated() / 1000);
    const two = areTwoPersonsAsked(desk.store.db);
    const whys = shutWhys(desk.store.db);
    const others = accountsOfOthers(desk.store.db);
    const shutThere = shutElsewhere(desk.store.db);
    const twice = new Map<string, string[]>();
    for (const { username, desk: uuid } of namesTwice(desk.store.db))
      twice.set(username, [...(twice.get(username) ?? []), counterOf(desk, uuid).code]);
    const toldOf = (username: string) => {
      const told = shutThere.get(username);
      return told === undefined ? null : { desk: told.desk, at: civilOf(told.at) };
    };
    return {
      accounts: listAccounts(desk.store.db).map((account) => ({
        ...whoOf(account),
        disabled: account.disabled,
        code: account.factor !== null,
        nameTwice: twice.get(account.username) ?? [],
        elsewhere: others.get(account.username) ?? null,
        shutElsewhere: toldOf(account.username),
        needsPassword: lacksKey(desk, account) || (!account.disabled && !worksHere(account)),
        shut: account.disabled ? shutView(whys.get(account.username)) : null,
        lastSignInAt: account.lastSignInAt === null ? null : civilOf(account.lastSignInAt),
        ...shutOf(desk, account, now, two),
      })),
      two,
      factorDay: desk.factorDay(),
    };
  },

  colleagues: (desk) => ({
    accounts: listAccounts(desk.store.db)
      .filter(({ disabled }) => !disabled)
      .map(whoOf),
  }),

  add: async (desk, { username, fullName, role, password, ...said }, caller) => {
    if (password !== undefined && !isStrongPassword(password))
      return fault('password-weak', { minimum: passwordMinimum });
    const act = { kind: 'add', username, fullName, role } as const;
    const refused = whyNot(desk, act);
    if (refused !== null) return refused as Fault<'account-exists'>;
    const added = await actWithSecond(desk, caller, act, { reason: '', password, ...said });
    // Of a name that nobody has nothing else can be wrong.
    return isFault(added) ? (added as Fault<'account-exists'>) : { username, fullName, role, ...added };
  },

  setPassword: async (desk, { username, password, current, ...said }, caller) => {
    const session = getSession(caller);
    if (password !== undefined && !isStrongPassword(password))
      return fault('password-weak', { minimum: passwordMinimum });
    if (session.username === username) return setOwnPassword(desk, caller, password, current ?? '');
    if (session.role !== 'admin') return fault('forbidden', { role: 'admin' });
    const account = findAccount(desk.store.db, username);
    // Where two are asked it is for one sign-in, and the person takes another.
    if (account !== undefined && password !== undefined && !areTwoPersonsAsked(desk.store.db)) {
      const { isUsed } = await compareWithKnown(desk, account, password, 'present too');
      if (isUsed) return fault('password-used', { kept: passwordsKept });
    }
    const act = { kind: 'reset', username } as const;
    const set = await actWithSecond(desk, caller, act, { reason: '', password, ...said });
    return isFault(set) ? (set as Fault<'account-unknown'>) : { ...done, ...set };
  },

  setRole: async (desk, { username, role, ...said }, caller) => {
    const set = await actWithSecond(desk, caller, { kind: 'role', username, role }, said);
    return isFault(set) ? set : done;
  },

  rename: async (desk, asked, caller) => {
    const renamed = await renameAccount(desk, caller, asked);
    return isFault(renamed) ? renamed : { ...done, username: asked.to, ...renamed };
  },

  disable: async (desk, { username, ...said }, caller) => {
    // Shut is shut: asked twice it is one thing.
    if (findAccount(desk.store.db, username)?.disabled === true) return done;
    const shut = await actWithSecond(desk, caller, { kind: 'disable', username }, said);
    return isFault(shut) ? shut : done;
  },

  enable: async (desk, { username, ...said }, caller) => {
    // Nothing happened to an open account, so nothing is told of it.
    if (findAccount(desk.store.db, username)?.disabled === false) return done;
    const opened = await actWithSecond(desk, caller, { kind: 'enable', username }, said);
    return isFault(opened) ? opened : done;
  },

  ask: async (desk, { act, reason, password }, caller) => {
    const session = getSession(caller);
    const refused = whyNot(desk, act);
    if (refused !== null) return refused;
    // What is asked for says as what they come: they are added here.
    const addedAt =
      act.kind === 'reset' && lacksPassword(desk, act.username) ? findWhoAdded(desk.store.db, act.username) : undefined;
    if (addedAt !== undefined) return fault('account-elsewhere', { username: act.username, desk: addedAt });
    const own = await proveBy(desk, session.username, password);
    if (isFault(own)) return own;
    const request = desk.ports.random.uuid();
    const office = { kind: 'office' } as const;
    const standing = standingOf({}, [own.signer]);
    const asked = desk.store.write(authorOf(session), desk.now(), (tx) =>
      tx.append(office, standing.stood(office, { type: 'account-asked', request, act, reason })),
    );
    standing.end();
    return isFault(asked) ? asked : { request };
  },

  requests: (desk, _input, caller) => {
    const me = findAccount(desk.store.db, getSession(caller).username);
    return {
      requests: openRequests(desk.store.db).map(({ request, act, reason, by, at }) => {
        const asker = findAccount(desk.store.db, by);
        const fullName = act.kind === 'add' ? act.fullName : (findAccount(desk.store.db, act.username)?.fullName ?? '');
        const who = asker === undefined ? { username: by, fullName: by, role: 'clerk' as const } : whoOf(asker);
        const mine = asker !== undefined && me !== undefined && unfitAsSecond(asker, me) === null;
        return { request, act, reason, fullName, by: who, at: civilOf(at), mine };
      }),
    };
  },

  answer: async (desk, { request, outcome, reason = '', password = '' }, caller) => {
    const session = getSession(caller);
    const asked = openRequests(desk.store.db).find((one) => one.request === request);
    if (asked === undefined) return fault('request-unknown', {});
    const asker = findAccount(desk.store.db, asked.by);
    const isOwn = asked.by === session.username;
    if (outcome === 'withdrawn' && !isOwn) return fault('second-person-unfit', { why: 'role' });
    const answer = { type: 'account-answered', request, outcome, reason } as const;
    if (outcome !== 'approved') {
      const told = desk.store.write(authorOf(session), desk.now(), (tx) => tx.append({ kind: 'office' }, answer));
      return isFault(told) ? told : { ...done, oneTimePassword: null };
    }
    const own = await proveBy(desk, session.username, password);
    if (isFault(own)) return own;
    const standing = standingOf({ second: asked.by, request }, [own.signer]);
    try {
      const unfit = asker === undefined ? 'closed' : unfitAsSecond(own.account, asker);
      if (unfit !== null) return fault('second-person-unfit', { why: unfit });
      const doing = {
        author: authorOf(session),
        reason: asked.reason,
        standing,
        also: (tx: Writer) => void tx.append({ kind: 'office' }, answer),
      };
      const carried = await carryOut(desk, asked.act, doing);
      return isFault(carried) ? carried : { ...done, ...carried };
    } finally {
      standing.end();
    }
  },

  log: (desk, { of, before, limit }, caller) => {
    const { role } = getSession(caller);
    desk.lookUps.keep();
    const until = before === undefined ? Number.MAX_SAFE_INTEGER : Math.floor(Date.parse(before) / 1000);
    const lines = of === 'office' ? officeLog(desk.store.db, until, limit) : lookUpLog(desk.store.db, until, limit);
    const names = new Map(listAccounts(desk.store.db).map(({ username, fullName }) => [username, fullName]));
    const nameOf = (username: string | null) => (username === null ? null : (names.get(username) ?? username));
    const seesWhom = role === 'supervisor';
    return {
      lines: lines.map(({ at, username, second, whom, why, document, ...line }) => ({
        ...line,
        ...paperOf(desk, document, line.number),
        at: civilOf(at),
        by: nameOf(username),
        second: nameOf(second),
        whom: seesWhom ? nameOf(whom) : null,
        why: seesWhom ? why : null,
      })),
    };
  },

  ...factorHandlers,
  ...reviewHandlers,

  propose: (desk) => ({ password: proposePassword((size) => desk.ports.random.bytes(size)) }),
};

/** What a paper is called, and its number where no case has one; a paper that is not here any more has neither. */
function paperOf(desk: DeskContext, document: string | null, number: string | null) {
  const kept = document === null ? undefined : findDocument(desk, document);
  return { paper: kept?.document.form ?? null, number: number ?? kept?.printed ?? null };
}

/** How much waits for this person to approve; nobody is asked before two are. */
export function waitingRequests(desk: DeskContext, session: Session | null): number {
  if (session === null || !mayStand(session.role) || !areTwoPersonsAsked(desk.store.db)) return 0;
  const me = findAccount(desk.store.db, session.username);
  return openRequests(desk.store.db).filter(({ by }) => {
    const asker = findAccount(desk.store.db, by);
    return me !== undefined && asker !== undefined && unfitAsSecond(asker, me) === null;
  }).length;
}
