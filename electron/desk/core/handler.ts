import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Contract } from '../../contract/contract.ts';
import type { Fault, FaultCode } from '../../contract/base/fault.ts';
import type { Client, Session } from './session/client.ts';
import type { DeskContext } from './context.ts';

/** Who asks, and through which client. The session is there whenever the call's role is not `anyone`. */
export type Caller = { readonly client: Client; readonly session: Session | null };

/** Answers one call with its value, or with one of the faults its contract names. */
type HandlerOf<P> =
  P extends ContractProcedure<infer I, infer O, infer E, infer _M>
    ? (
        desk: DeskContext,
        input: InferSchemaOutput<I>,
        caller: Caller,
      ) => Answer<InferSchemaInput<O> | Fault<Extract<keyof E, FaultCode>>>
    : never;

type Answer<T> = T | Promise<T>;

/** One handler for each call of the contract: a missing one, or a fault the contract does not name, does not compile. */
export type Handlers = {
  readonly [G in keyof Contract]: { readonly [N in keyof Contract[G]]: HandlerOf<Contract[G][N]> };
};

export type AnyHandler = (desk: DeskContext, input: never, caller: Caller) => unknown;

/** The session of a call whose role is not `anyone`. */
export function getSession(caller: Caller): Session {
  if (caller.session === null) throw new Error('this call is made by somebody');
  return caller.session;
}
