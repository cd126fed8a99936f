import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { Status } from '../../contract/office/office.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import { type SerialLine, gaps } from '../../domain/base/numbering.ts';
import { hoChiMinhCity, unitsOf } from '../../domain/catalogue/catalogue.ts';
import { needsAttention } from '../../domain/printing/print-job.ts';
import { lastSerial, supersededOfDay, usedSerials } from '../../store/case/numbers.ts';
import { sheetsOfDay } from '../../store/kit/kit.ts';
import {
  type Account,
  addAccount,
  disableAccount,
  enableAccount,
  findAccount,
  listAccounts,
  recordSignIn,
  setPassword,
} from '../../store/office/accounts.ts';
import { discardDraft, listDrafts, saveDraft } from '../../store/office/drafts.ts';
import { findOffice } from '../../store/office/settings.ts';
import { unsettledPrintJobs } from '../../store/printing/print.ts';
import { changedPromises } from '../case/changed-promises.ts';
import { type Client, authorOf } from '../core/client.ts';
import { confirmClock } from '../core/clock.ts';
import type { DeskContext } from '../core/context.ts';
import { type Handlers, getSession } from '../core/handler.ts';
import { unitName } from '../core/lookups.ts';
import { currentSession } from '../core/session.ts';
import { openPractice } from '../practice/open-practice.ts';
import { hashPassword, isStrongPassword, passwordMatches, passwordMinimum, wastePasswordTime } from './password.ts';
import { findUnits, settingsFault, writeOffice } from './set-up.ts';

export const officeHandlers: Handlers['office'] = {
  units: (desk) => ({
    // The first city whose centres are served.
    units: unitsOf(desk.catalogue, hoChiMinhCity).map(({ code, name, fullName, type }) => ({
      code,
      name,
      fullName,
      type,
    })),
  }),

  findUnits: (desk, { text, limit }) => ({ units: findUnits(desk.catalogue, text, limit) }),

  banks: (desk) => ({
    banks: desk.catalogue.banks
      .filter(({ bin, canTransfer }) => bin !== '' && canTransfer)
      .map(({ bin, shortName, name }) => ({ bin, shortName, name })),
  }),

  setUp: async (desk, { settings, accounts }) => {
    if (desk.findOffice() !== undefined) return fault('already-set-up', {});
    const wrong = settingsFault(settings, desk.catalogue);
    if (wrong !== null) return wrong;
    const names = accounts.map(({ username }) => username);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return fault('account-exists', { username: twice });
    if (!accounts.every(({ password }) => isStrongPassword(password)))
      return fault('password-weak', { minimum: passwordMinimum });
    const hashed = await Promise.all(
      accounts.map(async ({ password, ...account }) => ({ ...account, passwordHash: await hashPassword(password) })),
    );
    const done = desk.store.write(null, desk.now(), (tx) => {
      // Asked again: while the passwords were hashed another window may have set the office up.
      if (findOffice(tx.db) !== undefined) return fault('already-set-up', {});
      return writeOffice(tx, { settings, practice: false, accounts: hashed, catalogue: desk.catalogue });
    });
    if (isFault(done)) return done;
    desk.forget();
    return { practice: false, unitName: unitName(desk.catalogue, settings.unitCode) };
  },

  openPractice: (desk, input) =>
    desk.findOffice() === undefined ? openPractice(desk, input) : fault('already-set-up', {}),

  settings: (desk) => desk.getOffice(),

  changeSettings: (desk, { settings, reason }, caller) => {
    const wrong = settingsFault(settings, desk.catalogue);
    if (wrong !== null) return wrong;
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason }),
    );
    if (isFault(done)) return done;
    desk.forget();
    return desk.getOffice();
  },

  promiseChanges: (desk) => changedPromises(desk),

  numbers: (desk, { date }) => {
    const { blocks } = desk.getOffice().desk;
    return {
      blocks: blocks.map((block) => {
        const used = usedSerials(desk.store.db, date, block);
        const last = lastSerial(desk.store.db, date, [block]);
        const voided = supersededOfDay(desk.store.db, date, block);
        const onPaper = sheetsOfDay(desk.store.db, date, block);
        const states = new Map<number, 'used' | 'void' | 'set-aside'>(used.map((serial) => [serial, 'used']));
        for (const [serial, state] of onPaper) states.set(serial, state === 'open' ? 'set-aside' : state);
        for (const { serial } of voided) states.set(serial, 'void');
        const lines = last === 0 ? [] : gaps(block.first, last, states);
        const of = (wanted: SerialLine['state']) =>
          lines.filter(({ state }) => state === wanted).map(({ serial }) => serial);
        const next = Math.max(block.first, last + 1);
        return {
          ...block,
          used: used.length,
          void: voided,
          setAside: of('set-aside'),
          voidSheets: [...onPaper].flatMap(([serial, state]) => (state === 'void' ? [serial] : [])),
          skipped: of('skipped'),
          next: next <= block.last ? next : null,
        };
      }),
    };
  },
};

