import { type Fault, fault, isFault } from '../../contract/base/fault.ts';
import { msPerDay, toCivilTime } from '../../domain/base/civil-time.ts';
import { type ClockTrust, judgeClock } from '../../domain/base/logical-clock.ts';
import { lastEntryAt } from '../../store/journal/journal.ts';
import type { Author } from '../../store/journal/make-entry.ts';
import { lastPasswordAt } from '../../store/common/office/accounts.ts';
import { clockConfirmedAt } from '../../store/common/office/settings.ts';
import type { Store } from '../../store/store.ts';
import type { MachineClock } from './ports.ts';

/** The desk's clock: what the machine says, and whether a receipt may be dated by it. */
export type Clock = {
  /** Milliseconds since 1970, by the machine or by the clock a practice office was given. */
  now(): number;
  trust(): ClockTrust;
  /** To be called when a window asks anything: a person reads its dates from then on. */
  seenByWindow(): void;
  /** When the newest entry was written, which the clock is judged by; null in an empty journal. */
  lastEntryAt(): number | null;
  /** What may be dated at all is dated by this: the clock, or, while nobody knows whether it is right, the entry before. */
  dated(): number;
  /** When a person last said that the clock is right; null where nobody had to. */
  confirmedAt(): number | null;
  /** To be called when a person has confirmed the clock. */
  confirmed(): void;
  /** What the centre's hub says of the time, where that is further off than anybody would wait for; null where they agree, or a person has looked. */
  heard(doubt: ClockDoubt | null): void;
  /** The time by the hub where that alone is why the clock is doubted; null where it is not. */
  hubAt(): number | null;
  /** Stands still at `now`, or goes on from there; null gives it back to the machine. */
  set(now: number | null, then?: 'stands' | 'runs'): void;
};

/** Another clock that says otherwise. */
export type ClockDoubt = {
  /** By how many milliseconds it is ahead of this machine. */
  readonly ahead: number;
  /** What the clock said when the machine was started, as it was when the other clock was heard, in this run of the machine (`MachineRun`); now where it is not said. */
  readonly begun?: number | undefined;
  /** A person read the time off a wall, and it is this machine's: kept for as long as the difference stays what it is. */
  readonly confirm: () => void;
};

/** From such a difference on a clock is in doubt, in milliseconds. */
export const doubtedClock = 10 * 60_000;

/** Of which run of the machine a moment is: what its clock said when it was started, in milliseconds, and the run's name. */
export type MachineRun = { readonly begun: number; readonly boot: string };

/** Undefined where the machine does not say how long it ran, or since which of its starts. */
export function machineRun({ now, ran, boot }: MachineClock): MachineRun | undefined {
  const name = boot?.();
  return ran === undefined || name === undefined ? undefined : { begun: now() - ran(), boot: name };
}

