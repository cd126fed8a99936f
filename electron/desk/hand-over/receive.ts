import { type Fault, fault, isFault } from '../../contract/fault.ts';
import { civilOfInstant } from '../../domain/base/civil-time.ts';
import { bundleAfterLeg, legActionOf } from '../../domain/case/leg-acts.ts';
import { foldCase } from '../../domain/case/state.ts';
import type { BundlePlace, CaseAction } from '../../domain/entries/case.ts';
import { findCurrentLeg } from '../../domain/routing/legs.ts';
import { caseActions } from '../../store/case/case.ts';
import { type KeptHandOver, findHandOver } from '../../store/routing/hand-over.ts';
import type { Writer } from '../../store/store.ts';
import { actContext } from '../act.ts';
import { authorOf } from '../author.ts';
import type { Session } from '../client.ts';
import { clockFault } from '../clock.ts';
import type { Room } from '../room.ts';

export type SignInput = {
  readonly handOverId: string;
  readonly missing: readonly string[];
  readonly by: string;
  readonly at?: string | undefined;
};

export type SignFault = Fault<
  | 'hand-over-unknown'
  | 'hand-over-signed'
  | 'hand-over-not-listed'
  | 'hand-over-moment'
  | 'calendar-ends'
  | 'clock-untrusted'
  | 'disk-full'
>;

/** The second signature. For another agency it is the moment from which the citizen's time runs (NĐ 118/2025 Điều 17 k3 as amended). */
export function signHandOver(room: Room, input: SignInput, session: Session): 'signed' | SignFault {
  return room.store.write(authorOf(session), room.now(), (tx) => {
    const untrusted = clockFault(room);
    if (untrusted !== null) return untrusted;
    const { handOverId, missing, by } = input;
    const list = findHandOver(tx.db, handOverId);
    if (list === undefined) return fault('hand-over-unknown', { handOver: handOverId });
    const receivedAt = input.at === undefined ? room.nowCivil() : civilOfInstant(input.at);
    const wrong = refusalOf(list, missing, receivedAt, room.nowCivil());
    if (wrong !== null) return wrong;
    for (const caseId of list.caseIds) {
      const arrived = !missing.includes(caseId);
      const failed = settleCase(tx, room, caseId, list, { arrived, receivedAt, by }, session);
      if (failed !== null) return failed;
    }
    const subject = { kind: 'hand-over', handOverId } as const;
    tx.append(subject, { type: 'hand-over-received', by, receivedAt, missing });
    return 'signed';
  });
}

function refusalOf(
  { number, caseIds, madeAt, received }: KeptHandOver,
  missing: readonly string[],
  receivedAt: string,
  now: string,
): SignFault | null {
  if (received !== null) return fault('hand-over-signed', { number });
  if (missing.some((caseId) => !caseIds.includes(caseId))) return fault('hand-over-not-listed', { number });
  // People say times to the minute.
  const ordered = receivedAt <= now && receivedAt.slice(0, 16) >= madeAt.slice(0, 16);
  return ordered ? null : fault('hand-over-moment', { number });
}

type Signed = { readonly arrived: boolean; readonly receivedAt: string; readonly by: string };

/** What the signature does to one case: its leg begins or goes back to be sent, and its papers are where they are. */
function settleCase(
  tx: Writer,
  room: Room,
  caseId: string,
  list: KeptHandOver,
  { arrived, receivedAt, by }: Signed,
  session: Session,
): Fault<'calendar-ends'> | null {
  const state = foldCase(caseActions(tx.db, caseId));
  const subject = { kind: 'case', caseId } as const;
  const current = findCurrentLeg(state.legs);
  const { handOverId } = list;
  // Somebody may have confirmed or taken back the leg meanwhile: then only the papers are settled.
  const onList = current?.leg.stage === 'sent' && current.leg.handOverId === handOverId;
  if (list.to.kind === 'unit' && onList && current !== undefined) {
    const which = { leg: current.index, agency: current.leg.agency };
    const action: CaseAction | Fault<'calendar-ends'> = arrived
      ? legActionOf({ type: 'leg-received', at: receivedAt, by }, state, actContext(room, session))
      : { type: 'leg-not-arrived', ...which, handOverId };
    if (isFault(action)) return action as Fault<'calendar-ends'>;
    tx.append(subject, action as CaseAction);
    const moved = bundleAfterLeg(action as CaseAction, state, list.madeBy);
    if (moved !== null) tx.append(subject, moved);
    return null;
  }
  const { at } = state.bundle;
  if (at.kind === 'on-the-way' && at.handOverId === handOverId)
    tx.append(subject, { type: 'bundle-moved', to: placeAfter(list, arrived, session), handOverId });
  return null;
}

function placeAfter({ to, madeBy }: KeptHandOver, arrived: boolean, session: Session): BundlePlace {
  if (!arrived) return { kind: 'person', username: madeBy };
  switch (to.kind) {
    case 'unit':
      return { kind: 'unit', name: to.name };
    case 'division':
      return { kind: 'division', name: to.name };
    case 'counter':
      return { kind: 'person', username: session.username };
  }
}
