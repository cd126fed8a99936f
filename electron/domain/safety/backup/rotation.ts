import { dayOfDate, toCivilTime, weekdayOfDay } from '../../base/civil-time.ts';

/** Why a backup was made. Those made before something dangerous are kept for a month whatever else is there. */
export type BackupWhy = 'hourly' | 'closing' | 'asked' | 'migration' | 'restore';

export type KeptBackup = {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: BackupWhy;
};

const hour = 3_600_000;
const day = 24 * hour;
const alwaysKept = 2;

/** The day a week begins with. Days by the calendar of Vietnam. */
function weekOf(date: string): string {
  const days = dayOfDate(date);
  return String(days - weekdayOfDay(days));
}

type Rule = { readonly for: number; readonly of: (at: number) => string };

/** Of each hour the newest for six hours, of each day for a week, of each week for a month, of each month for three. */
const rules: readonly Rule[] = [
  { for: 6 * hour, of: (at) => toCivilTime(at).slice(0, 13) },
  { for: 7 * day, of: (at) => toCivilTime(at).slice(0, 10) },
  { for: 31 * day, of: (at) => weekOf(toCivilTime(at).slice(0, 10)) },
  { for: 93 * day, of: (at) => toCivilTime(at).slice(0, 7) },
];

/**
 * The backups that may go, of those of one register, with the furthest first. The two furthest never do: a clock that leapt must not empty the place.
 * A practice office keeps just those two.
 */
export function outlived(furthestFirst: readonly KeptBackup[], now: number, practice: boolean): string[] {
  const newestFirst = believed(furthestFirst);
  const staying = new Set(newestFirst.slice(0, alwaysKept).map(({ name }) => name));
  if (!practice) for (const name of byRules(newestFirst, now)) staying.add(name);
  return newestFirst.filter(({ name }) => !staying.has(name)).map(({ name }) => name);
}

/** None was made later than one whose journal goes on from it, whatever a clock that was ahead made it say. */
function believed(furthestFirst: readonly KeptBackup[]): KeptBackup[] {
  let latest = Number.POSITIVE_INFINITY;
  return furthestFirst.map((one) => {
    latest = Math.min(latest, one.at);
    return { ...one, at: latest };
  });
}

function byRules(newestFirst: readonly KeptBackup[], now: number): string[] {
  const before = newestFirst
    .filter(({ why, at }) => (why === 'migration' || why === 'restore') && now - at < 31 * day)
    .map(({ name }) => name);
  return [...before, ...rules.flatMap((rule) => newestOfEach(newestFirst, now, rule))];
}

function newestOfEach(newestFirst: readonly KeptBackup[], now: number, { for: span, of }: Rule): string[] {
  const newest = new Map<string, string>();
  for (const { name, at } of newestFirst) {
    // What seems to come from tomorrow is as young as anything.
    if (now - at < span && !newest.has(of(at))) newest.set(of(at), name);
  }
  return [...newest.values()];
}

/** Whether the hour is over and something happened since the last backup. A clock that went back does not put it off. */
export function isBackupDue(
  last: { readonly at: number; readonly head: string } | null,
  now: number,
  head: string,
): boolean {
  if (last === null) return true;
  if (last.head === head) return false;
  return now - last.at >= hour || now < last.at;
}
