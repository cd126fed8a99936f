import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import type { Counts } from '../../../electron/contract/counter/money/till.ts';
import type { ReceivedAction } from '../../../electron/domain/entries/case.ts';
import type { EntryBody, Subject } from '../../../electron/domain/entries/entry.ts';
import { giveOwnName } from '../../../electron/store/safety/backup/new-desk.ts';
import { caseActions } from '../../../electron/store/counter/case/case.ts';
import { findDeskUuid, ownDeskUuids } from '../../../electron/store/journal/journal.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { certified, collecting, faultOf, float, receive } from '../../support/counter/money-desk.ts';
import { type TestDesk, openPracticeDesk, openTestDesk, reception } from '../../support/desk/test-desk.ts';
import { findingsOf, monday, openTestStore } from '../../support/desk/test-store.ts';

/** What lies in a drawer when it opens: 150.000 đồng. */
const notes: Counts = [
  { note: 50_000, count: 2 },
  { note: 10_000, count: 5 },
];

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

type Told = readonly [Subject, EntryBody];

/** What the second counter told, as it lies in a file that has its entries too. */
async function toldThere(...told: readonly Told[]): Promise<void> {
  await toldBy(2, told);
}

async function toldBy(deskId: number, told: readonly Told[]): Promise<void> {
  await at.desk.close();
  const store = openTestStore(at.folder);
  const done = store.writeBulk((tx) => {
    for (const [index, [subject, event]] of told.entries()) {
      const id = new Uint8Array(16).fill(index + 1);
      tx.append(deskId, { id, now: monday + index * 1000, author: null, subject, event });
    }
  });
  if (isFault(done)) throw new Error(done.fault);
  store.close();
  at = openTestDesk({ folder: at.folder, at: at.clock.at });
  at.sit('clerk');
}

/** Reads the file between two openings. */
async function inFile<T>(read: (store: ReturnType<typeof openTestStore>) => T): Promise<T> {
  await at.desk.close();
  const store = openTestStore(at.folder);
  const value = read(store);
  store.close();
  at = openTestDesk({ folder: at.folder, at: at.clock.at });
  at.sit('supervisor');
  return value;
}

