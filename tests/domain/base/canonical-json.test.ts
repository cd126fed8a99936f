import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../electron/domain/base/canonical-json.ts';

describe('canonical JSON', () => {
  // No field of an entry is called by a number, and objects would not keep such fields in order.
  const values = fc
    .jsonValue({ maxDepth: 3 })
    .map((value) => renamed(value, (key) => (/^(\d+|__proto__)$/.test(key) ? `n${key}` : key)));

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
      { seed: 1 },
    );
  });

  test('gives back what went in, so different values have different texts', () => {
    // -0 and 0 are one number in JSON.
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 2 },
    );
  });

  test('is the same again after a round trip', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
      { seed: 3 },
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x'), 1n])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(/place in the journal/);
  });
});

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [rename(key), renamed(field, rename)]));
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
