import { describe, expect, test } from 'vitest';
import { fillTemplate, formats, isFilled, valueAt } from '../../../electron/paper/forms/template.ts';

describe('ways of writing a value', () => {
  test.each([
    ['date', '2026-11-23T15:12:00+07:00', '23/11/2026'],
    ['dateWords', '2026-02-05T08:00:00+07:00', 'ngày 05 tháng 02 năm 2026'],
    ['dateWords', '2026-03-05T08:00:00+07:00', 'ngày 05 tháng 3 năm 2026'],
    ['dateTimeWords', '2026-11-23T15:12:00+07:00', '15 giờ 12 phút, ngày 23 tháng 11 năm 2026'],
    ['dateTimeWords', '2027-01-04T07:05:59+07:00', '07 giờ 05 phút, ngày 04 tháng 01 năm 2027'],
    ['dong', 0, '0 đồng'],
    ['dong', 8000, '8.000 đồng'],
    ['dong', 1234567890, '1.234.567.890 đồng'],
    ['upper', 'ubnd phường cát lái', 'UBND PHƯỜNG CÁT LÁI'],
    ['upper', 'đặng ánh'.normalize('NFD'), 'ĐẶNG ÁNH'],
    ['twoDigits', 1, '01'],
    ['twoDigits', 120, '120'],
    ['countOrDash', 0, '–'],
    ['countOrDash', 2, '02'],
  ])('%s of %s is %s', (format, value, words) => {
    expect(formats[format]?.(value)).toBe(words);
  });
});

describe('filling a template', () => {
  const values = { a: { b: 'một' }, none: '', list: [], mark: '**đậm** _nghiêng_ {a.b}' };

  test('keeps styles apart', () => {
    expect(fillTemplate('x **{a.b}** _y **z**_', values)).toEqual([
      { text: 'x ', font: 'regular' },
      { text: 'một', font: 'bold' },
      { text: ' ', font: 'regular' },
      { text: 'y ', font: 'italic' },
      { text: 'z', font: 'bold-italic' },
    ]);
  });

  test('what a citizen wrote is never read as markup or as a field', () => {
    expect(fillTemplate('{mark}', values)).toEqual([{ text: '**đậm** _nghiêng_ {a.b}', font: 'regular' }]);
  });

  test('leaves a bracket out whole where a field in it is not filled', () => {
    const words = (template: string): string =>
      fillTemplate(template, values)
        .map((run) => run.text)
        .join('');
    expect(words('x[ ({a.b})]')).toBe('x (một)');
    expect(words('x[ ({a.b}, {none})] y[ {a.b}]')).toBe('x y một');
    expect(words('{none}[ {none}]')).toBe('………');
    expect(fillTemplate('{mark}', { mark: 'a [b]' })[0]?.text).toBe('a [b]');
  });

  test('takes the first filled path, and leaves a blank to write on where there is none', () => {
    expect(fillTemplate('{none ?? a.b}', values)[0]?.text).toBe('một');
    expect(fillTemplate('{none}', values)[0]?.text).toBe('………');
  });

  test.each([
    [undefined, false],
    [null, false],
    ['', false],
    [false, false],
    [[], false],
    [0, true],
    ['0', true],
    [[1], true],
  ])('%j is filled: %s', (value, filled) => {
    expect(isFilled(value)).toBe(filled);
  });

  test('a path does not reach what the object only inherits', () => {
    expect(valueAt(values, 'a.b')).toBe('một');
    expect(valueAt(values, 'a.constructor')).toBeUndefined();
    expect(valueAt(values, 'a.b.length')).toBeUndefined();
  });
});
