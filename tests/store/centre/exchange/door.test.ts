import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { findCaseSummary } from '../../../../electron/store/counter/case/case.ts';
import type { Commit, SentEntry } from '../../../../electron/store/centre/exchange/commits.ts';
import { bodyDigest } from '../../../../electron/store/journal/chain.ts';
import { findAccount } from '../../../../electron/store/common/office/accounts.ts';
import { openingFinding } from '../../../../electron/store/safety/verify/opening.ts';
import { eraseBody } from '../../../../electron/store/safety/verify/erase.ts';
import { rebuildProjections } from '../../../../electron/store/safety/verify/rebuild.ts';
import { stateHash } from '../../../../electron/store/safety/verify/state-hash.ts';
import type { Store } from '../../../../electron/store/store.ts';
import {
  type ForgedDesk,
  type ForgedEntry,
  forgedDesk,
  forgedDeskOf,
  subjects,
} from '../../../support/desk/forged-desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { lackingOf, openApart, shareAll, takeIn, tell } from '../../../support/centre/apart/stores-apart.ts';
import { caseId, findingsOf, monday, received } from '../../../support/desk/test-store.ts';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function desk(seed: number, folder?: string): Store {
  const store = openApart(seed, folder);
  open.push(store);
  return store;
}

const kase = (index: number) => ({ kind: 'case', caseId: caseId(index) }) as const;

/** A reception as it lies in a journal. */
const body = (() => {
  const store = openApart(99);
  tell(store, monday, [kase(1), received(1)]);
  const [commit] = lackingOf(store, openApart(98));
  store.close();
  return commit?.entries[0]?.body ?? '';
})();

let looks = 0;

/** Nothing is wrong with it, derived anew it is the same, its own desk goes on, and another takes all from it. */
function expectWhole(store: Store): void {
  looks += 1;
  const told = stateHash(store.db);
  expect([findingsOf(store.db), openingFinding(store.db)]).toEqual([[], null]);
  rebuildProjections(store.db);
  expect(stateHash(store.db)).toBe(told);
  tell(store, monday + 5000, [kase(2 * looks + 100), received(2 * looks + 100)]);
  const third = desk(1000 + looks);
  expect(takeIn(third, lackingOf(store, third))).toMatchObject({ waiting: [], refused: [] });
  tell(third, monday + 5000, [kase(2 * looks + 101), received(2 * looks + 101)]);
  shareAll([store, third]);
  expect(stateHash(third.db)).toBe(stateHash(store.db));
}

