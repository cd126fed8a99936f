import Database from 'better-sqlite3';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const overdue = { screen: 'find', name: 'Quá hạn', text: 'quá hạn' };
const portal = {
  screen: 'register',
  name: 'Trực tuyến tháng này',
  period: 'month',
  from: '',
  to: '',
  channel: 'online',
  procedureCode: '',
};
const nothing = { on: null, shown: false, progress: [] };

test('what somebody set is theirs alone, is there after a restart, and each list is replaced as a whole', async () => {
  expect(await at.get('preference.mine')).toEqual({ filters: [], lessons: nothing });
  await at.get('preference.keep', { filters: [overdue, portal] });
  const lessons = {
    on: 'first-reception',
    shown: true,
    progress: [{ lesson: 'first-reception', step: 2, keys: 31, ended: false }],
  };
  await at.get('preference.keep', { lessons });
  expect(await at.get('preference.mine')).toEqual({ filters: [overdue, portal], lessons });
  at.sit('officer');
  expect(await at.get('preference.mine')).toEqual({ filters: [], lessons: nothing });
  at = await at.reopen();
  at.sit('clerk');
  expect(await at.get('preference.mine')).toEqual({ filters: [overdue, portal], lessons });
  await at.get('preference.keep', { filters: [portal] });
  expect(await at.get('preference.mine')).toEqual({ filters: [portal], lessons });
});

test('keeps nine filters of a list, and no name twice in one', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, nth) => ({ ...overdue, name: `Bộ ${nth}` }));
  await at.get('preference.keep', { filters: [...many(9), portal] });
  for (const [filters, issue] of [
    [many(10), 'filters-full'],
    [[overdue, overdue], 'filter-twice'],
  ] as const) {
    const answer = await at.call('preference.keep', { filters });
    expect(answer).toMatchObject({ fault: { code: 'input-invalid', data: { issues: [{ message: issue }] } } });
  }
  expect((await at.get('preference.mine')).filters).toHaveLength(10);
});

test('a filter that this version cannot read is left out, and the others stay', async () => {
  await at.get('preference.keep', { filters: [overdue, portal] });
  await at.desk.close();
  const db = new Database(path.join(at.folder, 'desk.sqlite'));
  db.exec(`UPDATE preference SET value = json_set(value, '$[0].screen', 'elsewhere')`);
  db.close();
  at = await at.reopen();
  at.sit('clerk');
  expect((await at.get('preference.mine')).filters).toEqual([portal]);
});
