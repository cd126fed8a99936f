import { expect, test } from 'vitest';
import { draftLabel, formOfDraft } from '../../../../../../renderer/screens/counter/reception/draft/draft-form.ts';
import { after, choose, scan } from '../../case-fields/forms-in-hand.ts';

test('a draft comes back as it went, request and all; a foreign one is left alone', () => {
  const form = after(scan, choose);
  expect(formOfDraft(JSON.parse(JSON.stringify(form)) as Record<string, unknown>)).toEqual(form);
  expect(formOfDraft({ version: 2, draftId: 'x' })).toBeUndefined();
});

test('the label never carries the whole number', () => {
  expect(draftLabel(after(scan, choose))).toBe('NGUYỄN THỊ ĐẶNG ÁNH · …1234 · Đăng ký khai sinh');
});
