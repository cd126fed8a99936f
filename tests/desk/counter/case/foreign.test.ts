import { afterEach, expect, test } from 'vitest';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../../support/desk/test-desk.ts';

async function wordsOfPdf(base64: string): Promise<string> {
  return (await textOfPdf(Buffer.from(base64, 'base64'))).replaceAll(/\s+/g, ' ');
}

const opened: TestDesk[] = [];
afterEach(async () => {
  for (const at of opened.splice(0)) await at.end();
});

/** A practice office of its own folder; that of another commune where one is named. */
async function centre(unitCode?: string): Promise<TestDesk> {
  const at = await openPracticeDesk();
  opened.push(at);
  if (unitCode === undefined) return at;
  at.sit('admin');
  const settings = { ...(await at.get('office.settings')), unitCode, caseUnitCode: 'H29.998' };
  await at.get('office.changeSettings', { settings, reason: 'đơn vị khác' });
  at.sit('clerk');
  return at;
}

const benThanh = '26743';
const catLai = '27112';
const receivedAt = '2026-11-23T09:00:00+07:00';

function came(change: Record<string, unknown> = {}): Record<string, unknown> {
  const { applicant } = reception();
  return {
    code: 'H29.777-261123-0042',
    receivingUnit: { code: catLai },
    acceptedAt: receivedAt,
    dueAt: '2026-11-30T17:00:00+07:00',
    arrivedAt: '2026-11-25T10:00:00+07:00',
    procedureCode: '1.004873',
    applicant,
    components: [{ index: 0, originals: 1, copies: 0 }],
    requestId: crypto.randomUUID(),
    ...change,
  };
}

/** NĐ 118/2025 Điều 17 k3, 20: one file, two offices, from the counter of one to the counter of the same. */
test('received here, decided there, and back: the code and the promise stay, the time runs from the arrival', async () => {
  const [here, there] = [await centre(), await centre(benThanh)];
  const given = await here.get(
    'case.receive',
    reception({ procedureCode: '1.004873', competentUnit: { code: benThanh } }),
  );
  const [pile] = (await here.get('handOver.prepare')).piles;
  const list = { to: pile.to, caseIds: [given.caseId], requestId: crypto.randomUUID() };
  const { handOver } = await here.get('handOver.make', list);
  clockAt(here, '2026-11-25T10:00:00');
  await here.get('handOver.receive', { handOverId: handOver.handOverId, by: 'Văn thư Bến Thành' });

  clockAt(there, '2026-11-25T10:05:00');
  const code = given.number.official ?? given.number.local;
  const arrived = await there.get('case.receiveForeign', came({ code, dueAt: given.dueAt }));
  expect(arrived).toMatchObject({
    code,
    receivingUnit: expect.stringContaining('Cát Lái'),
    acceptedAt: '2026-11-25T10:00:00+07:00',
    dueAt: given.dueAt,
    lawDueAt: '2026-11-30T17:00:00+07:00',
  });
  const { caseId } = arrived;
  const { rows } = await there.get('register.list', { from: '2026-11-25', to: '2026-11-25' });
  expect(rows[0].notes).toContainEqual(expect.objectContaining({ kind: 'received-elsewhere' }));
  await there.get('case.act', { caseId, act: { type: 'transfer' } });
  clockAt(there, '2026-11-27T09:00:00', 'officer');
  await there.get('case.act', { caseId, act: { type: 'finish', result: 'Giấy xác nhận' } });
  there.sit('clerk');
  const receiver = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' };
  const refused = await there.call('case.act', { caseId, act: { type: 'return', receiver } });
  expect(refused).toMatchObject({ fault: { data: { reason: expect.stringContaining('danh sách bàn giao') } } });
  const back = (await there.get('handOver.prepare')).piles.find(({ to }: any) => to.name.includes('Cát Lái'));
  expect(back).toMatchObject({ to: { kind: 'unit' }, cases: [{ caseId }] });
  const home = { to: back.to, caseIds: [caseId], requestId: crypto.randomUUID() };
  const sent = await there.get('handOver.make', home);
  expect((await there.get('case.get', { caseId })).state.status).toBe('finished');
  clockAt(there, '2026-11-27T14:00:00');
  await there.get('handOver.receive', { handOverId: sent.handOver.handOverId, by: 'Một cửa Cát Lái' });
  const { state, actions } = await there.get('case.get', { caseId });
  expect(state.status).toBe('returned');
  expect(actions.find(({ type }: any) => type === 'returned').detail.receiver).toContain('Cát Lái');
  expect((await there.get('handOver.prepare')).piles.flatMap(({ cases }: any) => cases)).toEqual([]);
  expect(there.desk.verify()).toMatchObject({ ok: true });

  clockAt(here, '2026-11-27T14:05:00');
  await here.get('case.act', {
    caseId: given.caseId,
    act: { type: 'leg-finished', result: 'Giấy xác nhận', returnedAt: '2026-11-27T14:00:00+07:00' },
  });
  clockAt(here, '2026-11-27T14:06:00', 'officer');
  await here.get('case.act', { caseId: given.caseId, act: { type: 'finish', result: 'Giấy xác nhận' } });
  here.sit('clerk');
  await here.get('case.act', { caseId: given.caseId, act: { type: 'announce', how: 'phone' } });
  const done = await here.get('case.act', { caseId: given.caseId, act: { type: 'return', receiver } });
  expect(done.status).toBe('returned');
  expect(here.desk.verify()).toMatchObject({ ok: true });
});

