import type { Decided } from '../entries/decided.ts';
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
  /** Which of the two is folded however somebody decides: money that was taken was taken. */
  readonly kept?: 'earlier' | 'later';
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
  /** The entry that decided it, and `against` is what stands; left out where nobody has. */
  readonly decided?: EntryName;
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

/** What an entry decides, where it is one that does. */
function decidedIn(entry: Named): Decided | undefined {
  const { action } = entry as { readonly action?: { readonly type: string } };
  return action?.type === 'decided' ? (action as Decided) : undefined;
}

type Decision<T> = { readonly by: T; readonly place: number; readonly stands: T; readonly against: T };

/** What was decided of each pair, last in the one order; and what is told of decisions themselves. */
function decisionsOf<T extends Named>(entries: readonly T[]) {
  const byName = new Map(entries.map((entry, place) => [entryName(entry), { entry, place }]));
  const ofPair = new Map<string, Decision<T>>();
  const told: Contradiction[] = [];
  for (const [place, by] of entries.entries()) {
    const said = decidedIn(by);
    if (said === undefined) continue;
    const [stands, against] = [byName.get(said.stands), byName.get(said.against)];
    const isSeen = [stands, against].every((one) => one !== undefined && one.place < place && !areApart(one.entry, by));
    if (stands === undefined || against === undefined || !isSeen || !areApart(stands.entry, against.entry)) {
      told.push(unfit(by));
      continue;
    }
    const pair = pairOf(stands.entry, against.entry);
    const before = ofPair.get(pair);
    // Decided twice by two who had not seen each other: the later stands, and the other is told.
    if (before !== undefined && areApart(before.by, by)) {
      const why = before.stands === stands.entry ? 'same' : 'overtaken';
      told.push({ entry: entryName(before.by), against: entryName(by), why, aside: false });
    }
    ofPair.set(pair, { by, place, stands: stands.entry, against: against.entry });
  }
  return { ofPair, told };
}

function pairOf(one: Named, other: Named): string {
  return [entryName(one), entryName(other)].toSorted().join(' ');
}

/**
 * Judges all pairs that are apart. What somebody decided who had seen both of a pair goes before all rules, and the last of such decisions before those
 * before it; what was decided to stand gives way to nothing that nobody decided about. What its desk built on the one that was decided against goes with it.
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
  const { ofPair, told } = decisionsOf(entries);
  const found = entries
    .flatMap((later, at) => entries.slice(0, at).map((earlier) => ({ earlier, later })))
    .filter(({ earlier, later }) => areApart(earlier, later))
    .flatMap(({ earlier, later }) => {
      const verdict = verdictOf(earlier, later);
      if (verdict === null) return [];
      const decision = verdict.why === 'conflict' ? ofPair.get(pairOf(earlier, later)) : undefined;
      return [
        { earlier, later, verdict, decision, turn: decision === undefined ? verdict.first : -1 - decision.place },
      ];
    })
    .toSorted((one, other) => one.turn - other.turn);
  const aside = new Set<T>();
  const done: Decision<T>[] = [];
  /** What was said twice, by the one that stands for both. */
  const twins = new Map<T, T[]>();
  const contradictions: Contradiction[] = [...told];
  for (const { earlier, later, verdict, decision } of found) {
    if (aside.has(earlier) || aside.has(later)) continue;
    const { why } = verdict;
    if (decision !== undefined) {
      const { by, stands, against } = decision;
      const kept = verdict.kept === undefined ? undefined : { earlier, later }[verdict.kept];
      const isAside = verdict.aside !== 'neither' && kept !== against;
      if (isAside) aside.add(against);
      done.push(decision);
      const names = { entry: entryName(against), against: entryName(stands) };
      contradictions.push({ ...names, why, aside: isAside, decided: entryName(by) });
      continue;
    }
    if (why === 'same') twins.set(earlier, [...(twins.get(earlier) ?? []), later]);
    const firm = why === 'conflict' && verdict.kept === undefined ? firmOf(done, earlier, later) : undefined;
    const isEarlier = firm === undefined ? verdict.aside === 'earlier' : firm === later;
    const [entry, against] = isEarlier ? [earlier, later] : [later, earlier];
    if (verdict.aside !== 'neither') aside.add(entry);
    // What is overtaken is the earlier one.
    const [said, by] = why === 'overtaken' ? [earlier, later] : [entry, against];
    const built = why === 'conflict' ? done.find((one) => isBuiltOn(one, entry, against)) : undefined;
    contradictions.push({
      entry: entryName(said),
      against: entryName(by),
      why,
      aside: verdict.aside !== 'neither',
      ...(built === undefined ? {} : { decided: entryName(built.by) }),
    });
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

/** Which of two somebody decided to let stand against something else; undefined where that is so of both or of neither. */
function firmOf<T>(done: readonly Decision<T>[], earlier: T, later: T): T | undefined {
  const [one, other] = [earlier, later].map((entry) => done.some(({ stands }) => stands === entry));
  if (one === other) return undefined;
  return one === true ? earlier : later;
}

/** Whether an entry was told by the same desk behind what was decided against, and whoever decided had seen it. */
function isBuiltOn<T extends Named>({ by, stands, against }: Decision<T>, entry: T, standing: T): boolean {
  const isBehind = entry.desk === against.desk && entry.deskSeq > against.deskSeq;
  return stands === standing && isBehind && !areApart(entry, by);
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
