import { isFault } from '../../../contract/base/fault.ts';
import { toCivilTime } from '../../base/civil-time.ts';
import type { CivilTime, Term } from '../../../contract/base/values.ts';
import type { PetitionClocks } from '../../../contract/counter/petition/petition.ts';
import { explainDeadline } from '../../deadline/deadline.ts';
import { promiseAfterPause } from '../../deadline/pause.ts';
import type { WorkCalendar } from '../../deadline/work-calendar.ts';
import { type Petition, isCounted } from './petition.ts';

/**
 * How many working days each thing may take: the four limits by which the index counts a petition in time (QĐ 766, 5.2), and that of passing on, the one
 * which the decree itself sets (NĐ 20/2008 Điều 9 k1 d) and the index does not count (docs/law/petitions.md).
 */
const petitionDays = { refuse: 2, ask: 5, passOn: 5, answer: 15, publish: 2 } as const;

const days = (value: number): Term => ({ value, unit: 'working-day' });

/** Null where the calendar ends before: nobody guesses a holiday, and the petition is still shown. */
function dueAfter(from: string, value: number, calendar: WorkCalendar): CivilTime | null {
  return known(calendar, `${value} ${from}`, () => {
    const answer = explainDeadline({ term: days(value), acceptedAt: from }, calendar);
    return isFault(answer) ? null : answer.dueAt;
  });
}

/** A list is asked for anew each minute, and a day is the same each time: so many are remembered, of one calendar. */
const mostKnown = 20_000;
const knownDues = new WeakMap<WorkCalendar, Map<string, CivilTime | null>>();

function known(calendar: WorkCalendar, name: string, count: () => CivilTime | null): CivilTime | null {
  const dues = knownDues.get(calendar) ?? new Map<string, CivilTime | null>();
  knownDues.set(calendar, dues);
  const found = dues.get(name);
  if (found !== undefined) return found;
  if (dues.size >= mostKnown) dues.clear();
  const due = count();
  dues.set(name, due);
  return due;
}

type Timed = Pick<Petition, 'arrivedAt' | 'pauses'>;

/**
 * The last moment for the answer: fifteen working days from the day it came, that day not counted. While its sender was asked or another agency had it the clock
 * stood; what was left is counted again from the day it runs on. A day that was over already stays over.
 */
export function answerDue({ arrivedAt, pauses }: Timed, calendar: WorkCalendar): CivilTime | null {
  if (pauses.length === 0) return dueAfter(arrivedAt, petitionDays.answer, calendar);
  const stood = pauses.map(({ from, to }) => `${from} ${to}`).join();
  return known(calendar, `${arrivedAt},${stood}`, () => dueAfterPauses({ arrivedAt, pauses }, calendar));
}

/** The same of one whose clock had stood, told by when it came, in seconds since 1970, and by its pauses as JSON: a long list is told without reading them. */
export function answerDueTold(
  { came, stood }: { readonly came: number; readonly stood: string },
  calendar: WorkCalendar,
): CivilTime | null {
  return known(calendar, `${came},${stood}`, () =>
    answerDue({ arrivedAt: toCivilTime(came * 1000), pauses: JSON.parse(stood) as Petition['pauses'] }, calendar),
  );
}

function dueAfterPauses({ arrivedAt, pauses }: Timed, calendar: WorkCalendar): CivilTime | null {
  let due = dueAfter(arrivedAt, petitionDays.answer, calendar);
  for (const { from, to } of pauses) {
    if (due === null) return null;
    const moved = promiseAfterPause({ term: days(petitionDays.answer), dueAt: due, from, to }, calendar);
    if (isFault(moved)) return null;
    due = moved === null ? due : moved.dueAt;
  }
  return due;
}

export function refuseDue({ arrivedAt }: Pick<Petition, 'arrivedAt'>, calendar: WorkCalendar): CivilTime | null {
  return dueAfter(arrivedAt, petitionDays.refuse, calendar);
}

