import { isDeskCode } from '../../../domain/base/numbering.ts';
import { type Claim, mostRowBytes, type SealedRow } from '../link.ts';

/** What a hub keeps to, beside its tables: `schema.ts` says the same in PostgreSQL's words, and a test holds one to the other. */

/** What desks and hub speak. Tables get newer without it (`schema.ts`), so that desks of the version before go on. */
export const hubVersion = 1;

/** A serial has seven digits, of which the last three are a desk's own. */
export const serialsEach = 1000;
export const highestDesk = 9_999;
/** Numbers are given up to this one, as high as a code can say: one that is asked for beyond it would leave the next desk no number above all. */
export const highestGiven = 999;
export const highestSerial = 9_999_999;

/** The serials that desk has of each day, from when it is enrolled and for ever. */
export function serialsOf(no: number): { readonly first: number; readonly last: number } {
  return { first: no * serialsEach, last: no * serialsEach + serialsEach - 1 };
}

/** Sealed content: a catalogue of a province is some 3 MiB. */
export const mostBlobBytes = 16 * 1024 * 1024;
export const mostGrantBytes = 4 * 1024;
/** Of one page; who asks for more gets this. */
export const mostPageBytes = 16 * 1024 * 1024;

export const noHash = Buffer.alloc(32);

const claimKind = /^[a-z][a-z-]{0,31}(:\P{Cc}{1,64})?$/u;

export function isClaim({ kind, first, last }: Omit<Claim, 'desk'>): boolean {
  const whole = Number.isSafeInteger(first) && Number.isSafeInteger(last);
  return claimKind.test(kind) && whole && first >= 0 && first <= last && last <= highestSerial;
}

/** The number that a desk of this code would like to have: that of Q3 is 3, so that a hub set up anew gives the numbers it gave. */
export function numberMeant(code: string): number | undefined {
  const digits = /^Q0*([1-9]\d{0,2})$/.exec(code)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A code that is given: Q0 and Q00 are none, for counters are counted from one. */
export function isGivenCode(code: string): boolean {
  return isDeskCode(code) && !/^Q0+$/.test(code);
}

/** What a desk of that number has from the day it is enrolled. */
export function firstClaims(no: number, code: string): readonly Claim[] {
  return [
    { kind: 'case', ...serialsOf(no), desk: no },
    { kind: `desk-code:${code}`, first: 0, last: 0, desk: no },
  ];
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

export function isKeyId(text: string): boolean {
  return /^[0-9A-Za-z._-]{1,64}$/.test(text);
}

export function isFormat(format: number): boolean {
  return Number.isSafeInteger(format) && format >= 1 && format <= 32_767;
}

export function isRow(row: SealedRow): boolean {
  const { kind, firstSeq, lastSeq, prev, head, format, keyId, sig, body } = row;
  const isPlaced =
    Number.isSafeInteger(firstSeq) && Number.isSafeInteger(lastSeq) && firstSeq >= 1 && firstSeq <= lastSeq;
  const isHashed = prev.length === 32 && head.length === 32 && sig.length === 64;
  const isSized = body.length >= 1 && body.length <= mostRowBytes;
  return (
    (kind === 'register' || kind === 'machine') && isPlaced && isHashed && isFormat(format) && isKeyId(keyId) && isSized
  );
}
