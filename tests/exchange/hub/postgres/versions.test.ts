import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endConnected } from '../../../../electron/desk/centre/hub/connection.ts';
import { leaveCentre } from '../../../../electron/desk/centre/hub/service.ts';
import { hubWay } from '../../../../electron/desk/centre/hub/network.ts';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { HubPlace } from '../../../../electron/exchange/hub/code.ts';
import { enrol, init } from '../../../../electron/exchange/hub/owner.ts';
import { versions } from '../../../../electron/exchange/hub/tables/schema.ts';
import { enrolKeyOf, sealGrant, signerOf } from '../../../../electron/exchange/hub/seal.ts';
import { type HubSession, openSession } from '../../../../electron/exchange/hub/session.ts';
import { status } from '../../../../electron/exchange/hub/status.ts';
import { centreKeys, findCentre } from '../../../../electron/store/centre/hub/centre.ts';
import {
  type HubDesk,
  joined,
  openHubDesk,
  practiceFolder,
  received,
  synced,
} from '../../../support/centre/hub/hub-desks.ts';
import { oldDesk, oldStory, oldTables } from '../../../support/centre/hub/old-desk.ts';
import { centre, enrolled, hasPostgres, newFolder } from '../../../support/centre/hub/office-hub.ts';

/** Neighbouring versions at one centre: a desk and a hub of the version before, and today's, in all four pairs, over PostgreSQL. */
/** The story was written by the lists of its time, which are not today's, and its desk is not here to send them: that they are lacking is said, rightly. */
function besideLists<Notice extends { readonly code: string }>(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ code }) => code !== 'hub-content-lacking');
}

