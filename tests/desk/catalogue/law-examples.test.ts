import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, clockAt, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';

/** Worked examples of time limits of the law, asked of the desk with the catalogue that ships. */
let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

const nine = '2026-11-23T09:00:00+07:00';
const hiepBinh = { competentUnit: { code: '26743' } };

describe('what a file is promised', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['1.000894', { acceptedAt: nine }, '2026-11-23', 'Luật Hộ tịch 2014 Điều 18 k2: the day itself'],
    ['1.012812', { acceptedAt: nine }, '2026-12-23', 'Luật Đất đai 2024 Điều 235 k2 c: 30 days'],
    ['1.013967', { acceptedAt: nine }, '2027-01-07', '45 days, 60 in the mountains and on islands'],
    // 24 November is a holiday, so the twentieth working day is 22 December and not the 21st.
    ['1.013978', { acceptedAt: nine }, '2026-12-22', '20 working days, 17 and 3'],
    ['1.013229', { acceptedAt: nine, channel: 'online' }, '2026-12-07', 'NĐ 217/2026 Điều 54 k1 b: 09 working days'],
    ['1.013225', { acceptedAt: nine, channel: 'online' }, '2026-12-08', 'NĐ 217/2026 Điều 54 k1 b: 10 working days'],
    ['1.003677', { acceptedAt: nine, channel: 'online' }, '2026-11-25', 'Luật Cư trú 2020 Điều 31 k2: 01 working day'],
    ['1.004222', { acceptedAt: nine }, '2026-12-03', 'Luật Cư trú 2020 Điều 22 k3: 07 working days'],
    [
      '3.000722',
      { acceptedAt: '2026-11-26T15:30:00+07:00', channel: 'online' },
      '2026-12-02',
      'the portal: after 15:00 counted from the next working day',
    ],
    ['1.004873', { acceptedAt: nine, ...hiepBinh }, '2026-11-30', 'NĐ 118/2025 Điều 17 k3, Điều 20: 01 + 03'],
    ['1.004873', { acceptedAt: '2026-11-23T15:30:00+07:00', ...hiepBinh }, '2026-11-30', '15:00 adds no day'],
    ['1.001193', { acceptedAt: '2026-11-20T10:00:00+07:00', ...hiepBinh }, '2026-11-25', 'arrives at the end of a day'],
    ['1.001193', { acceptedAt: '2026-11-23T15:01:00+07:00' }, '2026-11-25', 'NĐ 123/2015 Điều 3: after 15:00'],
    ['2.001035', { acceptedAt: '2026-11-23T16:30:00+07:00' }, '2026-11-26', 'NĐ 23/2015 Điều 37: 02 working days'],
    ['2.000815', { acceptedAt: '2026-11-23T15:30:00+07:00' }, '2026-11-25', 'NĐ 23/2015 Điều 7'],
    ['1.001612', { acceptedAt: '2026-12-30T10:00:00+07:00' }, '2027-01-05', 'NĐ 168/2025: 03 working days'],
  ])('%s %o: %s (%s)', async (procedureCode, question, due) => {
    expect((await at.get('deadline.explain', { procedureCode, ...question })).dueDate).toBe(due);
  });

  test('where it must be verified the five working days are chosen, never taken', async () => {
    // Luật Hộ tịch 2014 Điều 18 k2.
    const ask = { procedureCode: '1.000894', acceptedAt: nine };
    expect((await at.get('deadline.explain', ask)).dueDate).toBe('2026-11-23');
    const { terms } = await at.get('procedure.get', { code: '1.000894' });
    const longer = terms.find(({ value, unit }: { value: number; unit: string }) => unit !== 'same-day' && value === 5);
    expect(longer).toMatchObject({ needs: 'reason', grade: 'A', readOn: '2026-11-29' });
    expect((await at.get('deadline.explain', { ...ask, termCase: longer.key })).dueDate).toBe('2026-12-01');
  });
});

describe('what a received file says', () => {
  test('a marriage on the day it was accepted', async () => {
    const got = await at.get('case.receive', reception({ procedureCode: '1.000894' }));
    expect([got.dueDate, got.dueAt]).toEqual(['2026-11-23', '2026-11-23T17:00:00+07:00']);
  });

  test('a file of 15:30 that is counted from the next working day', async () => {
    clockAt(at, '2026-11-26T15:30:00');
    const got = await at.get('case.receive', reception({ procedureCode: '3.000722', channel: 'online' }));
    expect(got.dueDate).toBe('2026-12-02');
  });
});
