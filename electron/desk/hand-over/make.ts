import { type Fault, fault, isFault } from '../../contract/fault.ts';
import type { HandOverTo } from '../../contract/routing/hand-over.ts';
import { type ActContext, decideAct } from '../../domain/case/acts.ts';
import { bundleAfterLeg } from '../../domain/case/leg-acts.ts';
import { type CaseState, foldCase } from '../../domain/case/state.ts';
import type { BundlePlace, CaseAction } from '../../domain/entries/case.ts';
import { handOverNumber } from '../../domain/routing/hand-over.ts';
import { findCurrentLeg } from '../../domain/routing/legs.ts';
import { caseActions } from '../../store/case/case.ts';
import { findHandOver, findMissedList, lastHandOverSerial } from '../../store/routing/hand-over.ts';
import type { Writer } from '../../store/store.ts';
import { actContext } from '../act.ts';
import { authorOf } from '../author.ts';
import type { Session } from '../client.ts';
import { clockFault } from '../clock.ts';
import type { Room } from '../room.ts';

export type ListInput = {
  readonly requestId: string;
  readonly to: HandOverTo;
  readonly caseIds: readonly string[];
  readonly note: string;
};

export type MakeFault = Fault<'case-unknown' | 'hand-over-refused' | 'calendar-ends' | 'clock-untrusted' | 'disk-full'>;

/**
 * Puts a list in the journal with what it does to each of its cases, in one commit. The caller's request id is the list's id, so the
 * same request twice is one list.
 */
export function makeHandOver(room: Room, input: ListInput, session: Session): 'made' | 'known' | MakeFault {
  const { requestId: handOverId, to, caseIds, note } = input;
  return room.store.write(authorOf(session), room.now(), (tx) => {
    if (findHandOver(tx.db, handOverId) !== undefined) return 'known';
    const untrusted = clockFault(room);
    if (untrusted !== null) return untrusted;
    const context: ActContext = { ...actContext(room, session), handOverId };
    for (const caseId of caseIds) {
      const refused = putOnList(tx, caseId, to, context);
      if (refused !== null) return refused;
    }
    const day = room.nowCivil().slice(0, 10);
    const serial = lastHandOverSerial(tx.db, day) + 1;
    const number = handOverNumber(room.getOffice().desk.code, day, serial);
    const by = session.username;
    tx.append(
      { kind: 'hand-over', handOverId },
      { type: 'hand-over-made', number, day, serial, to, caseIds, note, by },
    );
    return 'made';
  });
}

function putOnList(tx: Writer, caseId: string, to: HandOverTo, context: ActContext): MakeFault | null {
  const actions = caseActions(tx.db, caseId);
  if (actions.length === 0) return fault('case-unknown', { caseId });
  const state = foldCase(actions);
  const wrong = refusalOf(tx, caseId, state, to);
  if (wrong !== null) return refusedBecause(state, wrong);
  const act = actFor(state, to);
  const action = act === null ? null : decideAct(act, state, context);
  if (isFault(action)) {
    if (action.fault === 'calendar-ends') return action as MakeFault;
    const { reason, reasonEn } = action.data as { reason: string; reasonEn: string };
    return refusedBecause(state, { vi: reason, en: reasonEn });
  }
  const subject = { kind: 'case', caseId } as const;
  if (action !== null) tx.append(subject, named(action as CaseAction, to));
  const sent = action === null ? null : bundleAfterLeg(action as CaseAction, state, context.username);
  tx.append(subject, sent ?? onTheWay(to, context.handOverId ?? ''));
  return null;
}

/** What a list does to a case besides moving its papers. A result on its way to the counter changes nothing else. */
function actFor(state: CaseState, to: HandOverTo): { type: 'send-leg' } | { type: 'transfer' } | null {
  if (to.kind === 'unit') return { type: 'send-leg' };
  return to.kind === 'division' && state.status === 'accepted' ? { type: 'transfer' } : null;
}

function named(action: CaseAction, to: HandOverTo): CaseAction {
  return action.type === 'transferred' ? { ...action, to: to.name } : action;
}

function onTheWay(to: HandOverTo, handOverId: string): Extract<CaseAction, { type: 'bundle-moved' }> {
  const place: BundlePlace = { kind: 'on-the-way', to: to.name, handOverId };
  return { type: 'bundle-moved', to: place, handOverId };
}

type Why = { readonly vi: string; readonly en: string };

/** Whether this case may be on a list to there at all; what the act itself asks comes after. */
function refusalOf(tx: Writer, caseId: string, state: CaseState, to: HandOverTo): Why | null {
  if (state.bundle.at.kind === 'on-the-way') return reasons.underWay;
  if (to.kind === 'unit') return findCurrentLeg(state.legs)?.leg.agency === to.name ? null : reasons.otherAgency;
  if (to.kind === 'counter') return counterStatuses.has(state.status) ? null : reasons.noResult;
  const missed = findMissedList(tx.db, caseId)?.to;
  const passedOn = state.status !== 'accepted';
  return passedOn && missed?.kind !== 'division' ? reasons.passedOn : null;
}

const counterStatuses: ReadonlySet<string> = new Set(['finished', 'refused', 'stopped']);

const reasons = {
  underWay: {
    vi: 'Hồ sơ giấy đang trên một danh sách bàn giao chưa được ký nhận.',
    en: 'Its papers are on another list that was not signed yet.',
  },
  otherAgency: {
    vi: 'Hồ sơ không phải chuyển đến cơ quan này.',
    en: 'The case does not go to this agency.',
  },
  noResult: {
    vi: 'Hồ sơ chưa có kết quả để chuyển về quầy.',
    en: 'The case has no result to go to the counter.',
  },
  passedOn: {
    vi: 'Hồ sơ đã chuyển xử lý rồi.',
    en: 'The case was passed on already.',
  },
} as const;

function refusedBecause({ number }: CaseState, { vi, en }: Why): Fault<'hand-over-refused'> {
  return fault('hand-over-refused', { number: number.official ?? number.local, reason: vi, reasonEn: en });
}
