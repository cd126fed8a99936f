import { expect, test, vi } from 'vitest';
import { signReceipt } from '../../../../electron/desk/core/keys/desk-key.ts';
import { readReceiptText, receiptBytes, receiptDigits } from '../../../../electron/domain/safety/proof/receipt-text.ts';
import { checkReceiptBy } from '../../../../electron/shell/verifier/check-receipt.ts';
import { readKnown } from '../../../../electron/shell/verifier/main.ts';
import { findDeskSeed } from '../../../../electron/store/safety/proof/desk-key.ts';
import {
  type HubDesk,
  closedAfterwards,
  codeFor,
  joined,
  letIn,
  openHubDesk,
  synced,
  twinWay,
} from '../../../support/centre/hub/hub-desks.ts';
import { createTwin } from '../../../support/centre/hub/twin.ts';
import { newFolder } from '../../../support/desk/folder.ts';
import { monday, password, reception } from '../../../support/desk/test-desk.ts';
import { squareOn, withDigit } from '../../../support/proof/square.ts';
import { settings } from '../../../support/papers/well-formed.ts';

// A page is drawn and looked at as a camera would.
vi.setConfig({ testTimeout: 120_000 });

const open = closedAfterwards();
const residence = { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] };

/** Two counters of one real office in a centre; what the hub's keeper may do stands beside them. */
async function twoCounters() {
  const twin = createTwin({ centre: '27112', now: () => monday });
  const way = twinWay(twin);
  const made = async (name: string, seed: number): Promise<HubDesk> => {
    const one = openHubDesk(name, newFolder(), seed, way);
    open.push(one);
    const accounts = (['clerk', 'officer', 'supervisor', 'admin'] as const).map((role) => ({
      username: role,
      fullName: `Nguyễn Văn ${role}`,
      role,
      password,
    }));
    await one.get('admin', 'office.setUp', { settings: { ...settings, unitCode: '27112' }, accounts });
    return one;
  };
  const [one, two] = [await made('Q1', 41), await made('Q2', 42)];
  await joined(one, codeFor(twin, 'Q1', 1));
  await joined(two, codeFor(twin, 'Q2', 2));
  await letIn(one);
  const exchange = async () => {
    for (const desk of [two, one, two]) await synced(desk);
  };
  await exchange();
  return { twin, one, two, exchange };
}

async function received(at: HubDesk) {
  const { caseId, documents } = await at.get(
    'clerk',
    'case.receive',
    reception({ ...residence, requestId: crypto.randomUUID() }),
  );
  const get = (name: string, input: unknown) => at.get('clerk', name, input);
  const square = (await squareOn({ get }, documents[0].documentId)) ?? '';
  return { caseId, square };
}

/** What a counter answers to a scan in Find, and what `check-receipt` answers with the keys that the same counter publishes. */
async function checkedAt(at: HubDesk, square: string): Promise<[string, string]> {
  const { verdict } = await at.get('clerk', 'receipt.check', { text: square });
  const known = readKnown(JSON.stringify(await at.get('clerk', 'receipt.keys')));
  if (known === undefined) throw new Error('no key file');
  return [verdict, checkReceiptBy(known, square).verdict];
}

test('a receipt of one counter, shown at another that does not reach it any more: genuine, void, superseded, of its case', async () => {
  const { one, two, exchange } = await twoCounters();
  const [kept, wrong, late] = [await received(one), await received(one), await received(one)];
  // Before anything was heard of it the key is known, and the case is not: that is no forgery, and not genuine.
  expect(await checkedAt(two, kept.square)).toEqual(['not-here', 'genuine']);
  const applicant = { ...reception().applicant, fullName: 'NGUYỄN THỊ ĐẶNG OANH' };
  one.clock.at += 60_000;
  await one.get('clerk', 'case.correct', {
    caseId: wrong.caseId,
    requestId: crypto.randomUUID(),
    reason: 'Ghi nhầm khi nhập',
    change: { applicant },
  });
  for (const act of [
    { type: 'transfer' },
    { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' },
    { type: 'supplement' },
  ]) {
    one.clock.at += 3_600_000;
    await one.get('supervisor', 'case.act', { caseId: late.caseId, act });
  }
  two.clock.at = one.clock.at;
  await exchange();
  await one.close();
  open.splice(open.indexOf(one), 1);

  expect(await checkedAt(two, kept.square)).toEqual(['genuine', 'genuine']);
  expect(await checkedAt(two, wrong.square)).toEqual(['void', 'void']);
  expect(await checkedAt(two, late.square)).toEqual(['superseded', 'superseded']);
  expect((await checkedAt(two, withDigit(kept.square, 60)))[0]).not.toBe('genuine');
  // The scan finds the case as well: the square is typed into Find by the scanner.
  const { hits } = await two.get('clerk', 'case.search', { text: kept.square });
  expect(hits.map(({ caseId }: { caseId: string }) => caseId)).toEqual([kept.caseId]);
});

test('of a counter that was stolen, or shut out of the centre: what it gave before stays good, and what its key signs since is nobody’s', async () => {
  const { twin, one, two, exchange } = await twoCounters();
  const before = await received(one);
  await exchange();
  const seed = findDeskSeed(one.context.store.db);
  const { number, ...said } = readReceiptText(before.square)!;
  const invented = { ...said, number: number.replace(/\d{4}$/, '1777') };
  const kept = Buffer.from(signReceipt(seed!, invented), 'base64url');
  const stolen = receiptDigits(receiptBytes(kept.subarray(0, 8).toString('hex'), invented), kept.subarray(8));
  // As long as nobody said so the key is good, and the register alone knows that it never made this one.
  expect((await checkedAt(two, stolen))[0]).toBe('not-here');

  const stolenSince = '2026-11-20T00:00:00+07:00';
  await one.get('admin', 'receipt.turnKey', { password, reason: 'Mất máy quầy một', stolenSince });
  await exchange();
  expect(await checkedAt(two, stolen)).toEqual(['stolen-key', 'stolen-key']);
  expect((await checkedAt(two, before.square))[0]).toBe('genuine');
  const after = await received(one);
  await exchange();
  expect(await checkedAt(two, after.square)).toEqual(['genuine', 'genuine']);

  twin.close(1);
  // It goes on by itself, and nobody hears of it.
  const unheard = await received(one);
  await synced(two);
  expect(await checkedAt(two, after.square)).toEqual(['genuine', 'genuine']);
  expect((await checkedAt(two, unheard.square))[0]).toBe('not-here');
});