/** Luật Hộ tịch 2026 Điều 30: what was received before goes on under the law of that day; where it was received by another centre, of that centre's day. */
test.each([
  ['2027-02-26T16:00:00+07:00', '2027-03-04T17:00:00+07:00', ['verify']],
  ['2027-02-28T17:30:00Z', '2027-03-02T08:00:00+07:00', []],
  ['2027-02-28T16:30:00Z', '2027-03-04T17:00:00+07:00', ['verify']],
  ['2027-03-01T07:45:00+07:00', '2027-03-02T08:00:00+07:00', []],
])('received there at %s, it arrived here on 01/03/2027: by %s', async (acceptedAt, lawDueAt, verification) => {
  const there = await centre(benThanh);
  clockAt(there, '2027-03-01T08:30:00', 'supervisor');
  await there.get('system.confirmClock', { date: '2027-03-01', reason: 'lịch treo tường' });
  there.sit('clerk');
  const moments = { acceptedAt, arrivedAt: '2027-03-01T08:00:00+07:00', dueAt: '2027-03-03T17:00:00+07:00' };
  const arrived = await there.get('case.receiveForeign', came({ ...moments, procedureCode: '1.001022' }));
  expect(arrived.lawDueAt).toBe(lawDueAt);
  const { caseId } = arrived;
  await there.get('case.act', { caseId, act: { type: 'transfer' } });
  clockAt(there, '2027-03-01T09:00:00', 'officer');
  const act = { type: 'verification-needed', termCase: 'verify', reason: 'hỏi nơi cư trú' };
  const answer = await there.call('case.act', { caseId, act });
  expect(answer.ok).toBe(verification.length > 0);
  // 08 working days from the arrival (Luật Hộ tịch 2014 Điều 25 k2).
  if (answer.ok) expect((await there.get('case.get', { caseId })).state.dueAt).toBe('2027-03-11T17:00:00+07:00');
});

test('a code that was given is the code of the case, found by it, and taken in once', async () => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  const input = came();
  const first = await there.get('case.receiveForeign', input);
  expect(first.number.official).toBe('H29.777-261123-0042');
  expect(await there.get('case.receiveForeign', input)).toEqual(first);
  expect((await there.get('case.search', { text: 'H29.777-261123-0042' })).hits[0]).toMatchObject({
    caseId: first.caseId,
  });
  expect(await there.call('case.receiveForeign', came())).toMatchObject({ fault: { code: 'foreign-known' } });
});

