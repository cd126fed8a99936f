import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rebuilt } from '../../support/desk/rebuilt.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';
import { paperWords } from '../../support/papers/paper-words.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

type Who = Parameters<TestDesk['sit']>[0];

async function acted(caseId: string, who: Who, act: Record<string, unknown>): Promise<any> {
  at.sit(who);
  return at.get('case.act', { caseId, act });
}

function on(time: string): void {
  at.clock.at = Date.parse(`${time}+07:00`);
}

const online = {
  procedureCode: '1.004222',
  components: [{ index: 0, originals: 1, copies: 0 }],
  channel: 'online',
  competentUnit: { code: '27637' },
};

describe('a file for another commune', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no commune of the list', { competentUnit: { code: '00000' } }, 'competent-unknown'],
    ['this office', { competentUnit: { code: '27112' } }, 'competent-own'],
    ['two agencies', { competentUnit: { code: '27637' }, competentAgency: { name: 'Sở Xây dựng' } }, 'competent-twice'],
    [
      'a procedure with legs of its own',
      { procedureCode: '3.000722', competentAgency: { name: 'Sở Y tế' } },
      'competent-interlinked',
    ],
  ])('%s is refused, and nothing is received', async (_what, change, code) => {
    const asked = reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change });
    expect(await at.call('case.receive', asked)).toMatchObject({ ok: false, fault: { code } });
    expect(await at.call('case.get', { caseId: asked['requestId'] })).toMatchObject({ ok: false });
  });

  test('its promise says how it came, on screen and on paper, and never moves by itself', async () => {
    const asked = { procedureCode: '1.004222', competentUnit: { code: '27637' } };
    const promise = await at.get('deadline.explain', { ...asked, acceptedAt: '2026-11-23T09:00:00+07:00' });
    const { caseId, dueAt, documents } = await at.get(
      'case.receive',
      reception({ ...asked, components: [{ index: 0, originals: 1, copies: 0 }] }),
    );
    // There by Wednesday 25/11 (24/11 is a holiday); seven working days from then.
    expect([dueAt, promise.dueAt]).toEqual(['2026-12-04T17:00:00+07:00', '2026-12-04T17:00:00+07:00']);
    expect(promise.steps.map((step: any) => step.rule)).toContain('leg-sent-by');
    const words = await paperWords(at, documents[0].documentId);
    expect(words).toContain('Cơ quan giải quyết:');
    expect(words).toContain('chậm nhất 17:00 25/11/2026');
    const { state, availableActions } = await at.get('case.get', { caseId });
    expect(state.legs).toMatchObject([
      { stage: 'to-send', way: 'paper', unitCode: '27637', sendBy: '2026-11-25T17:00:00+07:00' },
    ]);
    const reasonOf = (action: string) => availableActions.find((one: any) => one.action === action).reason;
    expect(reasonOf('send-leg')).toContain('danh sách bàn giao');
    expect(reasonOf('transfer')).toContain('cơ quan khác');
  });

  test('sent, confirmed, sent back, sent again, done: its clock is its own', async () => {
    const { caseId, dueAt } = await at.get('case.receive', reception(online));
    expect(dueAt).toBe('2026-12-03T17:00:00+07:00');
    expect((await acted(caseId, 'clerk', { type: 'send-leg' })).status).toBe('processing');
    const early = { type: 'leg-received', at: '2026-11-23T08:00:00+07:00', by: 'Lê Văn Tư' };
    expect(await at.call('case.act', { caseId, act: early })).toMatchObject({ fault: { code: 'action-not-allowed' } });
    const ahead = { ...early, at: '2026-11-23T10:00:00+07:00' };
    expect(await at.call('case.act', { caseId, act: ahead })).toMatchObject({ fault: { code: 'action-not-allowed' } });
    on('2026-11-25T09:00:00');
    await acted(caseId, 'clerk', { ...early, at: '2026-11-25T08:30:00+07:00' });
    expect((await at.get('case.get', { caseId })).state.legs[0]).toMatchObject({
      stage: 'running',
      receivedAt: '2026-11-25T08:30:00+07:00',
      dueAt: '2026-12-04T17:00:00+07:00',
    });
    expect(await at.call('case.act', { caseId, act: { type: 'finish', result: 'Xong' } })).toMatchObject({ ok: false });
    at = await rebuilt(at);
    await acted(caseId, 'clerk', { type: 'leg-returned-incomplete', reason: 'Thiếu chữ ký' });
    await acted(caseId, 'clerk', { type: 'send-leg' });
    on('2026-11-26T08:00:00');
    await acted(caseId, 'clerk', { ...early, at: '2026-11-26T08:00:00+07:00' });
    on('2026-12-01T09:00:00');
    await acted(caseId, 'clerk', {
      type: 'leg-finished',
      result: 'Đã đăng ký',
      returnedAt: '2026-12-01T08:45:00+07:00',
    });
    expect((await acted(caseId, 'officer', { type: 'finish', result: 'Đã đăng ký' })).status).toBe('finished');
    expect((await at.get('case.get', { caseId })).state.dueAt).toBe(dueAt);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });
});

