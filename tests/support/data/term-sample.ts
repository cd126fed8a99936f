import type { ProcedureTerm } from '../../../electron/contract/catalogue/lists.ts';

/** A lawful limit with what the test says of it; the rest is as on a limit that somebody read. */
export function limit(change: Partial<ProcedureTerm> & Pick<ProcedureTerm, 'key' | 'value' | 'unit'>): ProcedureTerm {
  return {
    words: change.key,
    article: 'Luật Hộ tịch 2014 Điều 18 k2',
    from: null,
    until: null,
    chosen: 'reception',
    needs: null,
    grade: 'A',
    readOn: '2026-11-29',
    readBy: 'a reader',
    ...change,
  };
}

/** Marriage under both laws (Luật Hộ tịch 2014 Điều 18 k2 until 28/02/2027), with what verification leads to. */
export const marriage: readonly ProcedureTerm[] = [
  limit({ key: 'usual', value: 1, unit: 'same-day', rule: 'after-15h', until: '2027-02-28' }),
  limit({ key: 'usual', value: 2, unit: 'working-day', from: '2027-03-01' }),
  limit({ key: 'xac-minh', words: 'phải xác minh', value: 5, unit: 'working-day', chosen: 'either', needs: 'reason' }),
];
