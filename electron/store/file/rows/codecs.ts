import { secondsOf, toCivilTime } from '../../../domain/base/civil-time.ts';

/** The civil time, +07:00, of whole seconds since 1970. */
export function civilOf(seconds: number): string {
  return toCivilTime(seconds * 1000);
}

/** The year in Vietnam of seconds since 1970. */
export function yearOf(seconds: number): number {
  return Number(civilOf(seconds).slice(0, 4));
}

export function civilOrNull(seconds: number | null): string | null {
  return seconds === null ? null : civilOf(seconds);
}

export function secondsOrNull(iso: string | null): number | null {
  return iso === null ? null : secondsOf(iso);
}

export const randomBytesOfId = 10;

/**
 * UUIDv7 (RFC 9562): the first 48 bits are milliseconds, so ids made later sort later and the index grows at its end.
 * @param now milliseconds since 1970
 * @param random ten random bytes
 */
export function uuidV7(now: number, random: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(now, 0, 6);
  for (let at = 0; at < 10; at += 1) bytes[at + 6] = random[at] ?? 0;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The sixteen bytes of a UUID, or undefined when the text is not one. */
export function findUuidBytes(text: string): Buffer | undefined {
  return shape.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex') : undefined;
}

/** `2026-11-23` as 20261123: small, and in order. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

/** `2026-11-23` of 20261123. */
export function dateOfNumber(day: number): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
