import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ReceiptToSign,
  isReceiptText,
  readReceiptText,
  receiptBytes,
  receiptDigits,
  signedKinds,
} from '../../../../electron/domain/safety/proof/receipt-text.ts';

const receipt: ReceiptToSign = {
  kind: 'received',
  number: 'H29.999-261123-0042',
  acceptedAt: '2026-11-23T15:12:00+07:00',
  dueAt: '2026-11-25T17:00:00+07:00',
  amount: 8000,
  head: '00112233445566778899aabbccddeeff',
};
const keyId = '0123456789abcdef';
const signature = Uint8Array.from({ length: 64 }, (_, at) => at);

const civil = fc
  .integer({ min: 0, max: 60 * 24 * 365 * 60 })
  .map((minutes) =>
    new Date(Date.UTC(2000, 0, 1) + minutes * 60_000).toISOString().replace(/:\d\d\.000Z$/, ':00+07:00'),
  );
const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((all) => Buffer.from(all).toString('hex'));
const anyReceipt = fc.record<ReceiptToSign>({
  kind: fc.constantFrom(...signedKinds),
  number: fc.stringMatching(/^[A-Z0-9.-]{8,40}$/),
  acceptedAt: civil,
  dueAt: fc.option(civil),
  amount: fc.option(fc.integer({ min: 0, max: 999_999_999_999 })),
  head: hex(16),
});

describe('the text of a signed receipt', () => {
  test('is digits, and these for good: there are papers', () => {
    const text = receiptDigits(receiptBytes(keyId, receipt), signature);
    expect(text).toMatch(/^\d{294}$/);
    expect(text).toBe(kept);
    expect(readReceiptText(text)).toMatchObject({ ...receipt, keyId });
  });

  test('what was written is read again, whatever it is', () => {
    fc.assert(
      fc.property(anyReceipt, hex(8), fc.uint8Array({ minLength: 64, maxLength: 64 }), (one, key, signed) => {
        const text = receiptDigits(receiptBytes(key, one), signed);
        const read = readReceiptText(text);
        expect(isReceiptText(text)).toBe(true);
        expect(read).toMatchObject({ ...one, keyId: key });
        expect([...(read?.signature ?? [])]).toEqual([...signed]);
        expect([...(read?.signed ?? [])]).toEqual([...receiptBytes(key, one)]);
      }),
      { seed: 1 },
    );
  });

  test('a digit changed, dropped or doubled is never the same receipt', () => {
    const text = receiptDigits(receiptBytes(keyId, receipt), signature);
    const whole = readReceiptText(text);
    for (let at = 0; at < text.length; at += 1) {
      const [before, behind] = [text.slice(0, at), text.slice(at + 1)];
      const digit = text[at] ?? '';
      for (const changed of [
        `${before}${(Number(digit) + 1) % 10}${behind}`,
        before + behind,
        before + digit + digit + behind,
      ]) {
        if (changed === text) continue;
        const read = readReceiptText(changed);
        expect([read?.signed, read?.signature]).not.toEqual([whole?.signed, whole?.signature]);
      }
    }
  });

  test.each([
    '',
    '1'.repeat(239),
    '9'.repeat(371),
    'H29.999-261123-0042',
    '2'.repeat(300),
    `${'1'.repeat(150)}a${'1'.repeat(150)}`,
  ])('nothing else is read as one: %s', (text) => {
    expect(readReceiptText(text)).toBeUndefined();
  });

  test('a number that no receipt bears is not written', () => {
    expect(() => receiptBytes(keyId, { ...receipt, number: 'Đ-1' })).toThrow('ASCII');
    expect(() => receiptBytes(keyId, { ...receipt, number: '1'.repeat(41) })).toThrow('forty');
    expect(() => receiptBytes(keyId, { ...receipt, amount: -1 })).toThrow('bounds');
  });
});

const kept =
  '641507427491337496758567197993667537410583070436079556806319833833561003672238472496983219867280980180288315180171852953074147329675309366468509287825016965823686974281772466929822454224558526501120025868391414299564140199008330006348098874497030447359749720972497179386736169834081413899304511';
