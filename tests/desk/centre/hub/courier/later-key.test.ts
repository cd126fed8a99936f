import { expect, test } from 'vitest';
import { leaveCentre, withHub } from '../../../../../electron/desk/centre/hub/service.ts';
import type { HubLink } from '../../../../../electron/exchange/hub/link.ts';
import {
  type RandomBytes,
  enrolKeyOf,
  centreKeyId,
  openRow,
  sealGrant,
  sealLater,
} from '../../../../../electron/exchange/hub/seal.ts';
import { createTwin } from '../../../../support/centre/hub/twin.ts';
import { uuidText, uuidV7 } from '../../../../../electron/store/file/rows/codecs.ts';
import { centreKeys, findCentre } from '../../../../../electron/store/centre/hub/centre.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  letIn,
  practice,
  received,
  synced,
  twinWay,
} from '../../../../support/centre/hub/hub-desks.ts';
import { seeded } from '../../../../support/data/seeded.ts';
import { monday } from '../../../../support/desk/test-desk.ts';

const open = closedAfterwards();
const draw = seeded(7);
const random: RandomBytes = (size) => Uint8Array.from({ length: size }, () => draw(256));

/** Three counters of a centre; of a real one the first let the others in, and they have never compared digits with each other. */
async function centreOfThree(isReal: boolean, around?: (link: HubLink, no: number) => HubLink) {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin, around);
  const desks: HubDesk[] = [];
  for (const name of ['Q1', 'Q2', 'Q3']) {
    const desk = await practice(open, name, way);
    if (isReal) makeReal(desk);
    await joined(desk, codeFor(twin, name, 100 + desks.length));
    desks.push(desk);
  }
  for (let round = 0; round < 2; round += 1)
    for (const [at, desk] of desks.entries()) await (at === 0 ? letIn(desk) : synced(desk));
  return { twin, desks: desks as [HubDesk, HubDesk, HubDesk] };
}

/** The template's office as one of real people, with a name of its own. */
function makeReal({ context, clock }: HubDesk): void {
  context.store.nameAnew(() => uuidText(uuidV7(clock.at, random(10))));
  context.forget();
  Object.assign(context, { practice: () => false });
}

function uuidOf({ context }: HubDesk): string {
  return findCentre(context.store.db)?.uuid ?? '';
}

function keysAt({ context }: HubDesk) {
  return centreKeys(context.store.db);
}

function newestRow(twin: ReturnType<typeof createTwin>) {
  const row = twin.rows().at(-1);
  if (row === undefined) throw new Error('the hub has no row');
  return row;
}

/** Its receptions and the others', as far as they came. */
function receptionsAt({ context }: HubDesk): unknown {
  return context.store.db.prepare("SELECT count(*) FROM journal WHERE type = 'received'").pluck().get();
}

async function newcomer(twin: ReturnType<typeof createTwin>, name: string, isReal: boolean, by: HubDesk) {
  const late = await practice(open, name, twinWay(twin));
  if (isReal) makeReal(late);
  await joined(late, codeFor(twin, name, 300));
  await letIn(by);
  for (const desk of [late, by, late]) await synced(desk);
  return late;
}

const hasNoKey = ({ code }: { readonly code: string }): boolean => code === 'hub-row-other-key';

test.each([false, true])(
  'who left cannot open what is written afterwards, and who stays can: real %s',
  async (isReal) => {
    const { twin, desks } = await centreOfThree(isReal);
    const [gone, two, three] = desks;
    await received(gone, 1);
    for (const desk of [gone, two, three]) await synced(desk);
    const had = keysAt(gone);
    expect([had.length, keysAt(two).length, keysAt(three).length]).toEqual([1, 1, 1]);
    expect(await leaveCentre(gone.context)).toBeNull();
    // One makes it, the other gets it, and both write with it.
    for (const desk of [two, three, two]) await synced(desk);
    expect(keysAt(two).map(({ keyId, number }) => [keyId, number])).toEqual(
      keysAt(three).map(({ keyId, number }) => [keyId, number]),
    );
    for (const [desk, of] of [
      [two, 2],
      [three, 3],
    ] as const) {
      await received(desk, of);
      await synced(desk);
      const row = newestRow(twin);
      expect(row.format).toBe(2);
      expect(had.map((key) => openRow('27112', row, { ...key, keyId: row.keyId }))).toEqual([undefined]);
      const [key] = keysAt(two);
      expect(key && openRow('27112', row, key)).toBeInstanceOf(Buffer);
    }
    for (const desk of [two, three, two])
      expect((await synced(desk)).notices.filter(({ code }) => code !== 'hub-number-taken')).toEqual([]);
    // What was written before stays readable by who had the key, also for whoever comes now.
    const four = await practice(open, 'Q4', twinWay(twin));
    if (isReal) makeReal(four);
    await joined(four, codeFor(twin, 'Q4', 200));
    await letIn(two);
    await synced(four);
    expect(keysAt(four).map(({ keyId }) => keyId)).toEqual(keysAt(two).map(({ keyId }) => keyId));
    expect([two, three, four].map(receptionsAt)).toEqual([3, 3, 3]);
  },
);

