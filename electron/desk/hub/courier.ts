import { type Fault, isFault } from '../../contract/base/fault.ts';
import {
  type ChainHead,
  type Hello,
  type HubDesk,
  HubFault,
  type HubLink,
  type PulledRow,
  type SealedRow,
} from '../../exchange/hub/link.ts';
import {
  type CentreKey,
  isSignedRow,
  keyIdOf,
  openGrant,
  openRow,
  rowFormat,
  sealGrant,
  signerOf,
} from '../../exchange/hub/seal.ts';
import { missingContent } from '../../store/content/content.ts';
import {
  type Commit,
  chainsHere,
  findOwnPlace,
  headsHere,
  lastRow,
  formerCommits,
  ownCommitsAfter,
} from '../../store/exchange/commits.ts';
import { deskUuidOf } from '../../store/backup/new-desk.ts';
import {
  type KeptCentre,
  type Notice,
  type Pushed,
  centreKeys,
  dropKey,
  findCentre,
  hasBlobThere,
  keepBlobThere,
  keepContact,
  keepCut,
  keepGranted,
  keepHeadAtHub,
  keepKey,
  keepNotices,
  keepPushed,
  keepRow,
  keepStopped,
  knownDesks,
  meetDesk,
  rowBehind,
  trustDesk,
  trusts,
} from '../../store/hub/centre.ts';
import type { ArrivedContent } from '../../store/exchange/take-content.ts';
import { isOwnDesk } from '../../store/journal/journal.ts';
import type { Store } from '../../store/store.ts';
import {
  type Load,
  type LoadedRow,
  type NamedContent,
  openContent,
  readLoad,
  readPieces,
  rowsOf,
  sealedBlob,
} from './load.ts';

/** What the courier needs of its desk. */
export type CourierDesk = {
  readonly store: Store;
  /** Milliseconds since 1970, by the machine. */
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
  readonly isPractice: () => boolean;
  /** Others get their turn: awaited between two slices. */
  readonly breathe: () => Promise<void>;
  /** Something of others came: what was worked out from the register is worked out again. */
  readonly changed: () => void;
};

/** The version of a hub's tables that this program knows. */
export const knownHub = 1;

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
  /** Told once both know each other, before anything is exchanged; what it answers is told with the rest. */
  readonly greeted?: (met: { readonly hello: Hello; readonly link: HubLink }) => Promise<readonly Notice[]>;
  /** Who answers for it that every enrolled desk is the one it says: whoever runs the exchange by hand. Null: only those that somebody let in before. */
  readonly lettingIn: string | null;
};

/** So many entries are written at once: some milliseconds. */
const sliceEntries = 20;
/** So much is asked for at once. */
const pageBytes = 2 * 1024 * 1024;

/** From a difference of two minutes on it is told; from ten on the desk's own clock is in doubt. */
export const noticedClock = 2 * 60_000;
export const doubtedClock = 10 * 60_000;

/** What of this file is not exchanged, and why; nothing is lost by it. */
class Stopped extends Error {
  readonly notice: Notice;
  constructor(code: string, data: Notice['data'] = {}) {
    super(code);
    this.notice = { code, data };
  }
}

export type Courier = ReturnType<typeof createCourier>;

/**
 * Carries between this desk's register and its centre's hub: everything of this desk goes there, everything of others comes, until nothing is left. What it does
 * anew with each connection is told by heads and not by cursors, so a hub or a desk that was brought back from a copy heals by itself.
 */
