import { type Fault, fault, isFault } from '../../../contract/base/fault.ts';
import type { CityPushed, CityState } from '../../../contract/centre/city/city.ts';
import { toCivilTime } from '../../../domain/base/civil-time.ts';
import { deskUuidOf } from '../../../store/safety/backup/new-desk.ts';
import type { CityCode } from '../../../exchange/city/code.ts';
import type { HubPlace } from '../../../exchange/hub/code.ts';
import { HubFault, type HubFaultCode, type HubLink } from '../../../exchange/hub/link.ts';
import {
  type KeptCity,
  casesOfToday,
  findCity,
  forgetCity,
  keepCity,
  refusedCases,
  refusedCount,
  restingKey,
  totalsThere,
  waitingCount,
} from '../../../store/centre/city/city.ts';
import { type Notice, centreKeys, isInCentre } from '../../../store/centre/hub/centre.ts';
import { noteBug, storeTroubled, toldInShort } from '../../core/bug.ts';
import type { KeepDecided } from '../../common/office/two-persons.ts';
import type { DeskContext } from '../../core/context.ts';
import type { CityWay } from '../../core/ports.ts';
import { Stopped, Troubled } from '../hub/ground.ts';
import { exchange, hubOf, sentences } from '../hub/service.ts';
import { keepOwn, lookAtAll } from './look.ts';
import { type CityPush, pushCity } from './push.ts';
import { settleWithHub, shareOwn, sharedSecret } from './share.ts';
import { cityWay } from './network.ts';

type WayFault = Fault<
  | 'city-away'
  | 'city-other-fingerprint'
  | 'city-certificate-expired'
  | 'city-not-encrypted'
  | 'city-no-entry'
  | 'city-refused'
  | 'city-other-version'
  | 'city-other-database'
  | 'city-full'
  | 'city-broken'
>;
export type CityTrouble =
  | WayFault
  | Fault<
      | 'city-unexpected'
      | 'city-hub-away'
      | 'city-not-joined'
      | 'city-practice-and-real'
      | 'city-desk-copied'
      | 'disk-full'
      | 'disk-failing'
      | 'store-gone'
      | 'store-damaged'
    >;

/** As the way to a PostgreSQL says it, and as it is told of a city. */
const wayFaults = {
  'hub-away': 'city-away',
  'hub-other-fingerprint': 'city-other-fingerprint',
  'hub-certificate-expired': 'city-certificate-expired',
  'hub-not-encrypted': 'city-not-encrypted',
  'hub-no-entry': 'city-no-entry',
  'hub-refused': 'city-refused',
  'hub-place-taken': 'city-full',
  'hub-other-version': 'city-other-version',
  'hub-other-centre': 'city-other-database',
  'hub-full': 'city-full',
  'hub-broken': 'city-broken',
} as const satisfies Record<HubFaultCode, WayFault['fault']>;

/** How this centre and its city stand to each other since the register was opened. */
type Standing = {
  trouble: CityTrouble | null;
  notices: readonly Notice[];
  logged: string | null;
  /** The last moment of the certificate that the city showed last, milliseconds since 1970; null before. */
  certificateUntil: number | null;
};
const standings = new WeakMap<object, Standing>();

function standingOf({ opening }: DeskContext): Standing {
  const known = standings.get(opening);
  if (known !== undefined) return known;
  const made: Standing = { trouble: null, notices: [], logged: null, certificateUntil: null };
  standings.set(opening, made);
  return made;
}

/** The last moment of the certificate that the city showed; null on an island of it, and before the first push since the register was opened. */
export function cityCertificateUntil(desk: DeskContext): number | null {
  return findCity(desk.store.db) === undefined ? null : standingOf(desk).certificateUntil;
}

function wayOf({ ports }: DeskContext): CityWay {
  return ports.city ?? cityWay;
}

function placeOf({ place }: Pick<KeptCity, 'place'>): HubPlace {
  return JSON.parse(place) as HubPlace;
}

