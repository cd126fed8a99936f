import { afterEach, describe, expect, test } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { atOnce } from '../../../../electron/domain/base/resumable.ts';
import { canonicalJson } from '../../../../electron/domain/base/canonical-json.ts';
import { findCaseSummary } from '../../../../electron/store/counter/case/case.ts';
import type { Commit } from '../../../../electron/store/centre/exchange/commits.ts';
import { contradictions } from '../../../../electron/store/centre/exchange/contradictions.ts';
import { isShaped } from '../../../../electron/store/centre/exchange/shapes.ts';
import { findReceipt } from '../../../../electron/store/counter/money/fee-receipt.ts';
import { firstPage, listRegister } from '../../../../electron/store/books/register/register.ts';
import { findMissedList } from '../../../../electron/store/routing/hand-over.ts';
import { verifyStore } from '../../../../electron/store/safety/verify/verify.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import { confirmedEntries, runningPromises } from '../../../../electron/store/counter/work/work.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { forgedDesk, subjects } from '../../../support/desk/forged-desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { lackingOf, openApart, takeIn, tell } from '../../../support/centre/apart/stores-apart.ts';
import { caseId, findingsOf, monday, received } from '../../../support/desk/test-store.ts';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function desk(seed: number): Store {
  const store = openApart(seed);
  open.push(store);
  return store;
}

const kase = (index: number) => ({ kind: 'case', caseId: caseId(index) }) as const;

/** Receptions as they lie in a journal. */
const bodies = (() => {
  const [store, other] = [openApart(99), openApart(98)];
  for (const index of [1, 2, 3]) tell(store, monday, [kase(index), received(index)]);
  const told = lackingOf(store, other).map(({ entries }) => entries[0]?.body ?? '');
  for (const one of [store, other]) one.close();
  return told;
})();

function reception(index: number) {
  return { subject: subjects.case(index), type: 'received', body: bodies[index - 1] ?? '' } as const;
}

/** Derived anew it is the same, and nothing is wrong. */
function expectSame(store: Store): void {
  const told = stateHash(store.db);
  expect(findingsOf(store.db)).toEqual([]);
  rebuildProjections(store.db);
  expect(stateHash(store.db)).toBe(told);
}

describe('what names something that comes later', () => {
  const issued = canonicalJson({
    amount: 8000,
    caseId: caseId(1),
    caseNumber: '1',
    clerk: 'clerk',
    lines: [{ amount: 8000, base: 8000, line: 0, name: 'Lệ phí' }],
    method: 'cash',
    number: 1,
    payer: { name: 'A' },
    series: { kind: 'paper', symbol: 'AA', template: '01BLP' },
    stage: 'reception',
    till: null,
  });

  test('a receipt before its case is there once the case is', () => {
    const store = desk(1);
    takeIn(store, [forgedDesk(7).commit({ subject: subjects.receipt(30), type: 'receipt-issued', body: issued })]);
    expect(findReceipt(store.db, caseId(30))).toBeUndefined();
    takeIn(store, [forgedDesk(8).commit(reception(1))]);
    expect(findReceipt(store.db, caseId(30))?.caseId).toBe(caseId(1));
    expectSame(store);
    // That no till of it took the money is for a person to ask there, and no damage of this file.
    const notes = verifyStore(store.db).flatMap((check) => check.notes);
    expect(notes).toContain('receipt AA 1 says 8000, the till took 0');
  });

  test('what was missing from a list is told once the case is here', () => {
    const store = desk(1);
    const list = { by: 'clerk', caseIds: [caseId(1)], day: '2026-11-23', note: '', number: 'BG.Q1-1', serial: 1 };
    const made = canonicalJson({ ...list, to: { kind: 'division', name: 'hộ tịch' } });
    const missed = canonicalJson({ by: 'Tư', missing: [caseId(1)], receivedAt: '2026-11-23T10:00:00+07:00' });
    const subject = subjects.handOver(20);
    takeIn(store, [
      forgedDesk(7).commit(
        { subject, type: 'hand-over-made', body: made },
        { subject, type: 'hand-over-received', body: missed },
      ),
    ]);
    takeIn(store, [forgedDesk(8).commit(reception(1))]);
    expect(findMissedList(store.db, caseId(1))?.handOverId).toBe(caseId(20));
    expectSame(store);
  });
});

