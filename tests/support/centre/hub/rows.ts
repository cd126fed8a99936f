import { createHash } from 'node:crypto';
import { type ChainHead, HubFault, type SealedRow } from '../../../../electron/exchange/hub/link.ts';

/** Rows as a desk would bring them, but for what is in them: a hub reads none of it. */

export const enrolKey = Buffer.alloc(32, 1);

export function uuidOf(no: number): string {
  return `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
}

export function publicKeyOf(no: number): Buffer {
  return Buffer.alloc(32, no);
}

export function hashOf(...words: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(words.join('.')).digest();
}

/** The row of a desk's register that follows this one, of so many entries. */
export function rowAfter(before: SealedRow | undefined, no: number, entries: number, bytes = 100): SealedRow {
  const firstSeq = (before?.lastSeq ?? 0) + 1;
  const lastSeq = firstSeq + entries - 1;
  return {
    desk: uuidOf(no),
    kind: before?.kind ?? 'register',
    firstSeq,
    lastSeq,
    prev: before?.head ?? Buffer.alloc(32),
    head: hashOf('entry', no, lastSeq),
    format: 1,
    keyId: 'k1',
    sig: Buffer.alloc(64, no),
    body: Buffer.alloc(bytes, lastSeq),
  };
}

/** What a desk has of a chain once it holds that row. */
export function heldBy({ desk, kind, lastSeq, head }: SealedRow): ChainHead {
  return { desk, kind, seq: lastSeq, head };
}

/** The code of the fault that it throws, `none` where it answers. */
export function faultOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => 'none',
    (error: unknown) => (error instanceof HubFault ? error.code : String(error)),
  );
}