describe('money goes through the drawers of the desk that moves it', () => {
  const theirs = '018f0000-0000-7000-8000-00000000aaaa';
  const issued = (caseId: string): EntryBody => ({
    type: 'receipt-issued',
    series: { kind: 'paper', template: '01BLP2-001', symbol: 'BB-26T' },
    number: 1,
    caseId,
    caseNumber: 'n',
    payer: { name: 'A' },
    lines: [{ line: 0, name: 'Phí', base: 10_000, amount: 10_000 }],
    amount: 10_000,
    method: 'cash',
    stage: 'reception',
    till: 'Q2',
    clerk: 'officer',
  });

  test('what another desk took is given back out of this desk’s own, never out of a drawer that is not here', async () => {
    const caseId = await receive(at);
    await toldThere(
      [
        { kind: 'till', till: 'Q2' },
        { type: 'till-opened', by: 'officer', float: notes },
      ],
      [
        { kind: 'till', till: 'Q2' },
        { type: 'till-collected', receiptId: theirs, method: 'cash', amount: 10_000 },
      ],
      [{ kind: 'receipt', receiptId: theirs }, issued(caseId)],
      [
        { kind: 'case', caseId },
        { type: 'fees-collected', receiptId: theirs, number: '1', amount: 10_000, lines: ['0'] },
      ],
    );
    await at.get('till.open', { float });
    at.sit('supervisor');
    expect(await faultOf(at, 'money.refund', { receiptId: theirs, reason: 'thu nhầm', till: 'Q2' })).toMatchObject({
      code: 'till-closed',
      data: { till: 'Q2' },
    });
    await at.get('money.refund', { receiptId: theirs, reason: 'thu nhầm' });
    expect(await at.get('till.status', {})).toMatchObject({ till: 'Q1', cash: 140_000 });
    expect((await at.get('till.list')).tills.map(({ till }: any) => till)).toEqual(['Q1']);
  });

  test('money is taken into no drawer that another desk opened, whatever it is called', async () => {
    const caseId = await receive(at);
    await toldThere([
      { kind: 'till', till: 'Q1' },
      { type: 'till-opened', by: 'officer', float: notes },
    ]);
    at.sit('clerk');
    for (const till of ['Q1', 'Q2'])
      expect(await faultOf(at, 'money.collect', collecting(caseId, { till }))).toMatchObject({ code: 'till-closed' });
    await at.get('till.open', { float });
    await at.get('money.collect', collecting(caseId));
    expect(await at.get('till.status', {})).toMatchObject({ session: 1, cash: 160_000 });
  });

  test('a drawer is named by its desk in entries, and one that was open before that is closed under its old name', async () => {
    const uuid = await inFile(({ db }) => ownDeskUuids(db)[0]);
    const names = () =>
      inFile(({ db }) => db.prepare('SELECT CAST(name AS TEXT) FROM subject WHERE kind = 5 ORDER BY 1').pluck().all());
    await toldBy(1, [
      [
        { kind: 'till', till: 'Q1' },
        { type: 'till-opened', by: 'clerk', float: notes },
      ],
    ]);
    await at.get('money.collect', collecting(await receive(at)));
    expect(await at.get('till.status', {})).toMatchObject({ session: 1, cash: 160_000 });
    expect(await names()).toEqual(['Q1']);
    at.sit('clerk');
    await at.get('till.close', { counts: float, reason: 'thiếu' });
    expect(await at.get('till.status', {})).toMatchObject({ open: false, closed: { counted: 150_000 } });
    await at.get('till.open', { float });
    expect(await names()).toEqual(['Q1', `Q1@${uuid}`]);
    at.sit('clerk');
    expect(await at.get('till.status', {})).toMatchObject({ open: true, till: 'Q1', cash: 150_000 });
    expect(at.desk.verify().checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('what another desk prints is in another spooler', () => {
  test('its jobs are in no tray here, settled by nobody here, and nothing becomes of them at a start', async () => {
    const { caseId, number } = await at.get('case.receive', reception());
    const jobId = '018f0000-0000-7000-8000-00000000bbbb';
    const job = {
      caseId,
      documentId: `${caseId}.1`,
      form: 'mau-01',
      number: number.local,
      printer: 'laser',
      copyOf: 0,
    };
    await toldThere([
      { kind: 'print', jobId },
      { type: 'print-queued', ...job },
    ]);
    expect((await at.get('print.list', { all: true })).jobs).toEqual([]);
    const settle = { jobId, outcome: 'printed' };
    expect(await faultOf(at, 'print.settle', settle)).toMatchObject({ code: 'print-job-unknown' });
    const moves = await inFile(({ db }) =>
      db.prepare("SELECT count(*) FROM journal WHERE type = 'print-moved'").pluck().get(),
    );
    expect(moves).toBe(0);
  });
});

test('papers that two desks make of one case have two names', async () => {
  const { caseId, documents } = await at.get('case.receive', reception());
  expect(documents[0].documentId).toBe(`${caseId}.1`);
  const [uuid, event] = await inFile(({ db }) => [
    ownDeskUuids(db)[0],
    caseActions(db, caseId)[0]?.action as ReceivedAction,
  ]);
  const theirs = '018f0000-0000-7000-8000-00000000cccc';
  const number = { local: 'Q2-261123-2000', official: null };
  await toldThere([
    { kind: 'case', caseId: theirs },
    { ...event, number, serial: 2000 },
  ]);
  const made = await at.get('paper.render', { caseId: theirs, form: 'mau-01' });
  expect(made.documentId).toBe(`${theirs}.1-${uuid?.slice(-8)}`);
  expect((await at.get('paper.view', { documentId: made.documentId })).caseId).toBe(theirs);
  expect((await at.get('paper.download', { documentId: made.documentId })).sha256).toBe(made.sha256);
});

test('two practice offices of one seed are one desk until they are given names of their own', async () => {
  await at.desk.close();
  const twin = newFolder();
  cpSync(path.join(at.folder, 'desk.sqlite'), path.join(twin, 'desk.sqlite'));
  const uuidIn = (folder: string) => {
    const store = openTestStore(folder);
    const uuid = ownDeskUuids(store.db)[0];
    expect([findDeskUuid(store.db, 1), findingsOf(store.db)]).toEqual([expect.any(String), []]);
    store.close();
    return uuid;
  };
  const before = [uuidIn(at.folder), uuidIn(twin)];
  expect(before[0]).toBe(before[1]);
  const [one, other] = [1, 2].map((first) => {
    const named = giveOwnName({
      folder: first === 1 ? at.folder : twin,
      now: monday,
      random: (size) => new Uint8Array(size).fill(first),
    });
    if (isFault(named)) throw new Error(named.fault);
    return named.desk;
  });
  expect([uuidIn(at.folder), uuidIn(twin)]).toEqual([one, other]);
  expect(new Set([...before, one, other]).size).toBe(3);
  at = openTestDesk({ folder: at.folder, at: at.clock.at });
  at.sit('clerk');
  await at.get('case.receive', reception({ ...certified }));
  expect(at.desk.verify().checks.filter(({ ok }) => !ok)).toEqual([]);
});
