import type { Hello, HubDesk, HubLink } from '../../exchange/hub/link.ts';
import { type CentreKey, keyIdOf, openGrant, sealGrant } from '../../exchange/hub/seal.ts';
import { centreKeys, dropKey, keepGranted, keepKey, trustDesk, trusts } from '../../store/hub/centre.ts';
import type { Ground } from './ground.ts';

/** The centre's keys: who makes the first, who is given them, and by whose word. */
export function createKeys({ desk, db, keep, centre, keys: keysHere }: Ground) {
  async function passKeys(link: HubLink, hello: Hello, lettingIn: string | null): Promise<readonly HubDesk[]> {
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

  return { passKeys };
}

/** One desk alone has it: the hub says who is first. */
const firstKeyClaim = 'centre-key';
