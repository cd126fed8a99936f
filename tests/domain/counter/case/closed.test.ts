import { describe, expect, test } from 'vitest';
import { closing } from '../../../../electron/domain/counter/case/closed.ts';

const received = { term: { value: 3, unit: 'working-day' } } as const;
const dueAt = '2026-11-19T17:00:00+07:00';

/** QĐ 766, formula 2.1: what waited for its citizen is measured from when it was asked of them. */
describe('how far past its promise a case was closed', () => {
  test.each([
    ['processing', dueAt, null, '2026-11-19T23:00:00+07:00', 0],
    ['processing', dueAt, null, '2026-11-18T09:00:00+07:00', -1],
    ['processing', dueAt, null, '2026-11-20T08:00:00+07:00', 1],
    ['supplement-requested', dueAt, '2026-11-18T09:00:00+07:00', '2026-12-10T08:00:00+07:00', -1],
    ['supplement-requested', dueAt, '2026-11-20T09:00:00+07:00', '2026-12-10T08:00:00+07:00', 1],
    // Its clock stood: it was stopped in time.
    ['obligation-requested', null, null, '2026-12-10T08:00:00+07:00', -1],
  ] as const)('%s, promised for %s, asked at %s, closed at %s: %i', (status, due, asked, at, past) => {
    const state = { status, dueAt: due, received, supplementRequestedAt: asked };
    expect(closing(state, at, 'stopped')).toEqual({ at, status, dueAt: due, past });
    expect(closing(state, at, 'reception-undone')).toMatchObject({ past, undone: true });
  });
});
