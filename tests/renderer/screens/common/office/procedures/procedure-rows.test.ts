import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeMinutes } from '../../../../../../electron/domain/routing/process.ts';
import {
  type LegRow,
  type StepRow,
  firstWrong,
  legIssues,
  legRows,
  legsOf,
  moved,
  processIssues,
  sessionsOf,
  stepRows,
  stepsOf,
  withAgency,
} from '../../../../../../renderer/screens/common/office/procedures/procedure-rows.ts';

const row = (name: string, role: StepRow['role'], value = '', unit: StepRow['unit'] = 'none'): StepRow => ({
  key: name,
  name,
  role,
  value,
  unit,
});
const rows = [
  row('Tiếp nhận', 'clerk'),
  row('Thụ lý', 'officer', '2', 'working-day'),
  row('Trả kết quả', 'clerk', '', 'same-day'),
];
const reason = 'Quyết định 12/QĐ-UBND';

describe('steps as they are typed', () => {
  test('nothing is wrong with a process that is one', () => {
    expect([...processIssues(rows, reason)]).toEqual([]);
    expect(stepsOf(rows).map(({ time }) => time)).toEqual([
      null,
      { value: 2, unit: 'working-day' },
      { value: 1, unit: 'same-day' },
    ]);
  });

  test.each<[string, readonly StepRow[], string, [string, string]]>([
    ['no reason', rows, ' a ', ['reason', 'reason']],
    ['a step without a name', rows.with(1, row('  ', 'officer')), reason, ['1.name', 'field']],
    ['no number', rows.with(1, row('Thụ lý', 'officer', 'hai', 'day')), reason, ['1.value', 'time']],
    ['half a day', rows.with(1, row('Thụ lý', 'officer', '0,5', 'day')), reason, ['1.value', 'time']],
    ['an officer receives', rows.with(0, row('Tiếp nhận', 'officer')), reason, ['0.role', 'reception-first']],
    ['an officer returns', rows.with(2, row('Trả', 'officer')), reason, ['2.role', 'return-last']],
    ['two of a name', rows.with(1, row('TIẾP NHẬN ', 'officer')), reason, ['1.name', 'name-twice']],
    ['nobody handles it', rows.slice(0, 2), reason, ['list', 'nobody-handles']],
    ['no steps', [], reason, ['list', 'field']],
  ])('%s is told at its field', (_what, wrong, why, issue) => {
    expect([...processIssues(wrong, why)]).toEqual([issue]);
  });

  test('the cursor goes to the first row that is wrong, of more than ten too', () => {
    const wrong = Array.from({ length: 10 }, (_, index) => row(`Bước ${index}`, 'officer', '0,5', 'day'));
    const long = rows.toSpliced(2, 0, ...wrong);
    expect(long).toHaveLength(13);
    expect(firstWrong(processIssues(long, ' a '))).toBe('2.value');
    expect(firstWrong(processIssues(rows, ' a '))).toBe('reason');
    expect(firstWrong(processIssues(rows, reason))).toBeUndefined();
  });

  test('what was set comes back as it was', () => {
    const unit = fc.constantFrom('working-day', 'day', 'working-hour', 'hour');
    const time = fc.option(fc.record({ value: fc.integer({ min: 1, max: 3650 }), unit }), { nil: null });
    const step = fc.record({
      name: fc.constantFrom('Tiếp nhận', 'Thụ lý', 'Ký'),
      role: fc.constantFrom('clerk', 'officer', 'supervisor'),
      time,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        expect(stepsOf(stepRows(steps as never))).toEqual(steps);
      }),
      { seed: 12 },
    );
  });
});

describe('legs as they are typed', () => {
  const legs = legRows([
    { agency: 'Phường An Khánh', unitCode: '27112', work: 'Xác nhận', way: 'paper', term: null, termText: null },
  ]);
  const [leg] = legs as [LegRow];

  test('no time of its own stays none, never a guess', () => {
    expect(legsOf(legs)).toEqual([
      { agency: 'Phường An Khánh', unitCode: '27112', work: 'Xác nhận', way: 'paper', term: null },
    ]);
  });

  test('another agency loses the code of the one before', () => {
    expect(legsOf([withAgency(leg, 'Sở Nội vụ')])[0]).not.toHaveProperty('unitCode');
  });

  test('no legs make it this office’s own, and what is too short is told at its field', () => {
    expect([...legIssues([], reason)]).toEqual([]);
    expect([...legIssues([{ ...leg, agency: 'A', unit: 'day' }], 'a').keys()]).toEqual([
      '0.agency',
      '0.value',
      'reason',
    ]);
  });
});

test('a row moves by one place, and not over the ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

test('a working day is as long as the office’s own sessions', () => {
  const sessions = sessionsOf([
    { start: '07:30', end: '11:30' },
    { start: '13:00', end: '17:00' },
    { start: '17:30', end: '19:00' },
  ]);
  expect(officeMinutes({ value: 1, unit: 'working-day' }, { sessions })).toBe(9.5 * 60);
});
