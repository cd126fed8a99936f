import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogueHash } from '../../../electron/store/catalogue/catalogue.ts';
import { fault } from '../../../electron/contract/base/fault.ts';
import type { Store } from '../../../electron/store/store.ts';
import { verifyStore } from '../../../electron/store/safety/verify/verify.ts';
import { newFolder } from '../../support/desk/folder.ts';
import {
  act,
  adoptProcedure,
  caseId,
  fileOf,
  findingsOf,
  monday,
  openTestStore,
  received,
  stateHash,
  tamper,
} from '../../support/desk/test-store.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = newFolder();
  store = openTestStore(folder);
  adoptProcedure(store);
});
afterEach(() => store.close());

/** Six entries: three cases, one of which went on. */
function sixEntries(): void {
  act(store, 1, received(1));
  act(store, 2, received(2));
  act(store, 1, { type: 'transferred', to: 'hộ tịch' }, { type: 'finished', result: 'Giấy khai sinh' });
  act(store, 3, received(3));
  act(store, 2, { type: 'withdrawn', reason: 'xin rút' });
}

/** Closes the file, lets somebody with another tool at it, opens it again and asks what is wrong. */
function findingsAfter(change: string): string[] {
  store.close();
  tamper(folder, (db) => {
    db.exec('DROP TRIGGER journal_never_changes; DROP TRIGGER journal_never_shrinks; PRAGMA foreign_keys = OFF');
    db.exec(change);
  });
  store = openTestStore(folder);
  return findingsOf(store.db);
}

describe('the journal only grows', () => {
  beforeEach(sixEntries);

  test.each([
    ['an update', `UPDATE journal SET body = '{}' WHERE seq = 2`],
    ['an update of nothing but the hash', `UPDATE journal SET hash = zeroblob(32) WHERE seq = 6`],
    ['a delete', 'DELETE FROM journal WHERE seq = 6'],
    ['INSERT OR REPLACE, which deletes first', `INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2`],
    [
      'REPLACE under another body',
      `REPLACE INTO journal SELECT seq, id, desk_id, desk_seq, clock, at, account_id, subject_id, type, '{}', hash, chain, step, seen, NULL FROM journal WHERE seq = 3`,
    ],
    ['an upsert', `INSERT INTO journal SELECT * FROM journal WHERE seq = 2 ON CONFLICT DO UPDATE SET body = '{}'`],
  ])('%s is refused', (_what, sql) => {
    const before = stateHash(store.db);
    expect(() => store.db.exec(sql)).toThrow('the journal is append-only');
    expect(stateHash(store.db)).toBe(before);
  });
});

