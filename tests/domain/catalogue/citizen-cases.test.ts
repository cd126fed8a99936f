import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citizenCases, goesByCase, isAskedIn, toggledCase } from '../../../electron/domain/catalogue/citizen-cases.ts';

const house = 'Hộ gia đình, cá nhân';
const inherited = `${house}: Nhận thừa kế`;
const abroad = 'Người gốc Việt Nam định cư ở nước ngoài';

describe('the cases of a citizen that a procedure asks papers for', () => {
  test('each once, in the order of the list, those within one behind it', () => {
    expect(citizenCases([null, inherited, house, abroad, house, undefined])).toEqual([
      { words: house, of: null },
      { words: inherited, of: house },
      { words: abroad, of: null },
    ]);
  });

  test('a heading that stands over every file is no case', () => {
    expect(citizenCases(['Giấy tờ phải nộp', 'Giấy tờ phải xuất trình', ''])).toEqual([]);
  });

  test('words before a colon that are no case of the procedure make none', () => {
    expect(citizenCases(['Trợ cấp tuất: Con chưa đủ 18 tuổi'])).toEqual([
      { words: 'Trợ cấp tuất: Con chưa đủ 18 tuổi', of: null },
    ]);
  });

  test('a paper without a case is asked of everybody, one with a case of the citizens of it (NĐ 118/2025 Điều 16)', () => {
    expect(isAskedIn(null, [])).toBe(true);
    expect(isAskedIn('Giấy tờ phải nộp', [])).toBe(true);
    expect(isAskedIn(abroad, [])).toBe(false);
    expect(isAskedIn(abroad, [abroad])).toBe(true);
    expect(isAskedIn(inherited, [house])).toBe(false);
    expect(isAskedIn(house, [inherited])).toBe(true);
  });

  test('a case within another is chosen with it, and goes with it', () => {
    const all = citizenCases([house, inherited, abroad]);
    expect(toggledCase(all, [], inherited)).toEqual([house, inherited]);
    expect(toggledCase(all, [abroad, house, inherited], house)).toEqual([abroad]);
    expect(toggledCase(all, [abroad], house)).toEqual([house, abroad]);
    expect(toggledCase(all, [house, inherited], inherited)).toEqual([house]);
  });
});

describe('the list of the house', () => {
  type Entry = { code: string; components: { case?: string }[] };
  const file = new URL('../../../resources/data/procedures.json', import.meta.url);
  const { procedures } = (JSON.parse(readFileSync(file, 'utf8')) as { data: { procedures: Entry[] } }).data;

  test('every paper is reached by choosing cases, and the papers of everybody without', () => {
    for (const { components } of procedures) {
      const headings = components.map((one) => one.case);
      const every = citizenCases(headings).map(({ words }) => words);
      expect(headings.every((heading) => isAskedIn(heading, every))).toBe(true);
      expect(headings.filter((heading) => isAskedIn(heading, [])).every((heading) => heading === undefined)).toBe(true);
    }
  });

  test('of the 23 papers of a building permit the case of a house asks for its own', () => {
    const { components } = procedures.find(({ code }) => code === '1.013225')!;
    const asked = (cases: readonly string[]) => components.filter((one) => isAskedIn(one.case, cases)).length;
    expect([asked([]), asked(['Nhà ở riêng lẻ'])]).toEqual([2, 5]);
  });
});

type Listed = { code: string; components: { name: string; kind: string; case?: string }[] };

/** NĐ 118/2025 Điều 16 k1: the papers are those of the case; Luật Cư trú 2020 Điều 20, 21 for residence. */
test('the procedures whose papers go by the case, of all that counters have', () => {
  const file = new URL('../../../resources/data/procedures.json', import.meta.url);
  const listed = (JSON.parse(readFileSync(file, 'utf8')) as { data: { procedures: Listed[] } }).data.procedures;
  expect(
    listed
      .filter(({ components }) => goesByCase(components))
      .map(({ code }) => code)
      .join(' '),
  ).toBe(
    '1.004837 1.003677 1.004222 1.001699 1.001776 2.000286 1.013949 1.013978 1.013225 1.013229 2.000575 2.000720 2.002637 1.001714',
  );
});
