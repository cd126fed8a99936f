import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubBox } from '../../../../electron/exchange/hub/box/box.ts';
import type { HubPlace } from '../../../../electron/exchange/hub/code.ts';
import { HubFault, type HubLink } from '../../../../electron/exchange/hub/link.ts';
import { closeDesk } from '../../../../electron/exchange/hub/owner.ts';
import { status } from '../../../../electron/exchange/hub/status.ts';
import { spendCode } from '../../../../electron/exchange/hub/postgres.ts';
import { type HubSession, openSession } from '../../../../electron/exchange/hub/session.ts';
import { centre, enrolled, hasPostgres, joined, openAnew, startHub } from '../../../support/centre/hub/office-hub.ts';
import { faultOf, rowAfter, uuidOf } from '../../../support/centre/hub/rows.ts';

/** PostgreSQL's own word for what it refused: SQLSTATE. */
async function stateOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    const cause = error instanceof HubFault ? (error.cause as { code?: string } | undefined) : undefined;
    return cause?.code ?? String(error);
  }
  return 'done';
}

describe.skipIf(!hasPostgres)('who has a desk’s word and a client of their own', () => {
  let box: HubBox;
  let stolen: { no: number; place: HubPlace; link: HubLink };
  let other: { no: number; place: HubPlace; link: HubLink };
  let thief: HubSession;

  beforeAll(async () => {
    box = await startHub();
    stolen = await joined(box, 'Q1');
    other = await joined(box, 'Q2');
    await other.link.append(rowAfter(undefined, 2, 1));
    // A second connection of the desk, beside the one that has its place; its limit is three.
    thief = await openSession(stolen.place);
  });
  afterAll(async () => {
    for (const one of [thief, stolen.link, other.link]) await one.end();
    await box.stop();
  });

  test.each([
    ['reads a table', 'SELECT * FROM hub.row'],
    ['copies a table out', 'COPY hub.row TO STDOUT'],
    ['reads the desks', 'SELECT role FROM hub.desk'],
    ['writes a row', "INSERT INTO hub.blob VALUES ('x', 'y')"],
    ['takes rows away', 'DELETE FROM hub.row'],
    ['empties a table', 'TRUNCATE hub.row'],
    ['opens the refill', 'UPDATE hub.centre SET refill = true'],
    ['locks a table', 'BEGIN; LOCK TABLE hub.claim IN ACCESS EXCLUSIVE MODE'],
    ['drops the schema', 'DROP SCHEMA hub CASCADE'],
    ['changes a function', 'ALTER FUNCTION hub.hello() SECURITY INVOKER'],
    ['hangs a trigger on a table', 'CREATE TRIGGER t BEFORE INSERT ON hub.row EXECUTE FUNCTION hub.leave()'],
    ['calls what only functions call', "SELECT hub.put(gen_random_uuid(), 'register', 1, 1, '', '', 1, '', '', '')"],
    ['gives itself numbers', "SELECT hub.give_first(7, 'Q7')"],
    ['makes a table', 'CREATE TABLE public.t (a int)'],
    ['makes a temporary table', 'CREATE TEMP TABLE t (a int)'],
    ['makes a schema', 'CREATE SCHEMA mine'],
    ['makes a function', "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"],
    ['runs a program in the database', 'DO $$ BEGIN PERFORM 1; END $$'],
    ['makes a large object', 'SELECT lo_create(0)'],
    ['takes another’s turn away for good', 'SELECT pg_advisory_lock(2, 0)'],
    ['takes another’s place', 'SELECT pg_try_advisory_lock(1, 2)'],
    ['makes an extension', 'CREATE EXTENSION dblink'],
    ['reads a file', "SELECT pg_read_file('server.key')"],
    ['lists a folder', "SELECT pg_ls_dir('.')"],
    ['copies from a program', "COPY hub.blob FROM PROGRAM 'id'"],
    ['writes a file', "COPY (SELECT 1) TO '/tmp/hub-out'"],
    ['gives another desk a word', 'ALTER ROLE hub PASSWORD NULL'],
    ['makes itself more', 'ALTER ROLE CURRENT_USER SUPERUSER'],
    ['takes its limit away', 'ALTER ROLE CURRENT_USER CONNECTION LIMIT 100'],
    ['makes a role', 'CREATE ROLE more LOGIN'],
    ['becomes the keeper', `SET ROLE hub_keeper_${centre}`],
    ['becomes another for its session', 'SET SESSION AUTHORIZATION hub'],
    ['reads the words', 'SELECT rolpassword FROM pg_authid'],
    ['ends another’s connection', 'SELECT pg_terminate_backend(pid) FROM pg_stat_get_activity(NULL)'],
    ['sees who is connected', 'SELECT * FROM pg_stat_activity'],
    ['sees who holds what', 'SELECT * FROM pg_locks'],
    ['changes a setting of the server', "ALTER SYSTEM SET ssl = 'off'"],
    ['turns rules off', 'SET session_replication_role = replica'],
    ['stops the server’s log', "SET log_min_messages = 'panic'"],
    ['begins a base backup', "SELECT pg_backup_start('x')"],
  ])('%s: refused', async (_, statement) => {
    expect(await stateOf(thief.ask(statement))).toMatch(/^(42501|42809|0LP01)$/);
    await thief.ask('ROLLBACK');
  });

  test.each(['postgres', 'template1'])('comes into the database %s: refused', async (database) => {
    expect(await stateOf(openSession({ ...stolen.place, database }))).toBe('28000');
  });

  test('a role of the same name as the keeper of the server is asked for its word from outside: refused', async () => {
    expect(await stateOf(openSession({ ...stolen.place, role: 'hub' }))).toBe('28P01');
  });

  test('asks for a database that pg_hba.conf has no line of: told as that, and not as a word that is worth nothing', async () => {
    expect(await faultOf(openSession({ ...stolen.place, database: 'nowhere' }))).toBe('hub-no-entry');
    expect(await faultOf(openSession({ ...stolen.place, secret: 'wrong' }))).toBe('hub-refused');
  });

  test('says its calls beside the connection that has the place: refused', async () => {
    expect(await faultOf(thief.ask('SELECT hub.hello()'))).toBe('hub-place-taken');
    expect(await faultOf(thief.ask('SELECT hub.leave()'))).toBe('hub-place-taken');
    expect(await faultOf(thief.ask('SELECT hub.enter($1)', [uuidOf(77)]))).toBe('hub-place-taken');
  });

  test('puts functions of its own in the way of the hub’s: they are not looked for', async () => {
    await thief.ask("SET search_path = 'pg_temp, public, hub'");
    expect(await faultOf(stolen.link.hello())).toBe('none');
    await thief.ask('SET search_path = pg_catalog');
  });

  test('writes into another’s chain, too much, or out of order: told, and nothing is there', async () => {
    const { pos } = await stolen.link.hello();
    const mine = rowAfter(undefined, 1, 1);
    expect(await stolen.link.append({ ...mine, desk: uuidOf(2) })).toEqual({ is: 'malformed' });
    expect(await stolen.link.appendFor(rowAfter(undefined, 2, 1))).toEqual({ is: 'closed' });
    expect(await stolen.link.append({ ...mine, body: Buffer.alloc(1024 * 1024 + 1) })).toEqual({ is: 'malformed' });
    expect(await stolen.link.append({ ...mine, prev: Buffer.alloc(32, 9) })).toEqual({ is: 'forked', seq: 0 });
    expect(await stolen.link.append({ ...mine, firstSeq: 3, lastSeq: 3 })).toEqual({ is: 'gap', seq: 0 });
    expect((await stolen.link.hello()).pos).toBe(pos);
  });

  test('takes over another’s UUID, key or number: told', async () => {
    const told = { uuid: uuidOf(2), publicKey: Buffer.alloc(32, 1), format: 1 };
    expect(await stolen.link.join(told)).toEqual({ is: 'taken' });
    expect(await stolen.link.claim({ kind: 'case', first: 2000, last: 2000 })).toMatchObject({ is: 'taken' });
    expect((await other.link.hello()).desks.find(({ no }) => no === 2)?.uuid).toBe(uuidOf(2));
  });

  test('asks with broken words: refused, and the connection goes on', async () => {
    for (const have of ['{', '[1]', '[["x","register","y"]]', '{"a":1}', 'null'])
      expect(await faultOf(thief.ask('SELECT * FROM hub.pull($1, 0, 1)', [have]))).toMatch(
        /^hub-(refused|place-taken)$/,
      );
    expect(await thief.ask('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('calls out 5,000 hints, true ones and nonsense: the others are told a few times, and what they pull is what is there', async () => {
    const told: number[] = [];
    other.link.onHint((pos) => told.push(pos));
    for (let batch = 0; batch < 50; batch += 1) {
      const notices = Array.from(
        { length: 100 },
        (_, at) => `NOTIFY hub, '${at % 2 === 0 ? batch * 100 + at : 'x; --'}'`,
      );
      await thief.ask(notices.join(';'));
    }
    await other.link.hello();
    expect(told.length).toBeLessThan(100);
    expect(await other.link.pull([], 0, 1000)).toHaveLength(1);
    expect(await other.link.append(rowAfter(rowAfter(undefined, 2, 1), 2, 1))).toEqual({ is: 'taken', pos: 2 });
  });

  test('opens more connections than three: refused', async () => {
    const third = await openSession(stolen.place);
    expect(await faultOf(openSession(stolen.place))).toBe('hub-full');
    await third.end();
  });

  test('comes with a code that was used: refused; and who used it goes on', async () => {
    const { place } = await enrolled(box, 'Q5');
    await spendCode(place, 'another-word');
    expect(await faultOf(openAnew(place))).toBe('hub-refused');
    expect(await faultOf(spendCode(place, 'mine'))).toBe('hub-refused');
    const link = await openAnew({ ...place, secret: 'another-word' });
    expect((await link.hello()).centre).toBe(centre);
    await link.end();
  });

  test('was found out: one command ends its connections, and it comes in no more', async () => {
    const { place, link } = await joined(box, 'Q6');
    const ended = new Promise<void>((done) => link.onEnd(done));
    await closeDesk(box.owner, { centre, desk: 'Q6' });
    await ended;
    expect(await faultOf(openAnew(place))).toBe('hub-refused');
    expect((await status(box.owner)).desks.find(({ code }) => code === 'Q6')).toMatchObject({
      state: 'closed',
      connected: false,
      ranges: [[6000, 6999]],
    });
  });

  test('a desk that left by itself comes in no more either', async () => {
    const { place, link } = await joined(box, 'Q8');
    await link.leave();
    expect(await link.append(rowAfter(undefined, 8, 1))).toEqual({ is: 'closed' });
    await link.end();
    expect(await faultOf(openAnew(place))).toBe('hub-refused');
  });
});
