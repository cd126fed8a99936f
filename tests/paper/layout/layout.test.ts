import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { PaperPage } from '../../../electron/contract/common/printing/paper.ts';
import type { Mau01Data } from '../../../electron/paper/forms/data.ts';
import { type PaperOptions, createPaper } from '../../../electron/paper/paper.ts';
import { toPaperText } from '../../../electron/paper/type/font.ts';
import { birth, folders } from '../../support/papers/mau-01-sample.ts';
import { collisions, lettersOf, outside, texts } from '../../support/papers/page-boxes.ts';

// Opening fonts and starting programs takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const paper = createPaper(folders);
const margins = { A5: { top: 8, right: 10, bottom: 7, left: 14 }, A4: { top: 20, right: 15, bottom: 20, left: 30 } };

function pagesOf(data: unknown, options: PaperOptions = {}): PaperPage[] {
  const found = paper.preview('mau-01', data, options);
  if ('fault' in found) throw new Error(JSON.stringify(found));
  return found.pages;
}

const word = fc.string({
  unit: fc.constantFrom(
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyếộữặằÁĐẶƯỚỲ'.split(''),
    ...'ếộữặằ'.normalize('NFD').split(''),
    '.',
    '-',
    '/',
  ),
  minLength: 1,
  maxLength: 14,
});
const text = (max: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: max }).map((words) => words.join(' '));
const unbroken = fc.string({ unit: fc.constantFrom('W', 'i', 'Ế', '0'), minLength: 90, maxLength: 150 });
const anyText = fc.oneof(text(6), text(50), unbroken);

const cases: fc.Arbitrary<{ data: Mau01Data; options: PaperOptions & { size: 'A5' | 'A4' } }> = fc.record({
  data: fc
    .record({
      name: anyText,
      address: fc.option(anyText, { nil: undefined }),
      phone: fc.option(text(3), { nil: undefined }),
      procedure: anyText,
      components: fc.array(fc.record({ name: anyText, originals: fc.nat(20), copies: fc.nat(20) }), { maxLength: 14 }),
      fees: fc.array(fc.record({ name: text(8), amountText: text(2) }), { maxLength: 3 }),
      submitter: fc.option(anyText, { nil: undefined }),
      temporary: fc.boolean(),
      practice: fc.boolean(),
      digits: fc.stringMatching(/^[0-9]{0,24}$/),
    })
    .map(({ name, address, phone, procedure, submitter, temporary, digits, ...rest }) => ({
      ...birth,
      ...rest,
      held: rest.components,
      number: { printed: digits === '' ? '' : `H29.999-261123-${digits}`, temporary },
      applicant: {
        fullName: name,
        ...(address === undefined ? {} : { address }),
        ...(phone === undefined ? {} : { phone }),
      },
      procedure: { code: '1.004859', name: procedure },
      ...(submitter === undefined ? {} : { submitter: { fullName: submitter } }),
    })),
  options: fc.record({
    size: fc.constantFrom('A5' as const, 'A4' as const),
    reprint: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
  }),
});

describe('whatever is printed', () => {
  test(
    'nothing leaves the margins, nothing is drawn over another, and every word is there',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(cases, ({ data, options }) => {
          const pages = pagesOf(data, options);
          for (const page of pages) {
            expect(outside(page, margins[options.size])).toEqual([]);
            expect(collisions(page)).toEqual([]);
          }
          const printed = lettersOf(pages);
          for (const value of [
            data.applicant.fullName,
            data.procedure.name,
            ...data.components.map((component) => component.name),
          ]) {
            for (const part of toPaperText(value).split(' ')) expect(printed).toContain(part);
          }
        }),
        { seed: 20261122, numRuns: 40, endOnFailure: true },
      );
    },
  );
});

