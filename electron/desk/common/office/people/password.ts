import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { passwordCost } from '../../../../store/keys/slots.ts';

/** Electron's BoringSSL has no Argon2. How dear one guess is: `passwordCost`. */
const maxmem = 256 * 1024 * 1024;
const keyLength = 32;

/** Wrong passwords in a row, and the second of the last one. */
export type Failures = { readonly failures: number; readonly lastFailureAt: number | null };

/** After each failure the wait doubles, from one second to a minute; an open office keeps them in the file, so a restart does not help. */
export function waitSeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(60, 2 ** (failures - 1));
}

/** Seconds still to wait. A failure later than now was dated by a clock that has been put right since: it shuts nobody out. */
export function remainingWait({ failures, lastFailureAt }: Failures, now: number): number {
  if (lastFailureAt === null || lastFailureAt > now) return 0;
  return Math.max(0, lastFailureAt + waitSeconds(failures) - now);
}

/** A PHC string that carries its own parameters, so they can be raised later. */
export async function hashPassword(
  password: string,
  practice: boolean,
  salt: Uint8Array = randomBytes(16),
): Promise<string> {
  const { ln, r, p } = passwordCost(practice);
  const key = await derive(password, salt, { ln, r, p });
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(key)}`;
}

/** What a PHC string of ours holds; undefined for another. */
export function readHash(phc: string): { ln: number; r: number; p: number; salt: Buffer; key: Buffer } | undefined {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc);
  if (parts === null) return undefined;
  const [, ln, r, p, salt, key] = parts as unknown as [string, string, string, string, string, string];
  const [saltBytes, keyBytes] = [Buffer.from(salt, 'base64'), Buffer.from(key, 'base64')];
  return { ln: Number(ln), r: Number(r), p: Number(p), salt: saltBytes, key: keyBytes };
}

/** Whether the password is the one behind the PHC string; false for a string that is not one of ours. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const kept = readHash(phc);
  if (kept === undefined) return false;
  const { ln, r, p, salt, key: wanted } = kept;
  const derived = await derive(password, salt, { ln, r, p });
  return derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

/** Spends the time of a check without an account, so that a wrong name takes as long as a wrong password. */
export async function wastePasswordTime(password: string, practice: boolean): Promise<void> {
  await derive(password, Buffer.alloc(16), passwordCost(practice));
}

function derive(
  password: string,
  salt: Uint8Array,
  { ln, r, p }: { readonly ln: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, { N: 2 ** ln, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
