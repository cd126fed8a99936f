import type { Act, ActType } from '../../contract/case/act.ts';
import { civilOfInstant } from '../base/civil-time.ts';
import { findCurrentLeg, isElsewhere } from '../routing/legs.ts';
import type { ActContext } from './acts.ts';
import type { CaseState } from './state.ts';

/** Why a leg does not allow an act, as a key of leg-reasons.ts. */
export type LegRefusal =
  | 'no-leg'
  | 'leg-here'
  | 'leg-by-list'
  | 'leg-sent-already'
  | 'leg-not-sent'
  | 'leg-not-running'
  | 'leg-not-away'
  | 'moment-ahead'
  | 'moment-before-sent'
  | 'moment-before-received'
  | 'leg-elsewhere'
  | 'legs-open';

type LegGuard = (state: CaseState, context: ActContext, act: Act | undefined) => LegRefusal | null;

/** When the legs of a case allow an act (NĐ 118/2025 Điều 14, 17 k3, 18, 20). */
export const legGuards = {
  'send-leg': sendLeg,
  'leg-received': legReceived,
  'leg-finished': legFinished,
  'leg-returned-incomplete': legReturned,
  transfer: (state) => (isElsewhere(state.legs) ? 'leg-elsewhere' : null),
  finish: (state) => (findCurrentLeg(state.legs) === undefined ? null : 'legs-open'),
} as const satisfies Partial<Record<ActType, LegGuard>>;

/** Papers go by a list that both sides sign; data go over by this act alone. */
function sendLeg({ legs }: CaseState, { handOverId }: ActContext): LegRefusal | null {
  const current = findCurrentLeg(legs);
  if (current === undefined) return 'no-leg';
  const { stage, way } = current.leg;
  if (way === 'here') return 'leg-here';
  if (stage !== 'to-send') return 'leg-sent-already';
  return way === 'paper' && handOverId === undefined ? 'leg-by-list' : null;
}

function legReceived({ legs }: CaseState, { now }: ActContext, act: Act | undefined): LegRefusal | null {
  const current = findCurrentLeg(legs);
  if (current === undefined) return 'no-leg';
  const { stage, sentAt } = current.leg;
  if (stage !== 'sent') return 'leg-not-sent';
  if (act?.type !== 'leg-received') return null;
  return momentRefusal(civilOfInstant(act.at), now, sentAt, 'moment-before-sent');
}

function legFinished({ legs }: CaseState, { now }: ActContext, act: Act | undefined): LegRefusal | null {
  const current = findCurrentLeg(legs);
  if (current === undefined) return 'no-leg';
  const { stage, receivedAt } = current.leg;
  if (stage !== 'running') return 'leg-not-running';
  if (act?.type !== 'leg-finished') return null;
  return momentRefusal(civilOfInstant(act.returnedAt), now, receivedAt, 'moment-before-received');
}

function legReturned({ legs }: CaseState): LegRefusal | null {
  const current = findCurrentLeg(legs);
  if (current === undefined) return 'no-leg';
  const { stage, way } = current.leg;
  return way !== 'here' && (stage === 'sent' || stage === 'running') ? null : 'leg-not-away';
}

/** Nothing is recorded before it happened, and nothing arrives before it left. */
function momentRefusal(at: string, now: string, earliest: string | null, early: LegRefusal): LegRefusal | null {
  if (at > now) return 'moment-ahead';
  // People say times to the minute.
  return earliest !== null && at.slice(0, 16) < earliest.slice(0, 16) ? early : null;
}
