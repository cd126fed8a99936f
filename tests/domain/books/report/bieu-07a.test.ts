import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  count07a,
  isDecidedHere,
  notCarriedGap,
  partsOf,
  withoutCarriedOver,
} from '../../../../electron/domain/books/report/bieu-07a.ts';
import { caseFact } from '../../../../electron/domain/books/report/case-fact.ts';
import { received } from '../../../support/desk/test-store.ts';
import {
  asked,
  at,
  completed,
  done,
  dueAt,
  extended,
  file,
  november,
  procedure,
  refused,
  resumed,
  stopped,
  withdrawn,
} from '../../../support/report/told-files.ts';

describe('where a file is counted in November (TT 09/2026 Biểu 07a)', () => {
  test.each([
    ['received and done before its day', file('10-20', '10-23', [['10-22', done]]), ['7', '10']],
    ['on its day', file('10-20', '10-23', [['10-23', done]]), ['7', '11']],
    ['on its day, after the counter has closed', file('10-20', '10-23', [['2026-10-23T21:00:00', done]]), ['7', '11']],
    ['after it', file('10-20', '10-23', [['10-24', done]]), ['7', '12']],
    [
      'a term in hours ends at its hour (BLDS Điều 147)',
      file('10-20', '10-20', [['2026-10-20T17:01:00', done]], { term: { value: 4, unit: 'working-hour' } }),
      ['7', '12'],
    ],
    ['a refusal is a result (Điều 19 k3)', file('10-20', '10-23', [['10-24', refused]]), ['7', '12']],
    [
      'returned late, but done in time: the result counts (9 before 10)',
      file('10-20', '10-23', [
        ['10-22', done],
        ['11-02', { type: 'returned', receiver: 'Nguyễn Thị Thử' }],
      ]),
      ['7', '10'],
    ],
    [
      'handed out in December, done in November',
      file('10-20', '11-20', [
        ['11-14', done],
        ['11-30', { type: 'returned', receiver: 'Nguyễn Thị Thử' }],
      ]),
      ['7', '10'],
    ],
    ['by post', file('10-20', '10-23', [], { channel: 'post' }), ['6', '15']],
    ['online', file('10-20', '11-23', [], { channel: 'online' }), ['5', '14']],
    ['open, its day is the last of the period', file('10-20', '11-14'), ['7', '14']],
    ['open, its day was the one before', file('10-20', '11-13'), ['7', '15']],
    ['done on the first day of December: open in November', file('11-10', '11-13', [['11-15', done]]), ['7', '15']],
    ['received on the first day of the period', file('10-15', '10-20', [['10-15', done]]), ['7', '10']],
    ['received on the last day of the period, late in the evening', file('2026-11-14T23:59:00', '11-18'), ['7', '14']],
    ['from the period before, done in this', file('10-14', '10-16', [['10-15', done]]), ['8', '10']],
    ['from the period before, open', file('09-01', '09-30'), ['8', '15']],
    [
      'asked for papers in time and awaited: no promise runs (Điều 19 k5)',
      file('10-20', '10-23', [['10-22', asked]]),
      ['7', '14'],
    ],
    ['asked when its day was over', file('10-20', '10-23', [['10-26', asked]]), ['7', '15']],
    [
      'completed and done by the new promise',
      file('10-20', '10-23', [
        ['10-22', asked],
        ['10-30', completed('11-04')],
        ['11-04', done],
      ]),
      ['7', '11'],
    ],
    [
      'papers asked for when the promise was over: late, whenever they came (Điều 19 k5)',
      file('10-20', '10-27', [
        ['10-29', asked],
        ['11-03', completed('11-12')],
        ['11-09', done],
      ]),
      ['7', '12'],
    ],
    [
      'asked for when the promise was over, and open again: late, though the new promise runs',
      file('10-20', '10-27', [
        ['10-29', asked],
        ['11-03', completed('11-20')],
      ]),
      ['7', '15'],
    ],
    [
      'a second request when the second promise was over: late as well',
      file('10-20', '10-23', [
        ['10-22', asked],
        ['10-26', completed('10-30')],
        ['10-31', asked],
        ['11-02', completed('11-10')],
        ['11-09', done],
      ]),
      ['7', '12'],
    ],
    [
      'asked for on the promised day itself: not over yet',
      file('10-20', '10-27', [
        ['10-27', asked],
        ['11-03', completed('11-12')],
        ['11-09', done],
      ]),
      ['7', '10'],
    ],
    [
      'extended before its promise was over, and asked for within the new one: in time (Điều 19 k6)',
      file('10-20', '10-27', [
        ['10-26', extended('11-02')],
        ['10-29', asked],
        ['11-03', completed('11-12')],
        ['11-09', done],
      ]),
      ['7', '10'],
    ],
    [
      'asked twice: the form knows no second request',
      file('10-20', '10-23', [
        ['10-22', asked],
        ['10-26', completed('10-30')],
        ['10-28', asked],
        ['11-02', completed('11-06')],
        ['11-05', done],
      ]),
      ['7', '10'],
    ],
    [
      'extended in time, done by the new day',
      file('10-20', '10-23', [
        ['10-22', extended('10-30')],
        ['10-29', done],
      ]),
      ['7', '10'],
    ],
    [
      'an apology after its day: late, whenever it is done (Điều 12 k5)',
      file('10-20', '10-23', [
        ['10-26', extended('10-30', true)],
        ['10-27', done],
      ]),
      ['7', '12'],
    ],
    ['the same, open', file('10-20', '10-23', [['10-26', extended('11-30', true)]]), ['7', '15']],
    ['withdrawn in time', file('10-20', '10-23', [['10-22', withdrawn]]), ['7', '10']],
    [
      'stopped after papers were asked for in time',
      file('10-20', '10-23', [
        ['10-22', asked],
        ['11-12', stopped],
      ]),
      ['7', '10'],
    ],
    [
      'stopped, then taken up again and done: the second end counts',
      file('10-20', '10-23', [
        ['10-22', stopped],
        ['10-26', resumed('10-28')],
        ['10-29', done],
      ]),
      ['7', '12'],
    ],
    [
      'taken up again, open',
      file('10-20', '10-23', [
        ['10-22', stopped],
        ['10-26', resumed('11-20')],
      ]),
      ['7', '14'],
    ],
    [
      'money is awaited and the law stops the clock',
      file('10-20', '10-23', [['10-22', { type: 'obligation-requested', reason: 'thuế', stopsClock: true }]]),
      ['7', '14'],
    ],
    [
      'corrected to another channel',
      file('10-20', '10-23', [
        [
          '10-20',
          {
            ...received(1),
            type: 'corrected',
            channel: 'post',
            dueAt: dueAt('10-24'),
            requestId: 'a',
            reason: 'sai cách nộp',
            reissue: 1,
          },
        ],
        ['10-24', done],
      ]),
      ['6', '11'],
    ],
    [
      'received on paper in the period, entered after it',
      file('11-16', '11-18', [], { fromKit: { kitId: 'k', acceptedAt: at('11-14'), lawDueAt: dueAt('11-18') } }),
      ['7', '14'],
    ],
  ] as const)('%s', (_what, actions, columns) => {
    const fact = caseFact(actions, november.to);
    expect(fact && columnsOf(fact, procedure, november)).toEqual(columns);
  });

  test.each([
    ['received after it', file('11-15', '11-20')],
    ['ended before it', file('10-01', '10-05', [['10-14', done]])],
  ])('nowhere: %s', (_what, actions) => {
    const fact = caseFact(actions, november.to);
    expect(fact && columnsOf(fact, procedure, november)).toBeFalsy();
  });

  test('what happened after the period says nothing of it', () => {
    const then = file('10-20', '11-20');
    const later = file('10-20', '11-20', [
      ['11-16', asked],
      ['11-18', completed('11-27')],
      ['11-30', done],
    ]);
    expect(caseFact(later, november.to)).toEqual(caseFact(then, november.to));
  });

  test('of a month that still runs nothing is late that may yet be kept; from its end on it is', () => {
    const open = file('10-20', '11-10', []);
    const past = (now?: string) => (caseFact(open, november.to, now)?.openPast ?? 0) > 0;
    expect([past(at('11-09')), past(at('11-11')), past('2027-01-05T09:00:00+07:00'), past()]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test('online and the level is not known: neither column, and it is said which procedure', () => {
    const counter = count07a(november);
    const fact = caseFact(file('10-20', '10-23', [['10-22', done]], { channel: 'online' }), november.to);
    if (fact !== null) counter.add(fact, { ...procedure, onlineLevel: null });
    const { rows, total, checks, missing } = counter.finish(0);
    expect(rows).toEqual([{ key: 'Hộ tịch', values: total.values }]);
    expect(total.values).toMatchObject({ '3': 1, '4': null, '5': null, '7': 0, '9': 1, '10': 1, '13': 0 });
    expect(checks.every(({ ok }) => ok)).toBe(true);
    expect(missing).toMatchObject([{ code: 'online-level', procedureCode: '1.001193', files: 1 }]);
  });
});

describe('whose file it is', () => {
  const leg = (agency: string, way: 'here' | 'paper') => ({
    agency,
    work: '',
    way,
    term: null,
    sendBy: null,
    plannedDueAt: null,
  });
  const foreign = {
    code: 'H29.146-261020-0001',
    unit: { name: 'Phường Tân Định' },
    acceptedAt: at('10-20'),
    arrivedAt: at('10-21'),
    lawDueAt: dueAt('10-23'),
  };
  test.each([
    ['the committee decides', {}, 'UBND cấp xã', true],
    ['a department of the city decides', {}, 'Sở Nội vụ', false],
    ['the police of the commune decide', {}, 'Công an cấp xã', false],
    ['received here, sent to another agency', { legs: [leg('Sở Xây dựng', 'paper')] }, 'UBND cấp xã', false],
    ['another office decides, whose file came to this one', { foreign }, 'UBND cấp xã', true],
    [
      'a group whose first agency is here',
      { legs: [leg('UBND phường Cát Lái', 'here'), leg('Công an phường', 'paper')] },
      '',
      true,
    ],
    ['a group whose first agency is the police', { legs: [leg('Công an phường', 'here')] }, '', false],
  ] as const)('%s', (_what, more, decidingAgency, here) => {
    const fact = caseFact(file('10-20', '10-23', [], more), november.to);
    expect(fact && isDecidedHere(fact, { decidingAgency })).toBe(here);
  });

  test('a file from another centre is counted from when this office had it', () => {
    expect(caseFact(file('10-22', '10-28', [], { foreign }), november.to)?.receivedAt).toBe(at('10-21'));
  });
});

describe('the sums', () => {
  const month = [
    file('10-20', '10-23', [['10-22', done]]),
    file('10-21', '10-23', [['10-23', done]]),
    file('10-14', '10-16', [['10-20', done]]),
    file('09-01', '09-30'),
    file('11-10', '11-20', [], { channel: 'post' }),
    // Stopped in October as the reports have it and taken up again: of the period before, and not open at its end. Its promise was over when it was stopped.
    file('09-20', '09-25', [
      ['10-01', stopped],
      ['10-20', resumed('11-20')],
    ]),
    file('09-20', '09-25', [['09-22', done]]),
  ];
  const reportOf = (days: typeof november, openBefore: number) => {
    const counter = count07a(days);
    for (const actions of month) {
      const fact = caseFact(actions, days.to);
      if (fact !== null) counter.add(fact, procedure);
    }
    return counter.finish(openBefore);
  };

  test('a month made by hand', () => {
    const before = reportOf({ from: '2026-09-15', to: '2026-10-14' }, 1);
    expect(before.total.values).toEqual({
      '3': 4,
      '4': 0,
      '5': 0,
      '6': 0,
      '7': 3,
      '8': 1,
      '9': 2,
      '10': 1,
      '11': 0,
      '12': 1,
      '13': 2,
      '14': 1,
      '15': 1,
    });
    const { total, checks } = reportOf(november, Number(before.total.values['13']));
    expect(total.values).toEqual({
      '3': 6,
      '4': 0,
      '5': 0,
      '6': 1,
      '7': 2,
      '8': 3,
      '9': 3,
      '10': 1,
      '11': 1,
      '12': 1,
      '13': 3,
      '14': 1,
      '15': 2,
    });
    expect(checks).toEqual([
      { name: '(3) = (9) + (13)', ok: true },
      { name: '(8) = (13) kỳ trước', ok: true },
    ]);
  });

  test('(8) is blanked, and of what it had is told that it is counted, or who adds the old register counts it twice', () => {
    const made = reportOf(november, 2);
    const blank = withoutCarriedOver(made);
    expect([blank.total.values['3'], blank.total.values['8']]).toEqual([6, null]);
    expect(notCarriedGap(made).text).toMatch(
      /, trừ 3 hồ sơ kỳ trước .*đã tính ở các cột ấy \(Hộ tịch 3\): không cộng lần nữa$/,
    );
    const none = { rows: [], total: { values: { '3': 10, '8': 0 } } };
    expect(notCarriedGap(none).text).toMatch(/phải cộng thêm trước khi gửi$/);
  });

  test('a period that does not begin where the one before ended is told', () => {
    expect(reportOf(november, 3).checks).toContainEqual({ name: '(8) = (13) kỳ trước', ok: false });
  });

  test.each([
    ['3', ['4', '5', '6', '7', '8', 'level-unknown']],
    ['4', ['4', 'level-unknown']],
    ['13', ['14', '15']],
    ['12', ['12']],
  ])('column %s is made of %j', (column, parts) => {
    expect(partsOf(column)).toEqual(parts);
  });
});
