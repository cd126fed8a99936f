import { expect, test } from 'vitest';
import { printerChoices } from '../../../../renderer/parts/paper/printer-choices.ts';

const listed = [
  { name: 'laser', description: 'Laser quầy 3', state: 'ready', reason: null, isDefault: true },
  { name: 'kim', description: '', state: 'ready', reason: null, isDefault: false },
] as const;

test.each([
  ['listed', listed, ['laser'], ['laser=Laser quầy 3', 'kim=kim']],
  ['not there', listed, ['cũ'], ['laser=Laser quầy 3', 'kim=kim', 'cũ=cũ · không thấy']],
  ['not known yet', undefined, ['cũ', 'cũ'], ['cũ=cũ']],
  ['none chosen', [], ['', undefined], []],
])('a chosen printer that is %s stays in sight', (_what, printers, kept, expected) => {
  expect(printerChoices(printers, kept, 'không thấy').map(({ value, label }) => `${value}=${label}`)).toEqual(expected);
});
