import { isFault } from '../../../../contract/base/fault.ts';
import type { ChainHead, Hello, HubLink, PulledRow } from '../../../../exchange/hub/link.ts';
import { type CentreKey, isSignedRow, openRow, rowFormat, signerOf } from '../../../../exchange/hub/seal.ts';
import { deskUuidOf } from '../../../../store/safety/backup/new-desk.ts';
import { missingContent } from '../../../../store/centre/content/content.ts';
import { type Commit, chainsHere, hasToldCases, headsHere } from '../../../../store/centre/exchange/commits.ts';
import type { ArrivedContent } from '../../../../store/centre/exchange/take-content.ts';
import { commonEntry, strangersMet } from '../../../../store/centre/exchange/go-on.ts';
import { type Notice, keepCut, keepRow, knownDesks } from '../../../../store/centre/hub/centre.ts';
import { isOwnStill } from '../../../../store/journal/journal.ts';
import { accountsTold, namedByOthers, namesTwice } from '../../../../store/common/office/accounts-told.ts';
import { settingsApart } from '../../../../store/common/office/everywhere.ts';
import { machinesHere } from '../../../../store/centre/hub/machine.ts';
import { type Ground, Stopped, Troubled, outsideOf } from '../ground.ts';
import { setApartTold } from '../set-apart.ts';
import { createMachine } from './machine.ts';
import { type Load, type NamedContent, openContent, readLoad, readPieces, runsOf } from './load.ts';

/** So many entries are written at once: some milliseconds, for somebody stands at the counter. */
const sliceEntries = 20;
/** At a desk where nobody has done anything yet: it is filled first. */
const fillEntries = 4000;
/** So much is asked for at once. */
const pageBytes = 2 * 1024 * 1024;