/** NĐ 118/2025 Điều 17 k3: one code a file. */
test('one code is one file and is kept as codes are written, however it is typed or scanned', async () => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  const code = 'H29.26.740-261123-0001';
  const first = await there.get('case.receiveForeign', came({ code: ']q1h29.26.740 – 261123 - 0001\r' }));
  expect([first.code, first.number.official]).toEqual([code, code]);
  for (const written of [
    code,
    code.toLowerCase(),
    'H29.26.740 - 261123 - 0001',
    `]Q1${code}`,
    'H29.26.740–261123–0001',
    'H29.26.740-20261123-000001',
  ])
    expect(await there.call('case.receiveForeign', came({ code: written })), written).toMatchObject({
      fault: { code: 'foreign-known', data: { caseId: first.caseId } },
    });
  for (const text of [code, `]Q1${code}`, `${code}${code}`, `https://example.vn/?ma=${code}`, 'H29267402611230001']) {
    expect(
      (await there.get('case.search', { text })).hits.map(({ caseId }: any) => caseId),
      text,
    ).toEqual([first.caseId]);
    expect((await there.get('bundle.take', { scan: text })).bundle.caseId, text).toBe(first.caseId);
  }
  expect(there.desk.verify()).toMatchObject({ ok: true });
});

test('the same counter’s number of one centre, by its name in other letters, is one file; and what is no number is the citizen’s', async () => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  const unit = { receivingUnit: 'UBND xã Bến Tre, tỉnh Vĩnh Long' };
  for (const [code, again] of [
    ['Q1-261123-0042', 'q1 - 261123 – 0042'],
    ['15/TB-UBND', '15/tb-ubnd '],
  ]) {
    const first = await there.get('case.receiveForeign', came({ ...unit, code }));
    const other = { receivingUnit: 'Ubnd Xã Bến Tre (Tỉnh Vĩnh Long)', code: again };
    expect(await there.call('case.receiveForeign', came(other))).toMatchObject({
      fault: { code: 'foreign-known', data: { caseId: first.caseId } },
    });
  }
});

test.each(['////', '- - - -', '……', '****'])('%s is no code of a file', async (code) => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  const answer = await there.call('case.receiveForeign', came({ code }));
  expect(answer).toMatchObject({ fault: { code: 'input-invalid', data: { issues: [{ path: 'code' }] } } });
});

test('a number of the sending counter leads to the case too, and back on its list; the same number of another centre is another file', async () => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  const code = 'Q1-261123-0042';
  const first = await there.get('case.receiveForeign', came({ code }));
  expect(first.number.official).toMatch(/^H29\.998-261125-/);
  const { hits } = await there.get('case.search', { text: code });
  expect(hits.map(({ caseId }: any) => caseId)).toContain(first.caseId);
  expect(await there.call('case.receiveForeign', came({ code }))).toMatchObject({
    fault: { code: 'foreign-known', data: { caseId: first.caseId } },
  });
  const other = await there.call('case.receiveForeign', came({ code, receivingUnit: { code: '27637' } }));
  expect(other.ok).toBe(true);

  const { caseId } = first;
  await there.get('case.act', { caseId, act: { type: 'transfer' } });
  clockAt(there, '2026-11-25T14:00:00', 'officer');
  await there.get('case.act', { caseId, act: { type: 'finish', result: 'Giấy xác nhận' } });
  there.sit('clerk');
  const pile = (await there.get('handOver.prepare')).piles.find(({ to }: any) => to.name.includes('Cát Lái'));
  expect(pile.cases).toMatchObject([{ number: first.number.official, givenCode: code }]);
  const list = { to: pile.to, caseIds: [caseId], requestId: crypto.randomUUID() };
  const { handOver } = await there.get('handOver.make', list);
  expect(handOver.cases).toMatchObject([{ givenCode: code }]);
  const { base64 } = await there.get('paper.download', { documentId: handOver.documents[0].documentId });
  expect(await wordsOfPdf(base64)).toContain(code);
  expect(there.desk.verify()).toMatchObject({ ok: true });
});

