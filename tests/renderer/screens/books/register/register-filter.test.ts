import { describe, expect, test } from 'vitest';
import {
  type FilterForm,
  emptyFilter,
  filterOf,
} from '../../../../../renderer/screens/books/register/register-filter.ts';

const today = '2026-11-23';

describe('the register asked for', () => {
  test.each<[Partial<FilterForm>, object | undefined]>([
    [{ period: 'today' }, { from: '2026-11-23', to: '2026-11-23' }],
    [{ period: 'week' }, { from: '2026-11-23', to: '2026-11-29' }],
    [{ period: 'month' }, { from: '2026-11-01', to: '2026-11-30' }],
    [{ period: 'report' }, { from: '2026-11-15', to: '2026-12-14' }],
    [{ period: 'report-before' }, { from: '2026-10-15', to: '2026-11-14' }],
    [
      { period: 'own', from: '1/11/2026', to: '02112026' },
      { from: '2026-11-01', to: '2026-11-02' },
    ],
    [{ period: 'own', from: '02/11/2026', to: '01/11/2026' }, undefined],
    [{ period: 'own', from: '11/2026', to: '30/11/2026' }, undefined],
    [{ period: 'own', from: '', to: '' }, undefined],
    [
      { period: 'today', channel: 'post', procedureCode: '1.001193' },
      { from: '2026-11-23', to: '2026-11-23', channel: 'post', procedureCode: '1.001193' },
    ],
  ])('%j', (form, filter) => {
    expect(filterOf({ ...emptyFilter, ...form }, today)).toEqual(filter);
  });
});
