import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryKey, recoveryKeyBytes, recoveryKeyText } from '../../../electron/domain/base/recovery-key.ts';

const keys = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes });

test('a key typed from its paper is the same key, whatever stands between its groups', () => {
  fc.assert(
    fc.property(keys, fc.constantFrom('', ' ', '-', '.', '\n'), (bytes, between) => {
      expect(readRecoveryKey(recoveryKeyText(bytes).replaceAll(' ', between))).toEqual({ bytes });
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('one wrong digit, and two neighbours exchanged, are found, and their group is named', () => {
  fc.assert(
    fc.property(keys, fc.nat(47), fc.integer({ min: 1, max: 9 }), (bytes, at, by) => {
      const digits = [...recoveryKeyText(bytes).replaceAll(' ', '')];
      const wrongGroup = Math.floor(at / 6) + 1;
      const mistyped = digits.with(at, String((Number(digits[at]) + by) % 10));
      expect(readRecoveryKey(mistyped.join(''))).toEqual({ wrongGroup });
      const next = at % 6 === 5 ? at - 1 : at + 1;
      fc.pre(digits[at] !== digits[next]);
      const exchanged = digits.with(at, digits[next] ?? '').with(next, digits[at] ?? '');
      expect(readRecoveryKey(exchanged.join(''))).toEqual({ wrongGroup });
    }),
    { seed: 2, numRuns: 500 },
  );
});

test.each(['', '123', 'không phải khóa', '1'.repeat(49), 'a'.repeat(48)])('«%s» is no key', (text) => {
  expect(readRecoveryKey(text)).toEqual({ wrongGroup: 0 });
});
