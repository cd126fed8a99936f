import { describe, expect, test } from 'vitest';
import {
  firstGround,
  granted,
  notChosen,
  readWaiver,
} from '../../../../../../renderer/screens/counter/cash/fees/waiver.ts';

const typed = { by: 'merit', reason: 'đã thấy giấy xác nhận', basis: '', amount: '0' };

describe('a waiver says its ground and is never given one', () => {
  test('of several grounds none is chosen; where only a supervisor’s word is left there is nothing to choose', () => {
    expect(firstGround([{}, {}])).toBe(notChosen);
    expect(firstGround([{}])).toBe(notChosen);
    expect(firstGround([])).toBe(granted);
  });

  test.each<[string, Partial<typeof typed>, string[]]>([
    ['no ground', { by: notChosen }, ['by']],
    ['no ground and no reason', { by: notChosen, reason: ' ' }, ['by', 'reason']],
    ['a supervisor without a document', { by: granted }, ['basis']],
  ])('refused: %s', (_name, change, open) => {
    expect([...(readWaiver({ ...typed, ...change }).open ?? [])]).toEqual(open);
  });

  test('an incentive goes by its name, a decision by its document', () => {
    const { reason } = typed;
    expect(readWaiver(typed).ground).toEqual({ reason, incentive: 'merit' });
    expect(readWaiver({ ...typed, by: granted, basis: 'Quyết định 12', amount: '5000' }).ground).toEqual({
      reason,
      basis: 'Quyết định 12',
      amount: 5000,
    });
  });
});
