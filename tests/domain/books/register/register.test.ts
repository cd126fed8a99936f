import { describe, expect, test } from 'vitest';
import type { CaseAction } from '../../../../electron/domain/entries/case.ts';
import { daysPast } from '../../../../electron/domain/deadline/past.ts';
import { noteText, registerEntry, timeClass } from '../../../../electron/domain/books/register/register.ts';
import { received } from '../../../support/desk/test-store.ts';

const at = (day: number) => `2026-11-${day}T10:00:00+07:00`;

function entryOf(...actions: CaseAction[]) {
  const all: CaseAction[] = [received(42), ...actions];
  return registerEntry(all.map((action, index) => ({ at: at(23 + index), action })));
}

describe('where a case is counted', () => {
  test.each([
    ['returned', -1, 'early'],
    ['returned', 0, 'on-time'],
    ['returned', 1, 'late'],
    ['finished', -3, 'early'],
    ['finished', 0, 'on-time'],
    ['finished', 2, 'late'],
    ['accepted', -1, 'open'],
    ['processing', 0, 'open'],
    ['processing', 1, 'open-late'],
    ['obligation-requested', 1, 'open-late'],
    // A request made in time waits, one made after the promised day was late already.
    ['supplement-requested', 0, 'open'],
    ['supplement-requested', 4, 'open-late'],
    ['registered', null, 'open'],
    // NĐ 118/2025 Điều 19 k3: a refusal is a result, within the time limit or late.
    ['refused', -1, 'early'],
    ['refused', 0, 'on-time'],
    ['refused', 4, 'late'],
    ['withdrawn', null, 'closed'],
    ['stopped', null, 'closed'],
    // TT 09/2026 Biểu 07a: what ended after it was accepted is handled, in time or late where its day was over.
    ['withdrawn', -1, 'early'],
    ['withdrawn', 0, 'on-time'],
    ['stopped', 1, 'late'],
  ] as const)('%s, %s days past its promise, is %s', (status, past, time) => {
    expect(timeClass(status, past)).toBe(time);
  });
});

test('a second request for papers counts late in the index, whatever the day (QĐ 766, 2.1)', () => {
  expect(timeClass('returned', -1, true)).toBe('late');
});

describe('the border is the promised day, whatever the hour', () => {
  test.each([
    ['2026-12-02T23:59:59+07:00', 'early'],
    ['2026-12-03T00:00:00+07:00', 'on-time'],
    ['2026-12-03T17:30:00+07:00', 'on-time'],
    ['2026-12-03T23:59:59+07:00', 'on-time'],
    ['2026-12-04T00:00:00+07:00', 'late'],
  ] as const)('promised for 17:00 on 03/12, finished %s: %s', (end, time) => {
    expect(timeClass('finished', daysPast(end, '2026-12-03T17:00:00+07:00'))).toBe(time);
  });

  test('without a promise nothing is late', () => {
    expect(daysPast('2026-12-04T00:00:00+07:00', null)).toBeNull();
  });
});

