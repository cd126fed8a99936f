import { describe, expect, test } from 'vitest';
import type { Status } from '../../../../../electron/contract/office/office.ts';
import type { PrintJob, Printer } from '../../../../../electron/contract/printing/paper.ts';
import {
  printersIssues,
  printersValuesOf,
  withPrinters,
} from '../../../../../renderer/screens/office/printers/printers-form.ts';
import { millimetresText, readMillimetres } from '../../../../../renderer/screens/print-tray/margin-text.ts';
import { waitingPrinters } from '../../../../../renderer/screens/print-tray/waiting-printers.ts';

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

describe('which printers are waited for', () => {
  const status = { printer: { name: 'laser' }, sparePrinter: { name: 'kim' } } as unknown as Status;
  const jobs = (...states: string[]) => states.map((state) => ({ printer: 'laser', state }) as unknown as PrintJob);
  const laser = (state: Printer['state']) => [{ name: 'laser', state }] as unknown as Printer[];

  test.each([
    [['failed', 'spooled', 'unknown'], 'stopped', [{ printer: 'laser', trouble: 'stopped', count: 2, spare: 'kim' }]],
    [['failed', 'failed'], 'ready', [{ printer: 'laser', trouble: 'failing', count: 2, spare: 'kim' }]],
    [['failed'], 'ready', []],
    [['unknown'], 'stopped', []],
    [['spooled'], 'printing', []],
  ] as const)('%j on one that is %s', (states, state, expected) => {
    expect(waitingPrinters(jobs(...states), laser(state), status)).toEqual(expected);
  });

  test('one that is not there, and no spare', () => {
    const none = { ...status, sparePrinter: null };
    expect(waitingPrinters(jobs('failed'), [], none)).toEqual([
      { printer: 'laser', trouble: 'missing', count: 1, spare: undefined },
    ]);
  });
});

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
