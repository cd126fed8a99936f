import { describe, expect, test } from 'vitest';
import { millimetresText, readMillimetres } from '../../../../../renderer/screens/common/print-tray/margin-text.ts';

describe('the two numbers off the sheet', () => {
  test.each([
    ['1,5', 1.5],
    ['-1.5', -1.5],
    ['−10', -10],
    [' 0 ', 0],
    ['-0', 0],
    ['+3', 3],
    ['2,50', 2.5],
    ['', undefined],
    ['10,5', undefined],
    ['1,3', undefined],
    ['ba', undefined],
    ['1e1', undefined],
    ['--1', undefined],
  ])('%j is %j', (text, expected) => {
    expect(readMillimetres(text)).toBe(expected);
  });

  test('what is in force is typed as it is read', () => {
    for (let value = -10; value <= 10; value += 0.5) expect(readMillimetres(millimetresText(value))).toBe(value);
  });
});