const done = { done: true } as const;

export const accountHandlers: Handlers['account'] = {
  signIn: async (desk, { username, password }, { client }) => {
    const account = await checkPassword(desk, username, password);
    if (isFault(account)) return account;
    const signed = desk.store.write(account, desk.now(), (tx) => {
      recordSignIn(tx.db, account.accountId, 'right');
      return tx.append({ kind: 'account', username: account.username }, { type: 'signed-in' });
    });
    if (isFault(signed)) return signed;
    begin(desk, client, account);
    return whoOf(account);
  },

  signOut: (desk, _input, { client, session }) => {
    client.session = null;
    client.expired = false;
    if (session === null) return done;
    const signed = desk.store.write(authorOf(session), desk.now(), (tx) =>
      tx.append({ kind: 'account', username: session.username }, { type: 'signed-out' }),
    );
    return isFault(signed) ? signed : done;
  },

  list: (desk) => ({
    accounts: listAccounts(desk.store.db).map((account) => ({ ...whoOf(account), disabled: account.disabled })),
  }),

  colleagues: (desk) => ({
    accounts: listAccounts(desk.store.db)
      .filter(({ disabled }) => !disabled)
      .map(whoOf),
  }),

  add: async (desk, { username, fullName, role, password }, caller) => {
    if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
    const hash = await hashPassword(password);
    return desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      if (findAccount(tx.db, username) !== undefined) return fault('account-exists', { username });
      addAccount(tx.db, { username, fullName, role, password: hash });
      tx.append({ kind: 'account', username }, { type: 'account-added', fullName, role });
      return { username, fullName, role };
    });
  },

  setPassword: async (desk, { username, password, current }, caller) => {
    const session = getSession(caller);
    if (session.role !== 'admin' && session.username !== username) return fault('forbidden', { role: 'admin' });
    if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
    if (session.username === username) {
      const own = await checkPassword(desk, username, current ?? '');
      if (isFault(own)) return own;
    }
    const hash = await hashPassword(password);
    return desk.store.write(authorOf(session), desk.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      setPassword(tx.db, account.accountId, hash);
      tx.append({ kind: 'account', username }, { type: 'password-set' });
      return done;
    });
  },

  disable: (desk, { username, reason }, caller) =>
    desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      disableAccount(tx.db, account.accountId);
      tx.append({ kind: 'account', username }, { type: 'account-disabled', reason });
      return done;
    }),

  enable: (desk, { username, reason }, caller) =>
    desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      // Nothing happened to an open account, so nothing is told of it.
      if (!account.disabled) return done;
      enableAccount(tx.db, account.accountId);
      tx.append({ kind: 'account', username }, { type: 'account-enabled', reason });
      return done;
    }),
};

/** After each failure the wait doubles, from one second to a minute; it is kept in the file, so a restart does not help. */
function waitSeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(60, 2 ** (failures - 1));
}

/** Seconds still to wait. A failure later than now was dated by a clock that has been put right since: it shuts nobody out. */
function remainingWait({ failures, lastFailureAt }: Account, now: number): number {
  if (lastFailureAt === null || lastFailureAt > now) return 0;
  return Math.max(0, lastFailureAt + waitSeconds(failures) - now);
}

