import { setImmediate as turnOver } from 'node:timers/promises';
import { type Fault, type FaultCode, fault, faultSentence, isFault } from '../../contract/base/fault.ts';
import type { HubState, Synced } from '../../contract/hub/hub.ts';
import type { OfficeSettings } from '../../contract/office/office.ts';
import { mayCall } from '../../domain/office/call-roles.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { toCivilTime } from '../../domain/base/civil-time.ts';
import type { EnrolmentCode, HubPlace } from '../../exchange/hub/code.ts';
import { type Hello, type HubDesk, HubFault, type HubLink } from '../../exchange/hub/link.ts';
import { centreDigits, enrolDigits, enrolKeyOf } from '../../exchange/hub/seal.ts';
import { deskUuidOf } from '../../store/backup/new-desk.ts';
import { usedSpans } from '../../store/case/numbers.ts';
import { chainsHere, firstOwnAfter } from '../../store/exchange/commits.ts';
import { contradictionsToDecide } from '../../store/exchange/contradictions.ts';
import { uuidText, uuidV7 } from '../../store/file/codecs.ts';
import {
  type KeptCentre,
  type Notice,
  centreKeys,
  findCentre,
  forgetCentre,
  isInCentre,
  keepCentre,
  keepNotices,
  trustDesk,
  trusts,
} from '../../store/hub/centre.ts';
import { hasOtherDesks } from '../../store/journal/order.ts';
import type { Session } from '../core/client.ts';
import type { DeskContext } from '../core/context.ts';
import type { HubWay } from '../core/ports.ts';
import { type Courier, type Met, Stopped, Troubled, createCourier, doubtedClock } from './courier.ts';
import { hubWay } from './way.ts';

/** What goes wrong on the way, why a desk stopped, or the disk. */
type WayFault = Fault<
  | 'hub-away'
  | 'hub-other-fingerprint'
  | 'hub-certificate-expired'
  | 'hub-not-encrypted'
  | 'hub-refused'
  | 'hub-place-taken'
  | 'hub-other-version'
  | 'hub-other-centre'
  | 'hub-full'
  | 'hub-broken'
>;
export type HubTrouble =
  | WayFault
  | Fault<
      | 'hub-not-joined'
      | 'hub-code-used'
      | 'hub-desk-elsewhere'
      | 'hub-desk-copied'
      | 'hub-desk-restored'
      | 'hub-desk-closed'
      | 'hub-practice-and-real'
      | 'disk-full'
    >;

/** How this desk and its centre’s hub stand to each other now. */
type Standing = { state: HubState['state']; trouble: HubTrouble | null; hello: Hello | null };

/** The desk's side of the hub, one for each opening of a register. */
export type HubService = {
  readonly desk: DeskContext;
  readonly courier: Courier;
  readonly standing: Standing;
  /** An open connection, while the desk keeps one. */
  link: HubLink | null;
};

const services = new WeakMap<object, HubService>();

export function hubOf(desk: DeskContext): HubService {
  const known = services.get(desk.opening);
  if (known !== undefined) return known;
  const made: HubService = {
    desk,
    courier: createCourier({
      store: desk.store,
      now: () => desk.ports.clock.now(),
      random: (size) => desk.ports.random.bytes(size),
      isPractice: () => desk.practice(),
      breathe: () => turnOver(),
      changed: () => desk.forget(),
    }),
    standing: { state: 'connecting', trouble: null, hello: null },
    link: null,
  };
  services.set(desk.opening, made);
  return made;
}

function wayOf(desk: DeskContext): HubWay {
  return desk.ports.hub ?? hubWay;
}

export function placeOf({ place }: Pick<KeptCentre, 'place'>): HubPlace {
  return JSON.parse(place) as HubPlace;
}

export async function openHub(desk: DeskContext): Promise<HubLink> {
  const kept = findCentre(desk.store.db);
  if (kept === undefined) throw new Stopped('hub-not-joined');
  return wayOf(desk).openLink(placeOf(kept));
}

