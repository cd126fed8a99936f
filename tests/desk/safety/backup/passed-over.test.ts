import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isFault } from '../../../../electron/contract/base/fault.ts';
import { restoreDesk, restoreInPlace } from '../../../../electron/desk/safety/backup/restore-desk.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import {
  type TestDesk,
  clockAt,
  fakePrinter,
  openPracticeDesk,
  openTestDesk,
  password,
  portsOf,
  reception,
} from '../../../support/desk/test-desk.ts';
import { squareOn, withDigit } from '../../../support/proof/square.ts';

// A page is drawn and looked at as a camera would.
vi.setConfig({ testTimeout: 60_000 });

let at: TestDesk;
afterEach(() => at.end());

async function receive(count: number): Promise<void> {
  at.sit('clerk');
  for (let nth = 0; nth < count; nth += 1) await at.get('case.receive', reception());
}

test('what a restore passed over is listed, and asked for until somebody says that its papers are entered again', async () => {
  at = await openPracticeDesk();
  await receive(3);
  const { file, madeAt } = await at.get('backup.make');
  await receive(2);
  expect((await at.get('system.status')).missingPapers).toBeNull();
  await at.desk.close();
  const spare = newFolder();
  const back = await restoreDesk(portsOf(spare, at.clock, at.printer, []), file);
  if (isFault(back)) throw new Error(back.fault);
  rmSync(at.folder, { recursive: true });
  at = openTestDesk({ folder: spare });
  at.sit('clerk');

  // Nobody there knows how far the numbers went.
  expect((await at.get('system.status')).missingPapers).toEqual({ receptions: 397, atMost: true });
  const { restores } = await at.get('office.restores');
  expect(restores).toEqual([
    {
      restored: expect.any(String),
      why: 'restored',
      at: '2026-11-23T09:00:00+07:00',
      madeAt,
      spent: expect.arrayContaining([{ kind: 'case', of: '2026-11-23', first: 4, last: 400 }]),
      missing: { receptions: 397, atMost: true },
      enteredAgain: 0,
      entered: null,
    },
  ]);
  await receive(1);
  const { blocks } = await at.get('office.numbers', { date: '2026-11-23' });
  expect(blocks[0]).toMatchObject({ used: 4, skipped: [], passedOver: [{ first: 4, last: 400 }], next: 402 });

  const [{ restored }] = restores;
  const said = { restored, reason: 'đã xem sổ giấy, nhập lại 2 hồ sơ' };
  expect(await at.call('office.papersEntered', { ...said, restored: crypto.randomUUID() })).toMatchObject({
    fault: { code: 'restore-unknown' },
  });
  await at.get('office.papersEntered', said);
  expect((await at.get('system.status')).missingPapers).toBeNull();
  at = await at.reopen();
  at.sit('clerk');
  expect((await at.get('office.restores')).restores[0]).toMatchObject({
    spent: expect.arrayContaining([{ kind: 'case', of: '2026-11-23', first: 4, last: 400 }]),
    entered: { at: '2026-11-23T09:00:00+07:00', byName: expect.any(String) },
  });
  expect(await at.call('office.papersEntered', said)).toMatchObject({ fault: { code: 'restore-unknown' } });
  expect(at.desk.verify().ok).toBe(true);
});

test('where a witness knows how far the numbers went, exactly so many are missing', async () => {
  at = await openPracticeDesk();
  await receive(3);
  const { file } = await at.get('backup.make');
  await receive(2);
  await at.desk.close();
  writeFileSync(path.join(at.folder, 'desk.sqlite'), 'hỏng');
  for (const log of ['desk.sqlite-wal', 'desk.sqlite-shm']) rmSync(path.join(at.folder, log), { force: true });
  const back = await restoreInPlace(portsOf(at.folder, at.clock, at.printer, []), file);
  if (isFault(back)) throw new Error(back.fault);
  at = openTestDesk({ folder: at.folder });
  at.sit('clerk');
  expect((await at.get('system.status')).missingPapers).toEqual({ receptions: 2, atMost: false });
});

