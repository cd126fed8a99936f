import type { Incentive } from '../../../electron/contract/catalogue/lists.ts';
import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/fault.ts';
import type { PersonCondition } from '../../../electron/contract/person/person.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import {
  type WaiverContext,
  applicableIncentives,
  findBestIncentive,
  waiverGap,
} from '../../../electron/domain/money/waivers.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../resources/data'));
if (isFault(catalogue)) throw new Error(JSON.stringify(catalogue));
const { incentives, procedures } = catalogue;
const extract = { name: 'Phí cấp bản sao trích lục hộ tịch', amount: 8000 };
const residence = { name: 'Lệ phí đăng ký thường trú', amount: 20_000 };
const civilStatus = { name: 'Lệ phí hộ tịch', amount: null };
const eid: PersonCondition[] = ['level-2-eid'];

function on(day: string, change: Partial<WaiverContext> = {}): WaiverContext {
  return { day, channel: 'direct', conditions: [], ...change };
}

describe('TT 117/2026: a citizen with a level-2 eID, from 15/8/2026 to 28/02/2027', () => {
  const cases: [string, typeof extract, WaiverContext, string | undefined][] = [
    ['the day before the window', extract, on('2026-08-14', { conditions: eid }), undefined],
    ['its first day', extract, on('2026-08-15', { conditions: eid }), 'tt117-khai-thac-ho-tich'],
    ['its last day', extract, on('2027-02-28', { conditions: eid }), 'tt117-khai-thac-ho-tich'],
    ['the day after', extract, on('2027-03-01', { conditions: eid }), undefined],
    ['without the eID', extract, on('2026-11-23'), undefined],
    ['another condition is not the eID', extract, on('2026-11-23', { conditions: ['poor-household'] }), undefined],
    ['any channel', residence, on('2026-11-23', { conditions: eid, channel: 'online' }), 'tt117-cu-tru'],
    [
      'a fee it does not name',
      { name: 'Phí chứng thực', amount: 10_000 },
      on('2026-11-23', { conditions: eid }),
      undefined,
    ],
  ];
  test.each(cases)('%s', (_name, line, context, expected) => {
    expect(findBestIncentive(line, incentives, context)?.incentive.id).toBe(expected);
  });
});

describe('NQ 411: five filing fees are 0 đồng online', () => {
  test.each([
    ['2025-09-28', 'online', undefined],
    ['2025-09-29', 'online', 'nq411-ho-tich'],
    ['2026-11-23', 'direct', undefined],
    ['2026-11-23', 'post', undefined],
    ['2030-01-01', 'online', 'nq411-ho-tich'],
  ] as const)('%s by %s', (day, channel, expected) => {
    expect(findBestIncentive(civilStatus, incentives, on(day, { channel }))?.incentive.id).toBe(expected);
  });

  test('a line that is 0 already keeps the ground it is 0 on', () => {
    const best = findBestIncentive(
      { name: 'Lệ phí hộ tịch', amount: 0 },
      incentives,
      on('2026-11-23', { channel: 'online' }),
    );
    expect(best).toMatchObject({ amount: 0, incentive: { id: 'nq411-ho-tich' } });
  });
});

test('a family of merit pays nothing, though the amount at the counter is not known', () => {
  const context = on('2026-11-23', { conditions: ['merit-family'] });
  expect(findBestIncentive(civilStatus, incentives, context)).toMatchObject({
    amount: 0,
    incentive: { id: 'lht2014-co-cong' },
  });
});

describe('where several apply', () => {
  const make = (id: string, percentOff: number): Incentive => ({
    id,
    name: id,
    basis: 'a law',
    from: '2026-01-01',
    until: null,
    fees: ['x'],
    percentOff,
    verified: true,
    note: '',
  });

  test('the highest is used, whatever the order (TT 117/2026 Điều 2 k2)', () => {
    const list = [make('half', 50), make('most', 80), make('some', 10)];
    expect(findBestIncentive({ name: 'x', amount: 15_000 }, list, on('2026-11-23'))).toMatchObject({
      amount: 3000,
      incentive: { id: 'most' },
    });
    expect(
      applicableIncentives({ name: 'x', amount: 15_000 }, list, on('2026-11-23')).map(({ amount }) => amount),
    ).toEqual([3000, 7500, 13_500]);
  });

  test('half a đồng falls to the citizen', () => {
    expect(findBestIncentive({ name: 'x', amount: 15_001 }, [make('half', 50)], on('2026-11-23'))?.amount).toBe(7500);
  });

  test('a part of an unknown amount stays unknown', () => {
    expect(findBestIncentive({ name: 'x', amount: null }, [make('half', 50)], on('2026-11-23'))).toBeUndefined();
  });

  test('no other applicable incentive leaves less to pay', () => {
    const some = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 10_000_000 }), (percents, amount) => {
        const list = percents.map((percent, index) => make(`i${index}`, percent));
        const best = findBestIncentive({ name: 'x', amount }, list, on('2026-11-23'));
        expect(best?.amount ?? amount).toBe(
          Math.min(amount, ...percents.map((percent) => Math.floor((amount * (100 - percent)) / 100))),
        );
      }),
      { seed: 20261122 },
    );
  });
});

describe('the list', () => {
  test('every fee it names is one the catalogue asks for, but for those noted', () => {
    const known = new Set(procedures.flatMap(({ feeRules }) => feeRules.map(({ name }) => name)));
    const strange = incentives.flatMap(({ fees }) => fees).filter((name) => !known.has(name));
    expect(strange).toEqual(['Lệ phí cấp giấy phép lao động']);
  });

  test('says why one does not apply, the fee first', () => {
    const [first] = incentives;
    if (first === undefined) throw new Error('no incentives');
    expect(waiverGap(first, 'something else', on('2026-11-23'))).toBe('other-fee');
    expect(waiverGap(first, 'Lệ phí hộ tịch', on('2020-01-01'))).toBe('window');
    expect(waiverGap(first, 'Lệ phí hộ tịch', on('2026-11-23'))).toBe('channel');
  });
});
