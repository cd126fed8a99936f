import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../../support/desk/test-desk.ts';

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterEach(() => at.end());

const from = '2026-11-23';
const reason = 'Theo Quyết định 113 của phường';
const head = 'STT,Mã TTHC,Tên thủ tục hành chính,Lĩnh vực,Thời hạn giải quyết,Phí lệ phí,Mức độ';
const list = (text: string, more: object = {}) => ({ text, format: 'csv', from, ...more });
const rows = (...lines: string[]) => [head, ...lines].join('\n');

describe('what a list says that is not taken as it stands', () => {
  test('a limit that is longer than the law’s is not taken, also where a list before it made it shorter', async () => {
    const [code, name] = ['1.000894', 'Đăng ký kết hôn'];
    await at.get('catalogue.setProcedure', {
      code,
      term: { value: 4, unit: 'working-hour', ground: reason },
      from,
      reason,
    });
    const taken = await at.get(
      'catalogue.takeList',
      list(rows(`1,${code},${name},,30 ngày,,`, '2,1.999001,Xác nhận nhà trọ,,5 ngày,,')),
    );
    expect(taken.problems).toEqual([
      expect.objectContaining({
        row: 2,
        kind: 'term-longer',
        text: expect.stringContaining('dài hơn thời hạn luật định'),
      }),
    ]);
    expect(await at.get('procedure.get', { code })).toMatchObject({ term: { value: 4, unit: 'working-hour' } });
  });

  test('who signed below the list is no procedure; a row with a limit there is one', async () => {
    const { problems, added } = await at.get(
      'catalogue.previewList',
      list(
        rows(
          '1,1.999001,Xác nhận nhà trọ,,5 ngày,,',
          ',,Xác nhận tạm vắng,,2 ngày,,',
          ',,Người lập biểu,Chủ tịch,,,',
          ',,Nguyễn Văn Lập,Trần Thị Ký,,,',
        ),
      ),
    );
    expect(added.map(({ name }: { name: string }) => name)).toEqual(['Xác nhận nhà trọ', 'Xác nhận tạm vắng']);
    expect(problems.map(({ row, kind }: { row: number; kind: string }) => [row, kind])).toEqual([
      [3, 'code-none'],
      [4, 'no-procedure'],
      [5, 'no-procedure'],
    ]);
  });

  test('a code that was mended and its own name are taken', async () => {
    const { problems } = await at.get(
      'catalogue.previewList',
      list(rows('1,1.00011,Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới,,,,')),
    );
    expect(problems).toEqual([]);
  });

  test('a day in the past is asked about', async () => {
    const input = list(rows('1,1.999001,Xác nhận nhà trọ,,,,'), { from: '2025-11-23' });
    expect((await at.get('catalogue.previewList', input)).problems).toEqual([
      expect.objectContaining({ row: 0, kind: 'from-past', text: expect.stringContaining('23/11/2025') }),
    ]);
  });

  test('rows behind the last that is read are counted', async () => {
    const { problems } = await at.get('catalogue.previewList', list(rows(...Array(20_000).fill(',,,,,,x'))));
    expect(problems).toEqual([expect.objectContaining({ row: 20_001, kind: 'rows-beyond', left: true })]);
  });
});
