import { fault, isFault } from '../../../contract/base/fault.ts';
import type { Identifier, OfficeSettings, Status } from '../../../contract/common/office/office.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { type SerialLine, gaps } from '../../../domain/base/numbering.ts';
import { readSeries, receptionsBeyond, seriesName } from '../../../domain/safety/backup/series.ts';
import { addressEndings } from '../../../domain/catalogue/address.ts';
import { findUnit, hoChiMinhCity, unitName, unitsOf } from '../../../domain/catalogue/catalogue.ts';
import { neverRunOn } from '../../../domain/common/office/never-run.ts';
import { runsOutHere } from '../../support/runs-out.ts';
import { reviewOwed } from './access-review.ts';
import { factorComes } from './people/factor-demand.ts';
import { signedInView } from './signed-in.ts';
import { loneCorrections } from '../../../store/counter/case/lone-corrections.ts';
import { countProposals } from '../../../store/counter/work/work.ts';
import { explainedGaps, explanationOf, numberGaps } from '../../../store/counter/case/gaps.ts';
import { countUsedSerials, lastSerial, supersededOfDay, usedSerials } from '../../../store/counter/case/numbers.ts';
import { sheetsOfDay } from '../../../store/counter/kit/kit.ts';
import { discardDraft, listDrafts, saveDraft } from '../../../store/common/office/drafts.ts';
import { findConfirmedIdentifier, findOffice } from '../../../store/common/office/settings.ts';
import { isAmongOthers } from '../../../store/common/office/everywhere.ts';
import { casesWithoutPaper } from '../../../store/counter/case/case.ts';
import { civilOf } from '../../../store/file/rows/codecs.ts';
import { keptRestores, spentRuns } from '../../../store/common/office/spent.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { roleInActs } from '../../counter/case/act.ts';
import { changedPromises } from '../../counter/case/changed-promises.ts';
import { authorOf } from '../../core/session/client.ts';
import { confirmClock } from '../../core/clock.ts';
import type { Db } from '../../../store/file/db.ts';
import { newestVersion } from '../../../store/file/migrate.ts';
import type { SpentRun } from '../../../domain/entries/entry.ts';
import type { DeskContext } from '../../core/context.ts';
import { giveDeskKey } from '../../core/keys/desk-key.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { lacksKey, secretOf } from '../../core/keys/account-keys.ts';
import { listAccounts } from '../../../store/common/office/accounts.ts';
import { currentSession } from '../../core/session/session.ts';
import { centreInShort } from '../../centre/hub/state.ts';
import { trayInShort } from '../printing/tray.ts';
import { openPractice } from '../../practice/open-practice.ts';
import { keyOnPaper, newRecoveryKey, sealingOf } from './keys.ts';
import { waitingRequests } from './people/accounts.ts';
import { changeOfficeSettings, placeFault } from './change-settings.ts';
import { delegationHandlers, standsFor } from './delegation.ts';
import { hoursHandlers } from './hours.ts';
import { secretFor } from './people/check-password.ts';
import { whyEasy } from './people/own-password.ts';
import { isStrongPassword, passwordMinimum } from '../../../contract/common/office/password.ts';
import {
  type AccountToAdd,
  confirmIdentifier,
  findUnits,
  identifierListView,
  listedIdentifier,
  settingsFault,
  writeOffice,
} from './set-up.ts';

type SetUp = {
  readonly settings: OfficeSettings;
  readonly accounts: readonly (Omit<AccountToAdd, 'passwordHash' | 'known'> & { readonly password: string })[];
  readonly attended?: true | undefined;
};

/** What a hand types is held to: everybody's own, and not easy to guess. */
function passwordFault(desk: DeskContext, { settings, accounts }: SetUp) {
  const shared = accounts.find(({ password }, index) =>
    accounts.slice(0, index).some((one) => one.password === password),
  );
  if (shared !== undefined) return fault('password-shared', { username: shared.username });
  const easy = accounts
    .map((account) => whyEasy(desk, account, account.password, settings))
    .find((why) => why !== null);
  return easy === undefined ? null : fault('password-known', { why: easy });
}

