import { describe, expect, test } from 'vitest';
import { foldPetition } from '../../../../electron/domain/counter/petition/petition.ts';
import {
  answerDue,
  askDue,
  dutyOf,
  passOnDue,
  passedOn,
  petitionClocks,
  refuseDue,
} from '../../../../electron/domain/counter/petition/clocks.ts';
import type { PetitionEvent } from '../../../../electron/domain/entries/petition.ts';
import { calendar, calendarWith } from '../../../support/data/calendar.ts';
import { received, recorded } from '../../../support/data/petition-sample.ts';

type Later = readonly (readonly [at: string, event: PetitionEvent])[];

const z = (at: string) => `${at}+07:00`;
const of = (at: string, ...later: Later) => foldPetition(recorded([at, received()], ...later));

/**
 * Counted by hand on the calendar of 2026 and 2027: working days by the office's calendar, the day it came not counted (BLDS Điều 147 k2).
 * The limits are those of the index (QĐ 766, 5.2).
 */
describe('2, 5 and 15 working days', () => {
  test.each([
    // Monday: 3–6 are four, 9–13 nine, 16–20 fourteen, Monday the 23rd is the fifteenth.
    ['2026-11-02T09:00:00', '2026-11-04', '2026-11-09', '2026-11-23'],
    // Tuesday 24/11/2026 is Ngày Văn hóa Việt Nam: the fifteenth day is in December.
    ['2026-11-09T09:00:00', '2026-11-11', '2026-11-16', '2026-12-01'],
    // Saturday: Monday is the first day.
    ['2026-11-07T10:00:00', '2026-11-10', '2026-11-13', '2026-11-30'],
    // In the evening, after the office closed: it came that day all the same.
    ['2026-11-02T20:30:00', '2026-11-04', '2026-11-09', '2026-11-23'],
    // Over the new year: 29–31 are three, 1/1 is off, 4–8 eight, 11–15 thirteen, 18 and 19 the rest.
    ['2026-12-28T08:00:00', '2026-12-30', '2027-01-05', '2027-01-19'],
  ])('came %s: refused by %s, asked by %s, answered by %s', (at, refuse, ask, answer) => {
    const petition = of(at);
    expect(refuseDue(petition, calendar)?.slice(0, 10)).toBe(refuse);
    expect(askDue(petition, calendar)?.slice(0, 10)).toBe(ask);
    expect(answerDue(petition, calendar)).toBe(z(`${answer}T17:00:00`));
  });

  test('an office that set other hours is answered by its own closing', () => {
    const session = [{ start: '07:30', end: '11:30' }];
    const days = [{ date: '2026-11-23', sessions: session, ground: 'Thông báo 12' }];
    expect(answerDue(of('2026-11-02T09:00:00'), calendarWith({ weeks: [], days }))).toBe(z('2026-11-23T11:30:00'));
  });

  test('where the calendar ends nobody guesses, and the petition is still there', () => {
    const petition = of('2199-12-20T09:00:00');
    expect(answerDue(petition, calendar)).toBeNull();
    expect(petitionClocks(petition, z('2199-12-20T09:00:00'), calendar).answer).toBeNull();
  });
});

describe('the clock stands while its sender is asked, or another agency has it', () => {
  const asked: PetitionEvent = { type: 'petition-supplement-asked', reason: 'Thiếu số hồ sơ' };
  const brought: PetitionEvent = { type: 'petition-supplemented' };
  const away: PetitionEvent = { type: 'petition-forwarded', to: 'Công an phường', reason: 'Thuộc thẩm quyền công an' };
  const back: PetitionEvent = { type: 'petition-sent-back', reason: 'Không thuộc thẩm quyền' };
  const came = '2026-11-02T09:00:00';

  test.each<readonly [Later, string, string]>([
    // 3 and 4 November are used, thirteen are left: 11–13, 16–20, 23, 25–27, 30.
    [
      [
        ['2026-11-04T10:00:00', asked],
        ['2026-11-10T15:00:00', brought],
      ],
      '2026-11-30',
      'asked, and brought a week later',
    ],
    [
      [
        ['2026-11-04T10:00:00', away],
        ['2026-11-10T15:00:00', back],
      ],
      '2026-11-30',
      'passed on, and given back',
    ],
    // Asked and brought on one day: nothing stood still.
    [
      [
        ['2026-11-04T10:00:00', asked],
        ['2026-11-04T15:00:00', brought],
      ],
      '2026-11-23',
      'within a day',
    ],
    // Thirteen left on the 10th; 11 and 12 used, eleven left on the 17th: 18–20, 23, 25–27, 30, 1–3 December.
    [
      [
        ['2026-11-04T10:00:00', asked],
        ['2026-11-10T15:00:00', brought],
        ['2026-11-12T10:00:00', away],
        ['2026-11-17T09:00:00', back],
      ],
      '2026-12-03',
      'twice',
    ],
    // It was over on the 23rd, and no asking makes it early again.
    [
      [
        ['2026-11-25T10:00:00', asked],
        ['2026-11-27T15:00:00', brought],
      ],
      '2026-11-23',
      'asked when it was over',
    ],
    // A later day told to its sender is no other day of the law.
    [
      [['2026-11-05T10:00:00', { type: 'petition-extended', until: '2026-12-10', reason: 'Phức tạp' }]],
      '2026-11-23',
      'extended',
    ],
  ])('%j: %s (%s)', (later, due) => {
    expect(answerDue(of(came, ...later), calendar)).toBe(z(`${due}T17:00:00`));
  });

  test('while it stands no clock runs, and it is nobody’s lateness', () => {
    const none = { refuse: null, ask: null, passOn: null, answer: null, publish: null };
    for (const event of [asked, away])
      expect(petitionClocks(of(came, ['2026-11-04T10:00:00', event]), z('2027-03-01T09:00:00'), calendar)).toEqual(
        none,
      );
  });
});

