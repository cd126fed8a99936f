import { takenFromAll } from './schema.ts';
import { verifierOf } from '../scram.ts';
import type { HubSession } from '../session.ts';

/** A schema and roles as a hub's database and a city's both have them: who keeps it owns all and calls nothing, who comes in calls and owns nothing. */

/** Names of ours are letters, digits and lines; a database's name is its owner's and is written as a name. */
export const named = (name: string) => `"${name.replaceAll('"', '""')}"`;

export type Schema = {
  readonly schema: string;
  /** Owns the schema, without a login; and what those who call its functions are members of. */
  readonly keeper: string;
  readonly group: string;
  readonly calls: readonly string[];
  readonly texts: readonly string[];
  /** The version that is there; 0 where none is. */
  readonly from: number;
};

/** A schema whose functions are all that its group reaches; `note` writes its version. Inside a transaction. */
export async function makeSchema(
  session: HubSession,
  database: string,
  { schema, keeper, group, calls, texts, from }: Schema,
  note: () => Promise<void>,
): Promise<void> {
  for (const role of [keeper, group]) {
    const [known] = await session.ask<{ is: boolean }>(
      'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS is',
      [role],
    );
    if (known?.is !== true) await session.ask(`CREATE ROLE ${role} NOLOGIN`);
  }
  await session.ask(`GRANT ${keeper} TO CURRENT_USER`);
  await session.ask(`REVOKE ALL ON DATABASE ${named(database)} FROM PUBLIC`);
  await session.ask(`REVOKE ALL ON SCHEMA public FROM PUBLIC`);
  await session.ask(`GRANT CONNECT ON DATABASE ${named(database)} TO ${group}`);
  if (from === 0) await session.ask(`CREATE SCHEMA ${schema} AUTHORIZATION ${keeper}`);
  await session.ask(`SET LOCAL ROLE ${keeper}`);
  // Before the first function is made: what is made is nobody else's, until it is given.
  await session.ask('ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC');
  for (const text of texts.slice(from)) await session.ask(text);
  await note();
  await session.ask(`REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC`);
  await session.ask(`GRANT USAGE ON SCHEMA ${schema} TO ${group}`);
  for (const call of calls) await session.ask(`GRANT EXECUTE ON FUNCTION ${schema}.${call} TO ${group}`);
  await session.ask('RESET ROLE');
}

/** Takes from every role what none of ours needs, and gives the keeper of a schema back what its functions do. Only a superuser can. */
export async function harden(session: HubSession, keeper: string): Promise<void> {
  await session.ask(takenFromAll);
  await session.ask(
    `GRANT EXECUTE ON FUNCTION pg_try_advisory_lock(integer, integer), pg_stat_get_activity(integer) TO ${keeper}`,
  );
  await session.ask(`GRANT SELECT ON pg_stat_activity TO ${keeper}`);
  await session.ask(`GRANT USAGE ON LANGUAGE plpgsql, sql TO ${keeper}`);
  for (const other of ['postgres', 'template1']) {
    const [known] = await session.ask<{ is: boolean }>(
      'SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS is',
      [other],
    );
    if (known?.is === true) await session.ask(`REVOKE ALL ON DATABASE ${other} FROM PUBLIC`);
  }
}

/** A role that comes in and may do what its group may. */
export async function makeLogin(
  session: HubSession,
  login: { readonly name: string; readonly group: string; readonly secret: string },
): Promise<void> {
  const name = named(login.name);
  await session.ask(
    `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 3 PASSWORD '${verifierOf(login.secret)}'`,
  );
  await session.ask(`GRANT ${login.group} TO ${name}`);
  const settings = {
    idle_in_transaction_session_timeout: '60s',
    statement_timeout: '60s',
    lock_timeout: '15s',
    tcp_keepalives_idle: '10',
    tcp_keepalives_interval: '5',
    tcp_keepalives_count: '3',
    tcp_user_timeout: '30s',
  };
  for (const [key, value] of Object.entries(settings)) await session.ask(`ALTER ROLE ${name} SET ${key} = '${value}'`);
}