async function setUp(desk: DeskContext, input: SetUp) {
  const { settings, accounts, attended = false } = input;
  if (desk.findOffice() !== undefined) return fault('already-set-up', {});
  const wrong = settingsFault(settings, desk.catalogue);
  if (wrong !== null) return wrong;
  const names = accounts.map(({ username }) => username);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return fault('account-exists', { username: twice });
  if (!accounts.every(({ password }) => isStrongPassword(password)))
    return fault('password-weak', { minimum: passwordMinimum });
  const poor = attended ? passwordFault(desk, input) : null;
  if (poor !== null) return poor;
  // Who sets the office up knows every password that is typed: only their own is one.
  const keeper = accounts.find(({ role }) => role === 'admin') ?? accounts[0];
  const hashed = await Promise.all(
    accounts.map(async ({ password, ...account }) => ({
      ...account,
      mustChange: attended && account.username !== keeper?.username,
      ...(await secretFor(desk, account.username, password)),
    })),
  );
  const done = desk.store.write(null, desk.now(), (tx) => {
    // Asked again: while the passwords were hashed another window may have set the office up.
    if (findOffice(tx.db) !== undefined) return fault('already-set-up', {});
    writeOffice(
      tx,
      { settings, practice: false, accounts: hashed, catalogue: desk.catalogue },
      Math.floor(desk.now() / 1000),
    );
    giveDeskKey(tx, desk.ports.random.bytes(32));
    return null;
  });
  if (isFault(done)) return done;
  desk.forget();
  return { practice: false, unitName: unitName(desk.catalogue, settings.unitCode) };
}

function identifierView(desk: DeskContext): Identifier {
  const { unitCode, caseUnitCode: code, caseUnitCodeProposed: proposed = false } = desk.getOffice();
  return {
    code,
    proposed,
    listed: listedIdentifier(desk.catalogue, unitCode),
    list: identifierListView(desk.catalogue),
    confirmed: findConfirmedIdentifier(desk.store.db, code) ?? null,
  };
}