describe('what runs now', () => {
  const came = '2026-11-02T09:00:00';
  const answered = { type: 'petition-answered', answer: 'Đã trả kết quả' } as const;

  test.each([
    ['2026-11-03T09:00:00', ['refuse', 'ask', 'answer'], false],
    ['2026-11-04T17:00:00', ['refuse', 'ask', 'answer'], false],
    // The day to refuse is over: it is no longer shown, and refusing late is told by the report.
    ['2026-11-04T17:00:01', ['ask', 'answer'], false],
    ['2026-11-10T09:00:00', ['answer'], false],
    ['2026-11-23T17:00:00', ['answer'], false],
    ['2026-11-23T17:00:01', ['answer'], true],
  ])('at %s: %j', (now, names, late) => {
    const clocks = petitionClocks(of(came), z(now), calendar);
    expect(Object.entries(clocks).flatMap(([name, clock]) => (clock === null ? [] : [name]))).toEqual(names);
    expect(dutyOf(clocks)?.late).toBe(late);
  });

  test('given back before its two days are over it may be refused in time still, and after them no limit is shown that cannot be kept', () => {
    const forwarded: PetitionEvent = { type: 'petition-forwarded', to: 'Sở Xây dựng', reason: 'thẩm quyền' };
    const back: PetitionEvent = { type: 'petition-sent-back', reason: 'không thuộc Sở' };
    const at = (day: string) =>
      of('2026-11-02T09:00:00', ['2026-11-02T10:00:00', forwarded], [`${day}T09:00:00`, back]);
    const clocks = (day: string) => petitionClocks(at(day), z(`${day}T09:30:00`), calendar);
    expect(clocks('2026-11-03')).toMatchObject({
      refuse: { due: z('2026-11-04T17:00:00'), late: false },
      ask: { due: z('2026-11-09T17:00:00'), late: false },
    });
    expect(clocks('2026-11-05')).toMatchObject({ refuse: null, ask: { late: false } });
  });

  test('answered, it is published within two working days, where Biểu 06a counts it', () => {
    const done = of(came, ['2026-11-23T10:00:00', answered]);
    // 24/11 is off: the 25th and the 26th.
    const clocks = petitionClocks(done, z('2026-11-26T17:00:01'), calendar);
    expect(clocks).toMatchObject({ answer: null, publish: { due: z('2026-11-26T17:00:00'), late: true } });
    expect(dutyOf(clocks)).toBe(clocks.publish);
    const other = foldPetition(recorded([came, received({ content: 'other' })], ['2026-11-23T10:00:00', answered]));
    expect(petitionClocks(other, z('2026-11-23T11:00:00'), calendar).publish).toBeNull();
    const closed = of(came, ['2026-11-23T10:00:00', answered], ['2026-11-23T11:00:00', { type: 'petition-closed' }]);
    expect(petitionClocks(closed, z('2026-11-23T12:00:00'), calendar).publish).toBeNull();
  });
});

/**
 * NĐ 20/2008 Điều 9 k1 d, last dash: what is about an administrative rule and not for this office to handle is passed on «trong thời hạn không quá 05 ngày làm việc, kể từ ngày
 * tiếp nhận»; the dash about conduct says «theo quy định của pháp luật» and no days. Counted by hand: Monday 2/11/2026, 3–6 are four, Monday the 9th is the fifth.
 */
