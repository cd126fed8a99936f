import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedProcedures } from '../../../build/data/term-table.ts';
import { type TestDesk, openPracticeDesk, reception } from '../../support/desk/test-desk.ts';

let at: TestDesk;
beforeAll(async () => {
  at = await openPracticeDesk();
});
afterAll(() => at.end());

/** What is handed in, four papers at the most; the longest names of each procedure first. */
const received = shippedProcedures()
  .filter(({ terms }) => terms.length > 0)
  .map(({ code, components }) => {
    const indexed = components.map(({ short, kind }, index) => ({ index, length: short.length, kind }));
    const longest = indexed.filter(({ kind }) => kind !== 'shown').toSorted((a, b) => b.length - a.length);
    return [code, longest.slice(0, 4).map(({ index }) => ({ index, originals: 1, copies: 0 }))] as const;
  });

/** Official names of some three hundred letters, or a way through other agencies that is told on the paper. */
const twoPages: ReadonlySet<string> = new Set(['3.000722', '1.010824', '1.013949', '1.013225', '1.013226', '1.013229']);

test.each(received)(
  'Mẫu 01 of %s with four papers is one page for each of its two copies',
  async (code, components) => {
    const { pages } = await at.get('paper.preview', reception({ procedureCode: code, components }));
    expect(pages.length).toBeLessThanOrEqual(twoPages.has(code) ? 4 : 2);
  },
);
