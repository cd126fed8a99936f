import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '../../electron/contract/base/fault.ts';
import type { Db } from '../../electron/store/file/db.ts';
import { openFile } from '../../electron/store/file/opening/open.ts';
import type { FileKey } from '../../electron/store/file/opening/sealed.ts';
import { storeFileName } from '../../electron/store/file/file-names.ts';
import { type BenchOffice, openOffice, reception } from './office.ts';
import { type Row, mean, percentile, row } from './row.ts';

/** Call → durable, as the desk itself notes it: parse, permission, number, promise, journal, projections, index, commit. */
export async function acceptTimes(folder: string, count: number): Promise<number[]> {
  const accepting = await openAccepting(folder);
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push((await accepting.accept(index)).time);
  await accepting.office.desk.close();
  return times;
}

/** A clerk at an office: each reception from the call to the disk, and its answer out. */
export async function openAccepting(folder: string) {
  let durableAt = 0;
  const office: BenchOffice = await openOffice(folder, () => {
    durableAt = performance.now();
  });
  async function accept(index: number): Promise<{ time: number; caseId: string }> {
    const input = reception(index);
    const begun = performance.now();
    const { caseId } = await office.ask('case.receive', input);
    const time = durableAt - begun;
    await answered();
    return { time, caseId };
  }
  return { office, accept };
}

/**
 * An answer goes out over a port or a socket before the next question comes: what the desk put off until then is done. Without it the disk is asked about the
 * witness (ADR 39) while the next reception waits for it, which happens at no desk.
 */
function answered(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Ours and the bare transaction turn by turn in one process, each after a paper was drawn: a desk draws one between two
 * cases, and what comes after it finds the processor's caches cold. Measured in a loop of its own the bare one ran twice as fast.
 */
export async function acceptRows(folder: string, count: number, key: FileKey | null = null): Promise<Row[]> {
  const bare = openBare(folder, key);
  const { office, accept } = await openAccepting(folder);
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let index = 0; index < count; index += 1) {
    // Its paper is drawn when the case is durable.
    const { time, caseId } = await accept(index);
    ours.push(time);
    await office.ask('paper.render', { caseId, form: 'mau-01' });
    await answered();
    raw.push(bare.write(index));
    await office.ask('paper.render', { caseId, form: 'mau-01' });
    await answered();
  }
  await office.desk.close();
  bare.close();
  const [perSecond, rawPerSecond] = [ours, raw].map((times) => 1000 / mean(times)) as [number, number];
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

/**
 * The limit: the rows that one reception leaves behind, written again by prepared statements over the same settings, one commit a case. Of a
 * sealed office it is sealed with the same key.
 */
function openBare(folder: string, key: FileKey | null): { write(index: number): number; close(): void } {
  const place = `${folder}-bare`;
  mkdirSync(place, { recursive: true });
  cpSync(path.join(folder, storeFileName), path.join(place, storeFileName));
  const db = openFile(place, 'bench', key);
  if (isFault(db)) throw new Error(db.fault);
  const change = db.transaction(bareWriter(db));
  return {
    write: (index) => {
      const begun = performance.now();
      change.immediate(index);
      return performance.now() - begun;
    },
    close: () => {
      db.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function bareWriter(db: Db): (index: number) => void {
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
    db.prepare(`INSERT INTO journal (id, desk_id, desk_seq, clock, at, account_id, subject_id, type, body, hash, chain, step)
    VALUES (?, 1, ?, ?, 1795400000, 1, ?, 'received', ?, ?, 0, 0)`);
  const head = db.prepare('UPDATE chain SET desk_seq = ?, clock = ?, hash = ? WHERE desk_id = 1 AND kind = 0');
  const person = db.prepare(`INSERT INTO person (id_number, kind, full_name, date_of_birth, sex, address, phone)
    VALUES (?, 'citizen', 'Nguyễn Thị Thử Raw', '1990-03-04', 'female', '7 đường số 7, Phường Cát Lái', '0900000000')`);
  const name = db.prepare('INSERT INTO person_name (person_id, name_id) VALUES (?, 1)');
  const tail = db.prepare('INSERT INTO digit_tail (tail, person_id) VALUES (?, ?)');
  const summary =
    db.prepare(`INSERT INTO case_summary (case_id, number, person_id, procedure_id, channel, status, accepted_at, due_at)
    VALUES (?, ?, ?, ?, 1, 2, 1795400000, 1795900000)`);
  const shape = (db.prepare('SELECT shape_id FROM fee_shape LIMIT 1').pluck().get() as number | undefined) ?? 1;
  const fee = db.prepare('INSERT INTO fee_open (case_id, shape_id, day, returned) VALUES (?, ?, 20991231, 0)');
  const number = db.prepare('INSERT INTO number_use (day, serial, case_id) VALUES (20991231, ?, ?)');
  const request = db.prepare('INSERT INTO request (request_id, asked) VALUES (?, ?)');
  const [id, hash] = [Buffer.alloc(16, 1), Buffer.alloc(32, 1)];
  return (index) => {
    const caseId = Number(subject.run(Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex')).lastInsertRowid);
    journal.run(id, seq + index + 1, clock + index + 1, caseId, body, hash);
    head.run(seq + index + 1, clock + index + 1, hash);
    const personId = Number(person.run(`raw-${index}`).lastInsertRowid);
    name.run(personId);
    // Spread over the index as the last digits of an id number and of a phone are.
    tail.run((index * 7919) % 1_771_561, personId);
    tail.run((index * 104_729 + 11) % 1_771_561, personId);
    summary.run(caseId, `H29.999-991231-${index}`, personId, procedure);
    number.run(index, caseId);
    fee.run(caseId, shape);
    // A window asks under an id of its own, which is kept beside the case: without it a request that was sent again would be a second case.
    request.run(Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex'), id);
  };
}
