import { expect, test } from 'vitest';
import { leaveCentre } from '../../../../electron/desk/centre/hub/service.ts';
import type { HubLink } from '../../../../electron/exchange/hub/link.ts';
import {
  type RandomBytes,
  enrolKeyOf,
  centreKeyId,
  openRow,
  sealGrant,
  sealLater,
} from '../../../../electron/exchange/hub/seal.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { uuidText, uuidV7 } from '../../../../electron/store/file/rows/codecs.ts';
import { centreKeys, findCentre } from '../../../../electron/store/centre/hub/centre.ts';
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
} from '../../../support/centre/hub/hub-desks.ts';
import { seeded } from '../../../support/data/seeded.ts';
import { monday } from '../../../support/desk/test-desk.ts';

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
    const counts = [two, three, four].map(({ context }) =>
      context.store.db.prepare("SELECT count(*) FROM journal WHERE type = 'received'").pluck().get(),
    );
    expect(counts).toEqual([3, 3, 3]);
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

test('a key that the hub made up, or a desk that has left gave, is no key of the centre', async () => {
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
  expect(keysAt(one)).toEqual(before);
});
