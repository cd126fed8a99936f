import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hubOf } from '../../../../../electron/desk/centre/hub/service.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import { giveOwnName } from '../../../../../electron/store/safety/backup/new-desk.ts';
import { verifyStore } from '../../../../../electron/store/safety/verify/verify.ts';
import { newFolder } from '../../../../support/desk/folder.ts';
import {
  codeFor,
  joined,
  synced,
  twinWay,
  closedAfterwards,
  practice,
  received,
  syncFault,
} from '../../../../support/centre/hub/hub-desks.ts';
import { monday, password } from '../../../../support/desk/test-desk.ts';

/** Folders that were copied, backed up or brought back, and what they meet at the hub. */

const open = closedAfterwards();

function centreOf() {
  const twin = createTwin({ centre: '27112', now: () => monday });
  return { twin, way: twinWay(twin) };
}

test('a register that came back from a backup is told, joins again, and has what it had told since', async () => {
  const { twin, way } = centreOf();
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  const before = await received(one, 1);
  await synced(one);
  await one.close();
  const folder = newFolder();
  cpSync(path.join(one.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  one.open();
  // After the backup, and at the hub.
  const after = await received(one, 2);
  for (const desk of [one, two, one]) await synced(desk);
  await one.close();
  const random = (size: number) => Uint8Array.from({ length: size }, (_, at) => at * 7);
  giveOwnName({ folder, now: monday, random });
  one.open(folder);
  expect(await syncFault(one)).toBe('hub-desk-restored');
  await joined(one, codeFor(twin, 'Q4', 4));
  for (const desk of [two, one, two, one]) await synced(desk);
  for (const { caseId } of [before, after])
    expect((await one.get('clerk', 'case.get', { caseId })).state.number.local).toMatch(/^Q1-/);
  expect((await received(one, 3)).number.local).toMatch(/^Q4-.*-4000$/);
  for (const desk of [one, two]) await synced(desk);
  expect((await synced(one)).stateHash).toBe((await synced(two)).stateHash);
  for (const { context } of [one, two]) expect(verifyStore(context.store.db).flatMap(({ found }) => found)).toEqual([]);
});

test('a hub that tells of a fork only when the row comes is believed: the desk stops, and nothing counts as told', async () => {
  const twin = createTwin({ centre: '27112', now: () => monday });
  let isForked = false;
  const way = twinWay(twin, (link) => ({
    ...link,
    append: async (row) => (isForked ? { is: 'forked', seq: row.firstSeq - 1 } : link.append(row)),
  }));
  const one = await practice(open, 'Q1', way);
  await joined(one, codeFor(twin, 'Q1', 1));
  await synced(one);
  await received(one, 1);
  const { entries } = hubOf(one.context).courier.outbox();
  expect(entries).toBeGreaterThan(0);
  isForked = true;
  expect(await syncFault(one)).toBe('hub-desk-copied');
  expect(hubOf(one.context).courier.outbox().entries).toBe(entries);
  isForked = false;
  expect((await synced(one)).pushed).toBe(entries);
});

test('what a desk received and never brought, before its computer died, comes with whoever goes on from its backup', async () => {
  const { twin, way } = centreOf();
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  for (const desk of [one, two, one, two]) await synced(desk);
  // Nobody hears of it but the backup.
  const alone = await received(two, 1);
  await two.close();
  const folder = newFolder();
  cpSync(path.join(two.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  giveOwnName({ folder, now: monday, random: (size) => Uint8Array.from({ length: size }, (_, at) => at * 7) });
  two.open(folder);
  expect(await syncFault(two)).toBe('hub-desk-restored');
  await joined(two, codeFor(twin, 'Q4', 4));
  for (const desk of [two, one, two, one]) await synced(desk);
  expect((await one.get('clerk', 'case.get', { caseId: alone.caseId })).state.number.local).toMatch(/^Q2-/);
  const later = await received(two, 2);
  for (const desk of [two, one]) await synced(desk);
  expect((await one.get('clerk', 'case.get', { caseId: later.caseId })).state.number.local).toMatch(/^Q4-/);
  expect((await synced(one)).stateHash).toBe((await synced(two)).stateHash);
});

test('a folder that is brought back takes its own entries before it says anything, whoever joined meanwhile', async () => {
  const { twin, way } = centreOf();
  const desk = await practice(open, 'Q1', way);
  await joined(desk, codeFor(twin, 'Q1', 1));
  await desk.close();
  const folder = newFolder();
  cpSync(path.join(desk.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  desk.open();
  // Another counter is enrolled: the settings name it, in an entry of this desk.
  codeFor(twin, 'Q2', 2);
  await synced(desk);
  await desk.close();
  desk.open(folder);
  await synced(desk);
  await received(desk, 1);
  await synced(desk);
  expect((await synced(desk)).notices.filter(({ code }) => code === 'hub-desk-copied')).toEqual([]);
});

test('a folder of which a copy wrote is told that its own entries came from elsewhere', async () => {
  const { twin, way } = centreOf();
  const desk = await practice(open, 'Q1', way);
  await joined(desk, codeFor(twin, 'Q1', 1));
  await desk.close();
  const folder = newFolder();
  cpSync(path.join(desk.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  const [original, copy] = [desk.folder, folder];
  desk.open(copy);
  const { caseId } = await received(desk, 1);
  await synced(desk);
  await desk.close();
  desk.open(original);
  const told = await synced(desk);
  expect(told.notices.map(({ code }) => code)).toEqual(['hub-own-came-back']);
  await desk.get('clerk', 'case.get', { caseId });
});

test('two computers of one folder differ before anybody received at either: whoever comes second is told, and the first that there was one', async () => {
  const { twin, way } = centreOf();
  const desk = await practice(open, 'Q1', way);
  await joined(desk, codeFor(twin, 'Q1', 1));
  await synced(desk);
  const original = desk.folder;
  await desk.close();
  const copy = newFolder();
  cpSync(path.join(original, 'desk.sqlite'), path.join(copy, 'desk.sqlite'));
  const sitDown = async (at: string): Promise<void> => {
    desk.open(at);
    desk.clock.at += 60_000;
    await desk.get('clerk', 'account.signIn', { username: 'clerk', password });
  };
  await sitDown(original);
  await synced(desk);
  await desk.close();
  await sitDown(copy);
  expect(await syncFault(desk)).toBe('hub-desk-copied');
  // Of the numbers of that day it takes the other half.
  expect((await received(desk, 1)).number.local).toMatch(/-1500$/);
  await desk.close();
  await sitDown(original);
  expect((await synced(desk)).notices.map(({ code }) => code)).toContain('hub-copy-met');
  expect((await received(desk, 2)).number.local).toMatch(/-1000$/);
});
