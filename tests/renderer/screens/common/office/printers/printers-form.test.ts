import { describe, expect, test } from 'vitest';
import {
  printersIssues,
  printersValuesOf,
  withPrinters,
} from '../../../../../../renderer/screens/common/office/printers/printers-form.ts';

describe('the printers as typed', () => {
  const roll = { name: 'Cuộn', host: '192.168.1.50', port: 9100, widthMm: 80 as const };
  const before = {
    printer: 'laser',
    sparePrinter: 'kim',
    rollPrinters: [roll],
    margins: [{ printer: 'laser', leftMm: 1, topMm: 0 }],
    sheets: [{ printer: 'kim', only: 'A5' as const }],
  };

  test('what is not touched comes back as it was, margins too', () => {
    expect(withPrinters(printersValuesOf(before as never), before as never)).toEqual(before);
  });

  test('what is cleared is left out', () => {
    const cleared = { receiptPrinter: '', sparePrinter: '', rolls: [], sheets: [], reason: '' };
    expect(withPrinters(cleared, before as never)).toEqual({ printer: 'laser', margins: before.margins });
  });

  test.each([
    [{ ...roll, host: '8.8.8.8' }, 'rolls.0.host', 'private-address'],
    [{ ...roll, port: 0 }, 'rolls.0.port', undefined],
    [{ ...roll, name: '' }, 'rolls.0.name', undefined],
  ])('%j is told at its own field', (wrong, field, issue) => {
    const found = printersIssues({ ...before, rollPrinters: [wrong] } as never, 'vì sao');
    expect([...found.keys()]).toContain(field);
    if (issue !== undefined) expect(found.get(field)).toBe(issue);
  });

  test('two of one name', () => {
    const found = printersIssues({ ...before, rollPrinters: [roll, roll] } as never, 'vì sao');
    expect(found.get('rolls.1.name')).toBe('twice');
  });
});
