import type { Incentive, Procedure, ProcessFrame } from '../../contract/catalogue/lists.ts';
import type { Fault } from '../../contract/base/fault.ts';
import type { CivilDate } from '../../contract/base/values.ts';
import type { OfficeSettings } from '../../contract/common/office/office.ts';
import type { ProcessStep } from '../../contract/routing/process.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import {
  type Catalogue,
  feesInProvince,
  findUnit,
  hoChiMinhCity,
  incentivesInProvince,
} from '../../domain/catalogue/catalogue.ts';
import {
  type StandingPack,
  daysWithPacks,
  formsOfPacks,
  framesWithPacks,
  hoursWithPacks,
  incentivesWithPacks,
  partsOf,
  stepsOfPacks,
  withPackSettings,
} from '../../domain/catalogue/data-packs.ts';
import {
  type CatalogueSources,
  type Offer,
  type TakenList,
  listIdOf,
  nothingListed,
  offersOn,
  standsFromUntil,
} from '../../domain/catalogue/offers.ts';
import { type ProcedureIndex, prepareProcedures } from '../../domain/catalogue/procedure-search.ts';
import {
  DEFAULT_HOURS,
  type OfficeHours,
  type WorkCalendar,
  makeCalendar,
} from '../../domain/deadline/work-calendar.ts';
import { withOfficeTerm } from '../../domain/catalogue/procedure-terms.ts';
import type { LegDefinition } from '../../domain/entries/case.ts';
import { processFlaw } from '../../domain/routing/process.ts';
import type { Paper } from '../../paper/paper.ts';
import { type AccountState, accountStates } from '../../store/common/office/accounts.ts';
import { findDataPack, findOfficeList } from '../../store/centre/content/content.ts';
import {
  findFactorDay,
  findOffice,
  findOpeningHours,
  isPractice,
  legOverrides,
  termOverrides,
  typedProcedures,
} from '../../store/common/office/settings.ts';
import { settingsWaiting, standingLists } from '../../store/common/office/standing-lists.ts';
import { processOverrides } from '../../store/routing/process.ts';
import type { Reader } from '../../store/safety/reader/reader.ts';
import type { OpenFault } from '../../store/file/opening/open.ts';
import type { KeysFault } from '../../store/keys/keys-file.ts';
import type { Vault } from '../../store/keys/vault.ts';
import type { Store } from '../../store/store.ts';
import { type Clock, createClock, datedStore, machineRun } from './clock.ts';
import type { LookUpKeeper } from './session/who-looked.ts';
import { keptDoubt } from './hub-clock.ts';
import type { BackupKeeper, CentreTurns, Ports, PrintQueue, RegisterChecker } from './ports.ts';

/** Everything a handler works with: the store, the lists, the clock, the paper. */
export type DeskContext = {
  readonly ports: Ports;
  readonly store: Store;
  /** The same store without the care for a wrong clock (clock.ts). */
  readonly undated: Store;
  /** What opens this office's file; null where it is plain. */
  readonly vault: Vault | null;
  /** Why the register is only looked at; null where it is worked with. */
  readonly looksOnly: Fault | null;
  /** The register was met without the witness it had, and nobody has worked in it since (safety/backup/pass-over.ts). */
  readonly unwitnessed: { waits: boolean };
  readonly setUpSealed: SetUpSealed;
  readonly reseal: Reseal;
  /** Whatever takes long to read is read beside the desk. */
  readonly reader: Reader;
  readonly clock: Clock;
  /** This opening of the register and no other. */
  readonly opening: object;
  readonly catalogue: Catalogue;
  readonly paper: Paper;
  readonly printQueue: PrintQueue;
  /** Who looked at whom. */
  readonly lookUps: LookUpKeeper;
  readonly backups: BackupKeeper;
  /** Looks at the whole register beside the desk. */
  readonly checker: RegisterChecker;
  readonly centre: CentreTurns;
  /** Milliseconds since 1970, by the desk's clock: the machine's, or the one a practice office was given. */
  now(): number;
  nowCivil(): string;
  practice(): boolean;
  /** An account as it is now, for whoever signed in to it. */
  findAccountState(accountId: number): AccountState | undefined;
  /** The day from which who keeps the office signs in with a code of a phone too; null where nobody has to. */
  factorDay(): CivilDate | null;
  findOffice(): OfficeSettings | undefined;
  /** The office; a call that needs one is refused before its handler while there is none. */
  getOffice(): OfficeSettings;
  calendar(): WorkCalendar;
  /** What is searched: what is received, and codes that another has taken the place of. */
  procedures(): ProcedureIndex<Procedure>;
  /** Whatever this office knows under a code, received or not. */
  findProcedure(code: string): Procedure | undefined;
  /** The same with where it comes from and whether files of it are received. */
  findOffer(code: string): Offer | undefined;
  /** The office's catalogue today, in its order. */
  offers(): readonly Offer[];
  /** What it will be, or was, on another day. */
  offersOn(day: CivilDate): ReadonlyMap<string, Offer>;
  /** The incentives of law that hold in the office's province. */
  incentives(): readonly Incentive[];
  /** The way of a procedure through other agencies, as its supervisor set it or as the list says; none for this office's own. */
  legsOf(code: string): readonly LegDefinition[];
  /** The inner steps a supervisor set for a procedure. */
  findOwnProcess(code: string): readonly ProcessStep[] | undefined;
  /** Those that a data pack gives it today, where nobody set others. */
  findPackedProcess(code: string): readonly ProcessStep[] | undefined;
  /** The general inner processes of today. */
  processFrames(): readonly ProcessFrame[];
  /** The data packs that stand, in the order in which they were taken. */
  packs(): readonly StandingPack[];
  /** Whether settings of a pack hold from today on and are not written yet. */
  areSettingsDue(): boolean;
  /** The text that a data pack gives a form today. */
  findPackedForm(form: string): string | undefined;
  /** Runs work on one thing one after another: two windows that send the same request make one paper between them. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** The file is not to be worked with any more: the shells show the recovery. */
  lose(trouble: Fault): void;
  lost(): Fault | null;
  /** Its register is being closed: whoever is still at work with it ends here. */
  end(): void;
  hasEnded(): boolean;
  /** Runs once when that begins, unless what this answers was called before. */
  onEnd(run: () => void): () => void;
  /** To be called after a change of settings, terms or accounts: what was worked out from them is worked out again. */
  forget(): void;
};

