import { expect, test } from 'vitest';
import { readFiles } from './source-files.ts';

const code = readFiles(/^(electron|renderer)\/.*\.tsx?$/);

/** What stands in JSX only: screens fetched when they are first opened, and boxes of the page. They never meet what bears their name elsewhere. */
const inMarkup: ReadonlySet<string> = new Set([
  'renderer/app/fetched-screens.tsx',
  'renderer/parts/layout/primitives.ts',
]);

type Export = { readonly file: string; readonly isFunction: boolean };

/** Where each name is exported. */
const exportsOf = new Map<string, Export[]>();
for (const { path: file, text } of code.filter((one) => !inMarkup.has(one.path)))
  for (const [, kind, name = ''] of text.matchAll(/^export (?:async )?(type|const|class|interface|function) (\w+)/gm))
    exportsOf.set(name, [...(exportsOf.get(name) ?? []), { file, isFunction: kind === 'function' }]);

/** A schema and the type read from it bear one name in one file: that is one meaning. */
function meanings(all: readonly Export[]): number {
  return new Set(all.map(({ file }) => file)).size;
}

test('a type or a constant has a name that nothing else is exported under', () => {
  const named = [...exportsOf].map(([name, all]) => [name, all.filter(({ isFunction }) => !isFunction)] as const);
  expect(named.filter(([, all]) => meanings(all) > 1)).toEqual([]);
  expect(exportsOf.size).toBeGreaterThan(500);
});

test('a function or a component of the screen has a name that nothing else is exported under, on either side', () => {
  const ofScreen = [...exportsOf].filter(([, all]) =>
    all.some(({ file, isFunction }) => isFunction && file.startsWith('renderer/')),
  );
  expect(ofScreen.filter(([, all]) => meanings(all) > 1)).toEqual([]);
  expect(ofScreen.length).toBeGreaterThan(300);
});
