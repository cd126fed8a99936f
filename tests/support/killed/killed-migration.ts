import Database from 'better-sqlite3';
import { migrate } from '../../../electron/store/file/migrate.ts';
import { statementsOf } from '../desk/statements.ts';

/** Migrates a file and is killed before statement number `at`: run in a process of its own by migrate.test.ts. */
const [file = '', at = '0'] = process.argv.slice(2);
const db = new Database(file);
const exec = db.exec.bind(db);
let done = 0;
db.exec = (sql) => {
  for (const statement of statementsOf(
    sql.trimStart().startsWith('CREATE TABLE IF NOT EXISTS migration') ? `${sql};` : sql,
  )) {
    if (done === Number(at) + 1) process.kill(process.pid, 'SIGKILL');
    exec(statement);
    done += 1;
  }
  return db;
};
migrate(db);
throw new Error(`the migration has no statement ${at}`);
