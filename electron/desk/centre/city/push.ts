import { setImmediate as turnOver } from 'node:timers/promises';
import type { CivilDate } from '../../../contract/base/values.ts';
import type { CityAnswer, ToldCase, CityLink, WriterHead } from '../../../exchange/city/link.ts';
import { headOf, noHead } from '../../../exchange/city/facts.ts';
import { mostCases } from '../../../exchange/city/rules.ts';
import { HubFault } from '../../../exchange/hub/link.ts';
import { deskUuidOf } from '../../../store/safety/backup/new-desk.ts';
import {
  type CityCase,
  askAllAnew,
  findCity,
  keysBehind,
  noteCity,
  noteRefused,
  noteStopped,
  noteThere,
  noteUnknown,
  refusedCount,
  totalsThere,
  waitingCases,
  waitingCount,
} from '../../../store/centre/city/city.ts';
import { findOwnPlace } from '../../../store/centre/exchange/commits.ts';
import type { Notice } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { registerBegan } from '../../core/register-began.ts';
import { Stopped } from '../hub/ground.ts';
import { eachInSlices, factsMaker, keepOwn, lookAtNew } from './look.ts';

/** What one push came to. */
export type CityPush = {
  readonly cases: number;
  readonly facts: number;
  readonly waiting: number;
  readonly takenOut: number;
  readonly notices: readonly Notice[];
};

export type PushOptions = {
  /** Nobody else has the centre's word meanwhile; how long it may be had, in milliseconds. */
  readonly within: number;
  /** Whether this file holds all that the centre has: of several counters some may not have told yet. */
  readonly isWhole: boolean;
};

/** Once by the hour of the wall a difference of so much is told. */
const noticedClock = 2 * 60_000;
/** Of several counters one may have told the city what came to no other yet: so long a difference is waited for, in seconds. */
const patience = 86_400;
/** So seldom is one looked into that did not go away, in seconds. */
const lookInto = 3600;
const lookedIntoAt = new WeakMap<object, number>();
/** Cases in one question. */
const asked = 1000;
const nothing = headOf([], false);

/**
 * Tells the city everything that it has not, until nothing waits or the time is over. Nothing is sent twice: of whatever this file does not know to be there it
 * is asked first, by what it comes to.
 */
export async function pushCity(desk: DeskContext, link: CityLink, options: PushOptions): Promise<CityPush> {
  const { db } = desk.store;
  const until = desk.ports.clock.now() + options.within;
  const notices: Notice[] = [];
  const uuid = deskUuidOf(db);
  if (!(await link.enter(uuid, desk.practice()))) throw stop(desk, 'city-practice-and-real');
  const hello = await link.hello(uuid);
  const kept = findCity(db);
  if (kept === undefined) throw new Stopped('city-not-joined');
  if (hello.centre !== kept.centre) throw new HubFault('hub-broken');
  const now = desk.ports.clock.now();
  const ahead = Math.abs(hello.now - now);
  if (ahead >= noticedClock)
    notices.push({ code: 'city-clock-differs', data: { minutes: Math.round(ahead / 60_000) } });
  await tellWriter(desk, link, uuid, hello.writer);
  if (kept.generation !== hello.generation) keepOwn(desk, askAllAnew);
  const seconds = Math.floor(now / 1000);
  keepOwn(desk, (into) => noteCity(into, { generation: hello.generation, contactAt: seconds }));
  const isOver = () => desk.hasEnded() || desk.ports.clock.now() > until;
  const today = desk.nowCivil().slice(0, 10);
  const isLookedAt = (await lookAtNew(desk, { today, isOver })) && findCity(db)?.lookedAllAt !== null;

  let sent = { cases: 0, facts: 0 };
  sent = sum(sent, await drain(desk, link, today, isOver));
  let takenOut = 0;
  // What was looked at meanwhile by nobody else: the two sides are held against each other only where nothing waits and nothing was refused.
  const isAtRest = () => isLookedAt && waitingCount(db) === 0 && refusedCount(db) === 0 && !isOver();
  // A difference that is waited for is looked into now and then: it asks about every case.
  const lookedInto = lookedIntoAt.get(desk.opening);
  const isKnown = lookedInto !== undefined && seconds >= lookedInto && seconds - lookedInto < lookInto;
  if (isAtRest() && !(await agrees(desk, link, uuid)) && !isKnown) {
    lookedIntoAt.set(desk.opening, seconds);
    keepOwn(desk, askAllAnew);
    sent = sum(sent, await drain(desk, link, today, isOver));
    if (isAtRest() && !(await agrees(desk, link, uuid))) {
      const since = findCity(db)?.differsSince ?? seconds;
      if (options.isWhole || seconds - since >= patience) {
        takenOut = await takeOut(desk, link);
        lookedIntoAt.delete(desk.opening);
      } else keepOwn(desk, (into) => noteCity(into, { differsSince: since }));
    } else lookedIntoAt.delete(desk.opening);
  }
  const waiting = waitingCount(db);
  // What was not taken is not there: then the centre has not told all it has.
  if (isAtRest()) {
    const began = registerBegan(desk);
    if (began !== null) await link.begins(began.slice(0, 10));
    await link.done();
    keepOwn(desk, (into) => noteCity(into, { doneAt: Math.floor(desk.ports.clock.now() / 1000) }));
  }
  return { ...sent, waiting, takenOut, notices };
}

