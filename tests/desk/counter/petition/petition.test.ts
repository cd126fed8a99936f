import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { petition } from '../../../support/counter/petition-desk.ts';
import { type TestDesk, clockAt, openPracticeDesk } from '../../../support/desk/test-desk.ts';
import { textOfPdf } from '../../../support/papers/pdf-reader.ts';
import { filesOf } from '../../../support/papers/zip.ts';

let at: TestDesk;

beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const register = (change: Record<string, unknown> = {}) => at.get('petition.register', petition(change));
const act = (petitionId: string, type: string, more: object = {}) =>
  at.get('petition.act', { petitionId, act: { type, ...more } });
const answer = { answer: 'Đã trả kết quả ngày 25/11' };

function verified(): void {
  expect(at.desk.verify().checks.flatMap(({ found }) => found)).toEqual([]);
}

describe('the register of petitions', () => {
  test('gives the next number of the desk’s year and starts its clock', async () => {
    const first = await register();
    // 23/11/2026: 25–27, 30, 1–4, 7–11, 14, 15 December are fifteen working days; the 24th is off.
    expect(first).toMatchObject({ number: 'PA.Q1-26-0001', answerDue: '2026-12-15T17:00:00+07:00' });
    expect((await register()).number).toBe('PA.Q1-26-0002');
    clockAt(at, '2027-01-04T08:00:00');
    expect((await register()).number).toBe('PA.Q1-27-0001');
    const { row, facts, actions } = await at.get('petition.get', { petitionId: first.petitionId });
    expect(row).toMatchObject({ status: 'open', senderName: 'LÊ VĂN MINH', clocks: { answer: { late: true } } });
    expect(facts).toMatchObject({ field: 'Hộ tịch', sender: { phone: '0900 111 222' } });
    expect(actions.map(({ type }: any) => type)).toEqual(['petition-received']);
    verified();
  });

  test('the same id twice is one petition, and another’s id is refused', async () => {
    const input = petition();
    const first = await at.get('petition.register', input);
    clockAt(at, '2026-11-23T09:05:00');
    expect(await at.get('petition.register', input)).toEqual(first);
    expect(await at.call('petition.register', { ...input, summary: 'Chuyện khác hẳn' })).toMatchObject({
      fault: { code: 'request-id-reused' },
    });
    // What it was found to be about since does not make it another.
    await act(first.petitionId, 'reclassify', { content: 'rule', field: 'Đất đai', reason: 'Về lệ phí' });
    expect((await at.get('petition.register', input)).number).toBe(first.number);
    expect((await at.get('petition.list')).count).toBe(1);
    verified();
  });

  test('a letter of last week counts from last week; one of tomorrow is refused', async () => {
    const letter = await register({ source: 'letter', arrivedAt: '2026-11-16T14:00:00+07:00' });
    // 17–20, 23, 25–27, 30, 1–4, 7, 8 December.
    expect(letter.answerDue).toBe('2026-12-08T17:00:00+07:00');
    expect(await at.call('petition.register', petition({ arrivedAt: '2026-11-24T08:00:00+07:00' }))).toMatchObject({
      fault: { code: 'petition-from-the-future' },
    });
  });

  test('the number of 1022 is registered once', async () => {
    const of1022 = { source: '1022', sourceCode: '1022-558801', sourceDue: '2026-11-30' };
    const { number, petitionId } = await register(of1022);
    expect(await at.call('petition.register', petition(of1022))).toMatchObject({
      fault: { code: 'petition-code-known', data: { code: '1022-558801', number } },
    });
    const { row } = await at.get('petition.get', { petitionId });
    expect(row).toMatchObject({ toldDue: '2026-11-30', sourceCode: '1022-558801' });
  });

  test('an unsigned slip from the box needs no name', async () => {
    const { petitionId } = await register({ source: 'box', sender: {} });
    expect((await at.get('petition.get', { petitionId })).row.senderName).toBe('');
  });
});

