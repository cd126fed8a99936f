import { type Claim, type Hello, type HubDesk, HubFault, type HubLink } from '../../../../exchange/hub/link.ts';
import { hubVersion } from '../../../../exchange/hub/tables/rules.ts';
import { rowFormat, signerOf } from '../../../../exchange/hub/seal.ts';
import { deskUuidOf } from '../../../../store/safety/backup/new-desk.ts';
import { chainsHere } from '../../../../store/centre/exchange/commits.ts';
import { deriveAccounts } from '../../../../store/common/office/accounts-told.ts';
import { strangersMet } from '../../../../store/centre/exchange/go-on.ts';
import {
  type Notice,
  findCentre,
  forgetBlobsThere,
  forgetHeadsThere,
  keepContact,
  keepHeadAtHub,
  keepNotices,
  keepStopped,
  knownDesks,
  meetDesk,
} from '../../../../store/centre/hub/centre.ts';
import { civilOf } from '../../../../store/file/rows/codecs.ts';
import { type CourierDesk, Stopped, groundOf, headThere } from '../ground.ts';
import type { MachineRun } from '../../../core/clock.ts';
import { clockNotices } from '../../../core/hub-clock.ts';
import { createIncoming } from './incoming.ts';
import { createKeys } from './keys.ts';
import { createMachine } from './machine.ts';
import { createOutgoing } from './outgoing.ts';

export type Met = {
  readonly pushed: number;
  readonly pulled: number;
  /** What has to be told, also what was told before and still is so. */
  readonly notices: readonly Notice[];
  readonly stopped: Notice | null;
  /** Desks that were let in now. */
  readonly letIn: readonly HubDesk[];
  /** Milliseconds by which the hub's clock is ahead of this machine's. */
  readonly ahead: number;
  readonly hello: Hello;
};

export type Meeting = {
  /** Told once both know each other, before anything is exchanged, and again after each round; what it answers is told with the rest. */
  readonly greeted?: (met: { readonly hello: Hello; readonly link: HubLink }) => Promise<readonly Notice[]>;
};

export type Courier = ReturnType<typeof createCourier>;

/**
 * Carries between this desk's register and its centre's hub: everything of this desk goes there, everything of others comes, until nothing is left. What it does
 * anew with each connection is told by heads and not by cursors, so a hub or a desk that was brought back from a copy heals by itself.
 */
