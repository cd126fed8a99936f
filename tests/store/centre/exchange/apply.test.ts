import { cpSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../../electron/domain/base/resumable.ts';
import { findCaseFile, findCaseSummary } from '../../../../electron/store/counter/case/case.ts';
import { hashOfCatalogue, keepCatalogue } from '../../../../electron/store/catalogue/catalogue.ts';
import { type ContentName, findContent, missingContent } from '../../../../electron/store/centre/content/content.ts';
import { casesToDecide } from '../../../../electron/store/centre/exchange/conflicts.ts';
import { contradictions } from '../../../../electron/store/centre/exchange/contradictions.ts';
import { findIntake } from '../../../../electron/store/counter/intake/intake.ts';
import { findAccount } from '../../../../electron/store/common/office/accounts.ts';
import { findPerson } from '../../../../electron/store/common/person/person.ts';
import {
  type PageStart,
  findPageStart,
  firstPage,
  listRegister,
} from '../../../../electron/store/books/register/register.ts';
import { searchCases } from '../../../../electron/store/counter/search/search.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import type { Store } from '../../../../electron/store/store.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { lackingOf, openApart, shareAll, takeIn, tell } from '../../../support/centre/apart/stores-apart.ts';
import { caseId, fileOf, findingsOf, monday, received } from '../../../support/desk/test-store.ts';

const hour = 3_600_000;
const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function desk(seed: number, folder?: string): Store {
  const store = openApart(seed, folder);
  open.push(store);
  return store;
}

function two(): [Store, Store] {
  return [desk(1), desk(2)];
}

function three(): [Store, Store, Store] {
  return [...two(), desk(3)];
}

const kase = (index: number) => ({ kind: 'case', caseId: caseId(index) }) as const;

/** All of them hold the same, told or derived anew, and nothing is wrong with any. */
function expectOne(...stores: readonly Store[]): void {
  const told = stores.map(({ db }) => stateHash(db));
  for (const { db } of stores) rebuildProjections(db);
  expect([told, stores.map(({ db }) => stateHash(db))]).toEqual([told, told].map((one) => one.map(() => told[0])));
  expect(stores.flatMap(({ db }) => findingsOf(db))).toEqual([]);
}

describe('a commit of another desk', () => {
  test('is here what it is there: the case, its number, its person and their search', () => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(1)], [kase(1), { type: 'transferred', to: 'hộ tịch' }]);
    expect(takeIn(other, lackingOf(one, other))).toEqual({ entries: 2, waiting: [], refused: [] });
    expect(findCaseSummary(other.db, caseId(1))).toEqual(findCaseSummary(one.db, caseId(1)));
    expect(searchCases(other.db, 'dang anh', 9).map((found) => found.caseId)).toEqual([caseId(1)]);
    shareAll([one, other]);
    tell(other, monday, [kase(2), received(2)]);
    shareAll([one, other]);
    expectOne(one, other);
  });

  test('comes once, however often it is sent', () => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(1)]);
    const sent = lackingOf(one, other);
    expect(takeIn(other, [...sent, ...sent]).entries).toBe(1);
    expect(takeIn(other, sent)).toEqual({ entries: 0, waiting: [], refused: [] });
  });

  test('waits for what its desk had seen, and for the one before it', () => {
    const [one, other, third] = three();
    tell(one, monday, [kase(1), received(1)]);
    takeIn(other, lackingOf(one, other));
    tell(other, monday + hour, [kase(1), { type: 'transferred', to: 'hộ tịch' }]);
    tell(other, monday + hour, [kase(1), { type: 'withdrawn', reason: 'xin rút' }]);
    const [first, second, ...rest] = lackingOf(other, third).filter((commit) => commit.desk !== deskOf(one));
    expect(rest).toEqual([]);
    if (first === undefined || second === undefined) throw new Error('two commits were written');
    expect(takeIn(third, [second]).waiting).toEqual([second]);
    expect(takeIn(third, [first]).waiting).toHaveLength(2);
    expect(findCaseFile(third.db, caseId(1))).toBeUndefined();
    // What it waited for comes, and all of it goes on.
    expect(takeIn(third, lackingOf(one, third))).toEqual({ entries: 3, waiting: [], refused: [] });
    expect(findCaseFile(third.db, caseId(1))?.state.status).toBe('withdrawn');
  });

  test.each<[string, (entry: any) => unknown]>([
    ['another body', (entry) => ({ ...entry, body: entry.body.replace('ĐẶNG', 'ĐỖ') })],
    ['another author', (entry) => ({ ...entry, actor: 'admin' })],
    ['another moment', (entry) => ({ ...entry, at: entry.at - 1 })],
    ['another type', (entry) => ({ ...entry, type: 'signed-in' })],
    ['something else seen', (entry) => ({ ...entry, seen: '{' })],
    ['a body that is none', (entry) => ({ ...entry, body: '{' })],
    ['a subject that is none', (entry) => ({ ...entry, subject: { kind: 99, name: 'ff' } })],
  ])('with %s is refused and named, and nothing of it is written', (_what, change) => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(1)], [kase(2), received(2)]);
    const [commit] = lackingOf(one, other);
    if (commit === undefined) throw new Error('a commit was written');
    const changed = { ...commit, entries: [commit.entries[0], change(commit.entries[1])] as typeof commit.entries };
    const before = stateHash(other.db);
    expect(takeIn(other, [changed]).refused).toMatchObject([{ desk: commit.desk, seq: 2 }]);
    expect(stateHash(other.db)).toBe(before);
    expect(takeIn(other, [commit]).entries).toBe(2);
  });

  test('of this file’s own desk is nobody’s to write, and of a desk that was copied and goes on twice one history is taken', () => {
    const folder = newFolder();
    const [one, other] = [desk(1, folder), desk(2)];
    tell(one, monday, [kase(1), received(1)]);
    one.db.pragma('wal_checkpoint(TRUNCATE)');
    const place = newFolder();
    cpSync(fileOf(folder), fileOf(place));
    const copy = desk(1, place);
    tell(one, monday + hour, [kase(2), received(2)]);
    tell(copy, monday + hour, [kase(3), received(3)]);
    expect(takeIn(other, lackingOf(one, other)).entries).toBe(2);
    expect(takeIn(other, lackingOf(copy, desk(9))).refused).toMatchObject([
      { desk: deskOf(one), seq: 2, why: 'forked' },
    ]);
    expect(takeIn(one, lackingOf(copy, desk(8))).refused).toMatchObject([{ why: 'forked' }]);
    tell(copy, monday + hour, [kase(4), received(4)]);
    expect(takeIn(one, lackingOf(copy, one)).refused).toMatchObject([{ why: 'own' }]);
  });
});

