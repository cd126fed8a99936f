import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ComponentItem, Procedure } from '../../../electron/contract/catalogue/lists.ts';
import { isOnlyShown, isPlainHeading, paperName, usualCounts } from '../../../electron/domain/catalogue/components.ts';
import { feesTold, publicNote } from '../../../electron/domain/catalogue/public-notes.ts';

const file = new URL('../../../resources/data/procedures.json', import.meta.url);
const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: { procedures: Procedure[] } };
const incentivesFile = new URL('../../../resources/data/incentives.json', import.meta.url);
const incentives = (JSON.parse(readFileSync(incentivesFile, 'utf8')) as { data: [] }).data;
const components = data.procedures.flatMap((procedure) => procedure.components);

function item(name: string, change: Partial<ComponentItem> = {}): ComponentItem {
  return { name, short: `${name.slice(0, 30)}…`, originals: 1, copies: 0, ...change } as ComponentItem;
}

describe('what a paper is called on half a sheet', () => {
  test.each([
    ['Tờ khai đăng ký khai sinh theo mẫu', 'Tờ khai đăng ký khai sinh theo mẫu'],
    [
      'Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh',
      'Giấy chứng sinh',
    ],
    [
      'Văn bản ủy quyền (được chứng thực) theo quy định của pháp luật trong trường hợp ủy quyền thực hiện việc đăng ký',
      'Văn bản ủy quyền',
    ],
    [
      'Đối với Quân đội nhân dân: Giấy giới thiệu đăng ký tạm trú của đơn vị cấp trung đoàn và tương đương trở lên.',
      'Giấy giới thiệu đăng ký tạm trú của đơn vị cấp trung đoàn',
    ],
    ['(iii) Bản sao phiếu gửi hồ sơ', 'Bản sao phiếu gửi hồ sơ'],
    [
      'Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập.',
      'Biên bản về việc trẻ bị bỏ rơi',
    ],
  ])('%s', (name, expected) => {
    expect(paperName(item(name))).toBe(expected);
  });

  test('a name that a person shortened stands as it is', () => {
    expect(paperName(item('Giấy tờ có giá trị chứng minh thông tin về cư trú', { short: 'Giấy tờ cư trú' }))).toBe(
      'Giấy tờ cư trú',
    );
  });

  test('of all the list: whole words, no dots, short enough', () => {
    expect(components.length).toBeGreaterThan(400);
    for (const component of components) {
      const name = paperName(component);
      expect(name, component.name).not.toMatch(/…|\.\.\.|[\s,;:]$/u);
      expect(name.length, component.name).toBeGreaterThan(3);
      expect(name.length, component.name).toBeLessThanOrEqual(60);
    }
  });
});

describe('a paper that is only shown is not received (NĐ 118/2025 Điều 17 k1)', () => {
  test.each<[Partial<ComponentItem> & { kind?: string }, boolean]>([
    [{ case: 'Giấy tờ phải xuất trình' }, true],
    [{ case: 'Xuất trình để đối chiếu khi nộp trực tiếp' }, true],
    [{ case: 'Giấy tờ phải nộp' }, false],
    [{}, false],
    [{ case: 'Giấy tờ phải xuất trình', kind: 'received' }, false],
    [{ kind: 'shown' }, true],
    [{ kind: 'alternative' }, false],
  ])('%j: %s', (change, shown) => {
    expect(isOnlyShown({ ...item('Thẻ căn cước'), ...change })).toBe(shown);
  });

  test('a heading that stands over every file names no case', () => {
    expect(['Giấy tờ phải nộp', 'Giấy tờ phải xuất trình', 'Hồ sơ đăng ký tạm trú gồm'].every(isPlainHeading)).toBe(
      true,
    );
    expect(isPlainHeading('Trường hợp ủy quyền thực hiện thủ tục')).toBe(false);
  });
});

describe('what a citizen is told (NĐ 118/2025 Điều 16)', () => {
  const ours = /DVCQG|chưa (tìm|xác minh|đối chiếu)|không điền số|Kênh khác/u;

  test('no note of the list that is for the office', () => {
    for (const { code, termNote } of data.procedures) expect(publicNote(termNote), code).not.toMatch(ours);
    expect(publicNote('Trong ngày. (DVCQG không ghi số ngày; lấy từ trình tự thực hiện.)')).toBe('Trong ngày.');
    expect(publicNote('Kể từ ngày nhận đủ hồ sơ.')).toBe('Kể từ ngày nhận đủ hồ sơ.');
  });

  test('each fee by its rule, and none of ours either', () => {
    for (const procedure of data.procedures)
      for (const told of feesTold(procedure, incentives)) expect(told, procedure.code).not.toMatch(ours);
  });

  test.each<[string, RegExp]>([
    ['2.000815', /2\.000 đ(ồng)? một trang, từ trang thứ 3 1\.000 đ(ồng)? một trang, tối đa 200\.000 đ(ồng)? một bản/],
    ['1.004222', /nộp trực tiếp 20\.000 đ(ồng)?, nộp trực tuyến 10\.000 đ(ồng)?/],
    ['1.014159', /theo mức niêm yết tại Trung tâm/],
    ['1.010803', /^không thu$/],
  ])('%s', (code, expected) => {
    const procedure = data.procedures.find((one) => one.code === code);
    if (procedure === undefined) throw new Error(code);
    expect(feesTold(procedure, incentives).join(' ')).toMatch(expected);
  });
});

/** What lies on the counter, whatever the portal counts for it. */
describe('how many of a component are usually handed in', () => {
  test.each([
    ['Tờ khai theo mẫu', 1, 0, 1, 0],
    ['Đơn đề nghị', 0, 0, 1, 0],
    ['Bản sao Bản án, quyết định ly hôn của nước ngoài', 1, 0, 0, 1],
    ['Người nước ngoài phải nộp bản sao hộ chiếu/giấy tờ thay thế', 1, 0, 0, 1],
    ['Giấy chứng nhận hộ nghèo do UBND xã cấp (bản sao có công chứng)', 1, 1, 0, 1],
    ['Một trong các loại giấy tờ sau: + Bản sao văn bản phê duyệt dự án', 1, 1, 0, 1],
    ['Bản chính hoặc bản sao có chứng thực của giấy chứng nhận quyền sở hữu', 1, 1, 0, 1],
    ['Bản chính hoặc bản sao có chứng thực giấy phép xây dựng đã cấp', 1, 0, 1, 0],
    ['Bản chính giấy tờ làm cơ sở để chứng thực bản sao và bản sao cần chứng thực. Trường hợp …', 1, 0, 0, 1],
    // The copies are what is asked for, not what is handed in.
    ['Tờ khai đề nghị bản sao Trích lục hộ tịch theo mẫu', 1, 0, 1, 0],
    ['Văn bản ủy quyền trong trường hợp ủy quyền thực hiện yêu cầu cấp bản sao Trích lục', 1, 0, 1, 0],
  ])('%s', (name, originals, copies, usualOriginals, usualCopies) => {
    expect(usualCounts({ name, originals, copies })).toEqual({ originals: usualOriginals, copies: usualCopies });
  });
});
