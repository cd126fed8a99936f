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
  units: (room) => ({
    // The first city whose centres are served.
    units: unitsOf(room.catalogue, hoChiMinhCity).map(({ code, name, fullName, type }) => ({
      code,
      name,
      fullName,
      type,
    })),
  }),

  findUnits: (room, { text, limit }) => ({ units: findUnits(room.catalogue, text, limit) }),

  banks: (room) => ({
    banks: room.catalogue.banks
      .filter(({ bin, canTransfer }) => bin !== '' && canTransfer)
      .map(({ bin, shortName, name }) => ({ bin, shortName, name })),
  }),

  setUp: async (room, { settings, accounts }) => {
    if (room.findOffice() !== undefined) return fault('already-set-up', {});
    const wrong = settingsFault(settings, room.catalogue);
    if (wrong !== null) return wrong;
    const names = accounts.map(({ username }) => username);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return fault('account-exists', { username: twice });
    if (!accounts.every(({ password }) => isStrongPassword(password)))
      return fault('password-weak', { minimum: passwordMinimum });
    const hashed = await Promise.all(
      accounts.map(async ({ password, ...account }) => ({ ...account, passwordHash: await hashPassword(password) })),
    );
    const done = room.store.write(null, room.now(), (tx) => {
      // Asked again: while the passwords were hashed another window may have set the office up.
      if (findOffice(tx.db) !== undefined) return fault('already-set-up', {});
      return writeOffice(tx, { settings, practice: false, accounts: hashed, catalogue: room.catalogue });
    });
    if (isFault(done)) return done;
    room.forget();
    return { practice: false, unitName: unitName(room.catalogue, settings.unitCode) };
  },

  openPractice: (room, input) =>
    room.findOffice() === undefined ? openPractice(room, input) : fault('already-set-up', {}),

  settings: (room) => room.getOffice(),

  changeSettings: (room, { settings, reason }, caller) => {
    const wrong = settingsFault(settings, room.catalogue);
    if (wrong !== null) return wrong;
    const done = room.store.write(authorOf(getSession(caller)), room.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason }),
    );
    if (isFault(done)) return done;
    room.forget();
    return room.getOffice();
  },

  promiseChanges: (room) => changedPromises(room),

  numbers: (room, { date }) => {
    const { blocks } = room.getOffice().desk;
    return {
      blocks: blocks.map((block) => {
        const used = usedSerials(room.store.db, date, block);
        const last = lastSerial(room.store.db, date, [block]);
        const voided = supersededOfDay(room.store.db, date, block);
        const onPaper = sheetsOfDay(room.store.db, date, block);
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
  signIn: async (room, { username, password }, { client }) => {
    const account = await checkPassword(room, username, password);
    if (isFault(account)) return account;
    const signed = room.store.write(account, room.now(), (tx) => {
      recordSignIn(tx.db, account.accountId, 'right');
      return tx.append({ kind: 'account', username: account.username }, { type: 'signed-in' });
    });
    if (isFault(signed)) return signed;
    begin(room, client, account);
    return whoOf(account);
  },

  signOut: (room, _input, { client, session }) => {
    client.session = null;
    client.expired = false;
    if (session === null) return done;
    const signed = room.store.write(authorOf(session), room.now(), (tx) =>
      tx.append({ kind: 'account', username: session.username }, { type: 'signed-out' }),
    );
    return isFault(signed) ? signed : done;
  },

  list: (room) => ({
    accounts: listAccounts(room.store.db).map((account) => ({ ...whoOf(account), disabled: account.disabled })),
  }),

  colleagues: (room) => ({
    accounts: listAccounts(room.store.db)
      .filter(({ disabled }) => !disabled)
      .map(whoOf),
  }),

  add: async (room, { username, fullName, role, password }, caller) => {
    if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
    const hash = await hashPassword(password);
    return room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      if (findAccount(tx.db, username) !== undefined) return fault('account-exists', { username });
      addAccount(tx.db, { username, fullName, role, password: hash });
      tx.append({ kind: 'account', username }, { type: 'account-added', fullName, role });
      return { username, fullName, role };
    });
  },

  setPassword: async (room, { username, password, current }, caller) => {
    const session = getSession(caller);
    if (session.role !== 'admin' && session.username !== username) return fault('forbidden', { role: 'admin' });
    if (!isStrongPassword(password)) return fault('password-weak', { minimum: passwordMinimum });
    if (session.username === username) {
      const own = await checkPassword(room, username, current ?? '');
      if (isFault(own)) return own;
    }
    const hash = await hashPassword(password);
    return room.store.write(authorOf(session), room.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      setPassword(tx.db, account.accountId, hash);
      tx.append({ kind: 'account', username }, { type: 'password-set' });
      return done;
    });
  },

  disable: (room, { username, reason }, caller) =>
    room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
      const account = findAccount(tx.db, username);
      if (account === undefined) return fault('account-unknown', { username });
      disableAccount(tx.db, account.accountId);
      tx.append({ kind: 'account', username }, { type: 'account-disabled', reason });
      return done;
    }),

  enable: (room, { username, reason }, caller) =>
    room.store.write(authorOf(getSession(caller)), room.now(), (tx) => {
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
function checkPassword(room: DeskContext, username: string, password: string): Promise<Checked> {
  return room.inTurn(`password ${username}`, () => checkInTurn(room, username, password));
}

async function checkInTurn(room: DeskContext, username: string, password: string): Promise<Checked> {
  const account = findAccount(room.store.db, username);
  if (account === undefined || account.disabled) {
    await wastePasswordTime(password);
    return fault('sign-in-refused', { waitSeconds: 1 });
  }
  const now = Math.floor(room.ports.clock.now() / 1000);
  const wait = remainingWait(account, now);
  if (wait > 0) return fault('sign-in-refused', { waitSeconds: wait });
  if (await passwordMatches(password, account.password)) return account;
  const counted = room.store.write(null, room.now(), (tx) => recordSignIn(tx.db, account.accountId, { failedAt: now }));
  return isFault(counted) ? counted : fault('sign-in-refused', { waitSeconds: waitSeconds(account.failures + 1) });
}

function begin(room: DeskContext, client: Client, account: Account): void {
  const { accountId, username, fullName, role } = account;
  client.session = { accountId, username, fullName, role, lastUsedAt: room.ports.clock.now() };
  client.expired = false;
}

function whoOf({ username, fullName, role }: Account) {
  return { username, fullName, role };
}

async function stateOf(room: DeskContext, name: string | undefined): Promise<Status['printer'] | null> {
  return name === undefined || name === '' ? null : room.printQueue.printerState(name);
}

export const systemHandlers: Handlers['system'] = {
  status: async (room, _input, { client }) => {
    const office = room.findOffice();
    const session = currentSession(room, client);
    return {
      setUp: office !== undefined,
      practice: room.practice(),
      unitName: office === undefined ? '' : unitName(room.catalogue, office.unitCode),
      centreName: office?.centreName ?? '',
      deskName: office?.desk.name ?? '',
      deskCode: office?.desk.code ?? '',
      user: session === null ? null : { username: session.username, fullName: session.fullName, role: session.role },
      now: room.nowCivil(),
      clock: clockView(room),
      printer: await room.printQueue.printerState(office?.printer ?? ''),
      receiptPrinter: await stateOf(room, office?.receiptPrinter),
      sparePrinter: await stateOf(room, office?.sparePrinter),
      unsettledPrints: unsettledPrintJobs(room.store.db).filter(({ state }) => needsAttention(state)).length,
      // The city's system is not linked yet, so nothing waits to be sent.
      outbox: { count: 0, oldestAt: null },
      lastBackupAt: null,
      version: room.ports.version,
    };
  },
  confirmClock: (room, input, caller) => {
    const confirmed = confirmClock(room, input, authorOf(getSession(caller)));
    return isFault(confirmed) ? confirmed : clockView(room);
  },
};

function clockView({ clock }: DeskContext): Status['clock'] {
  const last = clock.lastEntryAt();
  return { state: clock.trust(), lastEntryAt: last === null ? null : toCivilTime(last) };
}

/** Drafts are a clerk's scratch paper: kept like everything else, but not history, so they make no journal entry. */
export const draftHandlers: Handlers['draft'] = {
  save: (room, draft, caller) => {
    const session = getSession(caller);
    const at = Math.floor(room.now() / 1000);
    const saved = room.store.write(authorOf(session), room.now(), (tx) => {
      saveDraft(tx.db, session.accountId, draft, at);
    });
    return isFault(saved) ? saved : { done: true as const };
  },

  list: (room, _input, caller) => ({ drafts: listDrafts(room.store.db, getSession(caller).accountId) }),

  discard: (room, { draftId }, caller) => {
    const session = getSession(caller);
    const discarded = room.store.write(authorOf(session), room.now(), (tx) =>
      discardDraft(tx.db, session.accountId, draftId) ? ({ done: true } as const) : fault('draft-unknown', { draftId }),
    );
    return discarded;
  },
};
