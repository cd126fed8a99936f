import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PaperPage } from '../../../../electron/contract/common/printing/paper.ts';
import { readForm } from '../../../../electron/paper/forms/files.ts';
import { type Form, type Sheet, isRollForm } from '../../../../electron/paper/forms/schema.ts';
import { type TestDesk, clockAt, openTestDesk, reception } from '../../../support/desk/test-desk.ts';
import { changeOffice } from '../../../support/counter/money-desk.ts';
import { collisions, mm, outside, wordsOf } from '../../../support/papers/page-boxes.ts';

// A whole practice office, each of whose papers is drawn.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const formsFolder = path.resolve(import.meta.dirname, '../../../../resources/forms');

function formOf(name: string): Form {
  const form = readForm(name, readFileSync(path.join(formsFolder, `${name}.json`), 'utf8'));
  if ('fault' in form) throw new Error(JSON.stringify(form));
  return form;
}

type Seen = { readonly form: string; readonly pages: PaperPage[]; readonly of: string };

let at: TestDesk;
const seen: Seen[] = [];

/** Every form that a case can have, on sheets and on both rolls. */
const caseForms = [
  'mau-01',
  'mau-01-cuon',
  'mau-01-cuon-58',
  'mau-02',
  'mau-03',
  'mau-04',
  'mau-05',
  'mau-06',
  'nhan-tui',
  'bien-lai',
  'bien-lai-sai',
  'phieu-thu-tam',
  'phieu-thanh-toan',
  'qua-trinh',
  'tra-ket-qua',
];

async function look(caseId: string, forms: readonly string[]): Promise<void> {
  for (const form of forms) {
    const made = await at.call('paper.render', { caseId, form });
    if (!made.ok) {
      expect(made.fault.code).toBe('form-not-applicable');
      continue;
    }
    const { pages } = await at.get('paper.view', { documentId: made.value.documentId });
    seen.push({ form, pages, of: caseId });
  }
}

async function caseIds(): Promise<string[]> {
  const { rows } = await at.get('register.list', { from: '2026-10-01', to: '2026-11-30' });
  return (rows as { caseId: string }[]).map(({ caseId }) => caseId);
}

/** A file of each kind of person and procedure whose papers say something of their own. */
async function received(): Promise<string[]> {
  const firm = { kind: 'business', fullName: 'CÔNG TY TNHH MẪU', idNumber: '0312345678', address: '1 Lê Lợi' };
  const four = [0, 1, 2, 3].map((index) => ({ index, originals: 1, copies: 1 }));
  const asked = [
    { procedureCode: '1.001193', components: four },
    { procedureCode: '1.001612', components: four, applicant: firm },
    {
      procedureCode: '2.000815',
      copies: [
        { paper: 'Căn cước', pages: 2, copies: 3 },
        { pages: 40, copies: 2 },
      ],
    },
    { procedureCode: '1.004222', components: four },
    { procedureCode: '3.000722', channel: 'online', components: [{ index: 0, originals: 1, copies: 0 }] },
  ];
  const made: string[] = [];
  for (const change of asked) {
    const answer = await at.call(
      'case.receive',
      reception({ components: [{ index: 0, originals: 1, copies: 0 }], ...change }),
    );
    if (answer.ok) made.push(answer.value.caseId);
  }
  expect(made.length).toBeGreaterThanOrEqual(4);
  return made;
}

beforeAll(async () => {
  at = openTestDesk({ at: Date.parse('2026-11-23T08:00:00+07:00') });
  await at.get('office.openPractice', { cases: 60, seed: 3, password: 'Quay-Mot-Cua-1' });
  clockAt(at, '2026-11-23T09:00:00');
  const own = await received();
  const all = await caseIds();
  expect(all.length).toBeGreaterThan(40);
  for (const caseId of [...own, ...all]) await look(caseId, caseForms);
  // The same on A4; a letter is on A4 either way.
  await changeOffice(at, { paperSize: 'A4' });
  for (const caseId of [...own, ...all.slice(0, 25)]) await look(caseId, caseForms);
});
afterAll(() => at.end());

/** The sheet a page was laid out on, by its width. */
function sheetOf(form: Form, page: PaperPage): Sheet {
  if (isRollForm(form)) return form.roll.sheet;
  const landscape = form.paper.orientation === 'landscape';
  const short = Math.round((landscape ? page.height : page.width) / mm);
  return short > 180 ? form.paper.sizes.A4 : form.paper.sizes.A5;
}

