import { expect, test } from 'vitest';
import type { HubWay } from '../../../../../electron/desk/core/ports.ts';
import { joinCentre } from '../../../../../electron/desk/centre/hub/join.ts';
import { syncOnce } from '../../../../../electron/desk/centre/hub/service.ts';
import { stateOf } from '../../../../../electron/desk/centre/hub/state.ts';
import { HubFault, type HubFaultCode } from '../../../../../electron/exchange/hub/link.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import {
  codeFor,
  joined,
  synced,
  twinWay,
  closedAfterwards,
  practice,
} from '../../../../support/centre/hub/hub-desks.ts';
import { monday, reception } from '../../../../support/desk/test-desk.ts';

const open = closedAfterwards();

test('a desk that IT shut out says so, not that a cable is pulled, and shows whom it knew; also after it was opened again', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  let opening: HubFaultCode | undefined;
  const known = twinWay(twin);
  const way: HubWay = {
    ...known,
    openLink: (place) => (opening === undefined ? known.openLink(place) : Promise.reject(new HubFault(opening))),
  };
  const [one, other] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(other, codeFor(twin, 'Q2', 2));
  await synced(one);
  opening = 'hub-away';
  expect(await syncOnce(one.context)).toMatchObject({ fault: 'hub-away' });
  expect(stateOf(one.context)).toMatchObject({ state: 'alone', trouble: { code: 'hub-away' } });
  opening = 'hub-refused';
  for (const isOpenedAgain of [false, true]) {
    if (isOpenedAgain) {
      await one.close();
      one.open();
    }
    expect(await syncOnce(one.context)).toMatchObject({ fault: 'hub-refused' });
    const state = stateOf(one.context);
    expect(state).toMatchObject({ state: 'stopped', trouble: { code: 'hub-shut-out' } });
    expect(state?.desks.map(({ code, isThis }) => [code, isThis])).toEqual([
      ['Q1', true],
      ['Q2', false],
    ]);
  }
  expect((await one.get('clerk', 'case.receive', reception())).number.local).toMatch(/^Q1-/);
});

test('a code whose word is spent at the door was used, and leaves an island', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const desk = await practice(open, 'Q1', {
    ...way,
    spendCode: () => Promise.reject(new HubFault('hub-refused')),
  });
  expect(await joinCentre(desk.context, codeFor(twin, 'Q1', 1))).toMatchObject({ fault: 'hub-code-used' });
  expect(stateOf(desk.context)).toBeNull();
});

test('of a hub that was wiped nobody is told that it lost the dead desks without a word, and nothing is told once it is full again', async () => {
  let twin = createTwin({ centre: '27112', now: () => monday });
  let current = twinWay(twin);
  const way: HubWay = {
    readCode: (text) => current.readCode(text),
    newSecret: () => current.newSecret(),
    spendCode: (place, secret) => current.spendCode(place, secret),
    openLink: (place) => current.openLink(place),
  };
  const [one, other, dead] = [
    await practice(open, 'Q1', way),
    await practice(open, 'Q2', way),
    await practice(open, 'Q3', way),
  ];
  for (const [at, desk] of [one, other, dead].entries()) await joined(desk, codeFor(twin, desk.name, at + 1));
  await dead.get('clerk', 'case.receive', reception());
  for (const desk of [one, other, dead, one, other, dead, one, other]) await synced(desk);
  twin = createTwin({ centre: '27112', now: () => monday });
  current = twinWay(twin);
  const told: string[] = [];
  for (const [at, desk] of [one, other].entries())
    told.push(...(await joined(desk, codeFor(twin, desk.name, at + 11))).notices.map(({ code }) => code));
  for (const desk of [one, other, one]) told.push(...(await synced(desk)).notices.map(({ code }) => code));
  expect(told).toContain('hub-set-up-anew');
  expect(told).not.toContain('hub-went-back');
  twin.openRefill(true);
  for (const desk of [one, other, one, other]) await synced(desk);
  for (const desk of [one, other]) expect((await synced(desk)).notices).toEqual([]);
});

test('that the hub was set up anew is told until it has everything again, and no longer', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const [one, other] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(other, codeFor(twin, 'Q2', 2));
  for (const desk of [one, other]) await synced(desk);
  const copy = twin.snapshot();
  await other.get('clerk', 'case.receive', reception());
  await synced(other);
  await synced(one);
  twin.restore(copy);
  expect((await synced(one)).notices.map(({ code }) => code)).toContain('hub-set-up-anew');
  // What the other counter brought is not there again yet.
  expect((await synced(one)).notices.map(({ code }) => code)).toContain('hub-set-up-anew');
  await synced(other);
  expect((await synced(one)).notices.map(({ code }) => code)).not.toContain('hub-set-up-anew');
});
