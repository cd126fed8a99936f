import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rebuilt } from '../../support/desk/rebuilt.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';
import { wordsOf } from '../../support/papers/page-boxes.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const agency = 'Công an Xã Bình Chánh (Hồ Chí Minh)';
const unit = { kind: 'unit', name: agency };

async function received(change: Record<string, unknown> = {}): Promise<string> {
  at.sit('clerk');
  return (
    await at.get(
      'case.receive',
      reception({ procedureCode: '1.004222', components: [{ index: 0, originals: 1, copies: 1 }], ...change }),
    )
  ).caseId;
}

const elsewhere = () => received({ competentUnit: { code: '27637' } });

async function made(to: object, caseIds: string[], change: Record<string, unknown> = {}): Promise<any> {
  return at.get('handOver.make', { to, caseIds, note: '', requestId: crypto.randomUUID(), ...change });
}

async function stateOf(caseId: string): Promise<any> {
  return (await at.get('case.get', { caseId })).state;
}

describe('what waits to be handed on', () => {
  test('by where it goes, the nearest clock first: to a division today, to another unit within a working day', async () => {
    const [far, near] = [await elsewhere(), await received()];
    const { piles } = await at.get('handOver.prepare');
    expect(piles.map((pile: any) => [pile.to.kind, pile.by, pile.cases.map((one: any) => one.caseId)])).toEqual([
      ['division', '2026-11-23T17:00:00+07:00', [near]],
      ['unit', '2026-11-25T17:00:00+07:00', [far]],
    ]);
    clockAt(at, '2026-11-26T08:00:00');
    expect((await at.get('handOver.prepare')).piles.map((pile: any) => pile.late)).toEqual([1, 1]);
  });

  test('after 15:00 a division has it at the opening of the next working day (Điều 18 k2)', async () => {
    clockAt(at, '2026-11-23T15:00:01');
    await received();
    expect((await at.get('handOver.prepare')).piles[0].by).toBe('2026-11-25T07:30:00+07:00');
  });
});

