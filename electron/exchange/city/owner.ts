import { randomBytes } from 'node:crypto';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import type { Counted, CityLine } from '../../domain/centre/city/bieu-07b.ts';
import { OwnerRefusal, addressesFor, asOwner, atOnce } from '../hub/owner.ts';
import { type Schema, harden, makeLogin, makeSchema, named } from '../hub/tables/roles.ts';
import { HubFault } from '../hub/link.ts';
import { newSecret, verifierOf } from '../hub/scram.ts';
import type { Coming, HubSession } from '../hub/session.ts';
import { writeCityCode } from './code.ts';
import { cityVersion } from './rules.ts';
import { centreCalls, cityVersions } from './schema.ts';

/**
 * What who keeps the city's database does to it: `desk city init`, `enrol`, `status`, `report`, `leave`. It comes as a role that may make roles and owns the
 * database, which no centre ever does.
 */

type Found = { readonly version: number; readonly generation: string; readonly practice: boolean | null };

async function findCity(session: HubSession): Promise<Found | undefined> {
  const [there] = await session.ask<{ is: boolean }>(`SELECT to_regclass('city.city') IS NOT NULL AS is`);
  if (there?.is !== true) return undefined;
  const [found] = await session.ask<Found>('SELECT version, generation, practice FROM city.city');
  return found;
}

async function getCity(session: HubSession): Promise<Found> {
  const found = await findCity(session);
  if (found === undefined) throw new OwnerRefusal('not-made');
  if (found.version !== cityVersion) throw new OwnerRefusal(found.version > cityVersion ? 'newer' : 'older');
  return found;
}

/** Roles are of the whole server, and a server may have two cities: one to learn in. */
async function rolesOf(session: HubSession): Promise<Pick<Schema, 'keeper' | 'group'>> {
  const [row] = await session.ask<{ oid: string }>('SELECT oid FROM pg_database WHERE datname = current_database()');
  return { keeper: `city_keeper_${row?.oid ?? ''}`, group: `city_centres_${row?.oid ?? ''}` };
}

export type MadeCity = {
  readonly version: number;
  readonly did: 'made' | 'upgraded' | 'nothing';
  readonly generation: string;
  /** Rights that every role has and no centre needs are taken away: false on a server where only its superuser could. */
  readonly hardened: boolean;
};

