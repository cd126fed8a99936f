import { type Fault, fault } from '../../../contract/base/fault.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import type { Client } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { joinCentre } from './join.ts';
import { leaveCentre, syncOnce } from './service.ts';

/** As the command line asks for it; `client` is who that is, where the register is sealed. */
export async function joinByCommand(
  desk: DeskContext | null,
  code: string,
  client: Client,
  as?: string,
): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return refusal(desk) ?? notKeeper(desk, client) ?? joinCentre(desk, code, as);
}

export async function leaveByCommand(desk: DeskContext | null, client: Client): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return refusal(desk) ?? notKeeper(desk, client) ?? (await leaveCentre(desk)) ?? { left: true };
}

/** Which centre or city a sealed office belongs to is its administrator's to say; of one that is not sealed, of whoever has the folder. */
export function notKeeper({ vault }: DeskContext, { session }: Client): Fault | null {
  const may = vault === null || (session !== null && mayCall(session.role, 'admin'));
  return may ? null : fault('forbidden', { role: 'admin' });
}

/** Nobody is let in by it but in a practice office: that takes the six digits, on every road (`hub.approve`). */
export async function syncByCommand(desk: DeskContext | null): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return refusal(desk) ?? syncOnce(desk);
}

export function refusal(desk: DeskContext): Fault | null {
  if (desk.findOffice() === undefined) return fault('not-set-up', {});
  return desk.looksOnly === null ? null : fault('look-only', {});
}
