import { expect, test } from 'vitest';
import { stillWrong } from '../../../renderer/desk/still-wrong.ts';

const refused = new Map([
  ['payer.taxCode', 'tax-code'],
  ['amounts.0.amount', 'too-big'],
]);
const sent = { payer: { name: 'MAI', taxCode: '1' }, amounts: [{ line: 0, amount: 9 }], reason: 'x' };
const wrong = (now: unknown) => [...stillWrong(refused, sent, now).keys()];

test('what is still typed as it was sent is wrong; what was typed since is not called so', () => {
  expect(wrong(sent)).toEqual(['payer.taxCode', 'amounts.0.amount']);
  expect(wrong({ ...sent, reason: 'y' })).toEqual(['payer.taxCode', 'amounts.0.amount']);
  const code = { ...sent, payer: { name: 'MAI', taxCode: '0100109106' } };
  expect(wrong(code)).toEqual(['amounts.0.amount']);
  expect(wrong({ ...code, amounts: [] })).toEqual([]);
  expect(wrong({})).toEqual([]);
});