const own = '0192f000-0000-7000-8000-0000000000ee';
const account = subjects.account('moi');
const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('what is no entry as files send them is named, and stops nothing', () => {
  test.each<readonly [string, ForgedEntry]>([
    ['a name that would be kept as another', { actor: 'a\ud800' }],
    ['a type that would be kept as another', { type: 'x\udc00' }],
    ['an empty name', { actor: '' }],
    ['a sign in a name that no name has', { actor: 'x\0y' }],
    ['a text in the body that would be kept as another', { body: body.replace('ĐẶNG', 'Đ\ud800') }],
    ['the same, written otherwise', { body: body.replace('ĐẶNG', String.raw`Đ\ud800`) }],
    ['a body that is no object', { body: 'null' }],
    ['a list for a body', { body: '[]' }],
    ['a body that two readers read differently', { body: '{"a":1,"a":2}' }],
    ['spaces in a body', { body: '{ }' }],
    ['fields out of order', { body: '{"b":1,"a":2}' }],
    ['a body of 1,500 levels', { body: deep(1500) }],
    ['a body of 100,000 levels', { body: deep(100_000) }],
    ['a body of several megabytes', { body: `{"a":"${'x'.repeat(3_000_000)}"}` }],
    ['a clock beyond all integers', { clock: 2 ** 63 }],
    ['half a tick of the clock', { clock: 4096.5 }],
    ['no moment at all', { at: Number.NaN }],
    ['half a second', { at: 1.5 }],
    ['a moment that has no date', { at: 1e13 }],
    ['a moment before 1970', { at: -1 }],
    ['half a step', { step: 0.5 }],
    ['no step', { step: null }],
    ['a step in a form that hashes none', { chain: null, step: 7 }],
    ['what was seen in a form that hashes it not', { chain: null, step: null, seen: `{"${own}":1}` }],
    ['what was seen told twice', { seen: `{"${own}":1,"${own}":0}` }],
    ['what was seen of a name that is no desk', { seen: '{"x":1}' }],
    ['nothing seen, said', { seen: '{}' }],
    ['an id that is longer than one', { id: `${'ab'.repeat(16)}zz` }],
    ['a digest that is none', { bodyDigest: 'ab' }],
    ['an account whose name is no text', { subject: { kind: 2, name: 'ff00' } }],
    ['a case whose id is none', { subject: { kind: 3, name: '010203' } }],
    ['another office', { subject: { kind: 1, name: 'ff' } }],
    ['a subject of no kind', { subject: { kind: 0, name: '00' }, subjectText: '' }],
  ])('%s', (_what, entry) => {
    const store = desk(1);
    const bad = forgedDesk(7).commit({ subject: subjects.case(1), type: 'received', body, ...entry });
    const good = forgedDesk(8).commit({ subject: subjects.case(2), type: 'received', body });
    const refused = [{ desk: bad.desk, seq: 1, why: 'malformed' }];
    expect(takeIn(store, [bad, good])).toEqual({ entries: 1, waiting: [], refused });
    // Nor is it remembered: the next call is about something else.
    expect(takeIn(store, [good])).toEqual({ entries: 0, waiting: [], refused: [] });
    expectWhole(store);
  });

  test.each([
    ['no desk', ''],
    ['a desk called by a name', 'nobody'],
    ['a desk that would be kept as another', 'x\ud800'],
    ['a UUID in capitals', '0192F000-0000-7000-8000-0000000000AA'],
  ])('%s', (_what, name) => {
    const store = desk(1);
    const { refused } = takeIn(store, [forgedDeskOf(name).commit({})]);
    expect(refused.map(({ why }) => why)).toEqual(['malformed']);
    expectWhole(store);
  });

  test('what is no commit at all', () => {
    const store = desk(1);
    const none = [null, 5, 'x', {}, { desk: own }, { desk: own, entries: [null] }] as unknown as Commit[];
    expect(takeIn(store, none).refused.map(({ why }) => why)).toEqual(none.map(() => 'malformed'));
    expect(takeIn(store, [{ desk: own, entries: [] }])).toEqual({ entries: 0, waiting: [], refused: [] });
    expectWhole(store);
  });

  test.each<readonly [string, ForgedEntry]>([
    ['an account of no role', { type: 'account-added', subject: account, body: '{"fullName":"X","role":"root"}' }],
    [
      'an account whose name is no text',
      { type: 'account-added', subject: account, body: '{"fullName":{},"role":"clerk"}' },
    ],
    [
      'an account under a case',
      { type: 'account-added', subject: subjects.case(5), body: '{"fullName":"X","role":"clerk"}' },
    ],
    [
      'a correction without its day',
      { type: 'corrected', subject: subjects.case(5), body: '{"voided":"Q1-1","voidedSerial":1}' },
    ],
    ['a code that is no text', { type: 'official-code-attached', subject: subjects.case(5), body: '{"official":5}' }],
    [
      'a paper whose number is no number',
      { type: 'document-made', subject: subjects.case(5), body: '{"form":"mau-02","number":"x"}' },
    ],
    [
      'a portal’s number that is no text',
      {
        type: 'received',
        subject: subjects.case(5),
        body: `${body.slice(0, -1)},"origin":{"kind":"online","portalNumber":5}}`,
      },
    ],
  ])('%s is taken, and is a doubt at most', (_what, entry) => {
    const store = desk(1);
    const [bad, good] = [forgedDesk(7), forgedDesk(8)];
    const canonical = { ...entry, body: sorted(entry.body ?? '{}') };
    const commits = [
      bad.commit(canonical),
      bad.commit({}),
      good.commit({ subject: subjects.case(2), type: 'received', body }),
    ];
    expect(takeIn(store, commits)).toMatchObject({ entries: 3, waiting: [], refused: [] });
    expect(['clerk', undefined]).toContain(findAccount(store.db, 'moi')?.role);
    expectWhole(store);
  });
});

