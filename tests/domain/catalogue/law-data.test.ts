import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pagesWithTables, shippedProcedures, withTables } from '../../../build/data/term-table.ts';
import { dateOfDay, dayOfDate } from '../../../electron/domain/base/civil-time.ts';
import { lawfulTerms, receptionTerms, usualTerm } from '../../../electron/domain/catalogue/procedure-terms.ts';

/** What the law says of the procedures that ship, and how far anybody read it. */
const procedures = shippedProcedures();

function get(code: string) {
  const found = procedures.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no ${code} in the catalogue`);
  return found;
}

function span(from: string, to: string): string[] {
  const first = dayOfDate(from);
  return Array.from({ length: dayOfDate(to) - first + 1 }, (_, index) => dateOfDay(first + index));
}

const channels = ['direct', 'online', 'post'] as const;

describe('every procedure, on each day of 2026 to 2028', () => {
  const days = span('2026-01-01', '2028-12-31');

  test.each(procedures.map(({ code }) => code))('%s has one usual term, or says why it has none', (code) => {
    const procedure = get(code);
    for (const channel of channels) {
      const without = days.filter((day) => usualTerm(procedure, { day, channel }) === undefined);
      if (procedure.noTerm === null) expect(without).toEqual([]);
      else expect(without.length).toBeGreaterThan(0);
    }
  });

  test.each(procedures.map(({ code }) => code))('%s has each case once a day', (code) => {
    for (const day of days) {
      const keys = lawfulTerms(get(code), { day, channel: 'direct' }).map(({ key }) => key);
      expect(new Set(keys).size, day).toBe(keys.length);
    }
  });
});

describe('nothing is verified that nobody read', () => {
  test('a term of grade A names its article, its day and its reader; another one names none', () => {
    for (const { code, terms } of procedures)
      for (const { key, grade, article, readOn, readBy } of terms) {
        const where = `${code} ${key}`;
        expect(article, where).not.toBe('');
        if (grade === 'A')
          expect([/Điều \d/.test(article), readOn, readBy !== ''], where).toEqual([true, '2026-11-29', true]);
        else expect([readOn, readBy], where).toEqual([null, '']);
      }
  });

  test('a whole entry is verified only with its articles, and only where its usual term of today was read', () => {
    for (const procedure of procedures) {
      if (procedure.verified === null) continue;
      expect(procedure.verified.article, procedure.code).toMatch(/Điều \d/);
      expect(procedure.verified.readOn, procedure.code).toBe('2026-11-29');
      expect(usualTerm(procedure, { day: '2026-11-29', channel: 'online' })?.grade, procedure.code).toBe('A');
    }
  });

  test('what was marked verified and was wrong is not so again', () => {
    expect(get('2.000908').verified).toBeNull();
    expect(get('1.013226').verified?.article).toContain('NĐ 217/2026');
  });

  test('what is not of grade A says why it is doubted', () => {
    for (const { code, terms, doubts } of procedures) {
      if (terms.some(({ grade }) => grade !== 'A')) expect(doubts, code).not.toEqual([]);
    }
  });
});

/** Ended, and by what: nothing of today rests on them. */
const ended: readonly (readonly [string, string])[] = [
  ['175/2024/NĐ-CP', 'NĐ 217/2026 Điều 75'],
  ['61/2018/NĐ-CP', 'NĐ 118/2025'],
  ['107/2021/NĐ-CP', 'NĐ 118/2025'],
  ['20/2021/NĐ-CP', 'NĐ 335/2026'],
  ['62/2021/NĐ-CP', 'NĐ 154/2024'],
  ['53/2025/TT-BCA', 'TT 116/2026'],
  ['50/2014/QH13', 'Luật Xây dựng 135/2025/QH15'],
];

describe('no ground that has ended', () => {
  test.each(ended)('%s: %s', (number) => {
    const named = procedures.filter(
      ({ legalBasis, components }) =>
        legalBasis.includes(number) || components.some(({ name }) => name.includes(number)),
    );
    expect(named.map(({ code }) => code)).toEqual([]);
  });

  test('nor one of notaries or of missions abroad', () => {
    const foreign = ['257/2016/TT-BTC', '264/2016/TT-BTC', '123/2013/NĐ-CP'];
    expect(procedures.filter(({ legalBasis }) => foreign.some((one) => legalBasis.includes(one)))).toEqual([]);
  });
});

/** Code, day of acceptance, case, value and unit, worked out from the article. */
const worked = [
  // Luật Hộ tịch 2014 Điều 5 k3, 18 k2; Luật Hộ tịch 2026 Điều 3 k3
  ['1.000894', '2026-11-23', 'usual', 1, 'same-day'],
  ['1.000894', '2026-11-23', 'verify', 5, 'working-day'],
  ['1.000894', '2027-02-28', 'usual', 1, 'same-day'],
  ['1.000894', '2027-03-01', 'usual', 24, 'hour'],
  ['1.001193', '2027-02-28', 'usual', 1, 'same-day'],
  ['1.001193', '2027-03-01', 'usual', 24, 'hour'],
  // Luật Hộ tịch 2014 Điều 25 k2, 28 k2, 29
  ['1.001022', '2026-11-23', 'usual', 3, 'working-day'],
  ['1.001022', '2026-11-23', 'verify', 8, 'working-day'],
  ['1.004859', '2026-11-23', 'usual', 3, 'working-day'],
  ['1.004859', '2026-11-23', 'supplement-info', 1, 'same-day'],
  ['1.004859', '2026-11-23', 'verify', 6, 'working-day'],
  ['2.000748', '2026-11-23', 'usual', 3, 'working-day'],
  // NĐ 123/2015 Điều 28 k2, 35 k2, 39 k2
  ['1.005461', '2026-11-23', 'usual', 5, 'working-day'],
  ['1.005461', '2026-11-23', 'verify', 10, 'working-day'],
  ['2.002189', '2026-11-23', 'verify', 10, 'working-day'],
  ['2.000554', '2026-11-23', 'usual', 5, 'working-day'],
  // NĐ 23/2015 Điều 7, 17 k4, 21, 37
  ['2.000815', '2026-11-23', 'usual', 1, 'same-day'],
  ['2.000815', '2026-11-23', 'many', 2, 'working-day'],
  ['2.000908', '2026-11-23', 'usual', 1, 'same-day'],
  ['2.001035', '2026-11-23', 'usual', 2, 'working-day'],
  // Luật Cư trú Điều 22 k3, 31 k2
  ['1.004222', '2026-11-23', 'usual', 7, 'working-day'],
  ['1.003677', '2026-11-23', 'usual', 1, 'working-day'],
  ['1.003677', '2026-11-23', 'complex', 2, 'working-day'],
  // Luật Đất đai Điều 235 k2
  ['1.012812', '2026-11-23', 'usual', 30, 'day'],
  ['1.013967', '2026-11-23', 'usual', 45, 'day'],
  ['1.013978', '2026-11-23', 'usual', 20, 'working-day'],
  ['1.013978', '2026-11-23', 'islands', 30, 'working-day'],
  // NĐ 217/2026 Điều 54 k1
  ['1.013225', '2026-11-23', 'usual', 10, 'working-day'],
  ['1.013225', '2026-11-23', 'house', 7, 'working-day'],
  ['1.013226', '2026-11-23', 'usual', 9, 'working-day'],
  ['1.013226', '2026-11-23', 'house', 7, 'working-day'],
  ['1.013229', '2026-11-23', 'usual', 9, 'working-day'],
  ['1.013229', '2026-11-23', 'house', 7, 'working-day'],
  ['1.013227', '2026-11-23', 'usual', 5, 'working-day'],
  ['1.013228', '2026-11-23', 'usual', 5, 'working-day'],
  // NĐ 176/2025 Điều 4 k1, 5 k3; TT 01/2019 Điều 5 k2, 6; Luật Nuôi con nuôi Điều 19 k2
  ['1.014027', '2026-11-23', 'usual', 10, 'working-day'],
  ['1.014028', '2026-11-23', 'usual', 3, 'working-day'],
  ['1.001699', '2026-11-23', 'usual', 25, 'working-day'],
  ['2.001263', '2026-11-23', 'usual', 30, 'day'],
  // NĐ 335/2026, as the portal tells it
  ['1.001776', '2026-10-04', 'usual', 10, 'working-day'],
  ['1.001776', '2026-10-05', 'usual', 7, 'working-day'],
] as const;

test.each(worked)('%s accepted on %s, case %s: %i %s', (code, day, key, value, unit) => {
  const found = lawfulTerms(get(code), { day, channel: 'direct' }).find((term) => term.key === key);
  expect(found).toMatchObject({ value, unit });
});

test('the usual case stands first, and no term hangs on the way a file comes', () => {
  for (const procedure of procedures) {
    if (procedure.noTerm !== null) continue;
    const [first] = receptionTerms(procedure, { day: '2026-11-29', channel: 'direct' });
    expect([procedure.code, first?.key, first?.needs]).toEqual([procedure.code, 'usual', null]);
    expect(procedure.terms.filter(({ channels: ways }) => ways !== undefined)).toEqual([]);
  }
});

test('a file of the old building decree keeps what was published then', () => {
  const old = usualTerm(get('1.013225'), { day: '2026-06-30', channel: 'online' });
  expect(old).toMatchObject({ value: 20, unit: 'day', grade: 'B' });
});

describe('supplements, agencies, online', () => {
  test.each([
    ['1.013225', 5, 2],
    ['1.013226', 5, 2],
    ['1.013229', 5, 2],
    ['1.013227', 2, 1],
    ['1.013228', 2, 1],
  ])('%s: asked within %i, answered within %i working days (NĐ 217/2026 Điều 54 k2, k3)', (code, within, answer) => {
    expect(get(code).supplement).toMatchObject({
      times: 1,
      askWithin: { days: within, unit: 'working-day' },
      days: answer,
      unit: 'working-day',
      afterwards: 'refuse',
    });
    // k2a: a house is studied within three.
    const house = within === 5 ? [{ termCase: 'house', days: 3, unit: 'working-day' }] : undefined;
    expect(get(code).supplement?.askWithinOf).toEqual(house);
    expect(get(code).onlineOnly).toContain('NĐ 217/2026');
    expect(get(code).resultAway).toBe('NĐ 217/2026 Điều 54 k4');
    expect(get(code).onlineLevel).toBe('full');
  });

  test('the rest goes by the one-stop decree', () => {
    const own = procedures.filter(({ supplement }) => supplement !== null).map(({ code }) => code);
    expect(own).toEqual(['1.013225', '1.013226', '1.013227', '1.013228', '1.013229']);
  });

  test('what is filed online only', () => {
    const only = procedures.filter(({ onlineOnly }) => onlineOnly !== null).map(({ code }) => code);
    expect(only.toSorted()).toEqual(
      ['1.013225', '1.013226', '1.013227', '1.013228', '1.013229', '3.000722'].toSorted(),
    );
  });

  test('who decides: the commune, its police, the department', () => {
    expect(new Set(procedures.map(({ decidingAgency }) => decidingAgency))).toEqual(
      new Set(['UBND cấp xã', 'Công an cấp xã', 'Sở Nội vụ']),
    );
    expect(get('1.010803').decidingAgency).toBe('Sở Nội vụ');
    expect(get('1.003677').decidingAgency).toBe('Công an cấp xã');
  });

  test('a new code that was told from names says so', () => {
    const successors = procedures.flatMap(({ code, successor }) =>
      successor === null ? [] : [{ ...successor, of: code }],
    );
    expect(successors).toHaveLength(16);
    for (const { of, inferred, note } of successors) expect([of, inferred, note !== '']).toEqual([of, true, true]);
    expect(get('1.004222').successor?.code).toBe('1.116788');
    expect(get('1.013978').successor?.code).toBe('1.115939');
  });
});

describe('papers', () => {
  test('a short name fits a half sheet and was cut by nobody', () => {
    const names = procedures.flatMap(({ code, components }) => components.map(({ short }) => `${code} ${short}`));
    expect(names.filter((name) => name.length > 9 + 40 || name.includes('…'))).toEqual([]);
  });

  test('no paper stands twice in one case', () => {
    for (const { code, components } of procedures) {
      const keys = components.map(({ short, case: condition }) => `${short} ${condition ?? ''}`);
      expect(new Set(keys).size, code).toBe(keys.length);
    }
  });

  test('an alternative has another one to stand for', () => {
    for (const { code, components } of procedures) {
      const groups = Map.groupBy(
        components.filter(({ kind }) => kind === 'alternative'),
        ({ group }) => group,
      );
      for (const [group, papers] of groups)
        expect([code, group, papers.length > 1]).toEqual([code, expect.any(String), true]);
      expect(components.filter(({ kind, group }) => kind !== 'alternative' && group !== undefined)).toEqual([]);
    }
  });

  test('cards are shown, never received', () => {
    const cards = procedures.flatMap(({ components }) =>
      components.filter(({ short }) => short === 'Giấy tờ tùy thân'),
    );
    expect(cards.length).toBeGreaterThan(20);
    expect(new Set(cards.map(({ kind }) => kind))).toEqual(new Set(['shown']));
  });

  test('a house and a temple hand in other papers (NĐ 217/2026 Điều 57, 60)', () => {
    const cases = (code: string) => new Set(get(code).components.map(({ case: condition }) => condition));
    expect([...cases('1.013225')]).toEqual([
      undefined,
      'Nhà ở riêng lẻ',
      'Công trình theo tuyến, không theo tuyến',
      'Công trình tôn giáo',
      'Công trình tín ngưỡng',
      'Tượng đài, tranh hoành tráng',
      'Công trình ngoại giao, tổ chức quốc tế',
    ]);
  });

  test('notes, and what the office itself puts into the file, are no papers', () => {
    const names = procedures.flatMap(({ components }) => components.map(({ name }) => name));
    expect(names.filter((name) => /^(Lưu ý|Ngoài giấy tờ|\(v\)|Báo cáo đề xuất và dự thảo)/.test(name))).toEqual([]);
  });
});

test('free where the law says free', () => {
  for (const code of ['1.000894', '1.004837', '1.012812', '1.013967', '2.002637'])
    expect([code, get(code).fee.amount]).toEqual([code, 0]);
});

test.each(pagesWithTables)('the table in %s is the catalogue', (page) => {
  const text = readFileSync(page, 'utf8');
  expect(withTables(text, procedures)).toBe(text);
});