describe('an entry that has not the shape in which it is read', () => {
  const without = (field: string, value: unknown) =>
    canonicalJson({ ...(JSON.parse(bodies[0] ?? '') as object), [field]: value });
  test.each([
    ['a promise that is no moment', 'received', without('dueAt', 'never')],
    ['an applicant of numbers', 'received', without('applicant', [1, 2, 3])],
    ['no applicant', 'received', without('applicant', null)],
    ['a number for its confirmations', 'confirmed', '{"confirmations":5,"of":"x"}'],
    ['no confirmations', 'confirmed', '{}'],
    ['a longer time until never', 'extended', '{"dueAt":"never","reason":"x"}'],
    ['a result that is a list', 'finished', '{"result":[]}'],
    ['who took it, as a list', 'returned', '{"receiver":[]}'],
  ])('%s: its case is a doubt, and no list stops', (_what, type, body) => {
    const store = desk(1);
    const other = forgedDesk(7);
    const wrong = { subject: subjects.case(1), type, body };
    takeIn(store, [
      other.commit(...(type === 'received' ? [wrong] : [reception(1), wrong])),
      other.commit(reception(2)),
      other.commit({
        subject: subjects.case(2),
        type: 'confirmed',
        body: '{"confirmations":[{"code":"x","reason":"y"}],"of":"x"}',
      }),
    ]);
    const aside = `case:${caseId(1)}: its entries cannot be put together`;
    expect(contradictions(store.db).filter((one) => one.startsWith(aside))).toHaveLength(1);
    expect(findCaseSummary(store.db, caseId(1))).toBeUndefined();
    const all = { from: '2026-11-01', to: '2026-11-30' };
    expect(atOnce(listRegister(store.db, all, firstPage, 9)).map((one) => one.caseId)).toEqual([caseId(2)]);
    expect(confirmedEntries(store.db, 9).map((one) => one.caseId)).toEqual([caseId(2)]);
    expect(runningPromises(store.db, 9).map((one) => one.caseId)).toEqual([caseId(2)]);
    expectSame(store);
  });

  test('is none that our own desks ever wrote', () => {
    const golden = path.join(import.meta.dirname, '../../golden');
    const folder = newFolder();
    for (const name of readdirSync(golden).filter((one) => /\.(gz|br)$/.test(one))) {
      const packed = readFileSync(path.join(golden, name));
      const file = path.join(folder, `${name}.sqlite`);
      writeFileSync(file, name.endsWith('.gz') ? gunzipSync(packed) : brotliDecompressSync(packed));
      const db = new Database(file);
      const told = db.prepare('SELECT type, body FROM journal').all() as { type: string; body: string }[];
      db.close();
      expect(told.filter(({ type, body }) => !isShaped(type, body))).toEqual([]);
      expect(told.filter(({ body }) => canonicalJson(JSON.parse(body)) !== body)).toEqual([]);
    }
  });
});

describe('much at once', () => {
  test('is taken in slices, in whatever order it comes, and others write between', () => {
    const [store, other] = [desk(1), forgedDesk(7)];
    const commits: Commit[] = [];
    for (let at = 0; at < 1000; at += 1) commits.push(other.commit({}));
    const steps = store.applying(commits.toReversed());
    let slices = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      slices += 1;
      tell(store, monday + slices, [kase(slices + 10), received(slices + 10)]);
      expect(store.db.inTransaction).toBe(false);
    }
    expect(slices).toBeGreaterThan(3);
    expect(step.value).toMatchObject({ entries: 1000, waiting: [], refused: [] });
    expectSame(store);
  });

  test('of what waits so much is kept, and the rest is named', () => {
    const [store, other] = [desk(1), forgedDesk(7)];
    const commits = Array.from({ length: 20_010 }, () => other.commit({}));
    const { waiting, refused } = takeIn(store, commits.slice(1));
    expect([waiting.length, refused.length]).toEqual([20_000, 9]);
    expect(new Set(refused.map(({ why }) => why))).toEqual(new Set(['too-many']));
    // Kept are those that come next.
    expect(waiting.some(({ entries }) => entries[0]?.seq === 2)).toBe(true);
  });

  test('told apart of one case sets it aside, and stops nothing', () => {
    const store = desk(1);
    const [one, other] = [forgedDesk(7), forgedDesk(8)];
    const note = { subject: subjects.case(1), type: 'announced', body: '{"how":"sms"}' } as const;
    takeIn(store, [one.commit(reception(1), ...Array.from({ length: 400 }, () => note))]);
    expect(findCaseSummary(store.db, caseId(1))).toBeDefined();
    takeIn(store, [other.commit(...Array.from({ length: 400 }, () => note)), other.commit(reception(2))]);
    expect(findCaseSummary(store.db, caseId(1))).toBeUndefined();
    expect(findCaseSummary(store.db, caseId(2))).toBeDefined();
    expectSame(store);
  });
});