export function createCourier(desk: CourierDesk) {
  const ground = groundOf(desk);
  const { store, db, received, stuck, keep, centre, leaveOut, keys: keysHere } = ground;
  const { passKeys } = createKeys(ground);
  const { pull, peopleNotices, waitingNotices } = createIncoming(ground);
  const machine = createMachine(ground);
  const { push, refill, endAtHub, isBehind, readFrom } = createOutgoing(ground);

  let isSettled = false;

  async function meet(link: HubLink, meeting: Meeting): Promise<Met> {
    const notices: Notice[] = [];
    let ahead: number | null = null;
    let run: MachineRun | undefined;
    const ofClocks = () => clockNotices(findCentre(db)?.notices ?? [], ahead, run);
    try {
      // A program of before knew nothing of people of all counters, and took what was told of them all the same.
      if (!isSettled) {
        keep((into) => {
          deriveAccounts(into);
          // What was told of people is told anew: somebody may have seen to it.
          keepNotices(
            into,
            centre().notices.filter(({ code }) => !ofPeople.has(code)),
          );
        });
        notices.push(...peopleNotices());
      }
      isSettled = true;
      const hello = await greet(link, notices);
      ahead = hello.now - desk.now();
      run = desk.run();
      let told = hello;
      let [pushed, pulled] = [0, 0];
      const letIn: HubDesk[] = [];
      for (let round = 0; round < mostRounds; round += 1) {
        // What came back of its own may have set it up otherwise: asked each time, and written where it differs alone.
        // Where it is behind a word of its own would stand in the place of one of those.
        if (!isBehind(told)) notices.push(...((await meeting.greeted?.({ hello: told, link })) ?? []));
        letIn.push(...(await passKeys(link, told, notices)));
        // Its own before anybody's: what comes may be much, and somebody waits for this at another counter.
        let went = await push(link, told);
        const came = await pull(link, told, notices, async () => {
          went += await tell(link);
        });
        pulled += came.entries;
        await refill(link, told);
        // What came back of its own, or is told again, is behind that.
        went += await tell(link);
        await machine.push(link, told);
        pushed += went;
        const isQuiet = went === 0 && came.entries === 0;
        if (!came.again && (isQuiet || round >= steadyRounds)) break;
        told = await link.hello();
        checkHello(told);
        meetAll(told, notices);
      }
      noteWaiting(notices);
      notices.push(...waitingNotices());
      if (keysHere().length === 0) notices.push({ code: 'hub-waits-for-key', data: {} });
      // Last: meanwhile somebody may have confirmed the clock.
      const kept = settle([...notices, ...ofClocks()], null, hello.generation, isWholeAgain(told));
      return { pushed, pulled, notices: kept, stopped: null, letIn, ahead, hello: told };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      settle([...notices, ...ofClocks()], error.notice, null);
      throw error;
    }
  }

  /** Tells what this desk wrote since, and nothing else: how many entries went. */
  async function tell(link: HubLink): Promise<number> {
    if (outbox().entries === 0) return 0;
    const told = await link.hello();
    checkHello(told);
    return push(link, told);
  }

  /** Whether the hub has at least as much of every register as is here: what a hub that was set up anew lacked is there again. */
  function isWholeAgain({ heads }: Hello): boolean {
    const there = new Map(heads.filter(({ kind }) => kind === 'register').map((one) => [one.desk, one.seq]));
    return chainsHere(db).every(({ desk: uuid, seq }) => (there.get(uuid) ?? 0) >= seq);
  }

  function settle(
    notices: readonly Notice[],
    stopped: Notice | null,
    generation: string | null,
    isWhole = false,
  ): readonly Notice[] {
    const before = findCentre(db);
    if (before === undefined) return notices;
    const lasting = before.notices.filter(
      (one) => lastingCodes.has(one.code) && !(isWhole && one.code === untilWhole) && !isOfLastWeek(one),
    );
    // Told for as long as it is so: somebody may have seen to it meanwhile.
    const ofAll = before.notices.some(({ code }) => ofPeople.has(code)) ? peopleNotices() : [];
    const all = [...new Map([...lasting, ...notices, ...ofAll].map((one) => [JSON.stringify(one), one])).values()];
    keep((into) => {
      keepNotices(into, all.slice(-mostNotices));
      keepStopped(into, stopped);
      if (generation !== null) keepContact(into, generation, Math.floor(desk.now() / 1000));
    });
    return all;
  }

  /** A copy that was met is told for some days, whether its computer came again or not. */
  function isOfLastWeek({ code, data }: Notice): boolean {
    return code === 'hub-copy-met' && Date.parse(String(data['day'])) < desk.now() - daysOfMark * dayMilliseconds;
  }

  /** Who we are to the hub, and who the hub is to us. */
  async function greet(link: HubLink, notices: Notice[]): Promise<Hello> {
    const kept = centre();
    const own = deskUuidOf(db);
    if (own !== kept.uuid) throw new Stopped('hub-desk-restored', { desk: kept.code });
    let hello = await link.hello();
    checkHello(hello);
    if (meIn(hello).uuid === null) {
      const joined = await link.join({ uuid: own, publicKey: signerOf(kept.seed), format: rowFormat });
      if (joined.is === 'taken') throw new Stopped('hub-desk-elsewhere', { desk: kept.code });
      hello = await link.hello();
      checkHello(hello);
    } else if (meIn(hello).uuid === own && meIn(hello).format !== rowFormat) {
      // The program was updated, or went back to an older one: the others write what all can read.
      await link.join({ uuid: own, publicKey: signerOf(kept.seed), format: rowFormat });
      hello = await link.hello();
      checkHello(hello);
    }
    const me = meIn(hello);
    if (me.uuid !== own || me.publicKey?.equals(signerOf(kept.seed)) !== true)
      throw new Stopped('hub-code-used', { desk: kept.code });
    lookAtHub(hello, notices);
    meetAll(hello, notices);
    notices.push(...copiesMet(hello, kept.no));
    try {
      if (machine.isOther(hello)) throw new Stopped('hub-desk-copied', { desk: kept.code });
      // Where the hub has more of this desk than it has itself, that is read first.
      if (!isBehind(hello)) endAtHub(hello);
    } catch (error) {
      if (error instanceof Stopped && error.notice.code === 'hub-desk-copied')
        await link.claim(copyMark(kept.no, hello.now));
      throw error;
    }
    return hello;
  }

  /** The other computer with this folder came to the hub, and was stopped there, in the last days. */
  function copiesMet({ claims, now, desks }: Hello, no: number): Notice[] {
    const { kind, first: today } = copyMark(no, now);
    const last = Math.max(0, ...claims.filter((one) => one.kind === kind && one.desk === no).map(({ last }) => last));
    const desk = desks.find((one) => one.no === no)?.code ?? '';
    return last === 0 || today - last >= daysOfMark ? [] : [copyMet(desk, last * dayMilliseconds)];
  }

  function checkHello({ version, centre: code }: Hello): void {
    if (version !== hubVersion) throw new HubFault('hub-other-version');
    if (code !== centre().centre) throw new HubFault('hub-other-centre');
  }

  function meIn({ desks }: Hello): HubDesk {
    const { no } = centre();
    const me = desks.find((one) => one.no === no);
    if (me === undefined) throw new HubFault('hub-refused');
    return me;
  }

  /** Whether the hub is what it was: it never has less than it had, unless it says that it was set up anew. */
  function lookAtHub({ generation, heads }: Hello, notices: Notice[]): void {
    const { generation: before } = centre();
    if (before !== null && before !== generation) {
      notices.push({ code: 'hub-set-up-anew', data: {} });
      // Also of desks that it does not know any more: else it would seem, at the next contact, to have lost them without a word.
      keep(forgetHeadsThere);
      return;
    }
    const headOf = (uuid: string) => headThere({ heads }, uuid);
    const { uuid: own, code, pushed } = centre();
    const back = knownDesks(db)
      .filter((known) => {
        const head = headOf(known.uuid);
        const isOther = head?.seq === known.seq && known.seq > 0 && !head.head.equals(known.head);
        return (head?.seq ?? 0) < known.seq || isOther;
      })
      .map((known) => known.code);
    if ((headOf(own)?.seq ?? 0) < pushed.seq) back.push(code);
    notices.push(...back.map((one) => ({ code: 'hub-went-back', data: { desk: one } })));
    // What it had of lists and forms it may not have any more; what is there already is no trouble.
    if (back.length > 0) keep(forgetBlobsThere);
  }

  /** Keeps whom it meets for the first time, and how far the hub has each. A key that is another than at the first meeting is nobody's. */
  function meetAll({ desks, heads }: Hello, notices: Notice[]): void {
    const known = new Map(knownDesks(db).map((one) => [one.uuid, one]));
    const ours = new Map(chainsHere(db).map((one) => [one.desk, one]));
    const strangers = new Set(strangersMet(db));
    const news: ((into: typeof db) => void)[] = [];
    for (const { uuid, no, code, publicKey, enrolKey } of desks) {
      if (uuid === null || publicKey === null || uuid === centre().uuid) continue;
      const before = known.get(uuid);
      if (before !== undefined && !before.publicKey.equals(publicKey)) {
        leaveOut(uuid, { code: 'hub-desk-key-changed', data: { desk: code } }, notices);
        continue;
      }
      const isSame = before?.no === no && before.code === code && before.enrolKey.equals(enrolKey);
      if (!isSame) news.push((into) => meetDesk(into, { uuid, no, code, publicKey, enrolKey }));
      const head = headThere({ heads }, uuid);
      if (head === undefined) continue;
      if (head.seq !== before?.seq || !head.head.equals(before.head))
        news.push((into) => keepHeadAtHub(into, uuid, head.seq, head.head));
      const here = ours.get(uuid);
      // Of one that this file was, that both differ is what is being found out.
      if (here?.seq === head.seq && !here.head.equals(head.head) && !strangers.has(uuid))
        leaveOut(uuid, { code: 'hub-desk-forked', data: { desk: code } }, notices);
    }
    if (news.length > 0) keep((into) => news.forEach((write) => write(into)));
  }

  function noteWaiting(notices: Notice[]): void {
    for (const one of stuck.values()) if (!notices.includes(one)) notices.push(one);
  }

  /** How much of the own register is not at the hub yet. */
  function outbox(): { readonly entries: number; readonly row: number } {
    const { pushed } = centre();
    return { entries: Math.max(0, store.journal.head().deskSeq - pushed.seq), row: readFrom(pushed) };
  }

  /** What was held back of others' chains on one connection is tried again on the next. */
  function begin(): void {
    received.clear();
    stuck.clear();
  }

  return { meet, tell, outbox, begin };
}

