import { expect, test } from 'vitest';
import { toldInFull, toldInShort } from '../../../electron/desk/core/bug.ts';

const broken = (): Error => new TypeError('nobody thought of this');

test('the same mistake by two ways is one; another place or another word is another', () => {
  const near = [broken()].map((one) => one)[0];
  const far = (() => [0].map(() => broken())[0])();
  expect(toldInFull(near)).not.toBe(toldInFull(far));
  expect(toldInShort(near)).toBe(toldInShort(far));
  expect(toldInShort(new TypeError('nobody thought of this'))).not.toBe(toldInShort(near));
  expect(toldInShort('a word')).toBe('a word');
});
