import type { PetitionRow } from '../../../contract/counter/petition/petition.ts';
import { secondsOf, toCivilTime } from '../../../domain/base/civil-time.ts';
import { answerDue, answerDueTold, publishDue } from '../../../domain/counter/petition/clocks.ts';
import {
  type Duty,
  type DutyPlace,
  type KeptPetition,
  type OwedPetition,
  type PausedRow,
  countDuty,
  countPetitions,
  duties,
  firstOfDuty,
  pausedPetitions,
  petitionOfRow,
  petitionsOfDuty,
} from '../../../store/counter/petition/petition.ts';
import { findSubjectRow } from '../../../store/journal/subject.ts';
import type { DeskContext } from '../../core/context.ts';
import { petitionRow } from './view.ts';

type Asked = {
  readonly text: string;
  readonly show: 'waiting' | 'ended' | 'all';
  readonly limit: number;
  readonly after?: string | undefined;
};

/**
 * A page of the register of petitions, what is owed in front and the nearest clock first; what waits for its sender stands behind. Clocks of one kind end in the
 * order in which they began, so a page reads some of each kind, and what is late is counted up to the last beginning whose day is over. The clock of one that stood
 * ends no earlier than that of one that came with it and did not.
 */
export function listedPetitions(desk: DeskContext, { text, show, limit, after }: Asked) {
  const { db } = desk.store;
  const all = countPetitions(db, '');
  const found = text === '' ? all : countPetitions(db, text);
  const sum = (counts: ReadonlyMap<Duty, number>, owed: boolean) =>
    [...counts].reduce((total, [duty, count]) => total + ((duty !== duties.none) === owed ? count : 0), 0);
  const [owed, rest] = [sum(found, true), sum(found, false)];
  const stood = all.has(duties.answerAfterPause) ? pausedPetitions(db, '') : [];
  const asked = { text, found, limit, page: readPage(after), stood };
  const queues = [
    ...(show === 'ended' ? [] : [nearestFirst(desk, asked), inTurn(desk, asked, duties.sender)]),
    ...(show === 'waiting' ? [] : [inTurn(desk, asked, duties.none)]),
  ];
  const [rows, page]: [PetitionRow[], Page] = [[], { ...asked.page }];
  let next: string | null = null;
  for (const { duty, kept, place } of oneAfterAnother(queues)) {
    if (rows.length === limit) {
      next = writePage(page);
      break;
    }
    rows.push(petitionRow(desk, kept));
    page[duty] = place;
  }
  return {
    waiting: sum(all, true),
    late: lateOf(desk, stood),
    count: show === 'waiting' ? owed : show === 'ended' ? rest : owed + rest,
    rows,
    next,
  };
}

/** A petition in its place: among those whose clock stood by its day, among all others by what its clock runs from. */
type Listed = { readonly duty: Duty; readonly kept: KeptPetition; readonly place: Place };
type Place = { readonly at: string; readonly petitionId: string };

/** Where a page ended: of each duty the last that was listed. */
type Page = Partial<Record<Duty, Place>>;

function writePage(page: Page): string {
  return Object.entries(page)
    .map(([duty, { at, petitionId }]) => `${duty} ${at} ${petitionId}`)
    .join(',');
}

/** What is no page that this desk wrote begins at the front. */
function readPage(text = ''): Page {
  const page: Page = {};
  for (const part of text.split(',')) {
    const [, duty, at = '', petitionId = ''] = /^([0-4]) (\S{1,30}) ([0-9a-f-]{36})$/.exec(part) ?? [];
    if (duty !== undefined) page[Number(duty) as Duty] = { at, petitionId };
  }
  return page;
}

type AskedQueue = {
  readonly text: string;
  /** How many of each duty the words lead to: where there are none, none are looked for. */
  readonly found: ReadonlyMap<Duty, number>;
  readonly limit: number;
  readonly page: Page;
  /** All of which the clock had stood, whatever is looked for: each page counts the late ones among them. */
  readonly stood: readonly PausedRow[];
};

function* oneAfterAnother(queues: readonly Iterable<Listed>[]): Generator<Listed> {
  for (const queue of queues) yield* queue;
}

/** Of one duty, in the order in which its clocks began. */
function* inTurn(
  desk: DeskContext,
  { text, found, limit, page }: AskedQueue,
  duty: Duty,
): Generator<Listed, undefined> {
  const last = page[duty];
  const after = last && { since: Number(last.at), petitionId: last.petitionId };
  for (const one of petitionsFrom(desk, { text, found, duty, limit, after }))
    yield { duty, kept: one, place: { at: String(one.since), petitionId: one.petitionId } };
  return undefined;
}

