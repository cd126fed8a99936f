import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HubBox, startBox } from '../../../../electron/exchange/hub/box/box.ts';
import { readCode } from '../../../../electron/exchange/hub/code.ts';
import { closeDesk, enrol, init, OwnerRefusal, readHubUrl } from '../../../../electron/exchange/hub/owner.ts';
import { status } from '../../../../electron/exchange/hub/status.ts';
import { hubVersion } from '../../../../electron/exchange/hub/tables/rules.ts';
import { versions } from '../../../../electron/exchange/hub/tables/schema.ts';
import { openSession } from '../../../../electron/exchange/hub/session.ts';
import { BoxRefusal } from '../../../../electron/exchange/hub/box/tools.ts';
import { centre, enrolled, hasPostgres, joined, newFolder, openAnew } from '../../../support/centre/hub/office-hub.ts';
import { faultOf, rowAfter } from '../../../support/centre/hub/rows.ts';

function troubleOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'none',
    (error: unknown) =>
      error instanceof OwnerRefusal || error instanceof BoxRefusal
        ? `${error.trouble} ${error.about}`.trim()
        : String(error),
  );
}

describe.skipIf(!hasPostgres)('who keeps a hub', () => {
  let box: HubBox;
  let folder: string;
  beforeAll(async () => {
    folder = newFolder();
    box = await startBox({ folder, env: process.env });
  });
  afterAll(() => box.stop());

  test('what stands in the folder is its owner’s alone, and opens the hub', async () => {
    expect(statSync(path.join(folder, 'owner.url')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'postgres')).mode & 0o077).toBe(0);
    expect(readHubUrl(readFileSync(box.urlFile, 'utf8').trim())).toEqual(box.owner);
  });

  test('is told that nothing was made yet', async () => {
    expect(await troubleOf(status(box.owner))).toBe('not-made');
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q1' }))).toBe('not-made');
  });

  test('makes it once; a second time changes nothing, and another centre is refused', async () => {
    const made = await init(box.owner, centre);
    expect(made).toMatchObject({ centre, did: 'made', hardened: true });
    expect(await init(box.owner, centre)).toEqual({ ...made, did: 'nothing' });
    expect(await troubleOf(init(box.owner, '27113'))).toBe(`other-centre ${centre}`);
    expect(await troubleOf(enrol(box.owner, { centre: '27113', desk: 'Q1' }))).toBe(`other-centre ${centre}`);
  });

  test('gives each code once, by its number where that is free', async () => {
    const numbers: number[] = [];
    for (const desk of ['Q3', 'Q1', 'Q3A']) numbers.push((await enrol(box.owner, { centre, desk })).no);
    expect(numbers).toEqual([3, 1, 4]);
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q3' }))).toBe('enrolled Q3');
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Quầy 3' }))).toBe('desk-code Quầy 3');
    for (const desk of ['Q0', 'Q00', 'q3', ''])
      expect(await troubleOf(enrol(box.owner, { centre, desk })), desk).toBe(`desk-code ${desk}`.trim());
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q8', number: 3 }))).toBe('number-taken 3');
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q8', number: 10_000 }))).toBe('number-range 10000');
    // The desk after it would have no number.
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q8', number: 9999 }))).toBe('number-range 9999');
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q8', number: 0 }))).toBe('number-range 0');
    expect((await enrol(box.owner, { centre, desk: 'Q8', number: 70 })).no).toBe(70);
  });

  test('another code for a desk that never came; the one before opens nothing, and a desk that came gets none', async () => {
    const before = await enrolled(box, 'Q5');
    const after = readCode((await enrol(box.owner, { centre, desk: 'Q5', again: true })).code);
    expect(after?.no).toBe(5);
    expect(await faultOf(openAnew(before.place))).toBe('hub-refused');
    const { link } = await joined(box, 'Q6');
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q6', again: true }))).toBe('enrolled Q6');
    await link.end();
    await closeDesk(box.owner, { centre, desk: 'Q5' });
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q5', again: true }))).toBe('enrolled Q5');
    expect(await troubleOf(enrol(box.owner, { centre, desk: 'Q9', again: true }))).toBe('no-desk Q9');
    expect(await troubleOf(closeDesk(box.owner, { centre, desk: 'Q9' }))).toBe('no-desk Q9');
  });

  test('sees who is there and how far', async () => {
    const { link, no } = await joined(box, 'Q2');
    await link.hello();
    await link.append(rowAfter(undefined, no, 7));
    const told = await status(box.owner);
    expect(told).toMatchObject({ centre, version: versions.length, pos: 1, refill: false, connections: 1 });
    expect(told.desks.map(({ code, state }) => `${code} ${state}`)).toEqual([
      'Q1 enrolled',
      'Q2 joined',
      'Q3 enrolled',
      'Q3A enrolled',
      'Q5 closed',
      'Q6 joined',
      'Q8 enrolled',
    ]);
    expect(told.desks[1]).toMatchObject({ connected: true, register: 7, machine: 0, ranges: [[2000, 2999]] });
    expect(told.desks[1]?.secondsSince).toBeLessThan(60);
    await link.end();
  });

  test('an older hub is brought up where it stands: rows and desks stay, and what desks call is given to them', async () => {
    const { link, no, place } = await joined(box, 'Q9');
    await link.append(rowAfter(undefined, no, 1));
    await link.end();
    const { pos } = await status(box.owner);
    const later = `DROP FUNCTION hub.leave();
      CREATE FUNCTION hub.leave() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT 1'`;
    const before = await init(box.owner, centre);
    expect(await init(box.owner, centre, [...versions, later])).toEqual({
      ...before,
      version: versions.length + 1,
      did: 'upgraded',
    });
    expect(await troubleOf(init(box.owner, centre))).toBe('newer');
    const session = await openSession(box.owner);
    await session.ask('UPDATE hub.centre SET version = $1', [versions.length]);
    await session.end();
    expect((await status(box.owner)).pos).toBe(pos);
    const again = await openAnew(place);
    await again.leave();
    expect((await again.hello()).pos).toBe(pos);
    await again.end();
  });

  test('who comes is told until when the certificate is good: ten years from the day it was made', async () => {
    const session = await openSession(box.owner);
    await session.end();
    const years = (session.certificateUntil - Date.now()) / (365.25 * 86_400_000);
    expect(years).toBeGreaterThan(9.9);
    expect(years).toBeLessThan(10.1);
  });

  test('what fails on the way up leaves the hub as it was', async () => {
    const broken = 'CREATE TABLE hub.half (a int); SELECT hub.nothing()';
    expect(await troubleOf(init(box.owner, centre, [...versions, broken]))).toContain('hub-other-version');
    const session = await openSession(box.owner);
    expect(await session.ask("SELECT to_regclass('hub.half') AS there")).toEqual([{ there: null }]);
    await session.end();
    expect(await init(box.owner, centre)).toMatchObject({ version: versions.length, did: 'nothing' });
  });

  test('a hub with newer tables serves the desks that speak to it, and is no longer this program’s to keep; one that speaks otherwise is told', async () => {
    const { place } = await enrolled(box, 'Q7');
    const session = await openSession(box.owner);
    await session.ask('UPDATE hub.centre SET version = $1', [versions.length + 1]);
    expect(await troubleOf(init(box.owner, centre))).toBe('newer');
    expect(await troubleOf(status(box.owner))).toBe('newer');
    const link = await openAnew(place);
    expect((await link.hello()).version).toBe(hubVersion);
    await link.end();
    const speaks = (version: number) =>
      session.ask(
        `CREATE OR REPLACE FUNCTION hub.version() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT ${version}'`,
      );
    await speaks(hubVersion + 1);
    expect(await faultOf(openAnew(place))).toBe('hub-other-version');
    await speaks(hubVersion);
    await session.ask('UPDATE hub.centre SET version = $1', [versions.length]);
    await session.end();
  });

  test('on a server of others, as a role that is no superuser: made, and said what was not taken away', async () => {
    const session = await openSession(box.owner);
    await session.ask("CREATE ROLE city LOGIN CREATEROLE PASSWORD 'word'");
    await session.ask('CREATE DATABASE ward OWNER city');
    appendFileSync(path.join(folder, 'postgres/pg_hba.conf'), 'hostssl ward all all scram-sha-256\n');
    await session.ask('SELECT pg_reload_conf()');
    const city = { ...box.owner, database: 'ward', role: 'city', secret: 'word' };
    expect(await init(city, '27200')).toMatchObject({ did: 'made', hardened: false });
    await session.ask("CREATE ROLE passer LOGIN PASSWORD 'word'");
    await session.ask('GRANT CONNECT ON DATABASE ward TO passer');
    const passer = { ...city, role: 'passer' };
    expect(await troubleOf(init(passer, '27200'))).toContain('right-missing permission denied');
    await session.end();
    const code = readCode((await enrol(city, { centre: '27200', desk: 'Q1' })).code);
    if (code === undefined) throw new Error('no code');
    const place = { ...code.place, addresses: box.owner.addresses };
    const first = await openAnew(place);
    expect((await first.hello()).centre).toBe('27200');
    expect(await faultOf(openAnew(place))).toBe('hub-place-taken');
    await closeDesk(city, { centre: '27200', desk: 'Q1' });
    await first.end();
    expect(await faultOf(openAnew(place))).toBe('hub-refused');
  });

  test('the folder is one process’s; a port that is somebody else’s is told', async () => {
    expect(await troubleOf(startBox({ folder, env: process.env }))).toBe(`running ${folder}`);
    expect(await troubleOf(startBox({ folder: newFolder(), port: box.port, env: process.env }))).toBe(
      `port-taken ${box.port}`,
    );
    const none = newFolder();
    expect(await troubleOf(startBox({ folder: none, env: { PG_BIN: none } }))).toBe('no-postgres');
  });

  test('the file with the word was lost: another word is given, and the rows are there', async () => {
    const { pos } = await status(box.owner);
    const before = box.owner;
    await box.stop();
    rmSync(box.urlFile);
    box = await startBox({ folder, port: box.port, env: process.env });
    expect(box.owner.secret).not.toBe(before.secret);
    expect((await status(box.owner)).pos).toBe(pos);
    expect(await faultOf(openSession(before))).toBe('hub-refused');
  });

  test('stopped and started it is the same hub; put back from a copy it says that it is another', async () => {
    const kept = `${folder}-copy`;
    const { generation } = await status(box.owner);
    await box.stop();
    cpSync(folder, kept, { recursive: true });
    box = await startBox({ folder, env: process.env });
    expect((await status(box.owner)).generation).toBe(generation);
    expect(box.wasPutBack).toBe(false);
    await box.stop();
    rmSync(folder, { recursive: true });
    renameSync(kept, folder);
    box = await startBox({ folder, env: process.env });
    expect((await status(box.owner)).generation).not.toBe(generation);
    // `hub start` says so to whoever put it back.
    expect(box.wasPutBack).toBe(true);
  });

  test('set up half and stopped, below folders that nobody else may pass: begun anew, and it runs', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const half = path.join(closed, 'a', 'hub');
    mkdirSync(path.join(half, 'postgres.new'), { recursive: true });
    writeFileSync(path.join(half, 'postgres.new', 'PG_VERSION'), '15');
    const inner = await startBox({ folder: half, env: process.env });
    expect(existsSync(path.join(half, 'postgres.new'))).toBe(false);
    expect(await init(inner.owner, centre)).toMatchObject({ did: 'made' });
    await inner.stop();
  });
});
