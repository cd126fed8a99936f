import { type Fault, isFault } from '../../../../contract/base/fault.ts';
import { civilOfInstant } from '../../../base/civil-time.ts';
import type { Refusal } from '../../../base/refusal.ts';
import type { WorkCalendar } from '../../../deadline/work-calendar.ts';
import {
  type CurrentLeg,
  type LegStage,
  arrivalDue,
  findCurrentLeg,
  findLegAt,
  legDue,
  legRef,
  whichLeg,
} from '../../../routing/legs.ts';
import type { ActRows, Guard } from './act-row.ts';
import type { CaseState } from '../state.ts';

/** The legs of a case at other agencies (NĐ 118/2025 Điều 14, 17 k3, 18, 20). */

const noLeg: Refusal = {
  key: 'no-leg',
  vi: 'Hồ sơ không có chặng nào đang chờ ở cơ quan khác.',
  en: 'No leg of this case waits at another agency.',
};
const legHere: Refusal = {
  key: 'leg-here',
  vi: 'Chặng này do đơn vị mình giải quyết, không phải chuyển đi.',
  en: 'This leg is this office’s own; there is nothing to send.',
};
const legByList: Refusal = {
  key: 'leg-by-list',
  vi: 'Hồ sơ giấy chuyển bằng danh sách bàn giao có hai bên ký: mở màn hình Bàn giao (F10).',
  en: 'Papers go by a hand-over list that both sides sign: open Hand-over (F10).',
};
const legSentAlready: Refusal = {
  key: 'leg-sent-already',
  vi: 'Chặng này đã chuyển đi rồi.',
  en: 'This leg was sent already.',
};
const legNotSent: Refusal = {
  key: 'leg-not-sent',
  vi: 'Chưa chuyển đi, hoặc cơ quan giải quyết đã xác nhận nhận hồ sơ.',
  en: 'It was not sent, or its agency has confirmed it already.',
};
const legNotRunning: Refusal = {
  key: 'leg-not-running',
  vi: 'Cơ quan giải quyết chưa nhận hồ sơ nên chưa có kết quả của chặng.',
  en: 'Its agency does not have the file yet, so the leg has no result.',
};
const legNotAway: Refusal = {
  key: 'leg-not-away',
  vi: 'Hồ sơ không ở cơ quan khác.',
  en: 'The case is not at another agency.',
};
const momentAhead: Refusal = {
  key: 'moment-ahead',
  vi: 'Thời điểm ghi sau giờ hiện tại; ghi đúng lúc đã xảy ra.',
  en: 'That moment is still to come; enter when it happened.',
};
const momentBeforeSent: Refusal = {
  key: 'moment-before-sent',
  vi: 'Thời điểm nhận không thể trước lúc chuyển đi.',
  en: 'It cannot have arrived before it was sent.',
};
const momentBeforeReceived: Refusal = {
  key: 'moment-before-received',
  vi: 'Thời điểm có kết quả không thể trước lúc cơ quan đó nhận hồ sơ.',
  en: 'The result cannot be from before the agency had the file.',
};