/** Makes the city's tables and functions in the database, or brings older ones to this program's version. Done twice, it does nothing. */
export function initCity(coming: Coming, texts = cityVersions): Promise<MadeCity> {
  const version = texts.length;
  return asOwner(coming, async (session) => {
    const found = await findCity(session);
    if (found !== undefined && found.version > version) throw new OwnerRefusal('newer');
    const [me] = await session.ask<{ super: boolean; roles: boolean; owns: boolean }>(
      `SELECT r.rolsuper AS super, r.rolcreaterole AS roles, pg_has_role(d.datdba, 'USAGE') AS owns
       FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    );
    if (me === undefined || !(me.super || (me.roles && me.owns))) throw new OwnerRefusal('not-owner');
    const { keeper, group } = await rolesOf(session);
    const from = found?.version ?? 0;
    if (from !== version)
      await atOnce(session, () =>
        makeSchema(
          session,
          coming.database,
          { schema: 'city', keeper, group, calls: centreCalls, texts, from },
          async () => {
            if (from === 0) await session.ask('INSERT INTO city.city (version) VALUES ($1)', [version]);
            else await session.ask('UPDATE city.city SET version = $1', [version]);
          },
        ),
      );
    if (me.super) await atOnce(session, () => harden(session, keeper));
    const generation = (await findCity(session))?.generation ?? '';
    const did = found === undefined ? 'made' : found.version < version ? 'upgraded' : 'nothing';
    return { version, did, generation, hardened: me.super };
  });
}

/**
 * The code of a centre. A centre that has one already gets another where it is asked for: a ward's only computer died with its word, say. The one before is worth
 * nothing from then on, and what came under it stays.
 */
export function enrolCentre(
  coming: Coming,
  asked: { readonly centre: string; readonly again?: boolean },
): Promise<{ readonly code: string; readonly centre: string }> {
  const { centre, again = false } = asked;
  return asOwner(coming, async (session) => {
    await getCity(session);
    const { group } = await rolesOf(session);
    const secret = newSecret();
    const role = await atOnce(session, async () => {
      await session.ask('LOCK TABLE city.centre IN SHARE ROW EXCLUSIVE MODE');
      const [same] = await session.ask<{ role: string }>('SELECT role FROM city.centre WHERE code = $1', [centre]);
      if (same === undefined && again) throw new OwnerRefusal('no-desk', centre);
      if (same !== undefined && !again) throw new OwnerRefusal('enrolled', centre);
      if (same !== undefined) {
        await session.ask(`ALTER ROLE ${named(same.role)} LOGIN PASSWORD '${verifierOf(secret)}'`);
        await session.ask('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [same.role]);
        await session.ask('UPDATE city.centre SET closed_at = NULL WHERE code = $1', [centre]);
        return same.role;
      }
      const name = `ward_${centre}_${randomBytes(4).toString('hex')}`;
      await makeLogin(session, { name, group, secret });
      await session.ask('INSERT INTO city.centre (code, role) VALUES ($1, $2)', [centre, name]);
      return name;
    });
    const { fingerprint, database } = coming;
    const place = { addresses: addressesFor(coming), fingerprint, database, role, secret };
    return { code: writeCityCode({ centre, place }), centre };
  });
}

/** A centre sends no more: no login, its connections ended. What it sent stays. */
export function closeCentre(coming: Coming, centre: string): Promise<void> {
  return asOwner(coming, async (session) => {
    await getCity(session);
    const [found] = await session.ask<{ role: string }>('SELECT role FROM city.centre WHERE code = $1', [centre]);
    if (found === undefined) throw new OwnerRefusal('no-desk', centre);
    await session.ask('UPDATE city.centre SET closed_at = coalesce(closed_at, clock_timestamp()) WHERE code = $1', [
      centre,
    ]);
    await session.ask(`ALTER ROLE ${named(found.role)} NOLOGIN PASSWORD NULL`);
    await session.ask('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [found.role]);
  });
}

/**
 * What is told of one case is taken out for good, where somebody who may says so: its facts, corrections and all. It is not taken again. How many facts
 * those were. A name that no case of the centre has is refused: a mistyped one would leave everything as it was.
 */
export function eraseCase(coming: Coming, centre: string, caseKey: string): Promise<number> {
  return asOwner(coming, async (session) => {
    await getCity(session);
    return atOnce(session, async () => {
      const key = Buffer.from(caseKey, 'hex');
      const gone = await session.ask('DELETE FROM city.fact WHERE centre = $1 AND case_key = $2 RETURNING n', [
        centre,
        key,
      ]);
      const held = await session.ask(
        'UPDATE city.held SET live = -1, received = NULL, ended = NULL, cash = false WHERE centre = $1 AND case_key = $2 RETURNING n',
        [centre, key],
      );
      if (held.length === 0) throw new OwnerRefusal('no-case', caseKey);
      return gone.length;
    });
  });
}

/** The database came back from a copy: centres must not believe it has what they sent since. */
export function sayCityAnew(coming: Coming): Promise<void> {
  return asOwner(coming, async (session) => {
    await getCity(session);
    await session.ask('UPDATE city.city SET generation = gen_random_uuid()');
  });
}

type CentreStatus = {
  readonly centre: string;
  readonly state: 'enrolled' | 'sends' | 'closed';
  readonly enrolledAt: number;
  /** Milliseconds since 1970, by the city's clock. */
  readonly pushedAt: number | null;
  /** When it had nothing left to tell. */
  readonly doneAt: number | null;
  readonly secondsSince: number | null;
  readonly cases: number;
  readonly facts: number;
  /** What it sent and had no form. */
  readonly refused: number;
};

export type CityStatus = {
  readonly version: number;
  readonly generation: string;
  readonly practice: boolean | null;
  readonly now: number;
  readonly bytes: number;
  readonly connections: number;
  readonly centres: readonly CentreStatus[];
};

export function cityStatus(coming: Coming): Promise<CityStatus> {
  return asOwner(coming, async (session) => {
    const { version, generation, practice } = await getCity(session);
    const [at] = await session.ask<{ now: string; bytes: string; connections: string }>(
      `SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now, pg_database_size(current_database()) AS bytes,
         (SELECT count(*) FROM pg_stat_activity a JOIN city.centre c ON c.role = a.usename) AS connections`,
    );
    if (at === undefined) throw new HubFault('hub-broken');
    type Row = {
      code: string;
      closed: boolean;
      enrolled: string;
      pushed: string | null;
      done: string | null;
      cases: string;
      facts: string;
      refused: string;
    };
    const rows = await session.ask<Row>(
      `SELECT c.code, c.closed_at IS NOT NULL AS closed,
         floor(extract(epoch FROM c.enrolled_at) * 1000)::bigint AS enrolled, floor(extract(epoch FROM c.pushed_at) * 1000)::bigint AS pushed,
         floor(extract(epoch FROM c.done_at) * 1000)::bigint AS done, c.refused, coalesce(h.cases, 0) AS cases, coalesce(h.facts, 0) AS facts
       FROM city.centre c LEFT JOIN (SELECT centre, count(*) FILTER (WHERE live > 0) AS cases, sum(n) AS facts FROM city.held GROUP BY 1) h ON h.centre = c.code
       ORDER BY c.code`,
    );
    const now = Number(at.now);
    return {
      version,
      generation,
      practice,
      now,
      bytes: Number(at.bytes),
      connections: Number(at.connections),
      centres: rows.map(({ code, closed, enrolled, pushed, done, cases, facts, refused }) => {
        const pushedAt = pushed === null ? null : Number(pushed);
        const doneAt = done === null ? null : Number(done);
        return {
          centre: code,
          state: closed ? 'closed' : pushedAt === null && doneAt === null ? 'enrolled' : 'sends',
          enrolledAt: Number(enrolled),
          pushedAt,
          doneAt,
          secondsSince: doneAt === null ? null : Math.round((now - doneAt) / 1000),
          cases: Number(cases),
          facts: Number(facts),
          refused: Number(refused),
        };
      }),
    };
  });
}

export type CityFigures = Counted & {
  /** Milliseconds since 1970, by the city. */
  readonly now: number;
};

/**
 * What a period comes to, folded to the end of its last day, or of today where it still runs.
 * @param now milliseconds since 1970; by the city's clock where it is left out
 */
export function cityFigures(
  coming: Coming,
  { from, to }: { readonly from: string; readonly to: string },
  now?: number,
): Promise<CityFigures> {
  return asOwner(coming, async (session) => {
    const { practice } = await getCity(session);
    // One moment for all of it: what comes meanwhile is of the next report.
    await session.ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      await session.ask(`SET LOCAL work_mem = '64MB'`);
      const [at] = await session.ask<{ now: string }>(
        'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now',
      );
      // Of a period that still runs nothing is late that may yet be kept.
      const moment = now ?? Number(at?.now ?? 0);
      const today = toCivilTime(moment).slice(0, 10);
      const days = [from, today < to ? today : to];
      const lines = await session.ask<Record<string, string>>('SELECT * FROM city.bieu_07($1, $2)', days);
      const index = await session.ask<Record<string, string>>('SELECT * FROM city.index_766($1, $2)', days);
      const before = await session.ask<{ centre: string; open_before: string; resumed: string }>(
        'SELECT * FROM city.open_before($1, $2)',
        days,
      );
      const centres = await session.ask<{
        code: string;
        sent: string | null;
        done: string | null;
        began: string | null;
        first: string | null;
        closed: string | null;
      }>(
        `SELECT c.code, floor(extract(epoch FROM s.at) * 1000)::bigint AS sent, floor(extract(epoch FROM c.done_at) * 1000)::bigint AS done,
           (SELECT to_char(min(h.received), 'YYYY-MM-DD') FROM city.held h WHERE h.centre = c.code AND h.live > 0) AS first,
           to_char(c.began, 'YYYY-MM-DD') AS began,
           to_char(c.closed_at AT TIME ZONE INTERVAL '07:00', 'YYYY-MM-DD') AS closed
         FROM city.centre c LEFT JOIN city.sent s ON s.centre = c.code AND s.closes = $1 ORDER BY c.code`,
        [to],
      );
      return {
        now: moment,
        practice: practice === true,
        lines: lines.map((row) => countedLine(row, (name) => (name === 'unknown' ? 'level-unknown' : name.slice(1)))),
        index: index.map((row) => countedLine(row, (name) => name)),
        before: before.map(({ centre, open_before: open, resumed }) => ({
          centre,
          open: Number(open),
          resumed: Number(resumed),
        })),
        centres: centres.map(({ code, sent, done, began, first, closed }) => ({
          centre: code,
          sentAt: sent === null ? null : toCivilTime(Number(sent)),
          doneAt: done === null ? null : toCivilTime(Number(done)),
          began,
          first,
          closed,
        })),
      };
    } finally {
      await session.ask('ROLLBACK').catch(() => undefined);
    }
  });
}

function countedLine(
  { centre = '', field = '', ...numbers }: Record<string, string>,
  called: (name: string) => string,
): CityLine {
  const counts = Object.entries(numbers).map(([name, files]) => [called(name), Number(files)] as const);
  return { centre, field, counts: Object.fromEntries(counts) };
}