describe('somebody with another tool is named', () => {
  beforeEach(sixEntries);

  test('an untouched file has no findings', () => {
    expect(findingsOf(store.db)).toEqual([]);
    expect(verifyStore(store.db).map(({ name, looked }) => [name, looked])).toEqual([
      ['integrity', 1],
      ['references', 1],
      ['schema', 1],
      ['journal chains', 6],
      ['projections', 3],
      ['tables', 6],
      ['accounts', 0],
      ['numbers', 3],
      ['print jobs', 0],
      ['paper kits', 0],
      ['receipts', 0],
      ['tills', 0],
      ['legs and hand-overs', 0],
      ['waiting files', 0],
      ['petitions', 0],
      ['catalogues', 1],
      ['kept content', 0],
      ['other desks', 0],
    ]);
  });

  test.each<[string, string, RegExp]>([
    [
      'a changed body',
      `UPDATE journal SET body = replace(body, 'xin rút', 'xin thôi') WHERE seq = 6`,
      /entry 6 \(6 of desk .*does not follow/,
    ],
    ['a changed time', 'UPDATE journal SET at = at - 86400 WHERE seq = 2', /entry 2 \(2 of desk/],
    ['a changed type', `UPDATE journal SET type = 'refused' WHERE seq = 4`, /entry 4 /],
    [
      'a changed subject',
      'UPDATE journal SET subject_id = (SELECT subject_id FROM journal WHERE seq = 5) WHERE seq = 3',
      /entry 3 /,
    ],
    ['a changed id', 'UPDATE journal SET id = zeroblob(16) WHERE seq = 3', /entry 3 /],
    ['a dropped entry', 'DELETE FROM journal WHERE seq = 3', /entry 4 \(4 of desk/],
    ['a dropped first entry', 'DELETE FROM journal WHERE seq = 1', /entry 2 \(2 of desk/],
    [
      'two entries in each other’s place',
      'UPDATE journal SET seq = -3 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = -3',
      /entry 3 \(4 of desk/,
    ],
    [
      'two numbers in each other’s place',
      'UPDATE journal SET desk_seq = 7 - desk_seq WHERE seq IN (3, 4)',
      /entry 3 \(4 of desk/,
    ],
    [
      'an entry slipped in',
      `INSERT INTO journal SELECT 7, zeroblob(16), desk_id, 7, clock + 1, at, NULL, subject_id, 'stopped', '{"reason":"-"}', zeroblob(32), 0, 0, NULL, NULL FROM journal WHERE seq = 6`,
      /entry 7 /,
    ],
    ['another desk’s name', `UPDATE desk SET uuid = 'another'`, /entry 1 \(1 of desk another\)/],
  ])('%s', (_what, sql, named) => {
    const chains = findingsAfter(sql).filter((finding) => finding.startsWith('journal chains'));
    expect(chains).toHaveLength(1);
    expect(chains[0]).toMatch(named);
  });

  test('entries taken off the end leave a list and a head that know more than the journal', () => {
    const { uuid } = store.db.prepare('SELECT uuid FROM desk').get() as { uuid: string };
    // Whoever rewrites these too is found out by the head printed on paper alone.
    expect(
      findingsAfter('DELETE FROM journal WHERE seq >= 5').filter((finding) => !finding.startsWith('schema')),
    ).toEqual([
      `journal chains: a commit is not whole: desk ${uuid} went to entry 6, and its journal ends with 4`,
      'projections: case H29.999-261123-0002 is not the fold of its actions',
      'projections: case H29.999-261123-0003 is not the fold of its actions',
      'projections: 2 receptions in the journal, 3 cases in the list',
      'tables: number_use: not what the journal tells: 20261123 3 3',
      'tables: case_summary: not what the journal tells: 2, 3',
      'tables: person: not what the journal tells: 3',
      'tables: digit_tail: not what the journal tells: 3',
      'tables: person_name: not what the journal tells: 3',
    ]);
  });

  test.each([
    [
      'a changed case list',
      `UPDATE case_summary SET due_at = due_at + 86400 WHERE number LIKE '%0003'`,
      'projections: case H29.999-261123-0003 is not the fold of its actions',
    ],
    [
      'a dropped case',
      `DELETE FROM case_summary WHERE number LIKE '%0002'`,
      'projections: 3 receptions in the journal, 2 cases in the list',
    ],
    ['a number freed', 'DELETE FROM number_use WHERE serial = 2', 'numbers: 3 cases hold 2 numbers'],
    [
      'a number given twice',
      `UPDATE case_summary SET number = 'H29.999-261123-0001'`,
      'numbers: number H29.999-261123-0001 is on two cases',
    ],
    ['a person taken away', 'DELETE FROM person', 'references: case_summary row 1'],
  ])('%s', (_what, sql, finding) => {
    expect(findingsAfter(sql)).toContain(finding);
  });

  test('a page that cannot be read is a finding, not the end of the check', () => {
    store.close();
    let [root, size] = [0, 0];
    tamper(folder, (db) => {
      size = db.pragma('page_size', { simple: true }) as number;
      root = db.prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'case_summary'`).pluck().get() as number;
    });
    const bytes = readFileSync(fileOf(folder));
    bytes.fill(0xee, (root - 1) * size, root * size);
    writeFileSync(fileOf(folder), bytes);
    store = openTestStore(folder);
    const found = findingsOf(store.db);
    expect(found).toContain('projections: could not be read to its end: database disk image is malformed');
    expect(found.some((finding) => finding.startsWith('integrity'))).toBe(true);
    expect(found.filter((finding) => finding.startsWith('journal chains'))).toEqual([]);
  });
});

describe('the clock', () => {
  test('going back still gives rising logical clocks and a whole chain', () => {
    const clocks = [monday, monday - 3_600_000, monday - 86_400_000 * 365, monday - 1, monday + 1].map((now, at) => {
      store.write(null, now, (tx) => tx.append({ kind: 'case', caseId: caseId(at + 1) }, received(at + 1)));
      return store.journal.head().clock;
    });
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect(new Set(clocks).size).toBe(clocks.length);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test('many entries in one millisecond', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 20 }), (steps) => {
        let now = monday;
        let before = store.journal.head().clock;
        for (const step of steps) {
          now += step;
          store.write(null, now, (tx) => {
            const sha256 = catalogueHash(tx.db, 'v');
            tx.append({ kind: 'office' }, { type: 'catalogue-adopted', version: 'v', sha256 });
          });
          const { clock } = store.journal.head();
          expect(clock).toBeGreaterThan(before);
          before = clock;
        }
      }),
      { numRuns: 20, seed: 1 },
    );
    expect(findingsOf(store.db)).toEqual([]);
  });
});

describe('a change that is given up', () => {
  test.each<[string, () => unknown]>([
    ['by a fault', () => fault('numbers-exhausted', { date: '2026-11-23' })],
    [
      'by a throw',
      () => {
        throw new Error('a bug');
      },
    ],
  ])('%s leaves the head, and the next entry follows it', (_how, end) => {
    act(store, 1, received(1));
    const [head, before] = [store.journal.head(), stateHash(store.db)];
    const attempt = () =>
      store.write(null, monday, (tx) => {
        tx.append({ kind: 'case', caseId: caseId(2) }, received(2));
        tx.append({ kind: 'case', caseId: caseId(2) }, { type: 'transferred', to: 'hộ tịch' });
        return end();
      });
    expect(outcomeOf(attempt)).toMatch(/numbers-exhausted|a bug/);
    expect(store.journal.head()).toEqual(head);
    expect(stateHash(store.db)).toBe(before);
    expect(store.db.inTransaction).toBe(false);
    act(store, 2, received(2));
    expect(store.journal.head().deskSeq).toBe(head.deskSeq + 1);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test('because the database refuses it: a number that is used', () => {
    act(store, 1, received(1));
    const before = stateHash(store.db);
    expect(() => act(store, 2, received(1))).toThrow(/number 1 of 2026-11-23 is given already/);
    expect(stateHash(store.db)).toBe(before);
    act(store, 2, received(2));
    expect(findingsOf(store.db)).toEqual([]);
  });
});

function outcomeOf(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return String(error);
  }
}
