import type { CaseAction, RecordedAction, ReceivedAction } from '../../../../electron/domain/entries/case.ts';
import { toCivilTime } from '../../../../electron/domain/base/civil-time.ts';
import type { CountedProcedure } from '../../../../electron/domain/books/report/bieu-07a.ts';
import type { CaseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import { received } from '../../desk/test-store.ts';

/** Lives of files as no law would have them: whatever can be told of one, in any order, at any hour of two years. */

type Told = Pick<RecordedAction, 'at' | 'action'>;
export type Life = readonly Told[];

const lifeProcedures: readonly CountedProcedure[] = [
  { code: '1.001193', name: 'A', field: 'Hộ tịch', decidingAgency: 'UBND cấp xã', onlineLevel: 'full' },
  { code: '2.000884', name: 'B', field: 'Chứng thực', decidingAgency: 'UBND cấp xã', onlineLevel: 'partial' },
  { code: '1.004222', name: 'C', field: 'Cư trú', decidingAgency: 'Công an cấp xã', onlineLevel: null },
  { code: '1.004873', name: 'D', field: 'Hộ tịch', decidingAgency: 'UBND cấp xã', onlineLevel: null },
  { code: '1.000001', name: 'E', field: 'Đất đai', decidingAgency: 'UBND cấp xã', onlineLevel: 'none' },
];

export function procedureOfLife({ procedureCode }: Pick<CaseFact, 'procedureCode'>): CountedProcedure {
  const found = lifeProcedures.find(({ code }) => code === procedureCode);
  if (found === undefined) throw new Error(procedureCode);
  return found;
}

const begin = Date.parse('2024-12-01T00:00:00+07:00');
const hour = 3_600_000;
const day = 24 * hour;
const channels = ['direct', 'online', 'post'] as const;

export function randomLife(draw: (below: number) => number): Life {
  const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
  let now = begin + draw(700) * day + draw(24) * hour;
  const due = () => toCivilTime(now + draw(20) * day + draw(12) * hour);
  const owes = () => one([[], [{ amount: 8000 }], [{ amount: null }]]) as unknown as ReceivedAction['fees'];
  const facts = (): Partial<ReceivedAction> => ({
    procedureCode: one(lifeProcedures).code,
    channel: one(channels),
    dueAt: (draw(8) === 0 ? null : due()) as never,
    term: one([
      { value: 3, unit: 'working-day' },
      { value: 4, unit: 'working-hour' },
    ]),
    fees: owes(),
  });
  const other = draw(10);
  const first = received(1, {
    ...facts(),
    ...(other === 0 ? { fromKit: { acceptedAt: toCivilTime(now - draw(20) * day) } as never } : {}),
    ...(other === 1 ? { foreign: { arrivedAt: toCivilTime(now - draw(40) * hour) } as never } : {}),
  });
  const life: Told[] = [{ at: toCivilTime(now), action: first }];
  const acts: readonly (() => CaseAction)[] = [
    () => ({ type: 'finished', result: 'cấp giấy' }),
    () => ({ type: 'finished', result: 'cấp giấy' }),
    () => ({ type: 'refused', reason: 'r' }),
    () => ({ type: 'withdrawn', reason: 'r' }),
    () => ({ type: 'stopped', reason: 'r' }),
    () => ({ type: 'supplement-requested', reason: 'r' }),
    () => ({ type: 'supplement-requested', reason: 'r' }),
    () => ({ type: 'supplemented', dueAt: due(), steps: [] }),
    () => ({ type: 'supplemented', dueAt: due(), steps: [] }),
    () => ({ type: 'extended', reason: 'r', dueAt: due(), ...(draw(2) === 0 ? { overdue: true as const } : {}) }),
    () => ({ type: 'resumed', reason: 'r', status: 'processing', dueAt: due(), steps: [] }),
    () => ({ type: 'obligation-requested', stopsClock: draw(2) === 0 }) as never,
    () => ({ type: 'obligation-met', dueAt: due() }) as never,
    () => ({ ...first, ...facts(), type: 'corrected' }) as never,
  ];
  for (let left = draw(6); left > 0; left -= 1) {
    now += draw(3) === 0 ? draw(5) * hour : draw(25) * day + draw(24) * hour;
    life.push({ at: toCivilTime(now), action: one(acts)() });
  }
  return life;
}

/** The same life as somebody else told of it later: something of it never was, or something more happened. */
export function toldOtherwise(life: Life, draw: (below: number) => number): Life {
  const [first, ...rest] = life;
  if (first === undefined) return life;
  if (rest.length > 0 && draw(2) === 0) return [first, ...rest.toSpliced(draw(rest.length), 1)];
  const more = randomLife(draw).slice(1);
  return [first, ...[...rest, ...more.filter(({ at }) => at > first.at)].toSorted((a, b) => (a.at < b.at ? -1 : 1))];
}
