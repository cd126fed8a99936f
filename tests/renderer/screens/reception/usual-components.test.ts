import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProcedureDetail } from '../../../../electron/contract/catalogue/procedure.ts';
import { groupComponents, usualComponents } from '../../../../renderer/screens/reception/what/usual-components.ts';

type Entry = {
  code: string;
  components: { name: string; short: string; case?: string; originals: number; copies: number }[];
};

const file = new URL('../../../../resources/data/procedures.json', import.meta.url);
const catalogue = (JSON.parse(readFileSync(file, 'utf8')) as { data: { procedures: Entry[] } }).data.procedures;

function procedure(code: string): ProcedureDetail {
  const entry = catalogue.find((one) => one.code === code);
  if (entry === undefined) throw new Error(`the catalogue has no ${code}`);
  const components = entry.components.map(({ case: condition, ...rest }, index) => ({
    ...rest,
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
    ['1.004194', ['Thông tin chứng minh về ', 'Tờ khai thay đổi thông t']],
    ['2.000815', ['Bản chính giấy tờ, văn b']],
  ])('%s at the desk', (code, names) => {
    expect(usualNames(code, 'direct')).toEqual(names);
  });

  test('the interactive form belongs to the portal and never to the desk', () => {
    expect(usualNames('1.000894', 'online')).toContain('Mẫu hộ tịch điện tử tươn');
  });
});

describe('groups', () => {
  test('no component is lost or shown twice, whatever the procedure', () => {
    for (const entry of catalogue) {
      const detail = procedure(entry.code);
      const shown = groupComponents(detail, 'direct').flatMap((group) => group.components.map((one) => one.index));
      expect(shown.toSorted((a, b) => a - b)).toEqual(detail.components.map((one) => one.index));
    }
  });

  test('what is usual stands first, under no heading', () => {
    expect(groupComponents(procedure('1.001193'), 'direct').map((group) => group.heading)).toEqual([
      null,
      'Giấy tờ phải nộp',
      'Giấy tờ phải xuất trình',
      '',
    ]);
  });
});