const dayMilliseconds = 86_400_000;
const daysOfMark = 7;

/** What a desk that is told that its folder is a copy leaves at the hub, for the one that goes on in its place; a day each, and for ever. */
function copyMark(no: number, now: number): Omit<Claim, 'desk'> {
  const day = Math.floor(now / dayMilliseconds);
  return { kind: `copied:${no}`, first: day, last: day };
}

/** @param at milliseconds since 1970 */
export function copyMet(desk: string, at: number): Notice {
  return { code: 'hub-copy-met', data: { desk, day: civilOf(Math.floor(at / 1000)).slice(0, 10) } };
}

const mostRounds = 50;
/** After so many, what others go on telling is the next exchange's: this one ends, and says how it went. */
const steadyRounds = 3;
const mostNotices = 50;
/** Told at the contact at which it was seen, and for as long after it as something is missing there. */
const untilWhole = 'hub-set-up-anew';
const ofPeople: ReadonlySet<string> = new Set([
  'hub-people-apart',
  'hub-role-waits',
  'hub-name-twice',
  'hub-settings-apart',
]);
/** What stays told after the contact at which it was seen. */
const lastingCodes: ReadonlySet<string> = new Set([
  'hub-copy-met',
  'hub-went-back',
  'hub-set-up-anew',
  'hub-number-taken',
  'hub-own-came-back',
  'hub-goes-on-as',
  'hub-told-again',
  'hub-unsent-told-again',
]);