/** Why an exchange ended, as it is told; anything else is a bug and goes on up. */
export function troubleOf(error: unknown): HubTrouble {
  if (error instanceof HubFault) return fault(error.code, {});
  if (error instanceof Stopped) return { fault: error.notice.code, data: error.notice.data } as HubTrouble;
  if (error instanceof Troubled) return error.fault as HubTrouble;
  throw error;
}

/**
 * One exchange over an open connection, until nothing is left; and the numbers that the hub gave this desk are its block. One at a time.
 * @param lettingIn who answers for it that desks which wait are those they say; null: nobody is let in
 */
export async function exchange(
  service: HubService,
  link: HubLink,
  lettingIn: string | null,
): Promise<Met | HubTrouble> {
  const { desk, courier, standing } = service;
  return desk.inTurn('hub', async () => {
    try {
      const met = await courier.meet(link, {
        lettingIn,
        greeted: (hello) => settleNumbers(desk, hello),
      });
      standing.hello = met.hello;
      standing.state = 'connected';
      standing.trouble = null;
      desk.clock.heard(Math.abs(met.ahead) >= doubtedClock ? met.ahead : 0);
      return met;
    } catch (error) {
      const trouble = troubleOf(error);
      standing.trouble = trouble;
      standing.state = error instanceof Stopped ? 'stopped' : 'alone';
      return trouble;
    }
  });
}

/** Connects, exchanges and ends: what somebody asks for by hand. Over the connection that is open where there is one. */
export async function syncOnce(desk: DeskContext, lettingIn: string | null): Promise<Synced | HubTrouble> {
  const service = hubOf(desk);
  const met = await withLink(service, (link) => exchange(service, link, lettingIn));
  return isFault(met) ? met : synced(desk, met);
}

async function withLink<T>(service: HubService, work: (link: HubLink) => Promise<T>): Promise<T | HubTrouble> {
  const { desk, courier, standing } = service;
  if (service.link !== null) return work(service.link);
  let link: HubLink | undefined;
  try {
    if (!isInCentre(desk.store.db)) throw new Stopped('hub-not-joined');
    courier.begin();
    link = await openHub(desk);
    return await work(link);
  } catch (error) {
    const trouble = troubleOf(error);
    standing.trouble = trouble;
    standing.state = 'alone';
    return trouble;
  } finally {
    await link?.end();
  }
}

async function synced(desk: DeskContext, { pushed, pulled, notices, letIn, hello }: Met): Promise<Synced> {
  const { db } = desk.store;
  return {
    pushed,
    pulled,
    conflicts: contradictionsToDecide(db),
    stateHash: await desk.reader.read('stateHash', null),
    hasKey: centreKeys(db).length > 0,
    notices: notices.map(sentences),
    letIn: letIn.map(({ no, code, enrolKey }) => ({ no, code, digits: enrolDigits(hello.centre, no, enrolKey) })),
  };
}

export function sentences({ code, data }: Notice): { code: string; vi: string; en: string } {
  const known = code as FaultCode;
  return { code, vi: faultSentence(known, data, 'vi'), en: faultSentence(known, data, 'en') };
}

type Joined = Synced & { readonly centre: string; readonly desk: string; readonly no: number };

