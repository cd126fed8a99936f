import { expect, test } from 'vitest';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import {
  type HubDesk,
  codeFor,
  joined,
  openHubDesk,
  practiceFolder,
  synced,
  twinWay,
  closedAfterwards,
} from '../../../support/centre/hub/hub-desks.ts';
import { monday, reception } from '../../../support/desk/test-desk.ts';

const open = closedAfterwards();

async function desks(names: readonly string[], way: ReturnType<typeof twinWay>): Promise<HubDesk[]> {
  for (const [index, name] of names.entries()) open.push(openHubDesk(name, await practiceFolder(), index + 1, way));
  return open;
}

function request(index: number): string {
  return `0193f6b0-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

function found(desk: HubDesk): string[] {
  return verifyStore(desk.context.store.db).flatMap(({ name, found: wrong }) => wrong.map((one) => `${name}: ${one}`));
}

test('practice offices of one seed, each with cases of its own, join and hold one register', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const [one, two, three] = (await desks(['Q1', 'Q2', 'Q3'], twinWay(twin))) as [HubDesk, HubDesk, HubDesk];
  const before = await one.get('clerk', 'case.receive', reception({ requestId: request(1) }));
  await two.get('clerk', 'case.receive', reception({ requestId: request(2) }));
  for (const [index, desk] of open.entries()) await joined(desk, codeFor(twin, desk.name, 100 + index));
  const after = await two.get('clerk', 'case.receive', reception({ requestId: request(3) }));
  expect(after.number.local).toContain('Q2-');
  expect(after.number.local).toMatch(/-2000$/);
  const rounds = [];
  for (let round = 0; round < 2; round += 1) for (const desk of open) rounds.push(await synced(desk));
  const hashes = rounds.slice(3).map(({ stateHash }) => stateHash);
  expect(new Set(hashes).size).toBe(1);
  for (const desk of open) {
    expect((await desk.get('clerk', 'case.get', { caseId: before.caseId })).state.number.local).toBe(
      before.number.local,
    );
    expect(found(desk)).toEqual([]);
  }
  const [hit] = (await three.get('clerk', 'case.search', { text: after.number.local })).hits;
  expect(hit.caseId).toBe(after.caseId);
  // Both had given number 1 before they met.
  expect(rounds.at(-1)?.conflicts).toBe(1);
  expect((await synced(two)).pushed).toBe(0);
});
