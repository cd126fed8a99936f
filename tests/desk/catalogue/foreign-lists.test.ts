import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDesk, openPracticeDesk } from '../../support/desk/test-desk.ts';
import { tcvn3, vni, windows1258 } from '../../support/data/old-bytes.ts';
import { workbookOf, zipped } from '../../support/data/workbook.ts';

let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
  at.sit('supervisor');
});
afterAll(() => at.end());

const from = '2026-11-23';
const list = (text: string) => ({ text, format: 'csv', from });

describe('lists of other hands import as a person would expect', () => {
  const words =
    'STT;Mã TTHC;Tên thủ tục hành chính;Lĩnh vực;Thời hạn giải quyết\n1;1.999001;Xác nhận đủ điều kiện cho thuê nhà trọ;Nhà ở;03 ngày làm việc\n';
  const wanted = { code: '1.999001', name: 'Xác nhận đủ điều kiện cho thuê nhà trọ', termText: '03 ngày làm việc' };
  const bytes = (base64: string) => ({ base64, format: 'csv', from });

  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(words, 'utf16le')],
    ['tabs', Buffer.from(words.replaceAll(';', '\t'))],
    ['line ends of Windows', Buffer.from(words.replaceAll('\n', '\r\n'))],
    ['decomposed letters', Buffer.from(words.normalize('NFD'))],
    ['windows-1258', windows1258(words)],
    ['TCVN3', tcvn3(words)],
    ['VNI', vni(words)],
  ])('%s', async (_name, raw) => {
    const preview = await at.get('catalogue.previewList', bytes(raw.toString('base64')));
    expect(preview.added).toEqual([expect.objectContaining(wanted)]);
    expect(preview.problems).toEqual([]);
  });

  test('letters of an old font pasted into a new file', async () => {
    const pasted = vni(words).toString('latin1');
    const preview = await at.get('catalogue.previewList', list(pasted));
    expect(preview.added).toEqual([expect.objectContaining(wanted)]);
  });

  test('quotes, separators and line breaks inside a cell', async () => {
    const text = 'Mã TTHC,Tên thủ tục\n1.999001,"Xác nhận ""nhà trọ"", phòng\ncho thuê"\n';
    expect((await at.get('catalogue.previewList', list(text))).added[0].name).toBe(
      'Xác nhận "nhà trọ", phòng cho thuê',
    );
  });

  test('a workbook with title rows, merged cells, sections and codes as numbers', async () => {
    const base64 = workbookOf([
      { name: 'Bìa', rows: [['UBND PHƯỜNG CÁT LÁI'], ['Năm 2026']] },
      {
        name: 'Danh mục',
        merged: ['A1:F1', 'A2:F2', 'F6:F7'],
        rows: [
          ['DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC THẨM QUYỀN CẤP XÃ', null, null, null, null, null],
          ['(Kèm theo Quyết định số 113/QĐ-UBND ngày 01/11/2026)', null, null, null, null, null],
          [null],
          ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Lĩnh vực'],
          ['I', null, 'LĨNH VỰC HỘ TỊCH', null, null, null],
          [1, 1.001193, 'Đăng ký khai sinh', 'Trong ngày', null, 'Hộ tịch'],
          [
            2,
            1.00089,
            { xml: '<r><t>Xác nhận </t></r><r><t>nhà trọ</t></r><rPh sb="0" eb="1"><t>xx</t></rPh>' },
            '03 ngày làm việc',
            8000,
            null,
          ],
          ['II', null, 'LĨNH VỰC AN TOÀN THỰC PHẨM', null, null, null],
          [3, 1.013855, 'CẤP GIẤY CHỨNG NHẬN AN TOÀN THỰC PHẨM', '15 ngày (10 ngày đối với cơ sở cũ)', null, null],
          [null, null, 'Tổng cộng: 3 thủ tục', null, null, null],
        ],
      },
    ]);
    const preview = await at.get('catalogue.previewList', { base64, format: 'xlsx', from });
    expect(preview).toMatchObject({ sheet: 'Danh mục', sheets: ['Bìa', 'Danh mục'], head: 4 });
    expect(preview.added).toEqual([
      expect.objectContaining({
        row: 7,
        code: '1.000890',
        name: 'Xác nhận nhà trọ',
        field: 'Hộ tịch',
        termText: '03 ngày làm việc',
      }),
    ]);
    expect(preview.problems).toEqual([
      expect.objectContaining({ row: 7, kind: 'code-padded' }),
      expect.objectContaining({ row: 9, kind: 'term-several' }),
    ]);
    expect(preview.changed).toEqual([
      expect.objectContaining({ row: 9, code: '1.013855', name: 'Cấp giấy chứng nhận an toàn thực phẩm' }),
    ]);
  });

  test('a workbook as a library writes it', async () => {
    const file = await writeExcelFile([
      [{ value: 'Mã thủ tục' }, { value: 'Tên thủ tục' }],
      [{ value: '1.999001' }, { value: 'Xác nhận nhà trọ & <phòng>' }],
    ]).toBuffer();
    const preview = await at.get('catalogue.previewList', { base64: file.toString('base64'), format: 'xlsx', from });
    expect(preview.added).toEqual([expect.objectContaining({ code: '1.999001', name: 'Xác nhận nhà trọ & <phòng>' })]);
  });

  test.each([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['no workbook', Buffer.from('đây không phải tệp nén')],
    ['a cut one', Buffer.from(workbookOf([{ name: 'a', rows: [['Mã', 'Tên']] }]), 'base64').subarray(0, 200)],
    ['another zip', zipped([['word/document.xml', '<a/>']])],
  ])('%s is refused by a sentence', async (_name, raw) => {
    expect(
      await at.call('catalogue.previewList', { base64: raw.toString('base64'), format: 'xlsx', from }),
    ).toMatchObject({
      fault: { code: 'list-unreadable', message: expect.stringContaining('Chưa có gì thay đổi') },
    });
  });

  test('a workbook whose parts are never closed is read through once, and refused', async () => {
    const book = '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>';
    const sheet = `<worksheet>${'<row r="1">'.repeat(300_000)}${'<c '.repeat(300_000)}`;
    const raw = zipped([
      ['xl/workbook.xml', book],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/worksheets/sheet1.xml', sheet],
    ]);
    expect(
      await at.call('catalogue.previewList', { base64: raw.toString('base64'), format: 'xlsx', from }),
    ).toMatchObject({ fault: { code: 'list-unreadable' } });
  });

  test('whatever bytes a file has, the answer is a list or a sentence', async () => {
    const good = Buffer.from(
      workbookOf([
        {
          name: 'a',
          rows: [
            ['Mã', 'Tên'],
            ['1.999001', 'Xác nhận nhà trọ'],
          ],
        },
      ]),
      'base64',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('csv', 'xlsx'),
        async (changes, format) => {
          const raw = Buffer.from(good);
          for (const [place, byte] of changes) raw[place] = byte;
          const answer = await at.call('catalogue.previewList', { base64: raw.toString('base64'), format, from });
          expect(answer.ok || answer.fault.code === 'list-unreadable', JSON.stringify(answer.fault)).toBe(true);
        },
      ),
      { seed: 17, numRuns: 150 },
    );
  });

  test('a workbook that unpacks to very much is refused, and nothing hangs', async () => {
    const raw = zipped([['xl/workbook.xml', `<workbook>${' '.repeat(70 * 1024 * 1024)}</workbook>`]]);
    expect(
      await at.call('catalogue.previewList', { base64: raw.toString('base64'), format: 'xlsx', from }),
    ).toMatchObject({
      fault: { code: 'list-unreadable' },
    });
  });
});