export const officeHandlers: Handlers['office'] = {
  ...hoursHandlers,
  ...delegationHandlers,
  units: (desk) => ({
    // The first city whose centres are served.
    units: unitsOf(desk.catalogue, hoChiMinhCity).map(({ code, name, fullName, type }) => ({
      code,
      name,
      fullName,
      type,
      identifier: listedIdentifier(desk.catalogue, code),
    })),
    identifierList: identifierListView(desk.catalogue),
  }),

  findUnits: (desk, { text, limit }) => ({ units: findUnits(desk.catalogue, text, limit) }),

  addressEndings: (desk, { text, limit }) => {
    const unit = findUnit(desk.catalogue, desk.findOffice()?.unitCode ?? '');
    return { endings: addressEndings(desk.catalogue, unit?.provinceCode ?? hoChiMinhCity, text, limit) };
  },

  banks: (desk) => ({
    banks: desk.catalogue.banks
      .filter(({ bin, canTransfer }) => bin !== '' && canTransfer)
      .map(({ bin, shortName, name }) => ({ bin, shortName, name })),
  }),

  setUp: (desk, { sealed, recoveryKey = '', ...input }) => {
    const away = input.attended === true ? placeFault(input.settings) : null;
    if (away !== null) return away;
    if (!sealed) return setUp(desk, input);
    const secret = secretOf(recoveryKey);
    return isFault(secret) ? secret : desk.setUpSealed(desk, secret, (own) => setUp(own, input));
  },

  openPractice: async (desk, { sealed, ...input }) => {
    if (desk.findOffice() !== undefined) return fault('already-set-up', {});
    if (!sealed) return openPractice(desk, input);
    // To learn by, it is told at once and asks for no paper.
    const recoveryKey = newRecoveryKey(desk);
    const secret = secretOf(recoveryKey);
    if (isFault(secret)) return secret as never;
    const made = await desk.setUpSealed(desk, secret, (own) => openPractice(own, input));
    return isFault(made) ? made : { ...made, recoveryKey };
  },

  settings: (desk) => desk.getOffice(),

  identifier: (desk) => identifierView(desk),

  confirmIdentifier: async (desk, { code, document }, caller) => {
    const office = desk.getOffice();
    if (office.caseUnitCode !== code) return fault('identifier-changed', { code: office.caseUnitCode });
    const done = await desk.centre.turn(() => {
      const now = desk.getOffice();
      if (now.caseUnitCode !== code) return fault('identifier-changed', { code: now.caseUnitCode });
      return desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) =>
        confirmIdentifier(tx, now, document, isAmongOthers(tx.db)),
      );
    });
    if (isFault(done)) return done;
    desk.forget();
    return identifierView(desk);
  },

  changeSettings: (desk, input, caller) => changeOfficeSettings(desk, input, getSession(caller)),

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
        const passedOver = spentRuns(desk.store.db)
          .filter((run) => run.series === seriesName.case(date) && run.last >= block.first && run.first <= block.last)
          .map((run) => ({ first: Math.max(run.first, block.first), last: Math.min(run.last, block.last) }));
        const next = Math.max(block.first, last + 1);
        return {
          ...block,
          used: used.length,
          void: voided,
          setAside: of('set-aside'),
          voidSheets: [...onPaper].flatMap(([serial, state]) => (state === 'void' ? [serial] : [])),
          skipped: of('skipped').filter(
            (serial) => !passedOver.some((run) => serial >= run.first && serial <= run.last),
          ),
          passedOver,
          next: next <= block.last ? next : null,
        };
      }),
    };
  },

  gaps: (desk) => {
    const { db } = desk.store;
    const explained = explainedGaps(db);
    const passed = spentRuns(db);
    const gaps = numberGaps(db).filter(({ day, first, last }) => {
      const series = seriesName.case(civilDay(day));
      // What a restore passed over is listed with it.
      return !passed.some((run) => run.series === series && run.first <= first && run.last >= last);
    });
    return {
      gaps: gaps.toReversed().map((gap) => {
        const found = explanationOf(gap, explained);
        const said = found && { reason: found.reason, at: civilOf(found.at), byName: staffName(desk, found.by) };
        return { day: civilDay(gap.day), first: gap.first, last: gap.last, explained: said ?? null };
      }),
    };
  },

  explainGap: (desk, { day, first, last, reason }, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const isOne = numberGaps(tx.db).some(
        (gap) => civilDay(gap.day) === day && gap.first === first && gap.last === last,
      );
      if (!isOne) return fault('gap-unknown', { day, first, last });
      return tx.append({ kind: 'office' }, { type: 'gap-explained', day, first, last, reason });
    });
    return isFault(done) ? done : { done: true };
  },

  restores: (desk) => ({
    restores: keptRestores(desk.store.db).map(({ at, by, spent, entered, ...restore }) => {
      const again = enteredAgain(desk.store.db, spent);
      return {
        ...restore,
        at: civilOf(at),
        spent: spent.flatMap(({ series, first, last }) => {
          const read = readSeries(series);
          return read === null ? [] : [{ ...read, first, last }];
        }),
        missing: { receptions: receptionsBeyond(spent) - again, atMost: by === 'nobody' },
        enteredAgain: again,
        entered: entered === null ? null : { at: civilOf(entered.at), byName: staffName(desk, entered.by) },
      };
    }),
  }),

  papersEntered: (desk, { restored, reason }, caller) => {
    const done = desk.store.write(authorOf(getSession(caller)), desk.now(), (tx) => {
      const waits = keptRestores(tx.db).some((one) => one.restored === restored && one.entered === null);
      if (!waits) return fault('restore-unknown', {});
      return tx.append({ kind: 'office' }, { type: 'papers-entered', restored, reason });
    });
    return isFault(done) ? done : { done: true };
  },
};

/** How many cases bear numbers that were passed over: they were entered again from the receipts. */
function enteredAgain(db: Db, spent: readonly SpentRun[]): number {
  return spent.reduce((sum, { series, first, last }) => {
    const read = readSeries(series);
    return read?.kind === 'case' ? sum + countUsedSerials(db, read.of, { first, last }) : sum;
  }, 0);
}

