import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import { guidanceData } from '../../../electron/desk/counter/intake/papers.ts';
import { createPaper } from '../../../electron/paper/paper.ts';
import { openPracticeDesk } from '../../support/desk/test-desk.ts';
import { wordsOf } from '../../support/papers/page-boxes.ts';

// Hundreds of sheets with real fonts, on a machine that builds at the same time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Words by which sources and readers speak to the office. */
const forTheOffice = /chưa xác minh|DVCQG|cổng ghi|ô mặc định|Kênh\/trường hợp|ở nguồn|chưa đối chiếu/iu;

test('of the longer list nothing doubtful is on a citizen’s sheet, no fee is free, and every sheet can be drawn', async () => {
  const resources = path.resolve(import.meta.dirname, '../../../resources');
  const catalogue = readCatalogue(path.join(resources, 'data'));
  if ('fault' in catalogue) throw new Error(catalogue.fault);
  const at = await openPracticeDesk();
  const office = await at.get('office.settings');
  await at.end();
  const paper = createPaper({ formsFolder: `${resources}/forms`, fontsFolder: `${resources}/fonts` });
  const listed = catalogue.more.filter(({ standing }) => standing === 'current').map(({ procedure }) => procedure);
  expect(listed).toHaveLength(390);
  for (const [index, procedure] of listed.entries()) {
    const data = guidanceData({
      procedure,
      office,
      catalogue,
      printedAt: '2026-11-23T08:05:00+07:00',
      practice: false,
    });
    // Names of papers and laws are the portal's own.
    const { term, fee, fees, termNote = '', note = '', result = '' } = data;
    expect(JSON.stringify({ term, fee, fees, termNote, note, result }), procedure.code).not.toMatch(forTheOffice);
    expect(JSON.stringify([fee, fees]), procedure.code).not.toMatch(/không thu|miễn|"0 đồng/iu);
    if (index % 6 !== 0) continue;
    const made = paper.preview('huong-dan', data);
    if ('fault' in made) throw new Error(`${procedure.code}: ${JSON.stringify(made)}`);
    const words = wordsOf(made.pages);
    expect(words).toContain(procedure.code);
    expect(words.includes('theo mức niêm yết tại Trung tâm')).toBe(procedure.fee.amount === null);
  }
});