export const legActs = {
  'send-leg': {
    from: ['accepted', 'processing'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 14, 18, 20',
    guards: [sendLeg],
    record: (_act, state, { handOverId }) => ({
      type: 'leg-sent',
      ...whichLeg(state.legs, getCurrentLeg(state)),
      ...(handOverId === undefined ? {} : { handOverId }),
      ...alsoSent(state),
    }),
  },
  'leg-received': {
    from: ['processing'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 17 k3 (NĐ 309/2026)',
    guards: [legReceived],
    record: ({ at, by, leg }, state, { calendar, termNow }) => {
      const current = getLegAt(state, 'sent', leg);
      const receivedAt = civilOfInstant(at);
      // Where no time was known at reception, what a supervisor has set since counts from here on.
      const term = current.leg.term ?? termNow?.(current.index, current.leg.agency) ?? null;
      const dueAt = legDue(term, state.received.rule, receivedAt, calendar);
      return isFault(dueAt) ? dueAt : { type: 'leg-received', ...whichLeg(state.legs, current), receivedAt, by, dueAt };
    },
  },
  'leg-finished': {
    from: ['accepted', 'processing'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 20, 22',
    guards: [legFinished],
    record: (act, state, { calendar }) => {
      const current = getLegAt(state, 'running', act.leg);
      const returnedAt = civilOfInstant(act.returnedAt);
      const next = nextLeg(state, current.index, returnedAt, calendar);
      if (isFault(next)) return next;
      const { result } = act;
      return {
        type: 'leg-finished',
        ...whichLeg(state.legs, current),
        result,
        returnedAt,
        ...(next === null ? {} : { next }),
      };
    },
  },
  'leg-returned-incomplete': {
    from: ['processing'],
    role: 'clerk',
    rule: 'NĐ 118/2025 Điều 19 k5, 20',
    guards: [legReturned],
    record: ({ reason }, state, { now, calendar }) => {
      const current = getCurrentLeg(state);
      const sendBy = arrivalDue(now, current.leg.way, calendar);
      return isFault(sendBy)
        ? sendBy
        : { type: 'leg-returned-incomplete', ...whichLeg(state.legs, current), reason, sendBy };
    },
  },
} as const satisfies Partial<ActRows>;

/** Papers go by a list that both sides sign; data go over by this act alone. */
function sendLeg(...[{ legs }, { handOverId }]: Parameters<Guard<'send-leg'>>): Refusal | null {
  const current = findCurrentLeg(legs);
  if (current === undefined) return noLeg;
  const { stage, way } = current.leg;
  if (way === 'here') return legHere;
  if (stage !== 'to-send') return legSentAlready;
  return way === 'paper' && handOverId === undefined ? legByList : null;
}

function legReceived(...[{ legs }, { now }, act]: Parameters<Guard<'leg-received'>>): Refusal | null {
  if (findCurrentLeg(legs) === undefined) return noLeg;
  const found = findLegAt(legs, 'sent', act?.leg);
  if (found === undefined) return legNotSent;
  return act === undefined ? null : momentRefusal(civilOfInstant(act.at), now, found.leg.sentAt, momentBeforeSent);
}

function legFinished(...[{ legs }, { now }, act]: Parameters<Guard<'leg-finished'>>): Refusal | null {
  if (findCurrentLeg(legs) === undefined) return noLeg;
  const found = findLegAt(legs, 'running', act?.leg);
  if (found === undefined) return legNotRunning;
  const { receivedAt } = found.leg;
  return act === undefined
    ? null
    : momentRefusal(civilOfInstant(act.returnedAt), now, receivedAt, momentBeforeReceived);
}

function legReturned({ legs }: CaseState): Refusal | null {
  const current = findCurrentLeg(legs);
  if (current === undefined) return noLeg;
  const { stage, way } = current.leg;
  return way !== 'here' && (stage === 'sent' || stage === 'running') ? null : legNotAway;
}

/** Nothing is recorded before it happened, and nothing arrives before it left. */
function momentRefusal(at: string, now: string, earliest: string | null, early: Refusal): Refusal | null {
  if (at > now) return momentAhead;
  // People say times to the minute.
  return earliest !== null && at.slice(0, 16) < earliest.slice(0, 16) ? early : null;
}

/** A file that came in online goes over to all of its agencies at once (Điều 20 k2b); who is before whom they see for themselves. */
function alsoSent({ received, legs }: CaseState): { together?: readonly string[] } {
  const current = findCurrentLeg(legs);
  if (received.channel !== 'online' || current?.leg.way !== 'electronic') return {};
  const together = legs.flatMap(({ stage, way }, index) =>
    stage === 'waiting' && way === 'electronic' ? [legRef(legs, index)] : [],
  );
  return together.length === 0 ? {} : { together };
}

function nextLeg(
  state: CaseState,
  index: number,
  from: string,
  calendar: WorkCalendar,
): { sendBy: string; dueAt: string | null } | null | Fault<'calendar-ends'> {
  const next = state.legs[index + 1];
  // What was sent with the others is there already.
  if (next === undefined || next.stage !== 'waiting') return null;
  const sendBy = arrivalDue(from, next.way, calendar);
  if (isFault(sendBy)) return sendBy;
  const dueAt = next.way === 'here' ? legDue(next.term, state.received.rule, from, calendar) : null;
  return isFault(dueAt) ? dueAt : { sendBy, dueAt };
}

function getLegAt({ legs }: CaseState, stage: LegStage, named: number | undefined): CurrentLeg {
  const found = findLegAt(legs, stage, named);
  if (found === undefined) throw new Error(`no leg of the case is ${stage}`);
  return found;
}

function getCurrentLeg(state: CaseState): CurrentLeg {
  const current = findCurrentLeg(state.legs);
  if (current === undefined) throw new Error('the case has no leg under way');
  return current;
}