export function askDue({ arrivedAt }: Pick<Petition, 'arrivedAt'>, calendar: WorkCalendar): CivilTime | null {
  return dueAfter(arrivedAt, petitionDays.ask, calendar);
}

/**
 * Until when one that is not this office's is passed on: within five working days of its reception, which the article asks of what is about an administrative rule
 * alone. One about an act of an official is passed on «by law», with no days; null there, and of what is about neither. Nothing lets these days wait.
 */
export function passOnDue(
  { arrivedAt, facts }: Pick<Petition, 'arrivedAt' | 'facts'>,
  calendar: WorkCalendar,
): CivilTime | null {
  return facts.content === 'rule' ? dueAfter(arrivedAt, petitionDays.passOn, calendar) : null;
}

/** When it was first passed on, and whether that was after its five days; null where it never was. What an agency gave back is passed on in time already. */
export function passedOn(
  petition: Petition,
  calendar: WorkCalendar,
): { readonly at: string; readonly due: CivilTime | null; readonly late: boolean } | null {
  const { passedOnAt: at } = petition;
  if (at === undefined) return null;
  const due = passOnDue(petition, calendar);
  return { at, due, late: due !== null && at > due };
}

export function publishDue({ answer }: Pick<Petition, 'answer'>, calendar: WorkCalendar): CivilTime | null {
  return answer === null ? null : dueAfter(answer.at, petitionDays.publish, calendar);
}

/** The clocks that run now. Publishing is asked of what Biểu 06a counts alone, and no longer once it is closed. */
export function petitionClocks(petition: Petition, now: string, calendar: WorkCalendar): PetitionClocks {
  const { status, askedAt, facts, publishedAt } = petition;
  const clock = (due: CivilTime | null) => (due === null ? null : { due, late: now > due });
  // Given back by another agency it may be refused or asked about still, by the day that counts from its coming (docs/law/petitions.md).
  const fresh = status === 'open' && askedAt === null;
  const unpublished = status === 'answered' && publishedAt === null && isCounted(facts.content);
  return {
    // Once its day is over there is nothing to be done about it: it is shown while it can be kept.
    refuse: fresh ? kept(clock(refuseDue(petition, calendar))) : null,
    ask: fresh ? kept(clock(askDue(petition, calendar))) : null,
    passOn: passOnClock(petition, clock(passOnDue(petition, calendar))),
    answer: status === 'open' ? clock(answerDue(petition, calendar)) : null,
    publish: unpublished ? clock(publishDue(petition, calendar)) : null,
  };
}

/**
 * It runs until it is passed on once, also while its sender is asked: the article counts from the reception. Over, it is told as late as long as nobody of this office
 * was given the petition; who was has taken it for this office's own, of which these days are not asked.
 */
function passOnClock(
  { status, passedOnAt, holder }: Petition,
  clock: PetitionClocks['passOn'],
): PetitionClocks['passOn'] {
  if ((status !== 'open' && status !== 'awaiting') || passedOnAt !== undefined) return null;
  return holder === '' ? clock : kept(clock);
}

function kept(clock: PetitionClocks['refuse']): PetitionClocks['refuse'] {
  return clock === null || clock.late ? null : clock;
}

/** Whether the register says late: answered after its day, or not answered and its day over. While its sender is asked nothing is late. */
export function isLateInRegister(petition: Petition, now: CivilTime, calendar: WorkCalendar): boolean {
  const { answer, end, status } = petition;
  const moment = answer?.at ?? (end === null ? now : null);
  if (moment === null || status === 'awaiting') return false;
  const due = answerDue(petition, calendar);
  return due !== null && moment > due;
}

/** What this office has to do next, and by when: the answer, or after it the publication. */
export function dutyOf({ answer, publish }: PetitionClocks): PetitionClocks['answer'] {
  return answer ?? publish;
}
