/**
 * Whether this is the address of a machine in the office's own network or of this one: IPv4 as RFC 1918, RFC 3927 and loopback have them, in
 * plain decimals. No names, which somebody else could make point outside.
 */
export function isPrivateAddress(host: string): boolean {
  const parts = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(host);
  const [a = 0, b = 0, ...rest] = (parts ?? []).slice(1).map(Number);
  if (parts === null || [a, b, ...rest].some((part) => part > 255)) return false;
  if (a === 10 || a === 127) return true;
  return (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}
