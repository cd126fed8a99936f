import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { chainCode, chainStart, entryHashOf } from '../../../electron/store/journal/chain.ts';
import type { Store } from '../../../electron/store/store.ts';
import { eraseBody } from '../../../electron/store/safety/verify/erase.ts';
import { openingFinding, witnessFault } from '../../../electron/store/safety/verify/opening.ts';
import { rowsHash } from '../../../electron/store/safety/verify/state-hash.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { goldenOffice } from '../../support/desk/golden.ts';
import {
  act,
  adoptProcedure,
  caseId,
  fileOf,
  findingsOf,
  monday,
  openTestStore,
  received,
  tamper,
} from '../../support/desk/test-store.ts';

let folder: string;
let store: Store;
afterEach(() => store.close());

type Row = { seq: number; desk_seq: number; type: string; chain: number | null; step: number | null; hash: Buffer };

function journal(after = 0): Row[] {
  return store.db
    .prepare('SELECT seq, desk_seq, type, chain, step, hash FROM journal WHERE seq > ? ORDER BY seq')
    .all(after) as Row[];
}

function written(rows: readonly Row[]): unknown[] {
  return rows.map(({ type, chain, step }) => [type, chain, step]);
}

function newOffice(): void {
  folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
}

/** Two entries of the register and one of the machine, in one commit. */
function threeTogether(index: number): void {
  const done = store.write(null, monday + index * 1000, (tx) => {
    tx.append({ kind: 'case', caseId: caseId(index) }, received(index));
    tx.append({ kind: 'case', caseId: caseId(index) }, { type: 'transferred', to: 'hộ tịch' });
    tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-in' });
  });
  if (isFault(done)) throw new Error(done.fault);
}

function changed(sql: string): string[] {
  store.close();
  tamper(folder, (db) => {
    const guards = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as Row[] &
      { name: string; sql: string }[];
    for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
    db.exec(sql);
    for (const guard of guards) db.exec(guard.sql);
  });
  store = openTestStore(folder);
  return findingsOf(store.db).filter((finding) => finding.startsWith('journal chains'));
}

test('the hash is SHA-256 over the hash before, the digest of salt and body, and the rest', () => {
  newOffice();
  const entry = {
    id: Buffer.alloc(16, 7),
    desk: '0190aaaa-0000-7000-8000-000000000001',
    deskSeq: 1,
    clock: 4096,
    at: 1,
    actor: 'clerk',
    subject: 'case:0190aaaa-0000-7000-8000-000000000002',
    type: 'transferred',
    body: '{"to":"hộ tịch"}',
    chain: chainCode.register,
    step: 0,
    seen: null,
    bodyDigest: null,
  };
  const digest = createHash('sha256').update(entry.id).update(entry.body).digest();
  const head = `[2,"${entry.desk}",0,1,0,4096,1,"clerk",null,"${entry.subject}","transferred"]`;
  const hash = createHash('sha256').update(chainStart).update(digest).update(head).digest('hex');
  expect(entryHashOf(chainStart, entry).toString('hex')).toBe(hash);
  // For good: files hold it.
  expect(hash).toBe('2df0f9323202c84bc30460bd2f25a7f61e9e2b620bd5493815379cb6e0fe58ab');
  const erased = { ...entry, id: Buffer.alloc(16), body: '{"to":""}', bodyDigest: digest };
  expect(entryHashOf(chainStart, erased).toString('hex')).toBe(hash);
});