function stop(desk: DeskContext, code: string): Stopped {
  const stopped = new Stopped(code);
  keepOwn(desk, (into) => noteStopped(into, stopped.notice));
  return stopped;
}

/** Which entry of the own register was told last, found once: looking for it reads the journal. */
const told = new WeakMap<object, WriterHead>();

/** The register goes on from what it told before, or it is another state of it: then the city keeps what it has. */
async function tellWriter(desk: DeskContext, link: CityLink, uuid: string, before: WriterHead | null): Promise<void> {
  const { db, journal } = desk.store;
  const { deskSeq: seq, hash } = journal.head();
  const now = { seq, head: Buffer.from(hash) };
  const known = told.get(desk.opening);
  const isKnown = before === null || (known?.seq === before.seq && known.head.equals(before.head));
  const isOurs = isKnown || findOwnPlace(db, before.seq)?.hash.equals(before.head) === true;
  if (!isOurs || !(await link.tellWriter(uuid, before, now))) throw stop(desk, 'city-desk-copied');
  told.set(desk.opening, now);
}

type Sent = { readonly cases: number; readonly facts: number };

function sum(one: Sent, other: Sent): Sent {
  return { cases: one.cases + other.cases, facts: one.facts + other.facts };
}

/** Until nothing waits. Sends that change nothing any more end it: what answers so is no city. */
async function drain(desk: DeskContext, link: CityLink, today: CivilDate, isOver: () => boolean): Promise<Sent> {
  const { db } = desk.store;
  let sent: Sent = { cases: 0, facts: 0 };
  for (let idle = 0; idle < mostIdle && !isOver();) {
    const page = waitingCases(db, asked);
    if (page.length === 0) return sent;
    const next = page.slice(0, mostCases);
    // Asked of the whole page as soon as the first of it is not known; afterwards all of it is.
    if (next.some(({ n }) => n === null)) {
      await askFor(
        desk,
        link,
        page.filter(({ n }) => n === null),
      );
      continue;
    }
    const went = await send(desk, link, today, next);
    sent = sum(sent, went);
    idle = went.moved ? 0 : idle + 1;
    await turnOver();
  }
  return sent;
}

const mostIdle = 3;