export function createCourier(desk: CourierDesk) {
  const { store } = desk;
  const { db } = store;
  /** How far a chain came in, where it waits for others; beyond everything where it is not to be read on. */
  const received = new Map<string, number>();
  const stuck = new Map<string, Notice>();
  const lacking = new Map<string, NamedContent>();
  /** Behind this entry of its own nothing of this desk stands in the journal up to that row. */
  let lookedUpTo = { seq: 0, row: 0 };

  function keep(change: Parameters<Store['keep']>[0]): void {
    const done = store.keep(change);
    if (isFault(done)) throw new Troubled(done);
  }

  function centre(): KeptCentre {
    const kept = findCentre(db);
    if (kept === undefined) throw new Stopped('hub-not-joined');
    return kept;
  }

  async function meet(link: HubLink, meeting: Meeting): Promise<Met> {
    const notices: Notice[] = [];
    try {
      const hello = await greet(link, notices);
      notices.push(...((await meeting.greeted?.({ hello, link })) ?? []));
      const ahead = hello.now - desk.now();
      if (Math.abs(ahead) >= noticedClock)
        notices.push({ code: 'hub-clock-differs', data: { minutes: Math.round(Math.abs(ahead) / 60_000) } });
      let told = hello;
      let [pushed, pulled] = [0, 0];
      const letIn: HubDesk[] = [];
      for (let round = 0; round < mostRounds; round += 1) {
        letIn.push(...(await passKeys(link, told, meeting)));
        const came = await pull(link, told, notices);
        pulled += came.entries;
        await refill(link, told);
        const went = await push(link, told);
        pushed += went;
        if (went === 0 && came.entries === 0 && !came.again) break;
        told = await link.hello();
        checkHello(told);
        meetAll(told, notices);
      }
      noteWaiting(notices);
      if (keysHere().length === 0) notices.push({ code: 'hub-waits-for-key', data: {} });
      const kept = settle(notices, null, hello.generation);
      return { pushed, pulled, notices: kept, stopped: null, letIn, ahead, hello: told };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      settle(notices, error.notice, null);
      throw error;
    }
  }

  function settle(notices: readonly Notice[], stopped: Notice | null, generation: string | null): readonly Notice[] {
    const before = findCentre(db);
    if (before === undefined) return notices;
    const lasting = before.notices.filter(({ code }) => lastingCodes.has(code));
    const all = [...new Map([...lasting, ...notices].map((one) => [JSON.stringify(one), one])).values()];
    keep((into) => {
      keepNotices(into, all.slice(-mostNotices));
      keepStopped(into, stopped);
      if (generation !== null) keepContact(into, generation, Math.floor(desk.now() / 1000));
    });
    return all;
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
    }
    const me = meIn(hello);
    if (me.uuid !== own || me.publicKey?.equals(signerOf(kept.seed)) !== true)
      throw new Stopped('hub-code-used', { desk: kept.code });
    lookAtHub(hello, notices);
    meetAll(hello, notices);
    const there = hello.heads.find((one) => one.kind === 'register' && one.desk === own)?.seq ?? 0;
    // Where the hub has more of this desk than it has itself, that is read first.
    if (there <= store.journal.head().deskSeq) endAtHub(hello);
    return hello;
  }

  function checkHello({ version, centre: code }: Hello): void {
    if (version !== knownHub) throw new HubFault('hub-other-version');
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
      return;
    }
    for (const known of knownDesks(db)) {
      const head = heads.find((one) => one.kind === 'register' && one.desk === known.uuid);
      const isLess = (head?.seq ?? 0) < known.seq;
      const isOther = head?.seq === known.seq && known.seq > 0 && !head.head.equals(known.head);
      if (isLess || isOther) notices.push({ code: 'hub-went-back', data: { desk: known.code } });
    }
  }

  /** Keeps whom it meets for the first time, and how far the hub has each. A key that is another than at the first meeting is nobody's. */
  function meetAll({ desks, heads }: Hello, notices: Notice[]): void {
    const known = new Map(knownDesks(db).map((one) => [one.uuid, one]));
    const ours = new Map(chainsHere(db).map((one) => [one.desk, one]));
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
      const head = heads.find((one) => one.kind === 'register' && one.desk === uuid);
      if (head === undefined) continue;
      if (head.seq !== before?.seq || !head.head.equals(before.head))
        news.push((into) => keepHeadAtHub(into, uuid, head.seq, head.head));
      const here = ours.get(uuid);
      if (here?.seq === head.seq && !here.head.equals(head.head))
        leaveOut(uuid, { code: 'hub-desk-forked', data: { desk: code } }, notices);
    }
    if (news.length > 0) keep((into) => news.forEach((write) => write(into)));
  }

  /** What is behind it in that chain is not asked for any more, on this connection. */
  function leaveOut(uuid: string, notice: Notice, notices: Notice[]): void {
    stuck.set(uuid, notice);
    received.set(uuid, Number.MAX_SAFE_INTEGER);
    notices.push(notice);
  }

  // Keys ---------------------------------------------------------------------------------------------------------------

  function keysHere(): readonly CentreKey[] {
    return centreKeys(db).map(({ keyId, key }) => ({ keyId, key }));
  }

  async function passKeys(link: HubLink, hello: Hello, { lettingIn }: Meeting): Promise<readonly HubDesk[]> {
    takeGrants(hello);
    await makeFirstKey(link, hello);
    const keys = keysHere();
    const letIn: HubDesk[] = [];
    if (keys.length > 0)
      for (const other of hello.desks) if (await grant(link, hello, other, keys, lettingIn)) letIn.push(other);
    return letIn;
  }

  function takeGrants({ grants, centre: code }: Hello): void {
    const { no, enrolSecret } = centre();
    const known = new Set(centreKeys(db).map(({ keyId }) => keyId));
    for (const { keyId, sealed } of grants) {
      if (known.has(keyId)) continue;
      const key = openGrant({ centre: code, desk: no, keyId }, enrolSecret, sealed);
      if (key === undefined) continue;
      known.add(keyId);
      keep((into) => keepKey(into, { keyId, key, since: Math.floor(desk.now() / 1000), madeHere: false }));
    }
  }

  /**
   * The first desk of a centre makes its key. Who is first the hub says, by a claim that one desk alone has; the key is kept before it is claimed, so a desk that
   * is cut off between the two asks again with the same one.
   */
  async function makeFirstKey(link: HubLink, { claims }: Hello): Promise<void> {
    const kept = centreKeys(db);
    const { no } = centre();
    const first = claims.find(({ kind }) => kind === firstKeyClaim);
    const own = kept.find(({ madeHere }) => madeHere);
    if (kept.some(({ madeHere }) => !madeHere)) {
      // A hub that was set up anew: the centre has its key.
      if (first === undefined) await link.claim({ kind: firstKeyClaim, first: 0, last: 0 });
      return;
    }
    if (own === undefined && first !== undefined && first.desk !== no) return;
    const key = own?.key ?? Buffer.from(desk.random(32));
    const keyId = keyIdOf(key);
    const since = Math.floor(desk.now() / 1000);
    if (own === undefined) keep((into) => keepKey(into, { keyId, key, since, madeHere: true }));
    const claimed = await link.claim({ kind: firstKeyClaim, first: 0, last: 0 });
    keep((into) => {
      if (claimed.is === 'claimed') keepKey(into, { keyId, key, since, madeHere: false });
      else dropKey(into, keyId);
    });
  }

  async function grant(
    link: HubLink,
    { centre: code, generation }: Hello,
    other: HubDesk,
    keys: readonly CentreKey[],
    lettingIn: string | null,
  ): Promise<boolean> {
    const { no } = centre();
    if (other.no === no || other.uuid === null || other.closedAt !== null) return false;
    const by = desk.isPractice() ? 'practice' : lettingIn;
    let trust = trusts(db).find(({ enrolKey }) => enrolKey.equals(other.enrolKey));
    const isNew = trust === undefined;
    if (isNew && by === null) return false;
    if (trust === undefined) {
      keep((into) => trustDesk(into, other.enrolKey, by ?? '', Math.floor(desk.now() / 1000)));
      trust = { enrolKey: other.enrolKey, byWhom: by ?? '', granted: null };
    }
    const granted = [generation, ...keys.map(({ keyId }) => keyId)].join(' ');
    if (trust.granted === granted) return false;
    for (const { keyId, key } of keys) {
      const place = { centre: code, desk: other.no, enrolKey: other.enrolKey, keyId };
      await link.grant(other.no, { keyId, sealed: sealGrant(place, key, desk.random) });
    }
    keep((into) => keepGranted(into, other.enrolKey, granted));
    return isNew;
  }

  // In ------------------------------------------------------------------------------------------------------------------

  function have(): ChainHead[] {
    const own = deskUuidOf(db);
    const here = chainsHere(db).map(({ desk: uuid, seq, head }) => ({ desk: uuid, seq, head }));
    const known = new Map(here.map((one) => [one.desk, one]));
    for (const [uuid, seq] of received)
      if (seq > (known.get(uuid)?.seq ?? 0)) known.set(uuid, { desk: uuid, seq, head: Buffer.alloc(32) });
    return [...known.values()].map(({ desk: uuid, seq, head }) => ({
      desk: uuid,
      kind: 'register' as const,
      seq: uuid === own ? store.journal.head().deskSeq : seq,
      head,
    }));
  }

  type Came = { readonly entries: number; readonly again: boolean };

  async function pull(link: HubLink, hello: Hello, notices: Notice[]): Promise<Came> {
    const keys = keysHere();
    let [entries, after, again] = [0, 0, false];
    if (keys.length === 0) return { entries, again };
    await fetchLacking(link, keys, notices);
    for (;;) {
      const page = await link.pull(have(), after, pageBytes);
      const last = page.at(-1);
      if (last === undefined) return { entries, again };
      after = last.pos;
      const loads: Loaded[] = [];
      for (const row of page) {
        const load = await read(link, hello, row, keys, notices);
        if (load === 'unknown') again = true;
        else if (load !== undefined) loads.push({ row, load });
      }
      await fetchContent(
        link,
        loads.flatMap(({ load }) => load.content),
        keys,
        notices,
      );
      entries += await take(loads, notices);
    }
  }

  /** A row that was proven and opened; `unknown` where its desk joined meanwhile. What cannot be read leaves its chain where it is, and no other. */
  async function read(
    link: HubLink,
    { centre: code, desks }: Hello,
    row: PulledRow,
    keys: readonly CentreKey[],
    notices: Notice[],
  ): Promise<Load | 'unknown' | undefined> {
    const { uuid, seed, code: ownCode } = centre();
    const out = (why: Notice): undefined => {
      leaveOut(row.desk, why, notices);
      return undefined;
    };
    if (row.kind !== 'register' || stuck.has(row.desk)) return undefined;
    if (row.desk !== uuid && row.lastSeq <= (received.get(row.desk) ?? 0)) return undefined;
    const sender =
      row.desk === uuid
        ? { code: ownCode, publicKey: signerOf(seed) }
        : knownDesks(db).find((one) => one.uuid === row.desk);
    if (sender === undefined) return desks.some((one) => one.uuid === row.desk) ? out(falseRow('?', row)) : 'unknown';
    if (!isSignedRow(code, row, sender.publicKey)) return out(falseRow(sender.code, row));
    if (row.format > rowFormat) return out({ code: 'hub-row-newer', data: { desk: sender.code } });
    const key = keys.find(({ keyId }) => keyId === row.keyId);
    if (key === undefined) return out({ code: 'hub-row-other-key', data: { desk: sender.code } });
    const open = openRow(code, row, key);
    const said = open === undefined ? undefined : readLoad(open);
    if (said === undefined) return out(falseRow(sender.code, row));
    const load = 'parts' in said ? await readParts(link, code, said.parts, keys) : said;
    if (load === 'missing') return out({ code: 'hub-content-missing', data: { desk: sender.code } });
    if (load === undefined || !isWhole(row, load)) return out(falseRow(sender.code, row));
    keep((into) =>
      row.desk === uuid ? keepCut(into, row.lastSeq) : keepRow(into, { ...outsideOf(row), uuid: row.desk }),
    );
    return load;
  }

  async function readParts(
    link: HubLink,
    code: string,
    parts: readonly string[],
    keys: readonly CentreKey[],
  ): Promise<Load | 'missing' | undefined> {
    const pieces: Buffer[] = [];
    for (const sha256 of parts) {
      const blob = await link.blob(sha256);
      if (blob === undefined) return 'missing';
      const piece = keys.map((key) => openContent(code, sha256, blob, key)).find((one) => one !== undefined);
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
    return readPieces(pieces);
  }

  /** Content stands in this file before the entries that rest on it; what the hub has not is asked for again at the next contact. */
  async function fetchContent(
    link: HubLink,
    named: readonly NamedContent[],
    keys: readonly CentreKey[],
    notices: Notice[],
  ): Promise<void> {
    const wanted = new Map(named.map((one) => [one[2], one]));
    const arrived: ArrivedContent[] = [];
    for (const [sha256, [kind, name]] of wanted) {
      if (missingContent(db, [{ kind, name }]).length === 0) {
        lacking.delete(sha256);
        continue;
      }
      const blob = await link.blob(sha256);
      const bytes =
        blob === undefined
          ? undefined
          : keys.map((key) => openContent(centre().centre, sha256, blob, key)).find((one) => one !== undefined);
      if (bytes === undefined) lacking.set(sha256, [kind, name, sha256]);
      else arrived.push({ name: { kind, name }, text: bytes.toString('utf8') });
    }
    if (arrived.length > 0) {
      const done = store.takeContent(arrived);
      if (isFault(done)) throw new Troubled(done);
      for (const { name } of arrived)
        for (const [sha256, one] of lacking) if (one[1] === name.name) lacking.delete(sha256);
      desk.changed();
    }
    if (lacking.size > 0) notices.push({ code: 'hub-content-lacking', data: { count: lacking.size } });
  }

  async function fetchLacking(link: HubLink, keys: readonly CentreKey[], notices: Notice[]): Promise<void> {
    if (lacking.size > 0) await fetchContent(link, [...lacking.values()], keys, notices);
  }

  /** In the order of the hub, in which nothing stands before what its desk had seen. */
  async function take(loads: readonly Loaded[], notices: Notice[]): Promise<number> {
    const own = deskUuidOf(db);
    let entries = 0;
    let isBehind = false;
    for (const run of runsOf(loads, ({ row }) => row.desk === own)) {
      if (run[0]?.row.desk !== own) {
        entries += await takeOthers(run, notices);
        continue;
      }
      const commits = run.flatMap(({ load }) => load.commits).filter((one) => one.desk === own);
      // What it had seen then comes first; the rest is asked for again.
      isBehind ||= !hasSeenAll(commits);
      if (!isBehind) entries += takeBack(commits);
    }
    return entries;
  }

  function hasSeenAll(commits: readonly Commit[]): boolean {
    const heads = headsHere(db);
    return commits.every(({ entries }) =>
      entries.every(({ seen }) =>
        Object.entries(JSON.parse(seen ?? '{}') as Record<string, number>).every(
          ([uuid, seq]) => (heads[uuid] ?? 0) >= seq,
        ),
      ),
    );
  }

  async function takeOthers(loads: readonly Loaded[], notices: Notice[]): Promise<number> {
    const joined = new Set([...knownDesks(db).map((one) => one.uuid), deskUuidOf(db)]);
    const others = loads
      // What somebody tells of another desk that speaks for itself here is that one's to tell.
      .flatMap(({ row, load }) => load.commits.filter((one) => one.desk === row.desk || !joined.has(one.desk)))
      .filter((one) => !isOwnDesk(db, String(one.desk)));
    if (others.length === 0) return 0;
    for (const { row } of loads) received.set(row.desk, row.lastSeq);
    const steps = store.applying(others, sliceEntries);
    let step = steps.next();
    while (step.done !== true) {
      await desk.breathe();
      step = steps.next();
    }
    const taken = step.value;
    if (isFault(taken)) throw new Troubled(taken);
    for (const { desk: uuid, seq, why } of taken.refused) {
      if (why === 'too-many') received.delete(uuid);
      else leaveOut(uuid, { code: 'hub-entry-refused', data: { desk: codeOf(uuid), seq, why } }, notices);
    }
    if (taken.entries > 0) desk.changed();
    await desk.breathe();
    return taken.entries;
  }

  function takeBack(commits: readonly Commit[]): number {
    if (commits.length === 0) return 0;
    const back = store.takeBack(commits);
    if (isFault(back)) throw new Troubled(back);
    if ('forked' in back) throw new Stopped('hub-desk-copied', { desk: centre().code });
    desk.changed();
    return back.entries;
  }

  function codeOf(uuid: string): string {
    return knownDesks(db).find((one) => one.uuid === uuid)?.code ?? uuid.slice(-8);
  }

  function noteWaiting(notices: Notice[]): void {
    for (const one of stuck.values()) if (!notices.includes(one)) notices.push(one);
  }

  // Out -----------------------------------------------------------------------------------------------------------------

  /** Where the own register ends at the hub, held against what stands there here. */
  function endAtHub(hello: Hello): Pushed {
    const { uuid, code, pushed } = centre();
    const head = hello.heads.find((one) => one.kind === 'register' && one.desk === uuid);
    const seq = head?.seq ?? 0;
    const place = seq === pushed.seq && seq > 0 ? pushed : findOwnPlace(db, seq);
    if (place === undefined || (head !== undefined && !head.head.equals(place.hash)))
      throw new Stopped('hub-desk-copied', { desk: code });
    return { seq, row: place.row, hash: place.hash };
  }

  async function push(link: HubLink, hello: Hello): Promise<number> {
    const [key] = keysHere();
    // It has told more than stands here: that comes back first.
    const there = hello.heads.find((one) => one.kind === 'register' && one.desk === centre().uuid)?.seq ?? 0;
    if (key === undefined || there > store.journal.head().deskSeq) return 0;
    let from = endAtHub(hello);
    let entries = 0;
    let restarts = 0;
    for (;;) {
      const went = await pushFrom(link, hello, from, key);
      entries += went.entries;
      if (went.restart === undefined) return entries;
      // The hub ends elsewhere than it said: a row whose answer was lost, or one that was cut otherwise.
      const place = findOwnPlace(db, went.restart);
      if (place === undefined || restarts >= mostRestarts) throw new HubFault('hub-broken');
      restarts += 1;
      from = place;
    }
  }

  async function pushFrom(
    link: HubLink,
    { generation, centre: code }: Hello,
    from: Pushed,
    key: CentreKey,
  ): Promise<{ readonly entries: number; readonly restart?: number }> {
    const { seed, code: ownCode } = centre();
    const start = Math.max(from.row, from.seq === lookedUpTo.seq ? lookedUpTo.row : 0);
    const loading = { db, centre: code, key, seed, random: desk.random };
    const former = from.seq === 0 ? formerCommits(db) : [];
    let entries = 0;
    let ends: Pushed = from;
    const nothingAfter = lastRow(db);
    for (const loaded of rowsOf(loading, ownCommitsAfter(db, { seq: from.seq, row: start }), from.hash, former)) {
      await putBlobs(link, generation, code, key, loaded);
      keep((into) => keepCut(into, loaded.row.lastSeq));
      const answer = await link.append(loaded.row);
      switch (answer.is) {
        case 'taken':
          entries += loaded.entries;
          break;
        case 'have':
          break;
        case 'gap':
          if (answer.seq >= loaded.row.firstSeq || answer.seq < from.seq || answer.seq !== ends.seq)
            return { entries, restart: answer.seq };
          throw new HubFault('hub-broken');
        case 'forked':
          throw new Stopped('hub-desk-copied', { desk: ownCode });
        case 'closed':
          throw new Stopped('hub-desk-closed', { desk: ownCode });
        case 'malformed':
          throw new HubFault('hub-broken');
      }
      ends = loaded.ends;
      keep((into) => keepPushed(into, ends));
      await desk.breathe();
    }
    if (ends.seq !== centre().pushed.seq) keep((into) => keepPushed(into, ends));
    lookedUpTo = { seq: ends.seq, row: nothingAfter };
    return { entries };
  }

  async function putBlobs(
    link: HubLink,
    generation: string,
    code: string,
    key: CentreKey,
    { blobs }: LoadedRow,
  ): Promise<void> {
    for (const blob of blobs) {
      if (hasBlobThere(db, blob.sha256, generation)) continue;
      await link.putBlob(blob.sha256, sealedBlob({ centre: code, key, random: desk.random }, blob));
      keep((into) => keepBlobThere(into, blob.sha256, generation));
    }
  }

  /** Rows of desks that are gone, as they signed them, for a hub that was set up anew; opened there by two persons. */
  async function refill(link: HubLink, hello: Hello): Promise<void> {
    if (!hello.refill) return;
    for (const gone of knownDesks(db)) {
      const there = hello.desks.find((one) => one.uuid === gone.uuid);
      if (there === undefined) {
        const told = await link.tellGone(gone);
        if (told.is !== 'told') continue;
      }
      let seq = hello.heads.find((one) => one.kind === 'register' && one.desk === gone.uuid)?.seq ?? 0;
      for (let row = rowBehind(db, gone.uuid, seq); row !== undefined; row = rowBehind(db, gone.uuid, seq)) {
        const answer = await link.appendFor({ ...outsideOf(row), desk: gone.uuid });
        if (answer.is !== 'taken' && answer.is !== 'have') break;
        seq = row.lastSeq;
        await desk.breathe();
      }
    }
  }

  /** How much of the own register is not at the hub yet. */
  function outbox(): { readonly entries: number; readonly pushed: Pushed } {
    const { pushed } = centre();
    return { entries: Math.max(0, store.journal.head().deskSeq - pushed.seq), pushed };
  }

  /** What was held back of others' chains on one connection is tried again on the next. */
  function begin(): void {
    received.clear();
    stuck.clear();
  }

  return { meet, outbox, begin };
}

