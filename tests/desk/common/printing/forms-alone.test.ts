import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readCatalogue } from '../../../../electron/desk/catalogue/files.ts';
import { guidanceData } from '../../../../electron/desk/counter/intake/papers.ts';
import { createPaper } from '../../../../electron/paper/paper.ts';
import { type TestDesk, openPracticeDesk } from '../../../support/desk/test-desk.ts';
import { wordsOf } from '../../../support/papers/page-boxes.ts';

// Papers that belong to no case. They are drawn with real fonts, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: TestDesk;
beforeEach(async () => {
  at = await openPracticeDesk();
});
afterEach(() => at.end());

test('a form is tried before it is put in place', async () => {
  at.sit('admin');
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../../resources/forms/mau-05.json'), 'utf8');
  const tried = await at.get('paper.check', { form: 'mau-05', text });
  expect(tried).toMatchObject({ ok: true, pages: expect.any(Number), fileName: 'mau-05.pdf' });
  expect(Buffer.from(tried.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const broken = await at.call('paper.check', { form: 'mau-05', text: text.replace('{stage}', '{stages}') });
  expect(broken).toMatchObject({
    fault: { code: 'form-broken', data: { reason: expect.stringContaining('«stages»') } },
  });
  at.sit('clerk');
  expect(await at.call('paper.check', { form: 'mau-05', text })).toMatchObject({ fault: { code: 'forbidden' } });
});

test('the guidance sheet of every procedure can be made, and says what is not known', async () => {
  const resources = path.resolve(import.meta.dirname, '../../../../resources');
  const catalogue = readCatalogue(path.join(resources, 'data'));
  if ('fault' in catalogue) throw new Error(catalogue.fault);
  const paper = createPaper({ formsFolder: `${resources}/forms`, fontsFolder: `${resources}/fonts` });
  const office = await at.get('office.settings');
  for (const procedure of catalogue.procedures) {
    const data = guidanceData({
      procedure,
      office,
      catalogue,
      printedAt: '2026-11-23T08:05:00+07:00',
      clerk: 'Trần Minh Đức',
      practice: false,
    });
    const made = paper.preview('huong-dan', data);
    if ('fault' in made) throw new Error(`${procedure.code}: ${JSON.stringify(made)}`);
    const text = wordsOf(made.pages);
    expect(text).toContain(procedure.code);
    expect(text.includes('theo mức niêm yết tại Trung tâm')).toBe(procedure.fee.amount === null);
  }
});

test('a test page goes to the printer in the office’s size', async () => {
  await at.get('print.test', { printer: 'laser' });
  expect(at.printer.sent).toMatchObject([{ printer: 'laser', title: 'test' }]);
  expect(at.printer.sent[0]?.pdf.length).toBeGreaterThan(10_000);
  expect(await at.call('print.test', { printer: 'gone' })).toMatchObject({ fault: { code: 'printer-missing' } });
});