test('a key is made once a desk that left, by whoever comes first; another one after the next', async () => {
  const { twin, desks } = await centreOfThree(false);
  const [one, two, three] = desks;
  twin.close(3);
  for (const desk of [two, one, two, one]) await synced(desk);
  expect([keysAt(one), keysAt(two)].map((keys) => keys.map(({ number }) => number))).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(keysAt(one)[0]?.excluded).toEqual([uuidOf(three)]);
  const four = await practice(open, 'Q4', twinWay(twin));
  await joined(four, codeFor(twin, 'Q4', 200));
  for (const desk of [two, four]) await synced(desk);
  twin.close(4);
  for (const desk of [one, two, one, two]) await synced(desk);
  expect([keysAt(one), keysAt(two)].map((keys) => keys.map(({ number }) => number))).toEqual([
    [2, 1, 0],
    [2, 1, 0],
  ]);
});

test('no key is changed while a desk runs an older program, and it is said which', async () => {
  let isOld = true;
  const { twin, desks } = await centreOfThree(false, (link, no) =>
    no === 2 && isOld ? { ...link, join: (desk) => link.join({ ...desk, format: 1 }) } : link,
  );
  const [one, two] = desks;
  twin.close(3);
  expect((await synced(one)).notices).toMatchObject([{ code: 'hub-key-waits' }]);
  expect(keysAt(one).map(({ number }) => number)).toEqual([0]);
  await received(one, 1);
  await synced(one);
  expect(newestRow(twin).format).toBe(1);
  isOld = false;
  await synced(two);
  expect((await synced(one)).notices).toEqual([]);
  expect(keysAt(one).map(({ number }) => number)).toEqual([1, 0]);
});

test('a key that the hub made up is none, and one that a desk that has left gave seals nothing, here or at a colleague', async () => {
  const { twin, desks } = await centreOfThree(false);
  const [one, two, three] = desks;
  const [first] = keysAt(one);
  const kept = findCentre(three.context.store.db);
  const to = findCentre(one.context.store.db);
  if (first === undefined || kept === undefined || to === undefined) throw new Error('they have joined');
  twin.close(3);
  for (const desk of [two, one, two]) await synced(desk);
  const before = keysAt(one);
  const place = { centre: '27112', desk: 1, enrolKey: enrolKeyOf(to.enrolSecret) };
  const made = (number: number) => {
    const key = Buffer.from(random(32));
    return { keyId: centreKeyId(key), key, number, excluded: [], under: first };
  };
  const link = twin.link(2);
  await link.hello();
  const [ofHub, ofGone, unsigned] = [made(9), made(9), made(0)];
  const strangers = [
    [
      ofHub.keyId,
      sealLater(
        place,
        ofHub,
        {
          desk: uuidOf(two),
          seed: random(32),
        },
        random,
      ),
    ],
    [ofGone.keyId, sealLater(place, ofGone, { desk: kept.uuid, seed: kept.seed }, random)],
    [unsigned.keyId, sealGrant({ ...place, keyId: unsigned.keyId }, unsigned.key, random)],
    ['0000000000000000', Buffer.from(random(200))],
  ] as const;
  for (const [keyId, sealed] of strangers) await link.grant(1, { keyId, sealed });
  await link.end();
  await synced(one);
  expect(keysAt(one).filter(({ readsOnly }) => !readsOnly)).toEqual(before);
  expect(keysAt(one).filter(({ readsOnly }) => readsOnly)).toMatchObject([{ keyId: ofGone.keyId, number: 9 }]);
  const late = await newcomer(twin, 'Q4', false, one);
  for (const [at, desk] of [one, late].entries()) {
    await received(desk, 1 + at);
    await synced(desk);
    expect(newestRow(twin)).toMatchObject({ desk: uuidOf(desk), keyId: before[0]?.keyId });
  }
  expect(keysAt(late).map(({ keyId, readsOnly }) => [keyId, readsOnly])).toEqual(
    keysAt(one).map(({ keyId, readsOnly }) => [keyId, readsOnly]),
  );
});

/** The third counter is gone; the first made a key for what came since, and told a reception under it that nobody has met: the second was away all the while. */
async function toldUnderOwnKey(isReal: boolean) {
  const { twin, desks } = await centreOfThree(isReal);
  const [one, two] = desks;
  twin.close(3);
  await synced(one);
  await received(one, 1);
  await synced(one);
  const row = newestRow(twin);
  expect([row.desk, row.keyId]).toEqual([uuidOf(one), keysAt(one)[0]?.keyId]);
  expect([keysAt(one).length, keysAt(two).length]).toEqual([2, 1]);
  return { twin, one, two, keyOfOne: row.keyId };
}