describe('an island', () => {
  test('says nothing of others, and from the first entry it takes says once what it had seen', () => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(1)]);
    const seenIn = (store: Store) => store.db.prepare('SELECT seen FROM journal ORDER BY seq').pluck().all();
    expect(seenIn(one)).toEqual([null]);
    takeIn(other, lackingOf(one, other));
    tell(other, monday, [kase(2), received(2)], [kase(3), received(3)]);
    tell(other, monday, [kase(4), received(4)]);
    expect(seenIn(other)).toEqual([null, JSON.stringify({ [deskOf(one)]: 1 }), null, null]);
  });

  test('has what was seen kept beside the journal, which verify compares and a rebuild mends', () => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(1)]);
    takeIn(other, lackingOf(one, other));
    tell(other, monday, [kase(2), received(2)]);
    expect(findingsOf(other.db)).toEqual([]);
    other.db.exec('DELETE FROM seen_at');
    expect(findingsOf(other.db)).toEqual([
      'other desks: what desks had seen of each other is not what the journal tells',
    ]);
    rebuildProjections(other.db);
    expect(findingsOf(other.db)).toEqual([]);
  });

  test('is dated by its own entries alone: a fast desk and a past of years make no clock wrong', () => {
    const [one, fast, old] = three();
    tell(one, monday, [kase(1), received(1)]);
    const before = one.newestEntry();
    tell(fast, monday + hour, [kase(2), received(2)]);
    tell(old, monday - 90 * 24 * hour, [kase(3), received(3)]);
    takeIn(one, [...lackingOf(fast, one), ...lackingOf(old, one)]);
    expect(one.newestEntry()).toEqual(before);
    // A refused change looks for it again, and so does an opening.
    expect(() =>
      one.write(null, monday, () => {
        throw new Error('given up');
      }),
    ).toThrow('given up');
    expect(one.newestEntry()).toEqual(before);
  });
});

