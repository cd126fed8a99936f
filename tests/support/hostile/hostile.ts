import { seeded } from '../data/seeded.ts';

/** How much is tried: what CI has seconds for, times `FUZZ`; from another seed by `FUZZ_FROM`. */
export const fuzzTimes = Number(process.env['FUZZ'] ?? 1);
export const fuzzFrom = Number(process.env['FUZZ_FROM'] ?? 1);

/** A draw of whole numbers below `end`, the same for the same seed. */
export type Draw = (end: number) => number;

export const drawOf: (seed: number) => Draw = seeded;

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

/** What no field was made for. Made anew each time: some of it is large. */
const hostile: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 1e308,
  () => 2 ** 53,
  () => '',
  () => ' \u00a0\u2003 ',
  () => '\0',
  () => '\ud800',
  () => '\u202eABC',
  () => '\u{10ffff}'.repeat(50),
  () => 'a\u0301'.repeat(400),
  () => 'A'.repeat(300_000),
  () => '9'.repeat(40),
  () => '../../../etc/passwd',
  () => 'C:\\Windows\\con',
  () => "'; DROP TABLE journal; --",
  () => '=HYPERLINK("http://x";"y")',
  () => '%s%n%x{{7*7}}${7*7}',
  () => '<img src=x onerror=alert(1)>',
  () => `${' '.repeat(60_000)}x`,
  () => '(a+)+$'.repeat(200),
  () => '2026-02-30T25:61:61+99:99',
  () => '0000-00-00',
  () => '__proto__',
  () => JSON.parse('{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}') as unknown,
  () => ({ toString: 'x', valueOf: 'y', toJSON: 'z' }),
  () => ({ length: 1e9 }),
  () => Array.from({ length: 20_000 }, () => ({})),
  () => Array.from({ length: 20_000 }, (_, at) => String(at)),
  () => Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, at])),
  () => nested(2000),
  () => true,
  () => [[[[]]]],
];

function hostileValue(draw: Draw): unknown {
  return hostile[draw(hostile.length)]?.();
}

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function placesIn(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    const holder = value as Record<string, unknown>;
    found.push({ holder, key });
    if (found.length < 500) placesIn(holder[key], found);
  }
  return found;
}

/** The same with one to three of its fields changed into something hostile, left out, or joined by one that nobody knows. */
export function mutated(sample: unknown, draw: Draw): unknown {
  if (draw(8) === 0) return hostileValue(draw);
  const copy = structuredClone(sample ?? {});
  for (let times = 1 + draw(3); times > 0; times -= 1) {
    const places = placesIn(copy);
    const place = places[draw(Math.max(1, places.length))];
    if (place === undefined || draw(6) === 0) {
      if (typeof copy === 'object' && copy !== null)
        Object.defineProperty(copy, ['surprise', '__proto__', 'constructor', 'then'][draw(4)]!, {
          value: hostileValue(draw),
          enumerable: true,
          configurable: true,
          writable: true,
        });
    } else if (draw(7) === 0) delete place.holder[place.key];
    else place.holder[place.key] = hostileValue(draw);
  }
  return copy;
}

/** Text with some of its signs changed, cut off, doubled or put elsewhere. */
export function damaged(text: string, draw: Draw): string {
  let changed = text;
  for (let times = 1 + draw(4); times > 0; times -= 1) {
    const at = draw(changed.length + 1);
    const to = Math.min(changed.length, at + draw(40));
    const piece = changed.slice(at, to);
    const put = [
      '',
      piece + piece,
      piece.repeat(200),
      String.fromCodePoint(draw(0xd7ff)),
      '\ud800',
      '"',
      '}{',
      '[',
      '-1',
      '1e999',
      '\u0000',
    ][draw(11)];
    changed = changed.slice(0, at) + (put ?? '') + changed.slice(to);
  }
  return changed;
}

export function damagedBytes(bytes: Uint8Array, draw: Draw): Buffer {
  const changed = Buffer.from(bytes);
  for (let times = 1 + draw(20); times > 0 && changed.length > 0; times -= 1) changed[draw(changed.length)] = draw(256);
  return draw(4) === 0 ? changed.subarray(0, draw(changed.length)) : changed;
}

/** Milliseconds of this process's own work, whatever else the machine is busy with. */
export async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
