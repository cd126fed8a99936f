import { expect, test } from 'vitest';
import type { OfficeSettings } from '../../../../../../electron/contract/common/office/office.ts';
import type { RollPrinter } from '../../../../../../electron/contract/common/printing/printers.ts';
import { paperPlaceWords } from '../../../../../../renderer/screens/counter/reception/paper/paper-place-words.ts';
import { vi } from '../../../../../../renderer/text/languages.ts';
import { settings } from '../../../../../support/papers/well-formed.ts';

const roll: RollPrinter = { name: 'cuon-quay', host: '192.168.1.20', port: 9100, widthMm: 80 };

test.each<[string, Partial<OfficeSettings>, string]>([
  ['no printer', {}, 'A5 · 2 liên · chưa chọn máy in'],
  ['the desk’s own', { printer: 'laser' }, 'A5 · 2 liên · laser'],
  ['one for receipts alone', { printer: 'laser', receiptPrinter: 'kim', paperSize: 'A4' }, 'A4 · 2 liên · kim'],
  [
    'a roll for receipts',
    { printer: 'laser', receiptPrinter: roll.name, rollPrinters: [roll] },
    'giấy cuộn 80 mm · 2 liên · cuon-quay',
  ],
  ['nothing but a roll', { printer: roll.name, rollPrinters: [roll] }, 'giấy cuộn 80 mm · 2 liên · cuon-quay'],
])('the caption says what will come out: %s', (_what, change, words) => {
  expect(paperPlaceWords({ ...settings, ...change } as OfficeSettings, vi.reception.paper)).toBe(words);
});
