import { createHmac } from 'node:crypto';
import type { HubLink } from '../../../exchange/hub/link.ts';
import { type CentreKey, blobKeyId, openBlob, sealBlob } from '../../../exchange/hub/seal.ts';
import { type KeptCity, findCity, forgetCity, keepCity, noteCity } from '../../../store/centre/city/city.ts';
import { centreKeys, findCentre } from '../../../store/centre/hub/centre.ts';
import type { DeskContext } from '../../core/context.ts';
import { keepOwn } from './look.ts';

/**
 * A centre has one word at its city and one key for the names of its cases, whichever of its desks joined. They lie at the hub, sealed with the centre's key,
 * each joining and leaving under a name that only its desks can work out: the hub learns that something lies there.
 */

type Shared = {
  readonly turn: number;
  /** Null: the centre left its city. */
  readonly city: {
    readonly centre: string;
    readonly place: string;
    readonly secretKey: string;
    readonly joinedAt: number;
  } | null;
};

function nameOf({ key }: CentreKey, centre: string, turn: number): string {
  return createHmac('sha256', key)
    .update(`mot-cua-desk city link 1\n${JSON.stringify([centre, turn])}`)
    .digest('hex');
}

/** The newest of what lies at the hub, of that which is looked for; undefined where nothing does. */
async function newestShared(
  link: HubLink,
  centre: string,
  keys: readonly CentreKey[],
  isMeant: (one: Shared) => boolean = () => true,
): Promise<Shared | undefined> {
  let found: Shared | undefined;
  for (let turn = 1; turn < mostTurns; turn += 1) {
    const next = await sharedAt(link, centre, keys, turn);
    if (next === undefined) break;
    if (isMeant(next)) found = next;
  }
  return found;
}

/** As often as a centre may join and leave. */
const mostTurns = 1000;

async function sharedAt(
  link: HubLink,
  centre: string,
  keys: readonly CentreKey[],
  turn: number,
): Promise<Shared | undefined> {
  for (const key of keys) {
    const name = nameOf(key, centre, turn);
    const blob = await link.blob(name);
    if (blob === undefined || blobKeyId(blob) !== key.keyId) continue;
    const text = openBlob(centre, name, blob, key)?.toString();
    if (text !== undefined) return JSON.parse(text) as Shared;
  }
  return undefined;
}

async function put(desk: DeskContext, link: HubLink, centre: string, key: CentreKey, shared: Shared): Promise<void> {
  const name = nameOf(key, centre, shared.turn);
  const bytes = Buffer.from(JSON.stringify(shared));
  await link.putBlob(
    name,
    sealBlob(centre, name, bytes, key, (size) => desk.ports.random.bytes(size)),
  );
}

/** What this desk has and what its colleagues have become one: whoever joined or left last is right. In the turn of the hub. */
export async function settleWithHub(desk: DeskContext, link: HubLink): Promise<void> {
  const { db } = desk.store;
  const centre = findCentre(db)?.centre;
  const keys = centreKeys(db);
  const [newest] = keys;
  if (centre === undefined || newest === undefined) return;
  const own = findCity(db);
  const shared = await newestShared(link, centre, keys);
  if (shared === undefined) {
    if (own === undefined) return;
    // It joined as an island, or the hub was set up anew: from here on its colleagues know.
    keepOwn(desk, (into) => noteCity(into, { turn: 1 }));
    await put(desk, link, centre, newest, sharedOf(own, 1));
    return;
  }
  if (own?.turn === shared.turn || (own === undefined && shared.city === null)) return;
  const { city } = shared;
  keepOwn(desk, (into) => {
    if (city === null) forgetCity(into);
    else {
      const { secretKey, ...rest } = city;
      keepCity(into, { ...rest, turn: shared.turn, secretKey: Buffer.from(secretKey, 'hex') });
    }
  });
}

function sharedOf({ centre, place, secretKey, joinedAt }: KeptCity, turn: number): Shared {
  return { turn, city: { centre, place, secretKey: secretKey.toString('hex'), joinedAt } };
}

/** This desk joined or left just now: tells its colleagues, by the next turn. */
export async function shareOwn(desk: DeskContext, link: HubLink): Promise<void> {
  const { db } = desk.store;
  const centre = findCentre(db)?.centre;
  const keys = centreKeys(db);
  const [newest] = keys;
  if (centre === undefined || newest === undefined) return;
  const own = findCity(db);
  const turn = ((await newestShared(link, centre, keys))?.turn ?? 0) + 1;
  if (own !== undefined) keepOwn(desk, (into) => noteCity(into, { turn }));
  await put(desk, link, centre, newest, own === undefined ? { turn, city: null } : sharedOf(own, turn));
}

/** The key that cases are named by, of a centre that has one already: also of one that left since, whichever of its counters comes back. */
export async function sharedSecret(desk: DeskContext, link: HubLink): Promise<Buffer | undefined> {
  const { db } = desk.store;
  const centre = findCentre(db)?.centre;
  if (centre === undefined) return undefined;
  const shared = await newestShared(link, centre, centreKeys(db), ({ city }) => city !== null);
  return shared?.city ? Buffer.from(shared.city.secretKey, 'hex') : undefined;
}
