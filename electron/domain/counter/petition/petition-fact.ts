import { endOfDay } from '../../base/civil-time.ts';
import type { PetitionContent, PetitionSource, Satisfaction } from '../../../contract/counter/petition/petition.ts';
import type { CivilDate, CivilTime } from '../../../contract/base/values.ts';
import type { WorkCalendar } from '../../deadline/work-calendar.ts';
import type { RecordedPetition } from '../../entries/petition.ts';
import { answerDue, askDue, publishDue, refuseDue } from './clocks.ts';
import { type Petition, type PetitionEnd, foldPetition, isCounted, petitionNumber } from './petition.ts';

/** What a report counts of one petition, as it stood at the end of a day. It names nobody. Times are civil, +07:00. */
export type PetitionFact = {
  readonly petitionId: string;
  readonly number: string;
  readonly source: PetitionSource;
  /** `other` is in no column of Biểu 06a. */
  readonly content: PetitionContent;
  /** Its line in Biểu 06a. */
  readonly field: string;
  /** What it is about, for a list of petitions. */
  readonly title: string;
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
  /** Each limit that was missed by that day: when it was over, and when what it asks was done; null where it is not done yet. */
  readonly missed: readonly { readonly dueAt: CivilTime; readonly at: string | null }[];
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

/**
 * What a report counts of it, with the law's moments. Null where it had not come by then.
 * @param now of a period that still runs: a limit that has not come is neither kept nor missed
 */
export function petitionFact(
  petitionId: string,
  events: readonly RecordedPetition[],
  lastDay: CivilDate,
  calendar: WorkCalendar,
  now?: CivilTime,
): PetitionFact | null {
  const petition = petitionAt(events, lastDay);
  if (petition === null) return null;
  const ends = endOfDay(lastDay);
  const until = now !== undefined && now < ends ? now : ends;
  const { facts, end, answer, askedAt, publishedAt, pausedAt } = petition;
  const dueAt = answerDue(petition, calendar);
  const moment = answer?.at ?? end?.at ?? pausedAt ?? until;
  const isLate = (end === null || end.how === 'answered') && dueAt !== null && moment > dueAt;
  const limits = {
    handled: { at: answer?.at ?? null, due: dueAt },
    refused: { at: end?.how === 'refused' ? end.at : null, due: refuseDue(petition, calendar) },
    asked: { at: askedAt, due: askDue(petition, calendar) },
    published: { at: publishedAt, due: publishDue(petition, calendar) },
  };
  const within = ({ at, due }: (typeof limits)['handled']) => (at === null || due === null ? null : at <= due);
  const missed = Object.values(limits).flatMap(({ at, due }) =>
    within({ at, due }) === false && due !== null ? [{ dueAt: due, at }] : [],
  );
  // What is not done yet is missed as soon as its day is over: publishing, as long as it is asked, which is until somebody closes it.
  const publishBy = limits.published.due;
  const stillAsked = publishedAt === null && isCounted(facts.content) ? (petition.closedAt ?? until) : null;
  const stillMissed = [
    ...(end === null && isLate && dueAt !== null ? [{ dueAt, at: null }] : []),
    ...(publishBy !== null && stillAsked !== null && stillAsked > publishBy ? [{ dueAt: publishBy, at: null }] : []),
  ];
  return {
    petitionId,
    number: petitionNumber(petition),
    source: facts.source,
    content: facts.content,
    field: facts.field,
    title: facts.summary,
    receivedAt: petition.arrivedAt,
    end,
    dueAt,
    late: isLate,
    askedAt,
    publishedAt,
    inTime: {
      handled: within(limits.handled),
      refused: within(limits.refused),
      asked: within(limits.asked),
      published: within(limits.published),
    },
    missed: [...missed, ...stillMissed],
    satisfaction: petition.satisfaction,
  };
}

/** What the index (QĐ 766, 5.3) takes off: answered late, or its sender said here that they are not content. */
export function isDispleased({ late, satisfaction }: Pick<PetitionFact, 'late' | 'satisfaction'>): boolean {
  return late || satisfaction === 'dissatisfied';
}
