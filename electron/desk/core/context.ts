import type { Incentive, Procedure } from '../../contract/catalogue/lists.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import type { ProcessStep } from '../../contract/routing/process.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import {
  type Catalogue,
  feesInProvince,
  findUnit,
  hoChiMinhCity,
  incentivesInProvince,
} from '../../domain/catalogue/catalogue.ts';
import { type ProcedureIndex, prepareProcedures } from '../../domain/catalogue/procedure-search.ts';
import {
  DEFAULT_HOURS,
  type OfficeHours,
  type WorkCalendar,
  makeCalendar,
} from '../../domain/deadline/work-calendar.ts';
import type { LegDefinition } from '../../domain/entries/case.ts';
import type { Paper } from '../../paper/paper.ts';
import { type TermOverride, findOffice, isPractice, legOverrides, termOverrides } from '../../store/office/settings.ts';
import { processOverrides } from '../../store/routing/process.ts';
import type { Store } from '../../store/store.ts';
import { type Clock, createClock, datedStore } from './clock.ts';
import type { Ports, PrintQueue } from './ports.ts';

/** Everything a handler works with: the store, the lists, the clock, the paper. */
export type DeskContext = {
  readonly ports: Ports;
  readonly store: Store;
  /** The same store without the care for a wrong clock (clock.ts). */
  readonly undated: Store;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly paper: Paper;
  readonly printQueue: PrintQueue;
  /** Milliseconds since 1970, by the desk's clock: the machine's, or the one a practice office was given. */
  now(): number;
  nowCivil(): string;
  practice(): boolean;
  findOffice(): OfficeSettings | undefined;
  /** The office; a call that needs one is refused before its handler while there is none. */
  getOffice(): OfficeSettings;
  calendar(): WorkCalendar;
  procedures(): ProcedureIndex<Procedure>;
  findProcedure(code: string): Procedure | undefined;
  /** The incentives of law that hold in the office's province. */
  incentives(): readonly Incentive[];
  /** The way of a procedure through other agencies, as its supervisor set it or as the list says; none for this office's own. */
  legsOf(code: string): readonly LegDefinition[];
  /** The inner steps a supervisor set for a procedure. */
  findOwnProcess(code: string): readonly ProcessStep[] | undefined;
  /** Runs work on one thing one after another: two windows that send the same request make one paper between them. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** To be called after a change of settings or terms: what was worked out from them is worked out again. */
  forget(): void;
};

type Parts = Pick<DeskContext, 'ports' | 'store' | 'catalogue' | 'paper' | 'printQueue'>;

export function openContext(parts: Parts): DeskContext {
  const { store: undated, ports, catalogue } = parts;
  const clock = createClock(undated, () => ports.clock.now());
  const store = datedStore(undated, clock);
  let known = readKnown();

  function readKnown() {
    const office = findOffice(store.db);
    const overrides = termOverrides(store.db);
    // Before first run nothing is received; the lists are shown as they are in the city they were gathered for.
    const province = findUnit(catalogue, office?.unitCode ?? '')?.provinceCode ?? hoChiMinhCity;
    const procedures = catalogue.procedures.map((procedure) => {
      const override = overrides.get(procedure.code);
      return feesInProvince(override === undefined ? procedure : withOwnTerm(procedure, override), province);
    });
    return {
      office,
      practice: isPractice(store.db),
      calendar: makeCalendar(catalogue.days, officeHours(office)),
      index: prepareProcedures(procedures),
      incentives: incentivesInProvince(catalogue.incentives, province),
      legs: new Map([...catalogue.legs.map(({ code, legs }) => [code, legs] as const), ...legOverrides(store.db)]),
      processes: processOverrides(store.db),
      byCode: new Map(procedures.map((procedure) => [procedure.code, procedure])),
    };
  }

  return {
    ...parts,
    store,
    undated,
    clock,
    now: () => clock.now(),
    nowCivil: () => toCivilTime(clock.now()),
    practice: () => known.practice,
    findOffice: () => known.office,
    getOffice: () => {
      if (known.office === undefined) throw new Error('the office is not set up');
      return known.office;
    },
    calendar: () => known.calendar,
    procedures: () => known.index,
    findProcedure: (code) => known.byCode.get(code),
    incentives: () => known.incentives,
    legsOf: (code) => known.legs.get(code) ?? [],
    findOwnProcess: (code) => known.processes.get(code),
    inTurn: turns(),
    forget: () => {
      known = readKnown();
    },
  };
}

/** What a supervisor sets holds however the file comes in: the list's own terms of online and post go with the one they stood beside. */
function withOwnTerm({ channelTerms: _replaced, ...procedure }: Procedure, own: TermOverride): Procedure {
  return { ...procedure, ...own, termVerified: true };
}

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
export function officeHours(office: OfficeSettings | undefined): readonly OfficeHours[] {
  return office === undefined
    ? DEFAULT_HOURS
    : office.hours.map(({ start, end }) => ({ start: minutes(start), end: minutes(end) }));
}

function minutes(text: string): number {
  const [hour, minute] = text.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
