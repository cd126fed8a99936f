import { type Fault, fault } from '../../../contract/base/fault.ts';
import { mayCall } from '../../../domain/common/office/call-roles.ts';
import { areTwoPersonsAsked } from '../../../store/common/office/settings.ts';
import { type TwoSaid, decideByTwo } from '../../common/office/two-persons.ts';
import type { Client } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { currentSession } from '../../core/session/session.ts';
import { owesBy } from '../../common/office/people/factor-demand.ts';
import { joinCentre } from './join.ts';
import { leaveCentre, syncOnce } from './service.ts';

/** What the command line asks for of the centre; `client` is who that is, where the register is sealed or two keep it. */
export type CentreByCommand = {
  join(code: string, client: Client, said: TwoSaid, as?: string): Promise<object | Fault>;
  sync(): Promise<object | Fault>;
  leave(client: Client, said: TwoSaid): Promise<object | Fault>;
};

export function centreByCommand(deskOf: () => DeskContext | null): CentreByCommand {
  return {
    join: (code, client, said, as) => joinByCommand(deskOf(), code, client, said, as),
    sync: () => syncByCommand(deskOf()),
    leave: (client, said) => leaveByCommand(deskOf(), client, said),
  };
}

async function joinByCommand(
  desk: DeskContext | null,
  code: string,
  client: Client,
  said: TwoSaid,
  as?: string,
): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return (
    refusal(desk) ??
    notKeeper(desk, client) ??
    decideByTwo(desk, client.session, said, linkDecided(desk, 'hub', 'join'), (keep) =>
      joinCentre(desk, code, as, keep),
    )
  );
}

async function leaveByCommand(desk: DeskContext | null, client: Client, said: TwoSaid): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  const refused = refusal(desk) ?? notKeeper(desk, client);
  if (refused !== null) return refused;
  const left = await decideByTwo(desk, client.session, said, linkDecided(desk, 'hub', 'leave'), (keep) =>
    leaveCentre(desk, keep),
  );
  return left ?? { left: true };
}

const reasons = {
  hub: { join: 'Nhập trung tâm', leave: 'Rời trung tâm' },
  city: { join: 'Nối máy chủ thành phố', leave: 'Thôi gửi thành phố' },
} as const;

/** How the journal names it. */
export function linkDecided(desk: DeskContext, to: 'hub' | 'city', act: 'join' | 'leave') {
  return { to, act, about: desk.getOffice().unitCode, reason: reasons[to][act] } as const;
}

/** Which centre or city an office belongs to is its administrator's to say; of one that is not sealed and that one person keeps, of whoever has the folder. */
export function notKeeper(desk: DeskContext, client: Client): Fault | null {
  const { vault, store } = desk;
  const owed = owesBy(desk, client);
  if (owed !== null) return owed;
  if (vault === null && !areTwoPersonsAsked(store.db)) return null;
  const session = currentSession(desk, client);
  if (session === null) return fault('sign-in-required', {});
  return mayCall(session.role, 'admin') ? null : fault('forbidden', { role: 'admin' });
}

/** Nobody is let in by it but in a practice office: that takes the six digits, on every road (`hub.approve`). */
async function syncByCommand(desk: DeskContext | null): Promise<object | Fault> {
  if (desk === null) return fault('sign-in-required', {});
  return refusal(desk) ?? syncOnce(desk);
}

export function refusal(desk: DeskContext): Fault | null {
  if (desk.findOffice() === undefined) return fault('not-set-up', {});
  return desk.looksOnly === null ? null : fault('look-only', {});
}