type Asking = Pick<AskedQueue, 'text' | 'found' | 'limit'> & {
  readonly duty: Duty;
  readonly after?: DutyPlace | undefined;
};

/** As many as are asked for, read some at a time. */
function* petitionsFrom(desk: DeskContext, { text, found, duty, limit, after }: Asking): Generator<OwedPetition> {
  if (!found.has(duty)) return;
  for (let last = after; ;) {
    const some = petitionsOfDuty(desk.store.db, { duty, text, limit: Math.min(limit + 1, inOneGo), after: last });
    yield* some;
    if (some.length === 0) return;
    last = some.at(-1);
  }
}

/** So many of a duty are read at once: most pages end within. */
const inOneGo = 70;

/** One clock after another: of each kind its next stands ready, and the nearest of them goes first. */
function* nearestFirst(desk: DeskContext, asked: AskedQueue): Generator<Listed> {
  const queues = [inTurn(desk, asked, duties.answer), inTurn(desk, asked, duties.publish), paused(desk, asked)];
  const heads = queues.map((queue) => queue.next().value);
  const keys = heads.map((head) => head && dueOf(desk, head.kept));
  while (true) {
    let nearest = -1;
    for (const [at, key] of keys.entries())
      if (key !== undefined && (nearest < 0 || key < (keys[nearest] ?? noDay))) nearest = at;
    const head = heads[nearest];
    if (head === undefined) return;
    yield head;
    const next = queues[nearest]?.next().value;
    heads[nearest] = next;
    keys[nearest] = next && dueOf(desk, next.kept);
  }
}

/** Behind every day: of a clock whose end the calendar does not reach. */
const noDay = '9';

function dueOf(desk: DeskContext, { petition }: KeptPetition): string {
  const calendar = desk.calendar();
  return (petition.status === 'answered' ? publishDue(petition, calendar) : answerDue(petition, calendar)) ?? noDay;
}

/**
 * Those of which the clock stood, the nearest day first; of one day in the order in which they came. They are looked at in that order: one may be told as soon as
 * none that came later can end before it, which is where its day lies before that of one that came later and never stood. Only what is told is read.
 */
function* paused(desk: DeskContext, { text, found, page, stood }: AskedQueue): Generator<Listed, undefined> {
  if (!found.has(duties.answerAfterPause)) return undefined;
  const { db } = desk.store;
  const calendar = desk.calendar();
  const last = page[duties.answerAfterPause];
  const lastRow = last && findSubjectRow(db, 'petition', last.petitionId);
  let isPastLast = last === undefined;
  const ready: Ready[] = [];
  let told = 0;
  const listed = ({ row, at }: Ready): Listed => {
    const kept = petitionOfRow(db, row);
    return { duty: duties.answerAfterPause, kept, place: { at, petitionId: kept.petitionId } };
  };
  for (const one of text === '' ? stood : pausedPetitions(db, text)) {
    const least = answerDue({ arrivedAt: toCivilTime(one.came * 1000), pauses: [] }, calendar) ?? noDay;
    for (let first = ready[told]; first !== undefined && first.at < least; first = ready[told]) {
      told += 1;
      yield listed(first);
    }
    const at = answerDueTold(one, calendar) ?? noDay;
    if (last === undefined || at > last.at || (at === last.at && isPastLast))
      ready.splice(placeAmong(ready, at, told), 0, { row: one.row, at });
    isPastLast ||= one.row === lastRow;
  }
  for (const one of ready.slice(told)) yield listed(one);
  return undefined;
}

/** What is looked at and not told yet, and by when it is due. */
type Ready = { readonly row: number; readonly at: string };

/** Behind all that are due no later. */
function placeAmong(ready: readonly Ready[], at: string, first: number): number {
  let [from, to] = [first, ready.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ready[middle] as Ready).at <= at) from = middle + 1;
    else to = middle;
  }
  return from;
}

function lateOf(desk: DeskContext, stood: readonly PausedRow[]): number {
  const { db } = desk.store;
  const [calendar, now] = [desk.calendar(), desk.nowCivil()];
  const overSince = (duty: 1 | 3, due: (began: string) => string | null) =>
    lastOver(firstOfDuty(db, duty), secondsOf(now), (began) => {
      const moment = due(toCivilTime(began * 1000));
      return moment !== null && moment < now;
    });
  const byArrival = (arrivedAt: string) => answerDue({ arrivedAt, pauses: [] }, calendar);
  const answer = overSince(duties.answer, byArrival);
  const publish = overSince(duties.publish, (at) => publishDue({ answer: { at, text: '', document: '' } }, calendar));
  const paused = stood.filter((one) => {
    const due = answerDueTold(one, calendar);
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