/** Joins with the code that IT printed, or joins again where the hub was set up anew or this register came back from a backup. */
export async function joinCentre(
  desk: DeskContext,
  text: string,
  lettingIn: string | null,
): Promise<Joined | HubTrouble | Fault<'hub-code-unreadable' | 'hub-already-joined'>> {
  const code = await wayOf(desk).readCode(text);
  if (code === undefined) return fault('hub-code-unreadable', {});
  const { db } = desk.store;
  const kept = findCentre(db);
  if (kept !== undefined && kept.centre !== code.centre) return fault('hub-already-joined', { centre: kept.centre });
  if (desk.getOffice().unitCode !== code.centre) return fault('hub-other-centre', {});
  const service = hubOf(desk);
  try {
    const refused = await desk.inTurn('hub', () => enter(desk, code, kept));
    if (refused !== null) return refused;
  } catch (error) {
    return troubleOf(error);
  }
  const done = await syncOnce(desk, lettingIn);
  if (isFault(done)) {
    // Somebody else came first with this code: there is nothing to keep.
    const isNobody = done.fault === 'hub-code-used' || done.fault === 'hub-desk-elsewhere';
    if (isNobody && kept === undefined) desk.store.keep(forgetCentre);
    return done;
  }
  service.standing.state = 'connecting';
  return { ...done, centre: code.centre, desk: code.desk, no: code.no };
}

/** The first coming: looks whom it meets, keeps what it comes with, and only then says who it is. */
async function enter(
  desk: DeskContext,
  code: EnrolmentCode,
  kept: KeptCentre | undefined,
): Promise<Fault<'hub-practice-and-real' | 'disk-full' | 'hub-code-used' | 'hub-other-centre'> | null> {
  const way = wayOf(desk);
  const service = hubOf(desk);
  await service.link?.end();
  service.link = null;
  // A code that this desk began with and did not come through with: its word may be spent already.
  const begun = kept !== undefined && kept.enrolSecret.equals(code.enrolPrivate) ? placeOf(kept) : undefined;
  const place = begun ?? { ...code.place, secret: await way.newSecret() };
  const { centre, desk: ownCode, no, enrolPrivate } = code;
  const isSame = kept?.uuid === deskUuidOf(desk.store.db);
  if (begun === undefined) await way.spendCode(code.place, place.secret);
  const link = await way.openLink(place);
  try {
    const hello = await link.hello();
    if (hello.centre !== centre) return fault('hub-other-centre', {});
    if (hello.claims.some(({ kind }) => kind === markOf(!desk.practice()))) return fault('hub-practice-and-real', {});
    if (kept === undefined && desk.practice() && !hasOtherDesks(desk.store.db)) {
      const named = desk.store.nameAnew(() => newUuid(desk));
      if (isFault(named)) return named;
      desk.forget();
    }
    const done = desk.store.keep((db) => {
      keepCentre(db, {
        centre,
        place: JSON.stringify(place),
        no,
        code: ownCode,
        uuid: deskUuidOf(db),
        seed: isSame ? kept.seed : Buffer.from(desk.ports.random.bytes(32)),
        enrolSecret: enrolPrivate,
        joinedAt: Math.floor(desk.ports.clock.now() / 1000),
      });
      if (kept !== undefined) keepNotices(db, []);
    });
    return isFault(done) ? done : null;
  } finally {
    await link.end();
  }
}

function newUuid({ ports }: DeskContext): string {
  return uuidText(uuidV7(ports.clock.now(), ports.random.bytes(10)));
}

/** Which kind of office a centre is, for whoever comes after: invented people and real ones never meet. */
function markOf(practice: boolean): string {
  return practice ? 'office:practice' : 'office:real';
}

/**
 * What the hub gave this desk is its own block from here on, and the other desks' are theirs. What it had used before is claimed, and where that is somebody else's it is
 * told. Nothing is written where it stands so already.
 */
