import { type EntryName, type Named, entryName } from '../entries/reference.ts';

/**
 * What two entries of one subject come to when neither desk had seen the other's (ADR 21). Whatever one desk tells, and whatever
 * somebody tells who has seen what was there, is judged when it is done and never here: only entries that are apart are.
 */
export type Verdict = {
  readonly why: 'same' | 'overtaken' | 'rule' | 'conflict';
  /** Which of the two is not folded: the one that is later in the order, the earlier, or neither. */
  readonly aside: 'earlier' | 'later' | 'neither';
  /** 0 is asked of all pairs before 1, and so on: what is aside decides about nothing any more. */
  readonly first: 0 | 1 | 2;
};

/** The two do not touch each other. */
export const commute = null;
/** They say the same: it is one. */
export const same: Verdict = { why: 'same', aside: 'later', first: 1 };
/** Both are told and folded, and what the later says stands. */
export const overtaken: Verdict = { why: 'overtaken', aside: 'neither', first: 2 };
/** Somebody decides; until then the earlier stands. */
export const conflict: Verdict = { why: 'conflict', aside: 'later', first: 1 };
/** Somebody decides; both happened and are folded: money in two drawers is in two drawers. */
export const bothHappened: Verdict = { why: 'conflict', aside: 'neither', first: 0 };

/** An entry that is told with the state and not folded into it, or that another one went over. */
export type Contradiction = {
  readonly entry: EntryName;
  /** What it does not go with; null where it fits nothing that is there. */
  readonly against: EntryName | null;
  readonly why: Verdict['why'] | 'unfit';
  readonly aside: boolean;
};

export type Judged<T> = {
  /** What is folded, in this order. */
  readonly stand: readonly T[];
  readonly contradictions: readonly Contradiction[];
};

/**
 * Says of each entry which others it is apart from.
 * @param hasSeen whether the desk of the first had seen the second when it told the first
 */
export function markApart<T extends Named>(
  entries: readonly T[],
  hasSeen: (entry: T, other: T) => boolean,
): readonly T[] {
  if (entries.every(({ desk }) => desk === entries[0]?.desk)) return entries;
  return entries.map((entry) => {
    const apart = entries.filter(
      (other) => other.desk !== entry.desk && !hasSeen(entry, other) && !hasSeen(other, entry),
    );
    return apart.length === 0 ? entry : { ...entry, apart: apart.map(entryName) };
  });
}

export function areApart(one: Named, other: Named): boolean {
  return isNamedApart(one, other) || isNamedApart(other, one);
}

function isNamedApart({ apart }: Named, other: Named): boolean {
  if (apart === undefined) return false;
  // Looking through a list of hundreds for each pair took longer than all else.
  const known = namedApart.get(apart) ?? new Set(apart);
  namedApart.set(apart, known);
  return known.has(entryName(other));
}

const namedApart = new WeakMap<readonly EntryName[], ReadonlySet<EntryName>>();

export function unfit(entry: Named): Contradiction {
  return { entry: entryName(entry), against: null, why: 'unfit', aside: true };
}

/**
 * Judges all pairs that are apart.
 * @param entries in their one order: causes before what follows, the same at every desk
 * @param verdictOf null where the two do not touch each other
 * @param rankOf of entries that are apart and do not touch each other the lower rank is folded first, so that nothing hangs on whose clock is fast
 */
export function judge<T extends Named>(
  entries: readonly T[],
  verdictOf: (earlier: T, later: T) => Verdict | null,
  rankOf: (entry: T) => number = () => 0,
): Judged<T> {
  // On an island nothing is ever looked at twice.
  if (entries.every(({ apart }) => apart === undefined)) return { stand: entries, contradictions: [] };
  const found = entries
    .flatMap((later, at) => entries.slice(0, at).map((earlier) => ({ earlier, later })))
    .filter(({ earlier, later }) => areApart(earlier, later))
    .flatMap(({ earlier, later }) => {
      const verdict = verdictOf(earlier, later);
      return verdict === null ? [] : [{ earlier, later, verdict }];
    })
    .toSorted((one, other) => one.verdict.first - other.verdict.first);
  const aside = new Set<T>();
  /** What was said twice, by the one that stands for both. */
  const twins = new Map<T, T[]>();
  const contradictions: Contradiction[] = [];
  for (const { earlier, later, verdict } of found) {
    if (aside.has(earlier) || aside.has(later)) continue;
    const { why } = verdict;
    if (why === 'same') twins.set(earlier, [...(twins.get(earlier) ?? []), later]);
    const [entry, against] = verdict.aside === 'earlier' ? [earlier, later] : [later, earlier];
    if (verdict.aside !== 'neither') aside.add(entry);
    // What is overtaken is the earlier one.
    const [told, by] = why === 'overtaken' ? [earlier, later] : [entry, against];
    contradictions.push({ entry: entryName(told), against: entryName(by), why, aside: verdict.aside !== 'neither' });
  }
  return {
    stand: inRank(
      entries.filter((entry) => !aside.has(entry)),
      twins,
      rankOf,
    ),
    contradictions,
  };
}

/** Causes first, and among what is apart the lowest rank. Whoever had seen one of two that are one comes after it. */
function inRank<T extends Named>(
  entries: readonly T[],
  twins: ReadonlyMap<T, readonly T[]>,
  rankOf: (entry: T) => number,
): T[] {
  const left = [...entries];
  const ranked: T[] = [];
  const isApart = (before: T, entry: T): boolean =>
    areApart(before, entry) && (twins.get(before) ?? []).every((twin) => areApart(twin, entry));
  while (left.length > 0) {
    const free = left.filter((entry, at) => left.slice(0, at).every((before) => isApart(before, entry)));
    const next = free.reduce((best, entry) => (rankOf(entry) < rankOf(best) ? entry : best));
    left.splice(left.indexOf(next), 1);
    ranked.push(next);
  }
  return ranked;
}
