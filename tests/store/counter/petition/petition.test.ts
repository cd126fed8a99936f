import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PetitionEvent } from '../../../../electron/domain/entries/petition.ts';
import {
  findPetition,
  lastPetitionSerial,
  petitionFacts,
} from '../../../../electron/store/counter/petition/petition.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { eraseBody } from '../../../../electron/store/safety/verify/erase.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { calendar } from '../../../support/data/calendar.ts';
import { complaint, received } from '../../../support/data/petition-sample.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { caseId, fileOf, findingsOf, openTestStore, tamper } from '../../../support/desk/test-store.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = newFolder();
  store = openTestStore(folder);
});
afterEach(() => store.close());

function tell(index: number, at: string, event: PetitionEvent): void {
  store.write(null, Date.parse(`${at}+07:00`), (tx) =>
    tx.append({ kind: 'petition', petitionId: caseId(index) }, event),
  );
}

const factsOf = (from: string, to: string) =>
  petitionFacts(store.db, { from, to, calendar, now: '2027-06-01T08:00:00+07:00' }).map(({ number, end }) => [
    number,
    end?.how ?? null,
  ]);

describe('what a report asks for', () => {
  test('is what had come by the last day and had not ended before the first, as it stood then', () => {
    const answer: PetitionEvent = { type: 'petition-answered', answer: 'Đã trả kết quả' };
    tell(1, '2026-11-02T09:00:00', received({ serial: 1 }));
    tell(2, '2026-11-16T09:00:00', received({ serial: 2 }));
    tell(1, '2026-11-14T16:00:00', answer);
    tell(2, '2026-11-20T09:00:00', { type: 'petition-forwarded', to: 'Công an phường', reason: 'Thuộc công an' });
    tell(1, '2026-11-17T09:00:00', { type: 'petition-published', where: 'Bảng tin' });
    tell(2, '2026-12-20T09:00:00', { type: 'petition-sent-back', reason: 'Không thuộc' });
    const one = ['PA.Q1-26-0001', 'answered'] as const;
    expect(factsOf('2026-10-15', '2026-11-13')).toEqual([['PA.Q1-26-0001', null]]);
    expect(factsOf('2026-10-15', '2026-11-14')).toEqual([one]);
    // Ended in the period before and published in this one: column 16 may want it.
    expect(factsOf('2026-11-15', '2026-12-14')).toEqual([one, ['PA.Q1-26-0002', 'forwarded']]);
    expect(factsOf('2026-12-15', '2027-01-14')).toEqual([['PA.Q1-26-0002', null]]);
    expect(factsOf('2026-10-01', '2026-10-31')).toEqual([]);
  });
});

describe('in the file', () => {
  test('a number is given once by the desks of a file, and the next is known', () => {
    tell(1, '2026-11-02T09:00:00', received({ serial: 7 }));
    expect(() => tell(2, '2026-11-02T09:00:01', received({ serial: 7 }))).toThrow('PA.Q1-26-0007 is there already');
    expect([lastPetitionSerial(store.db, 'Q1-26'), lastPetitionSerial(store.db, 'Q2-26')]).toEqual([7, 0]);
    expect(findingsOf(store.db)).toEqual([]);
  });

  test('a register without petitions has the state hash it had before there were any', () => {
    const before = stateHash(store.db);
    store.db.exec('DROP TABLE petition');
    expect(stateHash(store.db)).toBe(before);
  });

  test('a petition is in the state hash', () => {
    tell(1, '2026-11-02T09:00:00', received());
    const one = stateHash(store.db);
    tell(1, '2026-11-03T09:00:00', { type: 'petition-assigned', to: 'Phòng Tư pháp' });
    expect(stateHash(store.db)).not.toBe(one);
  });

  test.each([
    ["UPDATE petition SET status = 'closed'", 'not the fold'],
    ['DELETE FROM petition', '1 petitions in the journal, 0 in the register'],
    ["UPDATE petition SET words = 'khác'", 'not the fold'],
  ])('%s is found', (sql, finding) => {
    tell(1, '2026-11-02T09:00:00', received());
    store.close();
    tamper(folder, (db) => db.exec(sql));
    store = openTestStore(folder);
    const found = findingsOf(store.db);
    expect(found.some((one) => one.startsWith('petitions') && one.includes(finding))).toBe(true);
    expect(found.some((one) => one.startsWith('tables'))).toBe(true);
    // What is found in words about a person is not mailed to whoever mends the desk.
    expect(found.join(' ')).not.toContain('MINH');
  });

  test('who sent it can be taken out lawfully, and what is counted of it stays', () => {
    const traces = ['LÊ VĂN MINH', 'le van minh', '0900 111 222'];
    tell(1, '2026-11-02T09:00:00', received());
    const seq = store.db.prepare("SELECT seq FROM journal WHERE type = 'petition-received'").pluck().get() as number;
    const before = factsOf('2026-11-01', '2026-11-30');
    const left = { type: 'petition-received', series: 'Q1-26', serial: 1, ...complaint, sender: {} } as const;
    store.write(null, Date.parse('2026-11-20T09:00:00+07:00'), (tx) =>
      eraseBody(tx, seq, left, 'hết thời hạn lưu trữ'),
    );
    store.db.exec('VACUUM');
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(fileOf(folder));
    expect(traces.filter((trace) => bytes.includes(trace))).toEqual([]);
    expect(findPetition(store.db, caseId(1))?.facts.sender).toEqual({});
    expect(factsOf('2026-11-01', '2026-11-30')).toEqual(before);
    expect(findingsOf(store.db)).toEqual([]);
  });
});
