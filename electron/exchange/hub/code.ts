import { createHash } from 'node:crypto';

/** Where a hub is and as whom one comes to it. What is secret in it stands in a desk's encrypted file, and for once in a code. */
export type HubPlace = {
  /** `host:port`, in the order in which they are tried; each shows the same certificate. */
  readonly addresses: readonly string[];
  /** SHA-256 of its certificate, 64 hexadecimal digits. */
  readonly fingerprint: string;
  readonly database: string;
  readonly role: string;
  readonly secret: string;
};

/** What `desk hub enrol` prints and a counter scans once. */
export type EnrolmentCode = {
  readonly centre: string;
  readonly desk: string;
  readonly no: number;
  readonly place: HubPlace;
  /** X25519, 32 bytes raw: the half whose other the hub has. */
  readonly enrolPrivate: Buffer;
};

const mark = 'MCH1';

/** Letters, digits, `.`, `-` and `_` alone: it is typed, sent in a message and printed as a QR. */
export function writeCode({ centre, desk, no, place, enrolPrivate }: EnrolmentCode): string {
  return packCode(mark, enrolPrivate, place, [centre, desk, no]);
}

/**
 * A place with what else a code of that mark says.
 * @param secretBytes what stands as bytes behind the fingerprint; may be empty
 * @param first what stands before the place
 */
export function packCode(
  form: string,
  secretBytes: Uint8Array,
  place: HubPlace,
  first: readonly (string | number)[],
): string {
  const { addresses, fingerprint, database, role, secret } = place;
  const fields = [...first, addresses, database, role, secret];
  const bytes = Buffer.concat([Buffer.from(fingerprint, 'hex'), secretBytes, Buffer.from(JSON.stringify(fields))]);
  return `${form}.${Buffer.concat([bytes, checkOf(bytes)]).toString('base64url')}`;
}

/** One letter typed otherwise would be another desk, another key or another word, of which nobody hears until it is too late. */
function checkOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, checkBytes);
}

const checkBytes = 6;
/** What a person scans or copies is no longer. */
const mostLetters = 4000;

/** Undefined where it is no code, or not whole: copied with an end missing, say. */
export function readCode(text: string): EnrolmentCode | undefined {
  const read = unpackCode(mark, 32, 3, text);
  if (read === undefined) return undefined;
  const [centre, desk, no] = read.first;
  const isText = [centre, desk].every((one) => typeof one === 'string' && one !== '');
  if (!isText || !Number.isSafeInteger(no)) return undefined;
  return {
    centre: centre as string,
    desk: desk as string,
    no: no as number,
    place: read.place,
    enrolPrivate: read.secretBytes,
  };
}

/** What `packCode` packed, with so many bytes behind the fingerprint and so many fields before the place. */
export function unpackCode(
  form: string,
  secretLength: number,
  before: number,
  text: string,
): { readonly first: readonly unknown[]; readonly place: HubPlace; readonly secretBytes: Buffer } | undefined {
  const [found, packed, ...rest] = text.replaceAll(/\s/g, '').split('.');
  if (found !== form || packed === undefined || rest.length > 0 || packed.length > mostLetters) return undefined;
  const whole = Buffer.from(packed, 'base64url');
  const bytes = whole.subarray(0, -checkBytes);
  const isWhole = checkOf(bytes).equals(whole.subarray(-checkBytes));
  const begins = 32 + secretLength;
  if (bytes.length <= begins || whole.toString('base64url') !== packed || !isWhole) return undefined;
  const fields = jsonOf(bytes.subarray(begins).toString());
  if (!Array.isArray(fields) || fields.length !== before + 4) return undefined;
  const [addresses, database, role, secret] = fields.slice(before) as unknown[];
  const isText = [database, role, secret].every((one) => typeof one === 'string' && one !== '');
  const isPlaced =
    Array.isArray(addresses) && addresses.length > 0 && addresses.every((one) => typeof one === 'string');
  if (!isText || !isPlaced) return undefined;
  return {
    first: fields.slice(0, before) as unknown[],
    place: {
      addresses,
      fingerprint: bytes.subarray(0, 32).toString('hex'),
      database: database as string,
      role: role as string,
      secret: secret as string,
    },
    secretBytes: bytes.subarray(32, begins),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
