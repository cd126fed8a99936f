import { secondsOf } from '../../base/civil-time.ts';
import type { ReportProcedure } from '../../../contract/books/report/procedures.ts';
import type { CaseFact } from './case-fact.ts';
import type { Offered } from './offered.ts';

/** What the index (QĐ 766) counts procedures of (3.1, 3.2, 3.4, 3.5), procedure by procedure, and how long the files of each took (2.2). */

/** What came of a procedure: files, of them online; of those that cost something, or may, how many, and how many were paid in cash; results, and how long they took. */
export type ProcedureCounts = {
  readonly code: string;
  readonly name: string;
  files: number;
  online: number;
  owing: number;
  inCash: number;
  ended: number;
  /** Seconds of the clock in all. */
  took: number;
};

type Counted = { readonly fact: CaseFact; readonly inCash: boolean };

export function countedOf(
  map: Map<string, ProcedureCounts>,
  { code, name }: { readonly code: string; readonly name: string },
): ProcedureCounts {
  const found = map.get(code) ?? { code, name, files: 0, online: 0, owing: 0, inCash: 0, ended: 0, took: 0 };
  map.set(code, found);
  return found;
}

export function countProcedure(counts: ProcedureCounts, file: Counted): void {
  const { fact, inCash } = file;
  const mayOwe = fact.owes !== false;
  counts.files += 1;
  counts.online += Number(fact.channel === 'online');
  counts.owing += Number(mayOwe);
  counts.inCash += Number(mayOwe && inCash);
  const took = tookOf(fact);
  if (took === null) return;
  counts.ended += 1;
  counts.took += took;
}

/** From reception to the result or the refusal, in seconds of the clock, without the time in which papers were awaited (2.2); null where there is none. */
export function tookOf({ receivedAt, end, asked }: Pick<CaseFact, 'receivedAt' | 'end' | 'asked'>): number | null {
  if (end === null || (end.how !== 'finished' && end.how !== 'refused')) return null;
  const waited = asked.reduce(
    (sum, { from, to }) => sum + (to === null || from >= end.at ? 0 : secondsOf(to) - secondsOf(from)),
    0,
  );
  return Math.max(0, secondsOf(end.at) - secondsOf(receivedAt) - waited);
}

const procedureColumns = ['2.2', '3.1', '3.2', '3.4', '3.5'] as const;
export type ProcedureColumn = (typeof procedureColumns)[number];

export function isOfProcedures(column: string): column is ProcedureColumn {
  return procedureColumns.some((one) => one === column);
}

/** Whether a file stands behind its procedure in such a list: of 2.2 those that took their time, of 3.1 and 3.2 those that did not come online, of 3.4 and 3.5 those with a fee. */
export function isBehindProcedure(column: ProcedureColumn, { fact }: Counted): boolean {
  if (column === '2.2') return tookOf(fact) !== null;
  return column === '3.1' || column === '3.2' ? fact.channel !== 'online' : fact.owes !== false;
}

type Standing = { readonly offered: Offered; readonly counts: ProcedureCounts | undefined };
type State = ReportProcedure['state'];

/** Whether a procedure is lost for an indicator; undefined where it stands in no such list. */
function stateOf(column: Exclude<ProcedureColumn, '2.2'>, { offered, counts }: Standing): State | undefined {
  const { onlineLevel, hasFee } = offered;
  const came = (counts?.online ?? 0) > 0;
  if (column === '3.1' || column === '3.2') {
    if (came) return undefined;
    if (onlineLevel === null) return 'unknown';
    return (onlineLevel === 'none') === (column === '3.1') ? 'lost' : undefined;
  }
  if (hasFee === false) return undefined;
  // What can be paid online the portal alone knows; what was paid in cash, every file of it, was not paid there.
  const allInCash = counts !== undefined && counts.owing > 0 && counts.inCash === counts.owing;
  return column === '3.5' && hasFee === true && allInCash ? 'lost' : 'unknown';
}

const behindOf = {
  '2.2': ({ ended }) => ended,
  '3.1': ({ files, online }) => files - online,
  '3.2': ({ files, online }) => files - online,
  '3.4': ({ owing }) => owing,
  '3.5': ({ owing }) => owing,
} as const satisfies Readonly<Record<ProcedureColumn, (counts: ProcedureCounts) => number>>;

const order: Readonly<Record<State, number>> = { lost: 0, unknown: 1, told: 2 };

/**
 * Procedures behind an indicator: what lost it first, then what nobody knows, each in the order of its files, the most first. Of 2.2 every procedure with a result, the
 * one that took longest first.
 * @param nameOf what a procedure is called of which no file came
 */
export function proceduresBehind(
  column: ProcedureColumn,
  { counted, offered }: { readonly counted: readonly ProcedureCounts[]; readonly offered: readonly Offered[] },
  nameOf: (code: string) => string,
): ReportProcedure[] {
  const byCode = new Map(counted.map((one) => [one.code, one]));
  const line = (code: string, state: State): ReportProcedure => {
    const counts = byCode.get(code);
    return {
      code,
      name: counts?.name ?? nameOf(code),
      state,
      files: counts === undefined ? 0 : behindOf[column](counts),
      received: counts?.files ?? 0,
      online: counts?.online ?? 0,
      hours: counts === undefined || counts.ended === 0 ? null : Math.round(counts.took / counts.ended / 360) / 10,
    };
  };
  if (column === '2.2')
    return counted
      .filter(({ ended }) => ended > 0)
      .map(({ code }) => line(code, 'told'))
      .toSorted((a, b) => (b.hours ?? 0) - (a.hours ?? 0) || (a.code < b.code ? -1 : 1));
  return offered
    .flatMap((one) => {
      const state = stateOf(column, { offered: one, counts: byCode.get(one.code) });
      return state === undefined ? [] : [line(one.code, state)];
    })
    .toSorted((a, b) => order[a.state] - order[b.state] || b.files - a.files || (a.code < b.code ? -1 : 1));
}

/** How many procedures lost an indicator, or may have. */
export function lostProcedures(column: ProcedureColumn, of: Parameters<typeof proceduresBehind>[1]) {
  const list = proceduresBehind(column, of, (code) => code);
  return {
    lost: list.filter(({ state }) => state === 'lost').length,
    unknown: list.filter(({ state }) => state === 'unknown').length,
  };
}