/** What the lists and the program say to the office, and to nobody else. */
const ours =
  /chưa (xác minh|tìm được|kiểm chứng|điền)|DVCQG|không điền số|khung trình tự chung|undefined|\bnull\b|NaN|\[object/iu;

/** A layout that nobody held beside the circular’s own. */
const uncompared = /chưa đối chiếu|tạm dùng/iu;

describe('every paper of every act of a practice office', () => {
  test('every form of a case was looked at, on both sheets and both rolls', () => {
    const forms = new Set(seen.map(({ form }) => form));
    // From 2027 on only: money.test.ts draws it.
    expect(caseForms.filter((form) => !forms.has(form))).toEqual(['phieu-thu-tam']);
    const widths = new Set(seen.flatMap(({ pages }) => pages.map((page) => Math.round(page.width / mm))));
    expect([...widths].toSorted((a, b) => a - b)).toEqual([58, 80, 148, 210]);
  });

  test('none bears a note of ours', () => {
    for (const { form, pages, of } of seen) expect(wordsOf(pages), `${form} ${of}`).not.toMatch(ours);
  });

  test('that a layout was not compared is said in small print at the foot alone', () => {
    for (const { form, pages, of } of seen) {
      const { blocks, pageTop, pageBottom } = formOf(form);
      expect(JSON.stringify([pageTop, blocks]), form).not.toMatch(uncompared);
      for (const block of pageBottom)
        if (uncompared.test(JSON.stringify(block))) expect(block, form).toMatchObject({ size: 'small' });
      expect(wordsOf(pages).match(/chưa đối chiếu/gu)?.length ?? 0, `${form} ${of}`).toBeLessThanOrEqual(pages.length);
    }
  });

  test('nothing leaves the margins, lies over another, or is cut', () => {
    for (const { form, pages, of } of seen) {
      const definition = formOf(form);
      for (const page of pages) {
        expect(outside(page, sheetOf(definition, page).margins), `${form} ${of}`).toEqual([]);
        expect(collisions(page), `${form} ${of}`).toEqual([]);
      }
      // A dotted blank is many dots; three behind a letter are a word that somebody cut.
      expect(wordsOf(pages), `${form} ${of}`).not.toMatch(/[\p{L}\d]…(?!…)/u);
    }
  });

  test('Mẫu 01 with four papers is one page, on A5 too', () => {
    const sheets = seen.filter(({ form }) => form === 'mau-01');
    const four = sheets.filter(({ pages }) => /(?:^| )4 \S.* 01 01 2\. Số lượng hồ sơ/u.test(wordsOf(pages)));
    expect(four.length).toBeGreaterThan(0);
    // Two copies of a page each.
    for (const { pages, of } of four) expect(pages.length, `${of}: ${wordsOf(pages).slice(0, 900)}`).toBe(2);
  });

  test('Mẫu 01 has its place in the register, no two of a year the same', () => {
    const places = new Map<string, string>();
    for (const { form, pages, of } of seen) {
      if (form !== 'mau-01') continue;
      const [, volume, serial] = /Quyển số: (\S+); Số thứ tự: (\d+)/u.exec(wordsOf(pages)) ?? [];
      expect(serial, of).toBeDefined();
      const known = places.get(`${volume} ${serial}`) ?? of;
      expect(known).toBe(of);
      places.set(`${volume} ${serial}`, of);
    }
  });

  test('a letter is on A4 whatever the office receives on, and its number is left to be written (NĐ 30/2020, Phụ lục I)', () => {
    const letters = seen.filter(({ form }) => form === 'mau-04' || form === 'mau-05');
    expect(letters.length).toBeGreaterThan(1);
    for (const { pages } of letters) {
      for (const page of pages) expect(Math.round(page.width / mm)).toBe(210);
      expect(wordsOf(pages)).toMatch(/Số: ………\//u);
    }
  });

  test('a company’s tax code stands whole, a person’s number never', () => {
    const said = seen.filter(({ form }) => form.startsWith('mau-01')).map(({ pages }) => wordsOf(pages));
    expect(said.some((words) => words.includes('Mã số thuế: 0312345678'))).toBe(true);
    expect(said.some((words) => words.includes('079190001234'))).toBe(false);
  });
});