async function askFor(desk: DeskContext, link: CityLink, cases: readonly CityCase[]): Promise<void> {
  const there = new Map((await link.heads(cases.map(({ key }) => key))).map((one) => [one.key.toString('hex'), one]));
  keepOwn(desk, (db) => {
    for (const { caseId, key, want } of cases) {
      const one = there.get(key.toString('hex'));
      // Never told and to be told nothing: that is how it stands.
      if (one === undefined || (one.n === 0 && one.live === 0 && one.head.equals(noHead)))
        noteThere(db, caseId, { sent: want.equals(nothing) ? nothing : noHead, n: 0, live: 0, cash: false });
      // Erased there for good: it is told no more.
      else if (one.live < 0) noteThere(db, caseId, { ...one, sent: want });
      else noteThere(db, caseId, { ...one, sent: one.head });
    }
  });
}

async function send(
  desk: DeskContext,
  link: CityLink,
  today: CivilDate,
  cases: readonly CityCase[],
): Promise<Sent & { readonly moved: boolean }> {
  const make = factsMaker(desk, today);
  const facts = await eachInSlices(cases, (one) => factsOf(one, make(one.caseId)));
  const answers: readonly CityAnswer[] = await link.append(facts.map(({ fact }) => fact));
  let [took, steps, moved] = [0, 0, false];
  keepOwn(desk, (db) => {
    for (const [at, one] of facts.entries()) {
      const is = answers[at]?.is;
      const { fact, live } = one;
      const { caseId } = one;
      if (is === 'taken' || is === 'have') {
        moved ||= is === 'taken' || cases[at]?.want.equals(fact.head) === true;
        if (is === 'taken') [took, steps] = [took + 1, steps + fact.steps.length];
        const n = fact.first + fact.steps.length - 1;
        // It was changed since it was looked at: then it waits still.
        noteThere(db, caseId, { sent: fact.head, n, live, cash: fact.cash });
      } else if (is === 'malformed') {
        moved = true;
        noteRefused(db, caseId, 'city-fact-malformed');
      } else noteUnknown(db, caseId);
    }
    if (took > 0) noteCity(db, { pushedAt: Math.floor(desk.ports.clock.now() / 1000) });
  });
  return { cases: took, facts: steps, moved };
}

/** What only follows goes alone; what was told otherwise before is told again as a whole, under higher numbers. */
function factsOf(
  { caseId, key, sent, n, live, cash: paidBefore }: CityCase,
  { plain, cash }: ReturnType<ReturnType<typeof factsMaker>>,
): { readonly caseId: number; readonly live: number; readonly fact: ToldCase } {
  const first = (n ?? 0) + 1;
  const prev = n === 0 ? noHead : (sent ?? noHead);
  const follows = live > 0 && live <= plain.length && headOf(plain.slice(0, live), paidBefore).equals(prev);
  const steps = follows ? plain.slice(live) : plain;
  const over = follows || n === 0 ? first : 1;
  return {
    caseId,
    live: plain.length,
    fact: { key, first, over, prev, head: headOf(plain, cash), cash, steps },
  };
}

/** Whether both hold as many cases that come to the same. */
async function agrees(desk: DeskContext, link: CityLink, uuid: string): Promise<boolean> {
  const { db } = desk.store;
  const { cases, marks } = await link.hello(uuid);
  const here = totalsThere(db);
  if (cases !== here.cases || marks !== here.marks) return false;
  if (findCity(db)?.differsSince !== null) keepOwn(desk, (into) => noteCity(into, { differsSince: null }));
  return true;
}

/** What the city has of this centre and this register has not: lost with a disk, or of a folder that was put back. It is in no figure from here on. */
async function takeOut(desk: DeskContext, link: CityLink): Promise<number> {
  const pass = desk.ports.clock.now();
  for (let behind = 0; ;) {
    const page = keysBehind(desk.store.db, behind, asked);
    if (page.length === 0) break;
    await link.confirm(
      pass,
      page.map(({ key }) => key),
    );
    behind = page.at(-1)?.caseId ?? behind;
    await turnOver();
  }
  const gone = await link.settle(pass);
  keepOwn(desk, (into) => noteCity(into, { differsSince: null }));
  return gone;
}
