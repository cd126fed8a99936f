import { expect, test } from 'vitest';
import type { OwnField } from '../../../../../../electron/contract/catalogue/own-fields.ts';
import { ownInput, ownLeftOut } from '../../../../../../renderer/screens/counter/case-fields/what/own-fields.ts';
import { checkReception } from '../../../../../../renderer/screens/counter/case-fields/receive-input.ts';
import { newReception } from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';

const asked: readonly OwnField[] = [{ key: 'ngheNghiep', label: 'Nghề nghiệp', kind: 'text' }];
// A draft from before the fields were changed.
const typed = { quocTich: 'Việt Nam', ngheNghiep: ' Thợ may ', soNha: '  ' };

test('what a procedure asks no more is not sent, and is what the screen names as left out', () => {
  expect(ownInput(typed, asked)).toEqual({ ngheNghiep: 'Thợ may' });
  expect(ownLeftOut(typed, asked)).toEqual(['Việt Nam']);
  expect(ownInput(typed, [])).toEqual({});
  expect(ownLeftOut(typed, [])).toEqual(['Việt Nam', 'Thợ may']);
});

test('until it is known what is asked, everything is sent and nothing is said to be left out', () => {
  expect(ownInput(typed)).toEqual({ quocTich: 'Việt Nam', ngheNghiep: 'Thợ may' });
  expect(ownLeftOut(typed)).toEqual([]);
  expect(ownLeftOut(undefined, asked)).toEqual([]);
});

test('a reception whose draft says too much is as acceptable as one that does not', () => {
  const fresh = newReception({ draftId: crypto.randomUUID(), requestId: crypto.randomUUID() });
  const paths = (ownFields: Record<string, string>) => {
    const checked = checkReception({ ...fresh, ownFields }, {}, asked);
    return checked.ok ? [] : [...checked.issues.keys()];
  };
  expect(paths({ 'no key': 'x' })).toEqual(paths({}));
});
