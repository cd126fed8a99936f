import type { Incentive } from '../../../../electron/contract/catalogue/lists.ts';
import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import type { PersonCondition } from '../../../../electron/contract/common/person/person.ts';
import { readCatalogue } from '../../../../electron/desk/catalogue/files.ts';
import {
  type WaiverContext,
  applicableIncentives,
  findBestIncentive,
  waiverGap,
} from '../../../../electron/domain/counter/money/waivers.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../../resources/data'));
if (isFault(catalogue)) throw new Error(JSON.stringify(catalogue));
const { incentives, procedures } = catalogue;
const extract = { name: 'Phí cấp bản sao trích lục hộ tịch', amount: 8000 };
const residence = { name: 'Lệ phí đăng ký thường trú', amount: 20_000 };
const civilStatus = { name: 'Lệ phí hộ tịch', amount: null };
const eid: PersonCondition[] = ['level-2-eid'];

function on(day: string, change: Partial<WaiverContext> = {}): WaiverContext {
  return { day, channel: 'direct', conditions: [], ...change };
}

describe('TT 117/2026 and NQ 66.22/2026: a citizen with what VNeID asks, online, from 15/8/2026 to 28/02/2027', () => {
  const shown: PersonCondition[] = ['level-2-eid', 'vneid-basic-papers'];
  const marriage: PersonCondition[] = [...shown, 'vneid-marriage-paper'];
  const online = (day: string, procedureCode: string, change: Partial<WaiverContext> = {}) =>
    on(day, { channel: 'online', conditions: shown, procedureCode, ...change });
  const cases: [string, { name: string; amount: number | null }, WaiverContext, string | undefined][] = [
    ['the day before the window', extract, online('2026-08-14', '2.000635'), undefined],
    ['its first day', extract, online('2026-08-15', '2.000635'), 'tt117-khai-thac-ho-tich'],
    ['its last day', extract, online('2027-02-28', '2.000635'), 'tt117-khai-thac-ho-tich'],
    ['the day after', extract, online('2027-03-01', '2.000635'), undefined],
    ['at the counter', extract, online('2026-11-23', '2.000635', { channel: 'direct' }), undefined],
    ['by post', extract, online('2026-11-23', '2.000635', { channel: 'post' }), undefined],
    ['the eID alone', extract, online('2026-11-23', '2.000635', { conditions: ['level-2-eid'] }), undefined],
    ['nothing shown', extract, online('2026-11-23', '2.000635', { conditions: [] }), undefined],
    ['permanent residence', residence, online('2026-11-23', '1.004222'), 'tt117-cu-tru'],
    ['a confirmation, which the annex does not name', extract, online('2026-11-23', '2.002516'), undefined],
    ['a fee it does not name', { name: 'Phí chứng thực', amount: 10_000 }, online('2026-11-23', '2.000635'), undefined],
  ];
  test.each(cases)('%s', (_name, line, context, expected) => {
    expect(findBestIncentive(line, incentives, context)?.incentive.id).toBe(expected);
  });

  test.each([
    ['1.004772', shown, 'nq6622-khai-sinh'],
    ['1.004746', shown, undefined],
    ['1.004746', marriage, 'nq6622-hon-nhan'],
    ['1.004873', marriage, 'nq6622-hon-nhan'],
    ['1.004884', marriage, undefined],
  ] as const)('civil status %s, with %j', (procedureCode, conditions, expected) => {
    const here = incentives.filter(({ province }) => province === undefined);
    const context = on('2026-11-23', { channel: 'online', procedureCode, conditions });
    expect(findBestIncentive(civilStatus, here, context)?.incentive.id).toBe(expected);
  });
});

