import { describe, expect, test } from 'vitest';
import {
  changedFields,
  formOfProcedure,
} from '../../../../../../renderer/screens/common/office/catalogue/procedure-form.ts';
import { birth } from '../../../counter/case-fields/forms-in-hand.ts';

const today = '23/11/2026';

describe('the editor of one procedure', () => {
  test('sends what was changed alone, of one that is known', () => {
    const before = formOfProcedure(birth, today);
    expect(changedFields(before, { ...before, reason: 'Lý do' })).toEqual({ code: birth.code, reason: 'Lý do' });
    expect(changedFields(before, { ...before, nicknames: 'giấy khai sinh; ks', fee: '8.000' })).toMatchObject({
      nicknames: ['giấy khai sinh', 'ks'],
      fee: 8000,
    });
    expect(changedFields(before, { ...before, nicknames: '' })).not.toHaveProperty('nicknames');
    expect(changedFields({ ...before, nicknames: 'ks' }, { ...before, nicknames: '' })).toMatchObject({
      nicknames: [],
    });
  });

  test('a changed limit goes with its ground, within the day with how its hours are reckoned', () => {
    const before = formOfProcedure(birth, today);
    expect(changedFields(before, { ...before, unit: 'working-day', value: '3', ground: 'QĐ 113' })).toMatchObject({
      term: { value: 3, unit: 'working-day', ground: 'QĐ 113' },
    });
    expect(changedFields(before, { ...before, ground: 'QĐ 113' })).toMatchObject({
      term: { value: 1, unit: 'same-day', rule: 'after-15h', ground: 'QĐ 113' },
    });
  });

  test('a new one sends what was typed, and what cannot be read is passed on to be named', () => {
    const before = formOfProcedure(undefined, today);
    const sent = changedFields(before, { ...before, name: 'Xác nhận nhà trọ', value: 'ba', ground: 'x' });
    expect(sent).toMatchObject({ name: 'Xác nhận nhà trọ', offered: true, term: { value: Number.NaN } });
    expect(sent).not.toHaveProperty('code');
    expect(sent).not.toHaveProperty('fee');
  });
});
