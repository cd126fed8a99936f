import { describe, expect, test } from 'vitest';
import { type Narrowing, isStateAlone, narrowingsOf } from '../../../../electron/domain/counter/search/narrowing.ts';

const of = (text: string): Narrowing[] => narrowingsOf(text.split(' ').filter(Boolean));
const kinds = (text: string, kind: Narrowing['wish']['kind']) => of(text).filter(({ wish }) => wish.kind === kind);

describe('what is asked beside a name', () => {
  test.each([
    ['qua han', { words: [], digits: '', wish: { kind: 'late' } }],
    ['lan tre han', { words: ['lan'], digits: '', wish: { kind: 'late' } }],
    ['qua han le lan 1234', { words: ['le', 'lan'], digits: '1234', wish: { kind: 'late' } }],
    ['lan cho bo sung', { words: ['lan'], digits: '', wish: { kind: 'status', statuses: ['supplement-requested'] } }],
    ['dang xu ly an', { words: ['an'], digits: '' }],
    ['in process an', { words: ['an'], digits: '', wish: { kind: 'status', statuses: ['processing'] } }],
    ['lan 1985', { words: ['lan'], digits: '', wish: { kind: 'born', from: '1985-01-01', to: '1985-12-31' } }],
    ['lan sn 1985', { words: ['lan'], wish: { kind: 'born', from: '1985-01-01', to: '1985-12-31' } }],
    ['lan 5 2 1985', { words: ['lan'], wish: { kind: 'born', from: '1985-02-05', to: '1985-02-05' } }],
    ['lan 05021985', { words: ['lan'], wish: { kind: 'born', from: '1985-02-05', to: '1985-02-05' } }],
  ])('%s', (text, expected) => {
    expect(of(text)[0]).toMatchObject(expected);
  });

  test.each(['1985', '05021985', 'lan 31 02 1985', 'lan 1234', 'lan 1899', 'lan 2985'])('%s is no birth', (text) => {
    expect(kinds(text, 'born')).toEqual([]);
  });

  test('every end and every beginning may be a procedure, the longest first', () => {
    expect(
      kinds('an khai sinh', 'procedure').map(({ words, wish }) => [words.join(' '), 'text' in wish && wish.text]),
    ).toEqual([
      ['', 'an khai sinh'],
      ['an', 'khai sinh'],
      ['sinh', 'an khai'],
      ['an khai', 'sinh'],
      ['khai sinh', 'an'],
    ]);
  });

  test('nothing typed asks nothing', () => {
    expect(narrowingsOf([])).toEqual([]);
  });
});

test.each([
  ['qua han', true],
  ['dang xu ly', true],
  ['lan qua han', false],
  ['qua han 1234', false],
  ['khai sinh', false],
  ['', false],
])('%j is a state alone: %s', (text, alone) => {
  expect(isStateAlone(text.split(' ').filter(Boolean))).toBe(alone);
});