/**
 * Sets an office up in a sealed file of its own, which then takes the place of the empty one, in one rename: killed before it, nothing was set
 * up; after it, all of it was. A fault that `fill` answers sets nothing up.
 */
export type SetUpSealed = <T>(
  outer: DeskContext,
  /** Behind the office's key on paper. */
  recovery: Uint8Array,
  fill: (sealed: DeskContext) => Promise<T>,
) => Promise<T | SealingFault>;

/**
 * The register under the key of another vault: closed, copied, proven and exchanged, while whoever asks waits. Answers the desk over the new
 * file, in which nobody is signed in; a fault leaves the one before, open again.
 */
export type Reseal = (
  outer: DeskContext,
  vault: Vault,
  write: (store: Store) => Fault | null,
) => Promise<DeskContext | Fault>;

/** Why a register does not open. */
export type SealingFault =
  | OpenFault
  | KeysFault
  | Fault<'keys-missing' | 'store-gone' | 'store-older' | 'store-branched' | 'data-broken' | 'already-set-up'>;

type Parts = Pick<
  DeskContext,
  | 'vault'
  | 'looksOnly'
  | 'setUpSealed'
  | 'reseal'
  | 'ports'
  | 'store'
  | 'reader'
  | 'catalogue'
  | 'paper'
  | 'printQueue'
  | 'lookUps'
  | 'backups'
  | 'checker'
  | 'centre'
>;