describe('what entries of another desk rest on', () => {
  const version = 'danh-muc-rieng';

  /** A list of that name that one desk adopted, and a case under it. */
  function receiveUnderOwnList(store: Store, index: number, days: number): ContentName {
    const list = [
      { code: '1.001193', name: 'Khai sinh, danh mục riêng', feeRules: [], term: { value: days, unit: 'working-day' } },
    ];
    keepCatalogue(
      store.db,
      version,
      list.map((body) => ({ code: body.code, name: body.name, body })),
    );
    const sha256 = hashOfCatalogue(list);
    tell(store, monday, [{ kind: 'office' }, { type: 'catalogue-adopted', version, sha256 }]);
    tell(store, monday + hour, [kase(index), received(index, { catalogueVersion: version })]);
    return { kind: 'catalogue', name: sha256 };
  }

  test('a case under a list that is not here waits for it, keeps its number, and is there when it came', () => {
    const [one, other] = two();
    const name = receiveUnderOwnList(one, 1, 2);
    tell(other, monday, [kase(2), received(2)]);
    shareAll([one, other]);
    expect(findCaseSummary(other.db, caseId(1))).toBeUndefined();
    expect(contradictions(other.db)).toMatchObject([expect.stringContaining('its entries cannot be put together')]);
    expect(() => tell(other, monday, [kase(3), received(1)])).toThrow('is given already');
    expect(missingContent(other.db, [name])).toEqual([name]);
    const text = findContent(one.db, name) ?? '';
    // Another text under that name is not taken.
    expect(other.takeContent([{ name, text: `${text} ` }])).toBe(0);
    expect(other.takeContent([{ name, text }])).toBe(1);
    expect(findCaseSummary(other.db, caseId(1))).toEqual(findCaseSummary(one.db, caseId(1)));
    expect([missingContent(other.db, [name]), contradictions(other.db)]).toEqual([[], []]);
    expectOne(one, other);
  });

  test('two lists that two desks call by one name are two lists at both', () => {
    const [one, other] = two();
    const [mine, hers] = [receiveUnderOwnList(one, 1, 2), receiveUnderOwnList(other, 2, 5)];
    shareAll([one, other]);
    for (const [to, from, name] of [
      [other, one, mine],
      [one, other, hers],
    ] as const)
      expect(to.takeContent([{ name, text: findContent(from.db, name) ?? '' }])).toBe(1);
    for (const { db } of [one, other]) expect([missingContent(db, [mine, hers]), contradictions(db)]).toEqual([[], []]);
    expectOne(one, other);
  });
});

