import { describe, expect, test } from 'vitest';
import type { WorkGroupName, WorkRow } from '../../../../../electron/contract/counter/work/work.ts';
import { limitWords } from '../../../../../renderer/screens/counter/my-work/row-words.ts';
import { vi } from '../../../../../renderer/text/languages.ts';

const row: WorkRow = {
  caseId: '1',
  number: 'H29.999-261123-1',
  applicantName: 'NGUYỄN THỊ ÁNH',
  procedureName: 'Đăng ký khai sinh',
  status: 'processing',
  dueAt: '2026-11-25T17:00:00+07:00',
  holderName: null,
  held: false,
  apologyDue: false,
  until: null,
  daysLeft: null,
  readyAt: null,
  papers: null,
  place: null,
  legStage: null,
};

const byDecree = { term: { value: 15, unit: 'day' }, afterwards: 'close' } as const;
const ofPermit = { term: { value: 2, unit: 'working-day' }, afterwards: 'refuse' } as const;

describe('the words of a time limit', () => {
  const now = '2026-11-25T09:00:00+07:00';
  test.each<[WorkGroupName, Partial<WorkRow>, string, string, string]>([
    ['today', {}, '25/11 17:00', 'hôm nay', 'soon'],
    ['overdue', { dueAt: '2026-11-20T17:00:00+07:00' }, '20/11 17:00', 'quá hẹn 5 ngày', 'late'],
    ['overdue', { dueAt: '2026-11-25T08:00:00+07:00' }, '25/11 08:00', 'quá giờ hẹn hôm nay', 'late'],
    [
      'supplement',
      { until: '2026-11-27T17:00:00+07:00', daysLeft: 2, papers: byDecree },
      '27/11 17:00',
      'còn 2 ngày để bổ sung',
      'soon',
    ],
    [
      'supplement',
      { until: '2026-12-07T17:00:00+07:00', daysLeft: 12, papers: byDecree },
      '07/12 17:00',
      'còn 12 ngày để bổ sung',
      'plain',
    ],
    [
      'supplement',
      { until: '2026-11-24T17:00:00+07:00', daysLeft: -1, papers: byDecree },
      '24/11 17:00',
      'hết 15 ngày: đóng hồ sơ được',
      'soon',
    ],
    // NĐ 217/2026 Điều 54 k2: two working days, then a refusal.
    [
      'supplement',
      { until: '2026-11-24T17:00:00+07:00', daysLeft: -1, papers: ofPermit },
      '24/11 17:00',
      'hết 02 ngày làm việc: phải từ chối',
      'soon',
    ],
    ['to-return', { readyAt: '2026-11-24T10:00:00+07:00' }, '', 'xong 24/11 10:00', 'plain'],
    ['error', { until: '2026-11-27T17:00:00+07:00' }, '', 'sửa trước 27/11 17:00', 'soon'],
    ['waiting', { until: '2026-11-25T16:30:00+07:00' }, '', 'xem, trả lời trước 25/11 16:30', 'soon'],
    ['waiting', { until: '2026-11-25T08:30:00+07:00' }, '', 'quá giờ xem, trả lời 25/11 08:30', 'late'],
    ['step-late', { until: '2026-11-24T17:00:00+07:00', place: 'Thụ lý' }, '', 'quá hạn bước 24/11 17:00', 'late'],
    [
      'leg-late',
      { until: '2026-11-24T17:00:00+07:00', legStage: 'sent' },
      '',
      'chưa xác nhận, hạn 24/11 17:00',
      'late',
    ],
    ['leg-untimed', { readyAt: '2026-11-24T08:00:00+07:00' }, '', 'chưa có thời hạn, từ 24/11 08:00', 'soon'],
    ['leg-untimed', {}, '', 'chưa có thời hạn riêng', 'soon'],
    ['promise-changed', { until: '2026-11-26T17:00:00+07:00' }, '25/11 17:00', 'lịch nay tính 26/11 17:00', 'soon'],
    ['promise-changed', {}, '25/11 17:00', 'lịch nay chưa tính tới', 'soon'],
    ['error', { until: '2026-11-20T17:00:00+07:00' }, '', 'quá hạn sửa 20/11 17:00', 'late'],
  ])('%s %j', (name, change, at, words, tone) => {
    expect(limitWords(name, { ...row, ...change }, now, vi)).toEqual({ at, words, tone });
  });
});
