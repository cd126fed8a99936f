import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProcedureDetail } from '../../../../../../electron/contract/catalogue/procedure.ts';
import { missingItems } from '../../../../../../renderer/screens/counter/reception/waiting/intake-form.ts';
import { newReception } from '../../../../../../renderer/screens/counter/case-fields/reception-form.ts';
import {
  type PapersForm,
  caseOfFiler,
  citizenCasesOf,
  casesOfPapers,
  groupComponents,
  lacksCase,
  receivedOf,
  usualComponents,
  withCase,
} from '../../../../../../renderer/screens/counter/case-fields/what/usual-components.ts';

type Entry = {
  code: string;
  components: {
    name: string;
    short: string;
    kind: string;
    group?: string;
    case?: string;
    originals: number;
    copies: number;
  }[];
};

const file = new URL('../../../../../../resources/data/procedures.json', import.meta.url);
const catalogue = (JSON.parse(readFileSync(file, 'utf8')) as { data: { procedures: Entry[] } }).data.procedures;

function procedure(code: string): ProcedureDetail {
  const entry = catalogue.find((one) => one.code === code);
  if (entry === undefined) throw new Error(`the catalogue has no ${code}`);
  const components = entry.components.map(({ case: condition, group, ...rest }, index) => ({
    ...rest,
    group: group ?? null,
    index,
    condition: condition ?? null,
  }));
  return { components } as ProcedureDetail;
}

function usualNames(code: string, channel: 'direct' | 'online'): string[] {
  const detail = procedure(code);
  return Object.keys(usualComponents(detail, channel)).map((index) =>
    detail.components[Number(index)]!.name.slice(0, 24),
  );
}

describe('the papers nearly everybody hands in, for the procedures counters see most', () => {
  test.each([
    ['1.001193', ['Giấy chứng sinh; trường ', 'Tờ khai đăng ký khai sin']],
    ['1.000656', ['Giấy báo tử hoặc giấy tờ', 'Tờ khai đăng ký khai tử ']],
    ['1.000894', ['Tờ khai đăng ký kết hôn ']],
    ['1.004873', ['Tờ khai cấp Giấy xác nhậ']],
    ['2.000635', ['Tờ khai đề nghị bản sao ']],
    // What data tell, or a paper that is only shown, is not received (NĐ 154/2024, NĐ 118/2025 Điều 17 k1b).
    ['1.004194', ['Tờ khai thay đổi thông t']],
    ['1.001022', ['Văn bản của cơ quan y tế', 'Tờ khai đăng ký đăng ký ']],
    ['2.000815', ['Bản chính giấy tờ, văn b']],
  ])('%s at the desk', (code, names) => {
    expect(usualNames(code, 'direct')).toEqual(names);
  });

  test('the interactive form belongs to the portal and never to the desk', () => {
    expect(usualNames('1.000894', 'online')).toEqual(['Mẫu hộ tịch điện tử tươn']);
  });
});

/** A reception of the procedure as it begins, with the cases chosen one after the other. */
function begun(code: string, cases: readonly string[] = [], channel: 'direct' | 'online' = 'direct'): PapersForm {
  const detail = procedure(code);
  const form: PapersForm = { channel, components: usualComponents(detail, channel) };
  return cases.reduce((before, words) => withCase(detail, before, words), form);
}

function shown(code: string, form: PapersForm) {
  return groupComponents(procedure(code), form).map(({ kind, heading, components }) => ({
    kind,
    heading,
    papers: components.map(({ short }) => short),
  }));
}

function ticked(code: string, form: PapersForm): string[] {
  return Object.keys(form.components).map((index) => procedure(code).components[Number(index)]!.short);
}

const building = '1.013225';
const death = '1.000656';