function troubleOf(desk: DeskContext, error: unknown): CityTrouble {
  if (error instanceof HubFault) return fault(wayFaults[error.code], {});
  if (error instanceof Stopped)
    return error.notice.code.startsWith('hub-')
      ? fault('city-hub-away', {})
      : ({ fault: error.notice.code, data: error.notice.data } as CityTrouble);
  if (error instanceof Troubled) return error.fault as CityTrouble;
  if (desk.hasEnded()) return fault('city-away', {});
  const standing = standingOf(desk);
  const text = toldInShort(error);
  // What is tried again every few minutes is in the log once.
  if (standing.logged === text && standing.trouble !== null) return standing.trouble;
  standing.logged = text;
  return storeTroubled(desk, error) ?? fault('city-unexpected', { ref: noteBug(desk, 'city', error) });
}

/** In the turn that one desk of a centre has at a time, having taken in what the others told; an island needs none. */
async function inTurnOfCentre<T>(desk: DeskContext, work: (hub: HubLink | null) => Promise<T>): Promise<T> {
  if (!isInCentre(desk.store.db)) return work(null);
  const service = hubOf(desk);
  const { link } = service;
  if (link === null) throw new Stopped('hub-away');
  return link.turn(async () => {
    const met = await exchange(service, link);
    if (isFault(met)) throw new Stopped('hub-away');
    return work(link);
  });
}

/** How long one push may take: a centre's other desks wait for their turn meanwhile. */
const within = { island: 60_000, centre: 20_000 } as const;

/** Sends what is to be sent, now. One at a time. */
export async function pushNow(desk: DeskContext): Promise<CityPush | CityTrouble> {
  return desk.inTurn('city', async () => {
    const standing = standingOf(desk);
    try {
      if (isInCentre(desk.store.db)) await inTurnOfCentre(desk, async (hub) => hub && settleWithHub(desk, hub));
      // Before the turn, for it takes longest; what comes with the turn is looked at in it.
      const until = desk.ports.clock.now() + within.island;
      const isOver = () => desk.hasEnded() || desk.ports.clock.now() > until;
      await lookAtAll(desk, { today: desk.nowCivil().slice(0, 10), isOver });
      const pushed = await inTurnOfCentre(desk, async (hub) => {
        const kept = findCity(desk.store.db);
        if (kept === undefined) throw new Stopped('city-not-joined');
        if (kept.stopped !== null) throw new Stopped(kept.stopped.code, kept.stopped.data);
        const link = await wayOf(desk).openCity(placeOf(kept));
        standing.certificateUntil = link.certificateUntil ?? standing.certificateUntil;
        try {
          return await pushCity(desk, link, {
            within: hub === null ? within.island : within.centre,
            isWhole: hub === null,
          });
        } finally {
          await link.end();
        }
      });
      standing.trouble = null;
      standing.logged = null;
      standing.notices = pushed.notices;
      return pushed;
    } catch (error) {
      const trouble = troubleOf(desk, error);
      standing.trouble = trouble.fault === 'city-not-joined' ? null : trouble;
      return trouble;
    }
  });
}

type Refused = Fault<'city-code-unreadable' | 'city-code-used' | 'city-other-centre'>;

/** Joins with the code that the city's IT printed. Cases that were told keep their names, where this centre was there before. */
export async function joinCity(
  desk: DeskContext,
  text: string,
  keep?: KeepDecided,
): Promise<(CityPushed & { readonly centre: string }) | CityTrouble | Refused> {
  const code = await wayOf(desk).readCode(text);
  if (code === undefined) return fault('city-code-unreadable', {});
  if (desk.getOffice().unitCode !== code.centre) return fault('city-other-centre', { centre: code.centre });
  try {
    const refused = await desk.inTurn('city', () => inTurnOfCentre(desk, (hub) => enter(desk, code, hub, keep)));
    if (refused !== null) return refused;
  } catch (error) {
    return troubleOf(desk, error);
  }
  const pushed = await pushNow(desk);
  return isFault(pushed) ? pushed : { ...told(pushed), centre: code.centre };
}

