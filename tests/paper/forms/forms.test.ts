import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readForm } from '../../../electron/paper/forms/files.ts';
import type { Form } from '../../../electron/paper/forms/schema.ts';
import { fillTemplate, isFilled, valueAt } from '../../../electron/paper/forms/template.ts';
import { createPaper } from '../../../electron/paper/paper.ts';
import { toPaperText } from '../../../electron/paper/type/font.ts';
import { samples } from '../../support/papers/form-samples.ts';
import { folders } from '../../support/papers/mau-01-sample.ts';
import { collisions, lettersOf, mm, outside, texts, wordsOf } from '../../support/papers/page-boxes.ts';
import { textOfPdf } from '../../support/papers/pdf-reader.ts';

// Opening fonts and starting programs takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 120_000 });

const paper = createPaper(folders);
const names = Object.keys(samples);

function textOf(name: string): string {
  return readFileSync(join(folders.formsFolder, `${name}.json`), 'utf8');
}

function formOf(name: string): Form {
  const form = readForm(name, textOf(name));
  if ('fault' in form) throw new Error(JSON.stringify(form));
  return form;
}

/** The one sheet of a letter (NĐ 30/2020, Phụ lục I). */
function onlyOf(name: string): 'A5' | 'A4' | undefined {
  return formOf(name).paper?.only;
}

function pagesOf(name: string, data: unknown, size: 'A5' | 'A4' = 'A5') {
  const found = paper.preview(name, data, { size });
  if ('fault' in found) throw new Error(JSON.stringify(found));
  return found.pages;
}

/** The lines of the edge rulers are meant to reach the edge. */
function withoutRulers(name: string, pages: ReturnType<typeof pagesOf>) {
  const form = formOf(name);
  return form.edgeRulers ? pages.map((page) => ({ ...page, ops: page.ops.filter((op) => op.kind !== 'line') })) : pages;
}

const word = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyếộữặằÁĐẶƯỚỲ'.split(''), '.', '-', '/'),
  minLength: 1,
  maxLength: 14,
});
const text = (max: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: max }).map((words) => words.join(' '));
const anyText = fc.oneof(
  text(6),
  text(50),
  fc.string({ unit: fc.constantFrom('W', 'i', 'Ế', '0'), minLength: 90, maxLength: 150 }),
);

/** What people write on each form; all of it has to be on the paper, whatever it is. */
const written: Readonly<Record<string, readonly string[]>> = {
  'huong-dan': [
    'procedure.name',
    'papers[].name',
    'papers[].condition',
    'termNote',
    'fees[].text',
    'legalBasis[].text',
  ],
  'mau-02': ['applicant.fullName', 'applicant.address', 'procedure.name', 'items[].text', 'reason'],
  'mau-03': ['applicant.fullName', 'procedure.name', 'reason', 'legalBasis'],
  'mau-04': ['applicant.fullName', 'procedure.name', 'reason', 'issuer.inText', 'issuer.preparedBy'],
  'mau-05': ['applicant.fullName', 'grounds[].text', 'stage', 'held[].name'],
  'mau-06': [
    'applicant.fullName',
    'agencyInText',
    'partners',
    'handler',
    'journey[].from',
    'journey[].giver',
    'journey[].note',
  ],
  'nhan-tui': ['procedure.name', 'centre'],
  'qua-trinh': ['applicant.fullName', 'steps[].what', 'steps[].person', 'steps[].to'],
  'test-page': ['printer'],
  'tra-ket-qua': ['applicant.fullName', 'receiver.fullName', 'authorisation', 'given[].kind', 'given[].note'],
};

/** The data with other words at a path; `[]` is every element of a list. */
function replaced(data: unknown, path: readonly string[], next: () => string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next();
  if (step === '[]') return (data as unknown[]).map((item) => replaced(item, rest, next));
  return { ...(data as object), [step]: replaced((data as Record<string, unknown>)[step], rest, next) };
}

