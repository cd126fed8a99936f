import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Client, newWindow } from '../../desk/core/session/client.ts';

/** Who may come in: the one who holds the printed link, once; from then on the cookie it was exchanged for. */
export type Entry = {
  readonly token: string;
  /** Whether this is the right one, used or not. */
  isToken(given: string | null): boolean;
  /** Exchanges the token for a cookie value; undefined for a wrong token, and for the right one the second time. */
  admit(token: string): string | undefined;
  /** The client whose cookie a request carries. */
  findClient(cookieHeader: string | undefined): Client | undefined;
  setCookie(value: string): string;
};

/** @param port stands in the cookie's name, because browsers send one cookie to every port of a host. */
export function createEntry(port: number): Entry {
  const cookieName = `desk-${port}`;
  const token = secret();
  const clients = new Map<string, Client>();
  let used = false;

  return {
    token,
    isToken: (given) => given !== null && same(given, token),
    admit(given) {
      if (used || !same(given, token)) return undefined;
      used = true;
      const value = secret();
      clients.set(value, newWindow());
      return value;
    },
    findClient(cookieHeader = '') {
      const values = cookieHeader
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${cookieName}=`))
        .map((pair) => pair.slice(cookieName.length + 1));
      return [...clients].find(([known]) => values.some((value) => same(value, known)))?.[1];
    },
    setCookie: (value) => `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
