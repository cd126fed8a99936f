import { describe, expect, test } from 'vitest';
import type { Status } from '../../../../../electron/contract/common/office/office.ts';
import type { PrintJob, Printer } from '../../../../../electron/contract/common/printing/paper.ts';
import { waitingPrinters } from '../../../../../renderer/screens/common/print-tray/waiting-printers.ts';

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
