import { describe, expect, test } from 'vitest';
import type { CaseAction } from '../../../electron/domain/entries/case.ts';
import { daysPast, noteText, registerEntry, timeClass } from '../../../electron/domain/register/register.ts';
import { received } from '../../support/desk/test-store.ts';

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
  ] as const)('%s, %s days past its promise, is %s', (status, past, time) => {
    expect(timeClass(status, past)).toBe(time);
  });
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
});
