import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's scrypt setting: 128 MiB and about a third of a second here. Electron's BoringSSL has no Argon2. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const keyLength = 32;

/** Without a second factor 14 characters of four kinds (TCVN 14423:2026, known from a catalogue that quotes it). */
export const passwordMinimum = 14;

/** Whether a new password is strong enough to be set. */
export function isStrongPassword(password: string): boolean {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u];
  return [...password].length >= passwordMinimum && kinds.every((kind) => kind.test(password));
}

/** A PHC string that carries its own parameters, so they can be raised later. */
export async function hashPassword(password: string, salt: Uint8Array = randomBytes(16)): Promise<string> {
  const key = await derive(password, salt, cost);
  return `$scrypt$ln=17,r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(key)}`;
}

/** Whether the password is the one behind the PHC string; false for a string that is not one of ours. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc);
  if (parts === null) return false;
  const [, ln, r, p, salt, key] = parts as unknown as [string, string, string, string, string, string];
  const wanted = Buffer.from(key, 'base64');
  const parameters = { N: 2 ** Number(ln), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const derived = await derive(password, Buffer.from(salt, 'base64'), parameters);
  return derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

/** Spends the time of a check without an account, so that a wrong name takes as long as a wrong password. */
export async function wastePasswordTime(password: string): Promise<void> {
  await derive(password, Buffer.alloc(16), cost);
}

function derive(password: string, salt: Uint8Array, parameters: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, parameters, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
