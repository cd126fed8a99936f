import type { z } from 'zod';

type Definition = { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Record<string, z.ZodType> };

/** Texts that some field of a form may want: its own name first, then a moment, two marks, a number, a signed square, and the name as long as the text of a code. */
const texts = (path: string): string[] => [
  path,
  '2026-11-23T09:00:00+07:00',
  '0000000a',
  '000000000000000a',
  '1',
  '1'.repeat(297),
  path.padEnd(40, '.'),
];

/** Data of the right shape in which each text is the name of its field, for trying a form on. Throws where a field wants what is not here. */
export function sampleOf(schema: z.ZodType | undefined, path = ''): unknown {
  if (schema === undefined) throw new Error(`no schema at ${path}`);
  const { type, innerType, element, shape } = schema.def as unknown as Definition;
  if (innerType !== undefined) return sampleOf(innerType, path);
  if (element !== undefined) return [1, 2].map(() => sampleOf(element, path));
  if (shape !== undefined) {
    const entries = Object.entries(shape).map(
      ([name, inner]) => [name, sampleOf(inner, path === '' ? name : `${path}.${name}`)] as const,
    );
    return Object.fromEntries(entries);
  }
  if (type === 'boolean') return false;
  const found = [...texts(path), 1].find((value) => schema.safeParse(value).success);
  if (found === undefined) throw new Error(`no sample for ${path}`);
  return found;
}
