import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loadKeptForm, readForm } from '../../../electron/paper/forms/files.ts';
import { createPaper } from '../../../electron/paper/paper.ts';
import { newFolder } from '../../support/desk/folder.ts';
import { windows1258 } from '../../support/papers/old-encodings.ts';
import { birth, folders } from '../../support/papers/mau-01-sample.ts';

// Opening fonts and starting programs takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const original = readFileSync(join(folders.formsFolder, 'mau-01.json'), 'utf8');
type FormFile = { blocks: Record<string, unknown>[]; [name: string]: unknown };

let overrideFolder: string;
beforeEach(() => {
  overrideFolder = newFolder();
});

function changed(change: (form: FormFile) => void): string {
  const form = JSON.parse(original) as FormFile;
  change(form);
  return JSON.stringify(form);
}

describe('the form the office ships with', () => {
  test('is sound, and says that its layout is not verified', () => {
    const form = readForm('mau-01', original);
    expect(form).toMatchObject({ form: 'mau-01', verification: { state: 'unverified' }, paper: { default: 'A5' } });
    expect(createPaper(folders).listForms()).toContainEqual(
      expect.objectContaining({ form: 'mau-01', verified: false, source: 'built-in' }),
    );
  });

  test.each(['mau-99', '../mau-01', 'MAU-01', ''])('no form is named %j', async (name) => {
    expect(await createPaper(folders).render(name, birth)).toMatchObject({ fault: 'form-unknown' });
  });
});

describe('what is wrong with a form is said in words', () => {
  test.each<[string, (form: FormFile) => void, RegExp]>([
    ['an unknown block', (form) => form.blocks.push({ kind: 'poem' }), /blocks\.\d+\.kind/],
    ['an unknown property', (form) => form.blocks.push({ kind: 'spacer', height: 1, colour: 'red' }), /colour/],
    [
      'an unknown field',
      (form) => form.blocks.push({ kind: 'paragraph', text: '{applicant.shoeSize}' }),
      /không có trường «applicant\.shoeSize»/,
    ],
    [
      'a list used as if it were one',
      (form) => form.blocks.push({ kind: 'paragraph', text: '{components.name}' }),
      /«components\.name»/,
    ],
    [
      'an unknown way of writing',
      (form) => form.blocks.push({ kind: 'paragraph', text: '{quantity|roman}' }),
      /không có cách viết «roman»/,
    ],
    ['a condition on nothing', (form) => form.blocks.push({ kind: 'spacer', height: 1, when: 'sunny' }), /«sunny»/],
    [
      'a code of nothing',
      (form) => form.blocks.push({ kind: 'code', label: 'x', value: 'number.secret' }),
      /«number\.secret»/,
    ],
    [
      'rows of what is no list',
      (form) => form.blocks.push({ kind: 'table', rows: 'applicant', columns: [{ title: 'x', text: 'x' }] }),
      /không phải là danh sách/,
    ],
    [
      'a column of nothing',
      (form) => form.blocks.push({ kind: 'table', rows: 'fees', columns: [{ title: 'x', text: '{item.colour}' }] }),
      /«item\.colour»/,
    ],
    ['a date of nothing', (form) => Object.assign(form, { datedBy: 'bornAt' }), /«bornAt»/],
    ['another form under this name', (form) => Object.assign(form, { form: 'mau-02' }), /mau-02/],
  ])('%s', (_name, change, reason) => {
    const found = readForm('mau-01', changed(change));
    expect(found).toMatchObject({
      fault: 'form-broken',
      data: { form: 'mau-01', reason: expect.stringMatching(reason) as string },
    });
  });
});

describe('both languages are whole', () => {
  const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
  test.each<[string, string]>([
    ['no JSON', '{'],
    ['an unknown block', changed((form) => form.blocks.push({ kind: 'poem' }))],
    ['an unknown property', changed((form) => form.blocks.push({ kind: 'spacer', height: 1, colour: 'red' }))],
    ['a number too large', changed((form) => form.blocks.push({ kind: 'spacer', height: 1000 }))],
    ['a path that is none', changed((form) => Object.assign(form, { datedBy: 'a b' }))],
    ['neither sheet nor roll', changed((form) => delete form['paper'])],
    ['a field nobody has', changed((form) => form.blocks.push({ kind: 'paragraph', text: '{shoeSize}' }))],
    [
      'a way of writing nobody has',
      changed((form) => form.blocks.push({ kind: 'paragraph', text: '{quantity|roman}' })),
    ],
    ['another form', changed((form) => Object.assign(form, { form: 'mau-02' }))],
  ])('%s', (_name, text) => {
    const found = readForm('mau-01', text) as { data: { reason: string; reasonEn: string } };
    expect(found.data.reason).toMatch(vietnamese);
    expect(found.data.reason).not.toMatch(/invalid|expected|\bmust\b|\bexactly\b|there is/i);
    expect(found.data.reasonEn).not.toMatch(vietnamese);
    expect(found.data.reasonEn.length).toBeGreaterThan(10);
  });
});

