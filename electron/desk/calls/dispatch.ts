import type { AnyContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import type { CallMeta, CallRole } from '../../contract/base/call.ts';
import { contract } from '../../contract/contract.ts';
import { type Fault, type FaultCode, fault, faultMessage, isFault } from '../../contract/base/fault.ts';
import { inputIssues } from '../../contract/base/input-issues.ts';
import { applyDueSettings } from '../catalogue/packs/due-settings.ts';
import { birthsAfter } from '../../domain/common/person/births.ts';
import { mayCall, maySeePersons } from '../../domain/common/office/call-roles.ts';
import { areTwoPersonsAsked } from '../../store/common/office/settings.ts';
import { passOver } from '../safety/backup/pass-over.ts';
import { noteBug, storeTroubled, toldInFull } from '../core/bug.ts';
import type { Client, Session } from '../core/session/client.ts';
import type { DeskContext } from '../core/context.ts';
import type { AnyHandler } from '../core/handler.ts';
import { currentSession } from '../core/session/session.ts';
import { owesFirst } from '../common/office/people/factor-demand.ts';
import { storeTrouble } from '../../store/file/opening/open.ts';
import { handlers } from './handler-table.ts';

export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly fault: { readonly code: FaultCode; readonly message: string; readonly data: unknown };
    };

/** Calls that make sense before an office exists. */
export const withoutOffice: ReadonlySet<string> = new Set([
  'office.units',
  'office.setUp',
  'office.openPractice',
  'keys.propose',
  'keys.sheet',
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

/** What a computer that holds no office may ask besides: which backup it could take over from (desk.ts brings it back). */
const atFirstRun: ReadonlySet<string> = new Set(['hub.look', ...withoutOffice, 'recovery.roads']);

/** Who looks at a register signs in too; that they did is nowhere written. */
const inALook: ReadonlySet<string> = new Set(['account.signIn', 'account.signOut']);

/** What somebody may do whose password is not their own yet. */
const beforeOwnPassword: ReadonlySet<string> = new Set([
  'account.setPassword',
  'account.signOut',
  'account.propose',
  'account.stay',
]);

/** What somebody may do who owes a code of a phone, beside what comes before a password of their own. */
const beforeFactor: ReadonlySet<string> = new Set(['account.proposeFactor', 'account.setFactor', ...beforeOwnPassword]);

const beforeWhatIsOwed = { 'password-change-needed': beforeOwnPassword, 'second-factor-owed': beforeFactor } as const;

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
    if (desk.hasEnded() && !isOfTheDisk(error)) return refused(endedUnder(desk, name, error));
    const trouble = storeTroubled(desk, error);
    if (trouble !== null) return refused(trouble);
    const ref = noteBug(desk, name, error);
    // What a later version wrote, or a damaged page says, is no bug of ours.
    return refused(desk.looksOnly === null ? fault('unexpected', { ref }) : fault('look-unreadable', {}));
  }
}

async function answer(desk: DeskContext, name: string, input: unknown, client: Client): Promise<unknown> {
  const parsed = parseInput(name, input);
  if (isFault(parsed)) return parsed;
  const { definition, value } = parsed;
  const unborn = birthsAfter(value, desk.nowCivil().slice(0, 10));
  if (unborn.length > 0) return fault('input-invalid', { issues: unborn });
  if (client.window === true) desk.clock.seenByWindow();
  // Before anything of the new day is written: papers are made again by the settings that stood when their entry was.
  if (desk.areSettingsDue() && desk.looksOnly === null && desk.clock.trust() === 'good') applyDueSettings(desk, null);
  const session = currentSession(desk, client);
  const refusal = refuse(desk, definition, client, session);
  if (refusal !== null) return refusal;
  const { kind, role } = metaOf(definition.procedure);
  if (desk.unwitnessed.waits && kind === 'write' && givesNumbers.has(role)) {
    desk.unwitnessed.waits = false;
    passOver(desk);
  }
  const answered = await definition.handler(desk, value as never, { client, session });
  if (!isFault(answered)) desk.lookUps.note(name, value, session, answered);
  return answered;
}

/** Who receives, collects and hands over. */
const givesNumbers: ReadonlySet<CallRole> = new Set(['clerk', 'officer', 'supervisor']);

/** The input as its contract has it. */
export function parseInput(
  name: string,
  input: unknown,
): { readonly definition: Definition; readonly value: unknown } | Fault<'call-unknown' | 'input-invalid'> {
  const definition = definitions.get(name);
  if (definition === undefined) return fault('call-unknown', { name: name.slice(0, 100) });
  const schema = definition.procedure['~orpc'].inputSchema as z.ZodType;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return fault('input-invalid', { issues: inputIssues(parsed.error) });
  return { definition, value: parsed.data };
}

function refuse(
  desk: DeskContext,
  { name, procedure }: Definition,
  client: Client,
  session: Session | null,
): Fault | null {
  const { role, kind, shows } = metaOf(procedure);
  const lost = desk.lost();
  if (lost !== null && kind === 'write') return lost;
  if (desk.looksOnly !== null && kind === 'write' && !inALook.has(name)) return fault('look-only', {});
  if (desk.findOffice() === undefined && !atFirstRun.has(name)) return fault('not-set-up', {});
  if (role === 'anyone') return null;
  if (session === null) return client.expired ? fault('session-expired', {}) : fault('sign-in-required', {});
  if (!mayCall(session.role, role)) return fault('forbidden', { role });
  if (shows === 'persons' && !maySeePersons(session.role, () => areTwoPersonsAsked(desk.store.db)))
    return fault('forbidden', { role: 'clerk' });
  const owed = owesFirst(desk, session);
  if (owed !== null && !beforeWhatIsOwed[owed.fault].has(name)) return owed;
  // A window asks by itself what its screens show, also while nobody sits before it.
  const isByPerson = client.window !== true || kind === 'write' || name === 'account.stay';
  if (isByPerson) client.session = { ...session, lastUsedAt: desk.ports.clock.now() };
  return null;
}

/** The register was closed under a call, for another key or for good: whoever asked signs in to the one that is opened, and asks again. */
function endedUnder(desk: DeskContext, call: string, error: unknown): Fault {
  desk.ports.log.write('call-ended', {
    call,
    error: toldInFull(error),
  });
  return fault('session-expired', {});
}

function isOfTheDisk(error: unknown): boolean {
  const trouble = storeTrouble(error);
  return trouble?.fault === 'disk-full' || trouble?.fault === 'disk-failing';
}

export function refused(refusal: Fault): CallResult {
  const { fault: code, data } = refusal;
  return { ok: false, fault: { code, message: faultMessage(code, data), data } };
}
