import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueSentences } from '../../../../../../electron/contract/base/input-issues.ts';
import {
  copiesExample,
  copiesText,
  knownCopies,
  parseCopies,
} from '../../../../../../renderer/screens/counter/case-fields/what/copies-text.ts';
import { checkReception, previewInput } from '../../../../../../renderer/screens/counter/case-fields/receive-input.ts';
import { newReception } from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import { vi as texts } from '../../../../../../renderer/text/languages.ts';

const line = (pages: number | undefined, copies: number, paper = '') => ({
  paper,
  ...(pages === undefined ? {} : { pages }),
  copies,
});

describe('certified copies as a clerk types them', () => {
  test.each([
    ['3', [line(3, 1)]],
    ['2x3 4 10x2', [line(2, 3), line(4, 1), line(10, 2)]],
    ['CCCD 2x3; Sổ hồng 4; 10×2', [line(2, 3, 'CCCD'), line(4, 1, 'Sổ hồng'), line(10, 2)]],
    ['CCCD 2X3 Sổ hồng 4', [line(2, 3, 'CCCD'), line(4, 1, 'Sổ hồng')]],
    ['?x2', [line(undefined, 2)]],
    ['?', [line(undefined, 1)]],
    ['CCCD 2 x 3', [line(2, 3, 'CCCD')]],
    ['CCCD 2 × 3; Bằng 4 X2', [line(2, 3, 'CCCD'), line(4, 2, 'Bằng')]],
    ['CCCD 2x3, Bằng 4x2', [line(2, 3, 'CCCD'), line(4, 2, 'Bằng')]],
    ['CCCD 2x3,Bằng 4', [line(2, 3, 'CCCD'), line(4, 1, 'Bằng')]],
    ['Sổ đỏ số 12: 4x2', [line(4, 2, 'Sổ đỏ số 12')]],
    ['Bằng lái số 12 hạng B: 4; CCCD: 2', [line(4, 1, 'Bằng lái số 12 hạng B'), line(2, 1, 'CCCD')]],
    ['CCCD 079190001234 2x3', [line(2, 3, 'CCCD 079190001234')]],
    ['Giấy phép lái xe B2 2x3', [line(2, 3, 'Giấy phép lái xe B2')]],
  ])('%s', (typed, lines) => {
    expect(parseCopies(typed, 'pages')).toEqual({ ok: true, lines });
  });

  test.each([
    '0',
    '2x0',
    'CCCD',
    '2x3 CCCD',
    '10001',
    '2x1000',
    'x3',
    '2xx3',
    'x',
    'x 3',
    'CCCD x 3',
    'CCCD 2 x',
    'x: 3',
    'CCCD, Bằng 4x2',
    'CCCD: 2x3 4',
    'CCCD: hai',
  ])('%s is not understood', (typed) => {
    expect(parseCopies(typed, 'pages')).toEqual({ ok: false, wrong: 'unread' });
  });

  test.each([
    'Sổ đỏ số 12 4x2',
    'Sổ đỏ số 12',
    'CCCD 2 4x2',
    'Sổ hồng 4 CCCD 2x3',
    '2 CCCD 4x2',
    'Bản án 2019',
    'Bản án năm 2019 4x2',
  ])('%s: a number that may belong to the name never becomes pages', (typed) => {
    expect(parseCopies(typed, 'pages')).toEqual({ ok: false, wrong: 'number' });
  });

  test('more papers than a case has are too many, not unread', () => {
    expect(parseCopies('2x1 '.repeat(51), 'pages')).toEqual({ ok: false, wrong: 'many' });
    expect(parseCopies('2x1 '.repeat(50), 'pages')).toMatchObject({ ok: true });
  });

  test('whatever is understood, written as the desk writes it, is understood the same', () => {
    const word = fc.constantFrom(
      'CCCD',
      'Sổ',
      'số',
      '12',
      '2019',
      '4',
      '2x3',
      '2 x 3',
      '?',
      'x',
      ':',
      ';',
      ',',
      '\n',
      'B2',
      '10×2',
    );
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 9 }),
        fc.constantFrom('pages' as const, 'copies' as const),
        (words, counts) => {
          const first = parseCopies(words.join(' '), counts);
          if (!first.ok) return;
          read += 1;
          expect(parseCopies(copiesText(first.lines, counts), counts)).toEqual(first);
        },
      ),
      { seed: 20261130, numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('a name from elsewhere that holds what ends a paper here stays one paper', () => {
    const told = copiesText([line(2, 3, 'Bằng, bảng điểm; bản 2')], 'pages');
    expect(parseCopies(told, 'pages')).toEqual({ ok: true, lines: [line(2, 3, 'Bằng bảng điểm bản 2')] });
  });

  test('the field, its hint and its errors show one and the same way of writing', () => {
    expect(parseCopies(copiesExample, 'pages')).toMatchObject({ ok: true });
    for (const key of ['copies-needed', 'copies-unread', 'copies-number'])
      for (const sentence of Object.values(issueSentences[key] ?? {})) expect(sentence).toContain(copiesExample);
    expect(texts.reception.what.copiesHow(copiesExample)).toContain(copiesExample);
  });

  test('nothing typed is something else than a slip', () => {
    expect(parseCopies('  ', 'pages')).toEqual({ ok: false, wrong: 'empty' });
  });

  test('where no pages count, a number alone is copies', () => {
    expect(parseCopies('3', 'copies')).toEqual({ ok: true, lines: [line(undefined, 3)] });
  });

  test('what is shown again reads the same', () => {
    const paper = fc.constantFrom('', 'CCCD', 'Sổ hồng', 'Bằng tốt nghiệp THPT');
    const pages = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined });
    const one = fc.tuple(pages, fc.integer({ min: 1, max: 999 }), paper).map(([p, c, name]) => line(p, c, name));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 9 }), (lines) => {
        expect(parseCopies(copiesText(lines, 'pages'), 'pages')).toEqual({ ok: true, lines });
      }),
      { seed: 20261129 },
    );
  });

  test('a file of before told its copies by the quantity beside the pages', () => {
    expect(knownCopies('pages', { pages: 5, quantity: 3 })).toBe('5x3');
    expect(knownCopies('copies', { pages: null, quantity: 2 })).toBe('2');
    expect(knownCopies('none', { pages: null, quantity: 2 })).toBeUndefined();
    expect(knownCopies('pages', { pages: null, quantity: 1 })).toBe('');
  });
});

