import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { centreByCommand } from '../../../../electron/desk/centre/hub/command-line.ts';
import { cityByCommand } from '../../../../electron/desk/centre/city/command-line.ts';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';
import type { Role } from '../../../../electron/contract/common/office/office.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  openHubDesk,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { people, realDesks } from '../../../support/desk/real-desk.ts';
import { monday, openTestDesk, password } from '../../../support/desk/test-desk.ts';
import { findingsOf } from '../../../support/desk/test-store.ts';
import { settings } from '../../../support/papers/well-formed.ts';

const { desk } = realDesks({ sealed: false });
const open = closedAfterwards();
const both = { ownPassword: password, second: { username: 'binh', password } };

/** Another counter of the same office: not a copy of the first, for a copy is told as one. */
async function secondCounter(): Promise<string> {
  const at = openTestDesk({ at: monday - 1_800_000 });
  const accounts = people.map((one) => ({ ...one, password }));
  const { desk: first, otherDesks } = settings;
  const swapped = { ...settings, desk: { ...otherDesks[0], blocks: otherDesks[0]?.blocks }, otherDesks: [first] };
  await at.get('office.setUp', { settings: swapped, accounts });
  for (const username of ['an', 'binh']) await at.get('account.signIn', { username, password });
  await at.desk.close();
  return at.folder;
}

function as(one: HubDesk, username: string, role: Role) {
  const client = newClient();
  const accountId = people.findIndex((person) => person.username === username) + 1;
  const { fullName } = people[accountId - 1]!;
  client.session = { accountId, username, fullName, role, lastUsedAt: one.clock.at };
  const call = async (name: string, input: object = {}): Promise<any> =>
    dispatch(one.context, name, input, client) as Promise<unknown>;
  return { client, call };
}

const told = async (one: HubDesk) => {
  const { lines } = (await as(one, 'binh', 'supervisor').call('account.log', { of: 'office' })).value;
  return (lines as { type: string; by: string; second: string }[])
    .filter(({ type }) => type === 'link-decided')
    .map(({ by, second }) => `${by} + ${second}`);
};

test('two let an office that they keep into a centre, another counter in, and it out again; the journal names them', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const at = await desk('an', 'binh');
  await at.desk.close();
  const folder = newFolder();
  cpSync(path.join(at.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  const one = openHubDesk('Q1', folder, 1, twinWay(twin));
  const two = openHubDesk('Q2', await secondCounter(), 2, twinWay(twin));
  open.push(one, two);
  const an = as(one, 'an', 'admin');

  const code = codeFor(twin, 'Q1', 1);
  expect(await an.call('hub.join', { code })).toMatchObject({ fault: { code: 'second-person-needed' } });
  expect(await an.call('hub.join', { code, ...both })).toMatchObject({ ok: true, value: { desk: 'Q1' } });
  expect(await told(one)).toEqual(['Trần Thị An + Lê Văn Bình']);

  // On the command line whoever has the folder of a plain office asked for nothing, as long as one kept it.
  const other = codeFor(twin, 'Q2', 2);
  const at2 = as(two, 'an', 'admin');
  expect(await centreByCommand(() => two.context).join(other, newClient(), {})).toMatchObject({
    fault: 'sign-in-required',
  });
  expect(await centreByCommand(() => two.context).join(other, as(two, 'tu', 'clerk').client, both)).toMatchObject({
    fault: 'forbidden',
  });
  expect(await centreByCommand(() => two.context).join(other, at2.client, { ownPassword: password })).toMatchObject({
    fault: 'second-person-needed',
  });
  expect(await centreByCommand(() => two.context).join(other, at2.client, both)).toMatchObject({ desk: 'Q2' });

  await an.call('hub.sync');
  const { desks } = (await an.call('hub.state')).value.link;
  const waiting = desks.find(({ code: of }: { code: string }) => of === 'Q2');
  const asked = { no: waiting.no, digits: waiting.digits };
  expect(await an.call('hub.approve', asked)).toMatchObject({ fault: { code: 'second-person-needed' } });
  // Who typed other digits let nobody in, and nothing is written of it.
  expect(await an.call('hub.approve', { ...asked, digits: '000000', ...both })).toMatchObject({
    fault: { code: 'hub-digits-differ' },
  });
  expect(await told(one)).toHaveLength(1);
  expect(await an.call('hub.approve', { ...asked, ...both })).toMatchObject({ ok: true });
  expect(await told(one)).toHaveLength(2);
  await at2.call('hub.sync');
  expect((await at2.call('hub.state')).value.link.hasKey).toBe(true);

  expect(await centreByCommand(() => two.context).leave(at2.client, { ownPassword: password })).toMatchObject({
    fault: 'second-person-needed',
  });
  expect(await centreByCommand(() => two.context).leave(at2.client, both)).toEqual({ left: true });
  expect(await told(two)).toContain('Trần Thị An + Lê Văn Bình');
  expect(await an.call('hub.leave')).toMatchObject({ fault: { code: 'second-person-needed' } });
  const city = cityByCommand(() => one.context);
  expect(await city.join('MCC1.abc', newClient(), {})).toMatchObject({ fault: 'sign-in-required' });
  expect(await city.leave(an.client, { ownPassword: password })).toMatchObject({ fault: 'second-person-needed' });
  expect(await city.leave(an.client, both)).toMatchObject({ fault: 'city-not-joined' });
  expect(findingsOf(one.context.store.db)).toEqual([]);
  expect(findingsOf(two.context.store.db)).toEqual([]);
}, 120_000);
