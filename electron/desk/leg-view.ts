import type { LegInfo, LegPlan, LegView, NewLeg } from '../contract/legs.ts';
import { termText } from '../domain/deadline-text.ts';
import { type LegState, isLegLate } from '../domain/leg-state.ts';
import type { LegDefinition, PlannedLeg } from '../domain/legs.ts';

/** Legs as calls answer them. */
export function legInfo({ agency, unitCode, work, way, term }: LegDefinition): LegInfo {
  return {
    agency,
    ...(unitCode === undefined ? {} : { unitCode }),
    work,
    way,
    term,
    termText: term === null ? null : termText(term, 'vi'),
  };
}

export function legPlanView(leg: PlannedLeg): LegPlan {
  return { ...legInfo(leg), sendBy: leg.sendBy, plannedDueAt: leg.plannedDueAt };
}

export function legView(leg: LegState, index: number, now: string): LegView {
  const { stage, sentAt, handOverId, receivedAt, receivedBy, dueAt, finishedAt, result, returnReason, missed } = leg;
  const happened = { sentAt, handOverId, receivedAt, receivedBy, dueAt, finishedAt, result, returnReason, missed };
  return { ...legPlanView(leg), index, stage, ...happened, late: isLegLate(leg, now) };
}

/** zod says `undefined` where the journal says “left out”. */
export function sentLegs(legs: readonly NewLeg[]): readonly LegDefinition[] {
  return legs.map(({ unitCode, ...leg }) => ({ ...leg, ...(unitCode === undefined ? {} : { unitCode }) }));
}
