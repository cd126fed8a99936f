import { describe, expect, test } from 'vitest';
import type { OwnField } from '../../../../electron/contract/catalogue/own-fields.ts';
import { ownFieldLines, readOwnFieldLines } from '../../../../electron/domain/catalogue/own-fields/own-field-lines.ts';
import { ownText, readOwnValue, readOwnValues } from '../../../../electron/domain/catalogue/own-fields/own-values.ts';

const field = (kind: OwnField['kind'], more: Partial<OwnField> = {}): OwnField => ({
  key: 'one',
  label: 'Một ô',
  kind,
  ...more,
});
const today = '2026-11-23';
const sex = field('choice', { choices: ['Nam', 'Nữ'] });

describe('what a hand types is kept in one way, and written again for a reader', () => {
  test.each<[OwnField, string, unknown, string]>([
    [field('text'), '  mẹ  đẻ ', 'mẹ đẻ', 'mẹ đẻ'],
    [field('number'), '1.250', '1250', '1.250'],
    [field('number', { fraction: true }), '1.250,5', '1250.5', '1.250,5'],
    [field('number', { fraction: true }), '12.5', '12.5', '12,5'],
    [field('number'), '12 000', '12000', '12.000'],
    [field('date'), '15021985', '1985-02-15', '15/02/1985'],
    [field('date'), '5/2/1985', '1985-02-05', '05/02/1985'],
    [field('date'), '1985-02-15', '1985-02-15', '15/02/1985'],
    [field('date'), '2/1985', '1985-02', '02/1985'],
    [field('date'), '1985', '1985', '1985'],
    [field('date', { past: true }), '23/11/2026', '2026-11-23', '23/11/2026'],
    [field('date', { past: true }), '11/2026', '2026-11', '11/2026'],
    [field('date', { past: true }), '2026', '2026', '2026'],
    [field('date'), '31/12/2199', '2199-12-31', '31/12/2199'],
    [field('time'), '4h30', '04:30', '04 giờ 30 phút'],
    [field('time'), '0430', '04:30', '04 giờ 30 phút'],
    [field('time'), '23:59', '23:59', '23 giờ 59 phút'],
    [field('time'), '4 giờ', '04', '04 giờ'],
    [field('time'), '24 giờ', '24', '24 giờ'],
    [sex, 'nữ', 'Nữ', 'Nữ'],
    [field('choice', { choices: ['khai sinh', 'khai tử', 'kết hôn'] }), 'kế', 'kết hôn', 'kết hôn'],
    [field('person'), 'Nguyễn Thị Mai', { fullName: 'Nguyễn Thị Mai' }, 'Nguyễn Thị Mai'],
    [
      field('person'),
      'Nguyễn Thị  Mai, 079190 000123',
      { fullName: 'Nguyễn Thị Mai', idNumber: '079190000123' },
      'Nguyễn Thị Mai, 079190000123',
    ],
  ])('%j %s', (asked, typed, value, text) => {
    const read = readOwnValue(asked, typed, today);
    expect(read).toEqual({ value });
    if ('value' in read) {
      expect(ownText(asked.kind, read.value)).toBe(text);
      // What a reader sees is read as the same.
      expect(readOwnValue(asked, text, today)).toEqual({ value });
    }
  });

  test.each<[OwnField, string, string]>([
    [field('number'), 'mười', 'own-field-number'],
    [field('number', { least: 1, most: 20 }), '0', 'too-small:1'],
    [field('number', { least: 1, most: 20 }), '21', 'too-big:20'],
    [field('number'), '1.5', 'whole-number'],
    [field('number', { least: 1 }), '1,5', 'whole-number'],
    [field('date', { past: true }), '24/11/2026', 'date-after-today'],
    [field('date', { past: true }), '12/2026', 'date-after-today'],
    [field('date', { past: true }), '2199', 'date-after-today'],
    [field('time'), '99 giờ', 'own-field-time'],
    [field('time'), '24:01', 'own-field-time'],
    [field('time'), '12 giờ 60', 'own-field-time'],
    [field('time'), 'sáng sớm', 'own-field-time'],
    [field('date'), '31/02/1985', 'date-impossible'],
    [field('date'), 'hôm qua', 'date'],
    [field('date'), '01/01/0001', 'date-impossible'],
    [sex, 'N', 'one-of:Nam, Nữ'],
    [sex, 'khác', 'one-of:Nam, Nữ'],
    [field('person'), 'Mai, 07919000012', 'id-number'],
    [field('person'), 'Nguyễn Văn A 079190001234', 'own-field-person'],
    [field('person'), 'Nguyễn Văn A, 12345', 'own-field-person'],
    [field('person'), 'Nguyễn Văn A2', 'own-field-person'],
    [field('person'), 'nGUYỄN tHỊ mAI', 'name-case'],
  ])('%j refuses %s: %s', (asked, typed, wrong) => {
    expect(readOwnValue(asked, typed, today)).toEqual({ wrong });
  });

  test('a program that sends a person whole has no digits in the name either', () => {
    expect(readOwnValue(field('person'), { fullName: 'Nguyễn Văn A 079190001234' }, today)).toEqual({
      wrong: 'own-field-person',
    });
  });

  test('what is needed is asked of who stands at a screen alone, and nothing else is taken', () => {
    const fields = [field('text', { required: true }), { ...sex, key: 'sex' }];
    expect(readOwnValues(fields, { sex: 'nam' }, { attended: false, today })).toEqual({
      values: { sex: 'Nam' },
      issues: [],
    });
    expect(readOwnValues(fields, { sex: 'nam', more: 'x' }, { attended: true, today }).issues).toEqual([
      ['more', 'own-field-unknown'],
      ['one', 'required'],
    ]);
  });
});

