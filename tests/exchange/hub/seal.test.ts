import { expect, test } from 'vitest';
import { type SealedRow, mostRowBytes } from '../../../electron/exchange/hub/link.ts';
import {
  blobKeyId,
  enrolDigits,
  enrolKeyOf,
  isSignedRow,
  centreKeyId,
  mostPackedBytes,
  openBlob,
  openGrant,
  openLater,
  openRow,
  packed,
  readLater,
  sealBlob,
  sealGrant,
  sealLater,
  sealRow,
  signerOf,
  unpacked,
} from '../../../electron/exchange/hub/seal.ts';
import { seeded } from '../../support/data/seeded.ts';

const draw = seeded(7);
const random = (size: number) => Uint8Array.from({ length: size }, () => draw(256));
const keyOf = (key: Uint8Array) => ({ keyId: centreKeyId(key), key });
const [key, otherKey] = [keyOf(random(32)), keyOf(random(32))];
const [seed, otherSeed] = [random(32), random(32)];
const centre = '27112';
const place = {
  centre,
  desk: '0193f6b0-0000-7000-8000-000000000001',
  kind: 'register',
  firstSeq: 1,
  lastSeq: 12,
  prev: Buffer.alloc(32),
  head: Buffer.from(random(32)),
} as const;
const text = `{"commits":[{"entries":["NGUYỄN THỊ ĐẶNG ÁNH"]}]}`;
const row = sealRow(place, packed(text), key, seed, random);

function readRow(one: SealedRow, { at = centre, by = key, from = signerOf(seed) } = {}): string | undefined {
  if (!isSignedRow(at, one, from)) return undefined;
  const open = openRow(at, one, by);
  return open === undefined ? undefined : unpacked(open);
}

test('what was sealed is read again by whoever has the key and the signer’s public half', () => {
  expect(readRow(row)).toBe(text);
});

test('a row says nothing of what is in it', () => {
  const bytes = Buffer.concat([row.body, Buffer.from(JSON.stringify({ ...row, body: null }))]);
  expect(bytes.includes('NGUY')).toBe(false);
  expect(bytes.includes('commits')).toBe(false);
});

test('two rows of one text share nothing', () => {
  expect(sealRow(place, packed(text), key, seed, random).body.equals(row.body)).toBe(false);
});

test('each bit of a row matters, to the signature and to the seal by itself', () => {
  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
    return copy;
  };
  for (const part of ['body', 'prev', 'head', 'sig'] as const)
    for (let bit = 0; bit < row[part].length * 8; bit += 1) {
      const changed = { ...row, [part]: flipped(row[part], bit) };
      expect(isSignedRow(centre, changed, signerOf(seed)), `${part} ${bit}`).toBe(false);
      if (part !== 'sig') expect(openRow(centre, changed, key), `${part} ${bit}`).toBeUndefined();
    }
});

test.each([
  ['desk', { desk: '0193f6b0-0000-7000-8000-000000000002' }],
  ['kind', { kind: 'machine' }],
  ['first', { firstSeq: 2 }],
  ['last', { lastSeq: 13 }],
  ['format', { format: 2 }],
  ['key', { keyId: otherKey.keyId }],
] as const)('nor can %s be another', (_what, change) => {
  const changed = { ...row, ...change } as SealedRow;
  expect(isSignedRow(centre, changed, signerOf(seed))).toBe(false);
  expect(openRow(centre, changed, key)).toBeUndefined();
  expect(openRow(centre, changed, { ...key, keyId: changed.keyId })).toBeUndefined();
});

test('a row of one centre is none of another, nor of another desk, nor under another key', () => {
  expect(readRow(row, { at: '27113' })).toBeUndefined();
  expect(openRow('27113', row, key)).toBeUndefined();
  expect(readRow(row, { from: signerOf(otherSeed) })).toBeUndefined();
  expect(readRow(row, { by: { keyId: key.keyId, key: otherKey.key } })).toBeUndefined();
  expect(isSignedRow(centre, row, Buffer.alloc(31))).toBe(false);
  expect(isSignedRow(centre, { ...row, sig: Buffer.alloc(3) }, signerOf(seed))).toBe(false);
});