/** What comes from the hub: proven, opened, and taken in after all that it rests on. */
export function createIncoming(ground: Ground) {
  const { desk, store, db, received, stuck, keep, centre, keys: keysHere, leaveOut } = ground;
  const machine = createMachine(ground);
  const lacking = new Map<string, NamedContent>();
  /** Content that was looked for and is here: nothing takes it away, and each row names some. */
  const here = new Set<string>();
  /** What goes between two slices: what this desk says meanwhile waits for nobody's. */
  let between: () => Promise<void> = async () => undefined;
  /** What of the page that is being read is kept as it came. */
  const toKeep: Parameters<typeof keep>[0][] = [];
  /** What came of desks that this file was, all of it, until it is known where both part. */
  const ofStrangers = new Map<string, Commit[]>();
  let told = { at: '', is: false };
  /** What came and cannot be taken yet. */
  let waiting: readonly Commit[] = [];

  function have(): ChainHead[] {
    const own = deskUuidOf(db);
    const here = chainsHere(db).map(({ desk: uuid, seq, head }) => ({ desk: uuid, seq, head }));
    const known = new Map(here.map((one) => [one.desk, one]));
    // Compared from the beginning.
    for (const uuid of strangersMet(db)) known.delete(uuid);
    for (const [uuid, seq] of received)
      if (seq > (known.get(uuid)?.seq ?? 0)) known.set(uuid, { desk: uuid, seq, head: Buffer.alloc(32) });
    const registers = [...known.values()].map(({ desk: uuid, seq, head }) => ({
      desk: uuid,
      kind: 'register' as const,
      seq: uuid === own ? store.journal.head().deskSeq : seq,
      head,
    }));
    // What this machine told of itself never comes back.
    const machines = [...machinesHere(db), { desk: own, seq: Number.MAX_SAFE_INTEGER }];
    return [...registers, ...machines.map((one) => ({ ...one, kind: 'machine' as const, head: Buffer.alloc(32) }))];
  }

  type Came = { readonly entries: number; readonly again: boolean };

  /**
   * Takes in what lay at the hub when it was greeted. What comes while that is read is the next exchange's: where others tell without a pause, this one ends all the same.
   * @param meanwhile run between two slices
   */
  async function pull(link: HubLink, hello: Hello, notices: Notice[], meanwhile: () => Promise<void>): Promise<Came> {
    between = meanwhile;
    const keys = keysHere();
    let [entries, after, again] = [0, 0, false];
    if (keys.length === 0) return { entries, again };
    await fetchLacking(link, keys, notices);
    ofStrangers.clear();
    while (after < hello.pos) {
      const page = await link.pull(have(), after, pageBytes);
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.pos;
      const loads: Loaded[] = [];
      for (const row of page) {
        const load = await read(link, hello, row, keys, notices);
        if (load === 'unknown') again = true;
        else if (load !== undefined) loads.push({ row, load });
      }
      // One transaction a page: each asks the disk.
      const kept = toKeep.splice(0);
      if (kept.length > 0) keep((into) => kept.forEach((write) => write(into)));
      await fetchContent(
        link,
        loads.flatMap(({ load }) => load.content),
        keys,
        notices,
      );
      entries += await take(loads, notices);
    }
    for (const uuid of strangersMet(db)) entries += await settleWithStranger(uuid, notices);
    return { entries, again };
  }

  /** A row that was proven and opened; `unknown` where its desk joined meanwhile. What cannot be read leaves its chain where it is, and no other. */
  async function read(
    link: HubLink,
    hello: Hello,
    row: PulledRow,
    keys: readonly CentreKey[],
    notices: Notice[],
  ): Promise<Load | 'unknown' | undefined> {
    const { centre: code, desks } = hello;
    const { uuid, seed, code: ownCode } = centre();
    const out = (why: Notice): undefined => {
      leaveOut(row.desk, why, notices);
      return undefined;
    };
    if (row.kind === 'machine') machine.take(hello, row, keys);
    if (row.kind !== 'register' || stuck.has(row.desk)) return undefined;
    if (row.desk !== uuid && row.lastSeq <= (received.get(row.desk) ?? 0)) return undefined;
    const sender =
      row.desk === uuid
        ? { code: ownCode, publicKey: signerOf(seed) }
        : knownDesks(db).find((one) => one.uuid === row.desk);
    if (sender === undefined) return desks.some((one) => one.uuid === row.desk) ? out(falseRow('?', row)) : 'unknown';
    if (!isSignedRow(code, row, sender.publicKey)) return out(falseRow(sender.code, row));
    if (row.format > rowFormat) {
      // Nobody here reads it, and it is there for a hub that has to be filled again.
      if (row.desk !== uuid) keep((into) => keepRow(into, { ...outsideOf(row), uuid: row.desk }));
      return out({ code: 'hub-row-newer', data: { desk: sender.code } });
    }
    const key = keys.find(({ keyId }) => keyId === row.keyId);
    if (key === undefined) return out({ code: 'hub-row-other-key', data: { desk: sender.code } });
    const open = openRow(code, row, key);
    const said = open === undefined ? undefined : readLoad(open);
    if (said === undefined) return out(falseRow(sender.code, row));
    const load = 'parts' in said ? await readParts(link, code, said.parts, keys) : said;
    if (load === 'missing') return out({ code: 'hub-content-missing', data: { desk: sender.code } });
    if (load === undefined || !isWhole(row, load)) return out(falseRow(sender.code, row));
    toKeep.push((into) =>
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
      if (isHere({ kind, name })) {
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

  function isHere({ kind, name }: { readonly kind: NamedContent[0]; readonly name: string }): boolean {
    const text = `${kind} ${name}`;
    if (!here.has(text) && missingContent(db, [{ kind, name }]).length === 0) here.add(text);
    return here.has(text);
  }

  async function fetchLacking(link: HubLink, keys: readonly CentreKey[], notices: Notice[]): Promise<void> {
    if (lacking.size > 0) await fetchContent(link, [...lacking.values()], keys, notices);
  }

  /** In the order of the hub. What was brought anew after a hub was lost need not stand behind what its desk had seen: each waits for that. */
  async function take(loads: readonly Loaded[], notices: Notice[]): Promise<number> {
    let entries = 0;
    const back = new Map<string, readonly Commit[]>();
    const strangers = new Set(strangersMet(db));
    const isApart = (uuid: string): boolean => strangers.has(uuid) || isOwnStill(db, uuid);
    for (const run of runsOf(loads, ({ row }) => (isApart(row.desk) ? row.desk : ''))) {
      const of = run[0]?.row.desk ?? '';
      const told = run.flatMap(({ load }) => load.commits).filter((one) => one.desk === of);
      if (strangers.has(of)) ofStrangers.set(of, [...(ofStrangers.get(of) ?? []), ...told]);
      else if (isOwnStill(db, of)) {
        back.set(of, [...(back.get(of) ?? []), ...told]);
      } else entries += await takeOthers(run, notices);
      entries += await takeAllBack(back, notices);
    }
    return entries;
  }

  /** Of what this desk told itself what may stand now, and of others what waited for it, by turns; what is left is asked for again. */
  async function takeAllBack(back: Map<string, readonly Commit[]>, notices: Notice[]): Promise<number> {
    let entries = 0;
    for (let isMoving = true; isMoving;) {
      isMoving = false;
      for (const [of, commits] of back) {
        const ready = seenOf(commits);
        if (ready === 0) continue;
        isMoving = true;
        back.set(of, commits.slice(ready));
        entries += await takeBack(of, commits.slice(0, ready), notices);
        if (stuck.has(of)) back.delete(of);
      }
      if (isMoving) entries += await apply([], notices);
    }
    return entries;
  }

  /** How many of them, from the first, come after all that they had seen. */
  function seenOf(commits: readonly Commit[]): number {
    const heads = headsHere(db);
    const waits = commits.findIndex(({ entries }) =>
      entries.some(({ seen }) =>
        Object.entries(JSON.parse(seen ?? '{}') as Record<string, number>).some(
          ([uuid, seq]) => (heads[uuid] ?? 0) < seq,
        ),
      ),
    );
    return waits < 0 ? commits.length : waits;
  }

  async function takeOthers(loads: readonly Loaded[], notices: Notice[]): Promise<number> {
    // A desk tells what it was before, too, also where it spoke for itself here once: what it wrote and never brought, before its computer died, is nowhere else. It
    // has to follow that desk's chain; where that desk goes on otherwise, the fork is told.
    const strangers = new Set(strangersMet(db));
    const commits = loads.flatMap(({ load }) => load.commits);
    // What one of them told as whom this file was, before it went on under a name of its own.
    for (const one of commits.filter(({ desk: of }) => strangers.has(String(of))))
      ofStrangers.set(one.desk, [...(ofStrangers.get(one.desk) ?? []), one]);
    const own = new Set([...new Set(commits.map((one) => String(one.desk)))].filter((uuid) => isOwnStill(db, uuid)));
    const others = commits.filter(
      (one) => !strangers.has(String(one.desk)) && (!own.has(String(one.desk)) || isOfOthers(one)),
    );
    if (others.length === 0) return 0;
    for (const { row } of loads) received.set(row.desk, row.lastSeq);
    return apply(others, notices);
  }

  /** What this file told is here. What another file told since as a desk that this one was, too, is that one's. */
  function isOfOthers({ desk: of, entries }: Commit): boolean {
    const uuid = String(of);
    if (!isOwnStill(db, uuid)) return true;
    if (uuid === deskUuidOf(db) || !Array.isArray(entries)) return false;
    if ((entries.at(-1)?.seq ?? 0) <= (headsHere(db)[uuid] ?? 0)) return false;
    part(uuid);
    return true;
  }

  function part(uuid: string): void {
    const parted = store.partFrom(uuid);
    if (isFault(parted)) throw new Troubled(parted);
    desk.changed();
  }

  /**
   * All is there that came of a desk that this file was: up to the last entry that both have it is one past. What stands here behind that is told again under this desk's
   * own name, and what came behind it is another's. What could not be read yet may be the same: then nothing is decided.
   */
  async function settleWithStranger(uuid: string, notices: Notice[]): Promise<number> {
    const why = stuck.get(uuid)?.code;
    if (why !== undefined && why !== 'hub-row-false') return 0;
    const commits = ofStrangers.get(uuid) ?? [];
    const common = commonEntry(db, uuid, commits);
    const count = store.tellAgain(uuid, common);
    if (isFault(count)) throw new Troubled(count);
    desk.changed();
    // Where nobody went on as that desk, what is told again is only what had not been sent: no copy, and nothing that differs.
    const isApart = commits.some((one) => one.desk === uuid && one.entries.some(({ seq }) => seq > common));
    const code = isApart ? 'hub-told-again' : 'hub-unsent-told-again';
    if (count > 0) notices.push({ code, data: { before: codeOf(uuid), desk: centre().code, count } });
    return apply(commits, notices);
  }

  async function apply(others: readonly Commit[], notices: Notice[]): Promise<number> {
    const steps = store.applying(others, hasTold() ? sliceEntries : fillEntries);
    let step = steps.next();
    while (step.done !== true) {
      await desk.breathe();
      await between();
      step = steps.next();
    }
    const taken = step.value;
    if (isFault(taken)) throw new Troubled(taken);
    waiting = taken.waiting;
    for (const { desk: uuid, seq, why } of taken.refused) {
      if (why === 'too-many') received.delete(uuid);
      else leaveOut(uuid, { code: 'hub-entry-refused', data: { desk: codeOf(uuid), seq, why } }, notices);
    }
    if (taken.office === true) desk.changed();
    if (taken.people === true) notices.push(...peopleNotices());
    await desk.breathe();
    await between();
    return taken.entries;
  }

  /** Whether this desk told anything of cases: looked for anew once it has written again, or is another desk. */
  function hasTold(): boolean {
    const at = `${deskUuidOf(db)} ${store.journal.head().deskSeq}`;
    if (told.at !== at) told = { at, is: hasToldCases(db) };
    return told.is;
  }

  /** What this desk told before it was brought back from a copy: as itself, or as the one that it was until then. */
  async function takeBack(of: string, commits: readonly Commit[], notices: Notice[]): Promise<number> {
    const isSelf = of === deskUuidOf(db);
    if (commits.length === 0) return 0;
    const refused = (seq: number): number => {
      if (isSelf) throw new Stopped('hub-desk-copied', { desk: centre().code });
      leaveOut(of, { code: 'hub-entry-refused', data: { desk: codeOf(of), seq, why: 'own' } }, notices);
      return 0;
    };
    // Who has received since would stand before what they did not know: it is another's from here on.
    if (!isSelf && hasTold()) {
      part(of);
      return apply(commits, notices);
    }
    const back = store.takeBack(commits);
    if (isFault(back)) throw new Troubled(back);
    if ('forked' in back) return refused(back.forked);
    // A folder that was brought back, or one of which a copy wrote: whoever reads it knows which.
    if (isSelf && back.entries > 0)
      notices.push({ code: 'hub-own-came-back', data: { desk: centre().code, count: back.entries } });
    desk.changed();
    return back.entries;
  }

  function codeOf(uuid: string): string {
    if (uuid === deskUuidOf(db)) return centre().code;
    return knownDesks(db).find((one) => one.uuid === uuid)?.code ?? uuid.slice(-8);
  }

  /** What others told rests on entries that nobody brought: whose these are, and how many wait for them. */
  function waitingNotices(): Notice[] {
    const heads = headsHere(db);
    const lacked = waiting.flatMap(({ desk: of, entries: [first] }) => {
      const before = JSON.parse(first?.seen ?? '{}') as Record<string, number>;
      const wanted = Object.entries({ ...before, [of]: (first?.seq ?? 1) - 1 });
      return wanted.filter(([uuid, seq]) => (heads[uuid] ?? 0) < seq).map(([uuid]) => ({ uuid, of }));
    });
    // Of a desk whose own first entry waits for another's only that other is named.
    const roots = lacked.filter(({ uuid, of }) => uuid !== of && !lacked.some((one) => one.of === uuid));
    return [...Map.groupBy(roots, ({ uuid }) => uuid).keys()].map((uuid) => ({
      code: 'hub-waits-for-desk',
      data: { desk: codeOf(uuid), count: waiting.length },
    }));
  }

  /** What became of people and of the centre's settings that somebody has to look at. */
  function peopleNotices(): Notice[] {
    const { apart, waiting } = accountsTold(db, namedByOthers(db));
    const told = [
      ...apart.map(({ username, desks }) => ({
        code: 'hub-people-apart',
        data: { username, desk: desks.map(codeOf).join(', ') },
      })),
      ...waiting.map(({ username, role, desk: by }) => ({
        code: 'hub-role-waits',
        data: { username, role, desk: codeOf(by) },
      })),
      ...namesTwice(db).map(({ username, desk: by }) => ({
        code: 'hub-name-twice',
        data: { username, desk: codeOf(by) },
      })),
      ...settingsApart(db).map((one) => ({
        code: 'hub-settings-apart',
        data: { ...setApartTold(one), desk: codeOf(one.desks[0]), otherDesk: codeOf(one.desks[1]) },
      })),
    ];
    return told;
  }

  return { pull, peopleNotices, waitingNotices };
}

type Loaded = { readonly row: PulledRow; readonly load: Load };

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