export function openContext(parts: Parts): DeskContext {
  const { store: undated, ports, catalogue } = parts;
  const clock = createClock(undated, ports.clock);
  clock.heard(keptDoubt(undated, machineRun(ports.clock)));
  const store = datedStore(undated, clock);
  let known = readKnown();
  let lost: Fault | null = null;
  const ending = new AbortController();

  function readKnown() {
    const office = findOffice(store.db);
    const overrides = termOverrides(store.db);
    // Before first run nothing is received; the lists are shown as they are in the city they were gathered for.
    const province = findUnit(catalogue, office?.unitCode ?? '')?.provinceCode ?? hoChiMinhCity;
    const typed = Object.entries(typedProcedures(store.db)).map(([code, one]) => ({ code, ...one }));
    const packs: StandingPack[] = [];
    const standing = standingLists(store.db);
    const taken = standing.flatMap(({ sha256, from, kinds }): TakenList[] => {
      // Of another file's list or pack that has not come yet nothing is known.
      const id = listIdOf(sha256, from);
      if (kinds === undefined) {
        const list = findOfficeList(store.db, sha256);
        return list === undefined ? [] : [{ id, from, list }];
      }
      const pack = findDataPack(store.db, sha256);
      if (pack === undefined) return [];
      const parts = partsOf(pack, kinds);
      packs.push({ id, from, parts });
      return [{ id, from, list: parts.procedures ?? nothingListed, fees: parts.fees?.rules ?? [] }];
    });
    const sources: CatalogueSources = {
      read: catalogue.procedures,
      readDated: catalogue.dated,
      more: catalogue.more,
      moreDated: catalogue.moreDated,
      typed,
      taken,
    };
    /** As the office has set it: its terms over those of the lists, and the fees of its own province. */
    const offers = (day: CivilDate): ReadonlyMap<string, Offer> =>
      new Map(
        [...offersOn(sources, day)].map(([code, offer]) => {
          const override = overrides.get(code);
          const set = override === undefined ? offer.procedure : withOfficeTerm(offer.procedure, override);
          return [code, { ...offer, procedure: feesInProvince(set, province) }];
        }),
      );
    return {
      office,
      offers,
      taken,
      practice: isPractice(store.db),
      accounts: accountStates(store.db),
      factorDay: findFactorDay(store.db),
      packs,
      settingsWaiting: settingsWaiting(standing).flatMap(({ sha256, from }) => {
        const told = findDataPack(store.db, sha256)?.settings;
        return told === undefined ? [] : [{ from, told }];
      }),
      calendar: makeCalendar(
        daysWithPacks(catalogue.days, packs),
        officeHours(office),
        hoursWithPacks(findOpeningHours(store.db), packs),
      ),
      incentives: incentivesInProvince(incentivesWithPacks(catalogue.incentives, packs), province),
      legs: new Map([...catalogue.legs.map(({ code, legs }) => [code, legs] as const), ...legOverrides(store.db)]),
      processes: processOverrides(store.db),
    };
  }

  /** The catalogue of today: worked out once for the days on which it is the same. */
  let today = readToday();
  function readToday() {
    const day = toCivilTime(clock.now()).slice(0, 10);
    const byCode = known.offers(day);
    let index: ProcedureIndex<Procedure> | undefined;
    return {
      ...standsFromUntil(known.taken, day),
      byCode,
      offers: [...byCode.values()],
      frames: framesWithPacks(catalogue.processFrames, known.packs, day, ({ steps }) => processFlaw(steps) === null),
      steps: stepsOfPacks(known.packs, day),
      forms: formsOfPacks(known.packs, day),
      // Made when somebody first looks for something: most starts of a program ask for nothing.
      index: () => (index ??= indexOf(byCode)),
    };
  }
  function catalogueToday() {
    if (known.taken.length === 0) return today;
    const day = toCivilTime(clock.now()).slice(0, 10);
    if (day < today.from || day >= today.until) today = readToday();
    return today;
  }

  /** The settings that packs have set for a day that has come, and that nobody has written yet: a desk may run over midnight. */
  function settingsDue() {
    const { settingsWaiting: waiting } = known;
    if (waiting.length === 0) return [];
    const day = toCivilTime(clock.now()).slice(0, 10);
    return waiting.filter(({ from }) => from <= day);
  }
  function officeToday(): OfficeSettings | undefined {
    const { office } = known;
    return office === undefined
      ? undefined
      : settingsDue().reduce((set, { told }) => withPackSettings(set, told), office);
  }

  return {
    ...parts,
    store,
    undated,
    clock,
    opening: {},
    unwitnessed: { waits: false },
    now: () => clock.now(),
    nowCivil: () => toCivilTime(clock.now()),
    practice: () => known.practice,
    findAccountState: (accountId) => known.accounts.get(accountId),
    factorDay: () => known.factorDay,
    findOffice: officeToday,
    getOffice: () => {
      const office = officeToday();
      if (office === undefined) throw new Error('the office is not set up');
      return office;
    },
    calendar: () => known.calendar,
    procedures: () => catalogueToday().index(),
    findProcedure: (code) => catalogueToday().byCode.get(code)?.procedure,
    findOffer: (code) => catalogueToday().byCode.get(code),
    offers: () => catalogueToday().offers,
    offersOn: (day) => known.offers(day),
    incentives: () => known.incentives,
    legsOf: (code) => known.legs.get(code) ?? [],
    findOwnProcess: (code) => known.processes.get(code),
    findPackedProcess: (code) => catalogueToday().steps.get(code),
    processFrames: () => catalogueToday().frames,
    packs: () => known.packs,
    areSettingsDue: () => settingsDue().length > 0,
    findPackedForm: (form) => catalogueToday().forms.get(form),
    inTurn: turns(),
    lose: (trouble) => {
      lost ??= trouble;
    },
    lost: () => lost,
    end: () => ending.abort(),
    hasEnded: () => ending.signal.aborted,
    onEnd: (run) => {
      ending.signal.addEventListener('abort', run, { once: true });
      return () => ending.signal.removeEventListener('abort', run);
    },
    forget: () => {
      known = readKnown();
      today = readToday();
    },
  };
}

/** What is received, and codes of before that lead to it. */
function indexOf(byCode: ReadonlyMap<string, Offer>): ProcedureIndex<Procedure> {
  const searched = [...byCode.values()].filter(
    ({ offered, standing, procedure }) =>
      offered || (standing === 'superseded' && byCode.get(procedure.successor?.code ?? '')?.offered === true),
  );
  return prepareProcedures(
    searched.map(({ procedure }) => procedure),
    {
      nicknamesOf: (code) => byCode.get(code)?.nicknames ?? [],
      isCommon: (code) => byCode.get(code)?.origin !== 'listed',
    },
  );
}

/** What is called the same goes one after another. */
function turns(): DeskContext['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    void turn.finally(() => last.get(key) === turn && last.delete(key)).catch(() => undefined);
    return turn;
  };
}

/** The hours in which working hours run: the office's own, or those assumed until it is set up. */
function officeHours(office: OfficeSettings | undefined): readonly OfficeHours[] {
  return office === undefined
    ? DEFAULT_HOURS
    : office.hours.map(({ start, end }) => ({ start: minutes(start), end: minutes(end) }));
}

function minutes(text: string): number {
  const [hour, minute] = text.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