describe('the papers of this citizen (NĐ 118/2025 Điều 16)', () => {
  test('whatever the procedure: everybody’s papers are there without a word, each other one once its case is chosen, none twice', () => {
    for (const { code } of catalogue) {
      const detail = procedure(code);
      const all = citizenCasesOf(detail).map(({ words }) => words);
      const everybody = groupComponents(detail, begun(code)).flatMap(({ components }) => components);
      expect(everybody.every(({ condition }) => condition === null)).toBe(true);
      // Online nothing is left out: the portal's form stands beside the one on paper.
      const form: PapersForm = { channel: 'online', components: {}, citizenCases: all };
      const indexes = groupComponents(detail, form).flatMap(({ components }) => components.map(({ index }) => index));
      expect(indexes.toSorted((a, b) => a - b)).toEqual(detail.components.map(({ index }) => index));
    }
  });

  test('of 23 papers of a building permit a house has five, and none of the others', () => {
    expect(shown(building, begun(building)).flatMap(({ papers }) => papers)).toHaveLength(2);
    const house = shown(building, begun(building, ['Nhà ở riêng lẻ']));
    expect(house.map(({ kind, heading, papers }) => [kind, heading, papers.length])).toEqual([
      ['usual', '', 2],
      ['case', 'Nhà ở riêng lẻ', 3],
    ]);
  });

  test('several cases may hold; choosing ticks their papers, and leaving one takes those ticks alone', () => {
    const both = begun('1.001193', ['Ủy quyền cho người khác', 'Trẻ bị bỏ rơi']);
    expect(both.citizenCases).toEqual(['Trẻ bị bỏ rơi', 'Ủy quyền cho người khác']);
    const one = withCase(procedure('1.001193'), both, 'Trẻ bị bỏ rơi');
    expect(one.citizenCases).toEqual(['Ủy quyền cho người khác']);
    expect(ticked('1.001193', one)).toEqual(ticked('1.001193', begun('1.001193', ['Ủy quyền cho người khác'])));
    expect(withCase(procedure('1.001193'), one, 'Ủy quyền cho người khác').components).toEqual(
      begun('1.001193').components,
    );
  });

  test('what a hand ticked never goes with a case', () => {
    const detail = procedure('1.001193');
    const chosen = begun('1.001193', ['Trẻ bị bỏ rơi']);
    const { index } = detail.components.find(({ condition }) => condition === 'Trẻ bị bỏ rơi')!;
    const byHand: PapersForm = { ...chosen, caseTicks: [] };
    const left = withCase(detail, byHand, 'Trẻ bị bỏ rơi');
    expect(left.components[String(index)]).toEqual({ originals: 1, copies: 0 });
    expect(groupComponents(detail, left).flatMap(({ components }) => components.map((one) => one.index))).toContain(
      index,
    );
  });

  test('a paper that stands for everybody’s in a case takes its tick, and gives it back', () => {
    const detail = procedure(death);
    const plain = begun(death);
    expect(ticked(death, plain)).toContain('Giấy báo tử hoặc giấy thay thế');
    const without = withCase(detail, plain, 'Chết đã lâu, không có giấy báo tử');
    expect(ticked(death, without)).not.toContain('Giấy báo tử hoặc giấy thay thế');
    expect(receivedOf(detail, without)).toEqual(receivedOf(detail, plain));
    expect(withCase(detail, without, 'Chết đã lâu, không có giấy báo tử').components).toEqual(plain.components);
  });

  test('of papers that stand for each other one is enough, and which one is the clerk’s to say', () => {
    const code = '1.001612';
    const form = begun(code, ['Ủy quyền cho người khác']);
    const group = groupComponents(procedure(code), form).find(({ kind }) => kind === 'alternative')!;
    expect([group.heading, group.components.length]).toEqual(['Ủy quyền cho người khác', 4]);
    const { received, all } = receivedOf(procedure(code), form);
    const [, , third] = group.components;
    const one = { ...form, components: { ...form.components, [String(third!.index)]: { originals: 1, copies: 0 } } };
    expect(receivedOf(procedure(code), one)).toEqual({ received: received + 1, all });
    expect(all).toBe(received + 1);
  });

  test('the form of the portal is nothing that is brought to a counter', () => {
    const names = (channel: 'direct' | 'online') =>
      groupComponents(procedure('1.000894'), begun('1.000894', [], channel))
        .flatMap(({ components }) => components.map(({ name }) => name))
        .filter((name) => name.includes('tương tác'));
    expect([names('direct').length, names('online').length]).toEqual([0, 1]);
  });

  test('a file that came without a word of its case says it by its papers', () => {
    const detail = procedure('1.001193');
    const { index } = detail.components.find(({ condition }) => condition === 'Mang thai hộ')!;
    expect(casesOfPapers(detail, { [String(index)]: {} })).toEqual(['Mang thai hộ']);
    expect(casesOfPapers(detail, {})).toEqual([]);
  });

  test('what is only shown, or asked for now and then, stands last', () => {
    expect(shown('1.001193', begun('1.001193')).map(({ kind }) => kind)).toEqual(['usual', 'shown']);
  });
});

