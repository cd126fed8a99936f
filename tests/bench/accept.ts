import Database from 'better-sqlite3';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type BenchOffice, openOffice, reception } from './office.ts';
import { type Row, mean, percentile, row } from './row.ts';

/** Call → durable, as the desk itself notes it: parse, permission, number, promise, journal, projections, index, commit. */
export async function acceptTimes(folder: string, count: number): Promise<number[]> {
  let durableAt = 0;
  const office: BenchOffice = await openOffice(folder, () => {
    durableAt = performance.now();
  });
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const input = reception(index);
    const begun = performance.now();
    await office.ask('case.receive', input);
    times.push(durableAt - begun);
  }
  await office.desk.close();
  return times;
}

export async function acceptRows(folder: string, count: number): Promise<Row[]> {
  const raw = mean(rawTimes(folder, count));
  const ours = await acceptTimes(folder, count);
  const [perSecond, rawPerSecond] = [1000 / mean(ours), 1000 / raw];
  return [
    row({
      name: 'accept a case, call → durable: throughput',
      value: perSecond,
      unit: 'cases/s',
      peer: 'bare prepared statements, same rows',
      peerValue: rawPerSecond,
      target: '≥ 50 % of bare',
      met: perSecond >= 0.5 * rawPerSecond,
    }),
    row({
      name: 'accept a case, call → durable: p99',
      value: percentile(ours, 0.99),
      unit: 'ms',
      target: '≤ 100 ms',
      met: percentile(ours, 0.99) <= 100,
    }),
  ];
}

/** The limit: the rows that one reception leaves behind, written again by prepared statements, FULL, one transaction a case. */
function rawTimes(folder: string, count: number): number[] {
  const place = `${folder}-raw`;
  mkdirSync(place, { recursive: true });
  cpSync(path.join(folder, 'desk.sqlite'), path.join(place, 'desk.sqlite'));
  const db = new Database(path.join(place, 'desk.sqlite'));
  for (const setting of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL', 'cache_size = -65536'])
    db.pragma(setting);
  const write = db.transaction(rawWriter(db));
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const begun = performance.now();
    write(index);
    times.push(performance.now() - begun);
  }
  db.close();
  rmSync(place, { recursive: true, force: true });
  return times;
}

function rawWriter(db: Database.Database): (index: number) => void {
  const subject = db.prepare('INSERT INTO subject (name, kind) VALUES (?, 3)');
  const { body, procedure } = db
    .prepare(
      `SELECT body, (SELECT procedure_id FROM case_summary LIMIT 1) AS procedure FROM journal WHERE type = 'received' LIMIT 1`,
    )
    .get() as { body: string; procedure: number };
  const { seq, clock } = db.prepare('SELECT max(seq) AS seq, max(clock) AS clock FROM journal').get() as {
    seq: number;
    clock: number;
  };
  const journal =
    db.prepare(`INSERT INTO journal (id, desk_id, desk_seq, clock, at, account_id, subject_id, type, body, hash)
    VALUES (?, 1, ?, ?, 1795400000, 1, ?, 'received', ?, ?)`);
  const person = db.prepare(`INSERT INTO person (id_number, kind, full_name, date_of_birth, sex, address, phone)
    VALUES (?, 'citizen', 'Nguyễn Thị Thử Raw', '1990-03-04', 'female', '7 đường số 7, Phường Cát Lái', '0900000000')`);
  const summary =
    db.prepare(`INSERT INTO case_summary (case_id, number, person_id, procedure_id, channel, status, accepted_at, due_at)
    VALUES (?, ?, ?, ?, 1, 2, 1795400000, 1795900000)`);
  const number = db.prepare('INSERT INTO number_use (day, serial, case_id) VALUES (20991231, ?, ?)');
  const [id, hash] = [Buffer.alloc(16, 1), Buffer.alloc(32, 1)];
  return (index) => {
    const caseId = Number(subject.run(Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex')).lastInsertRowid);
    journal.run(id, seq + index + 1, clock + index + 1, caseId, body, hash);
    const personId = Number(person.run(`raw-${index}`).lastInsertRowid);
    summary.run(caseId, `H29.999-991231-${index}`, personId, procedure);
    number.run(index, caseId);
  };
}