describe('a long list of papers', () => {
  const components = Array.from({ length: 12 }, (_, index) => ({
    name: `Giấy tờ số ${index + 1}: ${'văn bản của cơ quan có thẩm quyền '.repeat(9)}`,
    originals: 1,
    copies: index,
  }));
  const pages = pagesOf({ ...birth, held: components });

  test('runs over several pages, each with the head of the table, its number, and whose it is', () => {
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.length % 2).toBe(0);
    const total = pages.length / 2;
    for (const [index, page] of pages.entries()) {
      const words = texts(page).map((op) => op.text);
      const copy = index < total ? 'Liên 1: Lưu' : 'Liên 2: Giao người nộp';
      expect(words).toContain(`H29.999-261123-0042 · ${copy} · Trang ${(index % total) + 1}/${total}`);
      const rows = words.filter((word) => /^\d+$/.test(word)).length;
      expect(words.filter((word) => word === 'Tên giấy tờ')).toHaveLength(rows > 0 ? 1 : 0);
    }
  });

  test('a signature is never alone on a page', () => {
    const signed = pages.find((page) => texts(page).some((op) => op.text === 'NGƯỜI NỘP HỒ SƠ'));
    expect(signed?.ops.some((op) => op.kind === 'text' && op.text.startsWith('Vào Sổ theo dõi'))).toBe(true);
  });

  test('a paper named in more lines than a page has is still printed whole', () => {
    const name = Array.from({ length: 900 }, (_, index) => `từ${index}`).join(' ');
    const one = pagesOf({ ...birth, held: [{ name: name.slice(0, 2000), originals: 1, copies: 0 }] });
    const printed = one
      .flatMap(texts)
      .map((op) => op.text)
      .join(' ');
    expect(printed).toContain('từ0 ');
    expect(printed).toContain('từ250');
    for (const page of one) expect(outside(page, margins.A5)).toEqual([]);
  });
});

describe('the head of the paper (NĐ 30/2020, Phụ lục I)', () => {
  test.each(['A5', 'A4'] as const)(
    '%s: the rule under the motto is as long as the motto, that under the agency a third to a half',
    (size) => {
      const [page] = pagesOf(birth, { size });
      if (page === undefined) throw new Error('no page');
      const motto = texts(page).find((op) => op.text === 'Độc lập - Tự do - Hạnh phúc');
      const nation = texts(page).find((op) => op.text === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      const rules = page.ops.filter((op) => op.kind === 'line').slice(0, 2);
      const [agency, under] = rules;
      if (motto === undefined || nation === undefined || agency === undefined || under === undefined)
        throw new Error('head not found');
      expect(under.x1).toBeCloseTo(motto.x, 1);
      expect(under.x2).toBeCloseTo(motto.x + motto.width, 1);
      expect(under.y1).toBeGreaterThan(motto.y + motto.size * 0.2);
      expect(motto.x + motto.width / 2).toBeCloseTo(nation.x + nation.width / 2, 1);
      const widest = Math.max(
        ...texts(page)
          .filter((op) => op.x < page.width / 2 && op.font === 'bold' && op.y < agency.y1)
          .map((op) => op.width),
      );
      expect((agency.x2 - agency.x1) / widest).toBeGreaterThanOrEqual(1 / 3);
      expect((agency.x2 - agency.x1) / widest).toBeLessThanOrEqual(1 / 2);
    },
  );

  test('a usual paper is one sheet a copy, on A5 and on A4', () => {
    expect(pagesOf(birth)).toHaveLength(2);
    expect(pagesOf(birth, { size: 'A4' })).toHaveLength(2);
    expect(pagesOf(birth)[0]).toMatchObject({ width: 419.528, height: 595.276 });
    expect(pagesOf(birth, { size: 'A4' })[0]).toMatchObject({ width: 595.276, height: 841.89 });
  });
});

test('what is made ahead for nobody changes no paper that is made after it', async () => {
  const warmed = createPaper(folders);
  await warmed.warm('mau-01');
  const [after, alone] = await Promise.all([warmed, createPaper(folders)].map((one) => one.render('mau-01', birth)));
  if (after === undefined || 'fault' in after) throw new Error('no paper');
  expect(after).toMatchObject({ sha256: alone !== undefined && 'sha256' in alone ? alone.sha256 : '' });
});