describe.skipIf(!hasPostgres)('desks and hubs of two versions', () => {
  let box: HubBox;
  let keeper: HubSession;
  let oldSession: HubSession;
  let old: ReturnType<typeof oldDesk>;
  let place: HubPlace;
  const open: HubDesk[] = [];

  beforeAll(async () => {
    box = await startBox({ folder: newFolder(), env: process.env });
    await init(box.owner, centre, [oldTables]);
    keeper = await openSession(box.owner);
    // The program before knew one version of tables, by this number.
    await keeper.ask('UPDATE hub.centre SET version = $1', [versions.length]);
    place = (await enrolled(box, 'Q1')).place;
    const claimed = await enrol(box.owner, { centre, desk: 'Q2' });
    expect(claimed.no).toBe(2);
    codes.push(claimed.code);
    for (const name of ['Q3', 'Q4']) codes.push((await enrol(box.owner, { centre, desk: name })).code);
    await keeper.ask('UPDATE hub.centre SET version = 1');
  });
  const codes: string[] = [];
  afterAll(async () => {
    for (const desk of open) {
      await endConnected(desk.context);
      await desk.close();
    }
    await oldSession.end();
    await keeper.end();
    await box.stop();
  });

  async function newDesk(name: string, code: string): Promise<HubDesk> {
    const desk = openHubDesk(name, await practiceFolder(), open.length + 50, hubWay);
    desk.clock.at = Date.now();
    open.push(desk);
    await joined(desk, code);
    return desk;
  }

  /** The old desk gives its key, as that program did: 32 bytes, sealed to whoever waits. */
  async function givenBy(desk: HubDesk): Promise<void> {
    const kept = findCentre(desk.context.store.db);
    if (kept === undefined) throw new Error('it joined');
    const to = { centre, desk: kept.no, enrolKey: enrolKeyOf(kept.enrolSecret), keyId: oldStory.keyId };
    await old.grant(
      kept.no,
      oldStory.keyId,
      sealGrant(to, Buffer.from(oldStory.key, 'base64'), (size) => Buffer.alloc(size, 7)),
    );
  }

  function casesAt({ context }: HubDesk): unknown {
    return context.store.db.prepare("SELECT count(*) FROM journal WHERE type = 'received'").pluck().get();
  }

  async function formatsOf(desk: HubDesk): Promise<readonly number[]> {
    const uuid = findCentre(desk.context.store.db)?.uuid;
    const rows = await keeper.ask<{ format: number }>(
      "SELECT format FROM hub.row WHERE desk = $1 AND kind = 'register' ORDER BY pos",
      [uuid],
    );
    return rows.map(({ format }) => format);
  }

  test('the tables of before are those that were shipped, and today’s begin with them', () => {
    expect(versions[0]?.trim()).toBe(oldTables.trim());
  });

  test('old desk, old hub', async () => {
    const opened = await openSession(place);
    oldSession = opened;
    old = oldDesk((text, values) => opened.ask(text, values));
    await old.enter(randomUUID());
    expect(await old.join(signerOf(Buffer.from(oldStory.seed, 'base64')))).toBe('joined');
    await oldSession.ask("SELECT * FROM hub.claim('centre-key', 0, 0)");
    await oldSession.ask("SELECT * FROM hub.claim('office:practice', 0, 0)");
    const [first] = oldStory.rows;
    expect(first && (await old.append(first))).toBe('taken');
    expect(first && (await old.append(first))).toBe('have');
    expect(await old.pull()).toEqual([]);
  });

  test('new desk, old hub: each reads the other, in the form that both know', async () => {
    const two = await newDesk('Q2', codes[0] ?? '');
    await givenBy(two);
    await received(two, 1);
    const { notices } = await synced(two);
    expect(besideLists(notices)).toEqual([]);
    expect(casesAt(two)).toBe(1);
    const [next] = oldStory.rows.slice(1);
    expect(next && (await old.append(next))).toBe('taken');
    await synced(two);
    expect(casesAt(two)).toBe(2);
    expect(new Set(await formatsOf(two))).toEqual(new Set([1]));
    const read = await old.pull();
    expect(read.some((one) => 'text' in one && one.text.includes('"received"'))).toBe(true);
    expect(read.some((one) => 'newer' in one)).toBe(false);
  });

  test('old desk, new hub: brought up under it by `hub init`, it goes on', async () => {
    const before = await keeper.ask('SELECT pos, desk, kind, head FROM hub.row ORDER BY pos');
    expect(await init(box.owner, centre)).toMatchObject({ did: 'upgraded', version: versions.length });
    expect(await keeper.ask('SELECT pos, desk, kind, head FROM hub.row ORDER BY pos')).toEqual(before);
    const [last] = oldStory.rows.slice(2);
    expect(last && (await old.append(last))).toBe('taken');
    // Also where it comes anew.
    await oldSession.end();
    const opened = await openSession(place);
    oldSession = opened;
    old = oldDesk((text, values) => opened.ask(text, values));
    await old.enter(randomUUID());
    expect((await old.hello()).heads.length).toBeGreaterThan(1);
    expect((await old.pull()).every((one) => 'text' in one)).toBe(true);
    expect(await status(box.owner)).toMatchObject({ version: versions.length });
  });

  test('new desk, new hub: the new form once nobody is left who has not told that it reads it', async () => {
    const two = open[0] as HubDesk;
    const three = await newDesk('Q3', codes[1] ?? '');
    for (const desk of [two, three, two, three]) await synced(desk);
    expect([casesAt(two), casesAt(three)]).toEqual([3, 3]);
    // One leaves: its key is not changed while the old desk is here, and it is said which.
    const four = await newDesk('Q4', codes[2] ?? '');
    for (const desk of [two, four, two]) await synced(desk);
    expect(await leaveCentre(four.context)).toBeNull();
    expect(besideLists((await synced(two)).notices)).toMatchObject([
      { code: 'hub-key-waits', vi: expect.stringContaining('Q1') },
    ]);
    await received(two, 2);
    await synced(two);
    expect(new Set(await formatsOf(two))).toEqual(new Set([1]));
    expect((await old.pull()).every((one) => 'text' in one)).toBe(true);
    // As today's program tells it when it opens this desk's folder.
    await oldSession.ask('SELECT hub.join($1, $2, 2)', [oldStory.desk, signerOf(Buffer.from(oldStory.seed, 'base64'))]);
    for (const desk of [two, three, two, three]) expect(besideLists((await synced(desk)).notices)).toEqual([]);
    expect([two, three].map(({ context }) => centreKeys(context.store.db).map(({ number }) => number))).toEqual([
      [1, 0],
      [1, 0],
    ]);
    await received(two, 3);
    for (const desk of [two, three]) await synced(desk);
    expect((await formatsOf(two)).at(-1)).toBe(2);
    expect([casesAt(two), casesAt(three)]).toEqual([5, 5]);
    // Put back to the program before, it names whose rows it cannot read, and reads what stands before them.
    const read = await old.pull();
    expect(read.filter((one) => 'newer' in one).map(({ desk }) => desk)).toContain(
      findCentre(two.context.store.db)?.uuid,
    );
    expect(read.some((one) => 'text' in one)).toBe(true);
  });

  test('a row of a form that is not known yet is kept as it came and named; other desks’ are taken', async () => {
    const [two, three] = open as [HubDesk, HubDesk];
    const uuid = findCentre(two.context.store.db)?.uuid ?? '';
    await received(two, 4);
    await received(three, 5);
    // Sealed by a program to come: what stands outside the seal is signed with it.
    const { rowsOf } = await import('../../../../electron/desk/centre/hub/courier/load.ts');
    const { ownCommitsAfter, findOwnPlace } = await import('../../../../electron/store/centre/exchange/commits.ts');
    const { openLink } = await import('../../../../electron/exchange/hub/postgres.ts');
    const kept = findCentre(two.context.store.db);
    const [key] = centreKeys(two.context.store.db);
    const from = findOwnPlace(two.context.store.db, kept?.pushed.seq ?? 0);
    if (kept === undefined || key === undefined || from === undefined) throw new Error('it joined');
    const random = (size: number) => new Uint8Array(size).fill(3);
    const loading = { db: two.context.store.db, centre, key, format: 3, seed: kept.seed, random };
    const [loaded] = [...rowsOf(loading, ownCommitsAfter(two.context.store.db, from), from.hash, [])];
    if (loaded === undefined) throw new Error('there is something to tell');
    const link = await openLink(JSON.parse(kept.place) as HubPlace, { process: randomUUID() });
    expect(await link.append(loaded.row)).toMatchObject({ is: 'taken' });
    await link.end();
    const { notices } = await synced(three);
    expect(besideLists(notices)).toMatchObject([{ code: 'hub-row-newer', vi: expect.stringContaining('Q2') }]);
    expect(casesAt(three)).toBe(6);
    expect(
      three.context.store.db.prepare('SELECT count(*) FROM hub_row WHERE uuid = ? AND format = 3').pluck().get(uuid),
    ).toBe(1);
  });
});
