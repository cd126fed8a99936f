import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, readFiles } from '../../build/check/source-files.ts';
import { definitions, metaOf } from '../../electron/desk/calls/dispatch.ts';
import { actRules } from '../../electron/domain/counter/case/acts/acts.ts';
import { isLookedFor } from '../../renderer/app/palette/used-acts.ts';
import { actKeys } from '../../renderer/text/screens/counter/case.ts';

/**
 * The palette offers the keys of what stands in front, and nothing else. So it can offer what a key leads to: a call made where keys are registered, or in a part
 * of such a file. This compares files; that a screen offers what F1 lists of it is compared in the browser (tests/e2e/counter/keys/palette.spec.ts).
 */
const files = readFiles(/^renderer\/.*\.tsx?$/);
const keyed = new Set(
  files.filter(({ text }) => /useShortcuts\(|<ActionButton\b|<Dialog\b/.test(text)).map(({ path: file }) => file),
);
const partsOfKeyed = new Set(
  files
    .filter(({ path: file }) => keyed.has(file))
    .flatMap(({ path: file, text }) =>
      importsOf(text).map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
    ),
);

/** What no key of the palette does, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'draft.save': 'what is typed is kept by itself',
};

/** `desk.till[deed]` and the like: which call it is stands in a value, and each of the group is meant. */
function isOffered(call: string): boolean {
  const [group, verb] = call.split('.');
  const named = new RegExp(String.raw`\bdesk(?:Client)?\s*\.\s*${group}\s*(?:\.\s*${verb}\b|\[)`);
  return files.some(({ path: file, text }) => named.test(text) && (keyed.has(file) || partsOfKeyed.has(file)));
}

test('each act of the table has a key that the palette offers', () => {
  const acts = Object.keys(actRules) as (keyof typeof actRules)[];
  expect(acts.filter((act) => !isLookedFor({ keys: actKeys[act] }))).toEqual([]);
});

test('each call that writes is made where a key leads, or is an exception', () => {
  const writes = [...definitions.values()].filter(({ procedure }) => metaOf(procedure).kind === 'write');
  const without = writes.map(({ name }) => name).filter((name) => !isOffered(name));
  expect(without.toSorted()).toEqual(Object.keys(exceptions).toSorted());
});
