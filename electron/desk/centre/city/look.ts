import { setImmediate as turnOver } from 'node:timers/promises';
import type { CivilDate } from '../../../contract/base/values.ts';
import { secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { isFault } from '../../../contract/base/fault.ts';
import { type CaseStep, type StepsOf, caseSteps, plainStep } from '../../../domain/centre/city/case-steps.ts';
import { caseKeyOf, headOf, markOf } from '../../../exchange/city/facts.ts';
import type { ToldCase } from '../../../exchange/city/link.ts';
import {
  casesBehind,
  casesTold,
  findCity,
  isCommon,
  lastRowBefore,
  noteCity,
  seeCase,
  unseenCases,
  wantCase,
  wouldBeCommon,
} from '../../../store/centre/city/city.ts';
import type { Db } from '../../../store/file/db.ts';
import { countedEntries, paidInCash, procedures } from '../../../store/books/report/facts.ts';
import type { KeepDecided } from '../../common/office/two-persons.ts';
import type { DeskContext } from '../../core/context.ts';
import { Troubled } from '../hub/ground.ts';

/** What is to be told of cases, worked out from the journal: it is kept nowhere but as what it comes to. */

export type MadeFacts = {
  readonly steps: readonly CaseStep[];
  readonly plain: ToldCase['steps'];
  readonly cash: boolean;
};

/** Made anew for each look: what a list says of a procedure may have come meanwhile. */
/** @param today what is of this day or later is not told yet: a day is told when it is over; left out, all of it */
export function factsMaker(desk: DeskContext, today?: CivilDate): (caseId: number) => MadeFacts {
  const { db } = desk.store;
  const [entries, inCash] = [countedEntries(db), paidInCash(db)];
  const known = fieldsOf(desk);
  const common = findCity(db) === undefined ? wouldBeCommon : isCommon;
  const stepsOf: StepsOf = {
    procedureOf: procedures(db),
    mayName: ({ procedureCode, receivedAt }) => common(db, procedureCode, receivedAt),
    isKnownField: (field) => known.has(field),
  };
  return (caseId) => {
    const told = entries(caseId);
    // What is set aside is in no table and is not asked for; a case that lost its reception is in no figure.
    const all = told[0]?.action.type === 'received' ? caseSteps(told, stepsOf) : [];
    const over = today === undefined ? all : all.filter(({ day }) => day < today);
    const steps = over.some(({ ours }) => ours) ? over : [];
    const cash = steps.length > 0 && inCash(caseId);
    return { steps, plain: steps.map(plainStep), cash };
  };
}

/** Fields that the lists of everybody have; what a counter or a ward typed may be anything. */
function fieldsOf({ catalogue }: DeskContext): ReadonlySet<string> {
  return new Set(
    [...catalogue.procedures, ...catalogue.more.map(({ procedure }) => procedure)].map(({ field }) => field),
  );
}

const nothing = headOf([], false);
/** Cases that are written in one commit. */
const atOnce = 200;
/** What is read of the journal for the names of cases alone. */
const rowsAtOnce = 400;
/** So long others wait for a slice of this, in milliseconds; a case takes less than one. */
const slice = 2;

export type Looking = {
  /** The day that runs: nothing of it is told. */
  readonly today: CivilDate;
  /** No time is left for more; what was done stays done. */
  readonly isOver: () => boolean;
};

/** Made of each case, while others get their turn in between. */
export async function eachInSlices<T, U>(all: readonly T[], make: (one: T) => U): Promise<U[]> {
  const made: U[] = [];
  let since = performance.now();
  for (const one of all) {
    made.push(make(one));
    if (performance.now() - since < slice) continue;
    await turnOver();
    since = performance.now();
  }
  return made;
}

/**
 * Looks at every case, once a day: what another desk told late, or a list that came late, may change what an earlier one comes to. It goes on where the time was over
 * the last time. Whether it has been done since this city was joined.
 */
export async function lookAtAll(desk: DeskContext, { today, isOver }: Looking): Promise<boolean> {
  const { db } = desk.store;
  const kept = findCity(db);
  if (kept === undefined) return false;
  const now = Math.floor(desk.ports.clock.now() / 1000);
  const isFresh = kept.lookedAllAt !== null && now >= kept.lookedAllAt && now - kept.lookedAllAt < 86_400;
  if (isFresh && kept.looking === null) return true;
  if (kept.looking === null) {
    // First that they are there: whether a procedure is common is asked of all of them.
    for (let behind = 0; ;) {
      const cases = casesBehind(db, behind, atOnce);
      if (cases.length === 0) break;
      see(desk, kept.secretKey, cases);
      behind = cases.at(-1) ?? behind;
      await turnOver();
      if (desk.hasEnded()) return false;
    }
    // What is told from here on is looked at besides.
    const looked = lastRowBefore(db, secondsOf(startOfDay(today)));
    keepOwn(desk, (into) => noteCity(into, { looked, looking: 0 }));
  }
  for (let behind = findCity(db)?.looking ?? 0; ;) {
    const cases = casesBehind(db, behind, atOnce);
    if (cases.length === 0) break;
    if (isOver()) return kept.lookedAllAt !== null;
    await want(desk, cases, today);
    behind = cases.at(-1) ?? behind;
    const upTo = behind;
    keepOwn(desk, (into) => noteCity(into, { looking: upTo }));
  }
  keepOwn(desk, (into) => noteCity(into, { looking: null, lookedAllAt: now }));
  return true;
}

/** Looks at every case of which something was told since the last look, of days that are over. Whether that is all of it. */
export async function lookAtNew(desk: DeskContext, { today, isOver }: Looking): Promise<boolean> {
  const { db } = desk.store;
  const kept = findCity(db);
  if (kept === undefined) return false;
  const begins = secondsOf(startOfDay(today));
  for (let { looked } = kept; ;) {
    const { cases, upTo } = casesTold(db, looked, { most: rowsAtOnce, today: begins });
    if (upTo === looked) return true;
    if (isOver()) return false;
    see(desk, kept.secretKey, cases);
    await want(desk, cases, today);
    looked = upTo;
    keepOwn(desk, (into) => noteCity(into, { looked: upTo }));
  }
}

function see(desk: DeskContext, key: Uint8Array, cases: readonly number[]): void {
  const unseen = unseenCases(desk.store.db, cases);
  if (unseen.length === 0) return;
  keepOwn(desk, (db) => {
    for (const one of unseen) seeCase(db, one, caseKeyOf(key, one.uuid), nothing);
  });
}

async function want(desk: DeskContext, cases: readonly number[], today: CivilDate): Promise<void> {
  const make = factsMaker(desk, today);
  const made = await eachInSlices(cases, (caseId) => {
    const { plain, cash } = make(caseId);
    return { caseId, head: headOf(plain, cash) };
  });
  keepOwn(desk, (db) => {
    for (const { caseId, head } of made) wantCase(db, caseId, head, markOf(head));
  });
}

/** Writes what the file keeps for itself; a full disk is thrown. */
export function keepOwn(
  desk: DeskContext,
  change: (db: Db) => void,
  keep: KeepDecided = (what) => desk.store.keep(what),
): void {
  const done = keep(change);
  if (isFault(done)) throw new Troubled(done);
}
