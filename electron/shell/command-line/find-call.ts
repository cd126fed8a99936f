import { isContractProcedure } from '@orpc/contract';
import type { CallMeta } from '../../contract/call.ts';
import { contract } from '../../contract/contract.ts';

/** Kind and role of a call by its name, from the contract alone: no desk has to be open to know them. */
export function findCall(name: string): CallMeta | undefined {
  let found: unknown = contract;
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return isContractProcedure(found) ? (found['~orpc'].meta as CallMeta) : undefined;
}
