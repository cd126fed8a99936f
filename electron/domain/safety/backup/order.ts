/** What a backup says of itself, as far as its place among others hangs on it. */
export type BackupStanding = {
  /** Whose register it is: unit, counter, practice or not. */
  readonly office: string;
  /** The desk that wrote last in it, by its UUID: one line of history. */
  readonly desk: string;
  /** How many desks it goes on from: each restore begins another. */
  readonly follows: number;
  /** How far its journal is. */
  readonly entries: number;
  /** Civil time. */
  readonly madeAt: string;
};

/**
 * Backups with what is furthest first. Within one line of history that is how far the journal is, and never the clock, which may have been a year ahead
 * when one was made; a register that came back from a backup is further than the one it came back from. Lines that know nothing of each other, and
 * offices, stand by their newest.
 */
export function furthestFirst<T>(backups: readonly T[], standingOf: (backup: T) => BackupStanding): T[] {
  const told = backups.map((backup) => ({ backup, standing: standingOf(backup) }));
  const newestOf = (key: (standing: BackupStanding) => string): ReadonlyMap<string, string> => {
    const newest = new Map<string, string>();
    for (const { standing } of told)
      if (standing.madeAt > (newest.get(key(standing)) ?? '')) newest.set(key(standing), standing.madeAt);
    return newest;
  };
  const newestOfOffice = newestOf(({ office }) => office);
  const newestOfLine = newestOf(lineOf);
  return told
    .toSorted(({ standing: a }, { standing: b }) => {
      if (a.office !== b.office)
        return later(newestOfOffice.get(a.office), newestOfOffice.get(b.office)) || later(b.office, a.office);
      if (a.follows !== b.follows) return b.follows - a.follows;
      if (a.desk !== b.desk)
        return later(newestOfLine.get(lineOf(a)), newestOfLine.get(lineOf(b))) || later(b.desk, a.desk);
      return b.entries - a.entries || later(a.madeAt, b.madeAt);
    })
    .map(({ backup }) => backup);
}

function lineOf({ office, follows, desk }: BackupStanding): string {
  return `${office} ${follows} ${desk}`;
}

/** Below 0 where `a` is the later one. */
function later(a = '', b = ''): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
