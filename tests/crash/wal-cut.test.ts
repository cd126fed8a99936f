import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../electron/store/store.ts';
import { seeded } from '../support/data/seeded.ts';
import { newFolder } from '../support/desk/folder.ts';
import { act, adoptProcedure, fileOf, findingsOf, openTestStore, received } from '../support/desk/test-store.ts';

const random = seeded(118);
const cases = 40;

let live: Store;
let folder: string;
/** What the journal's head was after each commit: only these are states that were ever promised. */
const heads: string[] = [];

beforeAll(() => {
  folder = newFolder();
  live = openTestStore(folder);
  adoptProcedure(live);
  live.db.pragma('wal_checkpoint(TRUNCATE)');
  // All commits stay in the log: nothing of them may have gone over into the file before it is cut.
  live.db.pragma('wal_autocheckpoint = 0');
  heads.push(headOf(live));
  for (let serial = 1; serial <= cases; serial += 1) {
    act(live, serial, received(serial));
    heads.push(headOf(live));
    act(live, serial, { type: 'transferred', to: 'hộ tịch' });
    heads.push(headOf(live));
  }
});
afterAll(() => live.close());

function headOf(store: Store): string {
  return Buffer.from(store.journal.head().hash).toString('hex');
}

/** The file and its log as a machine that lost power would find them, the log changed. */
function afterPowerCut(change: (log: Buffer) => Uint8Array | null): {
  entries: number;
  findings: string[];
  head: string;
} {
  const cut = newFolder();
  copyFileSync(fileOf(folder), fileOf(cut));
  const log = change(readFileSync(`${fileOf(folder)}-wal`));
  if (log !== null) writeFileSync(`${fileOf(cut)}-wal`, log);
  const store = openTestStore(cut);
  const found = findingsOf(store.db);
  const answer = { entries: store.journal.head().deskSeq, findings: found, head: headOf(store) };
  store.close();
  rmSync(cut, { recursive: true });
  return answer;
}

describe('a log that a power cut left unfinished', () => {
  test('whole: everything is there', () => {
    expect(afterPowerCut((log) => log)).toEqual({ entries: 2 * cases, findings: [], head: heads.at(-1) });
  });

  test('cut anywhere: what is there is what was there after some commit, and verify finds nothing', () => {
    const lengths: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      const { entries, findings, head } = afterPowerCut((log) => log.subarray(0, random(log.length)));
      expect(findings).toEqual([]);
      expect(head).toBe(heads[entries]);
      lengths.push(entries);
    }
    expect(new Set(lengths).size).toBeGreaterThan(15);
  });

  test('one bit flipped anywhere: the same, for the rest of the log is not believed', () => {
    const lengths: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      const { entries, findings, head } = afterPowerCut((log) => {
        const bit = random(log.length * 8);
        log[bit >> 3] = (log[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return log;
      });
      expect(findings).toEqual([]);
      expect(head).toBe(heads[entries]);
      lengths.push(entries);
    }
    expect(new Set(lengths).size).toBeGreaterThan(15);
  });

  test('a page of zeros inside: the same', () => {
    const { entries, findings, head } = afterPowerCut((log) => log.fill(0, 40_000, 44_096));
    expect([findings, head]).toEqual([[], heads[entries]]);
    expect(entries).toBeLessThan(2 * cases);
  });

  // Not a guarantee but its limit, written down: who takes the log away takes the newest cases away, and nothing in the file
  // can tell. The number of the newest receipt on paper, with the journal's head on it, can (docs/topics/store.md).
  test('taken away: the newest cases are gone and the file looks whole', () => {
    expect(afterPowerCut(() => null)).toEqual({ entries: 0, findings: [], head: heads[0] });
  });
});