describe('a list to another unit', () => {
  test('sent by both signatures: the second starts the clock there, and what was missing stays here', async () => {
    const [first, second] = [await elsewhere(), await elsewhere()];
    clockAt(at, '2026-11-23T16:00:00');
    const { handOver, printJobId } = await made(unit, [first, second], {
      print: true,
      printer: 'laser',
      note: 'Theo chuyến chiều',
    });
    expect(handOver).toMatchObject({ number: 'BG.Q1-261123-0001', received: null, documents: [{ form: 'ban-giao' }] });
    expect((await at.get('print.list', { all: true })).jobs).toMatchObject([
      { jobId: printJobId, number: handOver.number },
    ]);
    expect(await stateOf(first)).toMatchObject({
      status: 'processing',
      legs: [{ stage: 'sent', handOverId: handOver.handOverId }],
    });
    expect((await at.get('handOver.prepare')).piles).toEqual([]);
    at = await rebuilt(at);
    clockAt(at, '2026-11-25T09:00:00');
    const signed = await at.get('handOver.receive', {
      handOverId: handOver.handOverId,
      missing: [second],
      by: 'Lê Văn Tư',
      at: '2026-11-25T08:30:00+07:00',
    });
    expect(signed.received).toEqual({ at: '2026-11-25T08:30:00+07:00', by: 'Lê Văn Tư', missing: 1 });
    // Seven working days from when the unit has it, whatever was printed here.
    expect((await stateOf(first)).legs[0]).toMatchObject({
      stage: 'running',
      receivedBy: 'Lê Văn Tư',
      dueAt: '2026-12-04T17:00:00+07:00',
    });
    expect((await stateOf(second)).legs[0]).toMatchObject({ stage: 'to-send', missed: true });
    expect((await at.get('handOver.prepare')).piles).toMatchObject([
      { to: unit, cases: [{ caseId: second, missedFrom: handOver.number }] },
    ]);
    at = await rebuilt(at);
    await made(unit, [second]);
    expect((await at.get('handOver.prepare')).piles).toEqual([]);
    clockAt(at, '2026-12-02T10:00:00');
    const result = { type: 'leg-finished', result: 'Đã đăng ký', returnedAt: '2026-12-02T09:50:00+07:00' };
    await at.get('case.act', { caseId: first, act: result });
    at.sit('officer');
    await at.get('case.act', { caseId: first, act: { type: 'finish', result: 'Đã đăng ký' } });
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('signed once, with cases that are on it, at a moment that can be', async () => {
    const { handOver } = await made(unit, [await elsewhere()]);
    const sign = (change: object) =>
      at.call('handOver.receive', { handOverId: handOver.handOverId, by: 'Lê Văn Tư', ...change });
    expect(await sign({ missing: [crypto.randomUUID()] })).toMatchObject({ fault: { code: 'hand-over-not-listed' } });
    expect(await sign({ at: '2026-11-23T10:00:00+07:00' })).toMatchObject({ fault: { code: 'hand-over-moment' } });
    expect(await sign({ at: '2026-11-20T10:00:00+07:00' })).toMatchObject({ fault: { code: 'hand-over-moment' } });
    expect(await sign({ handOverId: crypto.randomUUID() })).toMatchObject({ fault: { code: 'hand-over-unknown' } });
    expect(await sign({})).toMatchObject({ ok: true });
    expect(await sign({})).toMatchObject({ fault: { code: 'hand-over-signed' } });
    expect((await at.get('handOver.list', { open: true })).handOvers).toEqual([]);
    expect((await at.get('handOver.list', { open: false })).handOvers).toHaveLength(1);
    expect((await at.get('handOver.get', { number: handOver.number })).handOverId).toBe(handOver.handOverId);
  });

  test('the same request is one list, and a case is on one list at a time', async () => {
    const caseId = await elsewhere();
    const requestId = crypto.randomUUID();
    const once = await made(unit, [caseId], { requestId });
    expect((await made(unit, [caseId], { requestId })).handOver).toEqual(once.handOver);
    const again = { to: unit, caseIds: [caseId], requestId: crypto.randomUUID() };
    expect(await at.call('handOver.make', again)).toMatchObject({ fault: { code: 'hand-over-refused' } });
  });

  test('one case that cannot go keeps the whole list from being made', async () => {
    const [good, wrong] = [await elsewhere(), await received()];
    const list = { to: unit, caseIds: [good, wrong], requestId: crypto.randomUUID() };
    expect(await at.call('handOver.make', list)).toMatchObject({ fault: { code: 'hand-over-refused' } });
    expect((await stateOf(good)).legs[0].stage).toBe('to-send');
    const unknown = { ...list, caseIds: [crypto.randomUUID()] };
    expect(await at.call('handOver.make', unknown)).toMatchObject({ fault: { code: 'case-unknown' } });
  });
});

test('a list to a division passes its cases on; one that was not there may be listed again', async () => {
  const [first, second] = [await received(), await received()];
  const to = { kind: 'division', name: 'Phòng Kinh tế' };
  const { handOver } = await made(to, [first, second]);
  expect([(await stateOf(first)).status, (await stateOf(second)).status]).toEqual(['processing', 'processing']);
  await at.get('handOver.receive', { handOverId: handOver.handOverId, missing: [second], by: 'Trần Chuyên Viên' });
  expect((await at.get('handOver.prepare')).piles).toMatchObject([{ to, cases: [{ caseId: second }] }]);
  await made(to, [second]);
  at.sit('officer');
  await at.get('case.act', { caseId: first, act: { type: 'finish', result: 'Xong' } });
  const { piles } = await at.get('handOver.prepare');
  expect(piles).toMatchObject([{ to: { kind: 'counter' }, cases: [{ caseId: first }] }]);
  const back = await made(piles[0].to, [first]);
  at.sit('clerk');
  await at.get('handOver.receive', { handOverId: back.handOver.handOverId, by: 'Quầy 1' });
  expect((await at.get('handOver.prepare')).piles).toEqual([]);
  expect(at.desk.verify()).toMatchObject({ ok: true });
});

test('the paper: every case with its bar code, the counts, both signatures; the same bytes whenever it is made', async () => {
  const ids = [await elsewhere(), await elsewhere(), await elsewhere()];
  const preview = await at.get('handOver.preview', { to: unit, caseIds: ids, note: 'Giao tận nơi' });
  const words = wordsOf(preview.pages);
  for (const part of [
    'DANH SÁCH BÀN GIAO HỒ SƠ',
    agency,
    'BÊN GIAO',
    'BÊN NHẬN',
    'Cộng: 3 hồ sơ, 6 giấy tờ.',
    'Ghi chú: Giao tận nơi',
  ])
    expect(words).toContain(part);
  expect(preview.pages[0].width).toBeGreaterThan(preview.pages[0].height);
  expect(preview.pages[0].ops.filter((op: any) => op.kind === 'rect' && op.fill).length).toBeGreaterThan(100);
  const { handOver } = await made(unit, ids, { note: 'Giao tận nơi' });
  const [{ documentId, sha256 }] = handOver.documents;
  clockAt(at, '2026-11-25T09:00:00');
  await at.get('handOver.receive', { handOverId: handOver.handOverId, by: 'Lê Văn Tư' });
  at.sit('officer');
  const file = await at.get('paper.download', { documentId });
  expect([file.sha256, file.fileName]).toEqual([sha256, 'ban-giao-BG.Q1-261123-0001.pdf']);
  const picture = process.env['PAPER_PICTURE'];
  if (picture !== undefined) writeFileSync(picture, Buffer.from(file.base64, 'base64'));
});
