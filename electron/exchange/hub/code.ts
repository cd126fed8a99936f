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
  const { addresses, fingerprint, database, role, secret } = place;
  const fields = [centre, desk, no, addresses, database, role, secret];
  const bytes = Buffer.concat([Buffer.from(fingerprint, 'hex'), enrolPrivate, Buffer.from(JSON.stringify(fields))]);
  return `${mark}.${Buffer.concat([bytes, checkOf(bytes)]).toString('base64url')}`;
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
  const [form, packed, ...rest] = text.replaceAll(/\s/g, '').split('.');
  if (form !== mark || packed === undefined || rest.length > 0 || packed.length > mostLetters) return undefined;
  const whole = Buffer.from(packed, 'base64url');
  const bytes = whole.subarray(0, -checkBytes);
  const isWhole = checkOf(bytes).equals(whole.subarray(-checkBytes));
  if (bytes.length <= 64 || whole.toString('base64url') !== packed || !isWhole) return undefined;
  const fields = jsonOf(bytes.subarray(64).toString());
  if (!Array.isArray(fields) || fields.length !== 7) return undefined;
  const [centre, desk, no, addresses, database, role, secret] = fields as unknown[];
  const isText = [centre, desk, database, role, secret].every((one) => typeof one === 'string' && one !== '');
  const isPlaced =
    Array.isArray(addresses) && addresses.length > 0 && addresses.every((one) => typeof one === 'string');
  if (!isText || !isPlaced || !Number.isSafeInteger(no)) return undefined;
  return {
    centre: centre as string,
    desk: desk as string,
    no: no as number,
    place: {
      addresses,
      fingerprint: bytes.subarray(0, 32).toString('hex'),
      database: database as string,
      role: role as string,
      secret: secret as string,
    },
    enrolPrivate: bytes.subarray(32, 64),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