type Given = { readonly number: string; readonly dueAt: string; readonly square: string };

/** Three receptions, a backup, two more: the papers of the two, which are drawn and read as a camera would, once for all tests. */
let before: Promise<{ readonly file: string; readonly given: readonly Given[] }> | undefined;

async function madeWithoutTwo(): Promise<{ readonly file: string; readonly given: readonly Given[] }> {
  const lost = await openPracticeDesk();
  for (let nth = 0; nth < 3; nth += 1) await lost.get('case.receive', reception());
  const { file } = await lost.get('backup.make');
  clockAt(lost, '2026-11-23T09:20:00');
  const given = [];
  for (let nth = 0; nth < 2; nth += 1) {
    const { number, dueAt, documents } = await lost.get('case.receive', reception());
    const square = (await squareOn(lost, documents[0].documentId)) ?? '';
    given.push({ number: number.official ?? number.local, dueAt, square });
  }
  await lost.desk.close();
  return { file, given };
}

/** The register comes back from that backup. @returns the papers of the two */
async function restoredWithoutTwo(): Promise<readonly Given[]> {
  const { file, given } = await (before ??= madeWithoutTwo());
  const clock = { at: Date.parse('2026-11-24T08:00:00+07:00') };
  const spare = newFolder();
  const back = await restoreDesk(portsOf(spare, clock, fakePrinter(), []), file);
  if (isFault(back)) throw new Error(back.fault);
  at = openTestDesk({ folder: spare, at: clock.at });
  at.sit('clerk');
  return given;
}

const entered = (number: string, more: object = {}) =>
  reception({ fromKit: { number, acceptedAt: '2026-11-23T09:20:00+07:00', ...more } });

test('a receipt that the restored register knows no more is entered under its own number, hour and promise', async () => {
  const [paper, other] = await restoredWithoutTwo();
  if (paper === undefined || other === undefined) throw new Error('nothing was given');
  const back = await at.get('case.receive', entered(paper.number, { promisedDate: paper.dueAt.slice(0, 10) }));
  expect(back).toMatchObject({ acceptedAt: '2026-11-23T09:20:00+07:00', dueAt: paper.dueAt });
  expect(back.number.official ?? back.number.local).toBe(paper.number);
  expect((await at.get('case.search', { text: paper.number })).hits).toHaveLength(1);
  const [restore] = (await at.get('office.restores')).restores;
  // The evening of the backup's day belongs to it as the morning of the restore does.
  expect(restore.spent).toEqual(
    expect.arrayContaining([
      { kind: 'case', of: '2026-11-23', first: 4, last: 400 },
      { kind: 'case', of: '2026-11-24', first: 1, last: 600 },
    ]),
  );
  expect(restore).toMatchObject({ enteredAgain: 1, missing: { receptions: 996, atMost: true } });
  expect((await at.get('system.status')).missingPapers).toEqual({ receptions: 996, atMost: true });

  // The same paper twice is the case that stands; nobody else is ever given one of these numbers.
  const again = await at.call('case.receive', entered(paper.number));
  expect(again).toMatchObject({ fault: { code: 'kit-number-used', data: { caseId: back.caseId } } });
  const next = await at.get('case.receive', reception());
  expect(next.number.local).toMatch(/-0601$/);
  await at.get('case.receive', entered(other.number));
  expect(at.desk.verify()).toMatchObject({ ok: true });
});