describe('the office’s own form', () => {
  test('takes the place of the built-in one, at once', async () => {
    const paper = createPaper({ ...folders, overrideFolder });
    const before = await paper.render('mau-01', birth);
    writeFileSync(
      join(overrideFolder, 'mau-01.json'),
      changed((form) => form.blocks.push({ kind: 'paragraph', text: 'Mẫu riêng của phường' })),
    );
    const after = await paper.render('mau-01', birth);
    if ('fault' in before || 'fault' in after) throw new Error('both must render');
    expect(after.formSha256).not.toBe(before.formSha256);
    const preview = paper.preview('mau-01', birth);
    expect(JSON.stringify(preview)).toContain('Mẫu riêng của phường');
    expect(paper.listForms()).toContainEqual(expect.objectContaining({ form: 'mau-01', source: 'office' }));
  });

  test.each([
    ['is no JSON', '{ "form": "mau-01", '],
    ['is empty', ''],
    ['has another shape', '{}'],
  ])('that %s is a fault, never the built-in form instead', async (_name, text) => {
    writeFileSync(join(overrideFolder, 'mau-01.json'), text);
    const paper = createPaper({ ...folders, overrideFolder });
    expect(await paper.render('mau-01', birth)).toMatchObject({ fault: 'form-broken' });
    expect(paper.preview('mau-01', birth)).toMatchObject({ fault: 'form-broken' });
    expect(paper.listForms()).toContainEqual(expect.objectContaining({ fault: 'form-broken' }));
  });
});

describe('what an office puts into its folder', () => {
  test.each(['mau-01.json.txt', 'MAU-01.JSON', 'mau-01 (1).json', 'mẫu-01.json'])(
    '%s is told to be no form by its name',
    (name) => {
      writeFileSync(join(overrideFolder, name), original);
      writeFileSync(join(overrideFolder, 'ghi-chu.txt'), 'của văn phòng');
      const told = createPaper({ ...folders, overrideFolder })
        .listForms()
        .filter((one) => 'fault' in one);
      expect(told).toMatchObject([{ fault: 'form-broken', data: { form: name } }]);
    },
  );

  test.each<[string, (text: string) => string, RegExp]>([
    ['UTF-8 read as Latin', (text) => Buffer.from(text, 'utf8').toString('latin1'), /bị hỏng chữ/],
    ['windows-1258 read as Latin', (text) => Buffer.from(windows1258(text)).toString('latin1'), /bị hỏng chữ/],
    ['? for its letters', (text) => text.replaceAll(/[Ạ-ỹ]/gu, '?'), /bị hỏng chữ/],
    ['UTF-16 read as Latin', (text) => Buffer.from(text, 'utf16le').toString('latin1'), /UTF-16/],
    ['UTF-16 with its mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').toString('latin1'), /UTF-16/],
    ['the mark of UTF-8 read as Latin', (text) => Buffer.from(`\ufeff${text}`, 'utf8').toString('latin1'), /Latin/],
  ])('%s is refused by what it is', (_name, damage, says) => {
    const form = readForm('mau-01', damage(original));
    if (!('fault' in form)) throw new Error('it was read');
    expect(form.data.reason).toMatch(says);
    expect(form.data.reasonEn).not.toBe(form.data.reason);
  });

  test('a form that papers were made by is read as it was kept, whatever letters it has', () => {
    const kept = original.replaceAll('tiếp nhận', 'ti?p nh?n');
    expect(kept).not.toBe(original);
    expect(loadKeptForm('mau-01', kept)).toMatchObject({ source: 'kept' });
  });

  test('a form in windows-1258 is refused by name, one in UTF-16 is read', async () => {
    const paper = createPaper({ ...folders, overrideFolder });
    writeFileSync(join(overrideFolder, 'mau-01.json'), windows1258(original));
    expect(await paper.render('mau-01', birth)).toMatchObject({
      fault: 'form-broken',
      data: { reason: expect.stringContaining('windows-1258') },
    });
    writeFileSync(join(overrideFolder, 'mau-01.json'), Buffer.from(`\ufeff${original}`, 'utf16le'));
    expect(await paper.render('mau-01', birth)).toMatchObject({ pages: expect.any(Number) });
  });
});
