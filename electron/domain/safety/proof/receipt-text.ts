import type { CivilTime } from '../../../contract/base/values.ts';
import { civilTime, findMoment, msPerDay, msPerMinute } from '../../base/civil-time.ts';

/**
 * What the signed square of a receipt (Mẫu 01) says, and how it is written in digits alone: a scanner that types through an input method changes letters and
 * never digits. No name, no procedure, no number of a person (docs/adr/0022-signed-receipts.md). The bytes are fixed for good: there are papers.
 *
 *     1  version, 1         8  which key            1  kind of receipt    1  length of the number     n  the number, ASCII
 *     4  received           4  promised             5  đồng to be paid   16  hash of the entry it comes from     64  Ed25519 over all before it
 *
 * Moments are minutes since 2000-01-01T00:00+07:00; all ones for what is not there. The whole is one large number, written with decimal digits.
 */

export const signedKinds = ['received', 'supplemented', 'corrected', 'verification-needed'] as const;
/** The act that made it: reception, the file completed, a wrong receipt issued again, a promise moved by verification. */
export type SignedKind = (typeof signedKinds)[number];

export type ReceiptToSign = {
  readonly kind: SignedKind;
  /** As printed. */
  readonly number: string;
  /** Civil, cut to the minute as the paper says it. */
  readonly acceptedAt: CivilTime;
  readonly dueAt: CivilTime | null;
  /** Đồng to be paid as the paper says it; null where a fee has no amount yet. */
  readonly amount: number | null;
  /** The first 32 hexadecimal digits of the hash of the entry it comes from. */
  readonly head: string;
};

export type SignedReceipt = ReceiptToSign & {
  /** 16 hexadecimal digits: the beginning of SHA-256 over the public key. */
  readonly keyId: string;
  /** What the signature covers. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
};

const version = 1;
const keyBytes = 8;
const headBytes = 16;
const signatureBytes = 64;
const mostOfNumber = 40;
const noMoment = 0xffffffff;
const noAmount = 0xffffffffff;
/** 2000-01-01 in days since 1970. */
const firstDay = 10_957;

/** Everything but the signature. Throws on what does not fit: a number that is no ASCII, or longer than forty signs. */
export function receiptBytes(keyId: string, receipt: ReceiptToSign): Uint8Array {
  const { kind, number, acceptedAt, dueAt, amount, head } = receipt;
  if (!/^[ -~]{1,40}$/.test(number)) throw new RangeError('a number on a receipt is up to forty signs of ASCII');
  return Uint8Array.from([
    version,
    ...hexBytes(keyId, keyBytes),
    signedKinds.indexOf(kind) + 1,
    number.length,
    ...[...number].map((sign) => sign.charCodeAt(0)),
    ...wholeBytes(minutesOf(acceptedAt), 4),
    ...wholeBytes(dueAt === null ? noMoment : minutesOf(dueAt), 4),
    ...wholeBytes(amount ?? noAmount, 5),
    ...hexBytes(head, headBytes),
  ]);
}

/** As it stands in the square. */
export function receiptDigits(signed: Uint8Array, signature: Uint8Array): string {
  let whole = 0n;
  for (const byte of [...signed, ...signature]) whole = whole * 256n + BigInt(byte);
  return whole.toString();
}

/** How many digits the shortest and the longest receipt has. */
const digitsShape = /^\d{240,370}$/;

/** Whether a text may be the square of a receipt at all. */
export function isReceiptText(text: string): boolean {
  return digitsShape.test(text);
}

/** Undefined for what is no such text: too short, cut, of a later version, or of fields that do not come out even. */
export function readReceiptText(text: string): SignedReceipt | undefined {
  if (!isReceiptText(text)) return undefined;
  const bytes = bytesOf(BigInt(text));
  const signed = bytes.subarray(0, -signatureBytes);
  const length = signed[2 + keyBytes] ?? 0;
  const kind = signedKinds[(signed[1 + keyBytes] ?? 0) - 1];
  const behind = 3 + keyBytes + length;
  const isWhole = signed.length === behind + 13 + headBytes;
  if (signed[0] !== version || kind === undefined || !isWhole || length === 0 || length > mostOfNumber)
    return undefined;
  const number = String.fromCharCode(...signed.subarray(3 + keyBytes, behind));
  const [accepted, due] = [wholeAt(signed, behind, 4), wholeAt(signed, behind + 4, 4)];
  const amount = wholeAt(signed, behind + 8, 5);
  if (!/^[ -~]+$/.test(number) || accepted === noMoment) return undefined;
  return {
    keyId: hexOf(signed.subarray(1, 1 + keyBytes)),
    kind,
    number,
    acceptedAt: civilOf(accepted),
    dueAt: due === noMoment ? null : civilOf(due),
    amount: amount === noAmount ? null : amount,
    head: hexOf(signed.subarray(-headBytes)),
    signed,
    signature: bytes.subarray(-signatureBytes),
  };
}

function minutesOf(civil: string): number {
  const moment = findMoment(civil);
  if (moment === undefined) throw new RangeError('a receipt tells a moment');
  return ((moment.day - firstDay) * msPerDay) / msPerMinute + Math.floor(moment.msOfDay / msPerMinute);
}

function civilOf(minutes: number): CivilTime {
  const aDay = msPerDay / msPerMinute;
  return civilTime(firstDay + Math.floor(minutes / aDay), (minutes % aDay) * msPerMinute);
}

function bytesOf(whole: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let left = whole; left > 0n; left /= 256n) bytes.push(Number(left % 256n));
  return Uint8Array.from(bytes.toReversed());
}

function wholeBytes(value: number, length: number): number[] {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** length) throw new RangeError('out of bounds');
  return Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) % 256);
}

function wholeAt(bytes: Uint8Array, from: number, length: number): number {
  return bytes.subarray(from, from + length).reduce((whole, byte) => whole * 256 + byte, 0);
}

function hexBytes(hex: string, length: number): number[] {
  if (hex.length !== 2 * length || !/^[0-9a-f]+$/.test(hex)) throw new RangeError(`${length} bytes in hex`);
  return Array.from({ length }, (_, at) => parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
