import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ReceiptToSign, receiptBytes, receiptDigits } from '../../../electron/domain/safety/proof/receipt-text.ts';
import { checkReceiptBy, readKeyFile } from '../../../electron/shell/verifier/check-receipt.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const ed25519 = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const keyId = createHash('sha256').update(ed25519).digest('hex').slice(0, 16);
const receipt: ReceiptToSign = {
  kind: 'received',
  number: 'H29.999-261123-0042',
  acceptedAt: '2026-11-23T15:12:00+07:00',
  dueAt: '2026-11-25T17:00:00+07:00',
  amount: 8000,
  head: 'ab'.repeat(16),
};

/** As the desk writes it, by another way than its own. */
function signedText(said: ReceiptToSign, under = privateKey): string {
  const bytes = receiptBytes(keyId, said);
  return receiptDigits(bytes, sign(null, Buffer.concat([Buffer.from('mot-cua-desk 1 receipt\n'), bytes]), under));
}

const keyFile = (change: Record<string, unknown> = {}, key: Record<string, unknown> = {}) => ({
  format: 'mot-cua-desk receipt keys 1',
  office: 'Phường Cát Lái',
  asOf: '2026-12-01T09:00:00+07:00',
  keys: [{ keyId, desk: 'a desk', ed25519: ed25519.toString('base64url'), stolenSince: null, ...key }],
  ended: [],
  ...change,
});

function verdictOf(text: string, file: object = keyFile()): string {
  const known = readKeyFile(JSON.stringify(file));
  if (known === undefined) throw new Error('the key file was read');
  const { verdict, vi, en } = checkReceiptBy(known, text);
  expect([vi, en].every((sentence) => sentence.length > 20 && !sentence.includes('{'))).toBe(true);
  return verdict;
}

const text = signedText(receipt);
const ended = (verdict: string) =>
  keyFile({ ended: [{ head: receipt.head, verdict, at: '2026-11-30T10:00:00+07:00' }] });
const stolen = keyFile({}, { stolenSince: '2026-11-20T00:00:00+07:00' });

test.each<[string, string, object?]>([
  ['genuine', text],
  ['genuine', ` ${text}\n`],
  ['superseded', text, ended('superseded')],
  ['void', text, ended('void')],
  ['stolen-key', text, stolen],
  ['altered', signedText(receipt, generateKeyPairSync('ed25519').privateKey)],
  ['altered', receiptDigits(receiptBytes(keyId, { ...receipt, amount: 0 }), Buffer.alloc(64, 7))],
  ['altered', text.slice(0, -1)],
  ['unknown-key', text, keyFile({ keys: [] })],
  // A key whose name is another's is none.
  ['unknown-key', text, keyFile({}, { ed25519: Buffer.alloc(32, 3).toString('base64url') })],
  ['unsigned', 'H29.999-261123-0042'],
  ['unreadable', text.slice(0, 100)],
  ['unreadable', ''],
])('%s', (verdict, scanned, file) => {
  expect(verdictOf(scanned, file)).toBe(verdict);
});

test('a key file is also what the command line answered, and nothing else is one', () => {
  expect(readKeyFile(JSON.stringify({ ok: true, value: keyFile() }))?.office).toBe('Phường Cát Lái');
  for (const none of [
    '',
    '{}',
    '[]',
    'null',
    ...[null, 'ab', {}, { head: 'ab', verdict: 'gone', at: '' }].map((one) =>
      JSON.stringify(keyFile({ ended: [one] })),
    ),
    '{"format":"mot-cua-desk receipt keys 2"}',
    JSON.stringify(keyFile({ keys: 1 })),
  ])
    expect(readKeyFile(none), none).toBeUndefined();
});
