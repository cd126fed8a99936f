import { generateKeyPairSync, sign } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signReceipt } from '../../../../electron/desk/core/keys/desk-key.ts';
import { seededRandom } from '../../../../electron/desk/practice/random.ts';
import {
  type ReceiptToSign,
  readReceiptText,
  receiptBytes,
  receiptDigits,
} from '../../../../electron/domain/safety/proof/receipt-text.ts';
import { checkExport } from '../../../../electron/shell/verifier/check-export.ts';
import { goldenOffice, goldenPassword } from '../../../support/desk/golden.ts';
import { openMoneyDesk } from '../../../support/counter/money-desk.ts';
import { realDesks } from '../../../support/desk/real-desk.ts';
import { type TestDesk, clockAt, openTestDesk, password, reception } from '../../../support/desk/test-desk.ts';
import { squareOn, withDigit } from '../../../support/proof/square.ts';

// A page is drawn and looked at as a camera would.
vi.setConfig({ testTimeout: 60_000 });

let at: TestDesk;
beforeEach(async () => {
  at = await openMoneyDesk();
});
afterEach(() => at.end());

const residence = { procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 0 }] };

async function received(change: Record<string, unknown> = residence) {
  const { caseId, number, documents } = await at.get('case.receive', reception(change));
  const [{ documentId, sha256 }] = documents;
  const square = (await squareOn(at, documentId)) ?? '';
  return { caseId, number: number.official ?? number.local, documentId, sha256, square };
}

/** The practice office's key as its seed draws it: who took the file has it. */
function squareOfThief(receipt: ReceiptToSign): string {
  const seed = seededRandom(1, -4).bytes(32);
  const kept = Buffer.from(signReceipt(seed, receipt), 'base64url');
  return receiptDigits(receiptBytes(kept.subarray(0, 8).toString('hex'), receipt), kept.subarray(8));
}

const check = (text: string): Promise<any> => at.get('receipt.check', { text });

function wish(caseId: string) {
  const change = { applicant: { ...reception().applicant, fullName: 'NGUYỄN THỊ ĐẶNG OANH' } };
  return { caseId, requestId: crypto.randomUUID(), reason: 'Ghi nhầm khi nhập', change };
}

