import { expect, test } from 'vitest';
import type { CaseState } from '../../../../electron/domain/counter/case/state.ts';
import { isUndone, undoneFault } from '../../../../electron/domain/counter/case/undone.ts';

const number = { desk: 'Q1', date: '2026-12-01', serial: 7 } as unknown as CaseState['number'];
const state = (closed: object | null) => ({ closed, number }) as Pick<CaseState, 'closed' | 'number'>;

test.each<[string, object | null, boolean]>([
  ['a case that is under way', null, false],
  ['a case that was closed otherwise', { at: '2026-12-01T09:00:00+07:00' }, false],
  ['a reception that was taken back', { at: '2026-12-01T09:00:00+07:00', undone: true }, true],
])('%s', (_what, closed, undone) => {
  expect(isUndone(state(closed))).toBe(undone);
  expect(undoneFault(state(closed)) !== null).toBe(undone);
});
