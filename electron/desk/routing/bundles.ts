import { type Fault, isFault } from '../../contract/base/fault.ts';
import type { BundleRow, MissingBundle } from '../../contract/routing/bundle.ts';
import type { CaseStatus } from '../../contract/base/case-status.ts';
import { parseCaseNumber, printedNumber } from '../../domain/base/numbering.ts';
import type { CaseState } from '../../domain/counter/case/state.ts';
import { isUndone } from '../../domain/counter/case/undone.ts';
import { paperTransferBorder } from '../../domain/deadline/office-clocks.ts';
import type { Whereabouts } from '../../domain/routing/whereabouts.ts';
import { getCaseFile } from '../../store/counter/case/case.ts';
import { findVoidNumber } from '../../store/counter/case/numbers.ts';
import { secondsOf } from '../../domain/base/civil-time.ts';
import {
  type KeptWhereabouts,
  awaitedBundles,
  bundlesAtReception,
  bundlesOf,
  findCaseByNumber,
  findNumberInScan,
  lostBundles,
  missedBundles,
} from '../../store/routing/whereabouts.ts';
import { placeView } from '../counter/case/view.ts';
import { processOfCase } from '../catalogue/process.ts';
import { type Session, authorOf } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';
import { countersOf } from '../core/counter.ts';
import { staffName } from '../core/session/staff-name.ts';
import { getProcedureOf } from '../catalogue/adopted.ts';

/** A case by what a scanner read from its label or its receipt; `voidNumber` where a correction has put another number in its place. */
export function findCaseOfScan(
  desk: DeskContext,
  scan: string,
): { readonly caseId: string; readonly voidNumber: string | null } | undefined {
  const number = findNumberInScan(desk.store.db, scan);
  const caseId = number === undefined ? undefined : findCaseByNumber(desk.store.db, number);
  return number === undefined || caseId === undefined || !isOfDesk(desk, caseId, number)
    ? undefined
    : { caseId, voidNumber: findVoidNumber(desk.store.db, caseId, number) };
}

/** The row of a case shows its official number alone; a desk's own number of the same serial may be another desk's. */
function isOfDesk(desk: DeskContext, caseId: string, scan: string): boolean {
  const asked = parseCaseNumber(scan);
  if (asked?.kind !== 'local') return true;
  const own = parseCaseNumber(getCaseFile(desk.store.db, caseId).state.number.local);
  const same = own?.date === asked.date && own.serial === asked.serial;
  return !same || own.prefix === asked.prefix;
}

/** A bundle as the journal tells it, wherever its case stands. */
export function bundleOfCase(
  desk: DeskContext,
  caseId: string,
): { readonly state: CaseState; readonly row: BundleRow } {
  const { state } = getCaseFile(desk.store.db, caseId);
  const { number, received, status } = state;
  const row = rowOf(desk, state, {
    caseId,
    number: printedNumber(number),
    applicantName: received.applicant.fullName,
    procedureName: getProcedureOf(desk, state).name,
    status,
  });
  return { state, row };
}

type Received = { readonly received: Pick<CaseState['received'], 'procedureCode'> };
type Facts = Pick<KeptWhereabouts, 'caseId' | 'number' | 'applicantName' | 'procedureName'> & {
  readonly status: CaseStatus;
};

function rowOf(desk: DeskContext, where: Whereabouts & Received, facts: Facts): BundleRow {
  const { holder, stage, bundle } = where;
  const { caseId, number, applicantName, procedureName, status } = facts;
  const process = stage === null ? undefined : processOfCase(desk, where);
  return {
    caseId,
    number,
    applicantName,
    procedureName,
    status,
    place: placeView(desk, bundle.at),
    since: bundle.since,
    holderName: holder === null ? null : staffName(desk, holder),
    stepName: process?.steps[stage?.index ?? 0]?.name ?? null,
    ...countersOf(desk)('case', caseId),
  };
}

/** A row of a list, from the projection alone. */
function keptRow(desk: DeskContext, kept: KeptWhereabouts): BundleRow {
  return rowOf(desk, { ...kept.where, received: { procedureCode: kept.procedureCode } }, kept);
}

const mostOnADesk = 500;