describe('a receipt under the scanner', () => {
  test('is genuine as it was given, says nothing of a person, and its digits find the case', async () => {
    const { caseId, number, square } = await received();
    const said = readReceiptText(square);
    expect(said).toMatchObject({
      kind: 'received',
      number,
      acceptedAt: '2026-11-23T09:00:00+07:00',
      dueAt: '2026-12-03T17:00:00+07:00',
    });
    expect(await check(square)).toMatchObject({ verdict: 'genuine', caseId, number, by: null });
    // As scanners frame what they send.
    expect(await check(`\u0002]Q1${square}\r`)).toMatchObject({ verdict: 'genuine', caseId });
    expect((await at.get('case.search', { text: square })).hits).toMatchObject([{ caseId }]);
    const bytes = Buffer.from(said?.signed ?? []).toString('latin1');
    expect(bytes).not.toMatch(/079190001234|NGUY|1\.004222/);
  });

  test('void once it is issued again, and the new one is genuine', async () => {
    const { caseId, number, square } = await received();
    clockAt(at, '2026-11-23T10:30:00');
    const { documents } = await at.get('case.correct', wish(caseId));
    expect(await check(square)).toMatchObject({
      verdict: 'void',
      caseId,
      by: { number, at: '2026-11-23T10:30:00+07:00', dueAt: '2026-12-03T17:00:00+07:00' },
    });
    const again = await squareOn(at, documents[0].documentId);
    expect(await check(again ?? '')).toMatchObject({ verdict: 'genuine', caseId });
  });

  test('superseded once the file was completed: the promise is on the newer one', async () => {
    const { caseId, square } = await received();
    clockAt(at, '2026-11-24T09:00:00');
    const request = { type: 'request-supplement', items: ['Bản chính'], reason: 'Thiếu giấy tờ' };
    await at.get('case.act', { caseId, act: { type: 'transfer' } });
    at.sit('officer');
    await at.get('case.act', { caseId, act: request });
    clockAt(at, '2026-11-26T09:00:00');
    await at.get('case.act', { caseId, act: { type: 'supplement' } });
    const answer = await check(square);
    expect(answer).toMatchObject({ verdict: 'superseded', caseId, by: { at: '2026-11-26T09:00:00+07:00' } });
    expect(answer.by.dueAt > answer.dueAt).toBe(true);
  });

  test('what was changed, cut, or is of another office is told apart', async () => {
    const { square, number } = await received();
    for (const place of [3, 60, 120, 200, square.length - 1])
      expect(await check(withDigit(square, place)), `digit ${place}`).toMatchObject({
        verdict: expect.stringMatching(/^(forged|unknown-key)$/) as string,
      });
    expect(await check(square.slice(0, 200))).toMatchObject({ verdict: 'unreadable', caseId: null });
    expect(await check(square.slice(0, 280))).toMatchObject({ verdict: 'forged' });
    expect(await check(number)).toMatchObject({ verdict: 'unsigned', number });
    expect(await check('7913')).toMatchObject({ verdict: 'unreadable' });
    const other = openTestDesk();
    await other.get('office.openPractice', { cases: 0, seed: 2, password });
    other.sit('clerk');
    const theirs = await other.get('case.receive', reception(residence));
    const foreign = await squareOn(other, theirs.documents[0].documentId);
    await other.end();
    expect(await check(foreign ?? '')).toMatchObject({ verdict: 'unknown-key', caseId: null });
  });

  test('a forger who names our key, or copies a true signature under another promise, is found out', async () => {
    const { caseId, square } = await received();
    const said = readReceiptText(square);
    if (said === undefined) throw new Error('the square was read');
    const { keyId, signature, signed: _signed, ...facts } = said;
    const forger = generateKeyPairSync('ed25519').privateKey;
    const sooner = receiptBytes(keyId, { ...facts, dueAt: '2026-11-24T17:00:00+07:00' });
    const own = sign(null, Buffer.concat([Buffer.from('mot-cua-desk 1 receipt\n'), sooner]), forger);
    for (const forged of [receiptDigits(sooner, signature), receiptDigits(sooner, own)])
      expect(await check(forged)).toMatchObject({ verdict: 'forged', caseId });
  });

  test('who holds the key signs what the register never made, and is told apart from it', async () => {
    const { square } = await received();
    const { number, ...said } = readReceiptText(square) ?? { number: '' };
    const invented = squareOfThief({ ...(said as any), number: number.replace(/\d{4}$/, '0777') });
    expect(await check(invented)).toMatchObject({ verdict: 'not-here', caseId: null });
    const doubled = squareOfThief({ ...(said as any), number, amount: 999 });
    expect(await check(doubled)).toMatchObject({ verdict: 'differs' });
    at.sit('admin');
    await at.get('receipt.turnKey', {
      password,
      reason: 'Mất máy quầy một',
      stolenSince: '2026-11-20T00:00:00+07:00',
    });
    at.sit('clerk');
    expect(await check(invented)).toMatchObject({ verdict: 'stolen-key', stolenSince: '2026-11-20T00:00:00+07:00' });
    // What the register made itself stays good, under whatever key.
    expect(await check(square)).toMatchObject({ verdict: 'genuine' });
    const next = await received({ ...residence, requestId: crypto.randomUUID() });
    expect(readReceiptText(next.square)?.keyId).not.toBe(readReceiptText(square)?.keyId);
    expect(await check(next.square)).toMatchObject({ verdict: 'genuine' });
  });
});