describe('the square of a receipt that went with the register', () => {
  const asPromised = ({ dueAt }: Given) => ({ promisedDate: dueAt.slice(0, 10), promisedTime: dueAt.slice(11, 16) });

  test('is genuine and lost, and once entered again says whether its promise is in force', async () => {
    const [paper, other] = await restoredWithoutTwo();
    if (paper === undefined || other === undefined) throw new Error('nothing was given');
    const { number, dueAt, square } = paper;
    const check = (text: string) => at.get('receipt.check', { text });
    expect(await check(square)).toMatchObject({ verdict: 'lost', number, dueAt, caseId: null, by: null });
    const { caseId } = await at.get('case.receive', entered(number, { ...asPromised(paper), square }));
    const enteredAt = '2026-11-24T08:00:00+07:00';
    expect(await check(square)).toMatchObject({
      verdict: 'entered-again',
      caseId,
      by: { number, at: enteredAt, dueAt },
    });
    // Entered under a promise that the paper does not make: the answer says both.
    await at.get('case.receive', entered(other.number, { promisedDate: '2026-11-23', promisedTime: '10:00' }));
    const answer = await check(other.square);
    expect(answer).toMatchObject({ verdict: 'entered-again', dueAt, by: { dueAt: '2026-11-23T10:00:00+07:00' } });
    // What the desk signs now is of its new key, and a number that is passed over is not believed under it.
    const { documents } = await at.get('case.receive', reception());
    const next = (await squareOn(at, documents[0].documentId)) ?? '';
    expect(await check(next)).toMatchObject({ verdict: 'genuine' });
    at.sit('admin');
    const stolenSince = '2026-11-20T00:00:00+07:00';
    await at.get('receipt.turnKey', { password, reason: 'Mất máy quầy một', stolenSince });
    expect(await check(square)).toMatchObject({ verdict: 'entered-again' });
    expect(await check(withDigit(square, 200))).toMatchObject({
      verdict: expect.stringMatching(/^(forged|unknown-key)$/) as string,
    });
  });

  test('lets nobody enter another hour or promise, nor none', async () => {
    const [paper, other] = await restoredWithoutTwo();
    if (paper === undefined || other === undefined) throw new Error('nothing was given');
    const { number, square } = paper;
    const promised = asPromised(paper);
    for (const wrong of [
      { ...promised, acceptedAt: '2026-11-23T09:25:00+07:00' },
      { ...promised, promisedTime: '16:00' },
      { ...promised, promisedDate: '2026-12-20' },
      {},
      { ...promised, square: other.square },
    ])
      expect(await at.call('case.receive', entered(number, { square, ...wrong }))).toMatchObject({
        fault: { code: 'kit-square' },
      });
    expect((await at.get('case.search', { text: number })).hits).toEqual([]);
    expect(await at.get('case.receive', entered(number, { ...promised, square }))).toMatchObject({
      dueAt: paper.dueAt,
    });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });
});

test.each([
  ['an hour before the backup', (own: string) => entered(own, { acceptedAt: '2026-11-23T08:00:00+07:00' }), 'kit-time'],
  ['an hour that is not yet', (own: string) => entered(own, { acceptedAt: '2026-11-24T09:00:00+07:00' }), 'kit-time'],
  ['a promise before it came', (own: string) => entered(own, { promisedDate: '2026-11-20' }), 'kit-promise'],
  ['the same serial under another desk', (own: string) => entered(own.replace(/^[^-]+/, 'Q9')), 'kit-number-unknown'],
  ['a number beyond what is passed over', (own: string) => entered(own.replace(/\d+$/, '0401')), 'kit-number-unknown'],
  ['a number that the backup knows', (own: string) => entered(own.replace(/\d+$/, '0003')), 'kit-number-unknown'],
  [
    'a day on which nothing was passed over',
    (own: string) => entered(own.replace('-261123-', '-261120-')),
    'kit-number-unknown',
  ],
])('of such a receipt %s is refused', async (_what, input, code) => {
  const [paper] = await restoredWithoutTwo();
  expect(await at.call('case.receive', input(paper?.number ?? ''))).toMatchObject({ fault: { code } });
  expect(at.desk.verify()).toMatchObject({ ok: true });
});
