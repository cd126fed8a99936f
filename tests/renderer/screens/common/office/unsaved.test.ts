import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OfficeSettings } from '../../../../../electron/contract/common/office/office.ts';
import {
  type OfficeValues,
  officeDefaults,
  settingsOf,
  valuesOf,
} from '../../../../../renderer/screens/common/office-fields/office-values.ts';
import { mergeOnto } from '../../../../../renderer/screens/common/office/unsaved.ts';
import {
  printersValuesOf,
  withPrinters,
} from '../../../../../renderer/screens/common/office/printers/printers-form.ts';

const opened: OfficeSettings = {
  ...settingsOf({ ...officeDefaults, unitCode: '26848', caseUnitCode: 'H29.999', centreName: 'Trung tâm A' }),
  margins: [{ printer: 'laser', leftMm: 0, topMm: 0 }],
};

/** What the settings form sends when these fields were typed in it, and `newest` is in force by then. */
function saved(typed: Partial<OfficeValues>, newest: OfficeSettings): OfficeSettings {
  const began = valuesOf(opened);
  return settingsOf(mergeOnto(began, { ...began, ...typed }, valuesOf(newest)), newest);
}

describe('a settings form that was open while somebody else saved', () => {
  test('margins set at the printer meanwhile stay', () => {
    const newest = { ...opened, margins: [{ printer: 'laser', leftMm: 1.5, topMm: -2 }] };
    expect(saved({ phone: '028 1' }, newest)).toEqual({ ...newest, phone: '028 1' });
  });

  test('a field left alone goes along with the newest, a typed one wins', () => {
    const newest = { ...opened, phone: '028 2', centreName: 'Trung tâm B' };
    expect(saved({ phone: '028 1' }, newest)).toEqual({ ...newest, phone: '028 1' });
  });

  test('roll printers typed here, another receipt printer chosen there', () => {
    const newest = { ...opened, receiptPrinter: 'kim' };
    const began = printersValuesOf(opened);
    const rolls = [{ name: 'Cuộn', host: '10.0.0.9', port: '9100', width: '80' as const }];
    expect(withPrinters(mergeOnto(began, { ...began, rolls }, printersValuesOf(newest)), newest)).toEqual({
      ...newest,
      rollPrinters: [{ name: 'Cuộn', host: '10.0.0.9', port: 9100, widthMm: 80 }],
    });
  });

  const field = fc.constantFrom('a', 'b', 'c');
  const form = fc.record({ one: field, two: field, three: fc.array(field, { maxLength: 2 }) });

  test('nothing is lost that only one side changed', () => {
    fc.assert(
      fc.property(form, form, form, (began, typed, newest) => {
        const merged = mergeOnto(began, typed, newest);
        for (const name of ['one', 'two', 'three'] as const) {
          const touched = JSON.stringify(typed[name]) !== JSON.stringify(began[name]);
          expect(merged[name]).toEqual(touched ? typed[name] : newest[name]);
        }
      }),
      { seed: 118 },
    );
  });
});