describe('the reception form', () => {
  const form = {
    ...newReception({ draftId: crypto.randomUUID(), requestId: crypto.randomUUID() }),
    applicant: {
      kind: 'citizen' as const,
      idNumber: '079190001234',
      fullName: 'Nguyễn Thị Đặng Ánh',
      dateOfBirth: '',
      sex: '' as const,
      address: '',
      phone: '',
      email: '',
      authorisation: '',
    },
    procedure: { code: '2.000815', name: 'Chứng thực bản sao', field: 'Chứng thực' },
    counts: 'pages' as const,
  };
  const checked = (copies: string) => checkReception({ ...form, copies }, texts.common.issues);

  test('copies without a page count are not accepted without a word', () => {
    const empty = checked('');
    expect(empty.ok ? [] : [...empty.issues]).toEqual([['copies', 'copies-needed']]);
    const slip = checked('CCCD');
    expect(slip.ok ? [] : [...slip.issues]).toEqual([['copies', 'copies-unread']]);
    expect(checked('?')).toMatchObject({ ok: true, input: { copies: [{ copies: 1 }] } });
  });

  test.each([
    ['01/01/1849', 'date-too-early'],
    ['1849', 'date-too-early'],
    ['31/02/2020', 'date-impossible'],
    ['hôm qua', 'date'],
  ])('a birth of %s is told as what it is', (dateOfBirth, said) => {
    const checkedForm = checkReception(
      { ...form, copies: '2', applicant: { ...form.applicant, dateOfBirth } },
      texts.common.issues,
    );
    expect(checkedForm.ok ? [] : [...checkedForm.issues]).toEqual([['applicant.dateOfBirth', said]]);
  });

  test('lines go to the desk and to the preview, the sets stay sets', () => {
    expect(checked('CCCD 2x3; 4')).toMatchObject({
      ok: true,
      input: { quantity: 1, copies: [line(2, 3, 'CCCD'), line(4, 1)] },
    });
    expect(previewInput({ ...form, copies: '2x3' })).toMatchObject({ copies: [line(2, 3)] });
    expect(previewInput({ ...form, copies: 'x' })).not.toHaveProperty('copies');
  });
});
