import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Who, workDesk } from '../../../support/counter/work-desk.ts';
import { type TestDesk, openPracticeDesk, reception, someoneCame } from '../../../support/desk/test-desk.ts';

let at: TestDesk;

/** Monday 23/11/2026 09:00; 24/11 is a day off. */
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const { receive, act, list } = workDesk(() => at);

function on(time: string): void {
  at.clock.at = Date.parse(`${time}+07:00`);
}

/** The groups that are not empty, each with the cases in it. */
function standing(answer: any): Record<string, string[]> {
  return Object.fromEntries(
    answer.groups
      .filter((one: any) => one.rows.length > 0)
      .map((one: any) => [one.group, one.rows.map((row: any) => row.caseId)]),
  );
}

const ask = { type: 'request-supplement', items: ['Bản sao'], reason: 'Thiếu giấy tờ' };

describe('the deadline radar', () => {
  test.each([
    ['2026-11-23T09:00:00', {}, 1],
    ['2026-11-30T16:59:59', {}, 1],
    ['2026-11-30T17:00:00', { 'within-72h': 1 }, 0],
    ['2026-12-01T17:00:00', { 'within-48h': 1 }, 0],
    ['2026-12-02T17:00:00', { 'within-24h': 1 }, 0],
    ['2026-12-03T07:30:00', { today: 1 }, 0],
    ['2026-12-03T17:00:00', { today: 1 }, 0],
    ['2026-12-03T17:00:01', { overdue: 1 }, 0],
  ])('at %s: %j', async (time, groups, later) => {
    await receive();
    on(time);
    const answer = await list();
    expect(Object.fromEntries(Object.entries(standing(answer)).map(([group, rows]) => [group, rows.length]))).toEqual(
      groups,
    );
    expect(answer.later).toEqual({ value: later, more: false });
    for (const { count, rows } of answer.groups) expect(count).toEqual({ value: rows.length, more: false });
  });

  test('a row says who, what, when and with whom', async () => {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer', to: 'officer' });
    on('2026-12-02T08:00:00');
    const answer = await list();
    expect(answer.groups.find((one: any) => one.group === 'within-48h').rows).toEqual([
      {
        caseId,
        number: expect.stringMatching(/-261123-0001$/),
        applicantName: 'NGUYỄN THỊ ĐẶNG ÁNH',
        procedureName: expect.stringContaining('thường trú'),
        status: 'processing',
        dueAt: '2026-12-03T17:00:00+07:00',
        holderName: expect.stringMatching(/\S+ \S+/),
        held: false,
        apologyDue: true,
        until: null,
        daysLeft: 1,
        readyAt: null,
        place: null,
        papers: null,
        legStage: null,
      },
    ]);
  });

  test('the nearest promise stands first, and the first of them are enough', async () => {
    const soon = await receive();
    on('2026-11-25T09:05:00');
    at.sit('clerk');
    const first = (
      await at.get(
        'case.receive',
        reception({
          procedureCode: '1.004222',
          components: [{ index: 0, originals: 1, copies: 0 }],
          requestId: crypto.randomUUID(),
        }),
      )
    ).caseId;
    await act('clerk', soon, { type: 'transfer' });
    await act('officer', soon, { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-04T10:00:00+07:00' });
    on('2026-12-04T08:00:00');
    expect(standing(await list())).toEqual({ today: [soon, first], untaken: [soon] });
    const short = (await list('clerk', { limit: 1 })).groups[1];
    expect(short).toMatchObject({ group: 'today', count: { value: 2, more: false }, rows: [{ caseId: soon }] });
  });

  test('more than can be counted at a glance is 99 and more', async () => {
    for (let made = 0; made < 101; made += 1) await receive();
    on('2026-12-04T08:00:00');
    const [overdue] = (await list()).groups;
    expect(overdue).toMatchObject({ group: 'overdue', count: { value: 99, more: true } });
    expect(overdue.rows).toHaveLength(12);
  }, 60_000);
});

describe('the apology (Mẫu 04)', () => {
  test('is asked for on the last working day before the promise, until the date is moved', async () => {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    const due = async () => {
      const answer = await list();
      return [answer.apologies.value, answer.groups.flatMap((one: any) => one.rows).some((row: any) => row.apologyDue)];
    };
    on('2026-12-01T08:00:00');
    expect(await due()).toEqual([0, false]);
    on('2026-12-02T08:00:00');
    expect(await due()).toEqual([1, true]);
    on('2026-12-03T08:00:00');
    expect(await due()).toEqual([0, false]);
    on('2026-12-02T09:00:00');
    await act('officer', caseId, { type: 'extend', reason: 'Chờ xác minh', newDueAt: '2026-12-04T17:00:00+07:00' });
    expect(await due()).toEqual([0, false]);
  });

  test('is not owed for what nobody handles yet', async () => {
    await receive();
    on('2026-12-02T08:00:00');
    expect((await list()).apologies.value).toBe(0);
  });
});

test('what was passed on waits for somebody to take it; who took it finds it among theirs, however far its promise is', async () => {
  const caseId = await receive();
  await act('clerk', caseId, { type: 'transfer' });
  expect(standing(await list('officer'))).toEqual({ untaken: [caseId] });
  expect(standing(await list('officer', { mine: true }))).toEqual({});
  await act('officer', caseId, { type: 'take-over' });
  expect(standing(await list('officer'))).toEqual({});
  expect(standing(await list('officer', { mine: true }))).toEqual({ 'held-later': [caseId] });
  expect(standing(await list('supervisor', { mine: true }))).toEqual({});
});

describe('what waits beside the promises', () => {
  test('papers asked for: no promise runs, fifteen days do', async () => {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    await act('officer', caseId, ask);
    on('2026-12-05T08:00:00');
    const answer = await list();
    expect(standing(answer)).toEqual({ supplement: [caseId] });
    expect(answer.groups[5].rows[0]).toMatchObject({
      until: '2026-12-08T17:00:00+07:00',
      daysLeft: 3,
      apologyDue: false,
    });
    expect(answer.later.value).toBe(0);
    await someoneCame(at, '2026-12-05T08:00:00');
    on('2026-12-10T08:00:00');
    expect((await list()).groups[5].rows[0]).toMatchObject({ daysLeft: -2 });
    await act('clerk', caseId, { type: 'close-unsupplemented' });
    expect(standing(await list())).toEqual({});
  });

  test('papers that came: the promise runs again', async () => {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    await act('officer', caseId, ask);
    await act('clerk', caseId, { type: 'supplement' });
    const answer = await list();
    expect(standing(answer)).toEqual({ untaken: [caseId] });
    expect(answer.later.value).toBe(1);
  });

  test('a result waits until it is fetched; the newest stands first', async () => {
    const [one, two] = [await receive(), await receive()];
    await act('officer', one, { type: 'finish', result: 'Xong' });
    on('2026-11-23T10:00:00');
    await act('clerk', two, { type: 'transfer' });
    await act('officer', two, { type: 'refuse', reason: 'Không đủ điều kiện', legalBasis: 'Điều 5' });
    const answer = await list();
    expect(standing(answer)).toEqual({ 'to-return': [two, one] });
    expect(answer.groups[6].rows[0]).toMatchObject({ status: 'refused', readyAt: '2026-11-23T10:00:00+07:00' });
    const receiver = { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' };
    await act('clerk', one, { type: 'return', receiver });
    await act('clerk', two, { type: 'archive', place: 'Kệ 3' });
    expect(standing(await list())).toEqual({});
  });

  test('a wrong result is to be corrected within three working days', async () => {
    const caseId = await receive();
    await act('officer', caseId, { type: 'finish', result: 'Sai tên' });
    await act('clerk', caseId, {
      type: 'return',
      receiver: { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' },
    });
    await act('clerk', caseId, { type: 'report-error', what: 'Sai chữ đệm' });
    const answer = await list();
    expect(standing(answer)).toEqual({ error: [caseId] });
    expect(answer.groups[7].rows[0]).toMatchObject({ until: '2026-11-27T17:00:00+07:00', daysLeft: 4 });
    await act('officer', caseId, { type: 'correct-result', result: 'Đúng tên' });
    // It waits until the right one is in the hands that have the wrong one.
    expect(standing(await list())).toEqual({ error: [caseId] });
    await act('clerk', caseId, {
      type: 'return',
      receiver: { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234', as: 'applicant' },
    });
    expect(standing(await list())).toEqual({});
  });
});

describe('inner clocks that ran out', () => {
  const step = (name: string, role: string, time: unknown = null) => ({ name, role, time });
  const group = async (name: string, input = {}, who: Who = 'officer') =>
    (await list(who, input)).groups.find((one: any) => one.group === name);

  test('a step over its own time, by its name, while the promise still holds', async () => {
    at.sit('supervisor');
    const oneDay = { value: 1, unit: 'working-day' };
    const steps = [step('Tiếp nhận', 'clerk'), step('Thụ lý', 'officer', oneDay), step('Trả kết quả', 'clerk')];
    await at.get('procedure.setProcess', { code: '1.004222', steps, reason: 'Quy trình nội bộ' });
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer', to: 'officer' });
    on('2026-11-25T17:00:00');
    expect((await group('step-late')).count.value).toBe(0);
    on('2026-11-26T08:00:00');
    expect((await group('step-late')).rows).toMatchObject([
      { caseId, place: 'Thụ lý', legStage: null, until: '2026-11-25T17:00:00+07:00', daysLeft: -1, held: true },
    ]);
    expect((await group('step-late', { mine: true })).count).toEqual({ value: 1, more: false });
    expect((await group('step-late', { mine: true }, 'supervisor')).rows).toEqual([]);
    await act('officer', caseId, ask);
    expect((await group('step-late')).rows).toEqual([]);
  });

  test('an agency that was to have the file, or to be done, by its name', async () => {
    at.sit('clerk');
    const elsewhere = {
      procedureCode: '1.004222',
      components: [{ index: 0, originals: 1, copies: 0 }],
      channel: 'online',
      competentUnit: { code: '27637' },
    };
    const { caseId } = await at.get('case.receive', reception(elsewhere));
    const { sendBy } = (await at.get('case.get', { caseId })).state.legs[0];
    on(sendBy.slice(0, 19));
    expect((await group('leg-late')).count.value).toBe(0);
    at.clock.at += 60_000;
    const now = new Date(at.clock.at + 7 * 3_600_000).toISOString().replace('.000Z', '+07:00');
    const [late] = (await group('leg-late')).rows;
    expect(late).toMatchObject({ caseId, legStage: 'to-send', until: sendBy });
    expect(late.place).toMatch(/\S+ \S+/);
    await act('clerk', caseId, { type: 'send-leg' });
    expect((await group('leg-late')).rows).toMatchObject([{ caseId, legStage: 'sent' }]);
    await act('clerk', caseId, { type: 'leg-received', at: now, by: 'Lê Văn Tư' });
    expect((await group('leg-late')).rows).toEqual([]);
    on('2026-12-07T08:00:00');
    expect((await group('leg-late')).rows).toMatchObject([{ caseId, legStage: 'running' }]);
    await act('clerk', caseId, { type: 'withdraw', reason: 'Không còn cần' });
    expect((await group('leg-late')).rows).toEqual([]);
    expect(at.desk.verify().ok).toBe(true);
  });
});

describe('the cases somebody holds', () => {
  test('follow the transfer, the taking over and the handing back', async () => {
    const caseId = await receive();
    const held = async (who: Who) => (await list(who, { mine: true })).heldByMe.value;
    expect(await held('officer')).toBe(0);
    await act('clerk', caseId, { type: 'transfer', to: 'officer' });
    expect(await held('officer')).toBe(1);
    await act('supervisor', caseId, { type: 'take-over' });
    expect([await held('officer'), await held('supervisor')]).toEqual([0, 1]);
    on('2026-12-04T08:00:00');
    expect(standing(await list('supervisor', { mine: true }))).toEqual({ overdue: [caseId] });
    expect(standing(await list('officer', { mine: true }))).toEqual({});
    expect((await list('supervisor')).groups[0].rows[0].held).toBe(true);
    await act('supervisor', caseId, { type: 'hand-back', reason: 'Không thuộc phần việc' });
    expect(await held('supervisor')).toBe(0);
    expect(at.desk.verify().ok).toBe(true);
  });

  test('a result and an error stay with who handled the case', async () => {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer', to: 'officer' });
    await act('officer', caseId, { type: 'finish', result: 'Xong' });
    await act('clerk', caseId, { type: 'report-error', what: 'Sai chữ đệm' });
    const mine = await list('officer', { mine: true });
    expect(standing(mine)).toEqual({ 'to-return': [caseId], error: [caseId] });
    expect(mine.heldByMe.value).toBe(0);
    expect(standing(await list('supervisor', { mine: true }))).toEqual({});
  });
});

test('nobody signed in is told nothing', async () => {
  at.client.session = null;
  expect(await at.call('work.list')).toMatchObject({ ok: false, fault: { code: 'sign-in-required' } });
});

/** NĐ 118/2025 Điều 19 k4c: an answer that is over its time is told to the head of the one-stop desk. */
describe('answers of others that are late', () => {
  const question = (asked: string, answerBy: string) => ({
    type: 'ask-others',
    kind: 'verification',
    asked,
    about: 'nơi cư trú trước đây',
    answerBy: `${answerBy}+07:00`,
  });
  const lateOf = (answer: any) => answer.groups.find(({ group }: any) => group === 'answer-late');

  test('are lines of the list from their second on, the longest late first, one for a case, until they are answered', async () => {
    const caseId = await receive();
    await act('clerk', caseId, { type: 'transfer' });
    await act('officer', caseId, question('Công an phường', '2026-11-26T17:00:00'));
    await act('officer', caseId, question('UBND phường Bến Thành', '2026-11-25T17:00:00'));
    on('2026-11-25T17:00:00');
    expect(lateOf(await list()).rows).toEqual([]);
    on('2026-11-25T17:00:01');
    expect(lateOf(await list())).toMatchObject({
      count: { value: 1, more: false },
      rows: [{ caseId, place: 'UBND phường Bến Thành', until: '2026-11-25T17:00:00+07:00' }],
    });
    on('2026-11-27T08:00:00');
    expect(lateOf(await list()).count.value).toBe(1);
    const { state } = await at.get('case.get', { caseId });
    expect(state.inquiries.map(({ late }: any) => late)).toEqual([true, true]);
    await act('clerk', caseId, { type: 'record-answer', answer: 'có cư trú', inquiry: 1 });
    expect(lateOf(await list()).rows).toMatchObject([{ caseId, place: 'Công an phường' }]);
    await act('clerk', caseId, { type: 'record-answer', answer: 'không có' });
    expect(lateOf(await list()).rows).toEqual([]);
    expect(at.desk.verify()).toMatchObject({ ok: true });
  });

  test('are none of who decided without them, nor of a file that waits for its citizen', async () => {
    const [decided, waiting] = [await receive(), await receive()];
    for (const caseId of [decided, waiting]) {
      await act('clerk', caseId, { type: 'transfer' });
      await act('officer', caseId, question('Công an phường', '2026-11-25T10:00:00'));
    }
    await act('officer', waiting, ask);
    at.sit('officer');
    const confirm = [{ code: 'inquiry-open', reason: 'đã có dữ liệu' }];
    await at.get('case.act', { caseId: decided, act: { type: 'finish', result: 'Giấy' }, confirm });
    on('2026-11-26T08:00:00');
    expect(lateOf(await list()).rows).toEqual([]);
  });
});
