import { setImmediate as turnOver } from 'node:timers/promises';
import type { CivilDate } from '../../contract/base/values.ts';
import { secondsOf, startOfDay } from '../../domain/base/civil-time.ts';
import { isFault } from '../../contract/base/fault.ts';
import { type CaseStep, type StepsOf, caseSteps, plainStep } from '../../domain/city/case-steps.ts';
import { caseKeyOf, headOf, markOf } from '../../exchange/city/facts.ts';
import type { ToldCase } from '../../exchange/city/link.ts';
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
} from '../../store/city/city.ts';
import type { Db } from '../../store/file/db.ts';
import { countedEntries, paidInCash, procedures } from '../../store/report/facts.ts';
import type { DeskContext } from '../core/context.ts';
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
/** So many rows of the journal, or cases, between two turns of others. */
const atOnce = 40;
/** What is read of the journal for the names of cases alone. */
const rowsAtOnce = 400;

/**
 * Looks at every case of which something was told since the last look, and at all of them once a day: what another desk told late, or a list that came late, may
 * change what an earlier one comes to.
 */
export async function lookAtCases(desk: DeskContext, today: CivilDate): Promise<void> {
  const { db } = desk.store;
  const kept = findCity(db);
  if (kept === undefined) return;
  const now = Math.floor(desk.ports.clock.now() / 1000);
  const begins = secondsOf(startOfDay(today));
  if (kept.lookedAllAt === null || now - kept.lookedAllAt >= 86_400 || now < kept.lookedAllAt) {
    const newest = lastRowBefore(db, begins);
    await lookAtAll(desk, kept.secretKey, today);
    keepOwn(desk, (into) => noteCity(into, { looked: newest, lookedAllAt: now }));
  }
  let { looked } = findCity(db) ?? kept;
  for (;;) {
    const { cases, upTo } = casesTold(db, looked, { most: rowsAtOnce, today: begins });
    if (upTo === looked) return;
    await lookAt(desk, kept.secretKey, cases, today);
    looked = upTo;
    keepOwn(desk, (into) => noteCity(into, { looked: upTo }));
  }
}

async function lookAtAll(desk: DeskContext, key: Uint8Array, today: CivilDate): Promise<void> {
  const { db } = desk.store;
  // First that they are there, then what is told of each: whether a procedure is common is asked of all of them.
  for (const look of [see, want])
    for (let behind = 0; ;) {
      const cases = casesBehind(db, behind, atOnce);
      if (cases.length === 0) break;
      look(desk, key, cases, today);
      behind = cases.at(-1) ?? behind;
      await turnOver();
      if (desk.hasEnded()) return;
    }
}

async function lookAt(desk: DeskContext, key: Uint8Array, cases: readonly number[], today: CivilDate): Promise<void> {
  for (const look of [see, want])
    for (let at = 0; at < cases.length && !desk.hasEnded(); at += atOnce) {
      look(desk, key, cases.slice(at, at + atOnce), today);
      await turnOver();
    }
}

function see(desk: DeskContext, key: Uint8Array, cases: readonly number[]): void {
  const unseen = unseenCases(desk.store.db, cases);
  if (unseen.length === 0) return;
  keepOwn(desk, (db) => {
    for (const one of unseen) seeCase(db, one, caseKeyOf(key, one.uuid), nothing);
  });
}

function want(desk: DeskContext, _: Uint8Array, cases: readonly number[], today: CivilDate): void {
  const make = factsMaker(desk, today);
  const made = cases.map((caseId) => ({ caseId, ...make(caseId) }));
  keepOwn(desk, (db) => {
    for (const { caseId, plain, cash } of made) {
      const head = headOf(plain, cash);
      wantCase(db, caseId, head, markOf(head));
    }
  });
}

/** Writes what the file keeps for itself; a full disk is thrown. */
export function keepOwn(desk: DeskContext, change: (db: Db) => void): void {
  const done = desk.store.keep(change);
  if (isFault(done)) throw new Troubled(done);
}