test.each([false, true])(
  'what a counter told under a key that it had made, and nobody met, is read once its computer is dead: real %s',
  async (isReal) => {
    const { twin, two, keyOfOne } = await toldUnderOwnKey(isReal);
    twin.close(1);
    expect((await synced(two)).notices.filter(hasNoKey)).toEqual([]);
    expect(receptionsAt(two)).toBe(1);
    await received(two, 2);
    await synced(two);
    expect(newestRow(twin).keyId).not.toBe(keyOfOne);
    // Who comes now is given it by who read with it, to read with as well.
    const late = await newcomer(twin, 'Q4', isReal, two);
    expect(receptionsAt(late)).toBe(2);
    await received(late, 3);
    await synced(late);
    expect(newestRow(twin)).toMatchObject({ desk: uuidOf(late), keyId: keysAt(two)[0]?.keyId });
    for (const desk of [two, late])
      expect(keysAt(desk).map(({ keyId, number, readsOnly }) => [keyId === keyOfOne, number, readsOnly])).toEqual([
        [false, 2, false],
        [false, 0, false],
        [true, 1, true],
      ]);
  },
);

test('the same where it left, and came back with another code to wait for a key itself', async () => {
  const { twin, one, two } = await toldUnderOwnKey(false);
  expect(await leaveCentre(one.context)).toBeNull();
  await received(one, 2);
  await joined(one, codeFor(twin, 'Q4', 200));
  expect(keysAt(one)).toEqual([]);
  for (const desk of [two, one, two, one]) await synced(desk);
  const told = [await synced(one), await synced(two)];
  expect([one, two].map(receptionsAt)).toEqual([2, 2]);
  expect(told[0]?.stateHash).toBe(told[1]?.stateHash);
});

test('who waits for a key takes up its own again once nobody is there who could give one', async () => {
  const { twin, desks } = await centreOfThree(false);
  const [one, two] = desks;
  await received(one, 1);
  for (const desk of [one, two]) await synced(desk);
  expect(await leaveCentre(two.context)).toBeNull();
  await received(two, 2);
  await joined(two, codeFor(twin, 'Q4', 200));
  expect((await synced(two)).hasKey).toBe(false);
  for (const no of [1, 3]) twin.close(no);
  expect(await synced(two)).toMatchObject({ hasKey: true, notices: [{ code: 'hub-goes-on-as' }] });
  expect(keysAt(two).map(({ number, readsOnly }) => [number, readsOnly])).toEqual([
    [1, false],
    [0, false],
  ]);
  const late = await newcomer(twin, 'Q5', false, two);
  expect(receptionsAt(late)).toBe(2);
  expect((await synced(late)).stateHash).toBe((await synced(two)).stateHash);
});

test('who comes back reads with what it had: a hub put back gets rows of a dead counter that nobody else can open', async () => {
  const { twin, desks } = await centreOfThree(false);
  const [one, two, three] = desks;
  const gone = await newcomer(twin, 'Q4', false, one);
  for (const desk of [one, two, three]) await synced(desk);
  const copy = twin.snapshot();
  twin.close(findCentre(gone.context.store.db)?.no ?? 0);
  await synced(three);
  await received(three, 1);
  await synced(three);
  const { keyId } = newestRow(twin);
  await synced(two);
  expect([keysAt(one), keysAt(two)].map((keys) => keys.some((key) => key.keyId === keyId))).toEqual([false, true]);
  twin.close(3);
  expect(await leaveCentre(two.context)).toBeNull();
  await joined(two, codeFor(twin, 'Q5', 201));
  expect(keysAt(two)).toEqual([]);
  // Back to before the key was made: neither it nor the row is there.
  twin.restore(copy);
  for (const no of [2, 3, 4]) twin.close(no);
  await joined(two, codeFor(twin, 'Q5', 202));
  twin.openRefill(true);
  for (const desk of [one, two, one, two, one]) await synced(desk);
  expect([one, two].map(receptionsAt)).toEqual([1, 1]);
  expect((await synced(one)).stateHash).toBe((await synced(two)).stateHash);
});

test('what could not be read for want of a key is read over the same connection once that comes', async () => {
  let onceTold: (() => Promise<unknown>) | undefined;
  const { twin, desks } = await centreOfThree(true, (link, no) => ({
    ...link,
    append: async (row) => {
      const answer = await link.append(row);
      const then = no === 2 ? onceTold : undefined;
      onceTold = undefined;
      await then?.();
      return answer;
    },
  }));
  const [one, two] = desks;
  // Let in by the first alone: the second, who makes a key now, has met nothing of it.
  const four = await practice(open, 'Q4', twinWay(twin));
  makeReal(four);
  await joined(four, codeFor(twin, 'Q4', 200));
  await letIn(one);
  await synced(four);
  twin.close(3);
  await received(two, 1);
  await withHub(four.context, async () => {
    const met: string[] = [];
    onceTold = async () => met.push(...(await synced(four)).notices.filter(hasNoKey).map(({ code }) => code));
    await synced(two);
    expect([met, receptionsAt(four)]).toEqual([['hub-row-other-key'], 0]);
    expect((await synced(four)).notices.filter(hasNoKey)).toEqual([]);
    expect(receptionsAt(four)).toBe(1);
  });
});
