import { expect, test } from 'vitest';
import { cardWithin } from '../../../renderer/scanner/field.ts';

const card = '079190001234||Nguyễn Thị Đặng Ánh|04031990|Nữ|12 Lê Lợi, Phường Cát Lái|02072024';

test.each([
  [card, card, ''],
  [`0909 1${card}`, card, '0909 1'],
  [`ghi chú ${card}`, card, 'ghi chú '],
  [`Đường${card}`, card, 'Đường'],
  [`0909 1]Q1${card}`, `]Q1${card}`, '0909 1'],
])('in %j a slow scanner typed the card, and the rest is the field’s', (text, found, rest) => {
  expect(cardWithin(text)).toEqual({ card: found, rest });
});

test.each(['12 Lê Lợi | Phường Cát Lái', '079190001234|023456789|Nguyễn', '079190001234', ''])(
  '%j holds no card',
  (text) => {
    expect(cardWithin(text)).toBeUndefined();
  },
);
