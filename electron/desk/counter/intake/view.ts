import type { IntakeRow, IntakeView } from '../../../contract/counter/intake/intake.ts';
import type { RecordedIntake } from '../../../domain/entries/intake.ts';
import { type IntakeContext, availableIntakeActs, intakeRules } from '../../../domain/counter/intake/acts.ts';
import { intakeClocks } from '../../../domain/counter/intake/clocks.ts';
import { foldIntake } from '../../../domain/counter/intake/intake.ts';
import { maskIdNumber } from '../../../domain/common/person/id-number.ts';
import type { KeptIntake } from '../../../store/counter/intake/intake.ts';
import type { DeskContext } from '../../core/context.ts';
import { countersOf } from '../../core/counter.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { documentView } from '../../papers/document-view.ts';
import { factsView, getIntakeProcedure } from './facts.ts';
import { documentsOf } from './papers.ts';

export function intakeRow(desk: DeskContext, { intakeId, intake }: KeptIntake): IntakeRow {
  const { facts, kind, status, since, seenAt } = intake;
  const { applicant, portal, trackingNumber, procedureCode } = facts;
  return {
    intakeId,
    kind,
    status,
    code: portal?.number ?? trackingNumber ?? '',
    applicantName: applicant.fullName,
    idNumberMasked: applicant.idNumber === '' ? '' : maskIdNumber(applicant.idNumber),
    procedureCode,
    procedureName: getIntakeProcedure(desk, facts).name,
    since,
    seenAt,
    ...intakeClocks(intake, desk.nowCivil(), desk.calendar()),
    askedAt: status === 'supplement-requested' ? intake.askedAt : null,
    ...countersOf(desk)('intake', intakeId),
  };
}

/** A waiting file as a screen or a script reads it: what is known, what happened, its papers and what may be done now. */
export function viewIntake(
  desk: DeskContext,
  intakeId: string,
  events: readonly RecordedIntake[],
  context: IntakeContext,
): IntakeView {
  const intake = foldIntake(events);
  const { portal, trackingNumber } = intake.facts;
  return {
    row: intakeRow(desk, { intakeId, intake }),
    facts: factsView(intake.facts),
    submittedAt: portal?.submittedAt ?? null,
    trackingNumber: trackingNumber ?? null,
    attachments: [...(portal?.attachments ?? [])],
    summary: portal?.summary ?? '',
    asked: askedOf(events),
    actions: events.map(({ seq, at, actor, action, desk: uuid }) => {
      const { type, ...detail } = action;
      return { seq, at, type, actor, actorName: staffName(desk, actor, uuid), desk: '', detail };
    }),
    documents: documentsOf(events).map(documentView(desk)),
    availableActions: availableIntakeActs(intake, context).map(({ act, rule, refusal }) => ({
      action: act,
      allowed: refusal === null,
      role: intakeRules[act].role,
      rule,
      reason: refusal?.vi ?? null,
      reasonEn: refusal?.en ?? null,
    })),
  };
}

function askedOf(events: readonly RecordedIntake[]): IntakeView['asked'] {
  const asked = events.findLast(({ action }) => action.type === 'supplement-asked')?.action;
  return asked?.type === 'supplement-asked' ? { items: [...asked.items], reason: asked.reason } : null;
}
