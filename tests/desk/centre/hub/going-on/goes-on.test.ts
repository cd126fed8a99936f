import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isFault } from '../../../../../electron/contract/base/fault.ts';
import { joinCentre } from '../../../../../electron/desk/centre/hub/join.ts';
import { leaveCentre } from '../../../../../electron/desk/centre/hub/service.ts';
import { stateOf } from '../../../../../electron/desk/centre/hub/state.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import { giveOwnName } from '../../../../../electron/store/safety/backup/new-desk.ts';
import { verifyStore } from '../../../../../electron/store/safety/verify/verify.ts';
import { newFolder } from '../../../../support/desk/folder.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  practice,
  received,
  syncFault,
  synced,
  twinWay,
} from '../../../../support/centre/hub/hub-desks.ts';
import { monday } from '../../../../support/desk/test-desk.ts';

/** Registers that come back to a centre as another desk than they were: one that left, one that came back from a backup and received meanwhile, and copies that both wrote. */

const open = closedAfterwards();

function centreOf() {
  const twin = createTwin({ centre: '27112', now: () => monday });
  return { twin, way: twinWay(twin) };
}

/** Two joined counters that have each other's register. */
async function twoDesks() {
  const { twin, way } = centreOf();
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  for (const desk of [one, two, one, two]) await synced(desk);
  return { twin, way, one, two };
}

/** All of them hold one register, rebuilt alike, and nobody's check finds anything. */
async function agree(desks: readonly HubDesk[]): Promise<void> {
  for (const desk of [...desks, ...desks]) await synced(desk);
  const hashes = [];
  for (const desk of desks) hashes.push((await synced(desk)).stateHash);
  expect(new Set(hashes).size).toBe(1);
  for (const desk of desks) {
    expect(verifyStore(desk.context.store.db).flatMap(({ found }) => found)).toEqual([]);
    desk.context.store.rebuild();
    expect((await synced(desk)).stateHash).toBe(hashes[0]);
    expect(verifyStore(desk.context.store.db).flatMap(({ found }) => found)).toEqual([]);
  }
}

async function numberAt(desk: HubDesk, caseId: string): Promise<string> {
  return (await desk.get('clerk', 'case.get', { caseId })).state.number.local;
}

