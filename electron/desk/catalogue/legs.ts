import type { Procedure } from '../../contract/catalogue/lists.ts';
import type { LegInfo, LegPlan, LegView, LegsView, NewLeg } from '../../contract/routing/legs.ts';
import { plainTerm, usualTerm } from '../../domain/catalogue/procedure-terms.ts';
import { termText } from '../../domain/deadline/explanation.ts';
import type { LegDefinition, PlannedLeg } from '../../domain/entries/case.ts';
import { type LegState, isLegLate } from '../../domain/routing/legs.ts';
import type { DeskContext } from '../core/context.ts';
import { lastSetting } from './adopted.ts';

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

/** The legs of a procedure with where they are known from: a supervisor wins over the list. */
export function legsView(desk: DeskContext, procedure: Procedure): LegsView {
  const { code, name } = procedure;
  const usual = usualTerm(procedure, { day: desk.nowCivil().slice(0, 10), channel: 'direct' });
  const set = lastSetting(desk, 'legs-set', code);
  const listed = desk.catalogue.legs.find((one) => one.code === code);
  return {
    code,
    name,
    term: usual === undefined ? null : plainTerm(usual),
    legs: desk.legsOf(code).map(legInfo),
    source: set !== null ? 'office' : listed === undefined ? 'none' : 'list',
    verified: set !== null || listed === undefined || listed.verification === 'two-sources',
    note: set === null ? (listed?.note ?? '') : '',
    set,
  };
}
