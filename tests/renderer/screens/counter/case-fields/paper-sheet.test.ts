import { expect, test } from 'vitest';
import {
  type ReceiptToSign,
  receiptBytes,
  receiptDigits,
} from '../../../../../electron/domain/safety/proof/receipt-text.ts';
import {
  againstSquare,
  blankSheet,
  sheetInput,
  sheetOfSquare,
} from '../../../../../renderer/screens/counter/case-fields/paper-sheet.ts';

const receipt: ReceiptToSign = {
  kind: 'received',
  number: 'H29.999-261123-0042',
  acceptedAt: '2026-11-23T09:20:00+07:00',
  dueAt: '2026-11-25T17:00:00+07:00',
  amount: null,
  head: 'ab'.repeat(16),
};
const squareOf = (change: Partial<ReceiptToSign> = {}) =>
  receiptDigits(receiptBytes('0123456789abcdef', { ...receipt, ...change }), Buffer.alloc(64, 7));

test('a signed square fills in the sheet, and goes with what is entered from it', () => {
  const square = squareOf();
  const sheet = { ...blankSheet, ...sheetOfSquare(square) };
  expect(sheet).toEqual({
    on: true,
    number: 'H29.999-261123-0042',
    day: '23/11/2026',
    hour: '09:20',
    promisedDay: '25/11/2026',
    promisedHour: '17:00',
    square,
  });
  expect(sheetInput(sheet)).toEqual({
    fromKit: {
      number: 'H29.999-261123-0042',
      acceptedAt: '2026-11-23T09:20:00+07:00',
      promisedDate: '2026-11-25',
      promisedTime: '17:00',
      square,
    },
  });
  expect(againstSquare(sheet)).toEqual(new Set());
  // Typed another way, said the same.
  expect(againstSquare({ ...sheet, hour: '9:20', day: '23112026' })).toEqual(new Set());
});

test('what is typed against the square is marked where it stands', () => {
  const sheet = { ...blankSheet, ...sheetOfSquare(squareOf()) };
  expect(againstSquare({ ...sheet, hour: '09:25' })).toEqual(new Set(['hour']));
  expect(againstSquare({ ...sheet, promisedDay: '', promisedHour: '' })).toEqual(
    new Set(['promisedDay', 'promisedHour']),
  );
  expect(againstSquare({ ...sheet, square: '', day: '24/11/2026' })).toEqual(new Set());
  const open = { ...blankSheet, ...sheetOfSquare(squareOf({ dueAt: null })) };
  expect([open.promisedDay, againstSquare(open).size]).toEqual(['', 0]);
  expect(sheetOfSquare('7913')).toBeUndefined();
});
