import type { AnyContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { CallMeta } from '../contract/call.ts';
import { contract } from '../contract/contract.ts';
import { type Fault, type FaultCode, fault, faultMessage, isFault } from '../contract/fault.ts';
import { inputIssues } from '../contract/input-issues.ts';
import { mayCall } from '../domain/case/permission.ts';
import type { Client, Session } from './core/client.ts';
import type { DeskContext } from './core/context.ts';
import type { AnyHandler } from './core/handler.ts';
import { currentSession } from './core/session.ts';
import { handlers } from './handlers.ts';

export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly fault: { readonly code: FaultCode; readonly message: string; readonly data: unknown };
    };

/** Calls that make sense before an office exists. */
const withoutOffice: ReadonlySet<string> = new Set([
  'office.units',
  'office.setUp',
  'office.openPractice',
  'system.status',
  'print.printers',
  'procedure.find',
  'procedure.get',
  'procedure.fees',
  'procedure.unverified',
  'deadline.explain',
  'text.amountInWords',
  'citizenCard.read',
]);

type Definition = { readonly name: string; readonly procedure: AnyContractProcedure; readonly handler: AnyHandler };

/** Every call by its name, from the contract and the handlers that answer it. */
export const definitions: ReadonlyMap<string, Definition> = new Map(
  Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).map(([verb, procedure]) => {
      const handler = (handlers as Record<string, Record<string, AnyHandler>>)[group]?.[verb] as AnyHandler;
      const name = `${group}.${verb}`;
      return [name, { name, procedure, handler }] as const;
    }),
  ),
);

export function metaOf(procedure: AnyContractProcedure): CallMeta {
  return procedure['~orpc'].meta as CallMeta;
}

/** The one way from a question to an answer, for every shell: input, session, role, handler. Never throws. */
export async function dispatch(desk: DeskContext, name: string, input: unknown, client: Client): Promise<CallResult> {
  try {
    const value = await answer(desk, name, input, client);
    return isFault(value) ? refused(value) : { ok: true, value };
  } catch (error) {
    return refused(bug(desk, name, error));
  }
}

async function answer(desk: DeskContext, name: string, input: unknown, client: Client): Promise<unknown> {
  const definition = definitions.get(name);
  if (definition === undefined) return fault('call-unknown', { name: name.slice(0, 100) });
  const schema = definition.procedure['~orpc'].inputSchema as z.ZodType;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return fault('input-invalid', { issues: inputIssues(schema, input, parsed.error) });
  const session = currentSession(desk, client);
  const refusal = refuse(desk, definition, client, session);
  if (refusal !== null) return refusal;
  return definition.handler(desk, parsed.data as never, { client, session });
}

function refuse(
  desk: DeskContext,
  { name, procedure }: Definition,
  client: Client,
  session: Session | null,
): Fault | null {
  const { role } = metaOf(procedure);
  if (desk.findOffice() === undefined && !withoutOffice.has(name)) return fault('not-set-up', {});
  if (role === 'anyone') return null;
  if (session === null) return client.expired ? fault('session-expired', {}) : fault('sign-in-required', {});
  if (!mayCall(session.role, role)) return fault('forbidden', { role });
  client.session = { ...session, lastUsedAt: desk.ports.clock.now() };
  return null;
}

function bug(desk: DeskContext, name: string, error: unknown): Fault {
  const ref = Buffer.from(desk.ports.random.bytes(3)).toString('hex').toUpperCase();
  desk.ports.log.write('bug', {
    ref,
    call: name,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return fault('unexpected', { ref });
}

function refused(refusal: Fault): CallResult {
  const { fault: code, data } = refusal;
  return { ok: false, fault: { code, message: faultMessage(code, data), data } };
}