/** `20261123` as `2026-11-23`. */
function civilDay(day: number): string {
  return String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** Of every restore of which nobody has said yet that its papers are entered again. */
function missingPapers(desk: DeskContext): Status['missingPapers'] {
  const open = keptRestores(desk.store.db).filter(({ entered }) => entered === null);
  const { db } = desk.store;
  const receptions = open.reduce((sum, { spent }) => sum + receptionsBeyond(spent) - enteredAgain(db, spent), 0);
  return receptions === 0 ? null : { receptions, atMost: open.some(({ by }) => by === 'nobody') };
}

async function stateOf(desk: DeskContext, name: string | undefined): Promise<Status['printer'] | null> {
  return name === undefined || name === '' ? null : desk.printQueue.printerState(name);
}

export const systemHandlers: Handlers['system'] = {
  status: async (desk, _input, { client }) => {
    const office = desk.findOffice();
    const session = currentSession(desk, client);
    const key = keyOnPaper(desk);
    return {
      setUp: office !== undefined,
      practice: desk.practice(),
      unitName: office === undefined ? '' : unitName(desk.catalogue, office.unitCode),
      centreName: office?.centreName ?? '',
      deskName: office?.desk.name ?? '',
      deskCode: office?.desk.code ?? '',
      user: signedInView(desk, session),
      now: desk.nowCivil(),
      clock: clockView(desk),
      printer: await desk.printQueue.printerState(office?.printer ?? ''),
      receiptPrinter: await stateOf(desk, office?.receiptPrinter),
      sparePrinter: await stateOf(desk, office?.sparePrinter),
      ...trayInShort(desk.store.db),
      withoutReceipt: session === null ? [] : casesWithoutPaper(desk.store.db, newestLookedAt),
      missingPapers: session === null ? null : missingPapers(desk),
      standsFor: session === null ? [] : standsFor(desk, session.username),
      requests: waitingRequests(desk, session),
      corrections: session?.role === 'supervisor' ? loneCorrections(desk.store.db).length : 0,
      proposals: session !== null && roleInActs(desk, session) === 'supervisor' ? countProposals(desk.store.db) : 0,
      // The city's system is not linked yet, so nothing waits to be sent.
      ...centreInShort(desk),
      lastBackupAt: desk.backups.newest()?.manifest.madeAt ?? null,
      backupTrouble: desk.backups.trouble() !== null,
      runsOut:
        session === null
          ? []
          : [...runsOutHere(desk, session, key), ...reviewOwed(desk, session), ...factorComes(desk, session)],
      register: registerState(desk),
      sealing: sealingOf(desk, key),
      passwords: listAccounts(desk.store.db).some((one) => !one.disabled && lacksKey(desk, one))
        ? 'some-missing'
        : 'all',
      lookOnly: desk.looksOnly === null ? null : { code: desk.looksOnly.fault, data: { ...desk.looksOnly.data } },
      version: desk.ports.version,
    };
  },
  about: (desk) => {
    const { platform, arch, versions } = process;
    const { electron } = versions;
    return {
      version: desk.ports.version,
      schema: newestVersion(),
      platform,
      arch,
      runtime:
        electron === undefined ? { name: 'Node', version: versions.node } : { name: 'Electron', version: electron },
      neverRun: [...neverRunOn(platform, electron !== undefined)],
    };
  },
  confirmClock: (desk, input, caller) => {
    const confirmed = confirmClock(desk, input, authorOf(getSession(caller)));
    return isFault(confirmed) ? confirmed : clockView(desk);
  },
};

/** A kill or a fault leaves the last few without one; older ones are seen on their case. */
const newestLookedAt = 100;

function registerState({ checker }: DeskContext): Status['register'] {
  const { checkedAt, findings } = checker.last();
  if (findings.length > 0) return 'bad';
  return checkedAt === null ? 'unchecked' : 'good';
}

function clockView({ clock }: DeskContext): Status['clock'] {
  const last = clock.lastEntryAt();
  const hubAt = clock.hubAt();
  return {
    state: clock.trust(),
    lastEntryAt: last === null ? null : toCivilTime(last),
    ...(hubAt === null ? {} : { hubAt: toCivilTime(hubAt) }),
  };
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