describe('what is missing', () => {
  const reception = { draftId: '', requestId: '' };
  const missing = (code: string, cases: readonly string[]) => {
    const { components: _ticks, ...form } = begun(code, cases);
    return missingItems({ ...newReception(reception), ...form, components: {} }, procedure(code), 'Một trong');
  };

  test('papers of cases that are not the citizen’s are not', () => {
    expect(missing(building, [])).toHaveLength(2);
    // The third of a house's own is asked for «nếu có».
    expect(missing(building, ['Nhà ở riêng lẻ'])).toHaveLength(4);
  });

  test('of papers that stand for each other one line, which a slip has room for, whole words to its end', () => {
    const lines = missing('1.001612', ['Ủy quyền cho người khác']);
    const group = lines.find((line) => line.startsWith('Một trong: '))!;
    expect(group.split('; ')).toHaveLength(4);
    for (const { code } of catalogue) {
      const every = citizenCasesOf(procedure(code)).map(({ words }) => words);
      expect(missing(code, every).filter((line) => line.length > 300)).toEqual([]);
    }
  });
});

/** NĐ 118/2025 Điều 16 k1: what a citizen is told to bring is exact and complete. */
describe('the case that has to be said first', () => {
  const residence = '1.004222';
  test.each<[string, string, string[] | undefined, boolean]>([
    ['a residence and no case', residence, undefined, true],
    ['a residence, the case chosen', residence, ['Thuê, mượn, ở nhờ'], false],
    ['a birth, whose cases are beside the usual one', '1.001193', undefined, false],
    ['a temporary residence of one person', '1.004194', undefined, false],
  ])('%s', (_name, code, cases, lacks) => {
    expect(lacksCase(procedure(code), begun(code, cases))).toBe(lacks);
  });

  test('a paper of a case says which one it is', () => {
    const { index } = procedure(residence).components.find(({ condition }) => condition === 'Thuê, mượn, ở nhờ')!;
    const form = begun(residence);
    const components = { ...form.components, [String(index)]: { originals: 0, copies: 1 } };
    expect(lacksCase(procedure(residence), { ...form, components })).toBe(false);
  });

  test.each<[string, string, string | null, string[], string | undefined]>([
    ['by an authorisation', '1.001193', 'Giấy ủy quyền số 12', [], 'Ủy quyền cho người khác'],
    ['typed in other marks', '1.001193', 'giấy ủy quyền'.normalize('NFD'), [], 'Ủy quyền cho người khác'],
    ['by an authorisation, chosen already', '1.001193', 'Giấy ủy quyền 12', ['Ủy quyền cho người khác'], undefined],
    [
      'a household, chosen as who has no account',
      '1.001266',
      'Ủy quyền',
      ['Ủy quyền, chưa có tài khoản định danh'],
      undefined,
    ],
    ['as the mother', '1.001193', 'mẹ đẻ', [], undefined],
    ['by nobody else', '1.001193', null, [], undefined],
    ['where the procedure knows no such case', residence, 'Giấy ủy quyền 12', [], undefined],
  ])('who files %s', (_name, code, authorisation, citizenCases, words) => {
    const submitter = authorisation === null ? null : { authorisation };
    expect(caseOfFiler(procedure(code), { channel: 'direct', components: {}, citizenCases, submitter })).toBe(words);
  });
});