export function createClock(store: Store, { now: machine, ran }: MachineClock): Clock {
  let shown: (() => number) | null = null;
  let confirmedAt = clockConfirmedAt(store.db);
  let by: 'window' | 'program' = 'program';
  let heard: ClockDoubt | null = null;
  /** What the clock said when the machine was started, as it was when the other clock was heard: set forward or back, the clock says another. */
  let begunBy = 0;

  function last(): number | null {
    return lastEntryAt(store.newestEntry(), confirmedAt);
  }

  /** A practice office begins weeks before the day it is made on: that day, on which its people were given their passwords, is no leap. */
  function lastAt(moment: number): number | null {
    const [entry, made] = [last(), lastPasswordAt(store.db)];
    if (entry === null || made === null || made > moment + msPerDay) return entry;
    return Math.max(entry, Math.min(made, moment));
  }

  const now = (): number => (shown ?? machine)();
  /** By what stands in this register alone. */
  function ownTrust(): ClockTrust {
    // A clock that a person set in a practice office is believed: that is what it was set for.
    if (shown !== null) return 'good';
    const moment = machine();
    const own = judgeClock(moment, last(), by);
    // Passwords make no good clock bad, and they are not asked for at each reception.
    return own === 'good' ? own : judgeClock(moment, lastAt(moment), by);
  }

  const begun = (): number => (ran === undefined ? 0 : machine() - ran());

  /** By how much the other clock is ahead now, also where this one was set since; null where that is no doubt. Ran on evenly, as the machine knows, it would say what its own would. */
  function doubtedBy(): number | null {
    if (heard === null || shown !== null) return null;
    const ahead = heard.ahead - (begun() - begunBy);
    return Math.abs(ahead) < doubtedClock ? null : ahead;
  }

  function trust(): ClockTrust {
    const judged = ownTrust();
    const ahead = doubtedBy();
    if (judged !== 'good' || ahead === null) return judged;
    return ahead > 0 ? 'back' : 'ahead';
  }

  return {
    now,
    trust,
    seenByWindow: () => {
      by = 'window';
    },
    dated: () => (trust() === 'good' ? now() : (last() ?? now())),
    confirmedAt: () => confirmedAt,
    lastEntryAt: last,
    confirmed: () => {
      confirmedAt = clockConfirmedAt(store.db);
      heard?.confirm();
      heard = null;
    },
    heard: (doubt) => {
      heard = doubt;
      begunBy = doubt?.begun ?? begun();
    },
    hubAt: () => {
      const ahead = doubtedBy();
      return ahead === null || ownTrust() !== 'good' ? null : machine() + ahead;
    },
    set: (at, then = 'stands') => {
      const ahead = at === null ? 0 : at - machine();
      shown = at === null ? null : then === 'runs' ? () => machine() + ahead : () => at;
    },
  };
}

/**
 * The store as it is written to by a clock that may be wrong: what has to be noted meanwhile (a sign-in, a settled print) keeps the time
 * of the entry before it, so that one evening in a wrong year neither makes that year believed nor blocks the right one.
 */
export function datedStore(store: Store, clock: Clock): Store {
  function write<T>(author: Author, now: number, change: Parameters<typeof store.write<T>>[2]): T | Fault<'disk-full'> {
    return store.write(author, clock.trust() === 'good' ? now : (clock.lastEntryAt() ?? now), change);
  }
  return { ...store, write };
}

/** The clock as a fault when it cannot date a receipt. */
export function clockFault({ clock }: { readonly clock: Clock }): Fault<'clock-untrusted'> | null {
  if (clock.trust() === 'good') return null;
  const hubAt = clock.hubAt();
  const lastEntryAt = toCivilTime(clock.lastEntryAt() ?? 0);
  const other = hubAt === null ? { ...ofLastEntry, otherAt: lastEntryAt } : { ...ofHub, otherAt: toCivilTime(hubAt) };
  return fault('clock-untrusted', { now: toCivilTime(clock.now()), lastEntryAt, ...other });
}

/** Whose clock says otherwise, in the sentence of that fault. */
const ofLastEntry = {
  otherVi: 'của việc đã ghi gần nhất',
  otherEn: 'the last recorded entry is of',
  thenVi: '',
  thenEn: '',
};
const ofHub = {
  otherVi: 'của máy chủ trung tâm',
  otherEn: 'the centre’s hub says',
  thenVi: ', chỉ một lần, rồi báo CNTT chỉnh giờ máy chủ',
  thenEn: ', once, and tell IT that the hub’s clock is wrong',
};

type Confirmation = { readonly date: string; readonly reason: string };

/** Believes the clock again because a person read the same date off a wall; the one entry that an untrusted clock may date. */
export function confirmClock(
  { clock, undated }: { readonly clock: Clock; readonly undated: Store },
  { date, reason }: Confirmation,
  author: Author,
): 'confirmed' | Fault<'clock-trusted' | 'clock-differs' | 'disk-full'> {
  if (clock.trust() === 'good') return fault('clock-trusted', {});
  const at = toCivilTime(clock.now());
  if (at.slice(0, 10) !== date) return fault('clock-differs', { machine: at.slice(0, 10), date });
  const done = undated.write(author, clock.now(), (tx) =>
    tx.append({ kind: 'office' }, { type: 'clock-confirmed', at, reason }),
  );
  if (isFault(done)) return done;
  clock.confirmed();
  return 'confirmed';
}
