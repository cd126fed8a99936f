import { type AnyRouter, ORPCError, os } from '@orpc/server';
import { z } from 'zod';
import type { CallMeta } from '../../contract/base/call.ts';
import { contract } from '../../contract/contract.ts';
import type { FaultCode } from '../../contract/base/fault.ts';
import type { Client } from '../core/session/client.ts';
import { type CallResult, definitions, metaOf } from './dispatch.ts';

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

type CallContext = { readonly client: Client };

/**
 * The calls as an oRPC router, for shells that carry them over HTTP or a message port. It only carries: the schemas are read
 * by `dispatch`, once, in the same way for every shell (docs/adr/0003-orpc-contract.md).
 */
export function routerOf(call: (name: string, input: unknown, client: Client) => Promise<CallResult>): AnyRouter {
  const groups = Object.entries(contract).map(([group, calls]) => {
    const verbs = Object.entries(calls).map(([verb, procedure]) => {
      const carried = os
        .$context<CallContext>()
        .errors(procedure['~orpc'].errorMap)
        .handler(async ({ input, context }) => carry(await call(`${group}.${verb}`, input, context.client)));
      return [verb, carried] as const;
    });
    return [group, Object.fromEntries(verbs)] as const;
  });
  return Object.fromEntries(groups);
}

function carry(result: CallResult): unknown {
  if (result.ok) return result.value;
  const { code, message, data } = result.fault;
  throw new ORPCError<FaultCode, unknown>(code, { message, data, status: 422 });
}
