import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deriveFromPassword,
  isSignedBy,
  primitiveFaults,
  publicKeysOf,
  sealTo,
  signWith,
  unseal,
  unwrap,
  wrap,
} from '../../../electron/store/keys/primitives.ts';

const some = fc.uint8Array({ minLength: 1, maxLength: 200 });
const about = Buffer.from('about');

/** The same bytes with one bit turned. */
function turned(bytes: Uint8Array, bit: number): Uint8Array {
  const other = Uint8Array.from(bytes);
  const at = bit % (bytes.length * 8);
  other[at >> 3] = (other[at >> 3] ?? 0) ^ (1 << (at & 7));
  return other;
}

test('every primitive gives what its RFC prints', async () => {
  expect(await primitiveFaults()).toEqual([]);
});

describe('the cost of a password', () => {
  test.each([
    { ln: 14, r: 8, p: 1 },
    { ln: 19, r: 8, p: 1 },
    { ln: 30, r: 8, p: 1 },
    { ln: 17, r: 16, p: 1 },
    { ln: 17, r: 8, p: 2 },
    { ln: 16.5, r: 8, p: 1 },
  ])('%o is refused before memory is asked for', (cost) => {
    const before = process.memoryUsage().rss;
    expect(() => deriveFromPassword('Quay-Mot-Cua-1', randomBytes(16), cost)).toThrow(RangeError);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('one password however its marks are written', async () => {
    const salt = randomBytes(16);
    const of = (text: string) => deriveFromPassword(text.normalize('NFD'), salt, { ln: 15, r: 8, p: 1 });
    expect(await of('Quầy-Một-Cửa')).toEqual(await deriveFromPassword('Quầy-Một-Cửa', salt, { ln: 15, r: 8, p: 1 }));
  });
});

test('what is wrapped opens under its key, for its purpose, unchanged, and otherwise not', () => {
  const key = randomBytes(32);
  fc.assert(
    fc.property(some, fc.nat(), (plain, bit) => {
      const wrapped = wrap(key, plain, about);
      expect(unwrap(key, wrapped, about)).toEqual(Buffer.from(plain));
      expect(unwrap(key, turned(wrapped, bit), about)).toBeUndefined();
      expect(unwrap(key, wrapped, turned(about, bit))).toBeUndefined();
      expect(unwrap(turned(key, bit), wrapped, about)).toBeUndefined();
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('what is sealed to a pair opens with its seed, for its purpose, unchanged, and otherwise not', () => {
  const seed = randomBytes(32);
  const { x25519 } = publicKeysOf(seed);
  fc.assert(
    fc.property(some, fc.nat(), (plain, bit) => {
      const box = sealTo(x25519, plain, about);
      expect(unseal(seed, box, about)).toEqual(Buffer.from(plain));
      // X25519 leaves the highest bit of a point out of what it works out; the box's key is over all of it.
      expect(unseal(seed, turned(box, bit), about)).toBeUndefined();
      expect(unseal(seed, box, turned(about, bit))).toBeUndefined();
      expect(unseal(turned(seed, bit), box, about)).toBeUndefined();
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('a point of low order and a box that is cut open nothing', () => {
  const seed = randomBytes(32);
  expect(unseal(seed, Buffer.alloc(80), about)).toBeUndefined();
  for (const length of [0, 31, 47, 48, 79]) expect(unseal(seed, randomBytes(length), about)).toBeUndefined();
});

test('a signature is of one seed and one text', () => {
  const [seed, other] = [randomBytes(32), randomBytes(32)];
  const signature = signWith(seed, about);
  expect(isSignedBy(publicKeysOf(seed).ed25519, about, signature)).toBe(true);
  expect(isSignedBy(publicKeysOf(other).ed25519, about, signature)).toBe(false);
  expect(isSignedBy(publicKeysOf(seed).ed25519, Buffer.from('above'), signature)).toBe(false);
});

test('a seed always gives the same keys, and another seed others', () => {
  const seed = Buffer.alloc(32, 7);
  expect(publicKeysOf(seed)).toEqual(publicKeysOf(Buffer.alloc(32, 7)));
  expect(publicKeysOf(seed).keyId).not.toBe(publicKeysOf(Buffer.alloc(32, 8)).keyId);
});
