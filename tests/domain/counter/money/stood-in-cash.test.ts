import { expect, test } from 'vitest';
import { type FiscalReceipt, stoodInCash } from '../../../../electron/domain/counter/money/fee-receipt.ts';

const receipt = (receiptId: string, at: string, more: Partial<FiscalReceipt> = {}) => ({
  ...({ method: 'cash', amount: 8000, refunded: null, supersededBy: null, ...more } as FiscalReceipt),
  receiptId,
  at: `2026-${at}T09:00:00+07:00`,
});
const back = (at: string) => ({
  refunded: { at: `2026-${at}T10:00:00+07:00`, amount: 8000, method: 'cash' as const, reason: 'thu nhầm' },
});

test.each<[string, ReturnType<typeof receipt>[], string, boolean]>([
  ['taken within the period', [receipt('a', '11-10')], '11-14', true],
  ['taken after it', [receipt('a', '11-15')], '11-14', false],
  ['by transfer', [receipt('a', '11-10', { method: 'transfer' })], '11-14', false],
  ['of 0 đồng', [receipt('a', '11-10', { amount: 0 })], '11-14', false],
  ['given back within it', [receipt('a', '11-10', back('11-12'))], '11-14', false],
  ['given back after it', [receipt('a', '11-10', back('11-20'))], '11-14', true],
  ['given back, and taken again', [receipt('a', '11-10', back('11-12')), receipt('b', '11-13')], '11-14', true],
  ['replaced within it', [receipt('a', '11-10', { supersededBy: 'b' }), receipt('b', '11-12')], '11-14', true],
  [
    'replaced, and that one given back',
    [receipt('a', '11-10', { supersededBy: 'b' }), receipt('b', '11-12', back('11-13'))],
    '11-14',
    false,
  ],
  [
    'replaced after it, and then given back',
    [receipt('a', '11-10', { supersededBy: 'b' }), receipt('b', '11-20', back('11-21'))],
    '11-14',
    true,
  ],
  [
    'replaced by one of 0 đồng',
    [receipt('a', '11-10', { supersededBy: 'b' }), receipt('b', '11-12', { amount: 0 })],
    '11-14',
    false,
  ],
  ['never paid', [], '11-14', false],
])('%s', (_name, receipts, to, stood) => {
  expect(stoodInCash(receipts, `2026-${to}T23:59:59+07:00`)).toBe(stood);
});
