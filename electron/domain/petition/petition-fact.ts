import { endOfDay } from '../base/civil-time.ts';
import type { PetitionContent, PetitionSource, Satisfaction } from '../../contract/petition/petition.ts';
import type { CivilDate } from '../../contract/base/values.ts';
import type { WorkCalendar } from '../deadline/work-calendar.ts';
import type { RecordedPetition } from '../entries/petition.ts';
import { answerDue, askDue, publishDue, refuseDue } from './clocks.ts';
import { type Petition, type PetitionEnd, foldPetition, petitionNumber } from './petition.ts';

/** What a report counts of one petition, as it stood at the end of a day. It names nobody. Times are civil, +07:00. */
export type PetitionFact = {
  readonly petitionId: string;
  readonly number: string;
  readonly source: PetitionSource;
  /** `other` is in no column of Biểu 06a. */
  readonly content: PetitionContent;
  /** Its line in Biểu 06a. */
  readonly field: string;
  /** When it came here. */
  readonly receivedAt: string;
  /**
   * How it ended with this office by that day. Handled, as Biểu 06a counts it, is `answered` alone: what was refused was not taken, what was passed on
   * another agency counts, what was taken back needs no answer (docs/law/petitions.md).
   */
  readonly end: { readonly how: PetitionEnd; readonly at: string } | null;
  /** The moment the law gives for the answer; null where none can be told. */
  readonly dueAt: string | null;
  /** Answered after that moment, or unanswered past it while this office had it; the moment it stopped, where its sender is asked still. */
  readonly late: boolean;
  readonly askedAt: string | null;
  readonly publishedAt: string | null;
  /** Each limit of the index (QĐ 766, 5.2): kept, missed, or null where it was not asked of this one by that day. */
  readonly inTime: {
    readonly handled: boolean | null;
    readonly refused: boolean | null;
    readonly asked: boolean | null;
    readonly published: boolean | null;
  };
  readonly satisfaction: Satisfaction | null;
};

/** A petition as it stood at the end of a day: what was told later says nothing of it. Null where it had not come by then. */
export function petitionAt(events: readonly RecordedPetition[], lastDay: CivilDate): Petition | null {
  const until = endOfDay(lastDay);
  const [first] = events;
  if (first?.action.type !== 'petition-received') throw new Error('a petition begins with its reception');
  // Written down later than it came, it counts from the day it came.
  if ((first.action.arrivedAt ?? first.at) > until) return null;
  return foldPetition([first, ...events.slice(1).filter(({ at }) => at <= until)]);
}

/** What a report counts of it, with the law's moments. Null where it had not come by then. */
export function petitionFact(
  petitionId: string,
  events: readonly RecordedPetition[],
  lastDay: CivilDate,
  calendar: WorkCalendar,
): PetitionFact | null {
  const petition = petitionAt(events, lastDay);
  if (petition === null) return null;
  const until = endOfDay(lastDay);
  const { facts, end, answer, askedAt, publishedAt, pausedAt } = petition;
  const dueAt = answerDue(petition, calendar);
  const moment = answer?.at ?? end?.at ?? pausedAt ?? until;
  const within = (at: string, due: string | null) => (due === null ? null : at <= due);
  return {
    petitionId,
    number: petitionNumber(petition),
    source: facts.source,
    content: facts.content,
    field: facts.field,
    receivedAt: petition.arrivedAt,
    end,
    dueAt,
    late: (end === null || end.how === 'answered') && dueAt !== null && moment > dueAt,
    askedAt,
    publishedAt,
    inTime: {
      handled: answer === null ? null : within(answer.at, dueAt),
      refused: end?.how === 'refused' ? within(end.at, refuseDue(petition, calendar)) : null,
      asked: askedAt === null ? null : within(askedAt, askDue(petition, calendar)),
      published: publishedAt === null ? null : within(publishedAt, publishDue(petition, calendar)),
    },
    satisfaction: petition.satisfaction,
  };
}
