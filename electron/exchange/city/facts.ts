import { createHash, createHmac } from 'node:crypto';
import type { ToldCase } from './link.ts';

export const noHead = Buffer.alloc(32);

/** Sixteen bytes that tell nothing to who lacks the key, and are the same at every desk of a centre. */
export function caseKeyOf(key: Uint8Array, caseId: string): Buffer {
  return createHmac('sha256', key).update(`mot-cua-desk city case 1\n${caseId}`).digest().subarray(0, 16);
}

/** What a case comes to: two desks that tell the same of it come to the same. */
export function headOf(steps: ToldCase['steps'], cash: boolean): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([1, cash, steps]))
    .digest();
}

/** Five bytes of a head as a number: their sum over a centre says quickly whether two sides hold the same. */
export function markOf(head: Uint8Array): number {
  return Buffer.from(head.buffer, head.byteOffset, head.length).readUIntBE(0, 5);
}