describe('fields as a supervisor writes them', () => {
  const written = [
    'Quan hệ với người chết *',
    'Người chết (người)',
    'Ngày chết (ngày)',
    'Giới tính (Nam / Nữ)',
    'Số bản sao (số 1–20)',
    'Diện tích (số thập phân 0–9)',
    'Ngày cấp (ngày đã qua)',
    'Giờ chết (giờ)',
    'Nơi chết (địa chỉ)',
    'Nơi cư trú (thường trú hoặc tạm trú)',
  ].join('\n');

  test('are read, and written the same', () => {
    const fields = readOwnFieldLines(written);
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['quanHeVoiNguoiChet', 'text'],
      ['nguoiChet', 'person'],
      ['ngayChet', 'date'],
      ['gioiTinh', 'choice'],
      ['soBanSao', 'number'],
      ['dienTich', 'number'],
      ['ngayCap', 'date'],
      ['gioChet', 'time'],
      ['noiChet', 'address'],
      ['noiCuTruThuongTruHoacTamTru', 'text'],
    ]);
    expect(fields[0]?.required).toBe(true);
    expect(fields[4]).toMatchObject({ least: 1, most: 20 });
    expect(fields[5]).toMatchObject({ fraction: true, least: 0, most: 9 });
    expect(fields[6]?.past).toBe(true);
    expect(ownFieldLines(fields)).toBe(written);
  });

  test('a field keeps its key by its label and kind wherever it stands; what is called or takes otherwise has a new one', () => {
    const before = readOwnFieldLines('Người mẹ (người)\nNgười cha (người)');
    const keysOf = (lines: string) => readOwnFieldLines(lines, before).map(({ key }) => key);
    expect(keysOf('Người cha (người)\nHọ tên mẹ (người)\nNgười cha, mẹ (người)')).toEqual([
      'nguoiCha',
      'hoTenMe',
      'nguoiChaMe',
    ]);
    expect(keysOf('NGUOI  MẸ (người) *\nNgườicha (người)')).toEqual(['nguoiMe', 'nguoiCha']);
    expect(keysOf('Người mẹ\nNgười cha (người)')).toEqual(['nguoiMe2', 'nguoiCha']);
    expect(new Set(readOwnFieldLines('Tên\nTên\nTên').map(({ key }) => key)).size).toBe(3);
  });

  test('«Nghề nghiệp» written over «Quốc tịch» is no nationality on the declaration, nor is another field of its label', () => {
    const nationality: OwnField = { key: 'deceasedNationality', label: 'Quốc tịch', kind: 'text' };
    const before = [nationality, { key: 'cause', label: 'Nguyên nhân chết', kind: 'text' } as const];
    expect(readOwnFieldLines('Nghề nghiệp\nCause', before)).toEqual([
      { key: 'ngheNghiep', label: 'Nghề nghiệp', kind: 'text' },
      { key: 'cause2', label: 'Cause', kind: 'text' },
    ]);
    const twice = [nationality, { ...nationality, key: 'spouseNationality' }];
    expect(readOwnFieldLines('Quốc tịch\nquoc tich', twice).map(({ key }) => key)).toEqual([
      'deceasedNationality',
      'spouseNationality',
    ]);
  });
});