/** The disk, as the store met it. */
export class Troubled extends Error {
  readonly fault: Fault;
  constructor(trouble: Fault) {
    super(trouble.fault);
    this.fault = trouble;
  }
}

export { Stopped };

type Loaded = { readonly row: PulledRow; readonly load: Load };

/** Neighbours that are alike, together. */
function runsOf<T>(list: readonly T[], kindOf: (one: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const one of list) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && kindOf(last[0]) === kindOf(one)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

const firstKeyClaim = 'centre-key';
const mostRounds = 50;
const mostRestarts = 5;
const mostNotices = 50;
/** What stays told after the contact at which it was seen. */
const lastingCodes: ReadonlySet<string> = new Set(['hub-went-back', 'hub-set-up-anew', 'hub-number-taken']);

function falseRow(desk: string, { firstSeq }: PulledRow): Notice {
  return { code: 'hub-row-false', data: { desk, seq: firstSeq } };
}

/** Whether what a row says is what it stands for outside: its desk's entries from the first to the last, without a hole. */
function isWhole(row: PulledRow, { commits }: Load): boolean {
  const own = commits.filter((one) => one.desk === row.desk).flatMap((one) => one.entries);
  return (
    own.length === row.lastSeq - row.firstSeq + 1 &&
    own.every((entry, at) => entry.seq === row.firstSeq + at) &&
    own.at(-1)?.hash === row.head.toString('hex')
  );
}

type Outside = Omit<SealedRow, 'desk' | 'kind'>;

function outsideOf({
  firstSeq,
  lastSeq,
  prev,
  head,
  format,
  keyId,
  sig,
  body,
}: Outside): Outside & { kind: 'register' } {
  return { kind: 'register', firstSeq, lastSeq, prev, head, format, keyId, sig, body };
}
