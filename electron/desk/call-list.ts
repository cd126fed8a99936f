import { z } from 'zod';
import type { CallMeta } from '../contract/call.ts';
import { definitions, metaOf } from './dispatch.ts';

export type CallDescription = CallMeta & {
  readonly name: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly faults: readonly string[];
};

/** The contract as data, for scripts: each call with its schemas as JSON Schema. */
export function describeCalls(): CallDescription[] {
  return [...definitions.values()].map(({ name, procedure }) => {
    const { inputSchema, outputSchema, errorMap } = procedure['~orpc'];
    const { kind, role } = metaOf(procedure);
    return {
      name,
      kind,
      role,
      input: z.toJSONSchema(inputSchema as z.ZodType, { io: 'input', unrepresentable: 'any' }),
      output: z.toJSONSchema(outputSchema as z.ZodType, { io: 'output', unrepresentable: 'any' }),
      faults: Object.keys(errorMap).sort(),
    };
  });
}
