import { describe, expect, test } from 'vitest';
import { formOn, sheetForm } from '../../../../electron/domain/common/printing/paper-place.ts';
import { spareFor } from '../../../../electron/domain/common/printing/spare-printer.ts';

describe('which printer stands in for another', () => {
  test.each([
    ['laser', 'kim', 'laser', 'kim'],
    ['laser', 'kim', 'kim', 'laser'],
    ['laser', 'kim', 'cuộn', 'kim'],
    ['laser', 'kim', '', 'kim'],
    ['laser', '', 'laser', undefined],
    ['laser', undefined, 'laser', undefined],
    ['', 'kim', 'kim', undefined],
    ['kim', 'kim', 'kim', undefined],
  ])('desk %j, spare %j: for %j it is %j', (printer, sparePrinter, failed, expected) => {
    expect(spareFor({ printer, sparePrinter }, failed)).toBe(expected);
  });
});

describe('the form of a paper on a printer', () => {
  test.each([
    ['mau-01', 80, 'mau-01-cuon'],
    ['mau-01', 58, 'mau-01-cuon-58'],
    ['mau-01-cuon', 58, 'mau-01-cuon-58'],
    ['mau-01-cuon-58', undefined, 'mau-01'],
    ['mau-01', undefined, 'mau-01'],
    ['test-page', 80, 'thu-cuon'],
    ['mau-03', 80, undefined],
    ['mau-03', undefined, 'mau-03'],
  ] as const)('%s on %j is %j', (form, roll, expected) => {
    expect(formOn(form, roll)).toBe(expected);
  });

  test('a form of the office’s own is itself on sheets', () => {
    expect(sheetForm('phieu-rieng')).toBe('phieu-rieng');
  });
});