test.each<[string, Record<string, unknown>, string]>([
  ['that came before it was received', { arrivedAt: '2026-11-23T08:00:00+07:00' }, 'foreign-moment'],
  ['that is still to come', { arrivedAt: '2026-11-26T08:00:00+07:00' }, 'foreign-moment'],
  ['promised before it was received', { dueAt: '2026-11-20T17:00:00+07:00' }, 'foreign-moment'],
  ['from this very office', { receivingUnit: benThanh }, 'competent-own'],
  ['from this very office by its name', { receivingUnit: 'UBND Phường Bến Thành' }, 'competent-own'],
  ['from it with its province', { receivingUnit: { name: 'Ubnd phuong ben thanh, TP.HCM' } }, 'competent-own'],
  ['from it as the screen writes it', { receivingUnit: 'Phường Bến Thành (Thành phố Hồ Chí Minh)' }, 'competent-own'],
  ['from a unit that is none', { receivingUnit: { code: '99999' } }, 'competent-unknown'],
  ['of a procedure that is none', { procedureCode: '9.999999' }, 'procedure-unknown'],
])('a file %s is not taken in', async (_name, change, code) => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  expect(await there.call('case.receiveForeign', came(change))).toMatchObject({ fault: { code } });
});

/** Điều 17 k3, 20: the promise stays as it was made, so a year that was typed wrongly would stay too. */
test.each([
  ['promised ten years ahead', { dueAt: '2036-11-30T17:00:00+07:00' }, ['foreign-promise-far']],
  ['received in another century', { acceptedAt: '1999-11-23T09:00:00+07:00' }, ['foreign-long-ago']],
])('a file %s is asked about, and taken in with a reason that is kept', async (_name, change, codes) => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  const input = came(change);
  expect(await there.call('case.receiveForeign', input)).toMatchObject({
    fault: { code: 'confirmation-needed', data: { codes } },
  });
  const confirm = codes.map((code) => ({ code, reason: 'đúng như trên giấy tiếp nhận' }));
  const { caseId } = await there.get('case.receiveForeign', { ...input, confirm });
  expect((await there.get('case.get', { caseId })).state.confirmations).toMatchObject(confirm);
  expect(there.desk.verify()).toMatchObject({ ok: true });
});

test('another commune of a like name is another office', async () => {
  const there = await centre(benThanh);
  clockAt(there, '2026-11-25T11:00:00');
  for (const receivingUnit of ['UBND Xã Bến Thành', 'UBND Phường Bến Thành, tỉnh Đồng Nai', 'Sở Tư pháp'])
    expect(await there.call('case.receiveForeign', came({ code: 'Q1-261123-0042', receivingUnit }))).toMatchObject({
      ok: true,
    });
});

test('a supervisor sees what was done with a reason', async () => {
  const at = await centre();
  const reason = 'người dân gửi bổ sung qua bưu chính chiều nay';
  const bare = reception({ procedureCode: '1.004873', components: [] });
  expect(await at.call('case.receive', bare)).toMatchObject({
    fault: { code: 'confirmation-needed', data: { codes: ['no-papers'] } },
  });
  const { caseId } = await at.get('case.receive', { ...bare, confirm: [{ code: 'no-papers', reason }] });
  expect((await at.get('case.get', { caseId })).state.confirmations).toMatchObject([{ code: 'no-papers', reason }]);
  const { rows } = await at.get('register.list', { from: '2026-11-23', to: '2026-11-23' });
  expect(rows[0].notes).toContainEqual(expect.objectContaining({ kind: 'confirmed', text: `no-papers ${reason}` }));
  expect(await at.call('work.confirmed')).toMatchObject({ fault: { code: 'forbidden' } });
  at.sit('supervisor');
  expect((await at.get('work.confirmed')).rows).toMatchObject([{ caseId, code: 'no-papers', reason, of: 'receive' }]);
});
