import type { PackKind, PackParts, PackSettings } from '../../contract/catalogue/data-pack.ts';
import type { CalendarDay, Incentive, ProcessFrame } from '../../contract/catalogue/lists.ts';
import { packKinds } from '../../contract/catalogue/data-pack.ts';
import type { CivilDate } from '../../contract/base/values.ts';
import type { OpeningHours } from '../../contract/common/office/hours.ts';
import type { OfficeSettings } from '../../contract/common/office/office.ts';
import type { ProcessStep } from '../../contract/routing/process.ts';

/**
 * What an office works by, with its packs over it: each kind one function from what held without them to what holds with them, so that a pack that is rolled
 * back leaves nothing behind. What somebody of the office set by hand, for one day or one procedure, stands over every pack (ADR 46).
 */

/** A pack that stands, with the kinds of it that do; in the order in which they were taken. */
export type StandingPack = { readonly id: string; readonly from: CivilDate; readonly parts: PackParts };

/** What of a pack is of these kinds. */
export function partsOf(pack: PackParts, kinds: readonly PackKind[]): PackParts {
  const parts = packKinds.flatMap((kind) => {
    const part = pack[kind];
    return part === undefined || !kinds.includes(kind) ? [] : [[kind, part] as const];
  });
  return Object.fromEntries(parts);
}

/** The kinds that a pack says something of. */
export function kindsIn(pack: PackParts): readonly PackKind[] {
  return packKinds.filter((kind) => pack[kind] !== undefined);
}

/** Those in force on a day, the later day over the earlier, and within a day as they were taken. */
function inForceOn(packs: readonly StandingPack[], day: CivilDate): readonly StandingPack[] {
  return packs
    .map((pack, at) => ({ pack, at }))
    .filter(({ pack }) => pack.from <= day)
    .toSorted((a, b) => (a.pack.from === b.pack.from ? a.at - b.at : a.pack.from < b.pack.from ? -1 : 1))
    .map(({ pack }) => pack);
}

/** A year in which fewer days are off than this was not entered as a whole: BLLĐ Điều 112 alone gives eleven, Tết five of them. */
const fewestDaysOff = 10;

/**
 * The days with those of the packs, each for itself and from the pack's day on: a day that is announced counts for whoever is promised something today, whenever
 * it lies. A year that a pack would leave with too few days off stays as it was.
 */
export function daysWithPacks(days: readonly CalendarDay[], packs: readonly StandingPack[]): readonly CalendarDay[] {
  return packs.reduce(daysAfter, days);
}

