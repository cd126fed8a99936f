import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../check/source-files.ts';
import { onlyOurs, onlyRaw } from './our-symbols.ts';

const library = (file: string) => readFileSync(path.join(root, 'node_modules/bwip-js/dist', file), 'utf8');

test('the library finds our symbologies and no other', () => {
  const code = onlyOurs(library('bwipp.mjs'));
  const lookup = code.slice(code.indexOf('function bwipp_lookup('));
  const body = lookup.slice(0, lookup.indexOf('\n}\n'));
  expect([...body.matchAll(/return bwipp_(\w+)/g)].map(([, name]) => name)).toEqual(['code128', 'qrcode']);
});

test('of all that it gives the one function is left', () => {
  expect(onlyRaw(library('bwip-js-node.mjs'))).toContain('export default { raw: ToRaw };');
});

test('a library that is written otherwise is not packed unseen', () => {
  expect(() => onlyOurs('export const nothing = 1;')).toThrow('our-symbols');
  expect(() => onlyRaw('export const nothing = 1;')).toThrow('our-symbols');
});