describe('what several desks wrote', () => {
  test('goes by what each had seen, though its clock is behind', () => {
    const [fast, slow, third] = three();
    tell(fast, monday + hour, [kase(1), received(1)]);
    takeIn(slow, lackingOf(fast, slow));
    tell(slow, monday, [kase(1), { type: 'transferred', to: 'hộ tịch' }]);
    shareAll([fast, slow, third]);
    expect(findCaseFile(third.db, caseId(1))?.state.status).toBe('processing');
    expectOne(fast, slow, third);
  });

  test('apart from each other goes by the clock, whichever came first', () => {
    const [one, other, third] = three();
    tell(one, monday, [kase(1), received(1)]);
    shareAll([one, other, third]);
    tell(one, monday + 2 * hour, [kase(1), { type: 'withdrawn', reason: 'xin rút' }]);
    tell(other, monday + hour, [kase(1), { type: 'transferred', to: 'hộ tịch', officer: 'officer' }]);
    takeIn(third, lackingOf(one, third));
    shareAll([one, other, third]);
    for (const store of [one, other, third])
      expect(findCaseFile(store.db, caseId(1))?.actions.map(({ action }) => action.type)).toEqual([
        'received',
        'transferred',
        'withdrawn',
      ]);
    expectOne(one, other, third);
  });

  test('of what does not go together somebody decides, and the case is told until they did', () => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(1)], [kase(1), { type: 'transferred', to: 'hộ tịch' }]);
    expect(casesToDecide(one.db)).toEqual([]);
    shareAll([one, other]);
    tell(one, monday + hour, [kase(1), { type: 'supplement-requested', reason: 'thiếu giấy' }]);
    tell(other, monday + 2 * hour, [kase(1), { type: 'withdrawn', reason: 'xin rút' }]);
    shareAll([one, other]);
    const waits = [{ caseId: caseId(1), number: 'H29.999-261123-0001', open: 1 }];
    for (const { db } of [one, other]) expect(casesToDecide(db)).toEqual(waits);
    tell(other, monday + 3 * hour, [kase(1), { type: 'withdrawn', reason: 'xin rút, đã hỏi lại' }]);
    shareAll([one, other]);
    for (const { db } of [one, other]) expect(casesToDecide(db)).toEqual([]);
  });

  test('a number that two desks gave stays both, is told, and is no damage', () => {
    const [one, other] = two();
    tell(one, monday, [kase(1), received(7)]);
    tell(other, monday, [kase(2), received(7)]);
    shareAll([one, other]);
    for (const { db } of [one, other]) expect(contradictions(db)).toEqual(['20261123 7: number of 2 cases']);
    expectOne(one, other);
    // And neither gives it once more.
    expect(() => tell(one, monday, [kase(3), received(7)])).toThrow('is given already');
  });

  test('a case that two desks received is the first one’s, and keeps both numbers', () => {
    const [one, other] = two();
    tell(one, monday + 60_000, [kase(1), received(1)]);
    tell(other, monday, [kase(1), received(2)]);
    shareAll([one, other]);
    for (const { db } of [one, other]) {
      expect(findCaseSummary(db, caseId(1))?.number).toBe('H29.999-261123-0002');
      expect(db.prepare('SELECT serial FROM number_use ORDER BY serial').pluck().all()).toEqual([1, 2]);
      expect(contradictions(db)).toEqual(['H29.999-261123-0002: received 2 times']);
    }
    expectOne(one, other);
  });

  test('a person has what their newest file says, and who was taken down by mistake is nobody again', () => {
    const [one, other] = two();
    const applicant = { ...received(1).applicant, idNumber: '079190001234' };
    tell(one, monday + hour, [kase(1), received(1, { applicant: { ...applicant, phone: '0903000111' } })]);
    tell(other, monday, [kase(2), received(2, { applicant: { ...applicant, phone: '0903000222', address: 'Ấp 3' } })]);
    shareAll([one, other]);
    for (const { db } of [one, other])
      expect(findPerson(db, '079190001234')).toMatchObject({ phone: '0903000111', address: 'Ấp 3' });
    expectOne(one, other);
  });

  test('an online file that arrived at two desks goes on from its first arrival', () => {
    const [one, other] = two();
    const file = { kind: 'intake', intakeId: caseId(1) } as const;
    const { procedureCode, catalogueVersion, applicant } = received(1);
    const facts = {
      procedureCode,
      catalogueVersion,
      applicant,
      components: [],
      quantity: 1,
      resultDelivery: { kind: 'desk' },
    } as const;
    tell(one, monday, [file, { type: 'arrived', kind: 'online', ...facts }]);
    tell(one, monday + hour, [file, { type: 'supplement-asked', items: ['Bản chính'], reason: 'thiếu' }]);
    tell(other, monday + 2 * hour, [file, { type: 'arrived', kind: 'online', ...facts, quantity: 2 }]);
    shareAll([one, other]);
    for (const { db } of [one, other])
      expect(findIntake(db, caseId(1))).toMatchObject({ status: 'supplement-requested', facts: { quantity: 2 } });
    expectOne(one, other);
  });

  test('years that come at once stand behind what was received here since, in every list the same', () => {
    const [one, old] = two();
    const submitter = {
      kind: 'citizen',
      fullName: 'LÊ VĂN TÁM',
      idNumber: '079188000111',
      authorisation: 'UQ 1',
    } as const;
    for (const index of [1, 2]) tell(one, monday + index * hour, [kase(index), received(index, { submitter })]);
    for (const index of [3, 4])
      tell(old, monday - index * 24 * hour, [kase(index), received(index, { submitter, day: '2026-11-20' })]);
    shareAll([one, old]);
    const newest = [2, 1, 3, 4].map(caseId);
    for (const { db } of [one, old]) {
      expect(searchCases(db, 'nguyen thi dang anh', 9).map((found) => found.caseId)).toEqual(newest);
      expect(searchCases(db, 'anh dang', 9).map((found) => found.caseId)).toEqual(newest);
      expect(searchCases(db, 'le van tam', 9).map((found) => found.caseId)).toEqual(newest);
      const filter = { from: '2026-11-01', to: '2026-11-30' };
      const page = (after: PageStart, limit: number) =>
        atOnce(listRegister(db, filter, after, limit)).map((row) => row.caseId);
      expect(page(firstPage, 9)).toEqual(newest.toReversed());
      const after = findPageStart(db, filter, caseId(3));
      expect(after && [after.before, page(after, 1)]).toEqual([2, [caseId(1)]]);
    }
  });

  test('what does not go together is named, and stops nothing', () => {
    const [one, other, third] = three();
    const till = { kind: 'till', till: 'Q1' } as const;
    tell(one, monday, [till, { type: 'till-opened', by: 'clerk', float: [] }]);
    shareAll([one, other, third]);
    tell(one, monday + hour, [till, { type: 'till-closed', by: 'clerk', counts: [], difference: 0 }]);
    tell(other, monday + 2 * hour, [till, { type: 'till-collected', receiptId: caseId(1), method: 'cash', amount: 1 }]);
    tell(other, monday + 2 * hour, [kase(5), received(5)]);
    shareAll([one, other, third]);
    for (const { db } of [one, other, third]) {
      expect(contradictions(db)).toMatchObject([expect.stringMatching(/^till:Q1: unfit of /)]);
      expect(findCaseSummary(db, caseId(5))).toBeDefined();
    }
    const told = [one, other, third].map(({ db }) => stateHash(db));
    expect(told).toEqual(told.map(() => told[0]));
  });

  test('who wrote it is a closed account here, where nobody of that name is', () => {
    const [one, other] = two();
    one.write(null, monday, (tx) => {
      tx.db
        .prepare(
          "INSERT INTO account (username, full_name, role, password) VALUES ('binh', 'Trần Văn Bình', 'officer', 'x')",
        )
        .run();
      tx.append(
        { kind: 'account', username: 'binh' },
        { type: 'account-added', fullName: 'Trần Văn Bình', role: 'officer' },
      );
    });
    one.write({ accountId: 1, username: 'binh' }, monday, (tx) => tx.append(kase(1), received(1)));
    takeIn(other, lackingOf(one, other));
    expect(findAccount(other.db, 'binh')).toMatchObject({
      fullName: 'Trần Văn Bình',
      role: 'officer',
      disabled: true,
      password: '',
    });
    expect(findCaseFile(other.db, caseId(1))?.state.receivedBy).toBe('binh');
    expect(findingsOf(other.db)).toEqual([]);
  });
});

function deskOf(store: Store): string {
  return store.db.prepare('SELECT uuid FROM desk WHERE desk_id = 1').pluck().get() as string;
}
