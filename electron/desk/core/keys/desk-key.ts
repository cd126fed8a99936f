import { type Fault, isFault } from '../../../contract/base/fault.ts';
import {
  type ReceiptToSign,
  type SignedReceipt,
  receiptBytes,
  receiptDigits,
} from '../../../domain/safety/proof/receipt-text.ts';
import { isSignedBy, signerOf } from '../../../store/keys/primitives.ts';
import { deskKeyHalves, deskKeyId, findDeskSeed, keepDeskSeed } from '../../../store/safety/proof/desk-key.ts';
import type { Writer } from '../../../store/store.ts';
import type { DeskContext } from '../context.ts';
import { type StandingPersons, alone } from './standing.ts';

/** Gives the desk a key to sign with, and says its public half in the journal. */
export function giveDeskKey(
  tx: Writer,
  seed: Uint8Array,
  said: { readonly stolenSince?: string } = {},
  standing: StandingPersons = alone,
): void {
  const office = { kind: 'office' } as const;
  keepDeskSeed(tx.db, seed);
  tx.append(office, standing.stood(office, { type: 'desk-key', ...deskKeyHalves(seed), ...said }));
}

/** What the desk signs with. A register from before receipts were signed, or one that came back from a backup, draws a key when it first has something to sign. */
export function deskSeed(desk: Pick<DeskContext, 'store' | 'ports' | 'clock'>): Uint8Array | Fault<'disk-full'> {
  const known = findDeskSeed(desk.store.db);
  if (known !== undefined) return known;
  const seed = desk.ports.random.bytes(32);
  const done = desk.store.write(null, desk.clock.dated(), (tx) => giveDeskKey(tx, seed));
  return isFault(done) ? done : seed;
}

/** Which key, and its signature: what the entry of a paper keeps, for the rest of its square stands in the journal already. base64url. */
export function signReceipt(seed: Uint8Array, receipt: ReceiptToSign): string {
  const { ed25519, sign } = signerOf(seed);
  const keyId = deskKeyId(ed25519);
  return keptSignature(keyId, sign(signedBytes(receiptBytes(keyId, receipt))));
}

/** As it stands in the entry of a paper. */
export function keptSignature(keyId: string, signature: Uint8Array): string {
  return Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64url');
}

export function isSignedReceipt(ed25519: Uint8Array, { signed, signature }: SignedReceipt): boolean {
  return isSignedBy(ed25519, signedBytes(signed), signature);
}

/** The square as it is printed, from what was kept of it. */
export function squareOf(receipt: ReceiptToSign, kept: string): string {
  const bytes = Buffer.from(kept, 'base64url');
  return receiptDigits(receiptBytes(bytes.subarray(0, 8).toString('hex'), receipt), bytes.subarray(8));
}

const label = Buffer.from('mot-cua-desk 1 receipt\n');

/** A key that signs receipts signs other things too; the label keeps them apart. */
function signedBytes(receipt: Uint8Array): Buffer {
  return Buffer.concat([label, receipt]);
}
