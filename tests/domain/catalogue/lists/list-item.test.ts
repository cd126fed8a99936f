import { describe, expect, test } from 'vitest';
import { feeFor, levelFor, nicknamesFor, termFor } from '../../../../electron/domain/catalogue/lists/list-item.ts';

/** What is taken of a cell, and what is told of it instead. */
function asked<T>(take: (tell: (kind: string, what: string) => void) => T): {
  readonly taken: T;
  readonly told: string[];
} {
  const told: string[] = [];
  return { taken: take((kind) => void told.push(kind)), told };
}

const term = (cell: string) =>
  asked((tell) => termFor({ cell, head: '', known: undefined, lawful: undefined, title: 'sheet' }, tell));

describe('what of a cell goes into the office’s own list', () => {
  test.each([
    ['03 ngày làm việc', 3, []],
    ['10-15 ngày làm việc', undefined, 1],
    ['-5 ngày', undefined, 1],
    ['từ ngày 01 tháng 7', undefined, 1],
    ['', undefined, []],
  ])('a term: %s', (cell, value, told) => {
    const { taken, told: said } = term(cell);
    expect(taken.term?.value).toBe(value);
    expect(said.length).toBe(Array.isArray(told) ? 0 : told);
  });

  test.each([
    ['8.000 đ', 8000, 0],
    ['Theo Thông tư 281', undefined, 1],
    ['Giảm 100%', undefined, 1],
    ['-5000', undefined, 1],
  ])('a fee: %s', (cell, amount, told) => {
    const { taken, told: said } = asked((tell) => feeFor(cell, undefined, tell));
    expect([taken.fee, said.length]).toEqual([amount, told]);
  });

  test('how much of it is online, and what it is called by', () => {
    expect(asked((tell) => levelFor('Toàn trình', tell)).taken).toEqual({ onlineLevel: 'full' });
    expect(asked((tell) => levelFor('không rõ lắm', tell)).told).toEqual(['level-unread']);
    expect(nicknamesFor('')).toEqual({});
    expect(nicknamesFor('sổ đỏ; dkkd').nicknames).toEqual(['sổ đỏ', 'dkkd']);
  });
});
