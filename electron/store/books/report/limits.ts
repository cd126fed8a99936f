import type { MovedFile } from '../../../contract/books/report/report.ts';
import type { WorkCalendar } from '../../../domain/deadline/work-calendar.ts';
import { type PetitionFact, isDispleased } from '../../../domain/counter/petition/petition-fact.ts';
import type { PetitionCounts, PetitionsInTime } from '../../../domain/books/report/index-766.ts';
import { dayOfDate } from '../../../domain/base/civil-time.ts';
import type { Db } from '../../file/db.ts';
import { type AskedPetitions, petitionFacts, petitionsBegan } from '../../counter/petition/petition.ts';
import { type AskedAgain, type MovedIndex, moved766, movedLimits } from './again.ts';
import type { HowFar } from '../../file/progress.ts';
import { type AskedReport, type Index, counts766 } from './report.ts';

/** What the index (QĐ 766) counts of petitions: limits kept and missed (5.2), and how content their senders were (5.3). Read beside the desk. */

/** Null where nobody had written a petition into this register: then nothing is known of them. */
function petitionsInTime(db: Db, asked: AskedPetitions, tell?: HowFar): PetitionsInTime | null {
  if (petitionsBegan(db, asked) === null) return null;
  const facts = petitionFacts(db, asked, tell);
  const weeks: PetitionFact[][] = [];
  for (const fact of facts) {
    const nth = Math.floor((dayOfDate(fact.receivedAt.slice(0, 10)) - dayOfDate(asked.from)) / 7);
    if (nth >= 0) (weeks[nth] ??= []).push(fact);
  }
  // Weeks in which none came are no holes.
  return { ...countedLimits(facts), weeks: Array.from(weeks, (of) => countedLimits(of ?? [])) };
}

function countedLimits(facts: readonly PetitionFact[]): PetitionCounts {
  const kept = facts.flatMap(({ inTime }) => Object.values(inTime).filter((one) => one === true)).length;
  const missed = facts.reduce((sum, one) => sum + one.missed.length, 0);
  const displeased = facts.filter(isDispleased);
  return {
    asked: kept + missed,
    kept,
    petitions: facts.length,
    displeased: displeased.length,
    unasked: facts.filter((one) => !isDispleased(one) && one.satisfaction === null).length,
  };
}

/** What petitions lost, by their rows: of 5.2 one for each limit that was missed, of 5.3 each that was late or displeased its sender. */
export function* lostByPetitions(
  db: Db,
  asked: AskedPetitions & { readonly column: string },
  tell?: HowFar,
): Generator<number> {
  if (petitionsBegan(db, asked) === null) return;
  for (const fact of petitionFacts(db, asked, tell)) {
    if (asked.column === '5.2') yield* fact.missed.map(() => fact.row);
    else if (isDispleased(fact)) yield fact.row;
  }
}

type AskedIndex = AskedReport & { readonly calendar: WorkCalendar };

/** All that the index counts, of one moment. */
export function countedIndex(
  db: Db,
  asked: AskedIndex,
  tell?: HowFar,
): Index & { readonly petitions: PetitionsInTime | null } {
  return { ...counts766(db, asked, tell), petitions: petitionsInTime(db, asked, tell) };
}

type MovedCounts = Omit<MovedIndex, 'then' | 'now'> & {
  readonly then: ReturnType<typeof countedIndex>;
  readonly now: ReturnType<typeof countedIndex>;
};

/** The index counted again of the register as it was and as it is, with the files and the petitions that are counted otherwise. */
export function movedIndex(
  db: Db,
  asked: AskedAgain & { readonly calendar: WorkCalendar },
  tell?: HowFar,
): MovedCounts {
  const { from, to, calendar, seen, madeAt, skip, limit, only } = asked;
  // Of both together a page: files first, petitions behind them.
  const both = { ...asked, skip: 0, limit: skip + limit };
  const { then, now, files, rows, of, said, offered } = moved766(db, both, tell);
  const limits = movedLimits(db, both, tell);
  const all: readonly MovedFile[] = [...files, ...limits.files];
  const petitions = (days: Omit<AskedPetitions, 'from' | 'to' | 'calendar'>) =>
    only === undefined ? petitionsInTime(db, { from, to, calendar, ...days }, tell) : null;
  return {
    then: { ...then, petitions: petitions({ seen, now: madeAt }) },
    now: { ...now, petitions: petitions({ now: asked.now }) },
    files: all.slice(skip, skip + limit),
    rows: { cases: rows.cases, petitions: limits.rows.petitions },
    of,
    said,
    offered,
  };
}
