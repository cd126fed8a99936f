/**
 * What may stand in the log: events, codes, counts, technical ids. A log travels by mail to whoever mends the desk,
 * so everything is refused that is not plainly technical (Law 91/2025/QH15 on personal data: no more than the purpose needs).
 */
const removed = '[removed]';

/** Fields that hold a person's data or a secret, whatever their value looks like. */
const personal =
  /pass|secret|token|cookie|scan|name|idnumber|phone|email|address|birth|sex|applicant|submitter|text|label|title|body|input|user|actor/i;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const digest = /^[0-9a-f]{64}$/;
const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/;
/** One word of code: a fault, a call, a file. It has a letter, and never the seven digits in a row of a card or a telephone. */
const word = /^(?=.*[A-Za-z])(?!.*\d{7})[A-Za-z0-9._:/\\-]{1,120}$/;
const version = /^\d{1,2}(\.\d{1,3}){2}(-[a-z0-9.]+)?$/;
const frame = /^\s*at .*$/gm;
/** Fields of one shape that may be all digits: the code of a bug as the clerk reads it out (electron/desk/calls/dispatch.ts). */
const shaped: Readonly<Record<string, RegExp>> = { ref: /^[0-9A-F]{6}$/ };

/** One line of the log, without its line end. `now` in milliseconds. */
export function logLine(now: number, event: string, data: Record<string, unknown> = {}): string {
  return JSON.stringify({ at: new Date(now).toISOString(), event, ...cleanFields(data, 0) });
}

function cleanFields(data: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, personal.test(key) ? removed : cleanField(key, value, depth)]),
  );
}

function cleanField(key: string, value: unknown, depth: number): unknown {
  const isShaped = typeof value === 'string' && Object.hasOwn(shaped, key) && shaped[key]?.test(value);
  return isShaped ? value : clean(value, depth + 1);
}

function clean(value: unknown, depth: number): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  // Nine digits and more may be a card number; sizes and times of the desk stay below, or come as ISO times.
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) >= 1e8 ? removed : value;
  if (typeof value === 'string') return cleanText(value);
  if (value instanceof Error) return cleanError(value);
  if (typeof value !== 'object' || depth > 3) return removed;
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => clean(item, depth + 1));
  return Object.getPrototypeOf(value) === Object.prototype ? cleanFields(value, depth) : removed;
}

function cleanText(text: string): string {
  if ([uuid, digest, time, version, word].some((shape) => shape.test(text))) return text;
  const frames = text.match(frame);
  if (frames === null) return removed;
  const [kind] = /^\w*Error\b/.exec(text) ?? [''];
  // `node:internal` writes the code of an error between its class and its message.
  const [, code] = /^\w*Error \[([A-Z_]{3,60})\]/.exec(text) ?? [];
  return `${kind}${code === undefined ? '' : ` ${code}`} ${cleanFrames(frames)}`.trim();
}

/** The message of an error may quote what a clerk typed; its class, code and places in our own files cannot. */
function cleanError(error: Error): Record<string, unknown> {
  const code = 'code' in error && typeof error.code === 'string' ? cleanText(error.code) : undefined;
  return { kind: error.constructor.name, code, at: cleanFrames((error.stack ?? '').match(frame) ?? []) };
}

/** `openFile store/file/opening/open.ts:41` for each of the first eight places; folders above the house are cut, they hold account names. */
function cleanFrames(frames: readonly string[]): string {
  return frames
    .slice(0, 8)
    .map((line) => /(?:at (?:async )?([\w.<>]+) )?.*?((?:[\w.@-]+[\\/])?[\w.@-]+:\d+):\d+\)?$/.exec(line.trim()))
    .map((match) => (match === null ? removed : `${match[1] ?? ''} ${match[2] ?? ''}`.trim()))
    .join(' < ');
}
