import { describe, expect, test } from 'vitest';
import { petitionFact } from '../../../../electron/domain/counter/petition/petition-fact.ts';
import type { PetitionEvent } from '../../../../electron/domain/entries/petition.ts';
import { calendar } from '../../../support/data/calendar.ts';
import { received, recorded } from '../../../support/data/petition-sample.ts';

type Later = readonly (readonly [at: string, event: PetitionEvent])[];

const came = '2026-11-02T09:00:00';
const factOn = (lastDay: string, ...later: Later) =>
  petitionFact('p', recorded([came, received()], ...later), lastDay, calendar);

const answered = { type: 'petition-answered', answer: 'Đã trả kết quả' } as const;
const asked = { type: 'petition-supplement-asked', reason: 'Thiếu số hồ sơ' } as const;

/** Due 23/11/2026, refused in time to 04/11, asked in time to 09/11 (clocks.test.ts). */
describe('a petition as it stood at the end of a day', () => {
  test('is not there before it came, and counts from the day it came though it was written down later', () => {
    expect(factOn('2026-11-01')).toBeNull();
    const letter = recorded(['2026-11-05T09:00:00', received({ source: 'letter', arrivedAt: `${came}+07:00` })]);
    expect(petitionFact('p', letter, '2026-11-02', calendar)).toMatchObject({ receivedAt: `${came}+07:00`, end: null });
    expect(petitionFact('p', letter, '2026-11-01', calendar)).toBeNull();
  });

  test.each<readonly [string, string, Later, object]>([
    ['open in time', '2026-11-22', [], { end: null, late: false, inTime: { handled: null } }],
    ['the day it is due is not over', '2026-11-22', [['2026-11-23T16:00:00', answered]], { end: null, late: false }],
    [
      'open late: nothing else was missed',
      '2026-11-23',
      [],
      { missed: [{ dueAt: '2026-11-23T17:00:00+07:00', at: null }] },
    ],
    [
      'asked too late and answered late: two limits',
      '2026-12-30',
      [
        ['2026-11-10T08:00:00', asked],
        ['2026-11-10T09:00:00', { type: 'petition-supplemented', note: 'Đã gửi số hồ sơ' }],
        ['2026-12-30T08:00:00', answered],
      ],
      {
        missed: [
          { dueAt: expect.any(String), at: '2026-12-30T08:00:00+07:00' },
          { dueAt: '2026-11-09T17:00:00+07:00', at: '2026-11-10T08:00:00+07:00' },
        ],
      },
    ],
    ['open late', '2026-11-23', [], { end: null, late: true, inTime: { handled: null } }],
    [
      'answered on its day',
      '2026-11-23',
      [['2026-11-23T16:59:00', answered]],
      { end: { how: 'answered' }, late: false, inTime: { handled: true } },
    ],
    [
      'answered late',
      '2026-11-25',
      [['2026-11-25T08:00:00', answered]],
      { end: { how: 'answered' }, late: true, inTime: { handled: false } },
    ],
    [
      'refused in two days',
      '2026-11-30',
      [['2026-11-04T16:00:00', { type: 'petition-refused', reason: 'Nặc danh', legalBasis: 'Điều 8' }]],
      { end: { how: 'refused' }, late: false, inTime: { handled: null, refused: true } },
    ],
    [
      'refused too late',
      '2026-11-30',
      [['2026-11-05T08:00:00', { type: 'petition-refused', reason: 'Nặc danh', legalBasis: 'Điều 8' }]],
      { end: { how: 'refused' }, late: false, inTime: { refused: false } },
    ],
    [
      'asked in time, and still awaited long after',
      '2027-02-01',
      [['2026-11-09T16:00:00', asked]],
      { end: null, late: false, inTime: { asked: true, handled: null } },
    ],
    ['asked too late', '2026-11-30', [['2026-11-10T08:00:00', asked]], { inTime: { asked: false } }],
    ['asked when it was over', '2026-11-30', [['2026-11-25T08:00:00', asked]], { end: null, late: true }],
    [
      'passed on',
      '2026-11-30',
      [['2026-11-03T08:00:00', { type: 'petition-forwarded', to: 'Sở Xây dựng', reason: 'Thuộc Sở' }]],
      { end: { how: 'forwarded' }, late: false, inTime: { handled: null } },
    ],
    [
      'about a rule and passed on after its five days (NĐ 20/2008 Điều 9 k1 d): none of the four limits of 5.2',
      '2026-11-30',
      [
        [
          '2026-11-03T08:00:00',
          { type: 'petition-reclassified', content: 'rule', field: 'Đất đai', reason: 'Về lệ phí' },
        ],
        ['2026-11-12T08:00:00', { type: 'petition-forwarded', to: 'Sở Tài chính', reason: 'Thuộc Sở' }],
      ],
      {
        end: { how: 'forwarded' },
        missed: [],
        inTime: { handled: null, refused: null, asked: null, published: null },
      },
    ],
    [
      'passed on and back after the day asked for',
      '2026-11-04',
      [
        ['2026-11-03T08:00:00', { type: 'petition-forwarded', to: 'Sở Xây dựng', reason: 'Thuộc Sở' }],
        ['2026-11-05T08:00:00', { type: 'petition-sent-back', reason: 'Không thuộc Sở' }],
      ],
      { end: { how: 'forwarded' } },
    ],
    [
      'passed on, back, and this office’s again',
      '2026-11-05',
      [
        ['2026-11-03T08:00:00', { type: 'petition-forwarded', to: 'Sở Xây dựng', reason: 'Thuộc Sở' }],
        ['2026-11-05T08:00:00', { type: 'petition-sent-back', reason: 'Không thuộc Sở' }],
      ],
      // One day was used, fourteen are left: 6, 9–13, 16–20, 23, 25, 26.
      { end: null, dueAt: '2026-11-26T17:00:00+07:00' },
    ],
    [
      'published in two days, and its sender was pleased',
      '2026-11-30',
      [
        ['2026-11-20T16:00:00', answered],
        ['2026-11-25T16:00:00', { type: 'petition-published', where: 'Bảng tin' }],
        ['2026-11-26T09:00:00', { type: 'petition-closed', satisfaction: 'satisfied' }],
      ],
      // 23 and 25 November: 24 is off.
      { publishedAt: '2026-11-25T16:00:00+07:00', inTime: { published: true }, satisfaction: 'satisfied' },
    ],
    [
      'answered, and its two days for publishing are not over',
      '2026-11-24',
      [['2026-11-20T16:00:00', answered]],
      { publishedAt: null, inTime: { published: null }, missed: [], satisfaction: null },
    ],
    [
      'answered and not published when its two days are over: that limit is missed',
      '2026-11-30',
      [['2026-11-20T16:00:00', answered]],
      {
        publishedAt: null,
        inTime: { handled: true, published: null },
        missed: [{ dueAt: '2026-11-25T17:00:00+07:00', at: null }],
      },
    ],
    [
      'closed before its two days were over: publishing is not asked of it any more',
      '2026-11-30',
      [
        ['2026-11-20T16:00:00', answered],
        ['2026-11-23T09:00:00', { type: 'petition-closed' }],
      ],
      { missed: [] },
    ],
    [
      'closed after they were over: it was missed then',
      '2026-11-30',
      [
        ['2026-11-20T16:00:00', answered],
        ['2026-11-26T09:00:00', { type: 'petition-closed' }],
      ],
      { missed: [{ dueAt: '2026-11-25T17:00:00+07:00', at: null }] },
    ],
    [
      'about neither an act nor a rule: its outcome need not be published',
      '2026-11-30',
      [
        [
          '2026-11-19T16:00:00',
          { type: 'petition-reclassified', content: 'other', field: 'Đô thị', reason: 'Đèn đường' },
        ],
        ['2026-11-20T16:00:00', answered],
      ],
      { missed: [] },
    ],
    [
      'found to be about something else',
      '2026-11-30',
      [
        [
          '2026-11-03T08:00:00',
          { type: 'petition-reclassified', content: 'rule', field: 'Đất đai', reason: 'Về lệ phí' },
        ],
      ],
      { content: 'rule', field: 'Đất đai' },
    ],
  ])('%s (%s)', (_name, lastDay, later, expected) => {
    expect(factOn(lastDay, ...later)).toMatchObject(expected);
  });

  test('in a period that still runs a limit that has not come is neither kept nor missed', () => {
    const at = (now: string) => petitionFact('p', recorded([came, received()]), '2026-12-14', calendar, `${now}+07:00`);
    expect(at('2026-11-23T17:00:00')).toMatchObject({ late: false, missed: [] });
    expect(at('2026-11-23T17:00:01')).toMatchObject({ late: true, missed: [{ at: null }] });
    // Of a period that is over now says nothing.
    expect(
      petitionFact('p', recorded([came, received()]), '2026-11-22', calendar, '2026-12-01T08:00:00+07:00'),
    ).toMatchObject({ late: false, missed: [] });
  });
});
