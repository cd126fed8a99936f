import fc from 'fast-check';
import type { z } from 'zod';
import { definitions } from '../../../electron/desk/calls/dispatch.ts';
import { describeCalls } from '../../../electron/desk/calls/router.ts';

type Json = {
  readonly type?: string;
  readonly properties?: Record<string, Json>;
  readonly required?: readonly string[];
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
  readonly $defs?: Record<string, Json>;
};

/** Words an office types, and words nobody should: what text fields meet. */
const words = fc.constantFrom(
  '',
  ' ',
  'Nguyễn Thị Đặng Ánh',
  'đổi tên',
  'clerk',
  'laser',
  'mau-01',
  '1.001193',
  '079190001234',
  'Q1',
  'Q12',
  '27112',
  'H29.999',
  '07:30',
  '17:00',
  '0901234567',
  'a@b.vn',
  '1990',
  '\u202e',
  '__proto__',
  "'; DROP TABLE journal; --",
  '-1',
  '🙂',
  'Quay-Mot-Cua-1',
);

/** Values of roughly a schema's shape: most are nearly right, which is where a refusal has the most to get wrong. */
function arbitraryOf(schema: Json, root: Json = schema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined)
    return depth > 4
      ? fc.constant(null)
      : arbitraryOf(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, root, depth + 1);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, root, depth + 1)));
  if (schema.allOf !== undefined) return arbitraryOf(Object.assign({}, ...schema.allOf) as Json, root, depth + 1);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, root, depth);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, root, depth + 1), {
        minLength: Math.min(schema.minItems ?? 0, 3),
        maxLength: 3,
      });
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema);
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objectOf(schema: Json, root: Json, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([key, field]) => [key, arbitraryOf(field, root, depth + 1)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
}

function numberOf({ minimum = -5, maximum = 1000 }: Json): fc.Arbitrary<unknown> {
  const [low, high] = [Math.max(minimum, -1e9), Math.min(maximum, 1e9)];
  return fc.oneof(fc.integer({ min: low, max: Math.min(high, low + 20) }), fc.constant(low), fc.constant(high));
}

function textOf({ format, pattern, minLength = 0, maxLength = 40 }: Json): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return fc.constantFrom('2026-11-23', '2026-12-31', '0001-01-01', '9999-12-31', '2026-02-30');
  if (format === 'date-time')
    return fc.constantFrom(
      '2026-11-23T09:00:00+23:59',
      '1900-01-01T00:00Z',
      '2199-12-31T23:59:59+14:00',
      '2026-11-23T09:00:00+07:00',
      '2026-12-31T23:59:59.999Z',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59-12:00',
      '2027-12-31T10:00:00+14:00',
    );
  if (pattern !== undefined && format === undefined) return fc.oneof(words, stringMatching(pattern));
  return fc.oneof(words, fc.string({ minLength, maxLength: Math.min(maxLength, 40) }));
}

function stringMatching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    // A pattern with look-ahead cannot be turned around.
    return fc.string();
  }
}

/** For every call its arbitrary inputs, by name. */
export const inputArbitraries: ReadonlyMap<string, fc.Arbitrary<unknown>> = new Map(
  describeCalls().map(({ name, input }) => [name, arbitraryOf(input as Json)]),
);

/** An input of the call that its own schema takes; the same each time. */
export function sampleInput(name: string): unknown {
  const schema = definitions.get(name)?.procedure['~orpc'].inputSchema as z.ZodType;
  const samples = fc.sample(inputArbitraries.get(name) ?? fc.constant({}), { numRuns: 3000, seed: 1 });
  return samples.find((sample) => schema.safeParse(sample).success);
}
