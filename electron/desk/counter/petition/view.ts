import type { PetitionRow, PetitionView } from '../../../contract/counter/petition/petition.ts';
import type { Role } from '../../../contract/common/office/office.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import { availablePetitionActs } from '../../../domain/counter/petition/acts.ts';
import { answerDue, passedOn, petitionClocks } from '../../../domain/counter/petition/clocks.ts';
import { foldPetition, petitionNumber } from '../../../domain/counter/petition/petition.ts';
import type { KeptPetition } from '../../../store/counter/petition/petition.ts';
import type { DeskContext } from '../../core/context.ts';
import { countersOf } from '../../core/counter.ts';
import { staffName } from '../../core/session/staff-name.ts';
import { documentView } from '../../papers/document-view.ts';
import { documentsOf } from './papers.ts';

export function petitionRow(desk: DeskContext, { petitionId, petition }: KeptPetition): PetitionRow {
  const { facts, status, arrivedAt, holder, end, answer, publishedAt, extendedTo } = petition;
  const calendar = desk.calendar();
  const due = answer === null ? null : answerDue(petition, calendar);
  return {
    petitionId,
    number: petitionNumber(petition),
    status,
    source: facts.source,
    sourceCode: facts.sourceCode ?? '',
    content: facts.content,
    field: facts.field,
    senderName: facts.sender.name ?? '',
    summary: facts.summary,
    arrivedAt,
    holder,
    clocks: petitionClocks(petition, desk.nowCivil(), calendar),
    toldDue: extendedTo ?? facts.sourceDue ?? null,
    endedAt: end?.at ?? null,
    late: answer === null || due === null ? null : answer.at > due,
    publishedAt,
    passedOn: passedOn(petition, calendar),
    ...countersOf(desk)('petition', petitionId),
  };
}

/** A petition as a screen or a script reads it: what it says, what happened, and what may be done now. */
export function viewPetition(
  desk: DeskContext,
  petitionId: string,
  events: readonly RecordedPetition[],
  role: Role,
): PetitionView {
  const petition = foldPetition(events);
  const { facts, answer, satisfaction } = petition;
  const today = desk.nowCivil().slice(0, 10);
  return {
    row: petitionRow(desk, { petitionId, petition }),
    facts: { ...facts, sender: { ...facts.sender } },
    answerDue: answerDue(petition, desk.calendar()),
    answer,
    satisfaction,
    actions: events.map(({ seq, at, actor, action, desk: uuid }) => {
      const { type, ...detail } = action;
      return { seq, at, type, actor, actorName: staffName(desk, actor, uuid), detail };
    }),
    documents: documentsOf(events).map(documentView(desk)),
    availableActions: availablePetitionActs(petition, { role, today }).map(({ act, rule, role: needed, refusal }) => ({
      action: act,
      allowed: refusal === null,
      role: needed,
      rule,
      reason: refusal?.vi ?? null,
      reasonEn: refusal?.en ?? null,
    })),
  };
}