function sorted(text: string): string {
  const value = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

describe('a forged twin', () => {
  test('does not take the place of the good one, in whatever order they come', () => {
    for (const order of [0, 1]) {
      const store = desk(order + 1);
      const good = forgedDesk(7).commit({ subject: subjects.case(1), type: 'received', body });
      const [entry] = good.entries as [SentEntry];
      const twin = { ...good, entries: [{ ...entry, body: body.replace('ĐẶNG', 'GIẢ') }] };
      const both = order === 0 ? [good, twin] : [twin, good];
      expect(takeIn(store, both)).toMatchObject({ entries: 1, waiting: [] });
      expect(findCaseSummary(store.db, caseId(1))?.applicantName).toContain('ĐẶNG');
      expectWhole(store);
    }
  });

  test('whose hash is written otherwise is no twin', () => {
    const store = desk(1);
    const good = forgedDesk(7).commit({ subject: subjects.case(1), type: 'received', body });
    const [entry] = good.entries as [SentEntry];
    const capitals = { ...good, entries: [{ ...entry, hash: entry.hash.toUpperCase() }] };
    expect(takeIn(store, [capitals]).refused.map(({ why }) => why)).toEqual(['malformed']);
    expect(takeIn(store, [good])).toEqual({ entries: 1, waiting: [], refused: [] });
  });

  test('that waits for what never comes holds back no other of its place', () => {
    const store = desk(1);
    const waits = forgedDesk(7).commit({ seen: `{"${own}":5}` });
    const good = forgedDesk(7).commit({ type: 'other' });
    expect(takeIn(store, [waits])).toMatchObject({ entries: 0, waiting: [waits] });
    expect(takeIn(store, [good]).entries).toBe(1);
  });
});

describe('a history of form 1', () => {
  test('may come in pieces, and again', () => {
    const store = desk(1);
    const old = { chain: null, step: null } as const;
    const other = forgedDesk(7);
    const first = other.commit({ ...old, subject: subjects.case(1), type: 'received', body });
    const rest = other.commit({ ...old, type: 'told' }, { type: 'form-begun', step: 0, body: '{"form":2}' });
    expect(takeIn(store, [first]).entries).toBe(1);
    expect(takeIn(store, [first])).toEqual({ entries: 0, waiting: [], refused: [] });
    const whole = { ...first, entries: [...first.entries, ...rest.entries] };
    expect(takeIn(store, [whole])).toMatchObject({ entries: 2, refused: [] });
    expect(takeIn(store, [first, rest, whole])).toEqual({ entries: 0, waiting: [], refused: [] });
    expectWhole(store);
  });
});

describe('a body that was taken out', () => {
  const forged = body.replace('ĐẶNG ÁNH', 'GIẢ MẠO');
  const reception = { subject: subjects.case(1), type: 'received', body } as const;
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  /** The same commit with another text beside the true digest, as a relay may send it. */
  function without(commit: Commit, text: string): Commit {
    const [entry, ...rest] = commit.entries as [SentEntry];
    const digest = bodyDigest(Buffer.from(entry.id, 'hex'), entry.body).toString('hex');
    return { ...commit, entries: [{ ...entry, id: '00'.repeat(16), body: text, bodyDigest: digest }, ...rest] };
  }

  function erased(other: ForgedDesk, of: string, text: string): Commit {
    const event = { entry: { desk: of, seq: 1 }, ground: 'hết thời hạn', left: sha256(text) };
    return other.commit({ type: 'body-erased', body: JSON.stringify(event) });
  }

  test('counts for nothing until somebody says so, and the true one takes its place', () => {
    const store = desk(1);
    const commit = forgedDesk(7).commit(reception);
    expect(takeIn(store, [without(commit, forged)])).toEqual({ entries: 1, waiting: [], refused: [] });
    expect(findCaseSummary(store.db, caseId(1))).toBeUndefined();
    expectWhole(store);
    expect(takeIn(store, [commit])).toEqual({ entries: 0, waiting: [], refused: [] });
    expect(findCaseSummary(store.db, caseId(1))?.applicantName).toBe('NGUYỄN THỊ ĐẶNG ÁNH');
    expectWhole(store);
  });

  test('is what is told to stand in its place, whichever came first', () => {
    for (const order of [0, 1]) {
      const store = desk(order + 1);
      const other = forgedDesk(7);
      const sent = without(other.commit(reception), forged);
      const told = erased(order === 0 ? other : forgedDesk(8), other.desk, forged);
      takeIn(store, order === 0 ? [sent] : [told]);
      takeIn(store, order === 0 ? [told] : [sent]);
      expect(findCaseSummary(store.db, caseId(1))?.applicantName).toContain('GIẢ MẠO');
      expectWhole(store);
    }
  });

  test('told of another text tells nothing', () => {
    const store = desk(1);
    const other = forgedDesk(7);
    takeIn(store, [without(other.commit(reception), forged), erased(other, other.desk, '{}')]);
    expect(findCaseSummary(store.db, caseId(1))).toBeUndefined();
    expectWhole(store);
  });

  test('by this desk does not come back, and goes on to others with its ground', () => {
    const [one, other, third] = [desk(1), desk(2), desk(3)];
    tell(one, monday, [kase(1), received(1)]);
    shareAll([one, other]);
    const sent = lackingOf(one, third);
    const left = received(1, { applicant: { kind: 'citizen', fullName: 'ĐÃ XÓA', idNumber: '' } });
    const seq = other.db.prepare("SELECT seq FROM journal WHERE type = 'received'").pluck().get() as number;
    other.write(null, monday, (tx) => eraseBody(tx, seq, left, 'hết thời hạn'));
    takeIn(other, sent);
    expect(findCaseSummary(other.db, caseId(1))?.applicantName).toBe('ĐÃ XÓA');
    expect(findingsOf(other.db)).toEqual([]);
    // Before its ground came it is no damage of the file that has it.
    const [reduced, ...ground] = lackingOf(other, third);
    if (reduced === undefined) throw new Error('nothing is sent');
    takeIn(third, [reduced]);
    expect([findingsOf(third.db), openingFinding(third.db)]).toEqual([[], null]);
    takeIn(third, ground);
    expect(findCaseSummary(third.db, caseId(1))?.applicantName).toBe('ĐÃ XÓA');
    expect(findingsOf(third.db)).toEqual([]);
  });

  test('of this desk’s own is told by itself alone', () => {
    const folder = newFolder();
    const store = desk(1, folder);
    tell(store, monday, [kase(1), received(1)]);
    const uuid = store.db.prepare('SELECT uuid FROM desk WHERE desk_id = 1').pluck().get() as string;
    takeIn(store, [erased(forgedDesk(7), uuid, '{}')]);
    store.db
      .prepare(
        "UPDATE journal SET id = zeroblob(16), body = '{}', body_digest = zeroblob(32) WHERE desk_seq = 1 AND desk_id = 1",
      )
      .run();
    expect(openingFinding(store.db)).not.toBeNull();
  });
});
