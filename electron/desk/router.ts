import { ORPCError, type AnyRouter, os } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import type { FaultCode } from '../contract/fault.ts';
import type { Client } from './client.ts';
import { dispatch } from './dispatch.ts';
import type { Room } from './room.ts';

export type CallContext = { readonly client: Client };

/**
 * The calls as an oRPC router, for shells that carry them over HTTP or a message port. It only carries: the schemas are read
 * by `dispatch`, once, in the same way for every shell (docs/adr/0003-orpc-contract.md).
 */
export function routerOf(room: Room): AnyRouter {
  const groups = Object.entries(contract).map(([group, calls]) => {
    const verbs = Object.entries(calls).map(([verb, procedure]) => {
      const carried = os
        .$context<CallContext>()
        .errors(procedure['~orpc'].errorMap)
        .handler(async ({ input, context }) => carry(await dispatch(room, `${group}.${verb}`, input, context.client)));
      return [verb, carried] as const;
    });
    return [group, Object.fromEntries(verbs)] as const;
  });
  return Object.fromEntries(groups);
}

function carry(result: Awaited<ReturnType<typeof dispatch>>): unknown {
  if (result.ok) return result.value;
  const { code, message, data } = result.fault;
  throw new ORPCError<FaultCode, unknown>(code, { message, data, status: 422 });
}
