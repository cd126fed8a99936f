import { expect, test } from 'vitest';
import { bieu06a } from '../../../../electron/domain/books/report/bieu-06a.ts';
import { bieu08b, centreOn } from '../../../../electron/domain/books/report/bieu-08b.ts';
import { caseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import { countIndex, index766 } from '../../../../electron/domain/books/report/index-766.ts';
import { isDispleased, petitionFact } from '../../../../electron/domain/counter/petition/petition-fact.ts';
import type { PetitionEvent, RecordedPetition } from '../../../../electron/domain/entries/petition.ts';
import { countedAs } from '../../../../electron/store/books/report/petitions.ts';
import { calendar } from '../../../support/data/calendar.ts';
import { received, recorded } from '../../../support/data/petition-sample.ts';
import { nasty } from '../../../support/report/nasty-files.ts';
import { november, procedure } from '../../../support/report/told-files.ts';

/** The nasty month whose 07a tests/domain/books/report/nasty-month.test.ts has by hand: the other forms and the index over the very same files. */

const over = '2026-12-01T08:00:00+07:00';
const answered: PetitionEvent = { type: 'petition-answered', answer: 'Đã trả lời' };
const at = (day: string) => `2026-${day}T10:00:00`;
const petition = (
  day: string,
  change: Parameters<typeof received>[0],
  ...later: readonly (readonly [day: string, event: PetitionEvent])[]
): RecordedPetition[] =>
  recorded([at(day), received(change)], ...later.map(([on, event]): [string, PetitionEvent] => [at(on), event]));

const petitions = [
  // Answered in its fifteen days and published in two, its sender content.
  petition(
    '10-20',
    {},
    ['10-30', answered],
    ['11-02', { type: 'petition-published', where: 'Trang tin' }],
    ['11-03', { type: 'petition-closed', satisfaction: 'satisfied' }],
  ),
  // From before, due on 22 October: answered late, and never published.
  petition('10-01', { content: 'rule' }, ['11-05', answered]),
  // A letter of the day before the period, written down two days later: due on 4 November, and open.
  petition('10-16', { arrivedAt: `${at('10-14')}+07:00` }),
  // About neither an act nor a rule: in no form, its limit kept, nothing to publish.
  petition('10-20', { content: 'other' }, ['10-22', answered]),
  // Passed on, and refused three days late of two: another's, and nobody's.
  petition('10-23', {}, ['10-26', { type: 'petition-forwarded', to: 'Sở Xây dựng', reason: 'Thuộc Sở' }]),
  petition('10-19', {}, ['10-23', { type: 'petition-refused', reason: 'Không rõ', legalBasis: 'Quy chế' }]),
  // Open in time.
  petition('11-10', { content: 'rule' }),
];

test('Biểu 06a of the nasty month, by hand: what came late, what is unpublished, what is another’s', () => {
  const counted = petitions.map((events, nth) => ({
    number: String(nth),
    now: countedAs(events, november.to),
    before: countedAs(events, '2026-10-14'),
    left: null,
  }));
  const { total, checks } = bieu06a(counted, november);
  expect(total.values).toEqual({
    '3': 4,
    '4': 2,
    '5': 2,
    '6': 2,
    '7': 2,
    '8': 2,
    '9': 1,
    '10': 1,
    '11': 1,
    '12': 1,
    '13': 2,
    '14': 1,
    '15': 1,
    '16': 1,
  });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('the index of the nasty month, by hand', () => {
  const counter = countIndex(november, over);
  const fee = (amount: number | null) => ({ fees: [{ name: 'Lệ phí', amount, note: '', basis: '' }] });
  // The first pays 10 000, the third what nobody knows, the fifth 10 000 in cash, and somebody complains of the fifth.
  const fees: Readonly<Record<number, object>> = { 0: fee(10_000), 2: fee(null), 4: fee(10_000) };
  for (const [nth, one] of nasty.entries()) {
    const [first, ...later] = one.told;
    if (first === undefined) throw new Error('each was received');
    const fact = caseFact([{ ...first, action: { ...first.action, ...fees[nth] } }, ...later], november.to, over);
    if (fact === null) throw new Error('it was received by then');
    counter.add({ fact, procedure, inCash: nth === 4, complained: nth === 4 });
  }
  const facts = petitions.map((events, nth) => {
    const fact = petitionFact(String(nth), events, november.to, calendar, over);
    if (fact === null) throw new Error('it came by then');
    return fact;
  });
  const [kept, missed] = [
    facts.flatMap(({ inTime }) => Object.values(inTime).filter((one) => one === true)).length,
    facts.flatMap((fact) => fact.missed).length,
  ];
  const displeased = facts.filter(isDispleased).length;
  const unasked = facts.filter((one) => !isDispleased(one) && one.satisfaction === null).length;
  const listed = [
    { code: procedure.code, onlineLevel: 'partial', hasFee: true },
    { code: '2.000635', onlineLevel: 'full', hasFee: false },
    { code: '2.000884', onlineLevel: null, hasFee: null },
    { code: '1.004873', onlineLevel: 'none', hasFee: true },
  ] as const;
  const { indicators, weeks } = index766(counter.finish(), listed, {
    asked: kept + missed,
    kept,
    petitions: facts.length,
    displeased,
    unasked,
  });
  const told = Object.fromEntries(
    indicators.map(({ code, numerator, denominator, value, lost }) => [
      code,
      [numerator?.least, numerator?.most, denominator?.least, denominator?.most, value, lost],
    ]),
  );
  expect(told).toMatchObject({
    // Eight of the twelve came in the period and are decided here. Late: asked twice, a minute past its hour, refused and withdrawn after their day.
    '2.1': [4, 4, 8, 8, 50, 4],
    '3.1': [2, 3, 4, 4, null, null],
    '3.2': [1, 1, 2, 3, null, null],
    '3.3': [0, 2, 8, 8, null, 6],
    '3.4': [0, 3, 2, 3, null, null],
    '3.6': [0, 2, 2, 3, null, 1],
    // Kept: answered and published of the first, answered of the fourth. Missed: both of the second, the letter, the refusal.
    '5.2': [3, 3, 7, 7, 42.86, 4],
    '5.3': [1, 5, 7, 7, null, 2],
    '5.4': [0, 3, 8, 8, null, 5],
  });
  // By our promise the one that was asked twice is in time, too (07a: columns 10, 11 and 14 of the eight).
  expect(indicators.find(({ code }) => code === '2.1')?.ours).toBe(62.5);
  expect(weeks.map(({ files, onTime, ours, online }) => [files, onTime, ours, online])).toEqual([
    [8, 4, 5, 2],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test('Biểu 08b of the nasty month: what held on its last day', () => {
  const said = { ownStaff: 6, sentStaff: 0, contractStaff: null, staffComputers: true, publicComputers: false };
  const more = { scanners: null, touchScreens: true };
  const facts = [
    { from: '2026-11-15', points: 9, ...said, ...more },
    { from: '2026-11-14', points: 2, ...said, ...more },
    { from: '2026-01-01', points: 1, ...said, ...more },
  ];
  const { total } = bieu08b('Trung tâm', centreOn(facts, november.to));
  expect(total.values).toEqual({ '3': 2, '4': 6, '5': 0, '6': null, '7': 1, '8': 0, '9': null, '10': 1 });
});
