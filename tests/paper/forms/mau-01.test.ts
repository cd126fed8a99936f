import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { isFault } from '../../../electron/contract/base/fault.ts';
import { receiptBytes, receiptDigits } from '../../../electron/domain/safety/proof/receipt-text.ts';
import type { Mau01Data } from '../../../electron/paper/forms/data.ts';
import { type PaperOptions, type RenderedPaper, createPaper } from '../../../electron/paper/paper.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { readCodes } from '../../support/papers/code-reader.ts';
import { birth, folders } from '../../support/papers/mau-01-sample.ts';
import { wordsOf } from '../../support/papers/page-boxes.ts';
import { drawFirstPage, fontsOfPdf, readPdf, textOfPdf } from '../../support/papers/pdf-reader.ts';

// Opening fonts and starting programs takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const paper = createPaper(folders);
const folder = newFolder();

async function render(data: unknown, options?: PaperOptions): Promise<RenderedPaper> {
  const found = await paper.render('mau-01', data, options);
  if (isFault(found)) throw new Error(JSON.stringify(found));
  return found;
}

/** The words of the first copy. */
function words(data: unknown, options?: PaperOptions): string {
  const found = paper.preview('mau-01', data, options);
  if (isFault(found)) throw new Error(JSON.stringify(found));
  return wordsOf(found.pages.slice(0, found.pages.length / 2));
}

async function saved(name: string, data: unknown, options?: PaperOptions): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, (await render(data, options)).pdf);
  return path;
}

describe('what Mẫu 01 says', () => {
  test.each([
    'UBND PHƯỜNG CÁT LÁI',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Cát Lái, ngày 23 tháng 11 năm 2026',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Mã hồ sơ: H29.999-261123-0042',
    '(Liên 1: Lưu)',
    'Tiếp nhận hồ sơ của: NGUYỄN THỊ ĐẶNG ÁNH',
    'Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)',
    'TT Tên giấy tờ Bản chính Bản sao 1 Tờ khai đăng ký khai sinh theo mẫu 01 – 2 Giấy chứng sinh',
    '3 Giấy chứng nhận kết hôn của cha, mẹ – 02',
    '2. Số lượng hồ sơ: 01 (bộ)',
    '3. Thời gian giải quyết hồ sơ theo quy định là: trong ngày',
    '4. Thời gian nhận hồ sơ: 15 giờ 12 phút, ngày 23 tháng 11 năm 2026',
    '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026',
    '6. Đăng ký nhận kết quả tại: Quầy trả kết quả',
    'Lệ phí hộ tịch: miễn khi đăng ký đúng hạn (Luật Hộ tịch 60/2014/QH13 Điều 11 k1 b)',
    'Quyển số: 2026; Số thứ tự: 0042',
    'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) NGUYỄN THỊ ĐẶNG ÁNH NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Trần Minh Đức',
    'mất giấy thì xuất trình giấy tờ tùy thân',
    'Mắt xích sổ 1a2b3c4d',
  ])('%s', (sentence) => {
    expect(words(birth)).toContain(sentence);
  });

  test('a paper of a real office carries no mark of practice, of a reprint or of a temporary number', () => {
    expect(words(birth)).not.toMatch(/THỰC HÀNH|in lại|SỐ TẠM|Người nộp thay|Trang/);
  });

  test.each<[string, Partial<Mau01Data>, PaperOptions, string]>([
    [
      'a temporary number says so',
      { number: { printed: 'T03-261123-0007', temporary: true } },
      {},
      'Số tạm: T03-261123-0007 SỐ TẠM - mã chính thức sẽ được cấp khi có kết nối',
    ],
    ['practice is marked first of all', { practice: true }, {}, 'HỒ SƠ THỰC HÀNH - KHÔNG CÓ GIÁ TRỊ UBND'],
    ['a reprint is counted', {}, { reprint: 2 }, '(Liên 1: Lưu) Bản in lại lần 2'],
    [
      'who stands at the desk signs',
      { submitter: { fullName: 'Lê Văn Bình' }, filer: 'Lê Văn Bình' },
      {},
      'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Lê Văn Bình',
    ],
    [
      'an unknown address is a line to write on',
      { applicant: { fullName: 'Lê Văn Bình' } },
      {},
      'Địa chỉ: .............',
    ],
    [
      'a fee is said in figures and in words',
      { payable: [{ said: 'Lệ phí', amountText: '8.000 đồng', words: 'Tám nghìn đồng' }] },
      {},
      'Lệ phí: 8.000 đồng (Tám nghìn đồng)',
    ],
    [
      'certified copies say how they were counted',
      { payable: [{ said: 'Phí chứng thực (Căn cước: 2 trang × 3 bản)', amountText: '12.000 đồng' }] },
      {},
      'Phí chứng thực (Căn cước: 2 trang × 3 bản): 12.000 đồng',
    ],
    [
      'a company leaves a line for the human being who files, and signs with no name of a company',
      {
        applicant: { fullName: 'CÔNG TY TNHH MẪU', organisation: true, idLabel: 'Mã số thuế', idText: '0312345678' },
        filer: undefined,
      },
      {},
      'Mã số thuế: 0312345678',
    ],
    ['before it is saved the number is blank', { number: { printed: '', temporary: false } }, {}, 'Mã hồ sơ: ………'],
  ])('%s', (_name, change, options, sentence) => {
    expect(words({ ...birth, ...change }, options)).toContain(sentence);
  });

  test('both copies say the same but for their name', () => {
    const found = paper.preview('mau-01', birth);
    if (isFault(found)) throw new Error('must preview');
    const [one, two] = found.pages.map((page) =>
      page.ops.map((op) => (op.kind === 'text' ? op.text : '')).filter((text) => !text.startsWith('(Liên')),
    );
    expect(one).toEqual(two);
    expect(JSON.stringify(found.pages[1])).toContain('(Liên 2: Giao người nộp)');
  });

  test('data that are not those of the form are a fault beside their field', async () => {
    expect(await paper.render('mau-01', { ...birth, dueAt: 'tomorrow' })).toMatchObject({
      fault: 'input-invalid',
      data: { issues: [{ path: 'dueAt' }] },
    });
    expect(paper.preview('mau-01', null)).toMatchObject({ fault: 'input-invalid' });
  });
});

