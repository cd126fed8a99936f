import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondsOf } from '../../../electron/domain/base/civil-time.ts';
import { civilOf, civilOrNull, findUuidBytes, uuidText, uuidV7 } from '../../../electron/store/file/rows/codecs.ts';
import { subjectKey, subjectText } from '../../../electron/store/journal/subject.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('UUIDv7', () => {
  test('the example of RFC 9562, appendix A.6', () => {
    // 2022-02-22 19:22:22 GMT; rand_a CC3, rand_b 18C4DC0C0C07398F.
    const bytes = uuidV7(0x017f22e279b0, Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]));
    expect(uuidText(bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('says its version and variant, holds its time, and survives a round trip', () => {
    fc.assert(
      fc.property(moment, random, (now, bytes) => {
        const id = uuidV7(now, bytes);
        const text = uuidText(id);
        expect(text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(id.readUIntBE(0, 6)).toBe(now);
        expect(findUuidBytes(text)).toEqual(id);
        expect(findUuidBytes(text.toUpperCase())).toEqual(id);
      }),
      { seed: 1 },
    );
  });

  test('ids made later sort later', () => {
    fc.assert(
      fc.property(moment, moment, random, random, (a, b, x, y) => {
        fc.pre(a !== b);
        expect(uuidText(uuidV7(a, x)) < uuidText(uuidV7(b, y))).toBe(a < b);
      }),
      { seed: 2 },
    );
  });

  test.each([
    '',
    'one',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398',
    '017f22e279b07cc398c4dc0c0c07398f',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398g',
    ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  ])('«%s» is not one', (text) => {
    expect(findUuidBytes(text)).toBeUndefined();
  });
});

describe('instants', () => {
  test.each([
    ['1970-01-01T07:00:00+07:00', 0],
    ['2026-11-23T09:00:00+07:00', 1_795_399_200],
    ['2026-12-31T23:59:59+07:00', 1_798_736_399],
    ['2027-01-01T00:00:00+07:00', 1_798_736_400],
    ['2038-01-19T10:14:08+07:00', 2 ** 31],
  ])('%s is %i seconds and back', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
    expect(civilOf(seconds)).toBe(text);
  });

  test('another offset is the same instant, in Vietnam’s words', () => {
    expect(civilOf(secondsOf('2026-12-31T12:00:00-05:00'))).toBe('2027-01-01T00:00:00+07:00');
  });

  test('every second survives a round trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
        expect(secondsOf(civilOf(seconds))).toBe(seconds);
      }),
      { seed: 3 },
    );
  });

  test('nothing stays nothing', () => expect(civilOrNull(null)).toBeNull());
});

describe('what an entry is about', () => {
  const id = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
  test.each([
    [{ kind: 'office' } as const, 'office'],
    [{ kind: 'account', username: 'lê.thị' } as const, 'account:lê.thị'],
    [{ kind: 'case', caseId: id } as const, `case:${id}`],
    [{ kind: 'print', jobId: id } as const, `print:${id}`],
  ])('%j is called %s in the chain', (subject, text) => {
    expect(subjectText(subjectKey(subject))).toBe(text);
  });

  test('an id that is no UUID is a bug', () => {
    expect(() => subjectKey({ kind: 'case', caseId: 'one' })).toThrow('not a UUID');
  });
});
