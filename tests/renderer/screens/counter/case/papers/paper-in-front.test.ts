import { describe, expect, test } from 'vitest';
import { newestReceipt, paperInFront } from '../../../../../../renderer/screens/counter/case/papers/paper-in-front.ts';

type Documents = Parameters<typeof paperInFront>[0];

const papers = (...made: readonly (readonly [documentId: string, form: string, supersededBy?: string])[]): Documents =>
  made.map(([documentId, form, supersededBy = null]) => ({
    documentId,
    form,
    supersededBy,
    sha256: '',
    madeAt: '2026-12-01T10:00:00+07:00',
    pages: 1,
    prints: 0,
  }));

describe('the paper that a case shows', () => {
  test('is the newest receipt in force, on sheets or on a roll, and no slip that was made after it', () => {
    expect(paperInFront(papers(['a', 'mau-01'], ['b', 'mau-02'], ['c', 'mau-01-cuon'], ['d', 'mau-06']), null)).toBe(2);
    expect(paperInFront(papers(['a', 'mau-01'], ['b', 'mau-01', 'H1 (cấp lại lần 1)']), null)).toBe(0);
  });

  test('is what somebody picked, until an act makes a newer receipt', () => {
    const before = papers(['a', 'mau-01'], ['b', 'mau-02']);
    const picked = { documentId: 'b', newest: newestReceipt(before) };
    expect(paperInFront(before, picked)).toBe(1);
    expect(paperInFront(papers(['a', 'mau-01'], ['b', 'mau-02'], ['c', 'mau-06']), picked)).toBe(1);
    expect(paperInFront(papers(['a', 'mau-01'], ['b', 'mau-02'], ['c', 'mau-01']), picked)).toBe(2);
  });

  test('is the first that counts where there is no receipt', () => {
    expect(paperInFront(papers(['a', 'nhan-tui']), null)).toBe(0);
    expect(paperInFront(papers(['a', 'mau-01', 'x'], ['b', 'mau-06']), null)).toBe(1);
    expect(paperInFront([], null)).toBe(0);
  });
});