async function settleNumbers(desk: DeskContext, { hello, link }: { hello: Hello; link: HubLink }): Promise<Notice[]> {
  const kept = findCentre(desk.store.db);
  const office = desk.findOffice();
  if (kept === undefined || office === undefined) return [];
  if (hello.claims.some(({ kind }) => kind === markOf(!desk.practice()))) throw new Stopped('hub-practice-and-real');
  const notices: Notice[] = [];
  const mine = blocksOf(hello, kept.no);
  if (mine.length === 0) return [];
  if (!hello.claims.some(({ kind }) => kind === markOf(desk.practice())))
    await link.claim({ kind: markOf(desk.practice()), first: 0, last: 0 });
  const isNew = office.desk.code !== kept.code || canonicalJson(office.desk.blocks) !== canonicalJson(mine);
  if (isNew) notices.push(...(await claimUsed(desk, office, hello, link)));
  const settings = settingsIn(office, hello, kept, mine);
  if (canonicalJson(settings) !== canonicalJson(office)) {
    const reason = `Trung tâm ${kept.centre}, quầy ${kept.code}`;
    const done = desk.store.write(null, desk.now(), (tx) =>
      tx.append({ kind: 'office' }, { type: 'settings-changed', settings, reason }),
    );
    if (isFault(done)) throw new Troubled(done);
    desk.forget();
  }
  return notices;
}

type Block = { readonly first: number; readonly last: number };

function blocksOf({ claims }: Hello, no: number): Block[] {
  const own = claims.filter((one) => one.kind === 'case' && one.desk === no && one.first >= 1000);
  // What a desk had used before it came is claimed beside its own thousand, and never given again.
  return own
    .filter(({ first, last }) => first === no * 1000 && last === first + 999)
    .map(({ first, last }) => ({ first, last }));
}

function settingsIn(office: OfficeSettings, hello: Hello, kept: KeptCentre, mine: readonly Block[]): OfficeSettings {
  const known = new Map(office.otherDesks.map((one) => [one.code, one]));
  const otherDesks = hello.desks
    .filter(({ no, closedAt }) => no !== kept.no && closedAt === null)
    .map(({ no, code }) => ({
      name: `Quầy ${code}`,
      ...known.get(code),
      code,
      blocks: blocksOf(hello, no),
    }))
    .slice(0, 50);
  return { ...office, desk: { ...office.desk, code: kept.code, blocks: [...mine] }, otherDesks };
}

/** Numbers of before are on paper: the hub is told, so that nobody else is given them; whose they are already is told here. */
async function claimUsed(desk: DeskContext, office: OfficeSettings, hello: Hello, link: HubLink): Promise<Notice[]> {
  const spans = office.desk.blocks.flatMap((block) => usedSpans(desk.store.db, block));
  const symbols = [office.receipts?.letters, office.receipts?.paper?.symbol].filter((one) => one !== undefined);
  const wanted = [
    ...spans.map(({ first, last }) => ({ kind: 'case', first, last, what: `${first}–${last}` })),
    // Practice offices have one invented symbol between them.
    ...(desk.practice() ? [] : symbols).map((symbol) => ({
      kind: `receipt:${symbol.toUpperCase()}`,
      first: 0,
      last: 0,
      what: symbol,
    })),
  ];
  const notices: Notice[] = [];
  for (const { what, ...claim } of wanted) {
    const claimed = await link.claim(claim);
    if (claimed.is === 'claimed') continue;
    const other = hello.desks.find(({ no }) => no === claimed.by.desk);
    notices.push({ code: 'hub-number-taken', data: { what, desk: other?.code ?? String(claimed.by.desk) } });
  }
  return notices;
}

/** A desk that waits is let in, by whoever read its six digits on its own screen. */
export async function approveDesk(
  desk: DeskContext,
  asked: { readonly no: number; readonly digits: string },
  byWhom: string,
): Promise<HubTrouble | Fault<'hub-desk-unknown' | 'hub-digits-differ'> | null> {
  const service = hubOf(desk);
  const kept = findCentre(desk.store.db);
  if (kept === undefined) return fault('hub-not-joined', {});
  const other = service.standing.hello?.desks.find(({ no }) => no === asked.no);
  if (other === undefined || other.uuid === null || other.no === kept.no || other.closedAt !== null)
    return fault('hub-desk-unknown', { no: asked.no });
  if (asked.digits.replaceAll(/\D/g, '') !== enrolDigits(kept.centre, other.no, other.enrolKey))
    return fault('hub-digits-differ', {});
  const done = desk.store.keep((db) =>
    trustDesk(db, other.enrolKey, byWhom, Math.floor(desk.ports.clock.now() / 1000)),
  );
  if (isFault(done)) return done;
  const met = await withLink(service, (link) => exchange(service, link, null));
  return isFault(met) ? met : null;
}

