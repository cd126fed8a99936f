import type { Act } from '../../../contract/counter/case/act.ts';
import { seldom } from '../seldom.ts';
import type { Trip } from './trip-acts.ts';

const marriageStatus = '1.004873';
const birthInterlinked = '3.000722';

const signer = 'Lý Thị Văn Thư';
const police = 'Công an phường Cát Lái';

/**
 * Every state in which a file may be with somebody else, so that the line of time, Hand-over and My work show each: to be sent, in time
 * and late; sent and not signed for; running, in time and late; missing from the bag; come back; answered; and two that go on
 * electronically (NĐ 118/2025 Điều 14, 17 k3, 18, 20).
 */
const journeys: readonly Trip[] = [
  { procedure: marriageStatus, to: 'second-neighbour', files: 1, days: 1, steps: [] },
  {
    procedure: marriageStatus,
    to: 'first-neighbour',
    files: 2,
    days: 2,
    steps: [
      { day: 1, hour: 1, does: 'list', of: [0, 1] },
      { day: 1, hour: 5, does: 'sign', missing: [1] },
    ],
  },
  {
    procedure: marriageStatus,
    to: 'second-neighbour',
    files: 1,
    days: 2,
    steps: [{ day: 0, hour: 6.5, does: 'list', of: [0], withPaper: true }],
  },
  { procedure: marriageStatus, to: 'first-neighbour', files: 1, days: 3, steps: [] },
  {
    procedure: birthInterlinked,
    to: 'its-own-way',
    files: 1,
    days: 2,
    steps: [
      { day: 0, hour: 6.9, does: 'act', of: 0, by: 'clerk', act: finished('Đã đăng ký khai sinh') },
      { day: 0, hour: 7, does: 'act', of: 0, by: 'clerk', act: () => ({ type: 'send-leg' }) },
    ],
  },
  {
    procedure: marriageStatus,
    to: 'second-neighbour',
    files: 1,
    days: 3,
    steps: [
      { day: 0, hour: 6, does: 'list', of: [0] },
      { day: 1, hour: 2, does: 'sign', missing: [] },
      {
        day: 2,
        hour: 3,
        does: 'act',
        of: 0,
        by: 'clerk',
        act: () => ({ type: 'leg-returned-incomplete', reason: 'Thiếu bản sao quyết định ly hôn của người yêu cầu' }),
      },
    ],
  },
  {
    procedure: birthInterlinked,
    to: 'its-own-way',
    files: 1,
    days: 3,
    steps: [
      { day: 0, hour: 6.9, does: 'act', of: 0, by: 'clerk', act: finished('Đã đăng ký khai sinh') },
      { day: 0, hour: 7, does: 'act', of: 0, by: 'clerk', act: () => ({ type: 'send-leg' }) },
      { day: 1, hour: 1, does: 'act', of: 0, by: 'clerk', act: (at) => ({ type: 'leg-received', at, by: police }) },
      { day: 1, hour: 5, does: 'act', of: 0, by: 'clerk', act: finished('Đã đăng ký thường trú') },
      { day: 1, hour: 5.1, does: 'act', of: 0, by: 'clerk', act: () => ({ type: 'send-leg' }) },
      {
        day: 2,
        hour: 1,
        does: 'act',
        of: 0,
        by: 'clerk',
        act: (at) => ({ type: 'leg-received', at, by: 'Bảo hiểm xã hội cơ sở' }),
      },
    ],
  },
  {
    procedure: marriageStatus,
    to: 'first-neighbour',
    files: 2,
    days: 7,
    steps: [
      { day: 0, hour: 7, does: 'list', of: [0, 1] },
      { day: 1, hour: 2, does: 'sign', missing: [] },
      { day: 3, hour: 3, does: 'act', of: 1, by: 'clerk', act: finished('Đã cấp giấy xác nhận') },
      { day: 3, hour: 4, does: 'act', of: 1, by: 'officer', act: () => ({ type: 'finish', result: 'Đã giải quyết' }) },
    ],
  },
];

/** What is seldom takes what is left, so that no journey has to begin earlier for them. */
export const trips: readonly Trip[] = [...journeys, ...seldom];

export const signedBy = signer;

function finished(result: string): (at: string) => Act {
  return (returnedAt) => ({ type: 'leg-finished', result, returnedAt });
}

/**
 * Which files belong to which trip: of the latest day that is long enough ago, and before the cases that stand at every status.
 * @param after how many cases come after the last one that may be taken
 * @returns by how many cases come after the file
 */
export function placeTrips(
  days: readonly { readonly index: number; readonly cases: number }[],
  end: number,
  after: number,
): ReadonlyMap<number, { readonly trip: number; readonly file: number }> {
  const total = days.reduce((sum, { cases }) => sum + cases, 0);
  const placed = new Map<number, { readonly trip: number; readonly file: number }>();
  trips.forEach(({ files, days: needed }, trip) => {
    let passed = total;
    for (const { index, cases } of days.toReversed()) {
      passed -= cases;
      // The first of the day come first, so that it has time to go on.
      const free = Array.from({ length: cases }, (_, nth) => total - passed - nth - 1)
        .filter((place) => place >= after && !placed.has(place))
        .slice(0, files);
      if (end - index < needed || free.length < files) continue;
      free.forEach((place, file) => placed.set(place, { trip, file }));
      return;
    }
  });
  return placed;
}
