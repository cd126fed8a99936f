import { expect, test } from 'vitest';
import { readFiles } from './source-files.ts';

const code = readFiles(/^(electron|renderer)\/.*\.tsx?$/);

/** What stands in JSX only: screens fetched when they are first opened, and boxes of the page. They never meet what bears their name elsewhere. */
const inMarkup: ReadonlySet<string> = new Set([
  'renderer/app/fetched-screens.tsx',
  'renderer/parts/layout/primitives.ts',
]);

/** A schema and the type read from it bear one name in one file: that is one meaning. */
test('a type or a constant has a name that nothing else is exported under', () => {
  const places = new Map<string, Set<string>>();
  for (const { path: file, text } of code)
    for (const [, name = ''] of text.matchAll(/^export (?:type|const|class|interface) (\w+)/gm))
      if (!inMarkup.has(file)) places.set(name, (places.get(name) ?? new Set()).add(file));
  const twice = [...places].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files]);
  expect(twice).toEqual([]);
  expect(places.size).toBeGreaterThan(500);
});
