import type { Claim, Grant, Hello, HubDesk, HubLink } from '../../../../exchange/hub/link.ts';
import {
  enrolKeyOf,
  centreKeyId,
  openGrant,
  openLater,
  readLater,
  sealGrant,
  sealLater,
  signerOf,
} from '../../../../exchange/hub/seal.ts';
import { chainsHere } from '../../../../store/centre/exchange/commits.ts';
import {
  type KeptKey,
  type Notice,
  centreKeys,
  dropKey,
  keepGranted,
  keepKey,
  knownDesks,
  takeUpKeys,
  trustDesk,
  trusts,
} from '../../../../store/centre/hub/centre.ts';
import { formatOfAll } from './format.ts';
import { type Ground, canGiveKey } from '../ground.ts';

/** The centre's keys: who makes the first, who makes another when somebody left, who is given them, and by whose word. */
export function createKeys({ desk, db, keep, centre, keys: keysHere, received, stuck }: Ground) {
  /** To colleagues whose digits nobody read here: which keys went, since this desk was opened. */
  const wentTo = new Map<string, string>();

  async function passKeys(link: HubLink, hello: Hello, notices: Notice[]): Promise<readonly HubDesk[]> {
    takeGrants(hello);
    const isAlone = !hello.desks.some((other) => canGiveKey(hello, other, centre().uuid));
    if (isAlone && keysHere().length === 0) keep(takeUpKeys);
    await makeFirstKey(link, hello);
    await makeLaterKey(link, hello, notices);
    const keys = keysHere().filter(({ madeHere }) => !madeHere);
    const letIn: HubDesk[] = [];
    if (keys.length > 0) for (const other of hello.desks) if (await grant(link, hello, other, keys)) letIn.push(other);
    return letIn;
  }

  const since = () => Math.floor(desk.now() / 1000);

  /**
   * The first key is believed by who has none, for people compare its digits; a later one where a colleague signed it, and under the one before. One that has left since may
   * have told much under its own before anybody else came: that is read with it, and nothing is sealed.
   */
  function takeGrants(hello: Hello): void {
    const { no, enrolSecret } = centre();
    const place = { centre: hello.centre, desk: no };
    if (keysHere().length === 0)
      for (const { keyId, sealed } of hello.grants) {
        const key = openGrant({ ...place, keyId }, enrolSecret, sealed);
        if (key !== undefined)
          keep((into) => keepKey(into, { ...taken, keyId, key, since: since(), number: 0, excluded: [], under: null }));
      }
    const later = hello.grants.flatMap(
      ({ keyId, sealed }) => readLater({ ...place, keyId }, enrolSecret, sealed) ?? [],
    );
    for (const given of later.toSorted((one, other) => one.number - other.number)) {
      const keys = centreKeys(db);
      const under = keys.find(({ keyId }) => keyId === given.under);
      const giver = giverOf(hello, given.giver);
      if (under === undefined || giver === undefined) continue;
      const readsOnly = given.readsOnly || !giver.isHere;
      // A program of before kept a later one as any other.
      const known = keys.find(({ keyId, number }) => keyId === given.keyId && number > 0);
      if (known !== undefined && (readsOnly || !known.readsOnly)) continue;
      const key = openLater({ ...place, enrolKey: enrolKeyOf(enrolSecret) }, given, under, giver.publicKey);
      const { keyId, number, excluded } = given;
      if (key === undefined || number <= under.number) continue;
      keep((into) =>
        keepKey(into, { ...taken, keyId, key, since: since(), number, excluded, under: under.keyId, readsOnly }),
      );
      readAgain();
    }
  }

  /** What could not be read for want of a key is asked for again, on this connection too. */
  function readAgain(): void {
    for (const [uuid, { code }] of stuck) {
      if (code !== 'hub-row-other-key') continue;
      stuck.delete(uuid);
      received.delete(uuid);
    }
  }

  /** The public half of a colleague as it was first met, and whether it is one still: by the word of one that has left nothing is sealed. */
  function giverOf(
    { desks }: Hello,
    uuid: string,
  ): { readonly publicKey: Buffer; readonly isHere: boolean } | undefined {
    // Of this desk's own giving: its folder was put back, or copied, since.
    if (uuid === centre().uuid) return { publicKey: signerOf(centre().seed), isHere: true };
    const known = knownDesks(db).find((one) => one.uuid === uuid);
    const isHere = desks.some((one) => one.uuid === uuid && one.closedAt === null);
    return known === undefined ? undefined : { publicKey: known.publicKey, isHere };
  }

  /**
   * The first desk of a centre makes its key. Who is first the hub says, by a claim that one desk alone has; the key is kept before it is claimed, so a desk that
   * is cut off between the two asks again with the same one.
   */
  async function makeFirstKey(link: HubLink, hello: Hello): Promise<void> {
    const { claims } = hello;
    const kept = centreKeys(db).filter(({ number }) => number === 0);
    const { no } = centre();
    const first = claims.find((one) => one.kind === keyClaim && one.first === 0);
    const own = kept.find(({ madeHere }) => madeHere);
    if (kept.some(({ madeHere }) => !madeHere)) {
      // A hub that was set up anew: the centre has its key.
      if (first === undefined) await link.claim({ kind: keyClaim, first: 0, last: 0 });
      return;
    }
    if (own === undefined && first !== undefined && first.desk !== no) return;
    if (own === undefined && first === undefined && !isKeyLost(hello)) return;
    const key = own?.key ?? Buffer.from(desk.random(32));
    await claimKey(
      link,
      own ?? { ...beginning, keyId: centreKeyId(key), key, since: since(), number: 0, excluded: [], under: null },
    );
  }

  /**
   * Who waited for the key before the hub was set up anew goes on waiting for those who have it: a second first key would be nobody else's. None is left where everybody
   * whom this desk met has come since, or is gone, and nobody had one.
   */
  function isKeyLost({ desks }: Hello): boolean {
    if (centre().generation === null) return true;
    const came = new Set(desks.map(({ uuid }) => uuid));
    return knownDesks(db).every(({ uuid }) => came.has(uuid));
  }

  /** Kept first, then claimed: one number is one desk's, so two that make a key at once have one between them. */
  async function claimKey(link: HubLink, made: KeptKey): Promise<void> {
    keep((into) => keepKey(into, made));
    const { number } = made;
    const claimed = await link.claim({ kind: keyClaim, first: number, last: number });
    keep((into) => {
      if (claimed.is === 'claimed') keepKey(into, { ...made, madeHere: false });
      else dropKey(into, made.keyId);
    });
  }

  /** After a desk left or was shut out: another key, which it never had, for what is written from now on. */
  async function makeLaterKey(link: HubLink, hello: Hello, notices: Notice[]): Promise<void> {
    const begun = centreKeys(db).find(({ madeHere, number }) => madeHere && number > 0);
    const [newest] = centreKeys(db).filter(({ madeHere, readsOnly }) => !madeHere && !readsOnly);
    if (newest === undefined) return;
    const gone = hello.desks.flatMap(({ uuid, closedAt }) => (uuid === null || closedAt === null ? [] : [uuid]));
    if (gone.every((uuid) => newest.excluded.includes(uuid))) return;
    if (formatOfAll(hello.desks) < 2) {
      const old = hello.desks.filter(({ uuid, closedAt, format }) => uuid !== null && closedAt === null && format < 2);
      notices.push({ code: 'hub-key-waits', data: { desk: old.map(({ code }) => code).join(', ') } });
      return;
    }
    const later = hello.claims.filter(({ kind, first }) => kind === keyClaim && first > newest.number);
    if (begun === undefined && later.some((one) => isWaitedFor(hello, one))) return;
    const number = begun?.number ?? Math.max(newest.number, ...later.map(({ first }) => first)) + 1;
    const key = begun?.key ?? Buffer.from(desk.random(32));
    const made = begun ?? {
      ...beginning,
      keyId: centreKeyId(key),
      key,
      since: since(),
      number,
      excluded: gone,
      under: newest.keyId,
    };
    await claimKey(link, made);
    const keys = centreKeys(db);
    const before = keys.find(({ keyId }) => keyId === made.under);
    if (before === undefined || !keys.some(({ keyId, madeHere }) => keyId === made.keyId && !madeHere)) return;
    // To itself too: what it tells from now on can be read by its own folder, put back from before or copied, and the two are told apart.
    const { no, uuid, seed, enrolSecret } = centre();
    const own = { centre: hello.centre, desk: no, enrolKey: enrolKeyOf(enrolSecret) };
    const sealed = sealLater(own, { ...made, under: before }, { desk: uuid, seed }, desk.random);
    await link.grant(no, { keyId: made.keyId, sealed });
  }

  /** A colleague makes one just now: it comes with its next contact. */
  function isWaitedFor({ desks }: Hello, { desk: maker }: Claim): boolean {
    return desks.some(({ no, closedAt }) => no === maker && closedAt === null) && maker !== centre().no;
  }

  /** A desk that nobody compared the six digits of gets nothing; only in a practice office they are let in as they come. */
  async function grant(link: HubLink, hello: Hello, other: HubDesk, keys: readonly KeptKey[]): Promise<boolean> {
    const { no } = centre();
    if (other.no === no || other.uuid === null || other.closedAt !== null) return false;
    let trust = trusts(db).find(({ enrolKey }) => enrolKey.equals(other.enrolKey));
    const isNew = trust === undefined;
    if (trust === undefined && !desk.isPractice()) {
      await pass(link, hello, other, keys);
      return false;
    }
    if (trust === undefined) {
      keep((into) => trustDesk(into, other.enrolKey, 'practice', since()));
      trust = { enrolKey: other.enrolKey, byWhom: 'practice', granted: null };
    }
    const granted = [hello.generation, other.format, ...keys.map(({ keyId }) => keyId)].join(' ');
    if (trust.granted === granted) return false;
    for (const one of keys) await give(link, hello, other, one, keys);
    keep((into) => keepGranted(into, other.enrolKey, granted));
    return isNew;
  }

  /** A colleague who has had a key of the centre, for its rows are sealed with it, gets what came after it: under that one, so nobody else is helped by it. */
  async function pass(link: HubLink, hello: Hello, other: HubDesk, keys: readonly KeptKey[]): Promise<void> {
    const later = keys.filter(({ under }) => under !== null);
    const went = [hello.generation, ...later.map(({ keyId }) => keyId)].join(' ');
    const name = other.enrolKey.toString('hex');
    if (later.length === 0 || other.format < 2 || wentTo.get(name) === went) return;
    if (!chainsHere(db).some(({ desk: uuid, seq }) => uuid === other.uuid && seq > 0)) return;
    for (const one of later) await give(link, hello, other, one, keys);
    wentTo.set(name, went);
  }

  async function give(
    link: HubLink,
    { centre: code }: Hello,
    other: HubDesk,
    { keyId, key, number, excluded, under, readsOnly }: KeptKey,
    keys: readonly KeptKey[],
  ): Promise<void> {
    const place = { centre: code, desk: other.no, enrolKey: other.enrolKey };
    const before = keys.find((one) => one.keyId === under);
    const { uuid, seed } = centre();
    const isLater = before !== undefined && other.format >= 2;
    // Whoever takes each key for one to seal with does not get this one.
    if (readsOnly && !isLater) return;
    const sealed: Grant['sealed'] = isLater
      ? sealLater(place, { keyId, key, number, excluded, under: before, readsOnly }, { desk: uuid, seed }, desk.random)
      : sealGrant({ ...place, keyId }, key, desk.random);
    await link.grant(other.no, { keyId, sealed });
  }

  return { passKeys };
}

/** One desk alone has each number of it: the hub says who was first. */
const keyClaim = 'centre-key';
const taken = { madeHere: false, readsOnly: false };
const beginning = { madeHere: true, readsOnly: false };
