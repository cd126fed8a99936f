import { describe, expect, test } from 'vitest';
import {
  type CountedPetition,
  type PetitionTwice,
  behind06a,
  columns06a,
  bieu06a as ofTwice,
  columnsOf06a,
} from '../../../../electron/domain/books/report/bieu-06a.ts';

/** The third quarter as the reports have it: from 15 June to 14 September 2026 (NĐ 09/2019 Điều 12). */
const quarter = { from: '2026-06-15', to: '2026-09-14' };

const at = (day: string) => `2026-${day}T10:00:00+07:00`;
let made = 0;
function petition(
  received: string,
  { handled, published, ...more }: { handled?: string; published?: string } & Partial<CountedPetition> = {},
): CountedPetition {
  made += 1;
  return {
    number: `PAKN-${made}`,
    title: 'Chậm trả kết quả',
    field: 'Đất đai',
    about: 'conduct',
    receivedAt: at(received),
    handledAt: handled === undefined ? null : at(handled),
    publishedAt: published === undefined ? null : at(published),
    ...more,
  };
}

/** As the quarter before had it: what was handled since was open then. */
function twice(now: CountedPetition): PetitionTwice {
  const { receivedAt, handledAt } = now;
  const begin = '2026-06-15T00:00:00+07:00';
  const before =
    receivedAt >= begin ? null : { ...now, handledAt: handledAt !== null && handledAt >= begin ? null : handledAt };
  return { number: now.number, now, before, left: null };
}
const bieu06a = (facts: readonly CountedPetition[] | null, days: typeof quarter) =>
  ofTwice(facts === null ? null : facts.map(twice), days);

describe('where a petition is counted (TT 09/2026 Biểu 06a)', () => {
  test.each<[string, CountedPetition, string[]]>([
    ['received and handled within', petition('07-01', { handled: '07-10' }), ['4', '7', '9', '12']],
    ['of what the rules say', petition('07-01', { handled: '07-10', about: 'rules' }), ['5', '7', '10', '12']],
    [
      'published before the end',
      petition('07-01', { handled: '07-10', published: '09-14' }),
      ['4', '7', '9', '12', '16'],
    ],
    ['published after it', petition('07-01', { handled: '07-10', published: '09-15' }), ['4', '7', '9', '12']],
    ['on the first day', petition('06-15'), ['4', '7', '14']],
    ['on the last', petition('09-14', { about: 'rules' }), ['5', '7', '15']],
    ['from before, open', petition('06-14'), ['4', '6', '14']],
    ['from before, handled on the first day', petition('06-14', { handled: '06-15' }), ['4', '6', '9', '11']],
    [
      'handled after the end: open in this one',
      petition('07-01', { handled: '09-15', published: '09-16' }),
      ['4', '7', '14'],
    ],
    [
      'nobody said what it is of',
      petition('07-01', { handled: '07-10', about: null }),
      ['4 or 5', '7', '9 or 10', '12'],
    ],
    ['handled before', petition('05-01', { handled: '06-14', published: '06-20' }), []],
    ['received after', petition('09-15'), []],
  ])('%s', (_what, fact, columns) => {
    expect(columnsOf06a(fact, quarter)).toEqual(columns);
  });
});

