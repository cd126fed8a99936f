import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logLine } from '../../../electron/shell/log/log-line.ts';

const read = (data: Record<string, unknown>) => JSON.parse(logLine(0, 'call', data)) as Record<string, unknown>;

describe('a line of the log', () => {
  test('says when and what, as JSON on one line', () => {
    expect(logLine(Date.UTC(2026, 10, 23, 1, 30), 'locked', { reason: 'idle', count: 3, done: true })).toBe(
      '{"at":"2026-11-23T01:30:00.000Z","event":"locked","reason":"idle","count":3,"done":true}',
    );
  });

  test.each([
    ['a fault', 'store-locked'],
    ['a call', 'case.receive'],
    ['a case id', '0199c7e2-7c1a-7b3e-9b1a-123456789012'],
    ['a hash', 'a'.repeat(64)],
    ['a time', '2026-11-23T08:00:00+07:00'],
    ['a file', 'electron/store/open.ts'],
    ['a case number', 'H29.81.12-261123-0007'],
    ['a code of the driver', 'SQLITE_BUSY'],
  ])('keeps %s', (_what, value) => {
    expect(read({ code: value })['code']).toBe(value);
  });

  test.each(['A1B2C3', '123456', '000000'])('keeps the code of a bug, which may be all digits: %s', (ref) => {
    expect(read({ ref })['ref']).toBe(ref);
    expect(read({ ref: '079190012345', code: '123456' })).toMatchObject({ ref: '[removed]', code: '[removed]' });
  });

  test.each([
    ['a Vietnamese name', { who: 'Nguyễn Thị Hồng' }],
    ['a name without marks', { who: 'NGUYEN THI HONG' }],
    ['a card number', { value: '079190012345' }],
    ['a card number as a number', { value: 79190012345 }],
    ['an old card number', { value: '023456789' }],
    ['a telephone', { value: '0901234567' }],
    ['a telephone with dots', { value: '0901.234.567' }],
    ['a scan', { value: '079190012345|023456789|Nguyễn Thị Hồng|01011990|Nữ|12 Lê Lợi|01012022' }],
    ['a mail address', { value: 'hong@example.vn' }],
    ['a password under its name', { password: 'Secret-1' }],
    ['a name under its name', { fullName: 'Hong' }],
    ['a user', { username: 'hong.nt' }],
    ['a scan under its name', { scan: 'x' }],
    ['what stands deep inside', { a: { b: [{ applicant: 'Hong' }, 'Lê Lợi'] } }],
    ['a buffer', { value: Buffer.from('Nguyen') }],
  ])('removes %s', (_what, data) => {
    const line = logLine(0, 'call', data);
    expect(line).toContain('[removed]');
    expect(line).not.toMatch(/Hong|HONG|Hồng|\d{7}|Lợi|Secret|@|hong|"x"|\d{3}\.\d{3}/);
  });

  test('an error keeps its class, its code and its places, never its message', () => {
    const error = Object.assign(new TypeError('no case for Nguyễn Thị Hồng 079190012345'), { code: 'SQLITE_FULL' });
    const { error: kept } = read({ error }) as { error: { kind: string; code: string; at: string } };
    expect(kept).toMatchObject({ kind: 'TypeError', code: 'SQLITE_FULL' });
    expect(kept.at).toMatch(/log\/log-line\.test\.ts:\d+/);
    expect(JSON.stringify(kept)).not.toMatch(/Hồng|0791900/);
  });

  test('a stack as text, as the desk writes it, is read the same way', () => {
    const stack = [
      'RangeError: bad Hồng',
      '    at openStore (file:///srv/hong/desk/electron/store/open.ts:41:7)',
      '    at async main (C:\\Users\\Hong\\desk\\electron\\main.ts:1:1)',
    ];
    expect(read({ error: stack.join('\n') })['error']).toBe(
      'RangeError openStore store/open.ts:41 < main electron\\main.ts:1',
    );
  });

  test('a stack of Node’s own keeps the code of the error', () => {
    const stack =
      'TypeError [ERR_INVALID_ARG_VALUE]: bad Hồng\n    at spawn (file:///srv/desk/electron/paper/run-command.ts:27:7)';
    expect(read({ error: stack })['error']).toBe('TypeError ERR_INVALID_ARG_VALUE spawn paper/run-command.ts:27');
  });

  test('no card number and no telephone gets through, wherever it stands', () => {
    const digits = fc.integer({ min: 100_000_000, max: 999_999_999_999 }).map(String);
    const around = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(around, digits, around, fc.constantFrom('a', 'code', 'reason'), (before, number, after, key) => {
        expect(logLine(0, 'call', { [key]: before + number + after, list: [{ [key]: number }] })).not.toContain(number);
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});
