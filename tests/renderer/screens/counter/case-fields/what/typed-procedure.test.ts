import { describe, expect, test } from 'vitest';
import {
  isTermTyped,
  typedPapersOf,
} from '../../../../../../renderer/screens/counter/case-fields/what/typed-procedure.ts';
import { choosableTerms } from '../../../../../../electron/domain/catalogue/procedure-terms.ts';
import { checkReception, previewInput } from '../../../../../../renderer/screens/counter/case-fields/receive-input.ts';
import { newReception } from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import { receptionAfter } from '../../../../../../renderer/screens/counter/case-fields/reception-state.ts';
import { birth } from '../forms-in-hand.ts';

describe('papers as they are typed', () => {
  test.each([
    ['', []],
    ['Đơn đề nghị', [{ name: 'Đơn đề nghị', originals: 1, copies: 0 }]],
    [
      'Đơn đề nghị; Hợp đồng thuê (2 bản sao);',
      [
        { name: 'Đơn đề nghị', originals: 1, copies: 0 },
        { name: 'Hợp đồng thuê', originals: 0, copies: 2 },
      ],
    ],
    ['Ảnh (1 bản chính, 3 bản sao)', [{ name: 'Ảnh', originals: 1, copies: 3 }]],
    ['Giấy (bản sao có chứng thực)', [{ name: 'Giấy (bản sao có chứng thực)', originals: 0, copies: 1 }]],
    ['CMND (bản sao)', [{ name: 'CMND', originals: 0, copies: 1 }]],
    ['CCCD(2 ban sao)', [{ name: 'CCCD', originals: 0, copies: 2 }]],
    ['CCCD (2 bản sao)'.normalize('NFD'), [{ name: 'CCCD', originals: 0, copies: 2 }]],
    ['Sổ hộ khẩu (photo)', [{ name: 'Sổ hộ khẩu', originals: 0, copies: 1 }]],
    ['Sổ hộ khẩu (3 bản photo)', [{ name: 'Sổ hộ khẩu', originals: 0, copies: 3 }]],
    ['Sổ đỏ (phô tô)', [{ name: 'Sổ đỏ', originals: 0, copies: 1 }]],
    ['CMND bản sao', [{ name: 'CMND bản sao', originals: 0, copies: 1 }]],
    ['2 bản sao CMND', [{ name: '2 bản sao CMND', originals: 0, copies: 2 }]],
    ['Ảnh (bản chính và 2 bản sao)', [{ name: 'Ảnh', originals: 1, copies: 2 }]],
    ['Ảnh (2 bản chính)', [{ name: 'Ảnh', originals: 2, copies: 0 }]],
    ['Giấy (bản chính hoặc bản sao)', [{ name: 'Giấy (bản chính hoặc bản sao)', originals: 1, copies: 0 }]],
    ['Giấy chứng nhận sao chép tác phẩm', [{ name: 'Giấy chứng nhận sao chép tác phẩm', originals: 1, copies: 0 }]],
    ['Giấy ủy quyền (nếu có)', [{ name: 'Giấy ủy quyền (nếu có)', originals: 1, copies: 0 }]],
  ])('%s', (typed, papers) => {
    expect(typedPapersOf(typed)).toEqual(papers);
  });
});

describe('a procedure that stands in no list', () => {
  const [agreed] = choosableTerms([]);
  if (agreed === undefined) throw new Error('where no law gives a limit a day is agreed');
  const { rule: _none, ...row } = agreed;
  const terms = [{ ...row, rule: null, channels: null, text: '', textEn: '' }];
  const detail = {
    ...birth,
    code: 'other',
    name: 'Xác nhận nhà trọ',
    field: '',
    origin: 'typed' as const,
    terms,
    components: [],
  };
  const chosen = receptionAfter(newReception({ draftId: 'd', requestId: 'r' }), {
    type: 'procedure-chosen',
    procedure: detail,
  });

  test('begins with a term to be typed, and says what is missing of it', () => {
    expect(isTermTyped(detail)).toBe(true);
    const checked = checkReception(chosen, {});
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect([...checked.issues.keys()]).toEqual(expect.arrayContaining(['typedTerm.value', 'typedTerm.ground']));
  });

  test('is previewed as soon as the term can be read', () => {
    const term = { key: 'typed', reason: '', agreed: '', value: '3', unit: 'working-day' as const };
    expect(previewInput({ ...chosen, term, typedPapers: 'Đơn' })).toMatchObject({
      procedureCode: 'other',
      typed: { name: 'Xác nhận nhà trọ', components: [{ name: 'Đơn' }] },
      typedTerm: { value: 3, unit: 'working-day' },
    });
    expect(previewInput({ ...chosen, term: { ...term, value: 'ba' } })).not.toHaveProperty('typedTerm');
  });

  test('one that was read in the law and has no limit goes by an agreed day, as before', () => {
    expect(isTermTyped({ terms, origin: 'read' })).toBe(false);
  });
});
