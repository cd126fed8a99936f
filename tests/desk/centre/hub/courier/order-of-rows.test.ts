import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { HubLink } from '../../../../../electron/exchange/hub/link.ts';
import type { Db } from '../../../../../electron/store/file/db.ts';
import { verifyStore } from '../../../../../electron/store/safety/verify/verify.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  openHubDesk,
  practice,
  practiceFolder,
  received,
  synced,
  twinWay,
} from '../../../../support/centre/hub/hub-desks.ts';
import { newFolder } from '../../../../support/desk/folder.ts';
import { monday } from '../../../../support/desk/test-desk.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';

/** In which order and cut rows come and go again: what a simulation meets once in hundreds of seeds, put together by hand. */

const open = closedAfterwards();

async function centreOfTwo(around?: (link: HubLink) => HubLink) {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin, around);
  const [one, two] = [await practice(open, 'Q1', way), await practice(open, 'Q2', way)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  for (const desk of [one, two, one, two]) await synced(desk);
  return { twin, way, one, two };
}

const found = (desk: HubDesk): readonly unknown[] => verifyStore(desk.context.store.db).flatMap((one) => one.found);

/** In which row of a file's journal the reception of a case stands. */
function rowOf(db: Db, caseId: string): number {
  return db
    .prepare("SELECT min(seq) FROM journal JOIN subject USING (subject_id) WHERE type = 'received' AND hex(name) = ?")
    .pluck()
    .get(caseId.replaceAll('-', '').toUpperCase()) as number;
}

test('own entries that come back wait for what they had seen, where a hub put back has them in another order', async () => {
  const { twin, one, two } = await centreOfTwo();
  const copy = twin.snapshot();
  await one.close();
  const folder = newFolder();
  cpSync(path.join(one.folder, 'desk.sqlite'), path.join(folder, 'desk.sqlite'));
  one.open();
  const seen = await received(two, 1);
  for (const desk of [two, one]) await synced(desk);
  const after = await received(one, 2);
  await synced(one);
  // The hub comes back from before both; who had seen the other brings theirs first.
  twin.restore(copy);
  for (const desk of [one, two]) await synced(desk);
  // And then the computer is put back too: what it told itself stands there before what it had seen.
  await one.close();
  one.open(folder);
  for (const desk of [one, two, one]) await synced(desk);
  const { db } = one.context.store;
  expect(rowOf(db, seen.caseId)).toBeGreaterThan(0);
  expect(rowOf(db, after.caseId)).toBeGreaterThan(rowOf(db, seen.caseId));
  expect([found(one), found(two)]).toEqual([[], []]);
  expect((await synced(one)).stateHash).toBe((await synced(two)).stateHash);
});

test('what goes to a hub anew is cut as it was: rows that two colleagues kept of a dead desk, each some, fit together', async () => {
  const { twin, way, one, two } = await centreOfTwo();
  const three = await practice(open, 'Q3', way);
  await joined(three, codeFor(twin, 'Q3', 3));
  for (const desk of [three, one, two, three, one, two]) await synced(desk);
  const first = await received(two, 1);
  await synced(two);
  // One colleague has the first row alone, and hears no more of it.
  await synced(one);
  const second = await received(two, 2);
  await synced(two);
  twin.wipe();
  // It brings both to an empty hub at once; the other colleague has them from there.
  await joined(two, codeFor(twin, 'Q2', 4));
  await joined(three, codeFor(twin, 'Q3', 5));
  for (const desk of [two, three, two, three]) await synced(desk);
  await two.close();
  open.splice(open.indexOf(two), 1);
  // It died, and so did the hub.
  twin.wipe();
  await joined(one, codeFor(twin, 'Q1', 6));
  await joined(three, codeFor(twin, 'Q3', 7));
  twin.openRefill(true);
  await synced(one);
  for (const desk of [three, one, three, one]) await synced(desk);
  const late = openHubDesk('Q4', await practiceFolder(), 44, way);
  open.push(late);
  await joined(late, codeFor(twin, 'Q4', 8));
  for (const desk of [late, one, three, late]) await synced(desk);
  for (const desk of [one, three, late])
    for (const { caseId } of [first, second])
      expect((await desk.get('clerk', 'case.get', { caseId })).state.number.local).toMatch(/^Q2-/);
  const hashes = [];
  for (const desk of [one, three, late]) hashes.push((await synced(desk)).stateHash);
  expect(new Set(hashes).size).toBe(1);
});

test('one contact brings all there is, in however many pages, and each row once', async () => {
  const pages: number[] = [];
  const { twin, one } = await centreOfTwo((link) => ({
    ...link,
    pull: async (have, after) => {
      // A page of one row.
      const page = await link.pull(have, after, 1);
      pages.push(page.length);
      return page;
    },
  }));
  const many = 60;
  for (let nth = 0; nth < many; nth += 1) {
    await received(one, 1 + nth);
    await synced(one);
  }
  const late = await practice(
    open,
    'Q3',
    twinWay(twin, (link) => ({
      ...link,
      pull: async (have, after) => {
        const page = await link.pull(have, after, 1);
        pages.push(page.length);
        return page;
      },
    })),
  );
  const rows = twin.rows().filter(({ kind }) => kind === 'register').length;
  expect(rows).toBeGreaterThan(many);
  // It has no key before somebody at work met it.
  await joined(late, codeFor(twin, 'Q3', 9));
  await synced(one);
  pages.length = 0;
  await synced(late);
  expect(pages.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(rows + 2);
  expect(late.context.store.db.prepare("SELECT count(*) FROM journal WHERE type = 'received'").pluck().get()).toBe(
    many,
  );
});

test('others tell without a pause: what this desk has to say goes first, and between what it takes in, and the exchange ends', async () => {
  /** A pull that finds something new each time, as where fifty entries a second come; it ends one day, or the test would not. */
  const mostPulls = 30;
  const seen: string[] = [];
  const during: { pull: () => Promise<void> } = { pull: async () => undefined };
  const { twin, one } = await centreOfTwo();
  const three = await practice(
    open,
    'Q3',
    twinWay(twin, (link) => ({
      ...link,
      pull: async (...asked) => {
        seen.push('pull');
        await during.pull();
        return link.pull(...asked);
      },
      append: async (row) => {
        seen.push(`append ${row.kind}`);
        return link.append(row);
      },
    })),
  );
  await joined(three, codeFor(twin, 'Q3', 3));
  for (const desk of [three, one, three, one, three]) await synced(desk);
  await received(three, 100);
  seen.length = 0;
  let pulls = 0;
  during.pull = async () => {
    pulls += 1;
    if (pulls > mostPulls) return;
    await received(one, 200 + pulls);
    await synced(one);
    if (pulls === 2) await received(three, 101);
  };
  await synced(three);
  const appended = seen.flatMap((what, at) => (what === 'append register' ? [at] : []));
  // Before anything is taken in; and what was written in the second pull before the third.
  expect(appended[0]).toBe(0);
  expect(seen.slice(0, appended[1]).filter((what) => what === 'pull')).toHaveLength(2);
  // What goes on coming is the next exchange's.
  expect(pulls).toBeLessThan(10);
  during.pull = async () => undefined;
  for (const desk of [three, one, three]) await synced(desk);
  expect((await synced(one)).stateHash).toBe((await synced(three)).stateHash);
});