async function enter(
  desk: DeskContext,
  code: CityCode,
  hub: HubLink | null,
  keep: KeepDecided | undefined,
): Promise<Fault<'city-code-used' | 'city-practice-and-real'> | null> {
  const way = wayOf(desk);
  const { db } = desk.store;
  // Who waits for the centre's key cannot read what lies at the hub, and would name its cases anew.
  if (hub !== null && centreKeys(db).length === 0) throw new Stopped('hub-away');
  const secret = await way.newSecret();
  try {
    await way.spendCode(code.place, secret);
  } catch (error) {
    if (error instanceof HubFault && error.code === 'hub-refused') return fault('city-code-used', {});
    throw error;
  }
  const place = { ...code.place, secret };
  const link = await way.openCity(place);
  try {
    if (!(await link.enter(deskUuidOf(db), desk.practice()))) return fault('city-practice-and-real', {});
  } finally {
    await link.end();
  }
  const before = findCity(db);
  const isSame = before?.centre === code.centre;
  const secretKey =
    (isSame ? before.secretKey : undefined) ??
    (hub === null ? undefined : await sharedSecret(desk, hub)) ??
    restingKey(db, code.centre) ??
    Buffer.from(desk.ports.random.bytes(32));
  const kept = {
    centre: code.centre,
    place: JSON.stringify(place),
    secretKey,
    turn: before?.turn ?? 0,
    joinedAt: Math.floor(desk.ports.clock.now() / 1000),
  };
  keepOwn(desk, (into) => keepCity(into, kept), keep);
  if (hub !== null) await shareOwn(desk, hub);
  return null;
}

/** The rest goes, then nothing more does; what is there stays, for it is in figures that were sent. */
export async function leaveCity(desk: DeskContext, keep?: KeepDecided): Promise<CityTrouble | null> {
  if (findCity(desk.store.db) === undefined) return fault('city-not-joined', {});
  const last = await pushNow(desk);
  if (isFault(last)) return last;
  return desk.inTurn('city', async () => {
    try {
      await inTurnOfCentre(desk, async (hub) => {
        const kept = findCity(desk.store.db);
        if (kept === undefined) return;
        const link = await wayOf(desk).openCity(placeOf(kept));
        try {
          await link.leave();
        } finally {
          await link.end();
        }
        keepOwn(desk, forgetCity, keep);
        if (hub !== null) await shareOwn(desk, hub);
      });
      return null;
    } catch (error) {
      return troubleOf(desk, error);
    }
  });
}

export function told({ notices, ...counts }: CityPush): CityPushed {
  return { ...counts, notices: notices.map(sentences) };
}

/** How it stands, for the screen; null where nobody joined a city. Nobody is asked for it. */
export function cityStateOf(desk: DeskContext): CityState | null {
  const { db } = desk.store;
  const kept = findCity(db);
  if (kept === undefined) return null;
  const { trouble: met, notices } = standingOf(desk);
  const trouble = kept.stopped ?? (met === null ? null : { code: met.fault, data: met.data as Notice['data'] });
  const waiting = waitingCount(db);
  const civil = (seconds: number | null) => (seconds === null ? null : toCivilTime(seconds * 1000));
  return {
    centre: kept.centre,
    address: placeOf(kept).addresses[0] ?? '',
    joinedAt: toCivilTime(kept.joinedAt * 1000),
    state:
      kept.stopped !== null
        ? 'stopped'
        : trouble !== null
          ? 'away'
          : kept.doneAt === null
            ? 'new'
            : waiting > 0
              ? 'waits'
              : 'sent',
    trouble: trouble === null ? null : sentences(trouble),
    notices: notices.map(sentences),
    lastContact: civil(kept.contactAt),
    lastPush: civil(kept.pushedAt),
    wholeAt: civil(kept.doneAt),
    today: casesOfToday(db, kept.looked),
    waiting,
    there: totalsThere(db).cases,
    refused: {
      count: refusedCount(db),
      first: refusedCases(db, 20).map(({ number, why }) => ({ number, why: sentences({ code: why, data: {} }) })),
    },
  };
}
