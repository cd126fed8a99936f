import type { CivilDate } from '../../contract/base/values.ts';
import { petitionAt } from '../../domain/petition/petition-fact.ts';
import { petitionNumber } from '../../domain/petition/petition.ts';
import type { CountedPetition } from '../../domain/report/bieu-06a.ts';
import type { RecordedPetition } from '../../domain/entries/petition.ts';
import type { Db } from '../file/db.ts';
import { arePetitionsKept, petitionsUntil } from '../petition/petition.ts';

const columnOf = { act: 'conduct', rule: 'rules' } as const;

/**
 * What Biểu 06a counts of each petition that had come by the end of a period, as it stood then. Left out is what is about neither of its two contents, and
 * what this office refused, passed on or was told not to answer: another counts it, or nobody (docs/law/petitions.md). Null where nobody ever wrote a
 * petition into this register: nothing is known then, which is not the same as none.
 */
export function countedPetitions(db: Db, { to, seen }: Asked): Iterable<CountedPetition> | null {
  return arePetitionsKept(db, seen) ? counted(db, to, seen) : null;
}

/** `seen`: the entry that the register ended with; all of it, where that is left out. */
type Asked = { readonly to: CivilDate; readonly seen?: number };

function* counted(db: Db, to: CivilDate, seen = Infinity): Generator<CountedPetition> {
  for (const { events: all } of petitionsUntil(db, to)) {
    const events = seen === Infinity ? all : all.filter(({ seq }) => seq <= seen);
    const fact = events.length === 0 ? null : countedAs(events, to);
    if (fact !== null) yield fact;
  }
}

/** What Biểu 06a counts of one; null where it is none of the form's. */
export function countedAs(events: readonly RecordedPetition[], to: CivilDate): CountedPetition | null {
  const petition = petitionAt(events, to);
  if (petition === null) return null;
  const { facts, arrivedAt, end, publishedAt } = petition;
  if (facts.content === 'other' || (end !== null && end.how !== 'answered')) return null;
  return {
    number: petitionNumber(petition),
    title: facts.summary,
    field: facts.field,
    about: columnOf[facts.content],
    receivedAt: arrivedAt,
    handledAt: end?.at ?? null,
    publishedAt,
  };
}
