import Database from 'better-sqlite3';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { newestVersion } from '../../../electron/store/file/migrate.ts';
import { openStore } from '../../../electron/store/store.ts';
import { statementsOf } from '../desk/statements.ts';

/**
 * Opens a register and is killed before statement number `at` of those that write, COMMIT among them; with -1 it opens it wholly and prints how many
 * there were, and how many until the migration was committed. Run in a process of its own by migration-kill.test.ts.
 */
const [folder = '', at = '-1'] = process.argv.slice(2);
const counted = { all: 0, migrated: 0 };

function count(sql: string): void {
  if (counted.all === Number(at)) process.kill(process.pid, 'SIGKILL');
  counted.all += 1;
  if (sql === 'COMMIT' && counted.migrated === 0) counted.migrated = counted.all;
}

/** `exec` of a migration, one statement after the other; what is prepared, as often as it is run. */
const probe = new Database(':memory:');
const exec: (this: Database.Database, sql: string) => Database.Database = Reflect.get(Database.prototype, 'exec');
Database.prototype.exec = function (this: Database.Database, sql: string) {
  const statements = statementsOf(sql);
  for (const statement of statements.length === 0 ? [sql] : statements) {
    count(statement);
    exec.call(this, statement);
  }
  return this;
};
const statement = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Database.Statement;
const run: (this: Database.Statement, ...values: unknown[]) => Database.RunResult = Reflect.get(statement, 'run');
statement.run = function (this: Database.Statement, ...values: unknown[]) {
  count(this.source);
  return run.apply(this, values);
};
probe.close();

const store = openStore({ folder, holder: 'a test', random: (size) => new Uint8Array(size).fill(3) });
if (isFault(store)) throw new Error(JSON.stringify(store));
if (store.db.pragma('user_version', { simple: true }) !== newestVersion()) throw new Error('not migrated');
process.stdout.write(JSON.stringify(counted));
store.close();