describe('papers stay what they were', () => {
  test('a signed receipt is drawn again to the byte, before and after the key was turned', async () => {
    const { documentId, sha256 } = await received();
    expect((await at.get('paper.download', { documentId })).sha256).toBe(sha256);
    at.sit('admin');
    await at.get('receipt.turnKey', { password, reason: 'Thay khóa hằng năm' });
    at.sit('clerk');
    expect((await at.get('paper.download', { documentId })).sha256).toBe(sha256);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('an office from before receipts were signed draws its papers as they were, and signs from now on', async () => {
    const old = openTestDesk({
      folder: goldenOffice('schema-210.sqlite.br'),
      at: Date.parse('2026-12-01T09:30:00+07:00'),
    });
    expect(await old.call('account.signIn', { username: 'clerk', password: goldenPassword })).toMatchObject({
      ok: true,
    });
    const numbers = ['Q1-261201-0001', 'Q1-261201-0002', 'Q1-261201-0003'];
    const found = await Promise.all(numbers.map((text) => old.get('case.search', { text })));
    const caseIds: string[] = found.flatMap(({ hits }) => hits.map(({ caseId }: any) => caseId));
    const cases = await Promise.all(caseIds.map((caseId) => old.get('case.get', { caseId })));
    const papers = cases.flatMap(({ documents }) => documents);
    expect(papers.filter(({ form }) => form === 'mau-01')).toHaveLength(3);
    for (const { documentId, sha256 } of papers)
      expect((await old.get('paper.download', { documentId })).sha256).toBe(sha256);
    expect(await old.get('receipt.keys')).toMatchObject({ keys: [] });
    const { documents } = await old.get('case.receive', reception(residence));
    const square = await squareOn(old, documents[0].documentId);
    expect(await old.get('receipt.check', { text: square })).toMatchObject({ verdict: 'genuine' });
    expect((await old.get('receipt.keys')).keys).toHaveLength(1);
    expect(old.desk.verify()).toMatchObject({ ok: true });
    await old.end();
  });
});

describe('the key in an office that two keep', () => {
  const { desk } = realDesks({ sealed: false });

  test('is turned by two, and by nobody alone; the log says who', async () => {
    const office = await desk('an', 'binh');
    const an = await office.signIn('an');
    const [before] = (await an.call('receipt.keys')).value.keys;
    const turn = async (second?: object) =>
      (await an.call('receipt.turnKey', { password, reason: 'Mất máy quầy một', ...(second && { second }) })).fault
        ?.code;
    expect(await turn()).toBe('second-person-needed');
    expect(await turn({ username: 'an2', password })).toBe('second-person-unfit');
    expect(await turn({ username: 'tu', password })).toBe('second-person-unfit');
    expect((await an.call('receipt.keys')).value.keys).toHaveLength(1);
    expect(await turn({ username: 'binh', password })).toBeUndefined();
    const [old, now] = (await an.call('receipt.keys')).value.keys;
    expect([old.keyId, old.until === null, now.until]).toEqual([before.keyId, false, null]);
    const binh = await office.signIn('binh');
    const { lines } = (await binh.call('account.log', { of: 'office' })).value;
    expect(lines.find(({ type }: { type: string }) => type === 'desk-key-turned')).toMatchObject({
      by: 'Trần Thị An',
      second: 'Lê Văn Bình',
      why: 'Mất máy quầy một',
    });
    // What goes out with an export names no reason, for a reason may name somebody.
    const { base64 } = (await binh.call('journal.export')).value;
    const whole = gunzipSync(Buffer.from(base64, 'base64')).toString('utf8');
    expect(whole).not.toContain('Mất máy');
    expect(checkExport(whole)).toMatchObject({ ok: true, keys: [old.keyId, now.keyId] });
    const clerk = await office.signIn('tu');
    expect((await clerk.call('receipt.turnKey', { password, reason: 'Thử xem' })).fault.code).toBe('forbidden');
    expect(office.desk.verify()).toMatchObject({ ok: true });
  });
});