async function copyOf(desk: HubDesk): Promise<string> {
  await desk.close();
  const folder = newFolder();
  cpSync(path.join(desk.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  desk.open();
  return folder;
}

test('a desk that left comes back with a new code: nothing is lost, no number is given twice, and what it did outside is there', async () => {
  const { twin, one, two } = await twoDesks();
  const inside = await received(one, 1);
  await synced(one);
  expect(await leaveCentre(one.context)).toBeNull();
  const outside = await received(one, 2);
  await received(two, 3);
  const back = await joined(one, codeFor(twin, 'Q1A', 7));
  expect(back.no).toBe(3);
  expect(back.notices.map(({ code }) => code)).toContain('hub-goes-on-as');
  expect(back.notices.map(({ code }) => code)).not.toContain('hub-number-taken');
  await agree([one, two]);
  const [first, second] = [await numberAt(two, inside.caseId), await numberAt(two, outside.caseId)];
  expect([first, second].map((number) => number.slice(0, 3))).toEqual(['Q1-', 'Q1-']);
  expect(first).not.toBe(second);
  expect((await received(one, 4)).number.local).toMatch(/^Q1A-.*-3000$/);
  await agree([one, two]);
  const list = await two.get('supervisor', 'conflict.list');
  expect([list.conflicts, list.doubled]).toEqual([[], []]);
  // What the hub had of it before was not sent again.
  expect((await synced(one)).pushed).toBe(0);
});

test('a desk that left before anybody else came may come back, and once more', async () => {
  const { twin, way } = centreOf();
  const one = await practice(open, 'Q1', way);
  await joined(one, codeFor(twin, 'Q1', 1));
  const { caseId } = await received(one, 1);
  await synced(one);
  expect(await leaveCentre(one.context)).toBeNull();
  await joined(one, codeFor(twin, 'Q1A', 2));
  await received(one, 2);
  await synced(one);
  expect(await leaveCentre(one.context)).toBeNull();
  await joined(one, codeFor(twin, 'Q1B', 3));
  const two = await practice(open, 'Q9', way);
  await joined(two, codeFor(twin, 'Q9', 4));
  await agree([one, two]);
  expect(await numberAt(two, caseId)).toMatch(/^Q1-/);
});

test('a hub that was set up anew while a desk was out takes it all the same', async () => {
  const { twin, one, two } = await twoDesks();
  await received(one, 1);
  await agree([one, two]);
  expect(await leaveCentre(one.context)).toBeNull();
  await received(one, 2);
  twin.wipe();
  await joined(two, codeFor(twin, 'Q2', 8));
  await joined(one, codeFor(twin, 'Q1', 9));
  await agree([one, two]);
});

test('a register from a backup that received before it joined again has both: what was told after the backup, and what it received', async () => {
  const { twin, one, two } = await twoDesks();
  const before = await received(one, 1);
  await synced(one);
  const folder = await copyOf(one);
  const after = await received(one, 2);
  // Somebody goes on with a case that the backup has, and so does the computer that came back.
  await one.get('clerk', 'case.act', {
    caseId: before.caseId,
    act: { type: 'transfer' },
  });
  for (const desk of [one, two, one]) await synced(desk);
  await one.close();
  giveOwnName({ folder, now: monday, random: (size) => Uint8Array.from({ length: size }, (_, at) => at * 7) });
  one.open(folder);
  expect(await syncFault(one)).toBe('hub-desk-restored');
  const meanwhile = await received(one, 3);
  const done = await joined(one, codeFor(twin, 'Q4', 4));
  expect(done.notices.map(({ code }) => code)).not.toContain('hub-entry-refused');
  await agree([one, two]);
  for (const { caseId } of [before, after, meanwhile])
    for (const desk of [one, two]) expect(await numberAt(desk, caseId)).toMatch(/^Q1-/);
  // The computer gave a number that had been given after the backup: both stand, and somebody is told.
  const list = await two.get('supervisor', 'conflict.list');
  expect(list.conflicts.map(({ ref }: { ref: { kind: string } }) => ref.kind)).toEqual(['number']);
});

test('a copied folder of which both wrote: the one with a new code goes on as a counter of its own, and tells again what it alone had', async () => {
  const { twin, way, one, two } = await twoDesks();
  const shared = await received(one, 1);
  await synced(one);
  const folder = await copyOf(one);
  const original = await received(one, 2);
  await one.get('clerk', 'till.open', { till: 'Quầy 1', float: {} }).catch(() => undefined);
  await synced(one);
  const copy = await practice(open, 'copy', way);
  await copy.close();
  copy.open(folder);
  const alone = await received(copy, 3);
  await copy.get('clerk', 'case.act', { caseId: alone.caseId, act: { type: 'transfer' } });
  expect(await syncFault(copy)).toBe('hub-desk-copied');
  const again = await joined(copy, codeFor(twin, 'Q5', 5));
  expect(again.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['hub-goes-on-as', 'hub-told-again']));
  await agree([one, two, copy]);
  for (const desk of [one, two, copy])
    for (const { caseId } of [shared, original, alone]) expect(await numberAt(desk, caseId)).toMatch(/^Q1-/);
  const list = await two.get('supervisor', 'conflict.list');
  expect(list.conflicts.map(({ ref }: { ref: { kind: string } }) => ref.kind)).toEqual(['number']);
  // Both go on, each with its own numbers and settings.
  expect((await received(one, 6)).number.local).toMatch(/^Q1-/);
  expect((await received(copy, 7)).number.local).toMatch(/^Q5-.*-5000$/);
  await agree([one, two, copy]);
  await copy.close();
  copy.open();
  await agree([one, two, copy]);
});

test('two computers of a folder of before the present code: neither is let in and both are told why, each goes on with a code of its own, and nothing of either is lost', async () => {
  const { twin, way, one, two } = await twoDesks();
  const before = await received(one, 1);
  await synced(one);
  const old = await copyOf(one);
  // The hub is set up anew, and this counter comes with another word than stands in that folder.
  twin.wipe();
  await joined(one, codeFor(twin, 'Q1', 11));
  await joined(two, codeFor(twin, 'Q2', 12));
  await agree([one, two]);
  const since = await received(one, 2);
  await synced(one);
  await one.close();
  one.open(old);
  const shared = await received(one, 3);
  const copy = await practice(open, 'copy', way);
  await copy.close();
  copy.open(await copyOf(one));
  const [his, hers] = [await received(one, 4), await received(copy, 5)];
  for (const desk of [one, copy]) {
    expect(await syncFault(desk)).toBe('hub-refused');
    const told = { code: 'hub-shut-out', vi: expect.stringContaining('bản cũ hay bản sao') };
    expect(stateOf(desk.context)?.trouble).toMatchObject(told);
  }
  await joined(one, codeFor(twin, 'Q4', 4));
  await joined(copy, codeFor(twin, 'Q5', 5));
  await agree([one, two, copy]);
  for (const desk of [one, two, copy])
    for (const { caseId } of [before, since, shared, his, hers]) expect(await numberAt(desk, caseId)).toMatch(/^Q1-/);
  // The numbers that were given twice, and the case that both tell, are there to be seen to.
  const { conflicts } = await two.get('supervisor', 'conflict.list');
  const kinds = (conflicts as { ref: { kind: string } }[]).map(({ ref }) => ref.kind);
  expect(kinds.toSorted()).toEqual(['case', 'number', 'number']);
  expect((await received(one, 6)).number.local).toMatch(/^Q4-/);
  expect((await received(copy, 7)).number.local).toMatch(/^Q5-/);
  await agree([one, two, copy]);
});

test('a desk at work does not become another by a wrong code: it has to be said, and then it leaves as the one that it was', async () => {
  const { twin, one, two } = await twoDesks();
  const { caseId } = await received(one, 1);
  const code = codeFor(twin, 'Q3', 7);
  for (const as of [undefined, 'Q2'])
    expect(await joinCentre(one.context, code, as)).toEqual({
      fault: 'hub-is-other-desk',
      data: { desk: 'Q1', asked: 'Q3' },
    });
  expect((await synced(one)).notices).toEqual([]);
  // The code is not used: the right computer may come with it, and here this one does.
  const done = await joinCentre(one.context, code, 'Q3');
  expect(done).toMatchObject({ desk: 'Q3', no: 3 });
  const state = await two.get('admin', 'hub.sync').then(() => two.get('admin', 'hub.state'));
  expect(state.link.desks.map((each: { code: string; state: string }) => [each.code, each.state])).toEqual([
    ['Q1', 'closed'],
    ['Q2', 'joined'],
    ['Q3', 'joined'],
  ]);
  await agree([one, two]);
  expect(await numberAt(two, caseId)).toMatch(/^Q1-/);
  expect((await received(one, 2)).number.local).toMatch(/^Q3-/);
});

test('what a desk that was shut out had not sent is told again as that, and not as a copy that wrote differently', async () => {
  const { twin, one, two } = await twoDesks();
  const alone = await received(one, 1);
  twin.close(1);
  // Nobody asks: it is not let in any more as the one that it was.
  const back = await joinCentre(one.context, codeFor(twin, 'Q1A', 7));
  expect(back).toMatchObject({ desk: 'Q1A' });
  const told = (await synced(one)).notices.map(({ code }) => code);
  expect(told).toContain('hub-unsent-told-again');
  expect(told).not.toContain('hub-told-again');
  await agree([one, two]);
  expect(await numberAt(two, alone.caseId)).toMatch(/^Q1-/);
});

test('a copied island: the second computer joins with a code of its own, whoever wrote first', async () => {
  const { twin, way } = centreOf();
  const one = await practice(open, 'Q1', way);
  await joined(one, codeFor(twin, 'Q1', 1));
  const folder = await copyOf(one);
  const copy = await practice(open, 'copy', way);
  await copy.close();
  copy.open(folder);
  expect(await leaveCentre(one.context)).toBeNull();
  // The copy is refused now, as whom it was.
  expect(await syncFault(copy)).toBe('hub-refused');
  const alone = await received(copy, 1);
  await joined(copy, codeFor(twin, 'Q2', 2));
  await joined(one, codeFor(twin, 'Q3', 3));
  await agree([one, copy]);
  expect(await numberAt(one, alone.caseId)).toMatch(/^Q1-/);
  expect(isFault(await leaveCentre(copy.context))).toBe(false);
});

test('what a desk told whose computer died is there for a newcomer, although all who met it have left and come back and the hub was set up anew', async () => {
  const { twin, way, one, two } = await twoDesks();
  const gone = await practice(open, 'Q3', way);
  await joined(gone, codeFor(twin, 'Q3', 3));
  for (const desk of [one, gone]) await synced(desk);
  const theirs = await received(gone, 1);
  for (const desk of [gone, one, two]) await synced(desk);
  await gone.close();
  // What these two receive rests on what the one that is gone had told.
  for (const [at, desk] of [one, two].entries()) {
    await received(desk, 2 + at);
    await synced(desk);
    expect(await leaveCentre(desk.context)).toBeNull();
    await joined(desk, codeFor(twin, `Q${at + 1}A`, 10 + at));
  }
  for (const desk of [one, two, one]) await synced(desk);
  twin.wipe();
  for (const [at, desk] of [one, two].entries()) await joined(desk, codeFor(twin, `Q${at + 1}A`, 20 + at));
  const late = await practice(open, 'Q4', way);
  await joined(late, codeFor(twin, 'Q4', 30));
  for (const desk of [one, two, late]) await synced(desk);
  // Until somebody opens the refill it says what it waits for.
  expect((await synced(late)).notices).toContainEqual(expect.objectContaining({ code: 'hub-waits-for-desk' }));
  twin.openRefill(true);
  for (const desk of [one, two, late]) await synced(desk);
  twin.openRefill(false);
  await agree([one, two, late]);
  expect(await numberAt(late, theirs.caseId)).toMatch(/^Q3-/);
  expect((await synced(late)).notices.map(({ code }) => code)).not.toContain('hub-waits-for-desk');
});
