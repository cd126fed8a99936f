/** Which acts and screens somebody uses, so that the palette has them first. Names of keys and screens alone: nothing of a citizen, no text, no hour. */

export type UsedActs = {
  /** How many times anything was used. */
  readonly times: number;
  readonly acts: Readonly<Record<string, { readonly weight: number; readonly at: number }>>;
};

export const nothingUsed: UsedActs = { times: 0, acts: {} };

/** After so many uses of other things a use counts half. */
const halfAfter = 25;
/** More than these nobody has at hand; the least used goes. */
export const mostActs = 60;

/** How much an act is used: each use counts one, and less the longer ago. 0 for what never was. */
export function usageOf({ times, acts }: UsedActs, act: string): number {
  const used = acts[act];
  return used === undefined ? 0 : used.weight * 0.5 ** ((times - used.at) / halfAfter);
}

export function usedOnce(used: UsedActs, act: string): UsedActs {
  const times = used.times + 1;
  const weight = usageOf({ ...used, times }, act) + 1;
  const next: UsedActs = { times, acts: { ...used.acts, [act]: { weight, at: times } } };
  const kept = Object.entries(next.acts)
    .toSorted(([a], [b]) => usageOf(next, b) - usageOf(next, a))
    .slice(0, mostActs);
  return { times, acts: Object.fromEntries(kept) };
}

/** Done by a key too many they would change the register: they keep their place, however often they are used. */
const neverFirst = new Set(['Ctrl+Enter', 'Alt+8']);

type Keyed = { readonly keys: string; readonly everywhere?: boolean };

/** What an act is known by: the key of a screen, or of the frame. */
export function nameOfAct({ keys, everywhere }: Keyed, screen: string): string {
  return everywhere === true ? keys : `${screen} ${keys}`;
}

/** How far in front an act stands; 0 for what keeps its place. */
export function weightOf(act: Keyed, used: UsedActs, screen: string): number {
  return neverFirst.has(act.keys) ? 0 : usageOf(used, nameOfAct(act, screen));
}

/** What is most and latest used first; the rest as it stood. */
export function mostUsedFirst<Act extends Keyed>(acts: readonly Act[], used: UsedActs, screen: string): readonly Act[] {
  return acts.toSorted((a, b) => weightOf(b, used, screen) - weightOf(a, used, screen));
}

/** Opens the palette itself, in which it is no act. */
export const paletteKeys = 'Ctrl+K';

/** Arrows, Enter and Esc move about and are no act that anybody looks for. */
export function isLookedFor({ keys }: Keyed): boolean {
  return /^(F\d|Ctrl\+|Alt\+|Shift\+)/.test(keys) && keys !== paletteKeys;
}

/** Of this person, on this computer. A browser without such a place remembers nothing. */
function placeOf(username: string): string {
  return `mot-cua-desk.used.${username}`;
}

export function findUsedActs(username: string): UsedActs {
  try {
    const { times, acts } = JSON.parse(localStorage.getItem(placeOf(username)) ?? '{}') as Partial<UsedActs>;
    if (times === undefined || !Number.isFinite(times)) return nothingUsed;
    const sound = Object.entries(acts ?? {}).filter(([, { weight, at }]) => Number.isFinite(weight + at));
    return { times, acts: Object.fromEntries(sound) };
  } catch {
    return nothingUsed;
  }
}

export function keepUsedActs(username: string, used: UsedActs): void {
  try {
    localStorage.setItem(placeOf(username), JSON.stringify(used));
  } catch {
    // The order of a list is all that is lost.
  }
}