function daysAfter(days: readonly CalendarDay[], { from, parts }: StandingPack): readonly CalendarDay[] {
  const { calendar } = parts;
  if (calendar === undefined || calendar.days.length + calendar.ordinary.length === 0) return days;
  const all = new Map(days.map((day) => [day.date, day]));
  for (const date of calendar.ordinary) if (date >= from) all.delete(date);
  for (const day of calendar.days) if (day.date >= from) all.set(day.date, day);
  const thin = thinYears([...all.values()], calendar.days.map(({ date }) => date).concat(calendar.ordinary));
  const kept = days.filter(({ date }) => thin.has(date.slice(0, 4)));
  const rest = [...all.values()].filter(({ date }) => !thin.has(date.slice(0, 4)));
  return [...kept, ...rest].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Of the years of these dates those that have too few days off. */
export function thinYears(days: readonly CalendarDay[], dates: readonly CivilDate[]): ReadonlySet<string> {
  const years = new Set(dates.map((date) => date.slice(0, 4)));
  const off = (year: string) => days.filter(({ date, kind }) => kind !== 'swap-work' && date.startsWith(year)).length;
  return new Set([...years].filter((year) => off(year) < fewestDaysOff));
}

/** Hours of weeks and of single days; what was set by hand for the same day stands. */
export function hoursWithPacks(set: OpeningHours, packs: readonly StandingPack[]): OpeningHours {
  const weeks = new Map<string, OpeningHours['weeks'][number]>();
  const days = new Map<string, OpeningHours['days'][number]>();
  for (const { from, parts } of packs) {
    for (const week of parts.calendar?.weeks ?? []) if (week.from >= from) weeks.set(week.from, week);
    for (const day of parts.calendar?.hours ?? []) if (day.date >= from) days.set(day.date, day);
  }
  if (weeks.size + days.size === 0) return set;
  for (const week of set.weeks) weeks.set(week.from, week);
  for (const day of set.days) days.set(day.date, day);
  return {
    weeks: [...weeks.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** Incentives of packs beside the product's, none before its pack's day. One that has the name of another is not taken: what a receipt rests on is not replaced. */
export function incentivesWithPacks(known: readonly Incentive[], packs: readonly StandingPack[]): readonly Incentive[] {
  const all = new Map(known.map((incentive) => [incentive.id, incentive]));
  for (const { from, parts } of packs)
    for (const incentive of parts.fees?.incentives ?? [])
      if (!all.has(incentive.id)) all.set(incentive.id, incentive.from < from ? { ...incentive, from } : incentive);
  return all.size === known.length ? known : [...all.values()];
}

/** The general inner processes on a day. A pack's frame takes the place of the one of its name, or stands before it where it is for units of its own. */
export function framesWithPacks(
  frames: readonly ProcessFrame[],
  packs: readonly StandingPack[],
  day: CivilDate,
  /** Whether its steps are a process (domain/routing/process.ts). */
  isSound: (frame: ProcessFrame) => boolean,
): readonly ProcessFrame[] {
  const all = new Map(frames.map((frame) => [frame.id, frame]));
  const added: string[] = [];
  for (const { parts } of inForceOn(packs, day))
    for (const frame of parts.processes?.frames ?? []) {
      if (!isFrameFit(frame, [...all.values()]) || !isSound(frame)) continue;
      if (!all.has(frame.id)) added.unshift(frame.id);
      all.set(frame.id, frame);
    }
  const first = added.flatMap((id) => all.get(id) ?? []);
  return [...first, ...[...all.values()].filter(({ id }) => !added.includes(id))];
}

/** One frame is for all the rest, always and once: no pack adds another, or takes it away. */
export function isFrameFit(frame: Pick<ProcessFrame, 'id' | 'units'>, frames: readonly ProcessFrame[]): boolean {
  const known = frames.find(({ id }) => id === frame.id);
  return known === undefined ? frame.units !== undefined : (known.units === undefined) === (frame.units === undefined);
}

/** The inner steps that packs give to single procedures on a day. */
export function stepsOfPacks(
  packs: readonly StandingPack[],
  day: CivilDate,
): ReadonlyMap<string, readonly ProcessStep[]> {
  const all = inForceOn(packs, day).flatMap(({ parts }) => parts.processes?.steps ?? []);
  return new Map(all.map(({ code, steps }) => [code, steps]));
}

/** The texts of forms that packs bring on a day, by the form's name. */
export function formsOfPacks(packs: readonly StandingPack[], day: CivilDate): ReadonlyMap<string, string> {
  const all = inForceOn(packs, day).flatMap(({ parts }) => parts.forms ?? []);
  return new Map(all.map(({ form, text }) => [form, text]));
}

/** Settings with what a pack says of them; which desk keeps the book of certification, and how it numbers, is the office's own. */
export function withPackSettings(office: OfficeSettings, told: PackSettings): OfficeSettings {
  const { lookupAddress, numberAuthority, peopleOnWall, signing } = told;
  const { peopleOnWall: shown, ...rest } = office;
  const wall = peopleOnWall ?? shown ?? false;
  return {
    ...rest,
    ...(wall ? { peopleOnWall: true as const } : {}),
    ...(lookupAddress === undefined ? {} : { lookupAddress }),
    ...(numberAuthority === undefined ? {} : { numberAuthority }),
    ...(signing === undefined ? {} : { certification: { numbers: 'desk', ...office.certification, signing } }),
  };
}
