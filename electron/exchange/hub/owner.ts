import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { writeCode } from './code.ts';
import { HubFault } from './link.ts';
import { highestGiven, isGivenCode, numberMeant } from './tables/rules.ts';
import { harden, makeLogin, makeSchema, named } from './tables/roles.ts';
import { deskCalls, versions } from './tables/schema.ts';
import { newSecret, verifierOf } from './scram.ts';
import { type Coming, type HubSession, openSession } from './session.ts';

/**
 * What who keeps the hub does to it: `desk hub init`, `enrol`, `status`, `leave`. It comes as a role that may make roles and owns the database, which no
 * desk ever does. The centre's own role, its keeper, owns tables and functions and can do nothing else.
 */

/** Why it was not done; the command line says each in a sentence. */
export type OwnerTrouble =
  | 'no-url'
  | 'url-without-fingerprint'
  | 'too-old'
  | 'not-owner'
  | 'not-made'
  | 'other-centre'
  | 'newer'
  | 'older'
  | 'desk-code'
  | 'enrolled'
  | 'number-taken'
  | 'number-range'
  | 'no-desk'
  | 'no-case'
  | 'no-unit'
  | 'not-closed'
  | 'right-missing';

export class OwnerRefusal extends Error {
  readonly trouble: OwnerTrouble;
  readonly about: string;
  constructor(trouble: OwnerTrouble, about = '') {
    super(trouble);
    this.trouble = trouble;
    this.about = about;
  }
}

/** `postgres://role:word@host:port/database?fingerprint=<SHA-256 of its certificate>` */
export function readHubUrl(text: string | undefined): Coming {
  if (text === undefined || text === '' || !URL.canParse(text)) throw new OwnerRefusal('no-url');
  const url = new URL(text);
  const [role, secret, database] = [url.username, url.password, url.pathname.slice(1)].map(decoded);
  if (!/^postgres(ql)?:$/.test(url.protocol) || !role || !secret || !database || url.hostname === '')
    throw new OwnerRefusal('no-url');
  // As `openssl x509` prints it: the whole line, or what stands behind its sign.
  const printed = (url.searchParams.get('fingerprint') ?? '').trim().replace(/^sha-?256 fingerprint=/i, '');
  const fingerprint = printed.replaceAll(':', '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new OwnerRefusal('url-without-fingerprint');
  return { addresses: [`${url.hostname}:${url.port || 5432}`], fingerprint, database, role, secret };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new OwnerRefusal('no-url');
  }
}

export function writeHubUrl({ addresses, fingerprint, database, role, secret }: Coming): string {
  const words = [role, secret].map(encodeURIComponent).join(':');
  return `postgres://${words}@${addresses[0] ?? ''}/${encodeURIComponent(database)}?fingerprint=${fingerprint}`;
}

export async function asOwner<T>(coming: Coming, work: (session: HubSession) => Promise<T>): Promise<T> {
  const session = await openSession(coming);
  try {
    const [server] = await session.ask<{ version: number }>(
      `SELECT current_setting('server_version_num')::integer AS version`,
    );
    if ((server?.version ?? 0) < 150_000)
      throw new OwnerRefusal('too-old', String(Math.floor((server?.version ?? 0) / 10_000)));
    return await work(session);
  } catch (error) {
    throw rightMissing(error) ?? error;
  } finally {
    await session.end();
  }
}

/** Who came in has a good word: what PostgreSQL denies then (42501, appendix A of its manual) is a right, which it names. */
function rightMissing(error: unknown): OwnerRefusal | undefined {
  const cause =
    error instanceof HubFault ? (error.cause as { code?: unknown; message?: unknown } | undefined) : undefined;
  return cause?.code === '42501' ? new OwnerRefusal('right-missing', String(cause.message)) : undefined;
}

type Found = { readonly code: string; readonly version: number; readonly generation: string };

async function findCentre(session: HubSession): Promise<Found | undefined> {
  const [there] = await session.ask<{ is: boolean }>(`SELECT to_regclass('hub.centre') IS NOT NULL AS is`);
  if (there?.is !== true) return undefined;
  const [found] = await session.ask<Found>('SELECT code, version, generation FROM hub.centre');
  return found;
}

export async function getCentre(session: HubSession, code: string | undefined): Promise<Found> {
  const found = await findCentre(session);
  if (found === undefined) throw new OwnerRefusal('not-made');
  if (code !== undefined && found.code !== code) throw new OwnerRefusal('other-centre', found.code);
  if (found.version !== versions.length) throw new OwnerRefusal(found.version > versions.length ? 'newer' : 'older');
  return found;
}