describe('what is done with one', () => {
  test('assigned, answered, published, closed', async () => {
    const { petitionId } = await register();
    expect(await act(petitionId, 'assign', { to: 'Phòng Tư pháp' })).toMatchObject({ status: 'open' });
    clockAt(at, '2026-11-26T09:00:00');
    expect(await act(petitionId, 'answer', answer)).toMatchObject({ status: 'answered' });
    expect((await at.get('petition.list', { show: 'waiting' })).rows).toMatchObject([
      { clocks: { answer: null, publish: { due: '2026-11-30T17:00:00+07:00', late: false } } },
    ]);
    await act(petitionId, 'publish', { where: 'Cổng thông tin phường' });
    expect(await at.get('petition.list', { show: 'waiting' })).toMatchObject({ waiting: 0, rows: [] });
    await act(petitionId, 'close', { satisfaction: 'dissatisfied', note: 'Muốn được xin lỗi' });
    const view = await at.get('petition.get', { petitionId });
    expect(view).toMatchObject({
      row: { status: 'closed', holder: 'Phòng Tư pháp', late: false, publishedAt: '2026-11-26T09:00:00+07:00' },
      answer: { text: answer.answer },
      satisfaction: 'dissatisfied',
    });
    expect(view.availableActions.filter(({ allowed }: any) => allowed)).toEqual([]);
    expect(await at.call('petition.act', { petitionId, act: { type: 'answer', ...answer } })).toMatchObject({
      fault: { code: 'action-not-allowed' },
    });
    verified();
  });

  test('passed on it is nobody’s lateness here; given back the days that were left go on', async () => {
    const { petitionId } = await register();
    await act(petitionId, 'forward', { to: 'Công an phường', reason: 'Thuộc thẩm quyền công an', document: '12/UBND' });
    clockAt(at, '2027-01-04T09:00:00');
    expect(await at.get('petition.list')).toMatchObject({ waiting: 0, late: 0, rows: [{ holder: 'Công an phường' }] });
    await act(petitionId, 'send-back', { reason: 'Không thuộc thẩm quyền' });
    const { row, answerDue } = await at.get('petition.get', { petitionId });
    // Nothing was used on the day it came: 5–8, 11–15, 18–22 and 25 January are fifteen.
    expect(answerDue).toBe('2027-01-25T17:00:00+07:00');
    expect(row).toMatchObject({ status: 'open', clocks: { answer: { due: answerDue, late: false } } });
    verified();
  });

  test('about a rule and passed on after five working days it is told as passed on late, on screen and in the register taken out', async () => {
    const { petitionId } = await register({ content: 'rule', field: 'Đất đai' });
    const rowOf = async () => (await at.get('petition.list')).rows[0];
    const { arrivedAt, clocks } = await rowOf();
    expect(clocks.passOn).toMatchObject({ late: false, due: clocks.ask.due });
    clockAt(at, '2026-12-30T09:00:00');
    expect((await rowOf()).clocks.passOn).toMatchObject({ late: true });
    await act(petitionId, 'forward', { to: 'Sở Nông nghiệp và Môi trường', reason: 'Quy định của thành phố' });
    const { row } = await at.get('petition.get', { petitionId });
    expect(row).toMatchObject({
      arrivedAt,
      clocks: { passOn: null },
      passedOn: { at: '2026-12-30T09:00:00+07:00', due: clocks.passOn.due, late: true },
    });
    const asked = { from: arrivedAt.slice(0, 10), to: arrivedAt.slice(0, 10) };
    const { base64 } = await at.get('petition.file', { ...asked, format: 'xlsx' });
    expect(filesOf(Buffer.from(base64, 'base64')).get('xl/sharedStrings.xml')).toContain('chuyển quá hạn');
    verified();
  });

  test('a later day is a supervisor’s, and lateness is counted by the law’s', async () => {
    const { petitionId } = await register();
    const extend = { petitionId, act: { type: 'extend', until: '2026-12-31', reason: 'Phải xác minh' } };
    expect(await at.call('petition.act', extend)).toMatchObject({ fault: { code: 'forbidden' } });
    at.sit('supervisor');
    await at.get('petition.act', extend);
    clockAt(at, '2026-12-16T09:00:00');
    expect(await at.get('petition.list')).toMatchObject({ late: 1, rows: [{ toldDue: '2026-12-31' }] });
  });

  test('one that nobody knows', async () => {
    const petitionId = crypto.randomUUID();
    expect(await at.call('petition.get', { petitionId })).toMatchObject({ fault: { code: 'petition-unknown' } });
    expect(await at.call('petition.act', { petitionId, act: { type: 'complete' } })).toMatchObject({
      fault: { code: 'petition-unknown' },
    });
  });
});

