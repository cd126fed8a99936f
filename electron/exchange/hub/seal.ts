import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHash,
  diffieHellman,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { privateKey, publicKey as publicHalf, rawPublic } from '../../disk/curve-keys.ts';
import { type RowKind, type SealedRow, mostRowBytes } from './link.ts';

/**
 * What leaves a desk for the hub, sealed and signed (docs/adr/0026-the-hub.md): AES-256-GCM under a key of the centre that the hub never has; all that stands
 * outside the seal is in the seal and in the signature. Pure: keys and random bytes are handed over.
 */

export type RandomBytes = (size: number) => Uint8Array;

/**
 * The highest form of a row that is read here, which a desk tells its hub. 1: sealed with the centre's first key. 2: with a later one. A form is written once every desk of
 * the centre has told that it reads it.
 */
export const rowFormat = 2;

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** What a body may be when it is unpacked: a row of a megabyte that swells beyond this is no row of ours. */
const mostOpenBytes = 64 * 1024 * 1024;

/** What a key of the centre is called by, outside it: sixteen digits of its hash. */
export function centreKeyId(key: Uint8Array): string {
  return createHash('sha256').update('mot-cua-desk hub 1 key\n').update(key).digest('hex').slice(0, 16);
}

/** Where a row stands: all of it but what is made when it is sealed. */
export type RowPlace = {
  readonly centre: string;
  readonly desk: string;
  readonly kind: RowKind;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly prev: Buffer;
  readonly head: Buffer;
};

type Outside = RowPlace & Pick<SealedRow, 'format' | 'keyId'>;

/** One text for one place: lengths are fixed or the list tells them apart, so no two places have the same. */
function outsideBytes({ centre, desk, kind, firstSeq, lastSeq, prev, head, format, keyId }: Outside): Buffer {
  const list = [centre, desk, kind, firstSeq, lastSeq, hex(prev), hex(head), format, keyId];
  return Buffer.from(`mot-cua-desk hub row 1\n${JSON.stringify(list)}`);
}

/** Packs a text, or its bytes, tight; what would not fit in a row is for whoever asked to part. */
export function packed(text: string | Uint8Array): Buffer {
  return deflateRawSync(text, { level: 6, memLevel: 8, strategy: constants.Z_DEFAULT_STRATEGY });
}

/** Undefined where it is not packed, or swells beyond any of ours. */
export function unpackedBytes(bytes: Uint8Array): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostOpenBytes });
  } catch {
    return undefined;
  }
}

/** As text; undefined where it is none. */
export function unpacked(bytes: Uint8Array): string | undefined {
  const open = unpackedBytes(bytes);
  return open === undefined ? undefined : textOfBytes(open);
}

export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many packed bytes a row holds. */
export const mostPackedBytes = mostRowBytes - nonceBytes - tagBytes;

export type CentreKey = { readonly keyId: string; readonly key: Uint8Array };

/** @param open the packed text of its commits, at most `mostPackedBytes` */
export function sealRow(
  place: RowPlace,
  open: Uint8Array,
  { keyId, key }: CentreKey,
  seed: Uint8Array,
  random: RandomBytes,
  format = 1,
): SealedRow {
  if (open.length > mostPackedBytes) throw new RangeError(`a row of ${open.length} bytes`);
  const { centre: _here, ...outside } = place;
  const unsigned = { ...outside, format, keyId };
  const about = outsideBytes({ ...place, format, keyId });
  const body = sealed(rowKey(key), open, about, random);
  return { ...unsigned, body, sig: sign(null, signedBytes(about, body), privateKey('ed25519', seed)) };
}

/** Whether the desk that it names signed it, for this centre, with what stands outside the seal as it stands there. */
export function isSignedRow(centre: string, row: SealedRow, publicKey: Uint8Array): boolean {
  if (publicKey.length !== keyBytes || row.sig.length !== 64) return false;
  try {
    const about = outsideBytes({ ...row, centre });
    return verify(null, signedBytes(about, row.body), publicHalf('ed25519', publicKey), row.sig);
  } catch {
    return false;
  }
}

/** The packed text of a row; undefined under another key, and of anything that was changed. */
export function openRow(centre: string, row: SealedRow, { keyId, key }: CentreKey): Buffer | undefined {
  if (row.keyId !== keyId || row.format > rowFormat) return undefined;
  return opened(rowKey(key), row.body, outsideBytes({ ...row, centre }));
}

/** Content under its name, which is the SHA-256 of its text: it is packed, and names the key by which it is sealed. */
export function sealBlob(
  centre: string,
  sha256: string,
  bytes: Uint8Array,
  { keyId, key }: CentreKey,
  random: RandomBytes,
): Buffer {
  const about = blobBytes(centre, sha256, keyId);
  return Buffer.concat([Buffer.from(keyId, 'hex'), sealed(blobKey(key), bytes, about, random)]);
}