describe('a line of the register', () => {
  test('tells the reception and nothing that has not happened', () => {
    expect(entryOf()).toEqual({
      quantity: 1,
      applicantName: 'NGUYỄN THỊ ĐẶNG ÁNH',
      address: '',
      phone: '',
      delivery: 'desk',
      dueAt: '2026-11-25T17:00:00+07:00',
      returnedAt: null,
      receiver: '',
      agency: null,
      notes: [],
    });
  });

  test('shows the latest promise, who fetched the result and when, and why', () => {
    const entry = entryOf(
      { type: 'supplemented', dueAt: '2026-11-27T17:00:00+07:00', steps: [] },
      { type: 'extended', reason: 'chờ ý kiến', dueAt: '2026-12-01T17:00:00+07:00' },
      { type: 'finished', result: 'Giấy khai sinh' },
      { type: 'returned', receiver: 'Lê Mạnh An' },
    );
    expect(entry).toMatchObject({ dueAt: '2026-12-01T17:00:00+07:00', returnedAt: at(27), receiver: 'Lê Mạnh An' });
    expect(noteText(entry.notes, 'vi')).toBe(
      'Bổ sung đủ ngày 24/11/2026, hẹn lại 27/11/2026; Gia hạn ngày 25/11/2026 đến 01/12/2026',
    );
    expect(noteText(entry.notes, 'en')).toBe(
      'Completed on 24/11/2026, promised anew for 27/11/2026; Extended on 25/11/2026 to 01/12/2026',
    );
  });

  test.each([
    [{ type: 'refused', reason: 'thiếu điều kiện' }, 'Không tiếp nhận giải quyết 24/11/2026: thiếu điều kiện'],
    [{ type: 'withdrawn', reason: 'đổi ý' }, 'Rút hồ sơ 24/11/2026: đổi ý'],
    [{ type: 'stopped', reason: 'theo đề nghị' }, 'Dừng giải quyết 24/11/2026: theo đề nghị'],
    [{ type: 'stopped', reason: 'unsupplemented' }, 'Dừng giải quyết 24/11/2026: quá hạn bổ sung hồ sơ'],
  ] as const)('a case without a result says why: %o', (action, note) => {
    const entry = entryOf(action);
    expect(noteText(entry.notes, 'vi')).toBe(note);
    // A promise that is gone was made all the same.
    expect(entry.dueAt).toBe('2026-11-25T17:00:00+07:00');
  });

  test('a temporary number is marked until the official one comes', () => {
    const temporary = received(42, { number: { local: 'Q1-261123-0042', official: null } });
    const first = { at: at(23), action: temporary };
    const official = { type: 'official-code-attached', official: 'H29.999-261123-0042' } as const;
    expect(noteText(registerEntry([first]).notes, 'vi')).toBe('Số tạm');
    expect(registerEntry([first, { at: at(24), action: official }]).notes).toEqual([]);
  });

  test.each<[CaseAction, string, string, string]>([
    [
      {
        type: 'verification-needed',
        termCase: 'verify',
        reason: 'hỏi nơi ở cũ',
        term: { value: 5, unit: 'working-day' },
        dueAt: '2026-12-01T17:00:00+07:00',
        steps: [],
      },
      '2026-12-01',
      'Phải xác minh ngày 24/11/2026, hẹn theo thời hạn xác minh 01/12/2026',
      'Verification needed 24/11/2026, promised by its limit for 01/12/2026',
    ],
    [
      { type: 'resumed', reason: 'rút nhầm', status: 'processing', dueAt: '2026-12-02T17:00:00+07:00', steps: [] },
      '2026-12-02',
      'Tính tiếp từ 24/11/2026, hẹn lại 02/12/2026',
      'Counted on from 24/11/2026, promised anew for 02/12/2026',
    ],
    // NĐ 118/2025 Điều 24: where the time stood, the promise moves when the obligation is met.
    [
      { type: 'obligation-met', dueAt: '2026-12-03T17:00:00+07:00', steps: [] },
      '2026-12-03',
      'Tính tiếp từ 24/11/2026, hẹn lại 03/12/2026',
      'Counted on from 24/11/2026, promised anew for 03/12/2026',
    ],
    [{ type: 'obligation-met' }, '2026-11-25', '', ''],
    [
      { type: 'papers-returned', receiver: 'Lê Mạnh An' },
      '2026-11-25',
      'Trả lại giấy tờ 24/11/2026: Lê Mạnh An',
      'Papers given back 24/11/2026: Lê Mạnh An',
    ],
    [
      { type: 'result-corrected', result: 'Giấy khai sinh' },
      '2026-11-25',
      'Đã sửa kết quả 24/11/2026',
      'Result corrected 24/11/2026',
    ],
    [
      { type: 'confirmed', of: 'return', confirmations: [{ code: 'fees-unpaid', reason: 'chờ báo có' }] },
      '2026-11-25',
      'Trả kết quả khi chưa thu đủ phí, lệ phí: chờ báo có',
      'A result handed out with fees unpaid: chờ báo có',
    ],
  ])('what happened since is told in both languages, with the promise it made: %o', (action, due, vi, en) => {
    const entry = entryOf(action);
    expect([entry.dueAt.slice(0, 10), noteText(entry.notes, 'vi'), noteText(entry.notes, 'en')]).toEqual([due, vi, en]);
  });

  test('a corrected receipt is a reissue; one of before that took another number says which it made void', () => {
    const { type: _type, number, serial: _serial, day: _day, ...facts } = received(42);
    const corrected = {
      ...facts,
      type: 'corrected',
      requestId: 'r',
      reason: 'sai tên',
      number,
    } as unknown as CaseAction;
    const voided = { ...corrected, voided: 'Q1-261123-0041' } as CaseAction;
    expect(noteText(entryOf(corrected).notes, 'vi')).toBe('Cấp lại giấy tiếp nhận ngày 24/11/2026');
    expect(noteText(entryOf(voided).notes, 'vi')).toBe(
      'Cấp lại giấy tiếp nhận ngày 24/11/2026, thay số Q1-261123-0041 (đã hủy)',
    );
    const later = { ...corrected, extendedTo: '2026-12-09T17:00:00+07:00' } as CaseAction;
    expect(entryOf(later).dueAt).toBe('2026-12-09T17:00:00+07:00');
  });

  test('a result handed out again after its correction keeps the day of the first (Điều 23 k1)', () => {
    const entry = entryOf(
      { type: 'returned', receiver: 'Lê Mạnh An' },
      { type: 'returned', receiver: 'Trần Văn Bình', again: true },
    );
    expect([entry.returnedAt, entry.receiver]).toEqual([at(24), 'Lê Mạnh An']);
  });

  test('how it came is told first: from another centre, by somebody else, on paper', () => {
    const action = received(42, {
      submitter: { kind: 'citizen', fullName: 'TRẦN VĂN BÌNH', idNumber: '079085000001', authorisation: 'GUQ 1' },
      foreign: {
        code: 'H29.123-261120-0007',
        unit: { name: 'UBND phường Bến Thành' },
        acceptedAt: '2026-11-20T09:00:00+07:00',
        arrivedAt: '2026-11-23T08:00:00+07:00',
        lawDueAt: '2026-11-25T17:00:00+07:00',
      },
      fromKit: { kitId: 'k', acceptedAt: '2026-11-22T09:00:00+07:00', lawDueAt: '2026-11-24T17:00:00+07:00' },
    });
    expect(noteText(registerEntry([{ at: at(23), action, actorName: 'Lê Thị Nhận' }]).notes, 'vi').split('; ')).toEqual(
      [
        'Tiếp nhận tại UBND phường Bến Thành, H29.123-261120-0007, 20/11/2026',
        'Người nộp: TRẦN VĂN BÌNH',
        expect.stringMatching(/^Nhập sau bởi Lê Thị Nhận lúc 10:00/),
      ],
    );
  });
});
