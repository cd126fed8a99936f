import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { Delegation } from '../../../contract/common/office/delegation.ts';
import { dateText } from '../../../domain/base/civil-time.ts';
import { decideAct } from '../../../domain/counter/case/acts/acts.ts';
import { printedNumber } from '../../../domain/base/numbering.ts';
import { holdsOn, refuseDelegation } from '../../../domain/common/office/delegation.ts';
import { findCaseFile } from '../../../store/counter/case/case.ts';
import { findAccount } from '../../../store/common/office/accounts.ts';
import { type KeptDelegation, delegations } from '../../../store/common/office/delegations.ts';
import { heldFiles } from '../../../store/counter/work/work.ts';
import { actContext } from '../../counter/case/act.ts';
import { type Session, authorOf } from '../../core/session/client.ts';
import type { DeskContext } from '../../core/context.ts';
import { type Handlers, getSession } from '../../core/handler.ts';
import { staffName } from '../../core/session/staff-name.ts';

const today = (desk: DeskContext) => desk.nowCivil().slice(0, 10);

/** A leader passes on their own work; the administrator writes down anybody's. */
function isTheirs(leader: string, { role, username }: Session): boolean {
  return role === 'admin' || leader === username;
}

export const delegationHandlers: Pick<Handlers['office'], 'delegations' | 'delegate' | 'endDelegation' | 'moveFiles'> =
  {
    delegations: (desk) => ({ delegations: view(desk) }),

    delegate: (desk, terms, caller) => {
      const session = getSession(caller);
      if (!isTheirs(terms.leader, session)) return fault('delegation-own', {});
      const done = desk.store.write(authorOf(session), desk.now(), (tx) => {
        const [leader, delegate] = [findAccount(tx.db, terms.leader), findAccount(tx.db, terms.delegate)];
        if (leader === undefined) return fault('account-unknown', { username: terms.leader });
        if (delegate === undefined) return fault('account-unknown', { username: terms.delegate });
        const refusal = refuseDelegation(terms, delegations(tx.db), { leader, delegate, today: today(desk) });
        switch (refusal?.code) {
          case undefined:
            return tx.append({ kind: 'office' }, { type: 'delegation-set', ...terms });
          case 'delegation-past':
            return fault('delegation-past', { to: dateText(terms.to) });
          case 'delegation-far':
            return fault('delegation-far', { latest: dateText(refusal.latest) });
          case 'delegation-chain':
            return fault('delegation-chain', { name: delegate.fullName });
          case 'delegation-unfit':
            return fault('delegation-unfit', {});
          case 'delegation-overlaps': {
            const { other } = refusal;
            const name = findAccount(tx.db, other.delegate)?.fullName ?? other.delegate;
            return fault('delegation-overlaps', { name, from: dateText(other.from), to: dateText(other.to) });
          }
        }
      });
      return isFault(done) ? done : { delegations: view(desk) };
    },

    endDelegation: (desk, { delegationId, reason }, caller) => {
      const session = getSession(caller);
      const one = find(desk, delegationId);
      if (one === undefined || one.ended !== null) return fault('delegation-unknown', { delegationId });
      if (!isTheirs(one.leader, session)) return fault('delegation-own', {});
      const done = desk.store.write(authorOf(session), desk.now(), (tx) =>
        tx.append({ kind: 'office' }, { type: 'delegation-ended', delegationId, reason }),
      );
      return isFault(done) ? done : { delegations: view(desk) };
    },

    moveFiles: (desk, { delegationId, to }, caller) => {
      const session = getSession(caller);
      const one = find(desk, delegationId);
      if (one === undefined) return fault('delegation-unknown', { delegationId });
      if (!isTheirs(one.leader, session)) return fault('delegation-own', {});
      if (to === 'delegate' && !holdsOn(one, today(desk))) return fault('delegation-over', {});
      return moveFiles(desk, one, to, session);
    },
  };

type Left = { readonly number: string; readonly why: string; readonly whyEn: string };

/** All in one commit, or none: each as an assignment by the rules of that act. What those rules keep where it is, is told with its reason. */
function moveFiles(
  desk: DeskContext,
  { delegationId, leader, delegate, caseIds: sent }: KeptDelegation,
  to: 'delegate' | 'leader',
  session: Session,
): { moved: number; left: Left[] } | Fault<'disk-full'> {
  const [from, receiver] = to === 'delegate' ? [leader, delegate] : [delegate, leader];
  return desk.store.write(authorOf(session), desk.now(), (tx) => {
    const held = heldFiles(tx.db, from).filter(({ caseId }) => to === 'delegate' || sent.includes(caseId));
    const [moved, left]: [string[], Left[]] = [[], []];
    for (const { caseId } of held) {
      const file = findCaseFile(tx.db, caseId);
      if (file === undefined) continue;
      const { state } = file;
      const context = { ...actContext(desk, session, state), username: from, role: 'supervisor' as const };
      const action = decideAct({ type: 'assign', to: receiver }, state, context);
      if (isFault(action)) {
        const { reason = '', reasonEn = '' } = action.data as { reason?: string; reasonEn?: string };
        left.push({ number: printedNumber(state.number), why: reason, whyEn: reasonEn });
        continue;
      }
      tx.append({ kind: 'case', caseId }, action);
      moved.push(caseId);
    }
    if (moved.length > 0)
      tx.append({ kind: 'office' }, { type: 'delegated-files-moved', delegationId, to, caseIds: moved });
    return { moved: moved.length, left };
  });
}

function find(desk: DeskContext, delegationId: string): KeptDelegation | undefined {
  return delegations(desk.store.db).find((one) => one.delegationId === delegationId);
}

function view(desk: DeskContext): Delegation[] {
  const { db } = desk.store;
  const now = today(desk);
  return delegations(db)
    .toReversed()
    .map(({ endedOn: _endedOn, caseIds, moved, ...one }): Delegation => {
      const there = new Set(heldFiles(db, one.delegate).map(({ caseId }) => caseId));
      return {
        ...one,
        leaderName: staffName(desk, one.leader),
        delegateName: staffName(desk, one.delegate),
        holds: holdsOn({ ...one, endedOn: _endedOn }, now),
        files: { moved, there: caseIds.filter((caseId) => there.has(caseId)).length },
        open: heldFiles(db, one.leader).length,
      };
    });
}

/** For whom somebody stands today, for the bar that is always in sight. */
export function standsFor(desk: DeskContext, username: string): { name: string; form: string; to: string }[] {
  const now = today(desk);
  return delegations(desk.store.db)
    .filter((one) => one.delegate === username && holdsOn(one, now))
    .map(({ leader, form, to }) => ({ name: staffName(desk, leader), form: `${form}.`, to }));
}
