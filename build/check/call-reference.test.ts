import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callReference, page } from './call-reference.ts';
import { shapeText } from './shape-text.ts';
import { root } from './source-files.ts';

test('docs/calls.md is what the contract says: run `npm run docs:calls`', async () => {
  expect(readFileSync(path.join(root, page), 'utf8')).toBe(await callReference());
});

test.each([
  [{ type: 'string', minLength: 1, maxLength: 20 }, 'text(1–20)'],
  [{ type: 'string', pattern: '^\\d{12}$' }, 'text /^\\d{12}$/'],
  [{ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, 'int(≥ 0)'],
  [{ type: 'array', items: { enum: ['a', 'b'] }, maxItems: 9 }, "('a' | 'b')[≤ 9]"],
  [{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, 'boolean | null'],
  [{ type: 'object', properties: { a: { const: 1 }, b: {} }, required: ['a'] }, '{ a: 1, b?: unknown }'],
  [
    { type: 'object', propertyNames: { type: 'string' }, additionalProperties: { type: 'number' } },
    '{ [text]: number }',
  ],
])('%j reads %s', (schema, text) => {
  expect(shapeText(schema, () => undefined)).toBe(text);
});