/** What lies with a person by the record: what they took, and what they received and nobody has carried on. */
function bundlesWith(desk: DeskContext, username: string): BundleRow[] {
  const { db } = desk.store;
  const taken = bundlesOf(db, username, mostOnADesk).map((kept) => keptRow(desk, kept));
  const received = bundlesAtReception(db, username, mostOnADesk).map((caseId) => bundleOfCase(desk, caseId).row);
  return [...received, ...taken];
}

/** Papers to look for: given up first, then missed at a stock-taking, then late (Điều 18). */
export function missingBundles(desk: DeskContext, limit: number): MissingBundle[] {
  const { db } = desk.store;
  const border = paperTransferBorder(desk.nowCivil(), desk.calendar());
  const late = border === null ? [] : awaitedBundles(db, secondsOf(border), limit);
  const all = [
    ...lostBundles(db, limit).map((kept) => missing(kept, 'lost', kept.where.bundle.lost?.reportedAt)),
    ...missedBundles(db, limit).map((kept) => missing(kept, 'missed', kept.where.bundle.missingSince)),
    ...late.map((kept) => missing(kept, 'late', kept.where.bundle.awaitedSince)),
  ];
  return all.slice(0, limit);

  function missing(kept: KeptWhereabouts, kind: MissingBundle['kind'], from: string | null | undefined): MissingBundle {
    const lost = kind === 'lost' ? kept.where.bundle.lost : null;
    return {
      ...keptRow(desk, kept),
      kind,
      from: from ?? kept.acceptedAt,
      reason: lost?.reason ?? null,
      unit: lost?.unit ?? null,
    };
  }
}

export type BundleCheck = {
  readonly here: BundleRow[];
  readonly elsewhere: BundleRow[];
  readonly missing: BundleRow[];
  readonly unknown: string[];
  readonly relabel: { readonly caseId: string; readonly voidNumber: string; readonly number: string }[];
  readonly settled: boolean;
};

/**
 * What lies on somebody's desk against what should by the record. Settling writes down what was seen: what is here is theirs from now
 * on, and what is not is looked for until somebody scans it.
 */
export function checkBundles(
  desk: DeskContext,
  scans: readonly string[],
  settle: boolean,
  session: Session,
): BundleCheck | Fault<'disk-full'> {
  if (!settle) return compare();
  const seen = compare();
  const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
    const to = { kind: 'person', username: session.username } as const;
    for (const { caseId } of [...seen.elsewhere, ...seen.here.filter(isSought)])
      tx.append({ kind: 'case', caseId }, { type: 'bundle-moved', to });
    for (const { caseId } of seen.missing.filter((row) => !isSought(row)))
      tx.append({ kind: 'case', caseId }, { type: 'bundle-missed' });
    return 'done';
  });
  return isFault(done) ? done : { ...seen, settled: true };

  function compare(): BundleCheck {
    const scanned = new Map(scans.map((scan) => [scan, findReceived(scan)]));
    const unknown = [...scanned].filter(([, known]) => known === undefined).map(([scan]) => scan);
    const known = [...scanned.values()].filter((scan) => scan !== undefined);
    const found = new Set(known.map(({ caseId }) => caseId));
    const mine = bundlesWith(desk, session.username);
    const ofMine = new Set(mine.map(({ caseId }) => caseId));
    return {
      here: mine.filter(({ caseId }) => found.has(caseId)),
      missing: mine.filter(({ caseId }) => !found.has(caseId)),
      elsewhere: [...found].filter((caseId) => !ofMine.has(caseId)).map((caseId) => bundleOfCase(desk, caseId).row),
      unknown,
      relabel: known.flatMap(({ caseId, voidNumber }) =>
        voidNumber === null ? [] : [{ caseId, voidNumber, number: bundleOfCase(desk, caseId).row.number }],
      ),
      settled: false,
    };
  }

  /** A label of a reception that was taken back is of no file. */
  function findReceived(scan: string): ReturnType<typeof findCaseOfScan> {
    const found = findCaseOfScan(desk, scan);
    return found === undefined || isUndone(bundleOfCase(desk, found.caseId).state) ? undefined : found;
  }

  function isSought({ caseId }: BundleRow): boolean {
    return bundleOfCase(desk, caseId).state.bundle.missingSince !== null;
  }
}
