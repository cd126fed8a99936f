import { describe, expect, test } from 'vitest';
import type { WorkGroupName, WorkList, WorkRow } from '../../../../electron/contract/work/work.ts';
import { limitWords } from '../../../../renderer/screens/my-work/row-words.ts';
import { itemsOf, rowAfter, sectionsOf } from '../../../../renderer/screens/my-work/work-sections.ts';
import { vi } from '../../../../renderer/text/languages.ts';

const row = (caseId: string, change: Partial<WorkRow> = {}): WorkRow => ({
  caseId,
  number: `H29.999-261123-${caseId}`,
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
  ...change,
});

const byDecree = { term: { value: 15, unit: 'day' }, afterwards: 'close' } as const;
const ofPermit = { term: { value: 2, unit: 'working-day' }, afterwards: 'refuse' } as const;

const group = (name: WorkGroupName, ids: readonly string[], more = false): WorkList['groups'][number] => ({
  group: name,
  count: { value: more ? 99 : ids.length, more },
  rows: ids.map((id) => row(id)),
});

const list = {
  groups: [
    group('overdue', ['1', '2']),
    group('today', []),
    group('within-24h', ['3']),
    group('within-48h', ['4'], true),
    group('within-72h', []),
    group('supplement', []),
    group('to-return', ['5']),
    group('error', ['5']),
    group('waiting', ['9']),
  ],
};

describe('the sections of the work list', () => {
  test('have a key each, and the hours are one section', () => {
    const sections = sectionsOf(list);
    expect(sections.map(({ name, keys, count }) => [keys, name, count.value, count.more])).toEqual([
      ['1', 'overdue', 2, false],
      ['2', 'today', 0, false],
      ['3', 'soon', 100, true],
      ['4', 'supplement', 0, false],
      ['5', 'to-return', 1, false],
      ['6', 'error', 1, false],
      ['7', 'waiting', 1, false],
    ]);
    expect(itemsOf(sections).map(({ row: { caseId } }) => caseId)).toEqual(['1', '2', '3', '4', '5', '5', '9']);
    expect(new Set(itemsOf(sections).map(({ key }) => key)).size).toBe(7);
  });

  test('of inner clocks stand only where one ran out, under the keys after the rest', () => {
    const groups = [...list.groups, group('step-late', []), group('leg-late', ['8'])];
    expect(
      sectionsOf({ groups })
        .map(({ name, keys }) => [keys, name])
        .slice(7),
    ).toEqual([['9', 'leg-late']]);
    expect(sectionsOf({ groups: [group('promise-changed', ['8'])] }).at(-1)).toMatchObject({
      keys: '0',
      name: 'promise-changed',
    });
  });

  test('after an act one stands on the same case, or on what came into its place', () => {
    const items = itemsOf(sectionsOf(list));
    expect(rowAfter(items, 'within-24h 3', 0)).toBe(2);
    expect(rowAfter(items, 'overdue gone', 1)).toBe(1);
    expect(rowAfter(items, 'overdue gone', 40)).toBe(6);
    expect(rowAfter([], null, 3)).toBe(0);
  });
});

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
    expect(limitWords(name, row('1', change), now, vi)).toEqual({ at, words, tone });
  });
});