test('a quarter made by hand: two fields, the sum, and what the numbers come to between them', () => {
  const facts = [
    petition('05-20'),
    petition('06-01', { handled: '06-20', published: '06-22' }),
    petition('07-01', { handled: '07-10', about: 'rules' }),
    petition('08-30', { about: 'rules' }),
    petition('07-02', { field: 'Hộ tịch', handled: '07-05', published: '07-06' }),
    petition('05-01', { handled: '05-09' }),
  ];
  const { rows, total, checks, missing } = bieu06a(facts, quarter);
  expect(rows.map(({ key }) => key)).toEqual(['Đất đai', 'Hộ tịch']);
  expect(rows[0]?.values).toEqual({
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
  expect(total.values).toEqual({
    '3': 5,
    '4': 3,
    '5': 2,
    '6': 2,
    '7': 3,
    '8': 3,
    '9': 2,
    '10': 1,
    '11': 1,
    '12': 2,
    '13': 2,
    '14': 1,
    '15': 1,
    '16': 2,
  });
  expect(checks.length).toBe(7);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(missing).toEqual([]);
});

test('what lacks the old register is named column by column, and what was written down since is not to be added again', () => {
  const early = twice(petition('06-01', { number: 'PA.7' }));
  const made = ofTwice([early, twice(petition('07-01'))], quarter, '2026-07-01');
  expect(made.total.values).toMatchObject({ '3': 2, '4': 2, '6': null, '7': 1, '11': null, '13': 2, '14': 2 });
  const told = made.missing.at(-1)?.text ?? '';
  for (const column of columns06a.filter((one) => !['6', '7', '11', '12'].includes(one)))
    expect(told).toMatch(new RegExp(`các cột .*\\(${column}\\).* chưa gồm chúng`));
  expect(told).toMatch(/, trừ PA\.7 từ kỳ trước .*: không cộng lần nữa$/);
  expect(ofTwice([twice(petition('07-01'))], quarter, '2026-07-01').missing.at(-1)?.text).toMatch(/trước khi gửi$/);
});

test('what nobody told apart leaves its columns blank, and nothing is checked by them', () => {
  const { total, checks } = bieu06a(
    [petition('07-01', { about: null }), petition('07-02', { handled: '07-09' })],
    quarter,
  );
  expect(total.values).toMatchObject({ '3': 2, '4': null, '5': null, '8': 1, '9': 1, '10': 0, '14': null, '15': null });
  expect(checks.map(({ name }) => name)).toEqual(['(8) = (9) + (10)', '(3) = (8) + (13)', '(6) = (13) kỳ trước']);
});

test('what the period before left open and this one counts no more is told by name, and the check says so', () => {
  const gone = twice(petition('06-01', { number: 'PA.1' }));
  const back = petition('06-02', { number: 'PA.2' });
  const facts: PetitionTwice[] = [
    { ...gone, now: null, left: { how: 'forwarded', at: at('06-16') } },
    { ...twice(petition('06-03')), number: 'PA.3' },
  ];
  const made = ofTwice(facts, quarter);
  expect(made.total.values).toMatchObject({ '6': 1, '13': 1 });
  expect(made.checks.filter(({ ok }) => !ok)).toEqual([{ name: '(6) = (13) kỳ trước', ok: false }]);
  expect(made.missing).toMatchObject([
    {
      code: 'petitions-moved',
      numbers: ['PA.1'],
      text: '(13) kỳ trước là 2, (6) kỳ này là 1; khác nhau vì PA.1 (chuyển cơ quan khác 16/06/2026)',
    },
  ]);
  // One that came back: it was another's then, and the two counts are equal though they are of other petitions.
  const both = ofTwice([...facts, { number: 'PA.2', now: back, before: null, left: null }], quarter);
  expect(both.missing).toMatchObject([{ numbers: ['PA.1', 'PA.2'] }]);
});

test('no register of petitions is not a register without petitions', () => {
  const none = bieu06a(null, quarter);
  expect(Object.values(none.total.values).every((value) => value === null)).toBe(true);
  expect(none.missing.map(({ code }) => code)).toEqual(['petitions']);
  const empty = bieu06a([], quarter);
  expect(Object.values(empty.total.values).every((value) => value === 0)).toBe(true);
  expect(empty.missing).toEqual([]);
});

test.each([
  ['3', ['4', '7', '14'], true],
  ['8', ['4', '7', '14'], false],
  ['8', ['4', '6', '9', '11'], true],
  ['13', ['4 or 5', '7', '14 or 15'], true],
  ['14', ['4 or 5', '7', '14 or 15'], true],
  ['16', ['4', '7', '9', '12'], false],
])('behind number %s stand those of %j: %s', (column, counted, stands) => {
  expect(behind06a(column)(counted)).toBe(stands);
});
