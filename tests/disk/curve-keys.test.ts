import { diffieHellman, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { privateKey, publicKey, rawPublic } from '../../electron/disk/curve-keys.ts';

const raw = (hex: string) => Buffer.from(hex, 'hex');

test('a public half of RFC 7748 section 6.1, and one secret from both sides', () => {
  const alice = privateKey('x25519', Buffer.alloc(32, 9));
  const bob = privateKey('x25519', raw('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'));
  expect(rawPublic(bob).toString('hex')).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
  const one = diffieHellman({ privateKey: alice, publicKey: publicKey('x25519', rawPublic(bob)) });
  const other = diffieHellman({ privateKey: bob, publicKey: publicKey('x25519', rawPublic(alice)) });
  expect(one.equals(other)).toBe(true);
});

test('a signature of RFC 8032 section 7.1, test 2', () => {
  const own = privateKey('ed25519', raw('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
  expect(rawPublic(own).toString('hex')).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = sign(null, raw('72'), own);
  expect(signature.toString('hex').slice(0, 32)).toBe('92a009a9f0d4cab8720e820b5f642540');
  expect(verify(null, raw('72'), publicKey('ed25519', rawPublic(own)), signature)).toBe(true);
  expect(verify(null, raw('73'), publicKey('ed25519', rawPublic(own)), signature)).toBe(false);
});

test('what has another length is no key', () => {
  expect(() => publicKey('ed25519', Buffer.alloc(31))).toThrow();
  expect(() => privateKey('x25519', Buffer.alloc(31))).toThrow();
});