describe('every form', () => {
  test('has a sample here, and is sound', () => {
    const listed = paper.listForms();
    expect(listed.filter((entry) => 'fault' in entry)).toEqual([]);
    const here = listed.map((entry) => ('fault' in entry ? '' : entry.form));
    expect(here).toEqual(expect.arrayContaining(names));
  });

  const every = paper.listForms().flatMap((entry) => ('fault' in entry ? [] : [entry.form]));

  test.each(every)('%s can be tried on: each field filled with its own name', async (name) => {
    expect(await paper.check(name, textOf(name))).toEqual({ pages: expect.any(Number), pdf: expect.any(Uint8Array) });
  });

  test.each(names)('%s: no field of it may be misspelt', (name) => {
    const form = textOf(name);
    const bindings = [...new Set(form.match(/\{[A-Za-z][A-Za-z.]*/g))];
    expect(bindings.length).toBeGreaterThan(1);
    for (const binding of bindings) {
      expect(readForm(name, form.replace(binding, `${binding}x`)), binding).toMatchObject({ fault: 'form-broken' });
    }
  });

  // Whose layout nobody held beside the circular's own: the office is told of each, and its own papers say it; no citizen's does.
  const inside = new Set(['hieu-chuan', 'khoa-khoi-phuc', 'nhan-tui', 'test-page', 'thu-cuon', 'thu-cuon-58']);
  const ofTheOffice = new Set(['ban-giao', 'mau-06', 'mau-07', 'qua-trinh', 'so-trong']);
  const leaving = every.filter((name) => !inside.has(name));
  test.each(leaving)('%s: its file says that it is not verified, and its paper to the office alone', (name) => {
    const { verification, ...layout } = formOf(name);
    expect(verification.state).toBe('unverified');
    expect(/chưa đối chiếu|tạm dùng/i.test(JSON.stringify(layout))).toBe(ofTheOffice.has(name));
  });

  test('Mẫu 04 bears the name of the circular, whole (TT 03/2025/TT-VPCP Phụ lục I)', () => {
    const said = wordsOf(pagesOf('mau-04', samples['mau-04']));
    expect(said).toMatch(/VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT (?!HỒ SƠ)/);
  });
});

describe('whatever is written', () => {
  test.each(Object.entries(written))(
    '%s: nothing leaves the margins, nothing is drawn over another, every word is there',
    (name, paths) => {
      const sizes = formOf(name).paper?.sizes;
      if (sizes === undefined) throw new Error(`${name} is not on sheets`);
      const data = fc.array(anyText, { minLength: 12, maxLength: 12 }).map((words) => {
        let at = 0;
        const used: string[] = [];
        const next = (): string => {
          const found = words[at % words.length] ?? '';
          at += 1;
          used.push(found);
          return found;
        };
        const changed = paths.reduce<unknown>(
          (whole, path) => replaced(whole, path.split(/\.|(?=\[\])/), next),
          samples[name],
        );
        return { changed, used };
      });
      fc.assert(
        fc.property(data, fc.constantFrom('A5' as const, 'A4' as const), ({ changed, used }, size) => {
          const pages = withoutRulers(name, pagesOf(name, changed, size));
          for (const page of pages) {
            expect(outside(page, sizes[onlyOf(name) ?? size].margins)).toEqual([]);
            expect(collisions(page)).toEqual([]);
          }
          const printed = lettersOf(pages);
          for (const value of used) for (const part of toPaperText(value).split(' ')) expect(printed).toContain(part);
        }),
        { seed: 20261122, numRuns: 12, endOnFailure: true, includeErrorInReport: true },
      );
    },
  );
});

describe('what the papers say', () => {
  test.each<[string, string, string]>([
    ['mau-02', 'numbers stand beside the date', 'Số: 07/HDHS'],
    [
      'mau-02',
      'every missing paper has its number',
      '1. Giấy đề nghị đăng ký hộ kinh doanh có chữ ký của chủ hộ 2. Bản sao',
    ],
    ['mau-02', 'once only, and from the beginning', 'được tính lại từ đầu sau khi nhận đủ hồ sơ'],
    ['mau-02', 'the citizen’s last day is a date', 'Thời hạn bổ sung: hết ngày 10 tháng 12 năm 2026'],
    ['mau-03', 'where counters count for themselves their code is in the number', 'Số: 12/PTC-Q1'],
    ['mau-03', 'the legal ground', 'Căn cứ pháp lý: Điều 6 Luật Đầu tư'],
    ['mau-04', 'a number that is not known is left to be written', 'Số: ………/………'],
    ['mau-04', 'the apology', 'trân trọng gửi lời xin lỗi đến Ông/Bà, rất mong nhận được sự thông cảm'],
    ['mau-04', 'once only', 'Việc hẹn lại ngày trả kết quả được thực hiện không quá một lần'],
    ['mau-04', 'who signs', 'Lưu: VT. TRƯỞNG CÔNG AN (Ký, ghi rõ họ tên và đóng dấu; cấp phó ký thay ghi KT.'],
    ['mau-05', 'its number is left to be written', 'Số: ………/TB-………'],
    ['mau-05', 'who issues it is no recipient of it', 'Nơi nhận: - Như trên; - Lưu: VT, hồ sơ.'],
    ['mau-05', 'that nothing was decided', 'Hồ sơ chưa có quyết định hoặc kết quả giải quyết.'],
    ['mau-06', 'who gave and who took', 'Người giao Trần Minh Đức Người nhận Lê Thị Hường'],
    [
      'mau-06',
      'that it was extended',
      'Đã gia hạn; hẹn trả trước đó: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026; lý do:',
    ],
    ['mau-06', 'that it went to the citizen for papers', '2. Nhận: Người nộp hồ sơ'],
    ['mau-06', 'rows to write on', '1. Giao: ………… 2. Nhận: ………… …… giờ …… phút, ngày …… tháng …… năm ………'],
    ['tra-ket-qua', 'the proxy’s paper', 'Nhận thay theo giấy ủy quyền: Giấy ủy quyền số 15/UQ'],
    ['tra-ket-qua', 'the lost receipt', 'Người nhận báo mất Giấy tiếp nhận hồ sơ và hẹn trả kết quả'],
    [
      'qua-trinh',
      'who did what',
      '3 09:30 25/11/2026 Lê Thị Hường Yêu cầu bổ sung: Giấy đề nghị chưa ký NGUYỄN THỊ ĐẶNG ÁNH',
    ],
    ['huong-dan', 'when a paper is asked for', 'mang thai hộ của cơ sở y tế Trường hợp trẻ sinh ra do mang thai hộ'],
    ['huong-dan', 'which list it comes from', 'Theo danh mục thủ tục bản 2026-11-22'],
    ['test-page', 'the printer', 'Máy in: Canon LBP2900 (quầy 1)'],
  ])('%s: %s', (name, _what, sentence) => {
    expect(wordsOf(pagesOf(name, samples[name]))).toContain(sentence);
  });

  test('the test page has every Vietnamese letter, and a scale in true millimetres', () => {
    const pages = pagesOf('test-page', samples['test-page']);
    const printed = new Set(wordsOf(pages));
    const marks = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
    for (const vowel of 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY')
      for (const mark of marks) expect(printed).toContain((vowel + mark).normalize('NFC'));
    expect(printed).toContain('đ');
    const [page] = pages;
    const ticks = (page?.ops ?? []).flatMap((op) =>
      op.kind === 'line' && op.x1 === op.x2 && op.y2 - op.y1 > 3.9 * mm && op.width === 0.3 ? [op.x1] : [],
    );
    expect(ticks.length).toBeGreaterThan(10);
    for (const [index, x] of ticks.entries()) expect(x).toBeCloseTo(16 * mm + index * 10 * mm, 1);
  });

  test('a letter’s lines reach both edges but for the last of a paragraph', () => {
    const [page] = pagesOf('mau-04', samples['mau-04']);
    const edge = (page?.width ?? 0) - 15 * mm;
    const lines = new Map<number, number>();
    for (const op of texts(page ?? { width: 0, height: 0, ops: [] }))
      lines.set(op.y, Math.max(lines.get(op.y) ?? 0, op.x + op.width));
    const full = [...lines.values()].filter((right) => Math.abs(right - edge) < 0.1);
    expect(full.length).toBeGreaterThan(6);
  });

  test.each([
    ["{a ?? 'để trống'}", {}, 'để trống'],
    ["{a|upper ?? 'để trống'}", { a: 'có' }, 'CÓ'],
    ["{a ?? b|upper ?? 'để trống'}", { b: 'hai' }, 'HAI'],
    ["x[ {a ?? 'để trống'}]", {}, 'x để trống'],
    ['x[ {a}]', {}, 'x'],
  ])('%s with %j', (template, values, expected) => {
    const runs = fillTemplate(template, values);
    expect(runs.map((run) => run.text).join('')).toBe(expected);
  });
});

describe('the file', () => {
  test.each(names)('%s is the same to the byte each time, and by its own text', async (name) => {
    const [one, two, kept, atOnce] = [
      await paper.render(name, samples[name]),
      await createPaper(folders).render(name, samples[name]),
      await paper.render(name, samples[name], { formText: textOf(name) }),
      paper.renderAtOnce(name, samples[name]),
    ];
    if ('fault' in one || 'fault' in two || 'fault' in kept || 'fault' in atOnce) throw new Error('all must render');
    expect([two.sha256, kept.sha256, atOnce.sha256]).toEqual([one.sha256, one.sha256, one.sha256]);
    expect(Buffer.from(atOnce.pdf).equals(one.pdf)).toBe(true);
    expect(kept.formSha256).toBe(one.formSha256);
  });
});

describe('as another program reads it (PDFium)', () => {
  test.each(names)('%s is found by searching', async (name) => {
    const made = await paper.render(name, samples[name], { size: 'A4' });
    if ('fault' in made) throw new Error(made.fault);
    const found = (await textOfPdf(made.pdf)).normalize('NFC').replace(/\s+/g, ' ');
    const title = formOf(name).blocks.find((block) => block.kind === 'paragraph' && block.size === 'title');
    expect(title).toBeDefined();
    // A label's title is its number, which is written into the words.
    if (title?.kind === 'paragraph' && !title.text.includes('{'))
      expect(found).toContain(title.text.replaceAll('**', ''));
    const data = samples[name] as {
      applicant?: { fullName: string };
      procedure?: { name: string };
      printer?: string;
      maker?: string;
    };
    expect(found).toContain(data.applicant?.fullName ?? data.procedure?.name ?? data.printer ?? data.maker);
  });
});

/** Labelled lines of a form with the template of what stands behind the label. */
function labelled(form: Form): {
  readonly label: string;
  readonly text: string;
  readonly when: string | undefined;
  readonly unless: string | undefined;
}[] {
  return form.blocks.flatMap((block) =>
    block.kind === 'fields'
      ? block.items.map(({ label, text: said }) => ({ label, text: said, when: block.when, unless: block.unless }))
      : [],
  );
}

describe('a labelled line whose value is known is never left empty', () => {
  test.each(names)('%s, on A5 and A4', (name) => {
    const data = samples[name];
    for (const size of ['A5', 'A4'] as const) {
      const printed = lettersOf(pagesOf(name, data, size));
      for (const { label, text: said, when, unless } of labelled(formOf(name))) {
        if (
          (when !== undefined && !isFilled(valueAt(data, when))) ||
          (unless !== undefined && isFilled(valueAt(data, unless)))
        )
          continue;
        const filled = fillTemplate(said, data, '')
          .map((run) => run.text)
          .join('');
        for (const part of toPaperText(filled).split(' ').filter(Boolean))
          expect(printed, `${name}: ${label}`).toContain(part);
      }
    }
  });
});

test('each form says the paper it is for: a sheet of one size, a roll, or the office’s own', () => {
  const on = Object.fromEntries(
    paper.listForms().flatMap((entry) => ('fault' in entry ? [] : [[entry.form, entry.on]])),
  );
  expect(on).toMatchObject({
    'mau-01': 'office',
    'mau-01-cuon': '80 mm',
    'mau-01-cuon-58': '58 mm',
    'mau-04': 'A4',
    'mau-05': 'A4',
    'mau-07': 'A4',
    'ban-giao': 'A4',
  });
});
