import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isLookedFor,
  mostActs,
  mostUsedFirst,
  nameOfAct,
  nothingUsed,
  usageOf,
  usedOnce,
} from '../../../../renderer/app/palette/used-acts.ts';

const act = (keys: string, everywhere = false) => ({ keys, everywhere });
const used = (...names: readonly string[]) => names.reduce(usedOnce, nothingUsed);
const keysOf = (acts: readonly { readonly keys: string }[]) => acts.map(({ keys }) => keys);

test('what is used most stands first, what never was as it stood', () => {
  const acts = [act('Alt+A'), act('Alt+B'), act('Alt+C'), act('F7', true)];
  const seen = used('find Alt+C', 'F7', 'F7', 'F7', 'find Alt+C');
  expect(keysOf(mostUsedFirst(acts, seen, 'find'))).toEqual(['F7', 'Alt+C', 'Alt+A', 'Alt+B']);
  // The same key of another screen is another act.
  expect(keysOf(mostUsedFirst(acts, seen, 'cash'))).toEqual(['F7', 'Alt+A', 'Alt+B', 'Alt+C']);
});

test('of two used alike the latest; what was used long ago gives way', () => {
  expect(keysOf(mostUsedFirst([act('F3', true), act('F7', true)], used('F3', 'F7'), 'find'))).toEqual(['F7', 'F3']);
  const before = Array.from({ length: 5 }, () => 'F3');
  const since = Array.from({ length: 120 }, (_, nth) => (nth % 2 === 0 ? 'F4' : 'F6'));
  expect(keysOf(mostUsedFirst([act('F3', true), act('F7', true)], used(...before, ...since, 'F7'), 'x'))[0]).toBe('F7');
});

test('what changes the register by one key is never moved to the front', () => {
  const acts = [act('Alt+A'), act('Ctrl+Enter'), act('Alt+8')];
  const seen = used(...Array.from({ length: 9 }, () => 'find Ctrl+Enter'), 'find Alt+8');
  expect(keysOf(mostUsedFirst(acts, seen, 'find'))).toEqual(['Alt+A', 'Ctrl+Enter', 'Alt+8']);
});

test('keeps no more than it may, and the one just used among them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200 }), { maxLength: 400 }), (uses) => {
      const seen = used(...uses.map((nth) => `find Alt+${nth}`));
      expect(Object.keys(seen.acts).length).toBeLessThanOrEqual(mostActs);
      const last = uses.at(-1);
      if (last !== undefined) expect(usageOf(seen, `find Alt+${last}`)).toBeGreaterThanOrEqual(1);
    }),
    { seed: 1202, numRuns: 50 },
  );
});

test('knows an act by its key and its screen alone', () => {
  expect(nameOfAct(act('Alt+A'), 'case')).toBe('case Alt+A');
  expect(nameOfAct(act('F7', true), 'case')).toBe('F7');
  expect(
    ['F2', 'Ctrl+Enter', 'Alt+Shift+1', 'ArrowDown', 'Enter', 'Escape', 'Ctrl+K'].filter((keys) =>
      isLookedFor({ keys }),
    ),
  ).toEqual(['F2', 'Ctrl+Enter', 'Alt+Shift+1']);
});
