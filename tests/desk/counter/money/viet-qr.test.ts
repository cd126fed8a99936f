import { describe, expect, test } from 'vitest';
import { transferContent, vietQr } from '../../../../electron/desk/counter/money/payment-code.ts';

describe('VietQR against vectors on which three programs agree', () => {
  test.each([
    [
      '970416',
      '257678859',
      10_000,
      'Chuyen tien',
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
    ],
    [
      '970436',
      '0123456789',
      8000,
      'H29.999-261122-0001',
      '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA5303704540480005802VN62230819H29.999-261122-000163048DEA',
    ],
  ])('%s %s %i', (bin, number, amount, content, payload) => {
    expect(vietQr({ bin, number, name: 'X' }, amount, content)).toBe(payload);
  });

  test('none for 0 đồng', () => {
    expect(vietQr({ bin: '970436', number: '0123456789', name: 'X' }, 0, 'A')).toBeNull();
  });
});

test.each([
  ['H29.999-261122-0001', 'H29.999-261122-0001'],
  ['000.00.01.H29-260310-0420', '000.00.01.H29-260310-0420'],
  ['1000.00.01.H29-260310-0420', '000.00.01.H29-260310-0420'],
  ['Hồ sơ 12', 'Hs12'],
])('the content of %s is %s: plain signs, at most 25', (number, content) => {
  expect(transferContent(number)).toBe(content);
});