type Checked = Account | Fault<'sign-in-refused' | 'disk-full'>;

/** One guess at a time for each name: guesses sent together would all be measured against the same count of failures. */
function checkPassword(desk: DeskContext, username: string, password: string): Promise<Checked> {
  return desk.inTurn(`password ${username}`, () => checkInTurn(desk, username, password));
}

async function checkInTurn(desk: DeskContext, username: string, password: string): Promise<Checked> {
  const account = findAccount(desk.store.db, username);
  if (account === undefined || account.disabled) {
    await wastePasswordTime(password);
    return fault('sign-in-refused', { waitSeconds: 1 });
  }
  const now = Math.floor(desk.ports.clock.now() / 1000);
  const wait = remainingWait(account, now);
  if (wait > 0) return fault('sign-in-refused', { waitSeconds: wait });
  if (await passwordMatches(password, account.password)) return account;
  const counted = desk.store.write(null, desk.now(), (tx) => recordSignIn(tx.db, account.accountId, { failedAt: now }));
  return isFault(counted) ? counted : fault('sign-in-refused', { waitSeconds: waitSeconds(account.failures + 1) });
}

function begin(desk: DeskContext, client: Client, account: Account): void {
  const { accountId, username, fullName, role } = account;
  client.session = { accountId, username, fullName, role, lastUsedAt: desk.ports.clock.now() };
  client.expired = false;
}

function whoOf({ username, fullName, role }: Account) {
  return { username, fullName, role };
}

async function stateOf(desk: DeskContext, name: string | undefined): Promise<Status['printer'] | null> {
  return name === undefined || name === '' ? null : desk.printQueue.printerState(name);
}

export const systemHandlers: Handlers['system'] = {
  status: async (desk, _input, { client }) => {
    const office = desk.findOffice();
    const session = currentSession(desk, client);
    return {
      setUp: office !== undefined,
      practice: desk.practice(),
      unitName: office === undefined ? '' : unitName(desk.catalogue, office.unitCode),
      centreName: office?.centreName ?? '',
      deskName: office?.desk.name ?? '',
      deskCode: office?.desk.code ?? '',
      user: session === null ? null : { username: session.username, fullName: session.fullName, role: session.role },
      now: desk.nowCivil(),
      clock: clockView(desk),
      printer: await desk.printQueue.printerState(office?.printer ?? ''),
      receiptPrinter: await stateOf(desk, office?.receiptPrinter),
      sparePrinter: await stateOf(desk, office?.sparePrinter),
      unsettledPrints: unsettledPrintJobs(desk.store.db).filter(({ state }) => needsAttention(state)).length,
      // The city's system is not linked yet, so nothing waits to be sent.
      outbox: { count: 0, oldestAt: null },
      lastBackupAt: null,
      version: desk.ports.version,
    };
  },
  confirmClock: (desk, input, caller) => {
    const confirmed = confirmClock(desk, input, authorOf(getSession(caller)));
    return isFault(confirmed) ? confirmed : clockView(desk);
  },
};

function clockView({ clock }: DeskContext): Status['clock'] {
  const last = clock.lastEntryAt();
  return { state: clock.trust(), lastEntryAt: last === null ? null : toCivilTime(last) };
}

/** Drafts are a clerk's scratch paper: kept like everything else, but not history, so they make no journal entry. */
export const draftHandlers: Handlers['draft'] = {
  save: (desk, draft, caller) => {
    const session = getSession(caller);
    const at = Math.floor(desk.now() / 1000);
    const saved = desk.store.write(authorOf(session), desk.now(), (tx) => {
      saveDraft(tx.db, session.accountId, draft, at);
    });
    return isFault(saved) ? saved : { done: true as const };
  },

  list: (desk, _input, caller) => ({ drafts: listDrafts(desk.store.db, getSession(caller).accountId) }),

  discard: (desk, { draftId }, caller) => {
    const session = getSession(caller);
    const discarded = desk.store.write(authorOf(session), desk.now(), (tx) =>
      discardDraft(tx.db, session.accountId, draftId) ? ({ done: true } as const) : fault('draft-unknown', { draftId }),
    );
    return discarded;
  },
};
