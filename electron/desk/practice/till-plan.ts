import { dateOfDay } from '../../domain/base/civil-time.ts';
import { uuidText } from '../../store/file/codecs.ts';
import type { MadeEntry } from '../../store/journal/make-entry.ts';
import type { DiaryMoment } from './diary.ts';
import type { PastOffice } from './past-office.ts';
import type { SeededRandom } from './random.ts';
import { type Paying, type TillDay, tillMoments } from './till-past.ts';
import type { WorkTime } from './work-time.ts';

/** The days of the till before today, the last one last: one that came out even, and one of which everything can be learnt. */
const days: readonly {
  readonly paying: readonly Paying[];
  readonly later: number;
  readonly missing: number;
  readonly lent?: true;
}[] = [
  { paying: ['replaced', 'noticed', 'card', 'cash', 'transfer', 'cash', 'cash'], later: 4, missing: 0, lent: true },
  {
    paying: [
      ...(['refunded', 'waived', 'card', 'cash', 'transfer', 'cash', 'cash', 'cash', 'card', 'cash'] as const),
      ...(['transfer', 'cash', 'cash'] as const),
    ],
    later: 6,
    missing: 2000,
  },
];

/** This morning, in seconds since the doors opened: all of it lies in the first half hour. */
const morning = {
  opens: 60,
  visits: [240, 420, 660, 900, 1140, 1380, 1560],
  paying: ['cash', 'transfer', 'cash', 'cash'],
  over: 1800,
} as const;

const minute = 60;
/** The drawer is opened two minutes after the doors, and closed seven before them; it is counted before lunch. */
const hours = { opens: 2 * minute, counted: 5 * minute, last: 15 * minute, lent: 12 * minute, closes: 7 * minute };
/** Of the many who come on a large office's day, so many are looked at: few enough that a large past costs what a small one does. */
const mostLookedAt = 30;
/** On a day of fewer receptions than this, files of the days before make up for them. */
const fewReceptions = 8;
/** One in two goes home first to fetch the money: it is still awaited. */
const oneGoes = 2;
/** Files of the last days of which money may still be owed. */
const remembered = { cases: 120, days: 25 };

type TillPlan = {
  readonly time: WorkTime;
  readonly random: SeededRandom;
  /** The days of the past, as indexes of working days. */
  readonly days: readonly { readonly index: number }[];
};

/** What happens at the till of a practice office: on its last two days, and this morning. */
export function planTill({ time, random, days: past }: TillPlan, presence: PastOffice) {
  const recent: string[] = [];
  let yesterdays: readonly string[] = [];
  const firstKept = past.length - remembered.days;
  const firstTill = past.length - days.length;

  function momentsOf(nth: number, entries: readonly MadeEntry[]): readonly DiaryMoment[] {
    recent.push(...yesterdays);
    recent.splice(0, recent.length - remembered.cases);
    yesterdays = [];
    const index = past[nth]?.index;
    if (index === undefined || nth < firstKept) return [];
    const received = entries.filter(({ type }) => type === 'received');
    const today = received.map(({ at, subject }) => ({ at: time.workSecondOf(at * 1000), id: uuidText(subject.name) }));
    const kind = days[nth - firstTill];
    yesterdays = today.map(({ id }) => id);
    return kind === undefined ? [] : tillMoments(time, presence, dayOf(index, kind, today));
  }

  function dayOf(index: number, kind: (typeof days)[number], received: readonly { at: number; id: string }[]): TillDay {
    const start = index * time.secondsADay;
    const end = start + time.secondsADay;
    const step = Math.max(1, Math.ceil(received.length / mostLookedAt));
    const atReception = received
      .filter((_, nth) => nth % step === 0 && nth % oneGoes !== 1)
      .map(({ at, id }) => ({ at: Math.max(at, start + hours.opens) + minute + random.below(3 * minute), from: [id] }));
    const later = Array.from({ length: received.length < fewReceptions ? kind.later : 2 }, () => {
      return { at: start + hours.opens + minute + random.below(time.secondsADay - 30 * minute), from: recent };
    });
    return {
      opens: start + hours.opens,
      visits: [...atReception, ...later].filter(({ at }) => at < end - hours.last),
      paying: kind.paying,
      ...(kind.lent ? { lentAt: end - hours.lent } : {}),
      closes: {
        countedAt: start + time.secondsADay / 2 - hours.counted,
        at: end - hours.closes,
        missing: kind.missing,
      },
    };
  }

  /**
   * This morning's till: only on a day on which the office is open, and only once its half hour is over, so that an office made at
   * any later hour of the day is the same one.
   */
  function morningMoments(end: number, now: number, today: string): readonly DiaryMoment[] {
    const date = dateOfDay(time.days[end / time.secondsADay] ?? 0);
    if (date !== today || now < time.instantOf(end + morning.over)) return [];
    const visits = morning.visits.map((second) => ({ at: end + second, from: recent }));
    return tillMoments(time, presence, { opens: end + morning.opens, visits, paying: morning.paying });
  }

  return { momentsOf, morningMoments };
}