describe('found again', () => {
  test('by name without marks, number, phone, code and a word of it; what waits in front, the nearest clock first', async () => {
    const ids: string[] = [];
    for (const [day, change] of [
      ['2026-11-02', { sender: { name: 'TRẦN THỊ MỘNG' }, summary: 'Đèn đường hỏng', content: 'other' }],
      ['2026-11-05', { source: '1022', sourceCode: '1022-77', summary: 'Cán bộ thái độ chưa đúng' }],
      ['2026-11-04', { sender: {}, source: 'box', summary: 'Lệ phí quá cao', content: 'rule' }],
    ] as const)
      ids.push((await register({ arrivedAt: `${day}T09:00:00+07:00`, ...change })).petitionId);
    await act(ids[0] ?? '', 'answer', answer);
    const found = async (text: string, show = 'all') =>
      (await at.get('petition.list', { text, show })).rows.map(({ petitionId }: any) => ids.indexOf(petitionId));
    expect(await found('')).toEqual([2, 1, 0]);
    expect(await found('', 'waiting')).toEqual([2, 1]);
    expect(await found('', 'ended')).toEqual([0]);
    expect(await found('tran thi mong')).toEqual([0]);
    expect(await found('PA.Q1-26-0002')).toEqual([1]);
    expect(await found('1022-77')).toEqual([1]);
    expect(await found('le phi')).toEqual([2]);
    expect(await found('không có ai')).toEqual([]);
    expect((await at.get('petition.list', { limit: 1 })).rows).toHaveLength(1);
  });
});

describe('the register as a file', () => {
  test('of what came in a stretch of days, with what became of each; that it was taken out is kept', async () => {
    const { number, petitionId } = await register({ sender: { name: 'LÊ VĂN MINH', address: '5 đường số 3' } });
    await register({ arrivedAt: '2026-10-26T09:00:00+07:00', source: 'box', sender: {}, about: 'Quầy số 2' });
    await register({ arrivedAt: '2026-10-23T09:00:00+07:00', summary: 'Tháng trước nữa' });
    await act(petitionId, 'answer', answer);
    const asked = { from: '2026-10-24', to: '2026-11-30' };
    const book = await at.get('petition.file', { ...asked, format: 'xlsx' });
    expect(book).toMatchObject({ rows: 2, fileName: 'so-phan-anh-kien-nghi_2026-10-24_2026-11-30.xlsx' });
    const cells = [...filesOf(Buffer.from(book.base64, 'base64')).values()].map(String).join('\n');
    for (const word of [number, 'LÊ VĂN MINH', '5 đường số 3', 'không ghi tên', 'Quầy số 2', 'Đã trả lời', 'quá hạn'])
      expect(cells).toContain(word);
    expect(cells).not.toContain('Tháng trước nữa');
    const sheet = await at.get('petition.file', { ...asked, format: 'pdf' });
    const text = await textOfPdf(Buffer.from(sheet.base64, 'base64'));
    for (const word of [number, 'LÊ VĂN MINH', 'Tổng số: 2', 'quá hạn 1', 'HỒ SƠ THỰC HÀNH'])
      expect(text).toContain(word);
    at.sit('admin');
    const { lines } = await at.get('account.log', { of: 'office', limit: 5 });
    expect(lines.map(({ type }: any) => type).slice(0, 2)).toEqual(['petitions-exported', 'petitions-exported']);
  });

  test('who opened which is in the log', async () => {
    const { petitionId, number } = await register();
    await at.get('petition.get', { petitionId });
    at.sit('supervisor');
    const { lines } = await at.get('account.log', { of: 'look-ups', limit: 5 });
    expect(lines[0]).toMatchObject({ type: 'looked-case', number, whom: 'LÊ VĂN MINH' });
  });
});
