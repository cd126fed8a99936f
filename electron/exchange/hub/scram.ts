import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const rounds = 4096;

/** What PostgreSQL keeps in the place of a word (RFC 5803), made here: the word itself is said to nobody and stands in no log. */
export function verifierOf(secret: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(secret, salt, rounds, 32, 'sha256');
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** 192 bits: nobody guesses it, so the few rounds of SCRAM are enough. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
