import { type Fault, isFault } from '../contract/fault.ts';
import type { BundleRow } from '../contract/routing/bundle.ts';
import { authorOf } from './author.ts';
import { bundleOfCase, bundlesWith, findCaseOfScan } from './bundles.ts';
import type { Session } from './client.ts';
import type { Room } from './room.ts';

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
  room: Room,
  scans: readonly string[],
  settle: boolean,
  session: Session,
): BundleCheck | Fault<'disk-full'> {
  if (!settle) return compare();
  const seen = compare();
  const done = room.store.write(authorOf(session), room.now(), (tx) => {
    const to = { kind: 'person', username: session.username } as const;
    for (const { caseId } of [...seen.elsewhere, ...seen.here.filter(isSought)])
      tx.append({ kind: 'case', caseId }, { type: 'bundle-moved', to });
    for (const { caseId } of seen.missing.filter((row) => !isSought(row)))
      tx.append({ kind: 'case', caseId }, { type: 'bundle-missed' });
    return 'done';
  });
  return isFault(done) ? (done as Fault<'disk-full'>) : { ...seen, settled: true };

  function compare(): BundleCheck {
    const scanned = new Map(scans.map((scan) => [scan, findCaseOfScan(room, scan)]));
    const unknown = [...scanned].filter(([, known]) => known === undefined).map(([scan]) => scan);
    const known = [...scanned.values()].filter((scan) => scan !== undefined);
    const found = new Set(known.map(({ caseId }) => caseId));
    const mine = bundlesWith(room, session.username);
    const ofMine = new Set(mine.map(({ caseId }) => caseId));
    return {
      here: mine.filter(({ caseId }) => found.has(caseId)),
      missing: mine.filter(({ caseId }) => !found.has(caseId)),
      elsewhere: [...found].filter((caseId) => !ofMine.has(caseId)).map((caseId) => bundleOfCase(room, caseId).row),
      unknown,
      relabel: known.flatMap(({ caseId, voidNumber }) =>
        voidNumber === null ? [] : [{ caseId, voidNumber, number: bundleOfCase(room, caseId).row.number }],
      ),
      settled: false,
    };
  }

  function isSought({ caseId }: BundleRow): boolean {
    return bundleOfCase(room, caseId).state.bundle.missingSince !== null;
  }
}
