import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { lookAtAll } from '../../../../electron/desk/centre/city/look.ts';
import { cityStateOf, joinCity, pushNow } from '../../../../electron/desk/centre/city/service.ts';
import { HubFault } from '../../../../electron/exchange/hub/link.ts';
import { findCity, waitingCount } from '../../../../electron/store/centre/city/city.ts';
import { type CityTwin, cityTwin } from '../../../support/centre/city/city-twin.ts';
import { practiceFolder } from '../../../support/centre/hub/hub-desks.ts';
import { openContextOver } from '../../../support/desk/test-context.ts';
import { fakePrinter, monday, openTestDesk, password, portsOf, reception } from '../../../support/desk/test-desk.ts';
import { dispatch } from '../../../../electron/desk/calls/dispatch.ts';
import { newClient } from '../../../../electron/desk/core/session/client.ts';

const day = 86_400_000;
let clock: { at: number };
let city: CityTwin;
let opened: ReturnType<typeof openContextOver>;
beforeEach(async () => {
  clock = { at: monday };
  city = cityTwin('27112', () => clock.at);
  opened = openContextOver({ ...portsOf(await practiceFolder(), clock, fakePrinter(), []), city: city.way });
});
afterEach(() => opened.close());

async function receives(many: number, from = 0): Promise<void> {
  for (let at = from; at < from + many; at += 1) {
    const client = newClient();
    client.session = { accountId: 1, username: 'clerk', fullName: 'clerk', role: 'clerk', lastUsedAt: clock.at };
    const requestId = `0193f6b0-0000-7000-8000-${String(at).padStart(12, '0')}`;
    const answer = await dispatch(opened.desk, 'case.receive', reception({ requestId }), client);
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  }
}

async function pushes() {
  const done = await pushNow(opened.desk);
  if (isFault(done)) throw new Error(done.fault);
  return done;
}

async function joins() {
  const done = await joinCity(opened.desk, city.code);
  if (isFault(done)) throw new Error(done.fault);
  return done;
}

test('a day is told when it is over, once', async () => {
  await receives(3);
  expect(await joins()).toMatchObject({ cases: 0, waiting: 0 });
  expect(cityStateOf(opened.desk)).toMatchObject({ today: 3, there: 0 });
  clock.at += day;
  expect(await pushes()).toMatchObject({ cases: 3, facts: 3, waiting: 0 });
  expect(await pushes()).toMatchObject({ cases: 0, facts: 0 });
  expect(cityStateOf(opened.desk)).toMatchObject({ today: 0, there: 3, state: 'sent' });
});

test.each([
  ['hub-full', 'city-full'],
  ['hub-away', 'city-away'],
  ['hub-other-version', 'city-other-version'],
  ['hub-broken', 'city-broken'],
] as const)('%s while it sends: told as %s, and the next push is whole', async (code, told) => {
  await joins();
  await receives(3);
  clock.at += day;
  city.breaks.set('append', new HubFault(code));
  const refused = await pushNow(opened.desk);
  expect(isFault(refused) && refused.fault).toBe(told);
  expect(cityStateOf(opened.desk)).toMatchObject({ state: 'away', waiting: 3, trouble: { code: told } });
  expect(await pushes()).toMatchObject({ cases: 3, waiting: 0 });
  expect(city.held.size).toBe(3);
});

test('the end of the certificate that the city showed is told two months before', async () => {
  const told = async () => {
    const client = newClient();
    client.session = { accountId: 3, username: 'supervisor', fullName: '', role: 'supervisor', lastUsedAt: clock.at };
    const { value } = (await dispatch(opened.desk, 'system.status', {}, client)) as any;
    return value.runsOut.filter(({ code }: { code: string }) => code.endsWith('certificate'));
  };
  await joins();
  expect(await told()).toEqual([]);
  city.certificateUntil = Date.parse('2027-01-01T12:00:00+07:00');
  clock.at += day;
  await pushes();
  expect(await told()).toEqual([{ code: 'city-certificate', until: '2027-01-01' }]);
});

test('a mistake of ours is told with its reference, and tried again', async () => {
  await joins();
  city.breaks.set('hello', new TypeError('nobody thought of this'));
  const refused = await pushNow(opened.desk);
  expect(refused).toMatchObject({ fault: 'city-unexpected', data: { ref: expect.any(String) as string } });
  expect(await pushes()).toMatchObject({ waiting: 0 });
});

test('a clock that is wrong by an hour is told and refuses nothing', async () => {
  Object.assign(city.hello, { now: monday - 3_600_000 });
  expect((await joins()).notices).toEqual([
    { code: 'city-clock-differs', vi: expect.stringContaining('60 phút') as string, en: expect.any(String) as string },
  ]);
});

test('a look at everything that had no time goes on where it was; until then nobody says that all is told', async () => {
  await receives(4);
  await joins();
  clock.at += 2 * day;
  const done = city.done;
  const today = opened.desk.nowCivil().slice(0, 10);
  // The day's look begins and has no time at all.
  expect(await lookAtAll(opened.desk, { today, isOver: () => true })).toBe(true);
  expect(findCity(opened.desk.store.db)?.looking).toBe(0);
  expect(await pushes()).toMatchObject({ cases: 4, waiting: 0 });
  expect(findCity(opened.desk.store.db)?.looking).toBeNull();
  expect(city.done).toBe(done + 1);
});

test('what the city lost without a word is told again, and what it has too much is taken out', async () => {
  await joins();
  await receives(3);
  clock.at += day;
  await pushes();
  const [first] = city.held.keys();
  if (first === undefined) throw new Error('nothing is there');
  city.held.delete(first);
  expect(await pushes()).toMatchObject({ cases: 1, takenOut: 0 });
  city.held.set('ff'.repeat(16), {
    key: Buffer.alloc(16, 255),
    n: 1,
    live: 1,
    head: Buffer.alloc(32, 3),
    cash: false,
    pass: 0,
  });
  expect(await pushes()).toMatchObject({ cases: 0, takenOut: 1 });
  expect(await pushes()).toMatchObject({ cases: 0, takenOut: 0 });
  expect(waitingCount(opened.desk.store.db)).toBe(0);
});

test('more cases than one question holds go all at once, and each once', async () => {
  const made = openTestDesk({ at: monday - 3_600_000 });
  await made.get('office.openPractice', { cases: 1300, seed: 5, password });
  await made.desk.close();
  await opened.close();
  opened = openContextOver({ ...portsOf(made.folder, clock, fakePrinter(), []), city: city.way });
  const first = await joins();
  expect(first.waiting).toBe(0);
  expect(first.cases).toBeGreaterThan(1000);
  expect(city.held.size).toBe(first.cases);
  expect(await pushes()).toMatchObject({ cases: 0, facts: 0, waiting: 0 });
});
