import Database from 'better-sqlite3';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Client, newWindow } from '../../../../electron/desk/core/session/client.ts';
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
const mine = { screen: 'my-work', name: 'Tôi đang giữ', mine: true, section: 'to-return' };
const nothing = { on: null, shown: false, progress: [] };

async function save(...filters: readonly object[]): Promise<void> {
  for (const filter of filters) await at.get('preference.saveFilter', { filter });
}

test('what somebody set is theirs alone and is there after a restart', async () => {
  expect(await at.get('preference.mine')).toEqual({ filters: [], lessons: nothing });
  await save(overdue, portal, mine);
  const lessons = {
    on: 'first-reception',
    shown: true,
    progress: [{ lesson: 'first-reception', step: 2, keys: 31, ended: false }],
  };
  await at.get('preference.keepLessons', { lessons });
  expect(await at.get('preference.mine')).toEqual({ filters: [overdue, portal, mine], lessons });
  at.sit('officer');
  expect(await at.get('preference.mine')).toEqual({ filters: [], lessons: nothing });
  at = await at.reopen();
  at.sit('clerk');
  expect(await at.get('preference.mine')).toEqual({ filters: [overdue, portal, mine], lessons });
  await at.get('preference.removeFilter', { screen: 'find', name: overdue.name });
  expect(await at.get('preference.mine')).toEqual({ filters: [portal, mine], lessons });
  await at.get('preference.removeFilter', { screen: 'my-work', name: mine.name });
  expect(await at.get('preference.mine')).toEqual({ filters: [portal], lessons });
});

test('of two windows each changes its one filter, whatever it saw of the others', async () => {
  const [one, other] = [newWindow(), newWindow()];
  for (const client of [one, other]) client.session = at.client.session;
  const say = async (client: Client, name: string, input: object) =>
    expect(await at.desk.call(name, input, client)).toMatchObject({ ok: true });
  // Neither has asked what is there, or both did while nothing was.
  await say(one, 'preference.saveFilter', { filter: overdue });
  await say(other, 'preference.saveFilter', { filter: portal });
  const waiting = { screen: 'petition', name: overdue.name, text: '', show: 'waiting' };
  await say(other, 'preference.saveFilter', { filter: waiting });
  const anew = { ...overdue, text: 'qua han hom nay' };
  await say(other, 'preference.saveFilter', { filter: anew });
  expect((await at.get('preference.mine')).filters).toEqual([anew, portal, waiting]);
  // Two at once, from lists in which both still stood; and once more what is gone.
  const { screen, name } = portal;
  await Promise.all([
    say(one, 'preference.removeFilter', { screen: 'find', name: overdue.name }),
    say(one, 'preference.removeFilter', { screen, name }),
  ]);
  await say(other, 'preference.removeFilter', { screen, name });
  expect((await at.get('preference.mine')).filters).toEqual([waiting]);
});

test('keeps nine filters of a list, and the same name again in its place', async () => {
  const many = Array.from({ length: 9 }, (_, nth) => ({ ...overdue, name: `Bộ ${nth}` }));
  await save(...many, portal);
  expect(await at.call('preference.saveFilter', { filter: overdue })).toMatchObject({
    fault: { code: 'saved-filters-full', data: { most: 9 } },
  });
  const again = { ...overdue, name: 'Bộ 3', text: 'khác' };
  await save(again);
  expect((await at.get('preference.mine')).filters).toEqual([...many.with(3, again), portal]);
});

test('a filter that this version cannot read is left out, and the others stay', async () => {
  await save(overdue, portal);
  await at.desk.close();
  const db = new Database(path.join(at.folder, 'desk.sqlite'));
  db.exec(`UPDATE preference SET value = json_set(value, '$[0].screen', 'elsewhere')`);
  db.close();
  at = await at.reopen();
  at.sit('clerk');
  expect((await at.get('preference.mine')).filters).toEqual([portal]);
  // Nor does a change throw it away: the other version finds it again.
  await save(overdue);
  await at.desk.close();
  const after = new Database(path.join(at.folder, 'desk.sqlite'), { readonly: true });
  const screens = after.prepare(`SELECT value ->> '$[0].screen' FROM preference WHERE name = 'filters'`).pluck().get();
  after.close();
  expect(screens).toBe('elsewhere');
  at = await at.reopen();
});
