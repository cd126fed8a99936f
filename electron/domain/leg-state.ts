import type { PlannedLeg } from './legs.ts';

/** What can happen to the legs of a case, as it stands in the journal. `leg` is its place, from 0. Dates reckoned then stand with it. */
export type LegAction =
  /** By a hand-over list, or at once where only data go over. */
  | { readonly type: 'leg-sent'; readonly leg: number; readonly agency: string; readonly handOverId?: string }
  /** On the list, and not there when the other side signed. */
  | { readonly type: 'leg-not-arrived'; readonly leg: number; readonly agency: string; readonly handOverId: string }
  | {
      readonly type: 'leg-received';
      readonly leg: number;
      readonly agency: string;
      readonly receivedAt: string;
      /** Who has it there, as the paper or the person says. */
      readonly by: string;
      readonly dueAt: string | null;
    }
  | {
      readonly type: 'leg-finished';
      readonly leg: number;
      readonly agency: string;
      readonly result: string;
      readonly returnedAt: string;
      /** By when the next agency has the file, and when its time ends where it begins at once. */
      readonly next?: { readonly sendBy: string; readonly dueAt: string | null };
    }
  | {
      readonly type: 'leg-returned-incomplete';
      readonly leg: number;
      readonly agency: string;
      readonly reason: string;
      readonly sendBy: string;
    };

export type LegStage = 'waiting' | 'to-send' | 'sent' | 'running' | 'finished';

export type LegState = PlannedLeg & {
  readonly stage: LegStage;
  readonly sentAt: string | null;
  readonly handOverId: string | null;
  /** When the agency had it: its clock starts there (NĐ 118/2025 Điều 17 k3 as amended). */
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
  /** The end of the leg's own time, once it has begun. It moves no printed promise. */
  readonly dueAt: string | null;
  readonly finishedAt: string | null;
  readonly result: string | null;
  /** Why it came back last, where it did. */
  readonly returnReason: string | null;
  /** It was on a list and did not arrive. */
  readonly missed: boolean;
};

const untouched = {
  sentAt: null,
  handOverId: null,
  receivedAt: null,
  receivedBy: null,
  dueAt: null,
  finishedAt: null,
  result: null,
  returnReason: null,
  missed: false,
} as const;

export function beginLegs(planned: readonly PlannedLeg[], acceptedAt: string): readonly LegState[] {
  return planned.map((leg, index) => {
    const waiting: LegState = { ...leg, ...untouched, stage: 'waiting' };
    return index === 0 ? begun(waiting, acceptedAt, leg.plannedDueAt) : waiting;
  });
}

/** A leg whose turn has come: what is done here begins at once, what is done elsewhere has to get there first. */
function begun(leg: LegState, at: string, dueAt: string | null): LegState {
  return leg.way === 'here' ? { ...leg, stage: 'running', receivedAt: at, dueAt } : { ...leg, stage: 'to-send' };
}

/** One more action on the legs. What may follow what is the business of leg-guards.ts. */
export function applyLeg(legs: readonly LegState[], at: string, action: LegAction): readonly LegState[] {
  const changed = legs.map((leg, index) => (index === action.leg ? applyTo(leg, at, action) : leg));
  if (action.type !== 'leg-finished') return changed;
  const { next, returnedAt } = action;
  return changed.map((leg, index) =>
    index === action.leg + 1 && next !== undefined
      ? begun({ ...leg, sendBy: next.sendBy }, returnedAt, next.dueAt)
      : leg,
  );
}

function applyTo(leg: LegState, at: string, action: LegAction): LegState {
  switch (action.type) {
    case 'leg-sent':
      return { ...leg, stage: 'sent', sentAt: at, handOverId: action.handOverId ?? null, missed: false };
    case 'leg-not-arrived':
      return { ...leg, stage: 'to-send', sentAt: null, handOverId: null, missed: true };
    case 'leg-received': {
      const { receivedAt, by, dueAt } = action;
      return { ...leg, stage: 'running', receivedAt, receivedBy: by, dueAt };
    }
    case 'leg-finished':
      return { ...leg, stage: 'finished', finishedAt: action.returnedAt, result: action.result };
    case 'leg-returned-incomplete': {
      const { reason, sendBy } = action;
      return { ...leg, ...untouched, stage: 'to-send', sendBy, returnReason: reason };
    }
  }
}

/** The file is complete again: its agency has it later than was reckoned (Điều 19 k5, 20). */
export function resendBy(legs: readonly LegState[], sendBy: string | undefined): readonly LegState[] {
  const current = findCurrentLeg(legs);
  if (sendBy === undefined || current === undefined) return legs;
  return legs.map((leg, index) => (index === current.index ? { ...leg, sendBy } : leg));
}

export type CurrentLeg = { readonly index: number; readonly leg: LegState };

/** The leg whose turn it is; undefined when the case has none, or all are done. */
export function findCurrentLeg(legs: readonly LegState[]): CurrentLeg | undefined {
  const index = legs.findIndex(({ stage }) => stage !== 'finished');
  const leg = legs[index];
  return leg && { index, leg };
}

/** Whether the case has left the office, or has to: its agency is another one. */
export function isElsewhere(legs: readonly LegState[]): boolean {
  const current = findCurrentLeg(legs);
  return current !== undefined && current.leg.way !== 'here';
}

/** The next moment the leg has to keep, by its stage: when its agency has the file, then when it is done. */
export function nextMomentOf({ stage, sendBy, dueAt }: LegState): string | null {
  if (stage === 'to-send' || stage === 'sent') return sendBy;
  return stage === 'running' ? dueAt : null;
}

export function isLegLate(leg: LegState, now: string): boolean {
  if (leg.stage === 'finished') return leg.dueAt !== null && (leg.finishedAt ?? '') > leg.dueAt;
  const next = nextMomentOf(leg);
  return next !== null && now > next;
}