test('a full row fits, one byte more does not', () => {
  expect(sealRow(place, Buffer.alloc(mostPackedBytes), key, seed, random).body.length).toBe(mostRowBytes);
  expect(() => sealRow(place, Buffer.alloc(mostPackedBytes + 1), key, seed, random)).toThrow(RangeError);
});

test('what is no packed text, or swells beyond any of ours, is nothing', () => {
  expect(unpacked(Buffer.from('no'))).toBeUndefined();
  expect(unpacked(packed('x'.repeat(65 * 1024 * 1024)))).toBeUndefined();
  expect(unpacked(packed(''))).toBe('');
});

test('content is under its own name, and under the key that it names', () => {
  const [name, other] = ['a'.repeat(64), 'b'.repeat(64)];
  const blob = sealBlob(centre, name, Buffer.from(text), key, random);
  expect(blobKeyId(blob)).toBe(key.keyId);
  expect(openBlob(centre, name, blob, key)?.toString()).toBe(text);
  expect(openBlob(centre, other, blob, key)).toBeUndefined();
  expect(openBlob('27113', name, blob, key)).toBeUndefined();
  expect(openBlob(centre, name, blob, otherKey)).toBeUndefined();
  expect(openBlob(centre, name, blob, { ...otherKey, keyId: key.keyId })).toBeUndefined();
  for (let at = 0; at < blob.length; at += 1) {
    const changed = Buffer.from(blob);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openBlob(centre, name, changed, key), String(at)).toBeUndefined();
  }
});

test('a key that is given is for one desk of one centre alone, and is the one that it is called by', () => {
  const secret = random(32);
  const to = { centre, desk: 3, enrolKey: enrolKeyOf(secret), keyId: key.keyId };
  const box = sealGrant(to, key.key, random);
  expect(Buffer.from(openGrant(to, secret, box) ?? []).equals(key.key)).toBe(true);
  expect(openGrant({ ...to, desk: 4 }, secret, box)).toBeUndefined();
  expect(openGrant({ ...to, centre: '27113' }, secret, box)).toBeUndefined();
  expect(openGrant(to, random(32), box)).toBeUndefined();
  expect(openGrant({ ...to, keyId: otherKey.keyId }, secret, box)).toBeUndefined();
  expect(openGrant(to, secret, sealGrant(to, otherKey.key, random))).toBeUndefined();
  expect(openGrant(to, secret, Buffer.concat([Buffer.alloc(32), box.subarray(32)]))).toBeUndefined();
  expect(openGrant(to, secret, box.subarray(1))).toBeUndefined();
});

test('a later key is one to seal with, or to read with: neither is made the other on its way', () => {
  const secret = random(32);
  const to = { centre, desk: 3, enrolKey: enrolKeyOf(secret) };
  const later = { ...otherKey, number: 1, excluded: [], under: key };
  for (const readsOnly of [false, true]) {
    const box = sealLater(to, { ...later, readsOnly }, { desk: place.desk, seed }, random);
    const given = readLater({ centre, desk: 3, keyId: otherKey.keyId }, secret, box);
    if (given === undefined) throw new Error('it is for this desk');
    expect(given.readsOnly).toBe(readsOnly);
    expect(Buffer.from(openLater(to, given, key, signerOf(seed)) ?? []).equals(otherKey.key)).toBe(true);
    expect(openLater(to, { ...given, readsOnly: !readsOnly }, key, signerOf(seed))).toBeUndefined();
    expect(openLater(to, given, key, signerOf(otherSeed))).toBeUndefined();
  }
});

test('the six digits hang on centre, desk and enrolment key', () => {
  const secret = Buffer.alloc(32, 5);
  const digits = enrolDigits(centre, 3, enrolKeyOf(secret));
  expect(digits).toMatch(/^\d{6}$/);
  expect(enrolDigits(centre, 3, enrolKeyOf(secret))).toBe(digits);
  expect(enrolDigits(centre, 4, enrolKeyOf(secret))).not.toBe(digits);
  expect(enrolDigits('27113', 3, enrolKeyOf(secret))).not.toBe(digits);
  expect(enrolDigits(centre, 3, enrolKeyOf(Buffer.alloc(32, 6)))).not.toBe(digits);
});
