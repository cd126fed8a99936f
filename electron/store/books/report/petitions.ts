import type { CivilDate } from '../../../contract/base/values.ts';
import { addDays, secondsOf, startOfDay } from '../../../domain/base/civil-time.ts';
import { petitionAt } from '../../../domain/counter/petition/petition-fact.ts';
import { petitionNumber, standingPetition } from '../../../domain/counter/petition/petition.ts';
import type { CountedPetition, PetitionTwice } from '../../../domain/books/report/bieu-06a.ts';
import type { RecordedPetition } from '../../../domain/entries/petition.ts';
import type { Db } from '../../file/db.ts';
import type { HowFar } from '../../file/progress.ts';
import { prepared, preparedValue } from '../../file/rows/prepared.ts';
import { entriesOf } from '../../journal/entries.ts';
import { petitionsBegan, petitionsUntil } from '../../counter/petition/petition.ts';

const columnOf = { act: 'conduct', rule: 'rules' } as const;

/**
 * What Biểu 06a counts of each petition that had come by the end of a period, as it stood then. Left out is what is about neither of its two contents, and
 * what this office refused, passed on or was told not to answer: another counts it, or nobody (docs/law/petitions.md). Null where nobody had written a
 * petition into this register by the end of the period: nothing is known then, which is not the same as none.
 */
export function countedPetitions(
  db: Db,
  { from, to, seen }: Asked,
  tell?: HowFar,
): Iterable<PetitionTwice & { readonly row: number }> | null {
  return petitionsBegan(db, { to, seen }) !== null ? counted(db, { from, to, seen }, tell) : null;
}

/** `seen`: the entry that the register ended with; all of it, where that is left out. */
type Asked = { readonly from: CivilDate; readonly to: CivilDate; readonly seen?: number | undefined };

function* counted(
  db: Db,
  { from, to, seen = Infinity }: Asked,
  tell?: HowFar,
): Generator<PetitionTwice & { readonly row: number }> {
  const dayBefore = addDays(from, -1);
  for (const { row, events: all } of petitionsUntil(db, to, tell)) {
    const events = seen === Infinity ? all : all.filter(({ seq }) => seq <= seen);
    const twice = events.length === 0 ? null : countedTwice(events, to, dayBefore);
    if (twice !== null) yield { ...twice, row };
  }
}

function countedTwice(events: readonly RecordedPetition[], to: CivilDate, dayBefore: CivilDate): PetitionTwice | null {
  const [now, before] = [countedAs(events, to), countedAs(events, dayBefore)];
  const number = (now ?? before)?.number;
  if (number === undefined) return null;
  const end = now === null ? (petitionAt(events, to)?.end ?? null) : null;
  return { number, now, before, left: end === null || end.how === 'answered' ? null : { how: end.how, at: end.at } };
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

/**
 * Files that a petition about how officials acted names, come by the end of a period and neither refused nor taken back by then (QĐ 766, 5.4). A
 * number that is of no file of this register names none.
 */
export function complainedOf(db: Db, { to, seen = Infinity }: Omit<Asked, 'from'>): (caseId: number) => boolean {
  const naming = prepared(
    db,
    "SELECT petition_id AS row FROM petition WHERE arrived_at < ? AND state ->> '$.facts.caseNumber' IS NOT NULL ORDER BY petition_id",
  ).all(secondsOf(startOfDay(addDays(to, 1)))) as { row: number }[];
  const named = new Set<string>();
  for (const { row } of naming) {
    const events = standingPetition(entriesOf<RecordedPetition>(db, row)).filter(({ seq }) => seq <= seen);
    const petition = events.length === 0 ? null : petitionAt(events, to);
    if (petition === null || petition.facts.content !== 'act') continue;
    if (petition.end?.how === 'refused' || petition.end?.how === 'withdrawn') continue;
    named.add((petition.facts.caseNumber ?? '').toUpperCase());
  }
  const numberOf = preparedValue(db, 'SELECT number FROM case_summary WHERE case_id = ?');
  // Numbers have no index, and most offices have no such petition: then no file is asked for its own.
  return (caseId) => named.size > 0 && named.has((numberOf.get(caseId) as string).toUpperCase());
}
