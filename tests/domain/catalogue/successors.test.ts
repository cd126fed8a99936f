import { describe, expect, test } from 'vitest';
import { findProcedures, prepareProcedures } from '../../../electron/domain/catalogue/procedure-search.ts';
import { ledToSuccessors } from '../../../electron/domain/catalogue/successors.ts';

const base = { field: 'Cư trú' };
const successor = { code: '1.116789', from: '2026-09-30', inferred: true, note: 'gộp mã' };
const stay = { ...base, code: '1.004194', name: 'Đăng ký tạm trú', successor };
const longer = { ...base, code: '1.002755', name: 'Gia hạn tạm trú', successor };
const merged = { ...base, code: '1.116789', name: 'Đăng ký, gia hạn tạm trú', successor: null };

describe('a code that another has taken the place of', () => {
  const find = (list: readonly (typeof stay | typeof merged)[]) => (code: string) =>
    list.find((one) => one.code === code);

  test('leads to the new one, once, and says instead of which', () => {
    const list = [stay, longer, merged];
    expect(ledToSuccessors([stay, merged, longer], find(list), '2026-12-01')).toEqual([
      { procedure: merged, insteadOf: ['1.004194', '1.002755'] },
    ]);
  });

  test('stays before the day of the new one, and where the list has no new one', () => {
    expect(ledToSuccessors([stay], find([stay, merged]), '2026-09-29')).toEqual([{ procedure: stay, insteadOf: [] }]);
    expect(ledToSuccessors([stay], find([stay]), '2026-12-01')).toEqual([{ procedure: stay, insteadOf: [] }]);
  });

  test('is found by the new code too; what has it for its own comes first', () => {
    const codes = (list: readonly (typeof stay | typeof merged)[]) =>
      findProcedures(prepareProcedures(list), '1.116789').map(({ code }) => code);
    expect(codes([stay, longer])).toEqual(['1.002755', '1.004194']);
    expect(codes([stay, merged])[0]).toBe('1.116789');
  });
});