export function blobKeyId(blob: Uint8Array): string {
  return hex(blob.subarray(0, 8));
}

/** Undefined under another key, under another name, and of anything that was changed. */
export function openBlob(
  centre: string,
  sha256: string,
  blob: Uint8Array,
  { keyId, key }: CentreKey,
): Buffer | undefined {
  if (blob.length < 8 + nonceBytes + tagBytes || blobKeyId(blob) !== keyId) return undefined;
  return opened(blobKey(key), blob.subarray(8), blobBytes(centre, sha256, keyId));
}

function blobBytes(centre: string, sha256: string, keyId: string): Buffer {
  return Buffer.from(`mot-cua-desk hub blob 1\n${JSON.stringify([centre, sha256, keyId])}`);
}

/** To whom a key of the centre goes. */
export type GrantPlace = {
  readonly centre: string;
  readonly desk: number;
  readonly enrolKey: Uint8Array;
  readonly keyId: string;
};

/** For one desk alone: an ephemeral key, then the centre's key under what both share. */
export function sealGrant(place: GrantPlace, key: Uint8Array, random: RandomBytes): Buffer {
  const own = privateKey('x25519', random(keyBytes));
  const sent = rawPublic(own);
  const about = grantBytes(place);
  const shared = sharedKey(own, place.enrolKey, sent, place.enrolKey);
  return Buffer.concat([sent, sealed(shared, key, about, random)]);
}

/** The centre's key out of a grant; undefined where it is not for this desk, or not the key that it is called by. */
export function openGrant(
  place: Omit<GrantPlace, 'enrolKey'>,
  secret: Uint8Array,
  box: Uint8Array,
): Buffer | undefined {
  if (box.length !== keyBytes + nonceBytes + keyBytes + tagBytes) return undefined;
  const own = privateKey('x25519', secret);
  const enrolKey = rawPublic(own);
  try {
    const sent = box.subarray(0, keyBytes);
    const key = opened(
      sharedKey(own, sent, sent, enrolKey),
      box.subarray(keyBytes),
      grantBytes({ ...place, enrolKey }),
    );
    return key !== undefined && centreKeyId(key) === place.keyId ? key : undefined;
  } catch {
    // A point of low order shares nothing.
    return undefined;
  }
}

/** A later key of the centre: what stands beside it is signed by the desk that gives it. */
export type LaterKey = CentreKey & {
  readonly number: number;
  readonly excluded: readonly string[];
  /** The key before it: whoever has not that one does not get this one either. */
  readonly under: CentreKey;
  /** To read with what lies at the hub, and to seal nothing with. */
  readonly readsOnly?: boolean;
};

/** A key in the place of one that somebody took along, as it lies in a grant once that is open: whose word it is, and the key under the one before. */
export type GivenKey = Pick<LaterKey, 'keyId' | 'number' | 'excluded'> & {
  readonly under: string;
  readonly giver: string;
  readonly readsOnly: boolean;
  readonly box: Buffer;
  readonly sig: Buffer;
};

/** The same as `sealGrant` for a later key: under the key before it as well, and signed by its giver, so that a hub makes none up. */
export function sealLater(
  place: Omit<GrantPlace, 'keyId'>,
  { keyId, key, number, excluded, under, readsOnly = false }: LaterKey,
  giver: { readonly desk: string; readonly seed: Uint8Array },
  random: RandomBytes,
): Buffer {
  const about = { ...place, keyId };
  const box = sealed(derived(under.key, Buffer.alloc(0), 'later'), key, laterBytes(about, under.keyId), random);
  const told = { keyId, number, excluded, under: under.keyId, giver: giver.desk, readsOnly, box: hex(box) };
  const sig = sign(null, Buffer.from(toldText(about, told)), privateKey('ed25519', giver.seed));
  const own = privateKey('x25519', random(keyBytes));
  const sent = rawPublic(own);
  const shared = sharedKey(own, place.enrolKey, sent, place.enrolKey);
  const text = Buffer.from(JSON.stringify({ ...told, sig: hex(sig) }));
  return Buffer.concat([sent, sealed(shared, text, grantBytes(about), random)]);
}