describe('the file', () => {
  test('is the same to the byte each time', async () => {
    const first = await render(birth);
    expect(Buffer.from((await render(birth)).pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });

  test('does not depend on the papers printed before it, even where two characters share a glyph', async () => {
    // U+2044 and U+2215 are one glyph in Tinos; the file must say which of them to search for without looking back.
    const withSlash = (slash: string): Mau01Data => ({ ...birth, clerk: { fullName: `Trần${slash}Đức` } });
    const alone = await createPaper(folders).render('mau-01', withSlash('\u2215'));
    const other = createPaper(folders);
    await other.render('mau-01', withSlash('\u2044'));
    expect((await other.render('mau-01', withSlash('\u2215'))) as RenderedPaper).toMatchObject({
      sha256: (alone as RenderedPaper).sha256,
    });
  });

  test('is the same in another process, another time zone and language', async () => {
    const data = join(folder, 'birth.json');
    writeFileSync(data, JSON.stringify(birth));
    const script = `
      import { readFileSync } from 'node:fs';
      import { createPaper } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/paper/paper.ts'))};
      const done = await createPaper(${JSON.stringify(folders)}).render('mau-01', JSON.parse(readFileSync(${JSON.stringify(data)}, 'utf8')));
      console.log(done.sha256);`;
    const env = { ...process.env, TZ: 'America/New_York', LANG: 'de_DE.UTF-8' };
    const other = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env }).toString().trim();
    expect(other).toBe((await render(birth)).sha256);
  });

  test('is another where one value, the size or the reprint is another', async () => {
    const all = [
      await render(birth),
      await render({ ...birth, clerk: { fullName: 'Trần Minh Đưc' } }),
      await render(birth, { size: 'A4' }),
      await render(birth, { reprint: 1 }),
    ];
    expect(new Set(all.map((one) => one.sha256)).size).toBe(all.length);
  });

  test('is the same for composed and decomposed Vietnamese', async () => {
    const decomposed = JSON.parse(JSON.stringify(birth).normalize('NFD')) as unknown;
    expect(JSON.stringify(decomposed)).not.toBe(JSON.stringify(birth));
    expect((await render(decomposed)).sha256).toBe((await render(birth)).sha256);
  });

  test('names no person outside its pages', async () => {
    const path = await saved('plain', birth);
    const head = readFileSync(path, 'latin1');
    const info = /\/Title[\s\S]{0,400}/.exec(head)?.[0] ?? '';
    expect(info).not.toBe('');
    expect(head).toContain('/Lang (vi-VN)');
    for (const name of ['NGUY', 'Tr\u1ea7n', '0900', '261123-0042']) expect(head).not.toContain(name);
  });
});