describe('Luật Hộ tịch 2014 Điều 11 k1 b: free without being poor', () => {
  test.each([
    ['1.001193', ['registered-on-time'], '2026-11-23', 'lht2014-dung-han'],
    ['1.000656', ['registered-on-time'], '2026-11-23', 'lht2014-dung-han'],
    ['1.001193', [], '2026-11-23', undefined],
    ['1.001193', ['registered-on-time'], '2027-02-28', 'lht2014-dung-han'],
    ['1.001193', ['registered-on-time'], '2027-03-01', undefined],
    ['1.004837', [], '2026-11-23', 'lht2014-giam-ho'],
    ['1.004845', [], '2026-11-23', undefined],
    ['1.000894', [], '2026-11-23', 'lht2014-ket-hon'],
    ['1.000894', [], '2027-03-01', undefined],
    ['2.000806', [], '2026-11-23', undefined],
    ['1.004884', ['registered-on-time'], '2026-11-23', undefined],
  ] as const)('%s, %j, on %s', (procedureCode, conditions, day, expected) => {
    const context = on(day, { procedureCode, conditions });
    expect(findBestIncentive(civilStatus, incentives, context)?.incentive.id).toBe(expected);
  });
});

test('a mortgage for farming is certified without a fee, another contract is not (TT 226/2016/TT-BTC Điều 5)', () => {
  const fee = { name: 'Phí chứng thực', amount: 50_000 };
  const at = (procedureCode: string, conditions: PersonCondition[]) =>
    findBestIncentive(fee, incentives, on('2026-11-23', { procedureCode, conditions }))?.incentive.id;
  expect([at('2.001035', ['farm-loan']), at('2.001035', []), at('2.001019', ['farm-loan'])]).toEqual([
    'tt226-vay-nong-nghiep',
    undefined,
    undefined,
  ]);
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

describe('an incentive for some procedures only', () => {
  const guardian: Incentive = {
    id: 'guardianship',
    name: 'Miễn lệ phí đăng ký giám hộ',
    basis: 'Luật Hộ tịch 60/2014/QH13 Điều 11 k1 b',
    from: '2016-01-01',
    until: '2027-02-28',
    procedures: ['1.004837'],
    fees: ['Lệ phí hộ tịch'],
    percentOff: 100,
    verified: true,
    note: '',
  };

  test.each([
    ['1.004837', 0],
    ['1.004859', undefined],
    [undefined, undefined],
  ])('%s: %s', (procedureCode, amount) => {
    const found = findBestIncentive(civilStatus, [guardian], on('2026-11-23', { procedureCode }));
    expect(found?.amount).toBe(amount);
  });

  test('a waiver of the online service is not given at the counter (NQ 66.22/2026/NQ-CP Phụ lục II)', () => {
    const online: Incentive = {
      ...guardian,
      id: 'online-only',
      procedures: ['2.000635'],
      channels: ['online'],
      conditions: ['level-2-eid', 'vneid-basic-papers'],
      fees: [extract.name],
    };
    const shown = { procedureCode: '2.000635', conditions: ['level-2-eid', 'vneid-basic-papers'] } as const;
    expect(waiverGap(online, extract.name, on('2026-11-23', shown))).toBe('channel');
    expect(waiverGap(online, extract.name, on('2026-11-23', { ...shown, channel: 'online' }))).toBeNull();
    expect(waiverGap(online, extract.name, on('2026-11-23', { ...shown, channel: 'online', conditions: eid }))).toBe(
      'person',
    );
    expect(
      waiverGap(online, extract.name, on('2026-11-23', { ...shown, channel: 'online', procedureCode: '2.002516' })),
    ).toBe('procedure');
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

/** Luật Hộ tịch 2014 Điều 11 k1: what the article does not settle is waived by nobody unasked, and the office is told. */
test.each([
  ['1.004845', /chấm dứt giám hộ.*không tự miễn/],
  ['1.000689', /khai sinh đúng hạn được miễn.*nhận cha, mẹ, con thì không/],
])('%s has no waiver of its own, and says why', (code, doubt) => {
  const own = incentives.filter(({ procedures: of, basis }) => of?.includes(code) === true && basis.includes('k1 b'));
  expect(own).toEqual([]);
  expect(procedures.find((procedure) => procedure.code === code)?.doubts.join(' ')).toMatch(doubt);
});