/** What a grant of a later key says; undefined where it is none, or for another desk. */
export function readLater(
  place: Omit<GrantPlace, 'enrolKey'>,
  secret: Uint8Array,
  grant: Uint8Array,
): GivenKey | undefined {
  const own = privateKey('x25519', secret);
  const enrolKey = rawPublic(own);
  try {
    const sent = grant.subarray(0, keyBytes);
    const shared = sharedKey(own, sent, sent, enrolKey);
    const text = opened(shared, grant.subarray(keyBytes), grantBytes({ ...place, enrolKey }));
    const said = JSON.parse(text?.toString('utf8') ?? 'null') as Record<string, unknown> | null;
    const { keyId, number, excluded, under, giver, readsOnly, box, sig } = said ?? {};
    if (keyId !== place.keyId || typeof under !== 'string' || typeof giver !== 'string') return undefined;
    if (!Number.isSafeInteger(number) || (number as number) < 1) return undefined;
    if (!Array.isArray(excluded) || !excluded.every((one) => typeof one === 'string')) return undefined;
    if (typeof box !== 'string' || typeof sig !== 'string') return undefined;
    const bytes = { box: Buffer.from(box, 'hex'), sig: Buffer.from(sig, 'hex') };
    return { keyId, number: number as number, excluded, under, giver, readsOnly: readsOnly === true, ...bytes };
  } catch {
    return undefined;
  }
}

/** The key itself: undefined where its giver did not sign it, under another key than that before it, and of anything that was changed. */
export function openLater(
  place: Omit<GrantPlace, 'keyId'>,
  { sig, box, ...said }: GivenKey,
  under: CentreKey,
  publicKey: Uint8Array,
): Buffer | undefined {
  const about = { ...place, keyId: said.keyId };
  try {
    const told = Buffer.from(toldText(about, { ...said, box: hex(box) }));
    if (said.under !== under.keyId || !verify(null, told, publicHalf('ed25519', publicKey), sig)) return undefined;
  } catch {
    return undefined;
  }
  const key = opened(derived(under.key, Buffer.alloc(0), 'later'), box, laterBytes(about, under.keyId));
  return key !== undefined && key.length === keyBytes && centreKeyId(key) === said.keyId ? key : undefined;
}

function laterBytes(place: GrantPlace, under: string): Buffer {
  return Buffer.concat([grantBytes(place), Buffer.from(`\n${under}`)]);
}

function toldText(
  { centre, desk, enrolKey }: GrantPlace,
  told: Omit<GivenKey, 'box' | 'sig'> & { readonly box: string },
): string {
  const { keyId, number, excluded, under, giver, readsOnly, box } = told;
  const list = [centre, desk, hex(enrolKey), keyId, number, excluded, under, giver, box];
  // A program that knows nothing of such a one would seal with it: to that one it is not signed.
  return `mot-cua-desk hub grant ${readsOnly ? 3 : 2}\n${JSON.stringify(list)}`;
}

function grantBytes({ centre, desk, enrolKey, keyId }: GrantPlace): Buffer {
  return Buffer.from(`mot-cua-desk hub grant 1\n${JSON.stringify([centre, desk, hex(enrolKey), keyId])}`);
}

function sharedKey(own: KeyObject, theirs: Uint8Array, sent: Uint8Array, to: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: publicHalf('x25519', theirs) });
  return derived(shared, Buffer.concat([sent, to]), 'grant');
}

/** Six digits that both desks show: whoever put another enrolment key between them would have to meet the same ones. */
export function enrolDigits(centre: string, desk: number, enrolKey: Uint8Array): string {
  const text = `mot-cua-desk hub enrol 1\n${JSON.stringify([centre, desk, hex(enrolKey)])}`;
  const number = createHash('sha256').update(text).digest().readUIntBE(0, 6);
  return String(number % 1_000_000).padStart(6, '0');
}

/** Six digits of the centre's own key: two desks that show the same are of one centre. */
export function centreDigits(keyId: string): string {
  const number = createHash('sha256').update(`mot-cua-desk hub centre 1\n${keyId}`).digest().readUIntBE(0, 6);
  return String(number % 1_000_000).padStart(6, '0');
}

/** The public half of what a desk signs its rows with. */
export function signerOf(seed: Uint8Array): Buffer {
  return rawPublic(privateKey('ed25519', seed));
}

export function enrolKeyOf(secret: Uint8Array): Buffer {
  return rawPublic(privateKey('x25519', secret));
}

function signedBytes(about: Uint8Array, body: Uint8Array): Buffer {
  return Buffer.concat([about, Buffer.from('\n'), createHash('sha256').update(body).digest()]);
}

function rowKey(key: Uint8Array): Buffer {
  return derived(key, Buffer.alloc(0), 'row');
}

function blobKey(key: Uint8Array): Buffer {
  return derived(key, Buffer.alloc(0), 'blob');
}

function derived(secret: Uint8Array, salt: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `mot-cua-desk hub 1 ${label}`, keyBytes));
}

function sealed(key: Uint8Array, plain: Uint8Array, about: Uint8Array, random: RandomBytes): Buffer {
  const nonce = random(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(about);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function opened(key: Uint8Array, text: Uint8Array, about: Uint8Array): Buffer | undefined {
  if (text.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, text.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(about);
  decipher.setAuthTag(text.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(text.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
