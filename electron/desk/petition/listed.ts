import type { PetitionRow } from '../../contract/petition/petition.ts';
import { secondsOf, toCivilTime } from '../../domain/base/civil-time.ts';
import { answerDue, publishDue } from '../../domain/petition/clocks.ts';
import {
  type KeptPetition,
  countDuty,
  countPetitions,
  duties,
  firstOfDuty,
  pausedUntil,
  petitionsOfDuty,
} from '../../store/petition/petition.ts';
import type { DeskContext } from '../core/context.ts';
import { petitionRow } from './view.ts';

type Asked = { readonly text: string; readonly show: 'waiting' | 'ended' | 'all'; readonly limit: number };

/**
 * A page of the register of petitions, what is owed in front and the nearest clock first; what waits for its sender stands behind. Clocks of one kind end in the
 * order in which they began, so a page reads some of each kind, and what is late is counted up to the last beginning whose day is over. The clock of one that stood
 * ends no earlier than that of one that came with it and did not.
 */
export function listedPetitions(desk: DeskContext, { text, show, limit }: Asked) {
  const { db } = desk.store;
  const all = countPetitions(db, '');
  const found = text === '' ? all : countPetitions(db, text);
  const owed = show === 'ended' ? [] : owedRows(desk, text, limit);
  const rest =
    show === 'waiting' || owed.length >= limit
      ? []
      : petitionsOfDuty(db, { duty: duties.none, text, limit: limit - owed.length });
  return {
    waiting: all.owed,
    late: lateOf(desk),
    count: show === 'waiting' ? found.owed : show === 'ended' ? found.rest : found.owed + found.rest,
    rows: [...owed, ...rest.map((kept) => petitionRow(desk, kept))],
  };
}

/** One clock after another: of each kind its next stands ready, and the nearest of them goes first. */
function owedRows(desk: DeskContext, text: string, limit: number): PetitionRow[] {
  const { db } = desk.store;
  const calendar = desk.calendar();
  const due = ({ petition }: KeptPetition) =>
    (petition.status === 'answered' ? publishDue(petition, calendar) : answerDue(petition, calendar)) ?? '9';
  const [fresh, publish, sender] = [duties.answer, duties.publish, duties.sender].map((duty) =>
    petitionsOfDuty(db, { duty, text, limit }),
  ) as [KeptPetition[], KeptPetition[], KeptPetition[]];
  const paused = petitionsOfDuty(db, { duty: duties.answerAfterPause, text, limit: mostPaused })
    .map((kept) => ({ kept, key: due(kept) }))
    .toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  const queues = [keyed(fresh, due), keyed(publish, due), paused[Symbol.iterator]()];
  const heads = queues.map((queue) => queue.next().value);
  const listed: KeptPetition[] = [];
  while (listed.length < limit) {
    let nearest = -1;
    for (const [at, head] of heads.entries())
      if (head !== undefined && (nearest < 0 || head.key < (heads[nearest]?.key ?? '9'))) nearest = at;
    const head = heads[nearest];
    if (head === undefined) break;
    listed.push(head.kept);
    heads[nearest] = queues[nearest]?.next().value;
  }
  return [...listed, ...sender].slice(0, limit).map((kept) => petitionRow(desk, kept));
}

/** So many of which the clock stood are put in order; those that came after them end later than any page reaches. */
const mostPaused = 300;

type Keyed = { readonly kept: KeptPetition; readonly key: string };

function* keyed(list: readonly KeptPetition[], due: (kept: KeptPetition) => string): Generator<Keyed, undefined> {
  for (const kept of list) yield { kept, key: due(kept) };
  return undefined;
}

function lateOf(desk: DeskContext): number {
  const { db } = desk.store;
  const [calendar, now] = [desk.calendar(), desk.nowCivil()];
  const overSince = (duty: 1 | 2 | 3, due: (began: string) => string | null) =>
    lastOver(firstOfDuty(db, duty), secondsOf(now), (began) => {
      const moment = due(toCivilTime(began * 1000));
      return moment !== null && moment < now;
    });
  const byArrival = (arrivedAt: string) => answerDue({ arrivedAt, pauses: [] }, calendar);
  const answer = overSince(duties.answer, byArrival);
  const publish = overSince(duties.publish, (at) => publishDue({ answer: { at, text: '', document: '' } }, calendar));
  const paused = pausedUntil(db, overSince(duties.answerAfterPause, byArrival)).filter((petition) => {
    const due = answerDue(petition, calendar);
    return due !== null && now > due;
  });
  return countDuty(db, duties.answer, answer) + countDuty(db, duties.publish, publish) + paused.length;
}

/** The last second of a stretch that is over, where all before it are; before the first where none is, or where nothing began. */
function lastOver(first: number | null, last: number, isOver: (began: number) => boolean): number {
  if (first === null) return -Infinity;
  let [over, open] = [first - 1, last + 1];
  while (open - over > 1) {
    const middle = Math.floor((over + open) / 2);
    if (isOver(middle)) over = middle;
    else open = middle;
  }
  return over;
}
