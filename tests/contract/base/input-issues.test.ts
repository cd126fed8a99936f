import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../electron/contract/contract.ts';
import { inputIssues, issueSentences } from '../../../electron/contract/base/input-issues.ts';
import { saysSomething, why } from '../../../electron/contract/base/values.ts';

/** What no clerk and no programmer of another house should have to read: the sentences of the schema library. */
const foreign = /invalid input|expected|too small|too big|unrecognized|đầu vào không hợp lệ|mong đợi|regex|pattern/i;

const calls = Object.entries(contract).flatMap(([group, ofGroup]) =>
  Object.entries(ofGroup).map(([name, call]) => [`${group}.${name}`, call['~orpc'].inputSchema as z.ZodType] as const),
);

/** Inputs that are wrong in every way a program gets one wrong. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  7,
  'text',
  [],
  {},
  { requestId: 7, reason: 'a', caseId: {}, text: 'x'.repeat(5_000_000), extra: true, limit: 0, day: '2026-02-30' },
  { applicant: { kind: 'ghost', fullName: '', idNumber: 1, dateOfBirth: '1990-02-29', email: 'no' }, components: {} },
  { settings: { unitCode: 1, desk: [] }, act: { type: 'ghost' }, steps: [], legs: 'none', counts: [{}] },
];

test('whatever is wrong with an input of any call has our own word and a sentence in both languages', () => {
  const said = calls.flatMap(([name, schema]) =>
    wrong.flatMap((input) => {
      const parsed = schema.safeParse(input);
      return parsed.success ? [] : inputIssues(parsed.error).map((issue) => ({ name, ...issue }));
    }),
  );
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter(({ message }) => issueSentences[message.split(':')[0] ?? ''] === undefined)).toEqual([]);
  expect(said.filter(({ message, vi, en }) => foreign.test(message + vi + en) || vi === en)).toEqual([]);
});

test('a program is told what was wrong, where, and how it is written', () => {
  const parsed = z.strictObject({ day: z.iso.date() }).safeParse({ day: '2026-02-30' });
  expect(parsed.success ? [] : inputIssues(parsed.error)).toEqual([
    {
      path: 'day',
      message: 'iso-date',
      vi: 'Cần một ngày có trong lịch, ghi như 1990-03-04.',
      en: 'A day of the calendar is needed, written as 1990-03-04.',
    },
  ]);
});

describe('a reason says something', () => {
  test.each(['a', 'aaa', '...', '123', ' x ', 'a a a', 'ẤẤẤ', '---x', ''])('%j does not', (text) => {
    expect(saysSomething(text)).toBe(false);
    expect(why(500).safeParse(text).success).toBe(false);
  });

  test.each(['bận', 'Nộp sai mẫu', 'Dân ốm', 'lỗi máy in', 'K1 Đ17', 'vì vợ đi'])('%j does', (text) => {
    expect(why(500).parse(text)).toBe(text);
  });

  test('every field of a call that is called a reason or a ground asks for one', () => {
    // A preview may have dots where the reason is still to be written: it records nothing.
    const recording = calls.filter(([name]) => name !== 'work.apologyPaper');
    const taken = recording.flatMap(([name, schema]) =>
      fieldsOf(schema)
        .filter(([field]) => /^(reason|override|ground|basis|legalBasis|termReason)$/.test(field))
        .filter(([, shape]) => shape.safeParse('a').success)
        .map(([field]) => `${name}.${field}`),
    );
    expect(taken).toEqual([]);
  });
});

/** Every field that stands anywhere in a shape, with its own shape. */
function fieldsOf(schema: z.ZodType): (readonly [string, z.ZodType])[] {
  const def = schema.def as unknown as Record<string, unknown>;
  const inner = ['innerType', 'element', 'in', 'valueType'].flatMap((key) => def[key] ?? []) as z.ZodType[];
  const options = (def['options'] ?? []) as z.ZodType[];
  const shape = Object.entries((def['shape'] ?? {}) as Record<string, z.ZodType>);
  return [...shape, ...[...inner, ...options, ...shape.map(([, one]) => one)].flatMap(fieldsOf)];
}