describe('passed on within five working days', () => {
  const came = '2026-11-02T09:00:00';
  const rule = received({ content: 'rule', field: 'Đất đai' });
  const away: PetitionEvent = {
    type: 'petition-forwarded',
    to: 'Sở Nông nghiệp và Môi trường',
    reason: 'Quy định của thành phố',
  };
  const back: PetitionEvent = { type: 'petition-sent-back', reason: 'Không thuộc Sở' };
  const asked: PetitionEvent = { type: 'petition-supplement-asked', reason: 'Quy định nào' };
  const brought: PetitionEvent = { type: 'petition-supplemented' };
  const given: PetitionEvent = { type: 'petition-assigned', to: 'Phòng Kinh tế' };
  const ofRule = (...later: Later) => foldPetition(recorded([came, rule], ...later));

  test.each([
    ['rule', came, '2026-11-09'],
    // Ngày Văn hóa Việt Nam (24/11) is no working day: 20, 23, 25–27.
    ['rule', '2026-11-19T15:00:00', '2026-11-27'],
    // On a Saturday: Monday is the first day.
    ['rule', '2026-11-07T10:00:00', '2026-11-13'],
    ['act', came, null],
    ['other', came, null],
  ] as const)('about %s, come %s: by %s', (content, at, due) => {
    const told = foldPetition(recorded([at, received({ content })]));
    expect(passOnDue(told, calendar)?.slice(0, 10) ?? null).toBe(due);
  });

  test.each<readonly [string, Later, string, object | null]>([
    ['it runs from the reception', [], '2026-11-03T09:00:00', { late: false }],
    ['the last moment is kept', [], '2026-11-09T17:00:00', { late: false }],
    ['over, and nobody here has it', [], '2026-11-09T17:00:01', { late: true }],
    [
      'over, and a division here has it: taken as this office’s own',
      [['2026-11-05T09:00:00', given]],
      '2026-11-09T17:00:01',
      null,
    ],
    [
      'a division has it, and it may be passed on in time still',
      [['2026-11-05T09:00:00', given]],
      '2026-11-09T09:00:00',
      { late: false },
    ],
    [
      'its sender is asked: nothing lets the days wait',
      [['2026-11-04T09:00:00', asked]],
      '2026-11-10T09:00:00',
      { late: true },
    ],
    ['passed on', [['2026-11-05T09:00:00', away]], '2026-11-12T09:00:00', null],
    [
      'given back: it was passed on, and no day begins anew',
      [
        ['2026-11-05T09:00:00', away],
        ['2026-11-12T09:00:00', back],
      ],
      '2026-11-13T09:00:00',
      null,
    ],
    [
      'answered here',
      [['2026-11-12T09:00:00', { type: 'petition-answered', answer: 'Đã xem xét' }]],
      '2026-11-13T09:00:00',
      null,
    ],
    [
      'found to be about how somebody behaved',
      [
        [
          '2026-11-04T09:00:00',
          { type: 'petition-reclassified', content: 'act', field: 'Đất đai', reason: 'Về hành vi' },
        ],
      ],
      '2026-11-13T09:00:00',
      null,
    ],
  ])('%s', (_name, later, now, expected) => {
    const { passOn } = petitionClocks(ofRule(...later), z(now), calendar);
    if (expected === null) expect(passOn).toBeNull();
    else expect(passOn).toEqual({ due: z('2026-11-09T17:00:00'), ...expected });
  });

  test.each<readonly [string, Later, object | null]>([
    ['never', [], null],
    ['on the last day', [['2026-11-09T16:59:00', away]], { at: z('2026-11-09T16:59:00'), late: false }],
    ['a day later', [['2026-11-10T08:00:00', away]], { at: z('2026-11-10T08:00:00'), late: true }],
    [
      'in time, given back, and passed on once more: the first counts',
      [
        ['2026-11-05T09:00:00', away],
        ['2026-11-12T09:00:00', back],
        ['2026-11-16T09:00:00', away],
      ],
      { at: z('2026-11-05T09:00:00'), late: false },
    ],
    [
      'after its sender was asked: the days did not wait',
      [
        ['2026-11-03T09:00:00', asked],
        ['2026-11-11T09:00:00', brought],
        ['2026-11-12T09:00:00', away],
      ],
      { at: z('2026-11-12T09:00:00'), late: true },
    ],
  ])('told of one that was passed on: %s', (_name, later, expected) => {
    const told = passedOn(ofRule(...later), calendar);
    if (expected === null) expect(told).toBeNull();
    else expect(told).toMatchObject(expected);
  });

  test('about conduct there is no day by which passing on could be late', () => {
    const told = passedOn(of(came, ['2026-12-10T09:00:00', away]), calendar);
    expect(told).toEqual({ at: z('2026-12-10T09:00:00'), due: null, late: false });
  });
});