/** Up to the last entry, then out: its number and ranges stay spent, and what came stays here. */
export async function leaveCentre(desk: DeskContext): Promise<HubTrouble | null> {
  const service = hubOf(desk);
  const left = await withLink(service, async (link) => {
    const met = await exchange(service, link, null);
    if (isFault(met)) return met;
    await link.leave();
    return null;
  });
  if (left !== null) return left;
  await service.link?.end();
  service.link = null;
  const done = desk.store.keep(forgetCentre);
  if (isFault(done)) return done;
  service.standing.hello = null;
  return null;
}

/** How this desk stands to its centre, for the screen; null on an island. Nobody is asked for it. */
export function stateOf(desk: DeskContext): HubState | null {
  const { db } = desk.store;
  const kept = findCentre(db);
  if (kept === undefined) return null;
  const { standing, courier } = hubOf(desk);
  const [key] = centreKeys(db);
  const { entries, pushed } = courier.outbox();
  const since = entries === 0 ? undefined : firstOwnAfter(db, pushed.row);
  const here = new Map(chainsHere(db).map((one) => [one.desk, one.seq]));
  const trusted = trusts(db);
  const hello = standing.hello;
  const viewOf = (other: HubDesk): HubState['desks'][number] => {
    const isThis = other.no === kept.no;
    const isTrusted = trusted.some(({ enrolKey }) => enrolKey.equals(other.enrolKey));
    const there = hello?.heads.find((one) => one.kind === 'register' && one.desk === other.uuid)?.seq ?? 0;
    const waits = isThis ? key === undefined : !isTrusted && there === 0;
    const state = other.closedAt !== null ? 'closed' : other.uuid === null ? 'enrolled' : waits ? 'waiting' : 'joined';
    return {
      no: other.no,
      code: other.code,
      isThis,
      state,
      digits: state === 'waiting' ? enrolDigits(kept.centre, other.no, other.enrolKey) : null,
      lastSeen: other.lastSeen === null ? null : toCivilTime(other.lastSeen),
      there,
      here: here.get(other.uuid ?? '') ?? 0,
      numbers: hello === null ? [] : blocksOf(hello, other.no),
    };
  };
  const trouble =
    standing.trouble ?? (kept.stopped && ({ fault: kept.stopped.code, data: kept.stopped.data } as Fault));
  return {
    centre: kept.centre,
    address: placeOf(kept).addresses[0] ?? '',
    no: kept.no,
    code: kept.code,
    joinedAt: toCivilTime(kept.joinedAt * 1000),
    state: kept.stopped === null ? standing.state : 'stopped',
    trouble: trouble === null ? null : sentences({ code: trouble.fault, data: trouble.data as Notice['data'] }),
    notices: kept.notices.map(sentences),
    hasKey: key !== undefined,
    centreDigits: key === undefined ? null : centreDigits(key.keyId),
    ownDigits: enrolDigits(kept.centre, kept.no, enrolKeyOf(kept.enrolSecret)),
    lastContact: kept.contactAt === null ? null : toCivilTime(kept.contactAt * 1000),
    outbox: { entries, since: since === undefined ? null : toCivilTime(since * 1000) },
    desks: (hello?.desks ?? []).map(viewOf),
  };
}

/**
 * Who runs the exchange by hand answers for it that desks which wait are those they say: a keeper of the office; and of an office that is not sealed whoever has its
 * folder, for they have all that is in it.
 */
export function lettingInBy(desk: DeskContext, session: Session | null): string | null {
  if (session !== null && mayCall(session.role, 'keeper')) return session.username;
  return desk.vault === null ? (session?.username ?? 'command line') : null;
}
