import type { BundlePlace, CaseAction } from '../entries/case.ts';

export type Bundle = {
  /** How often something was recorded of the papers themselves. */
  readonly moves: number;
  readonly at: BundlePlace;
  readonly since: string;
  /** Since when the file is somewhere else than its papers; null while they are together or nobody waits for them. */
  readonly awaitedSince: string | null;
  readonly missingSince: string | null;
  readonly lost: {
    readonly reason: string;
    readonly unit: string;
    readonly reportedAt: string;
    readonly settledAt: string | null;
  } | null;
};

export function firstBundle(receiver: string, acceptedAt: string): Bundle {
  return {
    moves: 0,
    at: { kind: 'person', username: receiver },
    since: acceptedAt,
    awaitedSince: null,
    missingSince: null,
    lost: null,
  };
}

/** Whether somebody still looks for the papers, or still has to make them good. */
export function isBundleOpen({ missingSince, lost }: Bundle): boolean {
  return missingSince !== null || (lost !== null && lost.settledAt === null);
}

type Moment = { readonly at: string; readonly holder: string | null };

/** What an action does to the papers. `holder` has the file after it. */
export function followBundle(bundle: Bundle, action: CaseAction, { at, holder }: Moment): Bundle {
  const moves = bundle.moves + 1;
  switch (action.type) {
    case 'transferred':
    case 'assigned':
    case 'passed':
    case 'reworked':
    case 'handed-back':
      return { ...bundle, awaitedSince: waits(bundle, holder) ? at : null };
    case 'taken-over':
      return { ...bundle, awaitedSince: waits(bundle, holder) ? (bundle.awaitedSince ?? at) : null };
    case 'bundle-moved':
      return {
        moves,
        at: action.to,
        since: at,
        awaitedSince: stillWaits(bundle, action.to, holder) ? bundle.awaitedSince : null,
        missingSince: null,
        lost: bundle.lost && { ...bundle.lost, settledAt: bundle.lost.settledAt ?? at },
      };
    case 'bundle-missed':
      return { ...bundle, moves, missingSince: bundle.missingSince ?? at };
    case 'bundle-lost': {
      const { reason, unit } = action;
      return {
        ...bundle,
        moves,
        missingSince: null,
        awaitedSince: null,
        lost: { reason, unit, reportedAt: at, settledAt: null },
      };
    }
    case 'bundle-settled':
      return { ...bundle, moves, missingSince: null, lost: bundle.lost && { ...bundle.lost, settledAt: at } };
    case 'finished':
    case 'refused':
    case 'withdrawn':
    case 'reception-undone':
    case 'stopped':
    case 'returned':
    case 'archived':
      return { ...bundle, awaitedSince: null };
    default:
      return bundle;
  }
}

/** Whether who has the file waits for the papers. A division or another agency holds them as a whole. */
function waits({ at, lost }: Bundle, holder: string | null): boolean {
  if (lost !== null && lost.settledAt === null) return false;
  if (at.kind === 'on-the-way') return true;
  return at.kind === 'person' && (holder === null || at.username !== holder);
}

/** While nobody has taken the file any new pair of hands is where it was to go. */
function stillWaits(before: Bundle, to: BundlePlace, holder: string | null): boolean {
  if (to.kind === 'on-the-way') return true;
  if (to.kind !== 'person') return false;
  if (holder !== null) return to.username !== holder;
  return before.at.kind === 'person' && before.at.username === to.username;
}
