import { afterEach, describe, expect, test, vi } from 'vitest';
import { contradictions } from '../../../../electron/store/centre/exchange/contradictions.ts';
import { nextPaperNumber } from '../../../../electron/store/common/printing/forms.ts';
import { findReceipt } from '../../../../electron/store/counter/money/fee-receipt.ts';
import {
  type Three,
  get,
  receive,
  passed,
  finish,
  table,
  apart,
  agrees,
  seenAt,
} from '../../../support/centre/apart/apart-acts.ts';
import { type DeskApart, exchangeAll, openThreeApart } from '../../../support/centre/apart/desks-apart.ts';
import { monday } from '../../../support/desk/test-desk.ts';

let open: readonly DeskApart[] = [];
afterEach(async () => {
  for (const desk of open) await desk.end();
});

describe('of what was decided', () => {
  async function begin(row: string, ahead: 0 | 1 = 0): Promise<{ desks: Three; id: string }> {
    const desks = (open = await openThreeApart(12));
    for (const desk of desks) desk.clock.at = monday;
    const found = table.find(([name]) => name === row);
    if (found === undefined) throw new Error(row);
    return { desks, id: await apart(desks, found, ahead) };
  }

  /** Decides the first conflict for a counter, at a desk. */
  async function decide(at: DeskApart, counter: string): Promise<any> {
    const { conflicts } = await get(at, 'supervisor', 'conflict.list');
    const [{ ref }] = conflicts;
    const { sides } = await get(at, 'supervisor', 'conflict.get', { ref });
    const { name } = sides.find((side: any) => side.counter.code === counter);
    return get(at, 'supervisor', 'conflict.decide', { ref, stands: name, reason: 'Đã xem cả hai', attended: true });
  }

  test('money twice: what was taken for nothing is owed at the drawer that took it, until it is given back there', async () => {
    const { desks } = await begin('money twice');
    const [, q2, q3] = desks;
    await decide(q3, 'Q1');
    exchangeAll(desks);
    const owed = await Promise.all(desks.map(async (desk) => (await get(desk, 'supervisor', 'conflict.list')).owed));
    expect(owed.map(([one]: any) => [one.kind, one.counter.code, one.amount, one.here])).toEqual([
      ['refund', 'Q2', 10_000, false],
      ['refund', 'Q2', 10_000, true],
      ['refund', 'Q2', 10_000, false],
    ]);
    // The clerk at the drawer is told, and nobody else's clerk.
    const atDrawers = await Promise.all(desks.map(async (desk) => (await get(desk, 'clerk', 'work.apart')).owed));
    expect(atDrawers.map((list) => list.map(({ kind, amount }: any) => [kind, amount]))).toEqual([
      [],
      [['refund', 10_000]],
      [],
    ]);
    q2.clock.at += 300_000;
    const { receiptId, caseId } = owed[1][0];
    const { receipts } = await get(q3, 'clerk', 'money.receipts', { caseId });
    expect(
      receipts.map(({ takenAt, decidedAgainst, dueAgain }: any) => [takenAt, decidedAgainst, dueAgain]).toSorted(),
    ).toEqual([
      ['Quầy 1', undefined, true],
      ['Quầy 2', true, false],
    ]);
    // Its money is in another drawer: not out of this one, unless that counter is gone.
    expect(await q3.call('supervisor', 'money.refund', { receiptId, reason: 'Thu hai lần' })).toMatchObject({
      fault: { code: 'refund-elsewhere', data: { desk: 'Quầy 2' } },
    });
    await get(q2, 'supervisor', 'money.refund', { receiptId, reason: 'Thu hai lần' });
    exchangeAll(desks);
    for (const desk of desks) expect((await get(desk, 'supervisor', 'conflict.list')).owed).toEqual([]);
    // Each drawer has what it took, less what it gave back.
    const drawers = "SELECT state ->> '$.cash' FROM till_session ORDER BY 1";
    for (const { context } of desks)
      expect(context.store.db.prepare(drawers).pluck().all()).toEqual([150_000, 160_000]);
    agrees(desks);
  });

  test('money twice, and the counter that took it is gone: another drawer pays where a supervisor says so', async () => {
    const { desks } = await begin('money twice');
    const [q1, , q3] = desks;
    await decide(q3, 'Q1');
    exchangeAll(desks);
    q1.clock.at += 300_000;
    const { owed } = await get(q1, 'supervisor', 'conflict.list');
    const { receiptId } = owed[0];
    await get(q1, 'supervisor', 'money.refund', { receiptId, reason: 'Quầy 2 hỏng máy', fromOwnTill: true });
    exchangeAll(desks);
    for (const { context } of desks)
      expect(findReceipt(context.store.db, receiptId)?.refunded).toMatchObject({
        reason: 'Quầy 2 hỏng máy',
        fromOwnTill: true,
      });
    for (const desk of desks) expect((await get(desk, 'supervisor', 'conflict.list')).owed).toEqual([]);
    agrees(desks);
  });

  test('the earliest promise on paper holds until somebody decides', async () => {
    for (const ahead of [0, 1] as const) {
      const { desks, id } = await begin('two extensions', ahead);
      for (const desk of desks) expect((await seenAt(desk, id)).dueAt).toBe('2026-12-28T17:00:00+07:00');
      await decide(desks[2], 'Q2');
      exchangeAll(desks);
      for (const desk of desks) expect((await seenAt(desk, id)).dueAt).toBe('2026-12-29T17:00:00+07:00');
      const [document] = (await get(desks[0], 'clerk', 'case.get', { caseId: id })).documents.slice(-1);
      expect(document.form).toBe('thong-bao-lai');
      const { pages } = await get(desks[0], 'clerk', 'paper.view', { documentId: document.documentId });
      const text = pages.flatMap(({ ops }: any) => ops.map(({ text: said = '' }: any) => said)).join(' ');
      for (const said of ['29', '28', 'Quầy 1', 'Quầy 2', 'xin lỗi']) expect(text).toContain(said);
      for (const desk of desks) await desk.end();
    }
    open = [];
  });

  test.each([
    ['a waiting file asked for papers, and refused', 'intake', 'Từ chối tiếp nhận', 'Yêu cầu bổ sung'],
    ['a petition answered, and refused', 'petition', 'Không thụ lý', 'Trả lời: đã trả'],
  ])('%s: whoever was told otherwise gets a notice, whose number goes on', async (row, kind, stands, lost) => {
    const { desks, id } = await begin(row);
    const [q1, q2, q3] = desks;
    const [{ ref }] = (await get(q3, 'supervisor', 'conflict.list')).conflicts;
    const { sides } = await get(q3, 'supervisor', 'conflict.get', { ref });
    for (const { then } of sides) expect(then.map(({ kind: what }: any) => what)).toContain('notice');
    q3.clock.at += 60_000;
    const done = await decide(q3, 'Q2');
    expect([done.paperFault, done.documents.map(({ form }: any) => form)]).toEqual([null, ['thong-bao-lai']]);
    exchangeAll(desks);
    for (const desk of desks) {
      expect((await get(desk, 'supervisor', 'conflict.list')).owed).toEqual([]);
      const { documents } = await get(desk, 'clerk', `${kind}.get`, { [`${kind}Id`]: id });
      const [document] = documents.slice(-1);
      const { pages } = await get(desk, 'clerk', 'paper.view', { documentId: document.documentId });
      const text = pages.flatMap(({ ops }: any) => ops.map(({ text: said = '' }: any) => said)).join(' ');
      for (const said of [stands, lost, 'Quầy 1', 'Quầy 2', 'xin lỗi', 'Đã xem cả hai']) expect(text).toContain(said);
    }
    // The next notice of the office, of a case, has the next number.
    expect(nextPaperNumber(q3.context.store.db, 'thong-bao-lai', monday / 1000)).toBe(2);
    expect([q1, q2].map(({ context }) => nextPaperNumber(context.store.db, 'thong-bao-lai', monday / 1000))).toEqual([
      2, 2,
    ]);
    agrees(desks);
  });

  test('a notice whose paper failed is owed until somebody makes it, at whichever counter', async () => {
    const { desks, id } = await begin('a petition answered, and refused');
    const [q1, , q3] = desks;
    vi.spyOn(q3.context.paper, 'render').mockRejectedValueOnce(new Error('no paper'));
    q3.clock.at += 60_000;
    const done = await decide(q3, 'Q1');
    expect([done.documents, done.paperFault.code]).toEqual([[], 'paper-not-made']);
    exchangeAll(desks);
    const { owed } = await get(q1, 'supervisor', 'conflict.list');
    expect(owed).toMatchObject([{ kind: 'notice', about: 'petition', caseId: id, here: false }]);
    q1.clock.at = q3.clock.at + 60_000;
    const made = await get(q1, 'supervisor', 'conflict.notice', { about: 'petition', id });
    expect(made.documents.map(({ form }: any) => form)).toEqual(['thong-bao-lai']);
    exchangeAll(desks);
    for (const desk of desks) {
      expect((await get(desk, 'supervisor', 'conflict.list')).owed).toEqual([]);
      // Not a second time.
      expect(await desk.call('supervisor', 'conflict.notice', { about: 'petition', id })).toMatchObject({
        ok: false,
        fault: { code: 'conflict-unknown' },
      });
    }
    agrees(desks);
  });

  test('of a petition that nobody signed no letter can be sent: they are told the way they were told', async () => {
    const desks = (open = await openThreeApart(14));
    for (const desk of desks) desk.clock.at = monday;
    const [q1, q2, q3] = desks;
    const petitionId = q1.context.ports.random.uuid();
    const facts = { source: 'box', content: 'act', field: 'Hộ tịch', summary: 'chậm' };
    await get(q1, 'clerk', 'petition.register', { petitionId, ...facts });
    exchangeAll(desks);
    const refusal = { type: 'refuse', reason: 'nặc danh', legalBasis: 'Điều 8' };
    await get(q1, 'clerk', 'petition.act', { petitionId, act: { type: 'answer', answer: 'đã trả' } });
    await get(q2, 'clerk', 'petition.act', { petitionId, act: refusal });
    exchangeAll(desks);
    const [{ ref }] = (await get(q3, 'supervisor', 'conflict.list')).conflicts;
    const { sides } = await get(q3, 'supervisor', 'conflict.get', { ref });
    for (const { then } of sides) expect(then.map(({ kind }: any) => kind)).toEqual(['tell', 'booked']);
    q3.clock.at += 60_000;
    expect((await decide(q3, 'Q2')).documents).toEqual([]);
    exchangeAll(desks);
    for (const desk of desks) expect((await get(desk, 'supervisor', 'conflict.list')).owed).toEqual([]);
    agrees(desks);
  });

  test('decided at two desks that did not hear of each other: the later in the one order stands, and both are told', async () => {
    const { desks, id } = await begin('two results');
    const [q1, q2] = desks;
    q1.clock.at += 60_000;
    await decide(q1, 'Q1');
    q2.clock.at += 600_000;
    await decide(q2, 'Q2');
    exchangeAll(desks);
    for (const desk of desks) {
      const { state, actions } = await get(desk, 'supervisor', 'case.get', { caseId: id });
      expect(actions.filter(({ type }: any) => type === 'decided')).toHaveLength(2);
      expect(state.contradictions.map(({ type, open: waiting }: any) => [type, waiting]).toSorted()).toEqual([
        ['decided', false],
        ['finished', false],
      ]);
      expect((await get(desk, 'supervisor', 'conflict.list')).conflicts).toEqual([]);
    }
    agrees(desks);
  });

  test('one number on two cases: the one that does not keep it gets another of this counter, on a new receipt', async () => {
    const desks = (open = await openThreeApart(13));
    const [q1, q2, q3] = desks;
    for (const desk of desks) desk.clock.at = monday;
    const settings = await get(q2, 'admin', 'office.settings');
    const same = { ...settings, desk: { ...settings.desk, blocks: [{ first: 1, last: 999 }] } };
    await get(q2, 'admin', 'office.changeSettings', { settings: same, reason: 'nhập nhầm dải số' });
    const first = await receive()(q1);
    q2.clock.at += 60_000;
    const second = await receive({}, passed, finish('Đạt'))(q2);
    exchangeAll(desks);
    const { conflicts } = await get(q3, 'supervisor', 'conflict.list');
    expect(conflicts.map(({ ref, counters }: any) => [ref.kind, counters.map(({ code }: any) => code)])).toEqual([
      ['number', ['Q1', 'Q2']],
    ]);
    const [{ ref }] = conflicts;
    q3.clock.at = q2.clock.at + 60_000;
    const done = await get(q3, 'supervisor', 'conflict.decide', {
      ref,
      stands: first,
      reason: 'Cấp trước',
      attended: true,
    });
    expect([done.documents.map(({ form }: any) => form), done.paperFault]).toEqual([['mau-01'], null]);
    exchangeAll(desks);
    const before = await seenAt(q2, first);
    for (const desk of desks) {
      expect((await get(desk, 'supervisor', 'conflict.list')).conflicts).toEqual([]);
      expect(contradictions(desk.context.store.db)).toEqual([]);
      const kept = await get(desk, 'supervisor', 'case.get', { caseId: second });
      expect(kept.state.number.local).toMatch(/^Q3-/);
      expect([kept.state.status, kept.state.superseded.length]).toEqual(['finished', 1]);
      expect((await seenAt(desk, first)).number).toEqual(before.number);
      // Both are found by the number on their papers.
      const { hits } = await get(desk, 'clerk', 'case.search', { text: before.number.local });
      expect(hits.map(({ caseId }: any) => caseId).toSorted()).toEqual([first, second].toSorted());
    }
    agrees(desks);
  });

  test('a supervisor alone decides, who stands before a screen; what is decided is decided', async () => {
    const { desks } = await begin('two results');
    const [q1] = desks;
    const [{ ref }] = (await get(q1, 'supervisor', 'conflict.list')).conflicts;
    const { name } = (await get(q1, 'supervisor', 'conflict.get', { ref })).sides[0];
    const input = { ref, stands: name, reason: 'Đã xem cả hai', attended: true };
    for (const who of ['clerk', 'officer', 'admin'] as const)
      expect(await q1.call(who, 'conflict.decide', input)).toMatchObject({ ok: false, fault: { code: 'forbidden' } });
    const { attended: _attended, ...unattended } = input;
    expect(await q1.call('supervisor', 'conflict.decide', unattended)).toMatchObject({
      ok: false,
      fault: { code: 'input-invalid' },
    });
    await get(q1, 'supervisor', 'conflict.decide', input);
    expect(await q1.call('supervisor', 'conflict.decide', input)).toMatchObject({
      ok: false,
      fault: { code: 'conflict-unknown' },
    });
  });
});