describe('as another program reads it (PDFium)', () => {
  test('every value is found by searching', async () => {
    const text = (await textOfPdf((await render(birth)).pdf)).normalize('NFC');
    const values = [
      'NGUYỄN THỊ ĐẶNG ÁNH',
      birth.applicant.address,
      birth.applicant.email,
      'Đăng ký khai sinh',
      '17 giờ 00 phút, ngày 25 tháng 11 năm 2026',
      'Trần Minh Đức',
      'H29.999-261123-0042',
    ];
    for (const value of values) expect(text).toContain(value);
    for (const { name } of birth.papers ?? []) for (const word of name.split(' ')) expect(text).toContain(word);
    expect(text.match(/GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ/g)).toHaveLength(2);
  });

  test('all fonts are embedded, subset and searchable', async () => {
    const fonts = await fontsOfPdf((await render(birth)).pdf);
    expect(fonts).toHaveLength(4);
    for (const font of fonts)
      expect(font).toEqual({
        name: expect.stringMatching(/^[A-Z]{6}\+Tinos-\S+$/) as string,
        isEmbedded: true,
        isReadable: true,
      });
  });

  test('a font that is left out, or whose letters cannot be searched for, is noticed', async () => {
    const without = async (key: string) => {
      const file = Buffer.from((await render(birth)).pdf).toString('latin1');
      return fontsOfPdf(Buffer.from(file.replaceAll(`/${key}`, `/${key.slice(0, -1)}X`), 'latin1'));
    };
    expect((await without('FontFile2')).map((font) => font.isEmbedded)).toEqual([false, false, false, false]);
    expect((await without('ToUnicode')).map((font) => font.isReadable)).toEqual([false, false, false, false]);
  });

  test('the pages are A5, or A4 where the office chose it', async () => {
    const sizesOf = async (options: PaperOptions) =>
      (await readPdf((await render(birth, options)).pdf)).map(({ width, height }) => `${width} x ${height}`);
    const a5 = expect.stringMatching(/^419\.5\d* x 595\.2\d*$/) as string;
    const a4 = expect.stringMatching(/^595\.2\d* x 841\.8\d*$/) as string;
    expect(await sizesOf({})).toEqual([a5, a5]);
    expect(await sizesOf({ size: 'A4' })).toEqual([a4, a4]);
  });
});

describe('as a scanner reads it (ZXing)', () => {
  test.each([
    ['H29.999-261123-0042', 'A5'],
    ['H29.999-261123-0042', 'A4'],
    ['000.00.01.H29-20261123-1234567', 'A5'],
    ['T03-261123-0007', 'A5'],
  ] as const)('bar code and QR of %s on %s hold the number and nothing else', async (printed, size) => {
    const { pdf } = await render({ ...birth, number: { printed, temporary: printed.startsWith('T') } }, { size });
    // 203 dots an inch: the coarsest printer found at a counter.
    expect(await readCodes(await drawFirstPage(pdf, 203))).toEqual([`Code128:${printed}`, `QRCode:${printed}`]);
  });
});

describe('with the square that the desk signed', () => {
  const square = receiptDigits(
    receiptBytes('0123456789abcdef', {
      kind: 'received',
      number: '000.00.01.H29-20261123-1234567',
      acceptedAt: birth.acceptedAt,
      dueAt: birth.dueAt,
      amount: 999_999_999_999,
      head: 'ff'.repeat(16),
    }),
    Uint8Array.from({ length: 64 }, () => 255),
  );

  test.each([
    ['H29.999-261123-0042', 'A5'],
    ['H29.999-261123-0042', 'A4'],
    ['000.00.01.H29-20261123-1234567', 'A5'],
    ['000.00.01.H29-20261123-1234567', 'A4'],
  ] as const)(
    '%s on %s: the longest square there is reads beside both symbols of the number',
    async (printed, size) => {
      const { pdf } = await render({ ...birth, number: { printed, temporary: false }, square }, { size });
      expect(await readCodes(await drawFirstPage(pdf, 203))).toEqual(
        [`Code128:${printed}`, `QRCode:${printed}`, `QRCode:${square}`].toSorted(),
      );
    },
  );

  test.each(['A5', 'A4'] as const)(
    'on %s it takes no page more, and the number stands where it stood',
    async (size) => {
      const plain = await render(birth, { size });
      const signed = await render({ ...birth, square }, { size });
      expect(signed.pages).toBe(plain.pages);
      expect(words({ ...birth, head: '1a2b3c4d5e6f7a8b', square }, { size })).toContain(
        'Mắt xích sổ 1a2b3c4d5e6f7a8b · Ô vuông bên trái',
      );
    },
  );
});