export async function atOnce<T>(session: HubSession, work: () => Promise<T>): Promise<T> {
  await session.ask('BEGIN');
  try {
    const done = await work();
    await session.ask('COMMIT');
    return done;
  } catch (error) {
    await session.ask('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const keeperOf = (centre: string) => `hub_keeper_${centre}`;
const desksOf = (centre: string) => `hub_desks_${centre}`;
export type Made = {
  readonly centre: string;
  readonly version: number;
  readonly did: 'made' | 'upgraded' | 'nothing';
  readonly generation: string;
  /** Rights that every role has and no desk needs are taken away: false on a server where only its superuser could. */
  readonly hardened: boolean;
};

/**
 * Makes the hub's tables and functions in the database, or brings older ones to this program's version. Done twice, it does nothing.
 * @param texts what each version adds to the one before; a test brings one that there is not yet
 */
export function init(coming: Coming, centre: string, texts = versions): Promise<Made> {
  const version = texts.length;
  return asOwner(coming, async (session) => {
    const found = await findCentre(session);
    if (found !== undefined && found.code !== centre) throw new OwnerRefusal('other-centre', found.code);
    if (found !== undefined && found.version > version) throw new OwnerRefusal('newer');
    const [me] = await session.ask<{ super: boolean; roles: boolean; owns: boolean }>(
      `SELECT r.rolsuper AS super, r.rolcreaterole AS roles, pg_has_role(d.datdba, 'USAGE') AS owns
       FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    );
    if (me === undefined || !(me.super || (me.roles && me.owns))) throw new OwnerRefusal('not-owner');
    if (found?.version !== version)
      await atOnce(session, () => upgrade(session, coming, { centre, texts, from: found?.version ?? 0 }));
    if (me.super) await atOnce(session, () => harden(session, keeperOf(centre)));
    const generation = (await findCentre(session))?.generation ?? '';
    const did = found === undefined ? 'made' : found.version < version ? 'upgraded' : 'nothing';
    return { centre, version, did, generation, hardened: me.super };
  });
}

async function upgrade(
  session: HubSession,
  { database }: Coming,
  { centre, texts, from }: { centre: string; texts: readonly string[]; from: number },
): Promise<void> {
  const [keeper, group] = [keeperOf(centre), desksOf(centre)];
  await makeSchema(session, database, { schema: 'hub', keeper, group, calls: deskCalls, texts, from }, async () => {
    if (from === 0) await session.ask('INSERT INTO hub.centre (code, version) VALUES ($1, $2)', [centre, texts.length]);
    else await session.ask('UPDATE hub.centre SET version = $1', [texts.length]);
  });
}

export type Enrolment = { readonly code: string; readonly no: number; readonly desk: string };

/**
 * Makes room for a desk and the code that it comes with. Its number is that of its code where it is free (Q3: 3), else the next above all, or the one that
 * is asked for: a hub set up anew must give each desk the number it had.
 * @param after the code of a dead PC that was closed, in whose place it stands: it gets what that machine told of itself
 * @param again another code for a desk that never came: the one before is worth nothing from then on
 */
export async function enrol(
  coming: Coming,
  asked: {
    readonly centre: string;
    readonly desk: string;
    readonly number?: number;
    readonly again?: boolean;
    readonly after?: string;
  },
): Promise<Enrolment> {
  const { centre, desk } = asked;
  if (!isGivenCode(desk)) throw new OwnerRefusal('desk-code', desk);
  return asOwner(coming, async (session) => {
    await getCentre(session, centre);
    const keys = generateKeyPairSync('x25519');
    // The last 32 bytes of both forms are the bare key (RFC 8410).
    const enrolKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const enrolPrivate = keys.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
    const secret = newSecret();
    const { no, role } = await atOnce(session, async () => {
      await session.ask('LOCK TABLE hub.desk, hub.claim IN SHARE ROW EXCLUSIVE MODE');
      const [same] = await session.ask<{ no: number; role: string; uuid: string | null; gone: boolean }>(
        'SELECT no, role, uuid, closed_at IS NOT NULL AS gone FROM hub.desk WHERE code = $1',
        [desk],
      );
      if (same === undefined && asked.again === true) throw new OwnerRefusal('no-desk', desk);
      if (same !== undefined && !(asked.again === true && same.uuid === null && !same.gone))
        throw new OwnerRefusal('enrolled', desk);
      if (same !== undefined) {
        await session.ask('UPDATE hub.desk SET enrol_key = $1 WHERE no = $2', [enrolKey, same.no]);
        await session.ask(`ALTER ROLE ${named(same.role)} PASSWORD '${verifierOf(secret)}'`);
        return same;
      }
      const number = await numberFor(session, desk, asked.number);
      const [room] = await session.ask<{ is: boolean }>('SELECT hub.make_room($1, $2) AS is', [number, desk]);
      if (room?.is !== true) throw new OwnerRefusal('number-taken', String(number));
      const name = `desk_${centre}_${number}_${randomBytes(4).toString('hex')}`;
      await makeRole(session, { name, centre, secret });
      await session.ask('INSERT INTO hub.desk (no, code, role, enrol_key) VALUES ($1, $2, $3, $4)', [
        number,
        desk,
        name,
        enrolKey,
      ]);
      await session.ask('SELECT hub.give_first($1, $2)', [number, desk]);
      if (asked.after !== undefined) await succeed(session, number, asked.after);
      return { no: number, role: name };
    });
    const { fingerprint, database } = coming;
    const place = { addresses: addressesFor(coming), fingerprint, database, role, secret };
    return { code: writeCode({ centre, desk, no, place, enrolPrivate }), no, desk };
  });
}

async function succeed(session: HubSession, no: number, after: string): Promise<void> {
  const done = await session.ask(
    'UPDATE hub.desk d SET successor_of = o.no FROM hub.desk o WHERE d.no = $1 AND o.code = $2 AND o.closed_at IS NOT NULL RETURNING d.no',
    [no, after],
  );
  if (done.length === 0) throw new OwnerRefusal('not-closed', after);
}

async function numberFor(session: HubSession, desk: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (!Number.isSafeInteger(asked) || asked < 1 || asked > highestGiven)
      throw new OwnerRefusal('number-range', String(asked));
    return asked;
  }
  const meant = numberMeant(desk) ?? 0;
  const [found] = await session.ask<{ next: number; free: boolean }>(
    'SELECT coalesce(max(no), 0) + 1 AS next, NOT coalesce(bool_or(no = $1), false) AS free FROM hub.desk',
    [meant],
  );
  const number = meant > 0 && found?.free === true ? meant : (found?.next ?? 1);
  if (number > highestGiven) throw new OwnerRefusal('number-range', String(number));
  return number;
}

/** A desk's role: it comes in, calls the functions of the desks, and that is all. What it says nothing on for a minute is cut. */
async function makeRole(session: HubSession, desk: { name: string; centre: string; secret: string }): Promise<void> {
  const name = named(desk.name);
  await makeLogin(session, { name: desk.name, group: desksOf(desk.centre), secret: desk.secret });
  // So that the functions may end a connection of that desk which nobody is behind any more.
  await session.ask(`GRANT ${name} TO ${keeperOf(desk.centre)}`);
}

/** Where counters find it: as it is called in HUB_URL, or, where that means this machine, by the addresses it has in its networks. */
export function addressesFor({ addresses }: Coming): readonly string[] {
  const [address = ''] = addresses;
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (!/^(localhost|127\.|\[::1\])/.test(host)) return addresses;
  return [...ownAddresses().map((own) => `${own}:${port}`), address];
}

export function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
}

/** Shuts a desk out: no login, its connections ended. What it had stays spent. */
export function closeDesk(coming: Coming, asked: { readonly centre: string; readonly desk: string }): Promise<void> {
  return asOwner(coming, async (session) => {
    await getCentre(session, asked.centre);
    const [desk] = await session.ask<{ no: number; role: string | null }>(
      'SELECT no, role FROM hub.desk WHERE code = $1',
      [asked.desk],
    );
    if (desk === undefined) throw new OwnerRefusal('no-desk', asked.desk);
    await session.ask('UPDATE hub.desk SET closed_at = coalesce(closed_at, clock_timestamp()) WHERE no = $1', [
      desk.no,
    ]);
    if (desk.role === null) return;
    await session.ask(`ALTER ROLE ${named(desk.role)} NOLOGIN PASSWORD NULL`);
    await session.ask('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [desk.role]);
  });
}

/** The hub came back from a copy: desks must not believe it has what they brought since. Nothing where no hub was made yet. */
export function sayAnew(coming: Coming): Promise<void> {
  return asOwner(coming, async (session) => {
    if ((await findCentre(session)) !== undefined)
      await session.ask('UPDATE hub.centre SET generation = gen_random_uuid()');
  });
}

/** Opens or ends the filling of an empty hub with rows of desks that are gone. */
export function setRefill(coming: Coming, centre: string, open: boolean): Promise<void> {
  return asOwner(coming, async (session) => {
    await getCentre(session, centre);
    await session.ask('UPDATE hub.centre SET refill = $1', [open]);
  });
}
