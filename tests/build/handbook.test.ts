import { describe, expect, test } from 'vitest';
import { readFiles } from '../../build/check/source-files.ts';
import { vi } from '../../renderer/text/languages.ts';
import { actKeys } from '../../renderer/text/screens/counter/case.ts';

/** The handbook and the key card speak in the words of the screens, and name the keys that the screens take. */
const pages = readFiles(/^docs\/handbook\/.*\.md$/);
const screens = readFiles(/^renderer\/(?!text).*\.tsx?$/);
const words = readFiles(/^renderer\/text\/.*\.ts$/)
  .map(({ text }) => text)
  .join('\n');

/** Keys with their words, as screens register them; where a label is computed it is not among these. */
function taken(): Set<string> {
  const found = Object.entries(actKeys).map(
    ([act, keys]) => `${keys} ${(vi.caseFile.acts as Record<string, string>)[act]}`,
  );
  for (const { text } of screens) {
    // `const { reception: texts } = useTexts()` or `const texts = useTexts().reception.earlier`.
    const [, of = text.match(/const \{ (\w+): texts\b/)?.[1]] =
      text.match(/const texts = useTexts\(\)\.([\w.]+)/) ?? [];
    for (const [, keys, where = ''] of text.matchAll(
      /keys(?:: |=\{?)['"]([^'"]+)['"]\}?,?\s+label(?:: |=\{)([\w.]+)/g,
    )) {
      const place = where.startsWith('texts.') && of !== undefined ? of + where.slice('texts'.length) : where;
      const label = place
        .split('.')
        .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], vi);
      if (typeof label === 'string') found.push(`${keys} ${label}`);
    }
  }
  return new Set(found);
}

const known = taken();
const rows = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^\| `([^`]+)` \| «([^»]+)» \|$/gm)].map(([, keys, label]) => ({ path, pair: `${keys} ${label}` })),
);
const named = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/«([^»]+)»/g)].map(([, label = '']) => ({ path, label })),
);

describe('the handbook', () => {
  test('has its pages, and reads many keys off the screens', () => {
    expect(pages.length).toBe(2);
    expect(known.size).toBeGreaterThan(120);
    expect(rows.length).toBeGreaterThan(50);
  });

  test('each key of the card does on its screen what the card says', () => {
    expect(rows.filter(({ pair }) => !known.has(pair))).toEqual([]);
  });

  test('each word in quotes stands on a screen', () => {
    const shown = named.filter(({ label }) => !/^\d+$/.test(label));
    expect(shown.filter(({ label }) => !words.includes(`'${label}'`) && !words.includes(`'${label} `))).toEqual([]);
  });

  test('the card is one page', () => {
    const card = pages.find(({ path }) => path.endsWith('the-phim.md'));
    expect(card?.text.split('\n').length).toBeLessThan(100);
  });
});