describe('an office of form 1', () => {
  beforeEach(() => {
    folder = goldenOffice('form-1-practice.sqlite.gz');
    store = openTestStore(folder);
  });

  test('goes on in form 2 from an entry that says so, once, and not before something is written', () => {
    const before = journal();
    store.close();
    store = openTestStore(folder);
    expect(journal()).toEqual(before);
    expect(openingFinding(store.db)).toBe(null);
    const signIn = (): void => {
      store.write(null, monday, (tx) => tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-in' }));
    };
    signIn();
    store.close();
    store = openTestStore(folder);
    signIn();
    expect(journal().slice(0, before.length)).toEqual(before);
    expect(written(journal(before.length))).toEqual([
      ['form-begun', 0, 0],
      ['signed-in', 1, 1],
      ['signed-in', 1, 0],
    ]);
    const places = store.db.prepare(
      'SELECT desk_seq FROM journal WHERE desk_id = 1 AND coalesce(chain, 0) = 0 ORDER BY seq',
    );
    const deskSeqs = places.pluck().all();
    expect(deskSeqs).toEqual(deskSeqs.map((_seq, at) => at + 1));
    expect(findingsOf(store.db)).toEqual([]);
    expect(openingFinding(store.db)).toBe(null);
  });

  test.each([
    [
      'an entry of form 1 behind it',
      'UPDATE journal SET chain = NULL, step = NULL WHERE seq = (SELECT max(seq) FROM journal)',
    ],
    ['the entry that says so, gone', "DELETE FROM journal WHERE type = 'form-begun'"],
    ['an entry before it, called of form 2', 'UPDATE journal SET chain = 0, step = 0 WHERE seq = 30'],
  ])('%s is named', (_what, sql) => {
    store.write(null, monday, (tx) => tx.append({ kind: 'office' }, { type: 'clock-confirmed', at: '', reason: 'x' }));
    expect(findingsOf(store.db)).toEqual([]);
    expect(changed(sql)).not.toEqual([]);
  });

  test('no body of it is taken out: it is in the hash itself', () => {
    expect(() =>
      store.write(null, monday, (tx) => {
        eraseBody(tx, 30, { type: 'archived' } as never, 'hết thời hạn');
      }),
    ).toThrow('cannot be taken out');
    expect(() => store.db.exec("UPDATE journal SET body = '{}' WHERE seq = 30")).toThrow('append-only');
  });
});

describe('commits', () => {
  beforeEach(newOffice);

  test('every entry knows its place in its commit, and the chains say where the last one ended', () => {
    act(store, 1, received(1));
    threeTogether(2);
    expect(written(journal())).toEqual([
      ['received', 0, 0],
      ['received', 0, 0],
      ['transferred', 0, 1],
      ['signed-in', 1, 2],
    ]);
    expect(store.db.prepare('SELECT kind, desk_seq FROM chain ORDER BY kind').raw().all()).toEqual([
      [0, 3],
      [1, 1],
    ]);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test.each([
    [
      'the register’s half of one',
      'DELETE FROM journal WHERE seq = 3',
      /a commit is not whole: desk \S+ went to entry 3, and its journal ends with 2/,
    ],
    [
      'the machine’s half of one',
      'DELETE FROM journal WHERE seq = 4',
      /a commit is not whole: desk \S+, machine went to entry 1, and its journal ends with 0/,
    ],
    [
      'one that was not ended',
      'UPDATE chain SET desk_seq = 2 WHERE kind = 0',
      /entries 3–3 of desk \S+ are of a commit that was not ended/,
    ],
    [
      'one that ended otherwise',
      'UPDATE chain SET hash = zeroblob(32) WHERE kind = 0',
      /entry 3 of desk \S+ is another than its commit ended with/,
    ],
    [
      'one that began in the middle',
      'DELETE FROM journal WHERE seq = 3',
      /entry 4 .* is of a commit of which the part before is missing/,
    ],
  ])('%s is named', (_what, sql, named) => {
    act(store, 1, received(1));
    threeTogether(2);
    const found = changed(sql);
    expect(found.join('\n')).toMatch(named);
  });

  test('half a commit is found when the file is opened', () => {
    act(store, 1, received(1));
    threeTogether(2);
    changed('DELETE FROM journal WHERE seq >= 3');
    expect(openingFinding(store.db)).toMatch(/a commit is not whole/);
  });

  test('a change that is given up leaves no place behind', () => {
    expect(() =>
      store.write(null, monday, (tx) => {
        tx.append({ kind: 'case', caseId: caseId(1) }, received(1));
        throw new Error('given up');
      }),
    ).toThrow('given up');
    threeTogether(2);
    expect(written(journal()).map(([, , step]: any) => step)).toEqual([0, 1, 2]);
    expect(findingsOf(store.db)).toEqual([]);
  });
});

describe('a body that is taken out', () => {
  const left = received(2, { applicant: { kind: 'citizen', fullName: '—', idNumber: '000000000000' } });

  beforeEach(() => {
    newOffice();
    for (const serial of [1, 2, 3]) act(store, serial, received(serial));
  });

  const erase = (seq: number, ground: string, remains = left): void => {
    store.write(null, monday, (tx) => eraseBody(tx, seq, remains, ground));
  };

  test('is nowhere in the file once its free pages are given back', () => {
    const person = { kind: 'citizen', fullName: 'TRẦN VĂN LẠ', idNumber: '079190000777' } as const;
    const traces = ['TRẦN VĂN LẠ', 'tran van la', '079190000777'];
    const found = (): string[] => {
      store.db.pragma('wal_checkpoint(TRUNCATE)');
      const bytes = readFileSync(fileOf(folder));
      return traces.filter((trace) => bytes.includes(trace));
    };
    act(store, 4, received(4, { applicant: person }));
    expect(found()).toEqual(traces);
    erase(4, 'hết thời hạn lưu trữ', received(4, { applicant: left.applicant }));
    store.db.exec('VACUUM');
    expect(found()).toEqual([]);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test('is gone with its salt, the chain holds, and other people’s cases are what they were', () => {
    const others = store.db.prepare("SELECT * FROM case_summary WHERE number NOT LIKE '%0002'").all();
    const people = store.db.prepare("SELECT * FROM person WHERE id_number <> '079190000002'").all();
    const digest = store.db.prepare('SELECT hash FROM journal WHERE seq = 2').pluck().get();
    erase(2, 'hết thời hạn lưu trữ');
    expect(findingsOf(store.db)).toEqual([]);
    expect(store.db.prepare('SELECT hash FROM journal WHERE seq = 2').pluck().get()).toEqual(digest);
    const row = store.db.prepare('SELECT hex(id) AS id, body FROM journal WHERE seq = 2').get() as {
      id: string;
      body: string;
    };
    expect(row.id).toBe('00'.repeat(16));
    expect(row.body).not.toContain('ÁNH');
    expect(store.db.prepare("SELECT count(*) FROM person WHERE id_number = '079190000002'").pluck().get()).toBe(0);
    expect(store.db.prepare("SELECT * FROM case_summary WHERE number NOT LIKE '%0002'").all()).toMatchObject(
      others.map((one) => ({ case_id: (one as { case_id: number }).case_id })),
    );
    expect(store.db.prepare("SELECT id_number, full_name FROM person WHERE id_number <> '000000000000'").all()).toEqual(
      people.map((one) => ({ id_number: (one as any).id_number, full_name: (one as any).full_name })),
    );
    // Its number stays given.
    expect(store.db.prepare('SELECT count(*) FROM number_use').pluck().get()).toBe(3);
    expect(store.db.prepare("SELECT body ->> '$.ground' FROM journal WHERE type = 'body-erased'").pluck().get()).toBe(
      'hết thời hạn lưu trữ',
    );
    const rows = rowsHash(store.db);
    store.close();
    store = openTestStore(folder);
    expect(rowsHash(store.db)).toBe(rows);
    expect(openingFinding(store.db)).toBe(null);
  });

  test.each<[string, () => void, string]>([
    ['without a ground', () => erase(2, '  '), 'cannot be taken out'],
    ['of another kind', () => erase(4, 'x'), 'no entry 4'],
    [
      'without an entry that says so',
      () =>
        store.db.exec("UPDATE journal SET body = '{}', id = zeroblob(16), body_digest = zeroblob(32) WHERE seq = 2"),
      'append-only',
    ],
  ])('%s is refused', (_what, attempt, message) => {
    expect(attempt).toThrow(message);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test.each([
    ['a second time', "UPDATE journal SET body = '{}' WHERE seq = 2"],
    ['with another time', 'UPDATE journal SET at = 0 WHERE seq = 2'],
    ['of its neighbour', "UPDATE journal SET body = '{}', id = zeroblob(16), body_digest = zeroblob(32) WHERE seq = 3"],
  ])('the ground of one serves for nothing else: %s', (_what, sql) => {
    erase(2, 'hết thời hạn lưu trữ');
    expect(() => store.db.exec(sql)).toThrow('append-only');
  });

  test('what was put in its place by somebody else is named', () => {
    erase(2, 'hết thời hạn lưu trữ');
    expect(changed("UPDATE journal SET body = replace(body, '000000000000', '079190009999') WHERE seq = 2")[0]).toMatch(
      /the body of entry 2 was taken out, and no entry says on what ground/,
    );
    expect(changed('UPDATE journal SET body_digest = zeroblob(32) WHERE seq = 2')[0]).toMatch(
      /entry 2 .* does not follow/,
    );
  });
});

describe('the machine', () => {
  beforeEach(newOffice);

  test('tells in a chain of its own, which the register does not hang on', () => {
    act(store, 1, received(1));
    const head = store.journal.head();
    store.write(null, monday, (tx) => tx.append({ kind: 'account', username: 'clerk' }, { type: 'signed-in' }));
    expect(store.journal.head()).toEqual(head);
    act(store, 2, received(2));
    expect(journal().map(({ desk_seq, chain }) => [chain, desk_seq])).toEqual([
      [0, 1],
      [1, 1],
      [0, 2],
    ]);
    const clocks = store.db.prepare('SELECT clock FROM journal ORDER BY seq').pluck().all() as number[];
    expect(clocks).toEqual(clocks.toSorted((a, b) => a - b));
    expect(findingsOf(store.db)).toEqual([]);
  });

  test('a witness of it finds an older file, and one of before says nothing of it', () => {
    act(store, 1, received(1));
    threeTogether(2);
    const desk = store.db.prepare('SELECT uuid FROM desk').pluck().get() as string;
    const { deskSeq: seq } = store.journal.head();
    const hash = Buffer.from(store.journal.head().hash).toString('hex');
    const machine = { seq: 1, hash: Buffer.from(store.journal.head('machine').hash).toString('hex') };
    expect(witnessFault(store.db, { desk, seq, hash, machine, marks: [] })).toBe(null);
    expect(witnessFault(store.db, { desk, seq, hash, marks: [] })).toBe(null);
    expect(witnessFault(store.db, { desk, seq, hash, machine: { ...machine, seq: 2 }, marks: [] })).toMatchObject({
      fault: 'store-older',
    });
    expect(witnessFault(store.db, { desk, seq, hash, machine: { seq: 1, hash }, marks: [] })).toMatchObject({
      fault: 'store-branched',
    });
  });
});

test('an account keeps the name that is in the hashes of its entries', () => {
  newOffice();
  store.db.exec("INSERT INTO account (username, full_name, role, password) VALUES ('a', 'A', 'clerk', '-')");
  expect(() => store.db.exec("UPDATE account SET username = 'b'")).toThrow('an account keeps its name');
  store.db.exec("UPDATE account SET username = 'a', full_name = 'B'");
});
