import type { FeeRule, Incentive } from '../../../electron/contract/catalogue/lists.ts';
import { expect, test } from 'vitest';
import { feesInProvince, incentivesInProvince } from '../../../electron/domain/catalogue/catalogue.ts';

const zeroInTheCity: FeeRule = {
  kind: 'zero-online',
  name: 'Lệ phí hộ tịch',
  province: '79',
  source: 'NQ 411/NQ-HĐND',
};
const national: FeeRule = { kind: 'per-copy', name: 'Phí cấp bản sao', amount: 8000, source: 'TT 281/2016/TT-BTC' };
const incentive: Incentive = {
  id: 'nq411',
  name: '0 đồng lệ phí hộ tịch',
  basis: 'NQ 411/NQ-HĐND',
  from: '2025-09-29',
  until: null,
  province: '79',
  fees: ['Lệ phí hộ tịch'],
  percentOff: 100,
  verified: false,
  note: '',
};

test('a fee of the city’s council is 0 đồng in the city and not known in another province', () => {
  const procedure = { feeRules: [zeroInTheCity, national] };
  expect(feesInProvince(procedure, '79')).toEqual(procedure);
  expect(feesInProvince(procedure, '01').feeRules).toEqual([
    { kind: 'flat', name: 'Lệ phí hộ tịch', amount: null },
    national,
  ]);
});

test('elsewhere too it holds on its days alone', () => {
  const dated: FeeRule = { ...zeroInTheCity, from: '2027-03-01' };
  expect(feesInProvince({ feeRules: [dated] }, '01').feeRules).toEqual([
    { kind: 'flat', name: 'Lệ phí hộ tịch', amount: null, from: '2027-03-01' },
  ]);
});

test('an incentive of the city’s council holds in the city; one of the whole country everywhere', () => {
  const { province: _everywhere, ...ofTheCountry } = { ...incentive, id: 'tt117' };
  const list = [incentive, ofTheCountry];
  expect(incentivesInProvince(list, '79')).toEqual(list);
  expect(incentivesInProvince(list, '01')).toEqual([ofTheCountry]);
});