describe('an interlinked procedure', () => {
  test('its legs are data; a time that nobody found is the supervisor’s to set, and is in the journal', async () => {
    const before = await at.get('procedure.get', { code: '3.000722' });
    expect(before.legs.map((leg: any) => leg.termText)).toEqual(['24 giờ', null, null, null]);
    const { entries } = await at.get('procedure.unverified');
    expect(entries.filter((one: any) => one.kind === 'legs').map((one: any) => one.code)).toContain('3.000722');
    const legs = [
      { agency: 'UBND cấp xã', work: 'Đăng ký khai sinh', way: 'here', term: { value: 24, unit: 'hour' } },
      {
        agency: 'Công an cấp xã',
        work: 'Đăng ký thường trú',
        way: 'electronic',
        term: { value: 1, unit: 'working-day' },
      },
      {
        agency: 'Cơ quan Bảo hiểm xã hội',
        work: 'Cấp thẻ',
        way: 'electronic',
        term: { value: 4, unit: 'working-hour' },
      },
    ];
    const wanted = { code: '3.000722', legs, reason: 'Quy trình của UBND Thành phố' };
    expect(await at.call('procedure.setLegs', wanted)).toMatchObject({ fault: { code: 'forbidden' } });
    at.sit('supervisor');
    await at.get('procedure.setLegs', wanted);
    at = await rebuilt(at);
    expect((await at.get('procedure.get', { code: '3.000722' })).legs).toHaveLength(3);
    const { caseId } = await at.get(
      'case.receive',
      reception({ procedureCode: '3.000722', components: [{ index: 0, originals: 1, copies: 0 }], channel: 'online' }),
    );
    const stages = async () => (await at.get('case.get', { caseId })).state.legs.map((leg: any) => leg.stage);
    expect(await stages()).toEqual(['running', 'waiting', 'waiting']);
    on('2026-11-23T14:00:00');
    await acted(caseId, 'clerk', { type: 'transfer' });
    await acted(caseId, 'clerk', {
      type: 'leg-finished',
      result: 'Giấy khai sinh',
      returnedAt: '2026-11-23T14:00:00+07:00',
    });
    expect(await stages()).toEqual(['finished', 'to-send', 'waiting']);
    // Filed online: to all of them at once (Điều 20 k2b), and each answers for itself.
    await acted(caseId, 'clerk', { type: 'send-leg' });
    expect(await stages()).toEqual(['finished', 'sent', 'sent']);
    for (const [hour, next] of [
      ['15', 'finished sent'],
      ['16', 'finished finished'],
    ] as const) {
      on(`2026-11-23T${hour}:00:00`);
      await acted(caseId, 'clerk', { type: 'leg-received', at: `2026-11-23T${hour}:00:00+07:00`, by: 'Cổng' });
      on(`2026-11-23T${hour}:30:00`);
      await acted(caseId, 'clerk', {
        type: 'leg-finished',
        result: 'Xong',
        returnedAt: `2026-11-23T${hour}:30:00+07:00`,
      });
      expect((await stages()).slice(1).join(' ')).toBe(next);
      at = await rebuilt(at);
    }
    expect((await acted(caseId, 'officer', { type: 'finish', result: 'Xong cả nhóm' })).status).toBe('finished');
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });
});

test('communes are found by any words of their name or province, marks or not, or by code', async () => {
  const { units } = await at.get('office.findUnits', { text: 'cat lai' });
  expect(units[0]).toMatchObject({ code: '27112', fullName: 'Phường Cát Lái' });
  expect((await at.get('office.findUnits', { text: '27637' })).units).toHaveLength(1);
  expect((await at.get('office.findUnits', { text: 'ba ria', limit: 200 })).units.length).toBeGreaterThan(0);
  expect((await at.get('office.findUnits', { text: '  ' })).units).toEqual([]);
});
